"""What may follow a unit and belongs to the amount: 半 (一吨半), 角 and 分 (50元6角3分)."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.patterns import compiled
from generator.text.numerals import parse_numeral

HALF = compiled("半(?![个年天径数山岛月])")
SMALL_MONEY = compiled(r"(?P<dimes>[0-9一二三四五六七八九])[角毛](?:(?P<cents>[0-9一二三四五六七八九])分)?")


def small_money(found: re.Match[str]) -> Decimal:
    """The value in 元 of what SMALL_MONEY found."""
    dimes, cents = parse_numeral(found["dimes"]), parse_numeral(found["cents"] or "0")
    return (dimes or Decimal(0)) / 10 + (cents or Decimal(0)) / 100
