"""Counties under their provinces: the draft's against the source's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.matching.home import PROVINCES
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.verdicts import PlaceMatch, Verdict
from generator.model.place import Span
from generator.patterns import compiled

_COUNTY = compiled(
    rf"(?P<province>{PROVINCES})(?P<county>[\u4e00-\u9fff]{{2,8}}?(?:自治县|自治州|自治旗|县|市|州|盟|旗))"
)


def match_provinces(draft: Reading, view: SourceView) -> Iterator[PlaceMatch]:
    """Counties that the source puts into one province and the draft into another. No county lies in two, and hardly any
    two are of one name."""
    source = view.reading.facts.document.text
    told: dict[str, dict[str, Span]] = defaultdict(dict)
    for found in _COUNTY.finditer(source, view.reading.facts.document.begin):
        told[found["county"]][found["province"]] = Span(*found.span())
    for found in _COUNTY.finditer(draft.facts.document.text):
        theirs = told.get(found["county"], {})
        if len(theirs) == 1 and found["province"] not in theirs:
            ((province, place),) = theirs.items()
            yield PlaceMatch(
                span=Span(*found.span()),
                verdict=Verdict.CONTRADICTS,
                source=view.source,
                counterpart=place,
                difference=f"来源中{found['county']}属{province}",
            )
