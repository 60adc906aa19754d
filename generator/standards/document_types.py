"""The fifteen kinds of official document (党政机关公文处理工作条例 第八条), as they stand at the end of a title."""

from __future__ import annotations

STATUTORY = (
    "决议",
    "决定",
    "命令",
    "令",
    "公报",
    "公告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
    "请示",
    "批复",
    "议案",
    "函",
    "纪要",
)
"""命令 and 令 are one kind."""
