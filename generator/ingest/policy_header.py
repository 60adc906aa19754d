"""公文: what stands around the text of a document."""

from __future__ import annotations

from generator.ingest.document_number import check_document_number
from generator.ingest.fields import Fields
from generator.ingest.policy_keys import HEADER
from generator.ingest.problems import Problems
from generator.ingest.yaml_nodes import Node
from generator.model.policy import DocumentHeader


def read_header(node: Node, problems: Problems) -> DocumentHeader:
    """The header; a document number is held against the form of GB/T 9704—2012, 7.2.5."""
    fields = Fields.read(node, HEADER, problems)
    return DocumentHeader(
        document_type=fields.choice("文种"),
        issuer=fields.text("发文机关"),
        document_number=_document_number(fields, problems),
        masthead=fields.text("机关标志"),
        recipients=_names(fields, "主送"),
        copies_to=_names(fields, "抄送"),
        issue_date=fields.date("成文日期"),
        approved_by=fields.text("经由"),
        print_agency=fields.text("印发机关"),
        print_date=fields.date("印发日期"),
    )


def _document_number(fields: Fields, problems: Problems) -> str:
    node = fields.text_node("发文字号")
    if node is None:
        return ""
    check_document_number(node, problems)
    return node.text.strip()


def _names(fields: Fields, key: str) -> tuple[str, ...]:
    return tuple(node.text.strip() for node in fields.names(key))
