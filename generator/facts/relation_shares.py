"""Shares whose whole stands between 占 and the rate, and how much of a sum is done: 占总户数24100户的2%, 支出率92%."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from generator.facts.relation_arithmetic import is_exact, is_slip, rearranged
from generator.facts.relation_building import is_rate, rate_of, share_relation
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation
from generator.patterns import compiled

_OF = compiled(
    r"[，,]?\s*(?:占(?:到了?)?|(?:约?为|是|相当于|达到?|完成|实现)(?=[^，,。；;\d]*(?:计划|预算|任务|目标|总)))[^，,。；;\d]{0,14}$"
)
_RATE_OF_WHOLE = compiled(r"的(?:比重|比例|比率)?(?:为|达到?)?\s*$")
_COMPLETION = compiled(r"(?:完成|支出|执行|到位|兑现|拨付)(?:率|进度)(?:为|达到?|是)?\s*$")
_RATE_OF_VERB = compiled(r"(?P<verb>[\u4e00-\u9fff]{2})率(?:为|达到?|是)?\s*$")
_RESPECTIVELY = compiled(r"(?:占比|比重|比例|占)(?:依次|分别)?(?:是|为|占)?$")
_DONE = compiled(r"(?:已|完成|支出|到位|兑现|拨付)[^，,。；;\d]{0,10}$")
_DUE = compiled("应|需|计划|任务|目标|拟|符合")
_RECKONED = compiled(r"(?:按|以|拿|用|把)[^，,。；;\d]{0,8}$")
_RECKONED_BEHIND = compiled(
    r"(?:来)?(?:计算|测算|计|算|(?:作|做|当|为|作为|当作)(?:基数|总数|分母|底数))[，,](?:其中)?(?P<subject>[\u4e00-\u9fff]{2,8}?)(?:这?一项|这?一块|一类|一家)?(?:就|大约|约)?占(?:到了?|了)?$"
)
_PLANNED = compiled(r"计划|任务|目标|安排|下达")
_ROW = compiled(r"[，,；;][^，,。；;\d]{1,10}")
_COMPLETED = compiled(r"[，,](?:已)?(?:完成|达到)(?:了)?(?:(?:全?年)?(?:计划|任务|目标)(?:的)?)?")
_PART_DONE = compiled(
    r"的?(?:全?年)?(?:任务|计划|目标|指标)?[，,]?(?:目前|现|截至目前)?(?:已经?)?(?:完成|落实|达到|建成|开工|到位|兑现|支出|拨付)(?:了)?"
)
_AMOUNT = compiled(r"[，,]?(?:即|也就是|为|合计?|计|共|折合|（|\()(?:完成)?")
_JOINED = compiled(r"^\d+(?:\.\d+)?万?[户人][^，,。；;\d]{0,8}")
_OF_AIM = compiled(r"(?:占|为|达到?|相当于)(?:全?年?度?)(?:目标|计划|任务)(?:数|值|下限|总数)?的约?$")
_TAKEN = compiled(r"(?:以上)?[，,][^，,。；;\d]{0,6}?(?:承担|承接|分到|分得|认领|领到|负责)(?:了|其中)?")
_OF_IT = compiled(r"[，,]占(?:全县|全市|全区|总数|其中|任务)?的?")
_BY_UNIT = compiled(r"按(?P<unit>[户人])(?:头|数|口)?(?:来)?算[，,]?[^，,。；;\d]{0,8}$")
_NEAR_SUBJECT = 16
_PARTS_BEFORE = 24
_BEFORE = 2  # the two figures that make a rate


def find_shares(passage: Passage, index: int) -> Iterator[Relation]:
    """What the rate at ``index`` of the passage's figures is made of, by each of the wordings below."""
    yield from share_of_named_whole(passage, index)
    yield from share_of_aim(passage, index)
    yield from share_of_what_is_taken_on(passage, index)
    yield from share_by_reckoning(passage, index)
    yield from share_by_unit(passage, index)
    yield from rate_of_completion(passage, index)
    yield from completion_in_a_row(passage, index)
    yield from completion_before_amount(passage, index)
    yield from shares_respectively(passage, index)


def share_of_named_whole(passage: Passage, index: int) -> Iterator[Relation]:
    """482户，占农户总数24100户的2%: three figures that follow each other."""
    if index < _BEFORE:
        return
    part, whole, rate = passage.all_figures[index - 2 : index + 1]
    text = passage.text
    if part.unit != whole.unit and index > _BEFORE:
        part = passage.all_figures[index - 3]  # 630户2026人，占总户数3183户的…
    if part.unit != whole.unit or not _RATE_OF_WHOLE.fullmatch(text[whole.span.end : rate.span.start]):
        return
    between = _JOINED.sub("", text[part.span.end : whole.span.start])
    of = _OF.fullmatch(between)
    if of and whole.value and is_exact(whole.quantity) and _PLANNED.search(of.group()):
        yield from _judged_by_plan(rate, part, whole)
    elif of and whole.value:
        yield from _judged(rate, part, whole)


