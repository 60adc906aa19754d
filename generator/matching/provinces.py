"""Counties under their provinces and towns under their counties: the draft's against the source's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.matching.bonds import Bond
from generator.matching.home import PROVINCES
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.verdicts import PlaceMatch, Verdict
from generator.model.place import Span
from generator.patterns import compiled

_COUNTY = compiled(
    rf"(?P<above>{PROVINCES})(?P<below>[\u4e00-\u9fff]{{2,8}}?(?:自治县|自治州|自治旗|县|市|州|盟|旗))"
)
_TOWN = compiled(
    r"(?P<above>[\u4e00-\u9fff]{2,9}?(?:自治县|县|市|区))(?P<below>[\u4e00-\u9fff]{2,3}?(?:镇|乡|街道))(?![镇村])"
)
# Words of the sentence before a county's name: 另一个是惠水县.
_RUN_IN = compiled(r"^.*(?:[是在由对为把到含和与及即以的]|其中|包括|涉及|我县|除)(?=[\u4e00-\u9fff]{2})")
_SHORTEST = 3
_NO_PLACE = compiled(
    r"[各全本该我每]|^(?:贫困|示范|有关|部分|所属|下辖|市|县|区)|乡镇|城乡|年(?:内|底)?|[是的和]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A place with the one that it lies in, as both are written together."""

    above: str
    below: str
    span: Span


def match_provinces(draft: Reading, view: SourceView) -> Iterator[PlaceMatch]:
    """Counties that the source puts into one province and the draft into another, and towns likewise in counties.

    No county lies in two provinces, and hardly any two are of one name. Towns of one name are many in the country, but
    not in papers that have to do with each other.
    """
    yield from _compared(_counties(draft), _counties(view.reading), view)
    if view.bond in (Bond.CLOSE, Bond.ABOVE):
        yield from _compared(_towns(draft), _towns(view.reading), view)


def _compared(ours: Iterator[_Placed], theirs: Iterator[_Placed], view: SourceView) -> Iterator[PlaceMatch]:
    told: Mapping[str, dict[str, Span]] = defaultdict(dict)
    for placed in theirs:
        told[placed.below][placed.above] = placed.span
    for placed in ours:
        known = told.get(placed.below, {})
        if len(known) == 1 and not any(_is_one(placed.above, other) for other in known):
            ((above, place),) = known.items()
            yield PlaceMatch(
                span=placed.span,
                verdict=Verdict.CONTRADICTS,
                source=view.source,
                counterpart=place,
                difference=f"来源中{placed.below}属{above}",
            )


def _is_one(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _counties(reading: Reading) -> Iterator[_Placed]:
    text = reading.facts.document.text
    for found in _COUNTY.finditer(text, reading.facts.document.begin):
        yield _Placed(above=found["above"], below=found["below"], span=Span(*found.span()))


def _towns(reading: Reading) -> Iterator[_Placed]:
    text = reading.facts.document.text
    for found in _TOWN.finditer(text, reading.facts.document.begin):
        led = _RUN_IN.match(found["above"])
        start = found.start() + (led.end() if led else 0)
        above = text[start : found.end("above")]
        if (
            len(above) >= _SHORTEST
            and not _NO_PLACE.search(above[:-1])
            and not _NO_PLACE.search(found["below"])
        ):
            yield _Placed(above=above, below=found["below"], span=Span(start, found.end()))
