"""A fact sheet (corpus/*.yaml) to a Source whose text is a listing of its facts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.ingest.fact_listing import Listing
from generator.ingest.fact_sheet_keys import ASSIGNMENT, FACT_SHEET, FIGURE, IDENTITY
from generator.ingest.fields import Fields
from generator.ingest.policy_agencies import ROLE_KEYS
from generator.ingest.problems import Problems
from generator.ingest.yaml_nodes import TextNode, YamlFile, read_yaml
from generator.model.agency import Level
from generator.model.facts import (
    AgencyMention,
    Assignment,
    AssignmentForm,
    Citation,
    DocumentFacts,
    Figure,
    HeaderFacts,
)
from generator.model.source import Source, SourceIdentity, SourceStatus
from generator.model.text_document import TextDocument
from generator.patterns import compiled

_CITED = compiled(r"(?:《(?P<title>.+)》)?(?:[（(]?(?P<number>[^《》（）()]+号)[）)]?)?")


def load_fact_sheet(path: Path) -> Source:
    """Reads ``path``; raises InputError with every problem of the file.

    The text has one line for each figure and each assignment; spans of figures cover the value as written.
    """
    source = read_yaml(path)
    problems = Problems(file=source.file, found=list(source.problems))
    fields = Fields.read(source.root, FACT_SHEET, problems)
    identity = _identity(fields, path, problems)
    facts = _Sheet(source=source, identity=identity, problems=problems, listing=Listing()).facts(fields)
    problems.raise_if_any()
    return Source(identity=identity, facts=facts)


def _identity(sheet: Fields, path: Path, problems: Problems) -> SourceIdentity:
    node = sheet.get("文件")
    if node is None:
        return SourceIdentity(id=path.stem, file=str(path))
    return read_identity(Fields.read(node, IDENTITY, problems), path)


def read_identity(fields: Fields, path: Path) -> SourceIdentity:
    """The identity in a 文件 table of the file at ``path``; what is missing is empty."""
    level, status = fields.choice("级别"), fields.choice("状态")
    return SourceIdentity(
        id=path.stem,
        file=str(path),
        title=fields.text("标题"),
        issuer=fields.text("发文机关"),
        level=Level(level) if level else None,
        place=fields.text("地区"),
        document_number=fields.text("发文字号"),
        issue_date=fields.date("成文日期"),
        status=SourceStatus(status) if status else SourceStatus.IN_FORCE,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """One sheet being turned into facts while its listing is written."""

    source: YamlFile
    identity: SourceIdentity
    problems: Problems
    listing: Listing

    def facts(self, fields: Fields) -> DocumentFacts:
        header = self._header()
        figures = [self._figure(Fields.read(node, FIGURE, self.problems)) for node in fields.items("指标")]
        assignments = [
            self._assignment(Fields.read(node, ASSIGNMENT, self.problems)) for node in fields.items("任务")
        ]
        citations = tuple(self._citation(node) for node in fields.names("引用"))
        return DocumentFacts(
            document=TextDocument.from_text(
                self.listing.text(), source=self.identity.file, file_format="yaml"
            ),
            header=header,
            figures=tuple(figure for figure in figures if figure),
            assignments=tuple(assignment for assignment in assignments if assignment),
            citations=citations,
        )

    def _header(self) -> HeaderFacts:
        identity, listing = self.identity, self.listing
        listing.line(identity.title)
        number_span = listing.line(identity.document_number) if identity.document_number else None
        if identity.issuer:
            listing.line(identity.issuer)
        date_span = None
        if identity.issue_date:
            day = identity.issue_date
            date_span = listing.line(f"{day.year}年{day.month}月{day.day}日")
        return HeaderFacts(
            title=identity.title or None,
            document_number=identity.document_number or None,
            document_number_span=number_span,
            issuer=identity.issuer or None,
            issue_date=identity.issue_date,
            issue_date_span=date_span,
        )

    def _figure(self, fields: Fields) -> Figure | None:
        indicator, year, own_place = fields.text("指标"), fields.year("年度"), fields.text("地区")
        quantity = fields.quantity("数值", of=indicator)
        scope = tuple(node.text.strip() for node in fields.names("口径"))
        if quantity is None:
            return None
        known = (own_place, f"{year}年" if year else "", *scope)
        self.listing.add(indicator + _bracketed("，".join(each for each in known if each)) + "：")
        span = self.listing.add(quantity.written)
        self.listing.line(_bracketed(fields.text("位置")))
        return Figure(
            span=span,
            quote=quantity.written,
            quantity=quantity,
            indicator=indicator,
            year=year,
            place=own_place or self.identity.place,
            scope=scope,
        )

    def _assignment(self, fields: Fields) -> Assignment | None:
        task = fields.text("任务")
        roles = [(key, fields.names(key)) for key in ROLE_KEYS]
        if not any(nodes for _, nodes in roles):
            if task:
                what = f"“{task}”没有写任何单位"
                self.problems.add(fields.node, what, "请写“牵头单位”“责任单位”或“配合单位”")
            return None
        task_span = self.listing.add(task)
        mark = self.listing.mark()
        self.listing.add("（")
        mentions = tuple(self._mentions(roles))
        self.listing.add("）")
        span, quote = self.listing.since(mark)
        self.listing.line(_bracketed(fields.text("位置")))
        return Assignment(
            span=span,
            quote=quote,
            task=task,
            agencies=mentions,
            form=AssignmentForm.BRACKET,
            task_span=task_span,
        )

    def _mentions(self, roles: list[tuple[str, tuple[TextNode, ...]]]) -> list[AgencyMention]:
        mentions: list[AgencyMention] = []
        written = [(key, nodes) for key, nodes in roles if nodes]
        for number, (key, nodes) in enumerate(written):
            self.listing.add(f"{'；' if number else ''}{key}：")
            for index, node in enumerate(nodes):
                if index:
                    self.listing.add("、")
                name = node.text.strip()
                mentions.append(AgencyMention(name=name, span=self.listing.add(name), role=ROLE_KEYS[key]))
        return mentions

    def _citation(self, node: TextNode) -> Citation:
        written = node.text.strip()
        self.listing.add("引用：")
        span = self.listing.line(written)
        match = _CITED.fullmatch(written)
        title, number = (match["title"], match["number"]) if match else (None, None)
        return Citation(span=span, quote=written, title=title or "", document_number=number or "")


def _bracketed(text: str) -> str:
    return f"（{text}）" if text else ""
