"""The facts of documents as readable tables: what ``extract`` shows in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.facts import Assignment, DocumentFacts, Figure, Relation, RelationKind
from generator.reports.text_table import render_table

_KINDS = {
    RelationKind.SUM: "合计",
    RelationKind.PRODUCT: "乘积",
    RelationKind.COUNT: "计数",
    RelationKind.REPEAT: "重复",
    RelationKind.RATIO: "比率",
    RelationKind.BOUND: "上下限",
}


def render_extract_text(documents: Sequence[DocumentFacts]) -> str:
    """Header facts, then a table each of figures, assignments and relations, for each document."""
    return "\n\n".join("\n".join(_document(facts)) for facts in documents)


def _document(facts: DocumentFacts) -> Iterator[str]:
    header = facts.header
    yield f"== {facts.document.source} =="
    for label, value in (
        ("标题", header.title),
        ("发文字号", header.document_number),
        ("发文机关", header.issuer),
        ("成文日期", header.issue_date.isoformat() if header.issue_date else None),
    ):
        yield f"{label}：{value or '（未读到）'}"
    yield f"\n数（{len(facts.figures)} 个）"
    if facts.figures:
        yield render_table(
            ("段", "数", "指标", "年度", "地区", "口径"),
            (_figure_row(facts, figure) for figure in facts.figures),
        )
    yield f"\n任务分工（{len(facts.assignments)} 条）"
    if facts.assignments:
        yield render_table(
            ("段", "任务", "牵头", "责任", "配合"),
            (_assignment_row(facts, item) for item in facts.assignments),
        )
    yield f"\n数与数的关系（{len(facts.relations)} 条）"
    if facts.relations:
        yield render_table(
            ("段", "关系", "成立", "算式"), (_relation_row(facts, relation) for relation in facts.relations)
        )


def _figure_row(facts: DocumentFacts, figure: Figure) -> Sequence[str]:
    paragraph = facts.document.paragraph_at(figure.span.start)
    return str(paragraph), figure.quote, figure.indicator, figure.year, figure.place, "、".join(figure.scope)


def _assignment_row(facts: DocumentFacts, assignment: Assignment) -> Sequence[str]:
    paragraph = facts.document.paragraph_at(assignment.span.start)
    names = (assignment.lead, assignment.responsible, assignment.supporting)
    return str(paragraph), assignment.task, *("、".join(group) for group in names)


def _relation_row(facts: DocumentFacts, relation: Relation) -> Sequence[str]:
    paragraph = facts.document.paragraph_at(relation.total.span.start)
    return str(paragraph), _KINDS[relation.kind], "是" if relation.holds else "否", relation.formula
