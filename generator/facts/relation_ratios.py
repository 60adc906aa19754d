"""Rates against the two figures they are made of: 占…的17.79%, 下降5.59个百分点, 户均2.32人, 平均每个161.7万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.facts.relation_arithmetic import (
    is_exact,
    is_slip,
    rearranged,
    significant_digits,
    total_slack,
    within,
)
from generator.facts.relation_building import share_relation, term_of
from generator.facts.relation_completion import find_completion
from generator.facts.relation_growth import find_growth
from generator.facts.relation_named_rates import find_named_rates
from generator.facts.relation_passages import Passage
from generator.facts.relation_shares import find_shares
from generator.facts.relation_unit_rates import find_unit_rate, named_unit
from generator.model.facts import Figure, Relation, RelationKind
from generator.model.quantity import Bound
from generator.patterns import compiled

_SHARE = compiled(r"占(?P<of>[^，。；：、\d]{0,16}?)(?:的)?(?:比重?|比例|比率)?(?:为|达到?|约|的)*\s*$")
_CLAUSES_BETWEEN = compiled(r"[^。；;，,\d]{0,14}[，,](?:大?约|仅|只|已)?占(?:这|上述|全部)?")
_OF_STATED = compiled(r"[^，,。；;、\d]{0,8}的")
_OF_ALL = compiled(r"总|全部|全县|全市|全省|全区|全乡|全镇|全村|全国")
_AVERAGE = compiled(
    r"(?:户均|人均|村均|校均|亩均|乡均|平均每|每[\u4e00-\u9fff]{1,3}平均)[^，。；：\d]{0,16}$"
)
_TOTAL_OF = compiled(r"总(?P<unit>[户人])(?:数|口)")
_PER = "户人村校亩乡"
_AVERAGED = compiled(
    r"户均|人均|村均|校均|亩均|乡均|平均每(?P<noun>[\u4e00-\u9fff]{1,2})|每(?P<other>[\u4e00-\u9fff]{1,3})平均"
)
_CHANGE = compiled(
    r"(?P<word>提高|上升|增加|增长|提升|下降|降低|减少|回落|上涨|新增|净增|净减|[降增]幅(?:为|是|达到?)?|[降升涨增减](?=了))[了约]{0,2}\s*$"
)
_FROM_TO = compiled(r"(?:由|从)[^，。；\d]{0,20}(?:(?:20|19)\d\d\s*年(?:底|末)?的?)?[^，。；\d]{0,6}$")
_TO = compiled(
    r"^[^，。；\d]{0,12}(?:提高|上升|增加|增长|提升|调高|调低|调整|调|提|升|涨|扩大|扩|增|减|下降|降|降低|减少|回落|上涨)(?:到了?|至|为)[^，。；\d]{0,14}$"
)
_PLAN = compiled(r"(?:为|占|达|达到|完成)(?:了?全?年度?)?(?:计划|目标|任务)数?的约?\s*$")
_BOTH_ENDS = 2
_TWENTIETH = 20
_HUNDREDTH = 100
_TENTH = 10
_POINTS = Decimal(2)  # 约34% may stand for 33 or 35
_ON_AVERAGE = compiled(r"年均|平均|比|较|。")
_RIGHT_BEHIND = 8
_DOWN = compiled(r"下降|降低|减少|回落|降|减")
_BEFORE_SHARE = compiled(r"[，,；;](?P<subject>[\u4e00-\u9fff]{2,8})$")
_SUBJECT = compiled(r"[，,]?其中[：:，,]?(?P<subject>[\u4e00-\u9fff]{4,10})$")
_OF_WHICH = compiled(
    r"[\u4e00-\u9fff]{0,6}[，,]其中[：:，,]?[^，,。；\d]*$|[\u4e00-\u9fff]{0,10}(?:中|里|之中|当中)[，,][^，,。；\d]*$"
)
_LISTED = compiled(r"占[^，,；;。]{0,4}[\d.]+%[；;][^，,；;。\d]{1,20}$")
_RIGHT_AFTER = compiled(r"[，,](?:大?约|仅|只|就|已)?")
_ADJUSTED = compiled(r"可比|口径|不变价|实际|扣除|生产总值|增加值|GDP|折算|调整|年均")
_STANDARD = compiled("封顶线|起付线|标准|补助|补贴|限额|低保线")  # set by rule: no prices to allow for
_PRICES = Decimal(8)  # percentage points
_PLANNED = compiled(r"(?:计划|目标|任务)[^，,。；;\d]{0,8}$")
_IS_DONE = compiled(r"[，,]\s*(?:已|实际)?完成[^，,。；;\d]{0,6}$")
_BEFORE_PLAN = 14
_NAME = 4
_AROUND = 14


def find_ratios(passage: Passage) -> Iterator[Relation]:
    """Rates that the paragraph both states and lets one compute."""
    for index, figure in enumerate(passage.all_figures):
        yield from _changed(passage, index)
        if figure.unit == "%":
            if named_unit(passage, figure):
                yield from find_unit_rate(passage, figure)
                continue
            yield from find_shares(passage, index)
            yield from find_completion(passage, index)
            yield from find_named_rates(passage, index)
            yield from _share(passage, figure)
            yield from _of_stated(passage, index)
            yield from _of_plan(passage, figure)
            yield from find_growth(passage, index)
        else:
            yield from _average(passage, figure)


def _share(passage: Passage, rate: Figure) -> Iterator[Relation]:
    before = passage.text[max(passage.span.start, rate.span.start - 30) : rate.span.start]
    found = _SHARE.search(before)
    claimed = rate.quantity.bound in (Bound.EXACT, Bound.ABOUT)
    if found is None or not claimed or not 0 < rate.value <= 100:
        return
    start = rate.span.start - len(before) + found.start()
    near = [f for f in passage.before(rate.span.start, _AROUND) if f.unit not in ("%", "百分点")]
    holding = _pair(near, rate, scale=100)
    if holding:
        yield share_relation(rate, *holding, holds=True, certain=True)
    elif named := _subject_and_greatest(passage, near, start, found.group("of"), rate):
        yield share_relation(rate, *named, holds=False, certain=False)
    elif named := _named_pair(passage, near, start, found.group("of")):
        expected = named[0].value * 100 / named[1].value
        slip = is_slip(rate.value, round(expected, _places(rate)))
        if is_exact(rate.quantity) or abs(expected - rate.value) > max(rate.value / _TENTH, _POINTS):
            yield share_relation(rate, *named, holds=False, certain=slip and is_exact(rate.quantity))


def _of_stated(passage: Passage, index: int) -> Iterator[Relation]:
    """96户已复核，占113户的75%: the whole stands in the words of the share, the part opens the clauses before it."""
    rate, ends = passage.all_figures[index], passage.all_figures[max(0, index - 2) : index]
    if len(ends) < _BOTH_ENDS or not is_exact(rate.quantity) or not 0 < rate.value <= 100:
        return
    part, whole = ends
    text = passage.text
    joined = _CLAUSES_BETWEEN.fullmatch(text, part.span.end, whole.span.start)
    of = _OF_STATED.fullmatch(text, whole.span.end, rate.span.start)
    fits = part.unit == whole.unit and part.value < whole.value
    if not joined or not of or not fits or not (is_exact(part.quantity) and is_exact(whole.quantity)):
        return
    if not _makes(rate, part, whole, scale=100):
        slip = is_slip(rate.value, round(part.value * 100 / whole.value, _places(rate)))
        yield share_relation(rate, part, whole, holds=False, certain=slip)


def _pair(near: Sequence[Figure], rate: Figure, *, scale: int) -> tuple[Figure, Figure] | None:
    """Two figures of one unit whose quotient is the rate, the nearest first."""
    for part in reversed(near):
        for whole in reversed(near):
            if (
                part.unit == whole.unit
                and part.value < whole.value
                and _makes(rate, part, whole, scale=scale)
            ):
                return part, whole
    return None


def _makes(rate: Figure, part: Figure, whole: Figure, *, scale: int) -> bool:
    if rate.quantity.bound is Bound.ABOUT or _is_in_words(rate):
        quotient = part.value * scale / whole.value if whole.value else Decimal(0)
        return abs(quotient - rate.value) <= _about(rate)
    return within(rate.value, part.quantity, whole.quantity, scale=scale, step=rate.quantity.step)


def _is_in_words(rate: Figure) -> bool:
    return not any(map(str.isdecimal, rate.quote))


def _about(rate: Figure) -> Decimal:
    """How far 约 reaches (and 三分之二, which is no more exact): 约40% is a round number, 约1.98人 was reckoned and then called 约."""
    digits = _BOTH_ENDS if _is_in_words(rate) else significant_digits(rate.value)
    reach = rate.value / (_HUNDREDTH if digits > _BOTH_ENDS else _TWENTIETH)
    return max(reach, rate.quantity.step * (_BOTH_ENDS if digits > _BOTH_ENDS else 1))


def _named_pair(
    passage: Passage, near: Sequence[Figure], start: int, of: str
) -> tuple[Figure, Figure] | None:
    """The two figures that the wording names: 630户占总户数的…, or …530人，其中车间岗位占…."""
    part = next((f for f in near if f.span.end == start), None) or _before_comma(passage, near, start, of)
    if part and _OF_ALL.search(of):
        greater = [f for f in near if f.unit == part.unit and f.value > part.value]
        return (part, max(greater, key=lambda f: f.value)) if greater else None
    if not of and (pair := _part_and_whole(passage, near, start) or _part_of_list(passage, near, start)):
        return pair
    if found := _TOTAL_OF.search(of):
        return _greatest_and_last(near, found["unit"])
    subject = _SUBJECT.search(passage.text, max(passage.span.start, start - 16), start)
    if subject is None or of:
        return None
    whole = next((f for f in near if subject.start() - 2 <= f.span.end <= subject.start()), None)
    named = [f for f in near if _named(passage, f, subject.group("subject"))]
    return (named[0], whole) if whole and len(named) == 1 and named[0].value < whole.value else None


def _before_comma(passage: Passage, near: Sequence[Figure], start: int, of: str) -> Figure | None:
    """排查4820户，…的386户，占排查总数的8%: one part, and one figure of its unit that is greater."""
    part = near[-1] if near else None
    if (
        part is None
        or not of.endswith(("总数", "总户数", "总人数"))
        or passage.text[part.span.end : start] != "，"
    ):
        return None
    sentence = passage.sentence_start(start)
    inside = [f for f in near[:-1] if f.unit == part.unit and f.span.start >= sentence]
    return (
        part
        if len(inside) == 1 and inside[0].value > part.value and of[:2] in passage.text[sentence:start]
        else None
    )


def _subject_and_greatest(
    passage: Passage, near: Sequence[Figure], start: int, of: str, rate: Figure
) -> tuple[Figure, Figure] | None:
    """15个村，其中6个贫困村、9个非贫困村，贫困村占40%: what stands in front of 占 was counted, and so was the whole."""
    found = _BEFORE_SHARE.search(passage.text, passage.sentence_start(start), start)
    if of or not found or not is_exact(rate.quantity):
        return None
    subject, sentence = found["subject"], passage.sentence_start(start)
    inside = [figure for figure in near if figure.span.start >= sentence]
    named = [figure for figure in inside if _is_called(passage, figure, subject)]
    if len(named) != 1:
        return None
    part = named[0]
    same = [figure for figure in inside if figure.unit == part.unit and figure.value > part.value]
    whole = max(same, key=lambda figure: figure.value) if same else None
    if whole is None or whole.span.start > part.span.start:
        return None
    slip = is_slip(rate.value, round(part.value * 100 / whole.value, _places(rate)))
    return (part, whole) if slip and is_exact(part.quantity) and is_exact(whole.quantity) else None


def _is_called(passage: Passage, figure: Figure, subject: str) -> bool:
    """Whether the whole subject stands right in front of a figure or behind it, and is no part of a longer name."""
    start, end = figure.span.start, figure.span.end
    if passage.text.startswith(subject, end):
        return True
    before = passage.text[max(0, start - len(subject) - 1) : start]
    return before[1:] == subject and before[0] in "，,、；;：:（(中和"


def _greatest_and_last(near: Sequence[Figure], unit: str) -> tuple[Figure, Figure] | None:
    """共3183户11287人，已有2553户9261人达标，占总户数的…: of the figures in 户 the last over the greatest."""
    same = [figure for figure in near if figure.unit == unit]
    if len(same) < _BOTH_ENDS:
        return None
    whole = max(same, key=lambda figure: figure.value)
    return (same[-1], whole) if same[-1].value < whole.value else None


def _part_and_whole(passage: Passage, near: Sequence[Figure], start: int) -> tuple[Figure, Figure] | None:
    """岗位530个，其中车间岗位330个，占…: the two figures in front, with 其中 between them."""
    if len(near) < _BOTH_ENDS:
        return None
    whole, part = near[-2:]
    between = passage.text[whole.span.end : part.span.start]
    behind = passage.text[part.span.end : start]
    fits = whole.unit == part.unit and part.value < whole.value and _OF_WHICH.match(between)
    return (part, whole) if fits and _RIGHT_AFTER.fullmatch(behind) else None


def _part_of_list(passage: Passage, near: Sequence[Figure], start: int) -> tuple[Figure, Figure] | None:
    """4860万元，其中甲1215万元，占25%；乙1944万元，占40%: the later parts of the list, over what stands before 其中."""
    part = near[-1] if near else None
    if part is None or not _RIGHT_AFTER.fullmatch(passage.text[part.span.end : start]):
        return None
    sentence = passage.sentence_start(start)
    opened = passage.text.rfind("其中", sentence, part.span.start)
    whole = next(iter(passage.before(opened, 1)), None) if opened > 0 else None
    if whole is None or whole.unit != part.unit or whole.value <= part.value:
        return None
    if opened - whole.span.end > _NAME or not _LISTED.search(passage.text, opened, part.span.start):
        return None
    return part, whole


def _named(passage: Passage, figure: Figure, subject: str) -> bool:
    """Whether the last four characters of the subject stand right before or behind the figure."""
    start, end = figure.span.start, figure.span.end
    return passage.text[max(0, start - _NAME) : start] == subject[-_NAME:] or passage.text.startswith(
        subject, end
    )


def _places(rate: Figure) -> int:
    exponent = rate.quantity.step.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _of_plan(passage: Passage, rate: Figure) -> Iterator[Relation]:
    """计划栽茶1200亩，完成1236亩，为计划的103%: the last figure as a share of one before it."""
    if not _PLAN.search(passage.text, max(passage.span.start, rate.span.start - 14), rate.span.start):
        return
    near = passage.before(rate.span.start, _AROUND)
    done = near[-1] if near else rate
    plans = [figure for figure in near[:-1] if figure.unit == done.unit and figure.value]
    for plan in reversed(plans):
        if _makes(rate, done, plan, scale=100):
            yield share_relation(rate, done, plan, holds=True, certain=True)
            return
    clause = [plan for plan in plans if plan.span.start >= passage.clause_start(rate.span.start)]
    if len(clause) != 1:
        yield from _of_called_plan(passage, plans, done, rate)
        return
    slip = is_slip(rate.value, round(done.value * 100 / clause[0].value, _places(rate)))
    if slip or _planned_and_done(passage, clause[0], done, rate):
        yield share_relation(rate, done, clause[0], holds=False, certain=False)


def _of_called_plan(
    passage: Passage, plans: Sequence[Figure], done: Figure, rate: Figure
) -> Iterator[Relation]:
    """计划投放3600万元；三项分别投放…，共3060万元，完成计划的85%: the only figure that is called a plan."""
    text = passage.text
    called = [
        plan
        for plan in plans
        if _PLANNED.search(text, max(passage.span.start, plan.span.start - _BEFORE_PLAN), plan.span.start)
    ]
    if len({plan.value for plan in called}) == 1 and all(map(is_exact, (done.quantity, rate.quantity))):
        expected = round(done.value * 100 / called[0].value, _places(rate))
        if is_slip(rate.value, expected) or rearranged(rate.value, expected):
            yield share_relation(rate, done, called[0], holds=False, certain=False)


def _planned_and_done(passage: Passage, plan: Figure, done: Figure, rate: Figure) -> bool:
    """计划培训2400人，已完成2160人: the words say which is which."""
    start = max(passage.span.start, plan.span.start - _BEFORE_PLAN)
    planned = _PLANNED.search(passage.text[start : plan.span.start])
    exact = all(is_exact(figure.quantity) for figure in (plan, done, rate))
    return bool(exact and planned and _IS_DONE.search(passage.text[plan.span.end : done.span.start]))


def _average(passage: Passage, rate: Figure) -> Iterator[Relation]:
    """户均, 人均, 平均每个: one figure of the rate's unit divided by one that counts what 每 names."""
    before = passage.text[max(passage.span.start, rate.span.start - 24) : rate.span.start]
    if not _AVERAGE.search(before):
        return
    words = _AVERAGED.findall(before)[-1]
    noun = words[0] or words[1]
    noun = noun[1:] if noun[0:1] in "个名" and noun[1:] not in ("", "约", "为", "达") else noun
    near = passage.before(rate.span.start, _AROUND)
    amounts = [f for f in reversed(near) if f.unit == rate.unit and f.value >= rate.value]
    counts = [f for f in reversed(near) if f.value > 1 and _counts(passage, f, noun, before)]
    for amount in amounts:
        for count in counts:
            if amount is not count and _makes(rate, amount, count, scale=1):
                yield share_relation(rate, amount, count, scale=1, holds=True, certain=True)
                return
    clause = passage.clause_start(rate.span.start)
    amounts, counts = ([f for f in found if f.span.start >= clause] for found in (amounts, counts))
    amounts = [figure for figure in amounts if figure not in counts]
    about = rate.quantity.bound is Bound.ABOUT and significant_digits(rate.value) >= _BOTH_ENDS
    claimed = is_exact(rate.quantity) or about
    if len(amounts) == len(counts) == 1 and claimed:
        expected = round(amounts[0].value / counts[0].value / rate.quantity.step) * rate.quantity.step
        if is_slip(rate.value, expected) or rearranged(rate.value, expected):
            yield share_relation(rate, amounts[0], counts[0], scale=1, holds=False, certain=False)


