"""What a paper says of its own place (我镇承担45人) and what of the places above (全县培训300人, 省里规定8%)."""

from __future__ import annotations

from generator.matching.home import COUNTY_RANK, place_rank
from generator.matching.reading import Mention
from generator.patterns import compiled

_CITED = "《[^》]*》"
_TOWN = compiled(
    rf"(?P<own>[我本全][镇乡村]|我街道|本街道)|(?P<above>[全我][县区市省]|[县区市省]里|[县区市省]级|国家|全国|{_CITED})"
)
_COUNTY = compiled(
    rf"(?P<own>[我本全][县区旗镇乡村]|[县区]里|[县区]级)|(?P<above>[全我][市省]|[市省]里|[市省]级|国家|全国|{_CITED})"
)


def speaks_of_a_place_above(mention: Mention, home: str) -> bool:
    """Whether the last word before the figure that says whose it is names a place above ``home``: what says nothing is
    its own."""
    words = _TOWN if place_rank(home) < COUNTY_RANK else _COUNTY
    found = list(words.finditer(mention.before))
    return bool(found) and found[-1]["above"] is not None
