"""A policy file to a PolicyDocument: all its faults at once, each with its place."""

from __future__ import annotations

from pathlib import Path

from generator.ingest.fields import Fields
from generator.ingest.policy_book import read_book
from generator.ingest.policy_decomposition import read_decompositions
from generator.ingest.policy_header import read_header
from generator.ingest.policy_keys import POLICY
from generator.ingest.policy_prose import ProseReader, book_names
from generator.ingest.policy_sections import SectionReader
from generator.ingest.policy_targets import read_targets
from generator.ingest.problems import Problems
from generator.ingest.yaml_nodes import MapNode, Node, YamlFile, read_yaml
from generator.model.agency import AgencyRegistry
from generator.model.policy import DocumentHeader, PolicyDocument


def load_policy(path: Path, registry: AgencyRegistry) -> PolicyDocument:
    """Reads ``path``; raises InputError with every problem of the file, in the order of their lines."""
    source = read_yaml(path)
    problems = Problems(file=source.file, found=list(source.problems))
    policy = _read_policy(source, registry, problems)
    problems.raise_if_any()
    return policy


def _read_policy(source: YamlFile, registry: AgencyRegistry, problems: Problems) -> PolicyDocument:
    fields = Fields.read(source.root, POLICY, problems)
    targets, names = read_targets(fields.get("指标"), problems)
    prose = ProseReader(names=names, problems=problems)
    decompositions = read_decompositions(
        fields.get("分解"), targets=targets, names=names, registry=registry, problems=problems
    )
    for_books = ProseReader(names=book_names(names, _decomposed(fields.get("分解"))), problems=problems)
    sections = SectionReader(prose=prose, registry=registry, problems=problems)
    header = fields.get("公文")
    return PolicyDocument(
        file=source.file,
        header=read_header(header, problems) if header else DocumentHeader(document_type="", issuer=""),
        title=fields.text("印发"),
        targets=targets,
        introduction=prose.read(fields, "引言"),
        sections=sections.sections(fields),
        decompositions=decompositions,
        book=read_book(fields.get("责任书"), for_books, problems),
    )


def _decomposed(node: Node | None) -> tuple[str, ...]:
    """Names of the targets that the file splits, whether or not their rows could be read."""
    return tuple(entry.key.text for entry in node.entries) if isinstance(node, MapNode) else ()
