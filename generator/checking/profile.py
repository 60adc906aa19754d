"""Profiles: how strict a check is; each holds the ones before it."""

from __future__ import annotations

from enum import Enum


class Profile(Enum):
    """``draft`` while writing, ``review`` before it goes to the leader, ``issue`` before it is issued."""

    DRAFT = "draft"
    REVIEW = "review"
    ISSUE = "issue"

    @property
    def rank(self) -> int:
        """0 for the one that asks least."""
        return ("draft", "review", "issue").index(self.value)

    @property
    def label(self) -> str:
        return {"draft": "拟稿", "review": "审稿", "issue": "发文前"}[self.value]

    def includes(self, other: Profile) -> bool:
        """Whether a check with this profile runs the rules of ``other``."""
        return other.rank <= self.rank
