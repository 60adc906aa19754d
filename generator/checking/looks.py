"""Fonts and sizes in the words of offices: 三号仿宋."""

from __future__ import annotations

# Half-points of the Chinese type sizes (号).
_SIZES = {
    84: "初号",
    72: "小初",
    52: "一号",
    48: "小一",
    44: "二号",
    36: "小二",
    32: "三号",
    30: "小三",
    28: "四号",
}
_SIZES |= {24: "小四", 21: "五号", 18: "小五"}
# The standard names kinds of type; offices have them under many names.
_KINDS = {
    "仿宋": ("仿宋", "FangSong", "FZFS", "STFangsong"),
    "楷体": ("楷体", "楷", "KaiTi", "FZKT", "STKaiti"),
    "黑体": ("黑体", "SimHei", "FZHT", "STHeiti"),
    "小标宋": ("小标宋", "XiaoBiaoSong", "FZXBS"),
    "宋体": ("宋体", "SimSun", "STSong", "NSimSun"),
}


def kind_of_font(font: str) -> str:
    """仿宋, 楷体, 黑体, 小标宋 or 宋体; the font's own name where it is none of them; empty for none."""
    for kind in ("小标宋", "仿宋", "楷体", "黑体", "宋体"):
        if any(name.lower() in font.lower() for name in _KINDS[kind]):
            return kind
    return font


def size_name(half_points: int) -> str:
    """三号 for 32 half-points; 15磅 for a size without a name."""
    return _SIZES.get(half_points) or f"{half_points / 2:g}磅"


def told_look(font: str, half_points: int) -> str:
    """``三号仿宋``; only what the file says."""
    return f"{size_name(half_points) if half_points else ''}{kind_of_font(font)}"
