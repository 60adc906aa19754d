"""Whether two figures are of one year."""

from __future__ import annotations

from enum import Enum

from generator.matching.pairing import Pair
from generator.matching.periods import Years, compatible, years_in
from generator.matching.reading import Mention, Reading


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
    return YearStanding.OPEN if compatible(draft.years, source.years) else YearStanding.APART


def years_of(mention: Mention, reading: Reading) -> Years:
    """The years of the clause, else of the figure's key, else of the document."""
    return mention.years or years_in(mention.figure.year) or reading.years
