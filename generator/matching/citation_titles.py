"""Titles and numbers of documents reduced to what tells them apart."""

from __future__ import annotations

from generator.patterns import compiled

_MARKS = compiled(r"[\s《》〈〉“”\"'‘’（）()〔〕\[\]﹝﹞—–\-－]")
_TITLE_FRAME = compiled(r"^(?:.{0,30}?关于)?(?:印发|转发|批转)?|的通知$")


def bare(text: str) -> str:
    """``text`` without brackets, quotes, dashes and blanks."""
    return _MARKS.sub("", text)


def bare_title(title: str) -> str:
    """A title without its marks and without 关于印发…的通知 around it."""
    return _TITLE_FRAME.sub("", bare(title))
