"""PyYAML's events to a tree of nodes, with limits that no honest file reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml
from yaml import events

from generator.errors import InputError, Problem
from generator.ingest.yaml_complaints import BRACES_REMEDY, explain_syntax
from generator.ingest.yaml_nodes import Entry, ListNode, MapNode, Node, Place, TextNode, YamlFile

DEEPEST = 30
MOST_NODES = 200_000
_PARSER: type = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # ten times as fast, where PyYAML was built with it
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


def build_tree(text: str, *, file: str, parser: type = _PARSER) -> YamlFile:
    """Parses ``text``; raises InputError for broken YAML, a second document, tags, or a swollen structure."""
    builder = _Builder(file=file, text=text)
    try:
        root = builder.build(iter(yaml.parse(text, Loader=parser)))
    except yaml.MarkedYAMLError as error:
        raise InputError(explain_syntax(error, text, file=file)) from error
    return YamlFile(file=file, text=text, root=root, problems=tuple(builder.problems))


class AnyMark(Protocol):
    """A mark of either parser, the one in C and the one in Python."""

    @property
    def index(self) -> int: ...


@dataclass(slots=True, kw_only=True)
class _Builder:
    """State of one parse: anchors seen, nodes counted with the copies that aliases stand for."""

    file: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    _anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)
    _count: int = 0

    def build(self, stream: Iterator[events.Event]) -> Node:
        root: Node | None = None
        for event in stream:
            if isinstance(event, events.DocumentStartEvent):
                if root is not None:
                    raise self._refuse(event, "一个文件里写了两份内容（用 --- 隔开）", "请拆成两个文件")
                root = self._node(next(stream), stream, path="", depth=0)
        if root is None:
            raise InputError(Problem(file=self.file, what="文件里只有注释，没有内容", remedy="请写入内容"))
        return root

    def _node(self, event: events.Event, stream: Iterator[events.Event], *, path: str, depth: int) -> Node:
        self._count += 1
        if depth > DEEPEST or self._count > MOST_NODES:
            what = "嵌套的层数太多" if depth > DEEPEST else "内容的项数太多"
            raise self._refuse(event, what, "请检查括号和缩进，或拆成几个文件")
        if isinstance(event, events.AliasEvent):
            return self._alias(event)
        if isinstance(event, events.NodeEvent) and getattr(event, "tag", None) not in (None, "!"):
            raise self._refuse(event, "用了“!”开头的类型标记", "请删去标记；文字以“!”开头时给它加上引号")
        before = self._count
        node = self._content(event, stream, path=path, depth=depth)
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            self._anchors[anchor] = (node, self._count - before + 1)
        return node

    def _content(self, event: events.Event, stream: Iterator[events.Event], *, path: str, depth: int) -> Node:
        if isinstance(event, events.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, events.SequenceStartEvent):
            return self._list(event, stream, path=path, depth=depth)
        return self._map(event, stream, path=path, depth=depth)

    def _alias(self, event: events.AliasEvent) -> Node:
        if event.anchor not in self._anchors:
            remedy = "请直接写出内容；文字以“*”开头时给它加上引号"
            raise self._refuse(event, f"“*{event.anchor}”所引用的内容前面没有定义", remedy)
        node, size = self._anchors[event.anchor]
        self._count += size
        if self._count > MOST_NODES:
            raise self._refuse(event, "引用（*）展开后内容的项数太多", "请去掉引用，直接写出内容")
        return node

    def _scalar(self, event: events.ScalarEvent, path: str) -> TextNode:
        plain = event.style is None or event.style == ""
        value: str = event.value
        return TextNode(
            place=_place(event),
            path=path,
            text="" if plain and value in _EMPTY else value,
            raw=self.text[_index(event.start_mark) : _index(event.end_mark)],
            plain=plain,
        )

    def _list(
        self, event: events.Event, stream: Iterator[events.Event], *, path: str, depth: int
    ) -> ListNode:
        items: list[Node] = []
        while not isinstance(each := next(stream), events.SequenceEndEvent):
            item_path = f"{path}.第{len(items) + 1}项".lstrip(".")
            items.append(self._node(each, stream, path=item_path, depth=depth + 1))
        return ListNode(place=_place(event), path=path, items=tuple(items))

    def _map(self, event: events.Event, stream: Iterator[events.Event], *, path: str, depth: int) -> MapNode:
        entries: dict[str, Entry] = {}
        while not isinstance(each := next(stream), events.MappingEndEvent):
            key = self._key(each, event, path)
            value = self._node(next(stream), stream, path=key.path, depth=depth + 1)
            if key.text in entries:
                self.problems.append(self._repeated(key, entries[key.text].key))
            else:
                entries[key.text] = Entry(key=key, value=value)
        return MapNode(place=_place(event), path=path, entries=tuple(entries.values()))

    def _key(self, event: events.Event, mapping: events.Event, path: str) -> TextNode:
        if self.text.startswith("{{", _index(mapping.start_mark)):
            raise self._refuse(mapping, "以“{{”开头的内容没有加引号", BRACES_REMEDY)
        if not isinstance(event, events.ScalarEvent):
            raise self._refuse(event, "键（冒号左边）应是一个名称", "请改为一个词，后面写英文冒号")
        key = self._scalar(event, path)
        return TextNode(
            place=key.place,
            path=f"{path}.{key.text}".lstrip("."),
            text=key.text,
            raw=key.raw,
            plain=key.plain,
        )

    def _repeated(self, key: TextNode, first: TextNode) -> Problem:
        return Problem(
            file=self.file,
            what=f"“{key.text}”重复，第{first.place.line}行已经写过",
            remedy="只留一处，或改为不同的名称",
            line=key.place.line,
            column=key.place.column,
            key_path=key.path,
        )

    def _refuse(self, event: events.Event, what: str, remedy: str) -> InputError:
        place = _place(event)
        return InputError(
            Problem(file=self.file, what=what, remedy=remedy, line=place.line, column=place.column)
        )


def _place(event: events.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _index(mark: AnyMark | None) -> int:
    """Offset into the text; PyYAML's types allow a mark to be missing, its parsers always set it."""
    return mark.index if mark else 0
