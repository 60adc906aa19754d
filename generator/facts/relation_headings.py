"""Announced numbers against numbered headings: “五个一批” over five items, 十大项目 against ten headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.facts.relation_building import count_relation, item
from generator.facts.relation_numerals import small_number
from generator.model.facts import Heading, Relation, Term
from generator.patterns import compiled

_IN_TITLE = compiled(
    r"(?P<number>[两三四五六七八九十]|1?\d)(?:个|大|项|类|条|种|方面)(?P<noun>[\u4e00-\u9fff]{0,4})"
)
_GREAT = compiled(r"(?P<number>[三四五六七八九十\d]{1,2})(?P<kind>大|项|个)(?P<noun>[\u4e00-\u9fff]{2})")
_ANNOUNCING_END = compiled(
    r"(?P<number>\d{1,2}|[两三四五六七八九十]{1,2})(?:个方面|大?方面|项|类|个|种|条|大)"
    r"[^。；，：:\n]{0,14}[：:]\s*$"
    r"|(?:以下|下列)(?P<following>\d{1,2}|[两三四五六七八九十]{1,2})(?:个方面|大?方面|项|类|个|种|条|大)[^。；，：:\n]{0,14}(?<!如下)。\s*$"
)

Siblings = tuple[Heading, ...]
Family = tuple[Heading | None, Siblings]


def find_heading_counts(text: str, families: Sequence[Family]) -> Iterator[Relation]:
    """Numbers in a heading or right before a run of headings, and 十大项目 anywhere, against the headings."""
    for parent, children in families:
        if parent:
            yield from _title_count(text, parent, children)
        yield from _announced_before(text, children)
    yield from _great_numbers(text, [children for _, children in families])


def heading_families(outline: Sequence[Heading]) -> tuple[Family, ...]:
    """Every run of at least two numbered siblings, with the heading above it, in text order."""
    return tuple(sorted(_families(outline), key=lambda family: family[1][0].span.start))


def _families(outline: Sequence[Heading]) -> Iterator[Family]:
    numbered = [heading for heading in outline if heading.level > 0]
    open_runs: list[tuple[Heading | None, list[Heading]]] = []
    for heading in numbered:
        while open_runs and open_runs[-1][1][-1].level > heading.level:
            yield from _closed(open_runs.pop())
        if open_runs and open_runs[-1][1][-1].level == heading.level:
            if heading.ordinal == open_runs[-1][1][-1].ordinal + 1:
                open_runs[-1][1].append(heading)
                continue
            yield from _closed(open_runs.pop())
        parent = open_runs[-1][1][-1] if open_runs else None
        open_runs.append((parent, [heading]))
    while open_runs:
        yield from _closed(open_runs.pop())


def _closed(run: tuple[Heading | None, list[Heading]]) -> Iterator[Family]:
    parent, children = run
    if len(children) > 1 and children[0].ordinal == 1:
        yield parent, tuple(children)


def _terms(text: str, headings: Siblings) -> tuple[Term, ...]:
    return tuple(item(text, heading.span.start, heading.span.end) for heading in headings)


def _title_count(text: str, parent: Heading, children: Siblings) -> Iterator[Relation]:
    found = _IN_TITLE.search(text, parent.span.start + len(parent.number), parent.span.end)
    if found and small_number(found.group("number")) == len(children):
        announced = item(text, *found.span())
        yield count_relation(announced, _terms(text, children), count=len(children), holds=True)


def _announced_before(text: str, children: Siblings) -> Iterator[Relation]:
    """The line above the first of ``children`` ends in 以下三项任务：."""
    first = children[0].span.start
    start = max(0, first - 60)
    found = _ANNOUNCING_END.search(text[start:first])
    if found is None:
        return
    name = "following" if found["following"] else "number"
    number = small_number(found[name])
    holds = number == len(children)
    if holds or not _closed_earlier(text, children, found[name]):
        announced = item(text, start + found.start(name), start + found.end(name) + 1)
        terms = _terms(text, children)
        yield count_relation(announced, terms, count=len(children), holds=holds, certain=False)


def _closed_earlier(text: str, children: Siblings, number: str) -> bool:
    """Whether the text says 以上四类 before the last heading: what follows is no item."""
    between = text[children[0].span.start : children[-1].span.start]
    return f"以上{number}" in between or f"上述{number}" in between


def _great_numbers(text: str, families: Sequence[Siblings]) -> Iterator[Relation]:
    by_size: dict[int, list[Siblings]] = {}
    for children in families:
        by_size.setdefault(len(children), []).append(children)
    for found in _GREAT.finditer(text):
        for children in by_size.get(small_number(found.group("number")), ()):
            named = sum(found.group("noun") in heading.title for heading in children)
            if (
                4 * named >= 3 * len(children)
                and not children[0].span.start <= found.start() <= children[0].span.end
            ):
                yield count_relation(
                    item(text, *found.span()), _terms(text, children), count=len(children), holds=True
                )
