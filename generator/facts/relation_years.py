"""A period and its length: 2018—2020年三年行动, 三年行动方案（2018—2020年）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.facts.relation_building import count_relation, item
from generator.facts.relation_numerals import small_number
from generator.model.facts import Relation, RelationKind, Term
from generator.patterns import compiled

_DASH = r"\s*年?\s*(?:—+|–|-|－|~|～|至|到|―)\s*"
_LENGTH = r"(?P<length>[两三四五六七八九十]|[2-9]|10)年(?!前|内|级|以|后|来|多|期|度)"
_PERIOD = rf"(?P<period>(?P<first>[1-9]\d{{3}}){_DASH}(?P<last>\d{{4}})\s*年)"
_PERIODS = compiled(_PERIOD)
_LENGTH_IN_FRONT = compiled(rf"{_LENGTH}[^。，；：\n\d（(]{{0,16}}[（(]{_PERIOD}[）)]")
_PLAN_BEHIND = compiled(r"[^。；，\n]{0,24}?(?:行动|方案|规划|计划|要点)")


_PART_OF_NUMBER = compiled(r"[\d零一二三四五六七八九十]")
_LENGTH_BEHIND = compiled(rf"[”）)]?{_LENGTH}")
_FEWEST = 2
_LINE = compiled(
    rf"^[ \t　]*(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、．.])?\s*(?P<first>\d{{4}})(?:{_DASH}(?P<last>\d{{4}}))?\s*年",
    re.M,
)
_LISTED = compiled(
    r"\d{4}年[^，。；：\n\d、和]{0,10}(?:[、和][^，。；：\n\d、和]{0,4}\d{4}年[^，。；：\n\d、和]{0,10}){1,9}"
)
_PART_OF_YEAR = compiled(r"[春夏秋冬季月底初末]|上半|下半")
_YEAR = compiled(r"\d{4}(?=年)")
_LONGEST = 11


def find_periods(text: str) -> Iterator[Relation]:
    """Periods with their length in years, both ends included, and the years into which a plan is divided.

    One year less is read as counted from date to date and left alone.
    """
    plan = None
    for found in _PERIODS.finditer(text):
        if found.start() and text[found.start() - 1].isdecimal():
            continue
        length = _LENGTH_BEHIND.match(text, found.end())
        if int(found.group("first")) > int(found.group("last")):
            yield _reversed(text, found)
        elif length:
            yield from _length(text, found, length)
        plan = plan or (found if _PLAN_BEHIND.match(text, found.end()) else None)
    for found in _LENGTH_IN_FRONT.finditer(text):
        if not found.start() or not _PART_OF_NUMBER.match(text, found.start() - 1):
            yield from _length(text, found, found)
    if plan:
        yield from _years_of_plan(text, plan)


def _length(text: str, found: re.Match[str], behind: re.Match[str]) -> Iterator[Relation]:
    """The period ``found`` against the length in ``behind``."""
    first, last = int(found.group("first")), int(found.group("last"))
    length, years = small_number(behind.group("length")), last - first + 1
    if years > 1 and length != years - 1:
        start, end = behind.span("length")
        ends = [item(text, *found.span("first")), item(text, *found.span("last"))]
        announced = item(text, start, end + 1)
        yield count_relation(announced, ends, count=years, holds=length == years, certain=False)


def _reversed(text: str, found: re.Match[str]) -> Relation:
    first, last = item(text, *found.span("first")), item(text, *found.span("last"))
    return Relation(
        kind=RelationKind.BOUND,
        holds=False,
        total=first,
        terms=(last,),
        formula=f"{first.quote}≤{last.quote}",
    )


def _years_of_plan(text: str, title: re.Match[str]) -> Iterator[Relation]:
    """Year headings and lists of years against the period in the title of a plan."""
    first, last = int(title.group("first")), int(title.group("last"))
    if not 1 <= last - first < _LONGEST:
        return
    period = set(range(first, last + 1))
    total = _title_period(text, title)
    headings = [_term_and_years(text, found) for found in _LINE.finditer(text, title.end())]
    yield from _against(period, total, headings)
    for found in _LISTED.finditer(text):
        listed = [
            (item(text, *year.span()), {int(year.group())}) for year in _YEAR.finditer(text, *found.span())
        ]
        yield from _against(period, total, listed)
        if len(listed) == len(period) and not _PART_OF_YEAR.search(found.group()):
            yield from _twice(period, total, listed)


def _title_period(text: str, title: re.Match[str]) -> Term:
    """The period in the title, with the length in years where that follows at once."""
    length = _LENGTH_BEHIND.match(text, title.end("period"))
    return item(text, title.start("period"), length.end() if length else title.end("period"))


def _term_and_years(text: str, found: re.Match[str]) -> tuple[Term, set[int]]:
    first = int(found.group("first"))
    last = int(found.group("last") or first)
    end = found.end()
    years = set(range(first, last + 1)) if first <= last <= first + _LONGEST else {first, last}
    return item(text, found.start("first"), end), years


def _against(period: set[int], total: Term, parts: Sequence[tuple[Term, set[int]]]) -> Iterator[Relation]:
    """Whether the parts are just the years of the period; doubted when most are and one lies outside it."""
    years = set().union(*(some for _, some in parts))
    terms = tuple(term for term, _ in parts)
    inside = len(years & period)
    overlapping = sum(len(some) for _, some in parts) > len(years)
    if not _FEWEST <= len(parts) <= len(period):
        return
    if years == period:
        yield _division(total, terms, holds=True)
    elif years - period and 2 * inside >= len(period) and (overlapping or len(years) <= len(period)):
        yield _division(total, terms, holds=False)


def _twice(period: set[int], total: Term, parts: Sequence[tuple[Term, set[int]]]) -> Iterator[Relation]:
    """2019年决胜、2019年和2020年巩固 for 2018—2020年: as many years as the period has, and one of them twice."""
    years = set().union(*(some for _, some in parts))
    if years < period and len(years) == len(parts) - 1:
        yield _division(total, tuple(term for term, _ in parts), holds=False)


def _division(total: Term, terms: tuple[Term, ...], *, holds: bool) -> Relation:
    sign = "=" if holds else "≠"
    formula = f"{'+'.join(term.quote for term in terms)}{sign}{total.quote}"
    return Relation(
        kind=RelationKind.SUM, holds=holds, total=total, terms=terms, formula=formula, certain=False
    )
