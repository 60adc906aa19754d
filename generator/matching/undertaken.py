"""What a township's plan says of itself (我镇承担45人) and what of its county (全县培训300人)."""

from __future__ import annotations

from generator.matching.reading import Mention
from generator.patterns import compiled

_SELF = r"[我本全][镇乡村]|我街道|本街道"
_ABOVE = r"全[县区市]|[县区市]里|[县区市]级|我[县区市]|《[^》]*》"
_NEAREST = compiled(rf"(?P<own>{_SELF})|(?P<above>{_ABOVE})")


def speaks_of_the_county(mention: Mention) -> bool:
    """Whether the last word before the figure that says whose it is names the county: what says nothing is its own."""
    found = list(_NEAREST.finditer(mention.before))
    return bool(found) and found[-1]["above"] is not None
