"""Set phrases in quotation marks, against those of a source: “摘帽就摘政策” for “摘帽不摘政策”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.matching.bonds import Bond
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.verdicts import WordMatch
from generator.model.place import Span
from generator.patterns import compiled

_QUOTED = compiled(r"“(?P<words>[^“”\n]{6,40})”")
_LONG = 12  # two characters may differ in phrases so long
_NUMERAL = compiled(r"\d")


def match_quoted_words(draft: Reading, view: SourceView) -> Iterator[WordMatch]:
    """Phrases that differ from a phrase of the source in one character (two of a dozen) and that it holds nowhere."""
    if view.bond is not Bond.CLOSE:
        return
    theirs, text = view.reading.facts.document.text, draft.facts.document.text
    known: Mapping[int, list[Span]] = defaultdict(list)
    for found in _QUOTED.finditer(theirs):
        known[len(found["words"])].append(Span(*found.span("words")))
    for found in _QUOTED.finditer(text):
        words = found["words"]
        if words in theirs or _NUMERAL.search(words):
            continue
        near = [span for span in known[len(words)] if _is_nearly(words, span.of(theirs))]
        if len({span.of(theirs) for span in near}) == 1:
            yield WordMatch(
                span=Span(*found.span("words")),
                quote=words,
                source=view.source,
                counterpart=near[0],
                counterpart_quote=near[0].of(theirs),
            )


def _is_nearly(one: str, other: str) -> bool:
    different = sum(a != b for a, b in zip(one, other, strict=True))
    return 0 < different <= (2 if len(one) >= _LONG else 1)