def _counts(passage: Passage, figure: Figure, noun: str, before: str) -> bool:
    """Whether a figure counts what the average divides by."""
    if not noun:
        unit = next((unit for unit in _PER if f"{unit}均" in before), "")
        named = passage.text[figure.span.start : figure.span.end + 6]
        return figure.unit == unit or (unit == "校" and figure.unit == "所" and "校" in named)
    following = compiled("[，。；、]").split(passage.text[figure.span.start : figure.span.end + 6])[0]
    return noun[0] == figure.unit[:1] or noun in following or figure.unit in noun


def _changed(passage: Passage, index: int) -> Iterator[Relation]:
    """由A提高到B，提高C: both ends right in front of the change."""
    rate, ends = passage.all_figures[index], passage.all_figures[max(0, index - 2) : index]
    change = _CHANGE.search(passage.text, max(passage.span.start, rate.span.start - 8), rate.span.start)
    if change is None or len(ends) < 2 or not _from_to(passage, *ends):
        return
    first, last = ends
    if change.start() - last.span.end > _RIGHT_BEHIND or _ON_AVERAGE.search(
        passage.text, last.span.end, rate.span.start
    ):
        return
    sign = -1 if _DOWN.search(change.group("word")) else 1
    difference = (last.value - first.value) * sign
    if first.unit == "%" and rate.unit == "百分点":
        allowed = (first.quantity.step + last.quantity.step + rate.quantity.step) / 2
        yield _change(
            rate, first, last, difference, holds=abs(difference - rate.value) < allowed, certain=True
        )
    elif rate.unit == first.unit:
        allowed = total_slack((first.quantity, last.quantity, rate.quantity))
        holds = abs(difference - rate.value) <= allowed
        if holds or all(is_exact(figure.quantity) for figure in (first, last, rate)):
            yield _change(rate, first, last, difference, holds=holds, certain=False)
    elif rate.unit == "%" and first.unit != "%" and first.value:
        adjusted = _ADJUSTED.search(passage.text, passage.clause_start(first.span.start), rate.span.start)
        standard = _STANDARD.search(passage.text, passage.sentence_start(first.span.start), first.span.start)
        comparable = (first.unit != "元" or bool(standard)) and not adjusted
        yield from _growth(rate, first, last, difference * 100 / first.value, comparable=comparable)
        if first.unit == "元" and not adjusted:
            yield from _far_growth(rate, first, last, difference * 100 / first.value)


