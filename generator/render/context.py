"""The data of a template: the policy as already formatted text under Chinese names that a clerk can read.

A template prints these names (``{{ 发文字号 }}``) and goes through these lists (``{%p for 段 in 正文 %}``). Every name is
always there; what a document does not have is empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model.policy import Measure, PolicyDocument, Section
from generator.render import wording
from generator.render.prose import Line, ProseBlock, ProseKind, prose_blocks, text_of
from generator.render.title_lines import title_lines
from generator.render.values import book_sections, book_values, county_values, filled_in

Value = str | bool | Sequence["Value"] | Mapping[str, "Value"]
Context = dict[str, Value]

_KINDS = ("是一级标题", "是二级标题", "是三级标题", "是责任单位", "是表格")
TOTAL = "合计"


def notice_context(policy: PolicyDocument) -> Context:
    """Everything that templates/通知.docx may print. Raises InputError where prose refers to unknown names."""
    header = policy.header
    annex = wording.annex_name(policy)
    return {
        "发文机关标志": wording.masthead(header),
        "发文字号": header.document_number,
        "标题": title_lines(wording.notice_title(policy)),
        "文种": header.document_type,
        "主送机关": "，".join(header.recipients),
        "经由": header.approved_by,
        "印发文件": wording.title_in_title(policy.title),
        "印发件标题": title_lines(policy.title),
        "附件名称": annex,
        "附件标题": title_lines(annex),
        "发文机关": header.issuer,
        "成文日期": wording.written_date(header.issue_date),
        "正文": list(_paper(policy)),
        "任务表": [_task(number, measure) for number, measure in enumerate(policy.measures(), start=1)],
        "分解表": _decomposition(policy),
        "抄送": "，".join(header.copies_to),
        "印发机关": wording.print_agency(header),
        "印发日期": wording.written_date(header.print_date or header.issue_date),
    }


def book_context(policy: PolicyDocument, party: str) -> Context:
    """Everything that templates/责任书.docx may print for one party; the policy must have a book."""
    book, values = policy.book, book_values(policy, party)
    assert book is not None, "the use case asks for books only of policies that have them"  # noqa: S101
    last = len(book.sections) + 2
    return {
        "标题": title_lines(filled_in(book.title, values, book.origin)),
        "乡镇": party,
        "甲方": filled_in(book.first_party, values, book.origin),
        "乙方": filled_in(book.second_party, values, book.origin),
        "引言": [_prose(block) for block in prose_blocks(book.preface, values, place="责任书.引言")],
        "目标标题": wording.first_level(1, "责任目标"),
        "责任目标": [
            {"序号": str(number), "指标": key, "数值": written}
            for number, (key, written) in enumerate(shares(policy, party), start=1)
        ],
        "条款": list(_sections(book_sections(book, values), values, place="责任书.章节", first=2)),
        "附则标题": wording.first_level(last, "附则"),
        "期限": filled_in(book.period, values, book.origin),
        "份数": filled_in(book.copies, values, book.origin),
    }


def shares(policy: PolicyDocument, party: str) -> Iterator[tuple[str, str]]:
    """Target and written share of every decomposition that names ``party``, in order."""
    for part in policy.decompositions:
        for row in part.rows:
            if row.party == party:
                yield part.target, row.quantity.written


def _paper(policy: PolicyDocument) -> Iterator[Value]:
    values = county_values(policy)
    for block in prose_blocks(policy.introduction, values, place="引言"):
        yield _prose(block)
    yield from _sections(policy.sections, values, place="章节", first=1)


def _sections(
    sections: Iterable[Section], values: Mapping[str, str], *, place: str, first: int
) -> Iterator[Value]:
    for number, section in enumerate(sections, start=first):
        here = f"{place}.{section.title}"
        yield _entry(wording.first_level(number, section.title), "是一级标题")
        for block in prose_blocks(section.prose, values, place=here):
            yield _prose(block)
        for place_in_section, measure in enumerate(section.measures, start=1):
            yield _entry(wording.second_level(place_in_section, measure.title), "是二级标题")
            for block in prose_blocks(measure.prose, values, place=f"{here}.{measure.title}"):
                yield _prose(block)
            if line := wording.agency_line(measure):
                yield _entry(line, "是责任单位")


def _prose(block: ProseBlock) -> Value:
    if block.kind is ProseKind.TABLE:
        head, *rows = [[text_of(cell) for cell in row] for row in block.rows]
        return {**_entry("", "是表格"), "表头": head, "行": rows}
    kind = "是三级标题" if block.kind is ProseKind.HEADING else ""
    return {**_entry(text_of(block.line), kind), "字": _runs(block.line)}


def _entry(text: str, kind: str) -> dict[str, Value]:
    return {"文": text, "字": [], "表头": [], "行": [], **{name: name == kind for name in _KINDS}}


def _runs(line: Line) -> list[Value]:
    """Neighbours of one weight in one run, so that the file reads as if a person had typed it."""
    joined: list[tuple[str, bool]] = []
    for fragment in line:
        if joined and joined[-1][1] == fragment.bold:
            joined[-1] = (joined[-1][0] + fragment.text, fragment.bold)
        else:
            joined.append((fragment.text, fragment.bold))
    return [{"文": text, "加粗": bold} for text, bold in joined]


def _task(number: int, measure: Measure) -> Value:
    named = {label: "、".join(measure.named(role)) for role, label in wording.ROLE_LABELS.items()}
    return {"序号": str(number), "任务": measure.title, **named, "完成时限": measure.deadline}


def _decomposition(policy: PolicyDocument) -> Value:
    """Parties down, targets across, the county's own figure as the sum; empty without decompositions."""
    if not policy.decompositions:
        return {}
    parties = policy.parties()
    label = wording.party_label(parties)
    shares_of = [{row.party: row.quantity.written for row in part.rows} for part in policy.decompositions]
    totals = [policy.targets[part.target].quantity.written for part in policy.decompositions]
    rows: list[Value] = [[party, *(share.get(party, "") for share in shares_of)] for party in parties]
    return {
        "标题": f"各{label}目标任务分解表",
        "表头": [label, *(part.target for part in policy.decompositions)],
        "行": [*rows, [TOTAL, *totals]],
    }
