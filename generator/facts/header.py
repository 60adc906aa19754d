"""What a document states of its own identity."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.header_dates import IssueDate, find_issue_date
from generator.facts.header_titles import find_title, is_issuer_line
from generator.model.facts import HeaderFacts
from generator.model.text_document import Block, BlockKind, TextDocument
from generator.patterns import compiled
from generator.text.agencies import is_agency_name
from generator.text.document_numbers import DocumentNumber, find_document_numbers

# A header stands at the top; beyond these paragraphs a number or a colon belongs to the text.
_TOP = 40
_LONGEST = 400
_MASTHEAD_LINES = 8
_RECIPIENT = compiled(
    r"各|政府|单位|部门|委员会|办公室|党委|[省市县区]委|局|厅|公司|办事处|街道|学校|人民团体"
)
_NO_RECIPIENTS = compiled(
    r"^(?:同志们|各位|尊敬的|女士|朋友们)|[。《》；;]|如下|附件|(?:牵头|责任|配合)单位|签发|联系|抄送|^[一二三四五六七八九十]、|^[（(]"
)
_BESIDE_NUMBER = compiled(r"[\s　（）()【】\[\]]*(?:签发人[：:].*)?")
_IN_TITLE = compiled(r"(?P<issuer>[^《》“”]{3,60}?)关于")
_DATED = compiled(r"(?P<issuer>[^\s　，。；：、\d]{4,40})[\s　]{2,}\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
_MASTHEAD = compiled(r"(?P<issuer>.{4,60}?)文\s?件")


def read_header(document: TextDocument) -> HeaderFacts:
    """Title, number, issuer, recipients and date, where the document states them; of several documents in one text,
    those of the first."""
    blocks = [b for b in document.blocks[:_TOP] if b.kind is not BlockKind.CELL and len(b.span) <= _LONGEST]
    lines = [block.span.of(document.text).strip() for block in blocks]
    number = _number(document.text, blocks)
    title = find_title([(line, block.style) for line, block in zip(lines, blocks, strict=True)])
    issued = find_issue_date(document)
    return HeaderFacts(
        title=title[0] if title else None,
        document_number=number.text if number else None,
        document_number_span=number.span if number else None,
        issuer=_issuer(document, lines, title, issued),
        recipients=_recipients(lines, title[2] if title else 0),
        issue_date=issued.value if issued else None,
        issue_date_span=issued.span if issued else None,
    )


def _number(text: str, blocks: Sequence[Block]) -> DocumentNumber | None:
    """The first number alone on its line, apart from brackets and 签发人."""
    for block in blocks:
        if len(block.span) > 100:
            continue
        line = block.span.of(text)
        for number in find_document_numbers(line):
            rest = line[: number.span.start], line[number.span.end :]
            if all(_BESIDE_NUMBER.fullmatch(part) for part in rest):
                return _moved(number, block.span.start)
    return None


def _moved(number: DocumentNumber, offset: int) -> DocumentNumber:
    return DocumentNumber(
        span=number.span.shifted(offset),
        text=number.text,
        agency_code=number.agency_code,
        year=number.year,
        serial=number.serial,
        opening=number.opening,
        closing=number.closing,
        well_formed=number.well_formed,
    )


def _recipients(lines: Sequence[str], after: int) -> str | None:
    """The first line below the title that ends in a colon and names whom the document is sent to."""
    for line in lines[after : after + 8]:
        if not line.endswith(("：", ":")) or len(line) < 3:
            continue
        if _RECIPIENT.search(line) and not _NO_RECIPIENTS.search(line):
            return line[:-1].strip()
    return None


def _issuer(
    document: TextDocument, lines: Sequence[str], title: tuple[str, int, int] | None, issued: IssueDate | None
) -> str | None:
    """From the signature over the date, else from masthead, title or the line of issuers at the top."""
    signed = _signature(document, issued)
    if signed:
        return "、".join(signed)
    head = lines[: title[1] + 1 if title else 6]
    dated = [line for line in lines[:_MASTHEAD_LINES] if _DATED.fullmatch(line)]
    for line in (*head, *dated):
        masthead = _MASTHEAD.fullmatch(line) or _DATED.fullmatch(line)
        if masthead and is_agency_name(masthead["issuer"]):
            return masthead["issuer"].strip()
    if title is not None:
        named = _IN_TITLE.match(title[0])
        if named and is_issuer_line(named["issuer"]):
            return "、".join(named["issuer"].split())
    for line in head:
        if is_issuer_line(line):
            return "、".join(line.split())
    return None


def _signature(document: TextDocument, issued: IssueDate | None) -> tuple[str, ...]:
    """Agencies alone on the lines right above the date, in order."""
    if issued is None:
        return ()
    names: list[str] = []
    for block in reversed(document.blocks[max(0, issued.block - 6) : issued.block]):
        line = block.span.of(document.text).strip(" \t　|｜")
        if not is_issuer_line(line):
            break
        names[:0] = line.split()
    return tuple(names)
