"""Figures that were reckoned from others (占…%, 平均每…, 还要…, 合起来…) and copied out with their digits exchanged.

Elsewhere the wording says which figures belong together. Here only that the figure was reckoned is known: it is doubted
where nothing near makes it and something near makes a number of the same digits in another order, which chance hardly
does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.facts.relation_arithmetic import is_exact, is_slip, rearranged, significant_digits, within
from generator.facts.relation_building import is_rate, rate_of, share_relation, sum_relation, term_of
from generator.facts.relation_passages import Passage
from generator.facts.relation_words import is_planned, kinds_of
from generator.model.facts import Figure, Relation, RelationKind
from generator.model.place import Span
from generator.model.quantity import Bound, Quantity
from generator.patterns import compiled

_RATE = compiled(r"(?:占[^，,。；;：:\d]{0,14}|[\u4e00-\u9fff]率|比重|比例)(?:为|是|达到?|约|的)*$")
_OF_ALL = compiled(r"占[^，,。；;：:\d]{0,8}总[^，,。；;：:\d]{0,6}$")
# Growth and fees are reckoned otherwise; 按9500人算，林果占…: the part need not stand there.
_OTHERWISE = compiled(r"增长率|增幅|降幅|利率|费率|税率|比例(?:提高|降)|[提降]|[算计][，,]")
_BY_UNIT = compiled(r"(?P<unit>户|人|村)(?:数|口)?占")
_AVERAGE = compiled(
    r"(?:户均|人均|村均|校均|亩均|乡均|平均每|每[\u4e00-\u9fff]{1,3}平均)[^，,。；;：:\d]{0,10}$"
)
_LEFT = compiled(
    r"(?:尚未|还未|未能|还要|还需|尚需|余下|剩余|剩下|其余|还有|尚有|还剩|还差)[^，,。；;：:\d]{0,8}$"
)
_TOGETHER = compiled(
    r"(?:合计|合起来|加起来|加在一起|共计?|一共|总共)(?:[\u4e00-\u9fff]{2,4}[\d.]+万?[\u4e00-\u9fff]{1,3}[、，,])?(?P<label>[\u4e00-\u9fff]{2,4}?)[约近]?$"
)
_COMMA = compiled(r"[，,、；;。（(]")
_CLAUSE = compiled(r"[，,。；;：:\n（()）]")
_WORD = compiled(r"(?!全|贫困|建档|立卡|人口)[\u4e00-\u9fff]{2}")
_AREA = compiled(r"全[省市县区镇乡村]")
_BEFORE_FIGURE, _BEHIND_FIGURE = 24, 18
_LONG_NUMBER, _TWO_VALUES = 4, 2
_COUNTED = frozenset({"人", "名", "户", "亩", "人次"})
_PER_CENT = 100
_LEAST_PARTS = 2
_REACH = 160
_AROUND = 14
_FEW_AROUND = 8
_TELLING_DIGITS = 3
_LEAST = 100
_RIGHT_BEHIND = 3
_BESIDE = 14
_PEOPLE_AND_POSTS = frozenset({"个", "人", "名", "人次"})
_NO_AMOUNT = frozenset({"%", "百分点", "年", "月", "天", "岁", "次"})


def find_reckoned(
    passages: Sequence[Passage], relations: Sequence[Relation], figures: Sequence[Figure]
) -> Iterator[Relation]:
    """Doubts about reckoned figures that no relation has settled yet."""
    settled = {relation.total.span for relation in relations}
    known = {term.span for relation in relations if relation.holds for term in relation.terms}
    greatest = _greatest(figures)
    computed = list(_left_in_sentences(passages))
    rests = [figure for passage in passages for figure in passage.figures if _is_rest(passage, figure)]
    times = Counter((figure.unit, figure.value) for figure in figures)
    once = {figure.span for figure in figures if times[figure.unit, figure.value] == 1}
    for passage in passages:
        for index, figure in enumerate(passage.all_figures):
            if figure.span in settled or figure.quantity.bound not in (Bound.EXACT, Bound.ABOUT):
                continue
            if figure.unit == "%":
                yield from _share(passage, figure, greatest)
            elif figure.span in once:
                yield from _average(passage, figure)
                if figure.span not in known:
                    yield from _left(passage, figure, computed)
                    yield from _two_rests(figure, rests)
            yield from _labelled_sum(passage, index)


def find_exchanged(passages: Sequence[Passage], relations: Sequence[Relation]) -> Iterator[Relation]:
    """7918名 in one paragraph and 7981名 in another: a long number told again with two neighbouring digits exchanged.

    Neither may follow from other figures, for then it is what it is.
    """
    known = {relation.total.span for relation in relations if relation.holds and relation.terms}
    known |= {term.span for relation in relations if relation.holds for term in relation.terms}
    by_digits: dict[tuple[str, str], list[Figure]] = {}
    words: dict[Span, str] = {}
    for passage in passages:
        for figure in passage.figures:
            long = significant_digits(figure.value) >= _LONG_NUMBER and is_exact(figure.quantity)
            if long and figure.unit in _COUNTED:
                key = ("人" if figure.unit == "名" else figure.unit, "".join(sorted(str(figure.value))))
                by_digits.setdefault(key, []).append(figure)
                words[figure.span] = _clause(passage, figure)
    for alike in by_digits.values():
        values = list(dict.fromkeys(figure.value for figure in alike))
        if len(values) != _TWO_VALUES or not is_slip(*values):
            continue
        first, second = (next(f for f in alike if f.value == value) for value in values)
        alone = second.span not in known and sum(f.value == second.value for f in alike) == 1
        if alone and _of_one_matter(first, second, words):
            yield Relation(
                kind=RelationKind.REPEAT,
                holds=False,
                total=term_of(second),
                terms=(term_of(first),),
                formula=f"{first.quote}≠{second.quote}",
                expected=first.value,
                certain=False,
            )


def _clause(passage: Passage, figure: Figure) -> str:
    """The words beside a figure, with those of its clause that lead to it."""
    start = max(passage.span.start, figure.span.start - _BEFORE_FIGURE)
    limit = min(passage.span.end, figure.span.end + _BEHIND_FIGURE)
    before = _CLAUSE.split(passage.text[start : figure.span.start])[-1]
    return f"{before}＃{_CLAUSE.split(passage.text[figure.span.end : limit])[0]}"


def _of_one_matter(one: Figure, other: Figure, words: Mapping[Span, str]) -> bool:
    """Whether the clauses have a word in common, and neither year, place, plan nor 全县 against 全镇 tells them apart."""
    first, second = words[one.span], words[other.span]
    years, places = {one.year, other.year} - {""}, {one.place, other.place} - {""}
    areas = [frozenset(_AREA.findall(words)) for words in (first, second)]
    if len(years) > 1 or len(places) > 1 or (all(areas) and areas[0] != areas[1]):
        return False
    if kinds_of(first) - areas[0] != kinds_of(second) - areas[1]:
        return False
    if is_planned(first.split("＃")[0]) != is_planned(second.split("＃")[0]):
        return False
    shared = {first[index : index + 2] for index in range(len(first) - 1)}
    return any(pair in second for pair in shared if _WORD.fullmatch(pair))


def _greatest(figures: Sequence[Figure]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for figure in figures:
        if figure.unit not in found or figure.value > found[figure.unit].value:
            found[figure.unit] = figure
    return found


def _before(passage: Passage, figure: Figure) -> str:
    return passage.text[max(passage.span.start, figure.span.start - 18) : figure.span.start]


def _share(passage: Passage, rate: Figure, greatest: dict[str, Figure]) -> Iterator[Relation]:
    before = _before(passage, rate)
    if not _RATE.search(before) or _OTHERWISE.search(before) or not 0 < rate.value < _PER_CENT:
        return
    near = [figure for figure in passage.before(rate.span.start, _AROUND) if figure.unit not in _NO_AMOUNT]
    around = [*near, *(f for f in passage.after(rate.span.end, 2) if f.unit not in _NO_AMOUNT)]
    if any(is_rate(rate, part, whole) for part in around for whole in around if _may_share(part, whole)):
        return
    by_unit = _BY_UNIT.search(before)
    if by_unit:
        near = [figure for figure in near if figure.unit == by_unit["unit"]]
    for part, whole in _pairs(passage, rate, near):
        if rearranged(rate.value, rate_of(rate, part, whole)):
            yield share_relation(rate, part, whole, holds=False, certain=False)
            return
    yield from _share_of_all(passage, rate, near, greatest)


def _pairs(passage: Passage, rate: Figure, near: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Of a rate of two digits only the last part and the whole nearest to it, for with few digits much agrees."""
    sentence = passage.sentence_start(rate.span.start)
    if significant_digits(rate.value) >= _TELLING_DIGITS:
        yield from (
            (part, whole) for part in reversed(near) for whole in reversed(near) if _may_share(part, whole)
        )
        return
    if not near:
        return
    part = near[-1]
    whole = next((figure for figure in reversed(near[:-1]) if _may_share(part, figure)), None)
    if whole and part.span.start >= sentence and passage.sentence_start(sentence - 1) <= whole.span.start:
        yield part, whole


