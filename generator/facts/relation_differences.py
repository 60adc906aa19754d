"""Differences that the wording states: what is left of a total, and how much one figure exceeds another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.facts.relation_arithmetic import (
    is_exact,
    nought_slips,
    rearranged,
    slack,
    sum_slips,
    total_slack,
)
from generator.facts.relation_building import term_of
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_LEFT = compiled(
    r"(?:尚有|尚余|尚剩|尚差|尚缺|还剩|还有|还差|还缺|仅剩|只剩|剩余|剩下|余下|其余|另外|另有)[^，,。；;：:\d]{0,8}$"
)
_REST = compiled(r"(?:其余|剩下|余下)(?:的)?$")
_OF_WHOM = compiled(r"[，,（(](?!其中)[^，,。；;\d]{2,10}(?:有|的|占|为)?$")
_DONE = compiled(
    r"(?:已|完成|累计|竣工|完工|建成|开工|验收|交付|入住|出列|退出|脱贫|办结|整改|通水|入社|达标|通过)[^，,。；;：:\d]{0,12}$|[\u4e00-\u9fff]中[，,]?有$"
)
# What was done in one year is not all that has been done.
_ONE_YEAR = compiled(r"今年|本年|当年|年内|新增|上半年|本月|本季|\d年|再|拟|将")
# What is done and what is still to come make the whole where the words say so: 已建11个，年内补建4个; 今年60户，明年24户.
_ALREADY = compiled(
    r"[^，,。；;\d]{0,10}[，,](?P<when>已|今年|首批|第一批|上半年|前期|一期)[^，,。；;：:\d]{0,8}"
)
_YET = compiled(
    r"[^，,。；;\d]{0,6}[，,；;](?P<when>年内|今年|明年|下半年|下一步|后续|计划|还要?|余下|第二批|后期|二期)?(?:全部)?(?P<again>再|补)?[^，,。；;：:\d]{0,8}"
)
_SECOND = {
    "今年": ("明年",),
    "首批": ("第二批",),
    "第一批": ("第二批",),
    "上半年": ("下半年",),
    "前期": ("后期",),
    "一期": ("二期",),
}
_ALL_OF_THEM = compiled("全部|都要?|均|共有?|总共")
_GOOD = compiled(
    r"[^，,。；;：:、\d]{0,6}[，,、（(](?:其中)?(?:实到|实有|在岗|到岗|实际到岗|合格|达标|已达标|通过|完好|正常|有效|实到岗|到位)[^，,。；;：:、\d]{0,4}"
)
_BAD = compiled(
    r"[^，,。；;：:、\d]{0,4}[，,、](?:缺席|请假|缺勤|未到|空[岗缺编]|缺[岗编额口勤员]|欠|问题|不合格|未达标|不达标|未通过|未到岗|未到位|损坏|闲置|异常|无效)[^，,。；;：:、\d]{0,4}"
)
_HAS = compiled(
    r"[^，,。；;：:、\d]{0,6}[，,](?:其中)?[：:，,]?(?:现|目前)?已(?:经)?(?P<verb>[\u4e00-\u9fff]{2})(?:的|了)?"
)
_HAS_NOT = compiled(
    r"[^，,。；;：:、\d]{0,6}[，,、](?:(?:尚|还|仍)?(?:未|没有|待)(?P<verb>[\u4e00-\u9fff]{2})|正在[\u4e00-\u9fff]{2,4})(?:的|了)?"
)
_ENOUGH = 100
_THAN = compiled(r"[，,]?\s*(?:比|较)[^，,。；;\d]{0,10}(?:(?:19|20)\d\d\s*年)?[^，,。；;\d]{0,8}$")
_MORE = compiled(r"(?P<word>多|少|增加|减少|增长|提高|降低|下降|增|减)了?\s*$")
_AWAY = compiled(r"[，,](?:离|距离?)[^，,。；;\d]{0,6}")
_STILL = compiled(r"(?:的[^，,。；;\d]{0,8})?[，,]?(?:还|尚|仍)(?:差|缺)")
_CAME_TO = compiled(r"[，,]?[^，,。；;\d]{0,10}(?:降|减|升|提高|下降|增加|增长|提升)(?:到了?|至|为)")
_AIM = compiled("目标|任务|计划|要求|指标")
_FROM = compiled("[由从]")
_WHEN = 8
_GAP = compiled(r"[，,](?:两[笔项者个块]|二者)?(?:资金)?(?:相差|差距?为?|差额为?|差了?)")
_HIGHER = compiled(r"(?P<word>高出?|多|低|少|提高|降低|下降|上升)了?")
_LESS = frozenset({"低", "少", "减少", "降低", "下降", "减"})
_NO_DIFFERENCE = frozenset({"%", "年", "月", "天", "岁"})
_ADJUSTED = compiled(r"可比|口径|不变价|实际|扣除|生产总值|增加值|GDP|折算|调整|年均")
_PRICES = Decimal(8)  # percentage points
_THREE = 3
_CLOSE = 30


def find_differences(passage: Passage) -> Iterator[Relation]:
    """Differences within one sentence of the paragraph, between figures that follow each other."""
    figures = passage.all_figures
    for index in range(_THREE - 1, len(figures)):
        yield from _remainder(passage, index)
        three = figures[index - 2 : index + 1]
        yield from _points_apart(passage, *three)
        yield from _short_of(passage, *three)
        if three[1].unit == "%" and index >= _THREE:  # 已核减5543人，完成70%，尚差2375人
            yield from _left_over(passage, figures[index - 3], figures[index - 2], figures[index])
        if three[0].unit != three[1].unit or three[0].unit in _NO_DIFFERENCE:
            continue
        if three[2].unit == "%":
            yield from _grown(passage, *three)
        if three[2].unit == three[0].unit:
            yield from _left_over(passage, *three)
            yield from _compared(passage, *three)
            yield from _apart(passage, *three)
            yield from _yet_to_come(passage, *three)
            yield from _complement(passage, *three)
            yield from _done_and_not(passage, *three)


def _remainder(passage: Passage, index: int) -> Iterator[Relation]:
    """危房372户873人，建档立卡的279户649人，其余93户: among the figures of one unit, whatever stands between."""
    rest, text = passage.all_figures[index], passage.text
    start = passage.sentence_start(rest.span.start)
    if not _REST.search(text, max(start, rest.span.start - 10), rest.span.start):
        return
    near = [f for f in passage.before(rest.span.start) if f.unit == rest.unit and f.span.start >= start]
    if (
        len(near) != _THREE - 1
        or near[1].span.end + _CLOSE < rest.span.start
        or near[0].value <= near[1].value
    ):
        return
    between = text[near[0].span.end : near[1].span.start]
    if near[0].unit not in _NO_DIFFERENCE and len(between) <= _CLOSE and _OF_WHOM.search(between):
        yield from _judged(rest, (near[0], near[1]), near[0].value - near[1].value, sign="-")


def _left_over(passage: Passage, whole: Figure, done: Figure, left: Figure) -> Iterator[Relation]:
    """共有贫困村86个，已出列79个，还剩7个."""
    if not whole.unit == done.unit == left.unit:
        return
    text, start = passage.text, passage.sentence_start(left.span.start)
    before = text[done.span.end : left.span.start]
    between = text[whole.span.end : done.span.start]
    if whole.span.start < start or not _LEFT.search(before) or not _DONE.search(between):
        return
    if _ONE_YEAR.search(before) or _ONE_YEAR.search(between) or "其中" in between:
        return
    yield from _judged(left, (whole, done), whole.value - done.value, sign="-")


def _complement(passage: Passage, whole: Figure, good: Figure, bad: Figure) -> Iterator[Relation]:
    """应到520人，实到475人，空岗45人; 排查1260座，合格1134座，问题厕所126座: nothing is left beside the two."""
    text = passage.text
    between, behind = text[whole.span.end : good.span.start], text[good.span.end : bad.span.start]
    fits = whole.value > good.value and whole.value > bad.value
    if fits and _GOOD.fullmatch(between) and _BAD.fullmatch(behind):
        yield from _judged(bad, (whole, good), whole.value - good.value, sign="-")


def _done_and_not(passage: Passage, whole: Figure, done: Figure, rest: Figure) -> Iterator[Relation]:
    """在库项目214个，已开工168个，未开工46个: one verb, done and not yet; 已办结91件，正在办理8件 are not more than all."""
    text = passage.text
    between, behind = text[whole.span.end : done.span.start], text[done.span.end : rest.span.start]
    has, has_not = _HAS.fullmatch(between), _HAS_NOT.fullmatch(behind)
    if not has or not has_not or not whole.value > max(done.value, rest.value):
        return
    if not all(map(_is_plain, (whole, done, rest))):
        return
    left = whole.value - done.value
    under_way = has_not["verb"] is None
    wrong = done.value + rest.value > whole.value if under_way else has["verb"] == has_not["verb"]
    if wrong and left != rest.value and rest.quantity.step == whole.quantity.step == done.quantity.step:
        yield Relation(
            kind=RelationKind.SUM,
            holds=False,
            total=term_of(rest),
            terms=(term_of(whole), term_of(done)),
            formula=f"{whole.quote}-{done.quote}≠{rest.quote}",
            expected=left,
            certain=False,
        )


def _yet_to_come(passage: Passage, whole: Figure, done: Figure, rest: Figure) -> Iterator[Relation]:
    """15个村全部列入，已建11个，年内补建4个; 占84户，今年通水60户，明年通水24户."""
    text = passage.text
    between = text[whole.span.end : done.span.start]
    first, second = _ALREADY.fullmatch(between), _YET.fullmatch(text[done.span.end : rest.span.start])
    if not first or not second or done.value >= whole.value or "其中" in between:
        return
    following = passage.after(rest.span.end, 1)
    end = passage.sentence_end(rest.span.end)
    if any(figure.unit == rest.unit and figure.span.start < end for figure in following):
        return  # 今年60个，明年30个，后年30个
    when = _SECOND.get(first["when"])
    if (second["when"] in when) if when else bool(second["again"]):
        before = text[passage.clause_start(whole.span.start) : done.span.start]
        if whole.value >= _ENOUGH or when or _ALL_OF_THEM.search(before):
            yield from _judged(rest, (whole, done), whole.value - done.value, sign="-")


def _compared(passage: Passage, now: Figure, then: Figure, more: Figure) -> Iterator[Relation]:
    """脱贫3860人，比上年的3200人多660人."""
    text = passage.text
    between = text[now.span.end : then.span.start]
    found = _MORE.fullmatch(text[then.span.end : more.span.start].strip())
    if found is None or len(between) > _CLOSE or not _THAN.fullmatch(between):
        return
    fewer = found.group("word") in _LESS
    first, second = (then, now) if fewer else (now, then)
    yield from _judged(more, (first, second), first.value - second.value, sign="-")


def _apart(passage: Passage, one: Figure, other: Figure, gap: Figure) -> Iterator[Relation]:
    """移民227万元、民族455万元，两笔相差228万元."""
    text = passage.text
    if (
        _GAP.fullmatch(text[other.span.end : gap.span.start])
        and len(text[one.span.end : other.span.start]) <= _CLOSE
    ):
        more, less = sorted((one, other), key=lambda figure: figure.value, reverse=True)
        yield from _judged(gap, (more, less), more.value - less.value, sign="-")


def _points_apart(passage: Passage, now: Figure, then: Figure, points: Figure) -> Iterator[Relation]:
    """供水率91%，比要求的90%高1个百分点."""
    text = passage.text
    if (now.unit, then.unit, points.unit) != ("%", "%", "百分点"):
        return
    between, behind = text[now.span.end : then.span.start], text[then.span.end : points.span.start]
    found = _HIGHER.search(behind)
    if found is None or found.end() != len(behind) or not all(map(_is_plain, (now, then, points))):
        return
    if _CAME_TO.fullmatch(between) and found.start() <= _WHEN:  # 6.4%，目前降到0.81%，四年下降5.59个百分点
        if _FROM.search(text, passage.clause_start(now.span.start), now.span.start):
            return  # 由6.4%降到0.81% is read as a change
        now, then = then, now
    elif found.start() or not _THAN.fullmatch(between):
        return
    low = found["word"] in _LESS
    expected = then.value - now.value if low else now.value - then.value
    holds = abs(points.value - expected) <= total_slack(figure.quantity for figure in (now, then, points))
    exactly = all(figure.quantity.step == 1 for figure in (now, then, points)) and points.value != expected
    yield Relation(
        kind=RelationKind.RATIO,
        holds=holds and not exactly,
        total=term_of(points),
        terms=(term_of(now), term_of(then)),
        formula=f"{now.quote}-{then.quote}{'≠' if exactly or not holds else '='}{points.quote}",
        expected=expected,
        certain=False,
    )


def _is_plain(figure: Figure) -> bool:
    return is_exact(figure.quantity)


def _short_of(passage: Passage, done: Figure, whole: Figure, left: Figure) -> Iterator[Relation]:
    """销号村43个，离53个的总目标还差10个."""
    text = passage.text
    if not done.unit == whole.unit == left.unit or done.unit in _NO_DIFFERENCE:
        return
    away = _AWAY.fullmatch(text[done.span.end : whole.span.start])
    if away and _STILL.fullmatch(text[whole.span.end : left.span.start]):
        gap = abs(whole.value - done.value - left.value)
        rounding = slack(done.quantity) + slack(left.quantity)
        aim = is_exact(whole.quantity) and _AIM.search(text, whole.span.end, left.span.start)
        if aim and gap > rounding and all(map(_is_plain, (done, left))):
            yield from _missed_aim(left, whole, done)
        else:
            yield from _judged(left, (whole, done), whole.value - done.value, sign="-")


def _missed_aim(left: Figure, whole: Figure, done: Figure) -> Iterator[Relation]:
    """12.6万亩，离15万亩的目标还差2.4万亩: an aim is not rounded."""
    yield Relation(
        kind=RelationKind.SUM,
        holds=False,
        total=term_of(left),
        terms=(term_of(whole), term_of(done)),
        formula=f"{whole.quote}-{done.quote}≠{left.quote}",
        expected=whole.value - done.value,
        certain=False,
    )


def _grown(passage: Passage, now: Figure, then: Figure, rate: Figure) -> Iterator[Relation]:
    """旅游收入2.3亿元，比上年的2亿元增长15%: doubted where neither rounding nor prices explain it."""
    text = passage.text
    between = text[now.span.end : then.span.start]
    found = _MORE.fullmatch(text[then.span.end : rate.span.start].strip())
    if not found or not then.value or len(between) > _CLOSE or not _THAN.fullmatch(between):
        return
    sign = -1 if found.group("word") in _LESS else 1
    expected = (now.value / then.value - 1) * 100 * sign
    low = (now.value - slack(now.quantity)) / (then.value + slack(then.quantity)) - 1
    high = (now.value + slack(now.quantity)) / (then.value - slack(then.quantity)) - 1
    ends = sorted((low * 100 * sign, high * 100 * sign))
    step = rate.quantity.step
    holds = ends[0] - step < rate.value < ends[1] + step
    far = not ends[0] - _PRICES <= rate.value <= ends[1] + _PRICES
    adjusted = _ADJUSTED.search(text, passage.clause_start(now.span.start), rate.span.start)
    if holds or (far and not adjusted and all(is_exact(figure.quantity) for figure in (now, then, rate))):
        yield Relation(
            kind=RelationKind.RATIO,
            holds=holds,
            total=term_of(rate),
            terms=(term_of(now), term_of(then)),
            formula=f"（{now.quote}-{then.quote}）÷{then.quote}{'≈' if holds else '≠'}{rate.quote}",
            expected=expected,
            certain=False,
        )


def _judged(
    difference: Figure, members: tuple[Figure, Figure], expected: Decimal, *, sign: str
) -> Iterator[Relation]:
    figures = (difference, *members)
    holds = abs(difference.value - expected) <= total_slack(figure.quantity for figure in figures)
    parts = (members[1].value, difference.value)
    slip = sum_slips(members[0].value, parts) or nought_slips(members[0].value, parts)
    slip = slip or rearranged(difference.value, expected)
    if holds or (slip and all(is_exact(figure.quantity) for figure in figures)):
        yield Relation(
            kind=RelationKind.SUM,
            holds=holds,
            total=term_of(difference),
            terms=tuple(map(term_of, members)),
            formula=f"{sign.join(f.quote for f in members)}{'=' if holds else '≠'}{difference.quote}",
            expected=expected,
            certain=False,
        )
