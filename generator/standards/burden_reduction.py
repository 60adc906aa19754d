"""The rules of 2024 on reducing formalism for the grass roots (整治形式主义为基层减负若干规定)."""

from __future__ import annotations

from datetime import date

IN_FORCE = date(2024, 8, 6)
"""Documents issued from this day on are held to them."""

LONGEST_GENERAL = 5000
"""Characters of a comprehensive document, 一般."""

LONGEST_SPECIAL = 4000
"""Characters of a document on one special task, 一般."""