def _may_share(part: Figure, whole: Figure) -> bool:
    alike = part.unit == whole.unit or {part.unit, whole.unit} <= _PEOPLE_AND_POSTS
    return alike and 0 < part.value < whole.value


def _share_of_all(
    passage: Passage, rate: Figure, near: Sequence[Figure], greatest: dict[str, Figure]
) -> Iterator[Relation]:
    """946人，占四年总任务的28.1%: the figure right in front over the greatest of the paper."""
    before = _before(passage, rate)
    found = _OF_ALL.search(before)
    if not found or not near or significant_digits(rate.value) < _TELLING_DIGITS:
        return
    part, whole = near[-1], greatest.get(near[-1].unit)
    start = rate.span.start - len(before) + found.start()
    if whole is None or start - part.span.end > _RIGHT_BEHIND or not _may_share(part, whole):
        return
    if is_slip(rate.value, rate_of(rate, part, whole)) and is_exact(rate.quantity):
        yield share_relation(rate, part, whole, holds=False, certain=False)


def _average(passage: Passage, average: Figure) -> Iterator[Relation]:
    if not _AVERAGE.search(_before(passage, average)) or significant_digits(average.value) < _TELLING_DIGITS:
        return
    near = [f for f in passage.before(average.span.start, _FEW_AROUND) if f.value > 1 and f.unit != "%"]
    amounts = [figure for figure in near if figure.unit == average.unit and figure.value > average.value]
    pairs = [(amount, count) for amount in amounts for count in near if count.unit != average.unit]
    step = average.quantity.step
    if any(within(average.value, *_both(pair), scale=1, step=step) for pair in pairs):
        return
    for amount, count in pairs:
        if rearranged(average.value, (amount.value / count.value / step).quantize(Decimal(1)) * step):
            yield share_relation(average, amount, count, scale=1, holds=False, certain=False)
            return


