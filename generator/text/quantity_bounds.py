"""What the words around a number claim about it: 约, 近, 余, 以上, 以内, 不低于, 至少, 左右."""

from __future__ import annotations

from generator.model.place import Span
from generator.model.quantity import Bound
from generator.patterns import compiled

AFTER = compiled(
    r"\s*(?:[（(]?含[）)]?|（含）)?(?P<word>及以上|以上|及以下|以下|以内|之内|以下|左右|上下|内(?=[^容部外设]|$))"
)
BEFORE = compiled(
    "(?P<least>不得?低于|不少于|至少|最低|不小于|达到或超过)|(?P<most>不得?超过|不高于|不大于|至多|最多|不多于|控制在|压减到)"
    "|(?P<over>(?<=[要须应均都])过|超过|超|突破|高于|逾|大于)|(?P<under>低于|少于|小于|未达到|不足|不到)|(?P<about>(?<![签节集制履预违特邀合])大?约为?|近|接近|将近|大概|预计)"
)
_WINDOW = 6
_FAR = 10
# 每年至少集中组织2次, 增幅不低于上年的10%: the claim stands before the verb, or before what is compared with.
_BEFORE_VERB = compiled(
    r"(?:(?P<least>至少|最少|不少于|不得?低于)|(?P<most>至多|最多|不得?超过|不高于))[^，。；：、\d（）()]{1,6}$"
)
_AFTER_BOUND = {"以上": Bound.AT_LEAST, "及以上": Bound.AT_LEAST, "左右": Bound.ABOUT, "上下": Bound.ABOUT}
_BEFORE_BOUND = {
    "least": Bound.AT_LEAST,
    "most": Bound.AT_MOST,
    "over": Bound.MORE_THAN,
    "under": Bound.LESS_THAN,
    "about": Bound.ABOUT,
}


def bound_at(text: str, span: Span) -> Bound:
    """The bound of the quantity at ``span``: words after it win over words before it."""
    if after := AFTER.match(text, span.end):
        return _AFTER_BOUND.get(after["word"], Bound.AT_MOST)
    for before in BEFORE.finditer(text, max(0, span.start - _WINDOW), span.start):
        if before.end() == span.start and before.lastgroup:
            return _BEFORE_BOUND[before.lastgroup]
    if far := _BEFORE_VERB.search(text, max(0, span.start - _FAR), span.start):
        return _BEFORE_BOUND[str(far.lastgroup)]
    return Bound.EXACT