def _growth(
    rate: Figure, first: Figure, last: Figure, expected: Decimal, *, comparable: bool
) -> Iterator[Relation]:
    """Growth from one amount to another. Money may be compared at constant prices: no doubt there."""
    if abs(expected - rate.value) <= rate.quantity.step:
        yield _change(rate, first, last, expected, holds=True, certain=True)
    elif comparable and _is_reckoned(rate) and is_slip(rate.value, round(expected, _places(rate))):
        yield _change(rate, first, last, expected, holds=False, certain=False)


def _is_reckoned(rate: Figure) -> bool:
    """约67.3% was reckoned and then called 约; 约67% may be a round number."""
    about = rate.quantity.bound is Bound.ABOUT and significant_digits(rate.value) > _BOTH_ENDS
    return about or is_exact(rate.quantity)


def _far_growth(rate: Figure, first: Figure, last: Figure, expected: Decimal) -> Iterator[Relation]:
    """Growth of money that no change of prices explains."""
    exact = all(is_exact(figure.quantity) for figure in (first, last, rate))
    if exact and abs(expected - rate.value) > max(_PRICES, rate.value / 2):
        yield _change(rate, first, last, expected, holds=False, certain=False)


def _from_to(passage: Passage, first: Figure, last: Figure) -> bool:
    start = max(passage.span.start, first.span.start - 36)
    between = passage.text[first.span.end : last.span.start]
    return bool(
        first.unit == last.unit
        and _FROM_TO.search(passage.text[start : first.span.start])
        and _TO.match(_without_year(between))
    )


def _without_year(words: str) -> str:
    return compiled(r"(?:20|19)\d\d\s*年(?:底|末)?的?").sub("", words)


def _change(
    rate: Figure, first: Figure, last: Figure, expected: Decimal, *, holds: bool, certain: bool
) -> Relation:
    sign = "=" if holds else "≠"
    return Relation(
        kind=RelationKind.RATIO,
        holds=holds,
        total=term_of(rate),
        terms=(term_of(first), term_of(last)),
        formula=f"由{first.quote}到{last.quote}，相差{sign}{rate.quote}",
        expected=expected,
        certain=certain,
    )