def _both(pair: tuple[Figure, Figure]) -> tuple[Quantity, Quantity]:
    return pair[0].quantity, pair[1].quantity


def _left_in_sentences(passages: Sequence[Passage]) -> Iterator[tuple[Decimal, Figure, Figure, str]]:
    """What two figures of one unit, of which nothing of that unit stands between, leave or make together."""
    for passage in passages:
        by_unit: dict[str, list[Figure]] = {}
        for figure in passage.figures:
            if figure.unit not in _NO_AMOUNT and is_exact(figure.quantity):
                by_unit.setdefault(figure.unit, []).append(figure)
        for figures in by_unit.values():
            for one, other in pairwise(figures):
                yield abs(one.value - other.value), *_ordered(one, other), "-"
                yield one.value + other.value, one, other, "+"


def _ordered(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    return (one, other) if one.value >= other.value else (other, one)


def _is_rest(passage: Passage, figure: Figure) -> bool:
    exact = is_exact(figure.quantity) and figure.unit not in _NO_AMOUNT
    return exact and figure.value >= _LEAST and bool(_LEFT.search(_before(passage, figure)))


def _two_rests(figure: Figure, rests: Sequence[Figure]) -> Iterator[Relation]:
    """余下215人 in one place and 尚未达标的251人 in a later one."""
    if figure not in rests:
        return
    for other in rests[: rests.index(figure)]:
        if other.unit == figure.unit and rearranged(figure.value, other.value):
            yield Relation(
                kind=RelationKind.REPEAT,
                holds=False,
                total=term_of(figure),
                terms=(term_of(other),),
                formula=f"{other.quote}≠{figure.quote}",
                expected=other.value,
                certain=False,
            )
            return


def _left(
    passage: Passage, figure: Figure, computed: Sequence[tuple[Decimal, Figure, Figure, str]]
) -> Iterator[Relation]:
    """对尚未达标的251人 where 977人 and 762人 stood side by side: 215 are left."""
    if not _is_rest(passage, figure):
        return
    of_unit = [each for each in computed if each[1].unit == figure.unit and figure not in each[1:3]]
    if any(value == figure.value for value, *_ in of_unit):
        return
    for value, one, other, sign in of_unit:
        if significant_digits(value) >= _TELLING_DIGITS and rearranged(figure.value, value):
            yield Relation(
                kind=RelationKind.SUM,
                holds=False,
                total=term_of(figure),
                terms=(term_of(one), term_of(other)),
                formula=f"{one.quote}{sign}{other.quote}≠{figure.quote}",
                expected=value,
                certain=False,
            )
            return


def _labelled_sum(passage: Passage, index: int) -> Iterator[Relation]:
    """第一批新增1450亩、改善14503亩，第二批新增120亩、改善1878亩，两批合起来新增1570亩、改善16381亩: one sum for each word."""
    total = passage.all_figures[index]
    start = passage.clause_start(total.span.start)
    found = _TOGETHER.search(passage.text[start : total.span.start])
    if found is None or total.unit in _NO_AMOUNT:
        return
    begin = start + found.start()
    near = [
        f for f in passage.before(begin, _AROUND) if f.unit == total.unit and begin - f.span.start <= _REACH
    ]
    parts = [figure for figure in near if _labelled(passage, figure, found["label"])]
    if len(parts) < _LEAST_PARTS or not all(is_exact(part.quantity) for part in parts):
        return
    added = sum((part.value for part in parts), Decimal(0))
    holds = abs(added - total.value) <= total.quantity.step / 2
    if holds or _is_miscopied(total, added):
        yield sum_relation(total, parts, holds=holds, certain=holds)


def _labelled(passage: Passage, figure: Figure, label: str) -> bool:
    """Whether the word stands in the part of the clause that leads to ``figure``."""
    before = passage.text[max(passage.span.start, figure.span.start - _BESIDE) : figure.span.start]
    return label in _COMMA.split(before)[-1]


def _is_miscopied(figure: Figure, meant: Decimal) -> bool:
    digits = significant_digits(figure.value)
    rounded = Decimal(f"{meant:.{max(digits, 1) - 1}e}")
    moved = rounded in (figure.value * 10, figure.value / 10)
    return (
        is_exact(figure.quantity) and (is_slip(figure.value, meant) or rearranged(figure.value, meant))
    ) or moved
