"""One table of a YAML read by its key table: unknown and missing keys noted, values converted one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.ingest.key_table import KeyTable, Kind
from generator.ingest.problems import Problems, instead_of
from generator.ingest.scalars import read_date, read_quantity, read_year
from generator.ingest.yaml_complaints import colon_fault
from generator.ingest.yaml_nodes import ListNode, MapNode, Node, Place, TextNode
from generator.model.policy import Origin
from generator.model.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The values of one table. Every reading method notes what is wrong and then goes on with an empty value."""

    node: Node
    table: KeyTable
    problems: Problems

    @classmethod
    def read(cls, node: Node, table: KeyTable, problems: Problems) -> Fields:
        """Checks the keys of ``node`` against ``table``."""
        fields = cls(node=node, table=table, problems=problems)
        if isinstance(node, MapNode):
            fields._check_unknown(node)
            fields._check_missing(node)
        else:
            fields._refuse_shape()
        return fields

    def get(self, name: str) -> Node | None:
        """The node under ``name``, None where the file has none."""
        return self.node.get(name) if isinstance(self.node, MapNode) else None

    def text(self, name: str) -> str:
        """One line of text without blanks around it; empty where there is none."""
        node = self.text_node(name)
        return node.text.strip() if node else ""

    def text_node(self, name: str) -> TextNode | None:
        """The scalar under ``name``; None where it is absent, blank, or no scalar (then noted)."""
        node = self.get(name)
        if node is None:
            return None
        if not isinstance(node, TextNode):
            self._refuse_kind(node, name)
            return None
        if node.text.strip():
            return node
        key = self.table.find(name)
        if key is not None and key.required:
            self.problems.add(node, "没有写内容", _fill_in(name, key.example))
        return None

    def names(self, name: str) -> tuple[TextNode, ...]:
        """A list of names, or the one name that is written without brackets."""
        node = self.get(name)
        if node is None:
            return ()
        items = node.items if isinstance(node, ListNode) else (node,)
        return tuple(self._each_name(items, name))

    def date(self, name: str) -> date | None:
        """A calendar date."""
        node = self.text_node(name)
        return read_date(node, self.problems) if node else None

    def year(self, name: str) -> str:
        """``2017`` or ``2018-2020``."""
        node = self.text_node(name)
        return read_year(node, self.problems) if node else ""

    def quantity(self, name: str, *, of: str = "") -> Quantity | None:
        """A quantity; ``of`` names what is counted, for the remedy."""
        node = self.text_node(name)
        return read_quantity(node, self.problems, of=of) if node else None

    def choice(self, name: str) -> str:
        """One of the key's choices."""
        node, key = self.text_node(name), self.table.find(name)
        if node is None or key is None:
            return ""
        value = node.text.strip()
        if value in key.choices:
            return value
        listed = f"只能是：{'、'.join(key.choices)}"
        self.problems.add(node, f"“{value}”不在可用的{name}之内", listed)
        return ""

    def items(self, name: str) -> tuple[Node, ...]:
        """The items of a list of tables."""
        node = self.get(name)
        if node is None or is_blank(node):
            return ()
        if isinstance(node, ListNode):
            return node.items
        self._refuse_kind(node, name)
        return ()

    def origin(self, node: Node | None = None) -> Origin:
        """Where ``node`` stands, or the table itself."""
        place = (node or self.node).place
        return Origin(file=self.problems.file, line=place.line, column=place.column)

    def _each_name(self, items: tuple[Node, ...], name: str) -> Iterator[TextNode]:
        for item in items:
            if not isinstance(item, TextNode):
                self._refuse_kind(item, name)
            elif item.text.strip():
                yield item
            elif len(items) > 1:
                self.problems.add(item, "列表里有一项是空的", "请删去这一项或写上名称")

    def _check_unknown(self, node: MapNode) -> None:
        for entry in node.entries:
            if self.table.find(entry.key.text) is None:
                missing = [name for name in self.table.names if node.get(name) is None]
                listed = f"“{self.table.title}”里可以写：{'、'.join(self.table.names)}"
                remedy = instead_of(entry.key.text, missing, otherwise=listed)
                self.problems.add(entry.key, f"不认识“{entry.key.text}”这个键", remedy)

    def _check_missing(self, node: MapNode) -> None:
        for key in self.table.keys:
            if key.required and node.get(key.name) is None:
                remedy = _fill_in(key.name, key.example)
                self.problems.add(node, f"缺少“{key.name}”（{key.help}）", remedy, key=key.name)

    def _refuse_shape(self) -> None:
        """A table was due: most often a colon was typed in Chinese, which makes the whole table one text."""
        if isinstance(self.node, TextNode) and (said := _colon_in(self.node)) is not None:
            self.problems.add(self.node, said[0], said[1], at=said[2])
            return
        what = "没有写内容" if is_blank(self.node) else "这里应是一组“键: 值”"
        self.problems.add(self.node, what, f"请在下一行缩进，写{'、'.join(self.table.names[:4])}等")

    def _refuse_kind(self, node: Node, name: str) -> None:
        key = self.table.find(name)
        expected = key.kind if key else Kind.TEXT
        example = f"，例如：{name}: {key.example}" if key and key.example else ""
        if isinstance(node, MapNode) and node.entries and _looks_like_reference(node):
            self.problems.add(node, "以“{{”开头的内容没有加引号", "请给整段内容加上引号")
            return
        self.problems.add(node, f"这里应是{expected.value}，写成了{_shape(node)}", f"请改写{example}")


def _colon_in(node: TextNode) -> tuple[str, str, Place] | None:
    """The first line of a text that is meant as ``键: 值``: what is wrong with its colon, the remedy, the place."""
    for number, line in enumerate(node.raw.split("\n")):
        said = colon_fault(line, 0)
        if said is not None:
            column = said[2] + (1 if number else node.place.column)
            return said[0], said[1], Place(node.place.line + number, column)
    return None


def _looks_like_reference(node: MapNode) -> bool:
    return any(entry.key.text.startswith("{") for entry in node.entries)


def _fill_in(name: str, example: str) -> str:
    return f"请补上，例如：{name}: {example}" if example else f"请补上“{name}:”"


def is_blank(node: Node) -> bool:
    """Whether nothing was written: a key without value, or an empty list."""
    return (isinstance(node, TextNode) and not node.text.strip()) or (
        isinstance(node, ListNode) and not node.items
    )


def _shape(node: Node) -> str:
    if isinstance(node, ListNode):
        return "列表"
    return "一组“键: 值”" if isinstance(node, MapNode) else "一段文字"
