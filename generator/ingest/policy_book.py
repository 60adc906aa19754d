"""责任书: what the responsibility books say beside the targets."""

from __future__ import annotations

from generator.ingest.fields import Fields
from generator.ingest.policy_keys import BOOK, BOOK_SECTION
from generator.ingest.policy_prose import ProseReader
from generator.ingest.problems import Problems
from generator.ingest.yaml_nodes import Node
from generator.model.policy import ResponsibilityBook, Section


def read_book(node: Node | None, prose: ProseReader, problems: Problems) -> ResponsibilityBook | None:
    """The book, None where the policy has none. ``prose`` knows the names that a book may use."""
    if node is None:
        return None
    fields = Fields.read(node, BOOK, problems)
    return ResponsibilityBook(
        title=_line(fields, "标题", prose),
        first_party=_line(fields, "甲方", prose),
        second_party=_line(fields, "乙方", prose),
        preface=prose.read(fields, "引言"),
        sections=tuple(_section(each, prose, problems) for each in fields.items("章节")),
        period=_line(fields, "期限", prose),
        copies=_line(fields, "份数", prose),
        origin=fields.origin(),
    )


def _line(fields: Fields, key: str, prose: ProseReader) -> str:
    node = fields.text_node(key)
    if node is None:
        return ""
    prose.check(node)
    return node.text.strip()


def _section(node: Node, prose: ProseReader, problems: Problems) -> Section:
    fields = Fields.read(node, BOOK_SECTION, problems)
    return Section(
        title=_line(fields, "标题", prose),
        prose=prose.read(fields, "内容"),
        measures=(),
        origin=fields.origin(),
    )
