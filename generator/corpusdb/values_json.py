"""Frozen values to JSON and back, by their declared types.

JSON and not pickle: an index file may come from anywhere, and reading it must not run anything.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from types import UnionType
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

Json: TypeAlias = "bool | int | str | list[Json] | None"
Value = TypeVar("Value")

_PLAIN = (bool, int, str)
_DIRECT = frozenset({bool, int, str, type(None)})  # most members by far, not worth a call each


def dump_value(value: object) -> str:
    """``value`` as JSON: a dataclass is the list of its public fields in order."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def load_value(kind: type[Value], text: str) -> Value:
    """The value of type ``kind`` that :func:`dump_value` wrote. Raises ValueError for any other text."""
    return _loaded(kind, json.loads(text))


def load_values(kind: type[Value], text: str) -> tuple[Value, ...]:
    """The values of type ``kind`` of which a tuple was written."""
    return tuple(_loaded(kind, member) for member in _members(json.loads(text)))


def _loaded(kind: type[Value], json_value: Json) -> Value:
    try:
        value = _reader(kind)(json_value)
    except (TypeError, IndexError, ArithmeticError) as error:
        raise ValueError(f"not a {kind.__name__}") from error
    if not isinstance(value, kind):
        raise ValueError(f"not a {kind.__name__}")
    return value


def _plain(value: object) -> Json:
    kind = type(value)
    dump = _DUMPERS.get(kind)
    if dump is None:
        dump = _DUMPERS[kind] = _make_dumper(kind)
    return dump(value)


_DUMPERS: dict[type, Callable[[Any], Json]] = {}


def _make_dumper(kind: type) -> Callable[[Any], Json]:
    """How a value of type ``kind`` is written; worked out once for each type."""
    if kind is type(None) or (issubclass(kind, _PLAIN) and not issubclass(kind, Enum)):
        return lambda value: value
    if issubclass(kind, Enum):
        return lambda value: _plain(value.value)
    if issubclass(kind, Decimal):
        return str
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    if issubclass(kind, tuple):
        return lambda value: [member if type(member) in _DIRECT else _plain(member) for member in value]
    names = _names(kind)
    if len(names) == 1:
        return lambda value: [_plain(getattr(value, names[0]))]
    members = attrgetter(*names)
    return lambda value: [member if type(member) in _DIRECT else _plain(member) for member in members(value)]


_NAMES: dict[object, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass that make its value, in order; worked out once for each type."""
    if kind not in _NAMES:
        if not is_dataclass(kind):
            raise TypeError(f"no value of the model: {kind}")
        _NAMES[kind] = tuple(
            field.name for field in fields(kind) if field.init and not field.name.startswith("_")
        )
    return _NAMES[kind]


_READERS: dict[object, Callable[[Json], object]] = {}


def _reader(kind: object) -> Callable[[Json], object]:
    """How a value of type ``kind`` is read; worked out once for each type."""
    if kind not in _READERS:
        _READERS[kind] = _make_reader(kind)
    return _READERS[kind]


def _make_reader(kind: object) -> Callable[[Json], object]:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        (inner,) = (each for each in get_args(kind) if each is not type(None))
        return _optional(_reader(inner))
    if origin is tuple:
        return _tuple_reader(get_args(kind))
    if kind in _PLAIN:
        return lambda json_value: json_value
    if not isinstance(kind, type):
        raise TypeError(f"cannot be read: {kind}")
    if issubclass(kind, date):
        return lambda json_value: kind.fromisoformat(str(json_value))
    if issubclass(kind, Enum | Decimal):
        return kind
    return _dataclass_reader(kind)


def _optional(read: Callable[[Json], object]) -> Callable[[Json], object]:
    return lambda json_value: None if json_value is None else read(json_value)


def _tuple_reader(kinds: tuple[object, ...]) -> Callable[[Json], object]:
    """Of ``tuple[X, ...]`` and of tuples of fixed length."""
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        read = _reader(kinds[0])
        return lambda json_value: tuple([read(member) for member in _members(json_value)])
    readers = [_reader(kind) for kind in kinds]
    return lambda json_value: tuple(
        [read(member) for read, member in zip(readers, _members(json_value), strict=True)]
    )


def _dataclass_reader(kind: type) -> Callable[[Json], object]:
    hints = get_type_hints(kind)
    names = _names(kind)
    readers = [_reader(hints[name]) for name in names]

    def read(json_value: Json) -> object:
        members = _members(json_value)
        if len(members) != len(names):
            raise ValueError(f"not a {kind.__name__}")
        return kind(
            **{name: read(member) for name, read, member in zip(names, readers, members, strict=True)}
        )

    return read


def _members(json_value: Json) -> list[Json]:
    if not isinstance(json_value, list):
        raise TypeError("a list was expected")
    return json_value
