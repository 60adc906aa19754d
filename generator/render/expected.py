"""What a document must say, drawn from the policy itself and not from the template's data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.errors import Problem, RenderMismatchError
from generator.model.policy import Measure, PolicyDocument, Prose, Section
from generator.render import wording
from generator.render.prose import Fragment, Line, ProseKind, prose_blocks, references, text_of
from generator.render.values import book_sections, book_values, county_values, filled_in


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedLine:
    """Words that must stand in one paragraph; ``whole`` when nothing else may stand there.

    ``what`` names it for a message (一级标题, 发文字号). ``fragments`` tell figures from words.
    """

    what: str
    fragments: Line
    whole: bool = False

    @property
    def text(self) -> str:
        return text_of(self.fragments)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedTable:
    """A table by its column headings; a template may order its columns otherwise, but not its rows."""

    what: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Expectation = ExpectedLine | ExpectedTable


def expected_of_notice(policy: PolicyDocument) -> tuple[Expectation, ...]:
    """Everything that the notice and its annex must say, in order."""
    return tuple(_notice(policy))


def expected_of_book(policy: PolicyDocument, party: str) -> tuple[Expectation, ...]:
    """Everything that the book of ``party`` must say, in order."""
    return tuple(_book(policy, party))


def _notice(policy: PolicyDocument) -> Iterator[Expectation]:
    header, values = policy.header, county_values(policy)
    yield from _plain("发文机关标志", wording.masthead(header), whole=True)
    yield from _plain("发文字号", header.document_number)
    yield from _plain("标题", wording.notice_title(policy), whole=True)
    for name in header.recipients:
        yield from _plain("主送机关", name)
    yield from _plain("经由", header.approved_by)
    yield from _plain("印发的文件", wording.title_in_title(policy.title))
    yield from _plain("附件说明", wording.annex_name(policy))
    yield from _plain("署名", header.issuer, whole=True)
    yield from _plain("成文日期", wording.written_date(header.issue_date), whole=True)
    yield from _plain("印发件标题", policy.title, whole=True)
    yield from _prose(policy.introduction, values, "引言")
    yield from _sections(policy.sections, values, first=1)
    yield from _annex(policy)
    for name in header.copies_to:
        yield from _plain("抄送", name)
    yield from _plain("印发机关", wording.print_agency(header))
    if wording.print_agency(header):
        yield from _plain("印发日期", wording.written_date(header.print_date or header.issue_date))


def _annex(policy: PolicyDocument) -> Iterator[Expectation]:
    yield from _plain("附件标题", wording.annex_name(policy), whole=True)
    tasks = tuple(_task(number, measure) for number, measure in enumerate(policy.measures(), start=1))
    if tasks:
        headings = ("序号", "目标任务", *wording.ROLE_LABELS.values(), "完成时限")
        yield ExpectedTable(what="任务分解表", headings=headings, rows=tasks)
    if policy.decompositions:
        parties = policy.parties()
        targets = tuple(part.target for part in policy.decompositions)
        rows = tuple((party, *(_share(policy, target, party) for target in targets)) for party in parties)
        totals = ("合计", *(policy.targets[target].quantity.written for target in targets))
        headings = (wording.party_label(parties), *targets)
        yield ExpectedTable(what="目标分解表", headings=headings, rows=(*rows, totals))


def _task(number: int, measure: Measure) -> tuple[str, ...]:
    agencies = ("、".join(measure.named(role)) for role in wording.ROLE_LABELS)
    return (str(number), measure.title, *agencies, measure.deadline)


def _share(policy: PolicyDocument, target: str, party: str) -> str:
    rows = (row for part in policy.decompositions if part.target == target for row in part.rows)
    return next((row.quantity.written for row in rows if row.party == party), "")


def _book(policy: PolicyDocument, party: str) -> Iterator[Expectation]:
    book, values = policy.book, book_values(policy, party)
    if book is None:
        return
    yield from _plain("标题", filled_in(book.title, values, book.origin), whole=True)
    yield from _plain("甲方", filled_in(book.first_party, values, book.origin))
    yield from _plain("乙方", filled_in(book.second_party, values, book.origin))
    yield from _prose(book.preface, values, "引言")
    shares = [(part.target, _share(policy, part.target, party)) for part in policy.decompositions]
    rows = [(str(number), *share) for number, share in enumerate((s for s in shares if s[1]), start=1)]
    yield ExpectedTable(what="责任目标表", headings=("序号", "责任目标", "目标值"), rows=tuple(rows))
    yield from _sections(book_sections(book, values), values, first=2)
    yield from _plain("责任期限", filled_in(book.period, values, book.origin))
    yield from _plain("份数", filled_in(book.copies, values, book.origin))
    yield from _plain("签字处的甲方", filled_in(book.first_party, values, book.origin))
    yield from _plain("签字处的乙方", filled_in(book.second_party, values, book.origin))


def _sections(
    sections: tuple[Section, ...], values: Mapping[str, str], *, first: int
) -> Iterator[Expectation]:
    for number, section in enumerate(sections, start=first):
        yield from _plain("一级标题", wording.first_level(number, section.title), whole=True)
        yield from _prose(section.prose, values, section.title)
        for place, measure in enumerate(section.measures, start=1):
            yield from _plain("二级标题", wording.second_level(place, measure.title), whole=True)
            yield from _prose(measure.prose, values, measure.title)
            yield from _agencies(measure)


def _agencies(measure: Measure) -> Iterator[Expectation]:
    """One paragraph with every agency under its role, in order."""
    fragments: list[Fragment] = []
    for role, label in wording.ROLE_LABELS.items():
        if names := measure.named(role):
            lead = "；" if fragments else ""
            fragments += [Fragment(text=f"{lead}{label}："), Fragment(text="、".join(names), key=label)]
    if fragments:
        yield ExpectedLine(what=f"“{measure.title}”的责任单位", fragments=tuple(fragments))


def _prose(prose: Prose | None, values: Mapping[str, str], title: str) -> Iterator[Expectation]:
    if prose is None:
        return
    blocks = prose_blocks(prose, values, place=title)
    printed = [each.key for block in blocks for line in (block.line, *sum(block.rows, ())) for each in line]
    _compare_references(prose, [key for key in printed if key], title)
    for block in blocks:
        if block.kind is ProseKind.TABLE:
            head, *rows = (tuple(text_of(cell) for cell in row) for row in block.rows)
            yield ExpectedTable(what=f"“{title}”里的表格", headings=head, rows=tuple(rows))
        else:
            yield ExpectedLine(what=f"“{title}”的一段", fragments=block.line, whole=True)


def _compare_references(prose: Prose, printed: list[str], title: str) -> None:
    """The references that the clerk wrote against those that survived Markdown: none may be lost or moved."""
    written = references(prose.markdown)
    if written != printed:
        lost = next((name for name in written if written.count(name) != printed.count(name)), written[0])
        problem = Problem(
            file=prose.origin.file,
            line=prose.origin.line,
            key_path=title,
            what=f"“{lost}”在排成段落时丢失或移了位置",
            remedy="请检查它前后的标记（*、|、#、行首空格）",
        )
        raise RenderMismatchError(problem)


def _plain(what: str, text: str, *, whole: bool = False) -> Iterator[Expectation]:
    """Words without figures; an empty text is expected nowhere."""
    if text:
        yield ExpectedLine(what=what, fragments=(Fragment(text=text),), whole=whole)
