"""Parts that do not add up to their total: when that is a slip, and when they were never meant to be all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.facts.relation_arithmetic import is_exact, nought_slips, rearranged, sum_slips, weight
from generator.facts.relation_building import bound_relation, sum_relation
from generator.model.facts import Figure, Relation
from generator.patterns import compiled

_APART = compiled(r"[；;]")
_REST = compiled(r"(?:其余|其他|其它|另有|另外|余下|剩余)[^，,。；;：:、\d]{0,8}$")
_REST_OF_MONEY = compiled(r"自筹[^，,。；;：:、\d]{0,6}$")
_OPEN_LIST = compiled(r"^[^，,。；;、（(]{0,6}等")
# People may be counted under several of these at once: the parts may exceed the whole.
_OVERLAP = compiled(
    r"女|男|少数民族|党员|岁|学历|大专|本科|残疾|慢性?病|大病|低保|五保|特困|重点|含|既|又|以上|包括|新增|在校|同时"
    r"|上年|去年|同期|计划|目标|任务|原"
)
# One yuan is not spent on two things, but this year's and last year's may stand side by side.
_OTHER_MATTER = compiled(r"含|既|又|以上|同时|上年|去年|同期|计划|目标|任务|原|累计|结余|结转")
# Of an average a part may be greater, of a change too: 净增50人，其中新增80人.
_NO_WHOLE = compiled(
    r"(?:均|单价|每|最高|最低|净增|净减)[^，,。；;]{0,8}$|(?:增加|减少|增长|下降|降低|提高|上升)(?:了|到|至)?$"
)
_HAN = compiled(r"[\u4e00-\u9fff]+")
_SPENT_ONCE = frozenset({"元", "公里", "平方米", "立方米", "千瓦", "吨"})
_TELLING = 1000  # from this weight on, a sum that is one slip away from the total is hardly chance
_LARGE = 100
_FEW = 6
_LIST = 3
_NEARLY = Decimal("0.95")
_LABEL = 16
_LABEL_START = compiled("[，,、；;：:（(和与及]|其中|包括|分别为?")
_NAMED_CLASS = compiled(r"[A-DⅠ-Ⅳ]?[\u4e00-\u9fff]+")
_CLASSES = "类型级镇乡村县区派组片期批档线路段"
_SIDES = (("出口", "进口"), ("城镇", "乡村"), ("城镇", "农村"), ("公办", "民办"), ("男", "女"))
_MOSTLY = Decimal("0.9")
_PAIR = 2
_RIGHT_BEHIND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SumGroup:
    """Parts of one unit and the totals they may belong to, the nearest first.

    ``beside``: they stand in a bracket right behind the total, and nothing else of any unit.
    """

    text: str
    parts: tuple[Figure, ...]
    totals: tuple[Figure, ...]
    wording: str
    start: int
    beside: bool = False

    @property
    def added(self) -> Decimal:
        """What the parts add up to."""
        return sum((part.value for part in self.parts), Decimal(0))


def doubted_sum(group: SumGroup, *, parallel: bool) -> Iterator[Relation]:
    """A sum that does not come out, where the wording or its neighbours say that it ought to."""
    if not is_plain(group) or any(_is_of_some(group, total) for total in group.totals):
        return
    if parallel or _is_complete(group) or is_partition(group):
        yield sum_relation(akin(group), group.parts, holds=False, certain=parallel)
    elif slipped := next((total for total in group.totals if _slipped(group, total)), None):
        yield sum_relation(slipped, group.parts, holds=False, certain=False)
    elif _exceeds(group, akin(group)):
        yield sum_relation(akin(group), group.parts, holds=False, certain=False)
    elif outgrown := _outgrown(group):
        yield bound_relation(akin(group), outgrown, holds=False, certain=False)


def _outgrown(group: SumGroup) -> Figure | None:
    """265所（其中幼儿园364所、早教机构1所）: a part right behind the whole that is more than it."""
    whole, part = group.totals[0], group.parts[0]
    near = group.start - whole.span.end <= _RIGHT_BEHIND
    return part if near and part.value > max(total.value for total in group.totals) else None


def _is_of_some(group: SumGroup, total: Figure) -> bool:
    """因病18户、因残7户、缺劳力4户，病残户合计25户: the total of the first of the parts, or of some that stand together."""
    values = [part.value for part in group.parts]
    runs = ((first, last) for first in range(len(values)) for last in range(first + 2, len(values) + 1))
    return len(values) > 2 and any(
        sum(values[first:last]) == total.value for first, last in runs if last - first < len(values)
    )


def is_plain(group: SumGroup) -> bool:
    """Whether the figures are exact amounts that a whole and its parts can be: no averages, no changes."""
    figures = (*group.totals, *group.parts)
    before = (group.text[max(0, figure.span.start - 12) : figure.span.start] for figure in figures)
    return all(is_exact(figure.quantity) for figure in figures) and not any(map(_NO_WHOLE.search, before))


def _is_complete(group: SumGroup) -> bool:
    """Whether the last part is what remains: 其余11座, and of money 群众自筹50万元."""
    last = group.parts[-1]
    if _APART.search(group.text, group.start, last.span.start):
        return False
    label = group.text[max(group.start, last.span.start - _LABEL) : last.span.start]
    money = last.unit == "元" and len(group.parts) >= _LIST and _REST_OF_MONEY.search(label)
    rest = _REST.search(label)
    # 其中特困户30户，另有边缘户50户: the last may stand beside the whole as well.
    if (
        rest
        and rest.group().startswith("另")
        and not sum_slips(group.totals[0].value, [p.value for p in group.parts])
    ):
        return False
    return bool(rest or money)


def _slipped(group: SumGroup, total: Figure) -> bool:
    """Whether the sum is one wrong digit or one nought away from ``total``, where that can hardly be chance.

    Short numbers tell enough where the parts are nearly all of the total or more than it.
    """
    values = [part.value for part in group.parts]
    telling = weight([total.quantity, *(part.quantity for part in group.parts)])
    if nought_slips(total.value, values):
        return telling >= _LARGE
    if not sum_slips(total.value, values):
        return False
    nearly = total.value * _NEARLY <= group.added < total.value and not _is_open(group)
    beyond = group.added > total.value and not _may_overlap(group)
    near = len(values) >= _LIST and (nearly or beyond)
    beside = group.beside and not _is_open(group) and not _may_overlap(group)
    return telling >= _TELLING or (telling >= _LARGE and (near or beside))


def _is_open(group: SumGroup) -> bool:
    return bool(_OPEN_LIST.search(group.text[group.parts[-1].span.end :][:_LABEL]))


def _exceeds(group: SumGroup, total: Figure) -> bool:
    """Whether the parts are more than any total, and could not overlap.

    Of money and measures all of them together; of people the first two, as one person may be counted in two groups.
    """
    greatest = max(candidate.value for candidate in group.totals)
    once = (
        group.parts[0].unit in _SPENT_ONCE and len(group.parts) <= _FEW and not _APART.search(group.wording)
    )
    parts = group.parts if once else group.parts[:2]
    values = [part.value for part in parts]
    within = max(values) < total.value or (once and sum_slips(total.value, values))
    return sum(values) > greatest and within and not _may_overlap(group)


def _may_overlap(group: SumGroup) -> bool:
    words = group.text[group.start : group.parts[-1].span.end]
    return bool((_OTHER_MATTER if group.parts[0].unit == "元" else _OVERLAP).search(words))


def is_partition(group: SumGroup) -> bool:
    """Whether the labels leave no third case (贫困村、非贫困村), or divide into classes (加工类、手工类、种养类) that nearly add up."""
    labels = [_label_of(group, part) for part in group.parts]
    if not all(labels) or _APART.search(group.text, group.start, group.parts[-1].span.start):
        return False
    if len(labels) == _PAIR and _are_opposites(*labels):
        return True
    total = akin(group)
    if len(labels) == _PAIR and total.value < _LARGE:
        return False
    classes = len({label[-1] for label in labels}) == 1 and labels[0][-1] in _CLASSES
    enough = group.added > total.value or (total.value * _MOSTLY <= group.added and not _is_open(group))
    enough = enough or rearranged(total.value, group.added)
    return classes and enough and sum_slips(total.value, [part.value for part in group.parts])


def _are_opposites(one: str, other: str) -> bool:
    if any(_starts_with(one, other, *side) or _starts_with(other, one, *side) for side in _SIDES):
        return True
    short, long = sorted((one, other), key=len)
    if long in (f"非{short}", f"未{short}", f"不{short}"):
        return True
    for first, second in (("男", "女"), ("已", "未"), ("有", "无"), ("有", "没有")):
        if short.startswith((first, second)) and long.startswith((first, second)) and short[0] != long[0]:
            rest = [
                label.removeprefix(second).removeprefix(first).removeprefix("性") for label in (one, other)
            ]
            return rest[0] == rest[1]
    return False


def _starts_with(one: str, other: str, first: str, second: str) -> bool:
    return one.startswith(first) and other.startswith(second)


def _label_of(group: SumGroup, part: Figure) -> str:
    """The words right in front of a part."""
    before = group.text[max(group.start, part.span.start - _LABEL) : part.span.start]
    label = _LABEL_START.split(before)[-1]
    return label if _NAMED_CLASS.fullmatch(label) else ""


def akin(group: SumGroup) -> Figure:
    """The total that counts what the parts count, by its noun or the word in front of it; else the nearest."""
    words = {word for part in group.parts for word in counted(group.text, part)}
    if same := next((total for total in group.totals if words & counted(group.text, total)), None):
        return same
    ends = {label[-1] for part in group.parts if (label := _label_of(group, part))}
    return next((total for total in group.totals if total.noun[-1:] in ends), group.totals[0])


def counted(text: str, figure: Figure) -> set[str]:
    """The noun of a figure and the word in front of it."""
    before = text[max(0, figure.span.start - 2) : figure.span.start]
    return {word for word in (figure.noun, before) if len(word) > 1 and _HAN.fullmatch(word)}
