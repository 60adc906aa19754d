"""Numbers that count nothing measured (近三年, 前10位, 每百名), in words that the draft has taken over from the source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.matching.bonds import Bond
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.verdicts import WordMatch
from generator.model.place import Span
from generator.patterns import compiled
from generator.text.numerals import parse_chinese

_NUMERAL = compiled(r"\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+")
# Numbers of items, years, days and articles, and numerals that are parts of words.
_NO_NUMBER_BEFORE = compiled(r"(?:第|[（(]|〔|\d|[.．·—–\-~～、至到]|统|唯|专|单|逐|某|万|亿)$")
_NO_NUMBER_BEHIND = compiled(
    r"[）)、.．]|[年月日号时](?!以)|[是要则](?=[\u4e00-\u9fff])|[些样般致体律直起定切旦贯]|[—–\-~～至到]?\d|[%％‰万亿]|次性"
)
_YEARS_AGO = compiled(r"(?:近|前|后|头|满|连续|未来|今后)$")
_BLANK = compiled(r"[\s“”\"'《》（）()]")
_REACH = 12
_KEY = 3
_LEAST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    """A numeral with the characters on both sides, blanks and quotes left out; ``left`` is read backwards."""

    value: Decimal
    span: Span
    left: str
    right: str


def match_numerals(draft: Reading, view: SourceView) -> Iterator[WordMatch]:
    """Numerals for which the source, in the same words on both sides, has another and never this one."""
    if view.bond not in (Bond.CLOSE, Bond.ABOVE):
        return
    source = view.reading.facts.document.text
    by_side: Mapping[str, list[_Number]] = defaultdict(list)
    for number in _numbers(view.reading):
        by_side[f"<{number.left[:_KEY]}"].append(number)
        by_side[f">{number.right[:_KEY]}"].append(number)
    for ours in _numbers(draft):
        near = {each.span: each for side in _sides(ours) for each in by_side.get(side, ())}
        alike = [theirs for theirs in near.values() if _is_in_the_same_words(ours, theirs)]
        if alike and len({theirs.value for theirs in alike}) == 1 and alike[0].value != ours.value:
            yield WordMatch(
                span=ours.span,
                quote=ours.span.of(draft.facts.document.text),
                source=view.source,
                counterpart=alike[0].span,
                counterpart_quote=alike[0].span.of(source),
            )


def _sides(number: _Number) -> Sequence[str]:
    return f"<{number.left[:_KEY]}", f">{number.right[:_KEY]}"


def _is_in_the_same_words(one: _Number, other: _Number) -> bool:
    left, right = _common(one.left, other.left), _common(one.right, other.right)
    return left > 0 and right > 0 and left + right >= _LEAST


def _common(one: str, other: str) -> int:
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))


def _numbers(reading: Reading) -> Iterator[_Number]:
    """The numerals of a paper that no figure holds."""
    document = reading.facts.document
    text, end = document.text, document.blocks[-1].span.end if document.blocks else len(document.text)
    figures = {
        at for mention in reading.mentions for at in range(mention.figure.span.start, mention.figure.span.end)
    }
    for found in _NUMERAL.finditer(text, document.begin, end):
        value = Decimal(found.group()) if found.group()[0].isdecimal() else parse_chinese(found.group())
        before = text[max(0, found.start() - _REACH) : found.start()].rpartition("\n")[2]
        behind = text[found.end() : found.end() + _REACH].partition("\n")[0]
        years = bool(_YEARS_AGO.search(before)) and behind.startswith("年")
        if value is None or found.start() in figures or _NO_NUMBER_BEFORE.search(before):
            continue
        if not years and _NO_NUMBER_BEHIND.match(behind):
            continue
        yield _Number(
            value=value,
            span=Span(*found.span()),
            left=_BLANK.sub("", before)[::-1],
            right=_BLANK.sub("", behind),
        )