def _judged_by_plan(rate: Figure, part: Figure, whole: Figure) -> Iterator[Relation]:
    """3.2亿元，为年度计划4亿元的80%: a plan is what it is; only what was done is rounded."""
    reach = part.quantity.step * 100 / whole.value / 2 + rate.quantity.step
    holds = abs(part.value * 100 / whole.value - rate.value) <= reach
    if holds or all(is_exact(figure.quantity) for figure in (rate, part)):
        yield share_relation(rate, part, whole, holds=holds, certain=holds)


def share_of_aim(passage: Passage, index: int) -> Iterator[Relation]:
    """带动目标9500人，已带动7980人，占目标的84%: the last figure over the one that is called an aim."""
    rate, text = passage.all_figures[index], passage.text
    start = passage.sentence_start(rate.span.start)
    if not _OF_AIM.search(text, max(start, rate.span.start - 14), rate.span.start):
        return
    done = passage.before(rate.span.start, 1)
    earlier = [f for f in passage.before(rate.span.start, 8)[:-1] if done and f.unit == done[0].unit]
    aims = [
        f for f in earlier if _PLANNED.search(text, max(passage.span.start, f.span.start - 12), f.span.start)
    ]
    if aims and aims[-1].value:
        holds = is_rate(rate, done[0], aims[-1])
        if holds or is_slip(rate.value, rate_of(rate, done[0], aims[-1])):
            yield share_relation(rate, done[0], aims[-1], holds=holds, certain=holds)


def rate_of_completion(passage: Passage, index: int) -> Iterator[Relation]:
    """安排资金4500万元，已支出4140万元，支出率92%: the two figures of the sentence that have one unit."""
    rate = passage.all_figures[index]
    start = passage.sentence_start(rate.span.start)
    low = max(start, rate.span.start - 10)
    completed = _COMPLETION.search(passage.text, low, rate.span.start)
    verb = _RATE_OF_VERB.search(passage.text, low, rate.span.start)
    if not verb and not completed:
        return
    near = [figure for figure in passage.before(rate.span.start, 6) if figure.span.start >= start]
    if len(near) < _BEFORE or near[-1].unit != near[-2].unit or not near[-2].value or near[-1].unit == "%":
        return
    whole, done = near[-2:]
    between = passage.text[whole.span.end : done.span.start]
    named = not completed and verb and verb["verb"] in between and not _is_done(passage, whole, verb["verb"])
    if named or (completed and _DONE.search(between) and "其中" not in between):
        yield from _judged(rate, done, whole)


def _is_done(passage: Passage, whole: Figure, verb: str) -> bool:
    """参保14658人，其中学生参保1459人，参保率100%: the whole is itself what was done, and of 应参保14658人 it is not."""
    start = max(passage.clause_start(whole.span.start), whole.span.start - _NEAR_SUBJECT)
    before = passage.text[start : whole.span.start]
    return verb in before and not _DUE.search(before)


def shares_respectively(passage: Passage, index: int) -> Iterator[Relation]:
    """3600万元，其中1100万元、500万元、2000万元，占比分别是30.6%、13.9%、55.6%: each rate against its part."""
    text, figures = passage.text, passage.all_figures
    found = _RESPECTIVELY.search(
        text, max(passage.span.start, figures[index].span.start - 16), figures[index].span.start
    )
    if not found:
        return
    rates = list(takewhile(lambda figure: figure.unit == "%", figures[index:]))
    near = passage.before(found.start(), len(rates) + _BEFORE)
    announced = near and near[-1].value == len(rates) and near[-1].span.end == found.start()  # 三项占比
    amounts = [figure for figure in (near[:-1] if announced else near) if figure.unit not in ("%", "百分点")]
    before = amounts[-len(rates) - 1 :]
    if len(rates) < _BEFORE or len(before) != len(rates) + 1 or len({figure.unit for figure in before}) != 1:
        return
    whole, *parts = before
    if whole.value >= sum(part.value for part in parts):
        for rate, part in zip(rates, parts, strict=True):
            yield from _judged(rate, part, whole)


def completion_in_a_row(passage: Passage, index: int) -> Iterator[Relation]:
    """计划5000亩，上半年落地3200亩，完成64%: what was planned, what was done and the rate, in three clauses."""
    if index < _BEFORE:
        return
    whole, done, rate = passage.all_figures[index - 2 : index + 1]
    text = passage.text
    plan = text[passage.clause_start(whole.span.start) : whole.span.start]
    between, behind = text[whole.span.end : done.span.start], text[done.span.end : rate.span.start]
    if whole.unit != done.unit or not whole.value or not _PLANNED.search(compiled("[，,]").split(plan)[-1]):
        return
    if _ROW.fullmatch(between) and not _PLANNED.search(between) and _COMPLETED.fullmatch(behind):
        yield from _judged(rate, done, whole)


