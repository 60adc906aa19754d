"""The level and the place in front of an agency's name: 清原县财政局, 区财政局."""

from __future__ import annotations

from collections.abc import Sequence

from generator.patterns import compiled

LEVELS = "省市县区州旗盟"
# 人民银行清原县中心支行 has its place in the middle. The body follows the level; 园区, 开发区, 社区 … are no places that have a 财政局.
_PLACE = compiled(
    rf"(?![{LEVELS}各])(?![一-鿿]{{0,8}}(?:银行|公司|集团|电网|学院))[一-鿿]{{2,11}}?(?<![园发景社林校厂库城矿])(?=[{LEVELS}](?:[^{LEVELS}级直]|[{LEVELS}].))"
)
_COUNTY_LIKE = "区市旗州盟"


def without_place(name: str) -> str:
    """清原县财政局 as 县财政局: a name from its level on; a name without a place as it is."""
    place = _PLACE.match(name)
    return name[place.end() :] if place else name


def place_of(name: str) -> str:
    """What :func:`without_place` takes away, with the level: 清原县 of 清原县财政局; empty where there is none."""
    place = _PLACE.match(name)
    return name[: place.end() + 1] if place else ""


def county_form(name: str) -> str:
    """县财政局 for 区财政局, 市财政局 or 旗财政局: the form under which a body that every county has is registered."""
    return f"县{name[1:]}" if name[:1] in _COUNTY_LIKE else name


def has_level(name: str) -> bool:
    """Whether ``name`` begins with a level (县财政局), not with a place (清原县财政局) nor with its field (财政局)."""
    return name[:1] in LEVELS


_OF_STATE = ("部", "总局", "总署", "监会", "国务院扶贫办")


def of_other_levels(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one side names units of the state and the other those of a place: 市市场监管局 answers to 市场监管总局."""
    return (_is_of_state(some) and _is_local(others)) or (_is_of_state(others) and _is_local(some))


def _is_of_state(names: Sequence[str]) -> bool:
    return any(name.endswith(_OF_STATE) and not _is_below(name) for name in names)


def _is_local(names: Sequence[str]) -> bool:
    return 2 * sum(map(_is_below, names)) > len(names) and not _is_of_state(names)


def _is_below(name: str) -> bool:
    """市市场监管局, not 市场监管总局."""
    return has_level(without_place(name)) and not name.startswith("市场")
