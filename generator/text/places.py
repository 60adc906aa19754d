"""The place that a figure is about: a county, township or village named just before it."""

from __future__ import annotations

from generator.patterns import compiled

# A name starts after a mark or a word that introduces places, and is two to four characters before 县 镇 乡 村 ….
_PLACE = compiled(
    r"(?:^|(?<=[，,；;。：:、（(\s和及在对由年月日底]))(?P<place>[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道|村|县|区|社区))(?![级委办政党域])"
)
_WHOLE = compiled(r"[\u4e00-\u9fff]{2,12}(?:镇|乡|街道|村|社区|县|区|市|省|办事处|开发区)")
_NO_NAMES = compiled(
    "贫困|行政|自然|重点|中心|各|全|每|个|该|本|我|非|新|农|乡|深度|易地|城|涉|空壳|特色|示范|美丽|落后|薄弱|出列|退出|整|驻|到|所有|地|老旧|改造|建成|新建"
)
_QUARTER = compiled("(?:小|景|库|灌|园|片|牧|林|山|辖|校|棚户|功能)区$")


def find_place(text: str, start: int, end: int) -> str:
    """The last place named in ``text[start:end]``; empty where none is."""
    place = ""
    for found in _PLACE.finditer(text, start, end):
        listed = text.startswith(("、", "等"), found.end())  # one of several: 水塘镇、老厂乡等3个乡镇
        if not listed and _names_a_place(found["place"]):
            place = found["place"]
    return place


def is_place_name(text: str) -> bool:
    """Whether ``text`` as a whole names a county, township or village (清原镇, not 贫困村)."""
    return _WHOLE.fullmatch(text) is not None and _names_a_place(text)


def _names_a_place(text: str) -> bool:
    return not _NO_NAMES.search(text[:-1]) and not _QUARTER.search(text)
