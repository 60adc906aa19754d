"""A period and its length: 2018—2020年三年行动, 三年行动方案（2018—2020年）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.facts.relation_building import count_relation, item
from generator.facts.relation_numerals import small_number
from generator.model.facts import Relation

_DASH = r"\s*年?\s*(?:—+|–|-|－|~|～|至|到|―)\s*"
_LENGTH = r"(?P<length>[两三四五六七八九十]|[2-9]|10)年(?!前|内|级|以|后|来|多|期|度)"
_PERIOD = rf"(?P<period>(?P<first>20\d\d){_DASH}(?P<last>20\d\d)\s*年?)"
_PATTERNS = (
    re.compile(rf"(?<!\d){_PERIOD}[”）)]?{_LENGTH}"),
    re.compile(rf"(?<![\d零一二三四五六七八九]){_LENGTH}[^。，；：\n\d（(]{{0,16}}[（(]{_PERIOD}[）)]"),
)


def find_periods(text: str) -> Iterator[Relation]:
    """Periods with their length in years, both ends included.

    One year less is read as counted from date to date and left alone.
    """
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            first, last = int(found.group("first")), int(found.group("last"))
            length, years = small_number(found.group("length")), last - first + 1
            if years > 1 and length != years - 1:
                start, end = found.span("length")
                yield count_relation(
                    item(text, start, end + 1),
                    [item(text, *found.span("period"))],
                    count=years,
                    holds=length == years,
                    certain=False,
                )
