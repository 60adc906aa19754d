"""Whether two figures are of one year."""

from __future__ import annotations

from enum import Enum

from generator.matching.pairing import Pair
from generator.matching.periods import Years, compatible, years_in
from generator.matching.reading import Mention, Reading

_RARE = 0.8


class YearStanding(Enum):
    """``ONE`` year, two years (``APART``), or one side tells too little (``OPEN``)."""

    ONE = "one"
    APART = "apart"
    OPEN = "open"


def standing_of_years(pair: Pair, draft: Reading, source: Reading) -> YearStanding:
    """What a heading or a sentence before lends to a figure is a guess as long as the documents share a year."""
    if compatible(years_of(pair.draft, draft), years_of(pair.source, source)):
        return YearStanding.ONE
    if pair.draft.years and pair.source.years:
        return YearStanding.APART
    if pair.partner >= _RARE and not pair.source.years and _looks_back(pair.draft.years, source.years):
        return YearStanding.OPEN
    return YearStanding.OPEN if compatible(draft.years, source.years) else YearStanding.APART


def _looks_back(named: Years, source: Years) -> bool:
    """Whether the draft itself dates the figure, and not after what the source speaks of: 2016年脱贫的2979户7247人."""
    return bool(named and source) and max(named) <= max(source)


def years_of(mention: Mention, reading: Reading) -> Years:
    """The years of the clause, else of the figure's key, else of the document."""
    return mention.years or years_in(mention.figure.year) or reading.years
