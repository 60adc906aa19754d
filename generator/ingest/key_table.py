"""The shape of a YAML as data: which keys a table may have, what each holds, and the help in Chinese.

One table serves three readers: the loader, its messages, and the JSON Schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What stands under a key."""

    TEXT = "一段文字"
    NAMES = "一个名称或名称列表"
    PROSE = "一段文字（Markdown，数字用 {{ 指标名 }} 引用）"
    QUANTITY = "带计量单位的数"
    DATE = "日期"
    YEAR = "年度"
    SUM = "用加号连接的指标名"
    TABLE = "下一级的各个键"
    TABLES = "列表，每项以“- ”开头"
    TABLE_BY_NAME = "以名称为键的表"
    QUANTITIES_BY_NAME = "以名称为键、带计量单位的数为值的表"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key. ``table`` is the shape of what stands below it; ``short`` allows a quantity in the table's stead.

    ``choices`` closes the set of values.
    """

    name: str
    kind: Kind
    help: str
    example: str = ""
    required: bool = False
    table: KeyTable | None = None
    short: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTable:
    """A group of keys under one Chinese title."""

    title: str
    keys: tuple[Key, ...]

    def find(self, name: str) -> Key | None:
        """The key of that name."""
        return next((key for key in self.keys if key.name == name), None)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(key.name for key in self.keys)