def completion_before_amount(passage: Passage, index: int) -> Iterator[Relation]:
    """2100亩的任务已完成60%，即1470亩: the amount that a rate of a plan comes to stands behind it."""
    if not 0 < index < len(passage.all_figures) - 1:
        return
    whole, rate, done = passage.all_figures[index - 1 : index + 2]
    text = passage.text
    if (
        whole.unit != done.unit
        or not whole.value
        or not _AMOUNT.fullmatch(text[rate.span.end : done.span.start])
    ):
        return
    if _PART_DONE.fullmatch(text[whole.span.end : rate.span.start]):
        yield from _judged(rate, done, whole)


def share_by_unit(passage: Passage, index: int) -> Iterator[Relation]:
    """已脱贫2553户9261人…按户算，脱了80.2%: two figures of the unit told before make the rate."""
    rate, text = passage.all_figures[index], passage.text
    found = _BY_UNIT.search(text, max(passage.span.start, rate.span.start - 16), rate.span.start)
    if not found:
        return
    near = [figure for figure in passage.before(found.start(), 10) if figure.unit == found["unit"]]
    pairs = [(part, whole) for part in near for whole in near if 0 < part.value < whole.value]
    holding = [pair for pair in pairs if is_rate(rate, *pair)]
    slips = [pair for pair in pairs if is_slip(rate.value, rate_of(rate, *pair))]
    for pair in (holding or slips)[:1]:
        yield from _judged(rate, *pair)


def share_of_what_is_taken_on(passage: Passage, index: int) -> Iterator[Relation]:
    """培训300人以上，我镇承担45人，占15%: two figures of one unit in two clauses and the rate in the third."""
    if index < _BEFORE:
        return
    whole, part, rate = passage.all_figures[index - 2 : index + 1]
    text = passage.text
    taken = _TAKEN.fullmatch(text[whole.span.end : part.span.start])
    if not taken or whole.unit != part.unit or not 0 < part.value < whole.value:
        return
    if _OF_IT.fullmatch(text[part.span.end : rate.span.start]):
        holds = is_rate(rate, part, whole)
        if holds or is_exact(rate.quantity):
            yield share_relation(rate, part, whole, holds=holds, certain=holds)


def share_by_reckoning(passage: Passage, index: int) -> Iterator[Relation]:
    """按9500人算，蔬菜占27.4%: the figure that stands beside 蔬菜 before, over the one reckoned by."""
    if not index:
        return
    whole, rate = passage.all_figures[index - 1 : index + 1]
    text = passage.text
    behind = _RECKONED_BEHIND.fullmatch(text[whole.span.end : rate.span.start])
    if not behind or not _RECKONED.search(text, passage.clause_start(whole.span.start), whole.span.start):
        return
    named = [
        figure
        for figure in passage.before(whole.span.start, _PARTS_BEFORE)
        if figure.unit == whole.unit
        and figure.value < whole.value
        and _told_beside(passage, figure, behind["subject"])
    ]
    if len(named) == 1:
        miscopied = rearranged(rate.value, rate_of(rate, named[0], whole)) and is_exact(rate.quantity)
        if miscopied and not is_exact(named[0].quantity):
            yield share_relation(rate, named[0], whole, holds=False, certain=False)
        yield from _judged(rate, named[0], whole)


def _told_beside(passage: Passage, figure: Figure, subject: str) -> bool:
    start = max(passage.clause_start(figure.span.start), figure.span.start - _NEAR_SUBJECT)
    clause = compiled(r"[，,、]").split(passage.text[start : figure.span.start])[-1]
    return subject in clause or _is_alone_in_clause(passage, figure, subject)


def _is_alone_in_clause(passage: Passage, figure: Figure, subject: str) -> bool:
    """蔬菜基地5000亩，由四个镇唱主角，带动2600人以上；: the clause begins with the subject and has one figure of the unit."""
    start, end = passage.clause_start(figure.span.start), passage.clause_end(figure.span.end)
    same = [other for other in passage.between(start, end) if other.unit == figure.unit]
    return len(same) == 1 and passage.text.startswith(subject, start)


def _judged(rate: Figure, part: Figure, whole: Figure) -> Iterator[Relation]:
    holds = is_rate(rate, part, whole)
    if holds or all(is_exact(figure.quantity) for figure in (rate, part, whole)):
        yield share_relation(rate, part, whole, holds=holds, certain=holds)
