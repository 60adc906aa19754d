"""Unequal figures that may both be true: a derived one, a result beside the aim, intervals that meet."""

from __future__ import annotations

from generator.matching.evidence import KEPT_WORDING, RARE, SAME, only_its_unit_is_mistaken, slipped
from generator.matching.pairing import Pair, same_measure
from generator.matching.reading import Mention, Reading
from generator.matching.slips import differs_by_a_slip
from generator.model.quantity import Bound, Quantity
from generator.patterns import compiled

_DERIVED = compiled(
    r"平均|[户人村年月]均|比例|比重|同比|(?:增长|递增|下降|提高|减少|增加)(?![到至为])|折合|合计|共计|总计|累计|为计划|完成率"
)
_REPORT = compiled(r"总结|报告|通报|公报|汇报|进展|完成情况|落实情况|简报|督查|检查|自查|核查|答复|复函")
# What a report says again of the plan it says with these words; else it tells what has come of it.
_RESTATED = compiled(
    r"要求|任务|目标|计划|规定|标准|《[^》]*》|要点|方案|意见|应|须|力争|确保|安排|下达|共需|总规模|要(?!点)"
)
_LEFT_OVER = compiled(
    r"(?:余下|剩余|剩下|其余|还剩|还有|尚有|尚未|还没有?|没有|未能|未|再(?=[建种修扩新]))[^，,。；;\d]{0,12}$"
)
_PLAN = compiled(r"要点|计划|方案|意见|任务|目标|规划|责任书|安排")
_RESULT = compiled(r"完成|建成|累计|达到")
_AIMED = compiled(
    r"(?:要|须|应|应当|必须|确保|力争|争取|计划|拟|将|预计)[^，。；]{0,6}?(?:完成|建成|累计|达到)"
)
# 培育主体21个，比计划多1个, 培育13个，距全年20个的任务还差7个: a result that the draft itself holds against the aim.
_BEATS = compiled(
    r"[^，,。；;\d]{0,6}[，,](?:距离?[^，,。；;]{0,12}(?:任务|目标|计划|要求)|离[^，,。；;]{0,12}(?:任务|目标|计划|要求)|比(?:计划|任务|目标|要求)|超(?:额|过|出)|为(?:计划|任务|目标)|(?:也?是|约?占|约?为)(?:全年|年度)?(?:计划|任务|目标)|[还尚](?:差|缺)|完成率|到位率|(?:已)?完成(?:了)?(?:全年|年度|任务|计划|目标)*的?[\d一二三四五六七八九])"
)
_PROGRESS = compiled(
    r"实际|已|(?:开工|动工|竣工|到位|发放|下达|签约|并网|支付)(?!率|服务|面)|上半年|季度|截至|目前"
)
# 资金1020万元到位，9处工程: what is told behind a figure is told of that figure.
_OF_ANOTHER = compiled(
    r"[0-9][0-9.]*[万亿]?[^\d，,；;。]{1,4}?(?:已|全部|均|按时){0,2}(?:到位|下达|发放|开工|动工|竣工)(?=[，,])"
)
_BY_MONTH = compiled(r"(?:截至|到|[（(][一二三四五六七八九十]+[）)])?\d{1,2}月(?:末|底|份|\d{1,2}日)")
_AIM = compiled(r"计划|任务|目标|全年|年度|力争|确保")

# 增加0.92万人 tells a change and 4.05万人 a level; 上年末为3.13万人 is another year's level.
_CHANGE = compiled(r"(?:增加|减少|增长|下降|提高|降低|上升|回落|净增|净减|多|少)了?$")
_YEAR_BEFORE = compiled(r"(?:上年|去年|上一年)(?:年?[末底初]|同期)(?:为|是|有)?$")

_GROWN = compiled("增长|下降|提高|增加|减少")
_EACH = compiled(r"每个?[\u4e00-\u9fff]{1,4}(?:至少|不少于|最多)?$")
_ASKED = compiled(r"(?:目标|要求|标准|任务|计划|应达|须达)[^。；;]{0,16}$")
_RATHER_RARE, _SOME_COMPANY = 0.45, 0.35
_TOLD_BESIDE = 4
_NAMED_ALIKE = 0.7
_RATES = frozenset({"%", "百分点"})
_LIMITS = ((Bound.AT_LEAST, Bound.MORE_THAN), (Bound.AT_MOST, Bound.LESS_THAN), (Bound.RANGE,))


def may_both_be_true(pair: Pair, draft: Reading, source: Reading) -> bool:
    """Whether the two figures of ``pair`` need not be one: then their difference is no contradiction."""
    ours, theirs = pair.draft, pair.source
    if _only_unit_differs(pair):
        return False
    if _is_told_beside(pair, draft):
        return True
    if _agree(ours.figure.quantity, theirs.figure.quantity):
        return True
    in_place = pair.orphans and pair.company >= SAME and pair.aligned > 0
    derived = _is_derived(ours) and not _is_derived(theirs)
    shares = ours.figure.unit == "%" and ("占" in ours.wording) != ("占" in theirs.wording)
    if (derived or (shares and _GROWN.search(theirs.wording))) and not in_place:
        return True  # a share is no growth
    if _of_two_kinds(ours, theirs) and not pair.copied:
        return True
    if _LEFT_OVER.search(ours.before) and not _LEFT_OVER.search(theirs.before) and not pair.copied:
        return True
    if pair.partner >= RARE or slipped(pair):
        return False
    if _reports_on_plan(draft, source) and not _is_restated(pair):
        return True
    if _is_progress(ours) and not _is_progress(theirs):
        return True
    if _BEATS.match(draft.facts.document.text, ours.figure.span.end):
        return True
    if not _RESULT.search(_AIMED.sub("", ours.lead_in)) or _RESULT.search(theirs.lead_in):
        return False
    return pair.words < 0.6 or _reports_on_plan(draft, source)


def _only_unit_differs(pair: Pair) -> bool:
    """The same number beside the same neighbour, as 户 here and as 人 there."""
    ours, theirs = pair.draft.figure, pair.source.figure
    bound = pair.partner or pair.aligned or pair.crossed or only_its_unit_is_mistaken(pair)
    return ours.value == theirs.value and not same_measure(ours.unit, theirs.unit) and bool(bound)


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether both wordings can be true; two limits of one kind (300人以上, 500人以上) are two aims."""
    if any(one.bound in limits and other.bound in limits for limits in _LIMITS):
        return one.value == other.value and one.upper == other.upper
    if one.bound is other.bound is Bound.ABOUT and one.step == other.step:
        return one.value == other.value
    return one.agrees_with(other)


def _is_derived(mention: Mention) -> bool:
    """Whether the words say that the figure was reckoned; 占1300万千瓦 is no share but an amount."""
    share = mention.figure.unit == "%" and "占" in mention.wording
    added = "累计" in mention.figure.indicator or "合计" in mention.figure.indicator
    return share or added or bool(_DERIVED.search(mention.wording))


def _is_told_beside(pair: Pair, draft: Reading) -> bool:
    """集中供水率87.5%, where the draft tells the 90% of the source a few figures away: the state beside the aim."""
    if pair.copied or pair.aligned or pair.partner or slipped(pair):
        return False
    near = draft.nearest(pair.draft, _TOLD_BESIDE)
    paragraph = draft.facts.document.paragraph_at(pair.draft.figure.span.start)
    return any(
        mention.key == pair.source.key
        and _ASKED.search(mention.before)
        and ("分别" in mention.before or _names_the_same(mention, pair.draft))
        and draft.facts.document.paragraph_at(mention.figure.span.start) == paragraph
        for mention in near
    )


def _names_the_same(one: Mention, other: Mention) -> bool:
    shared = len(one.indicator & other.indicator)
    return bool(shared) and shared >= _NAMED_ALIKE * len(one.indicator)


def _of_two_kinds(ours: Mention, theirs: Mention) -> bool:
    """Whether one tells a change and the other a level, only the source what each is to have, or only the draft the
    level of the year before."""
    changes = [bool(_CHANGE.search(mention.before)) for mention in (ours, theirs)]
    before = [bool(_YEAR_BEFORE.search(mention.before)) for mention in (ours, theirs)]
    each = [bool(mention.figure.per or _EACH.search(mention.before)) for mention in (ours, theirs)]
    amounts = ours.figure.unit not in _RATES
    return (amounts and (changes[0] != changes[1] or each[1] > each[0])) or before[0] > before[1]


def _is_progress(mention: Mention) -> bool:
    """Whether the statement has come to speak of what was done so far, and not of the aim again."""
    statement = _OF_ANOTHER.sub("", compiled("[；;]").split(mention.before)[-1])
    done, aim = (
        max((found.end() for found in pattern.finditer(statement)), default=0)
        for pattern in (_PROGRESS, _AIM)
    )
    # 上半年，车间吸纳198人；培训186人: the first words of a sentence hold for all of it.
    opened = _PROGRESS.match(mention.opening) or _BY_MONTH.match(mention.opening)
    return done > aim or (not done and not aim and bool(opened))


def _is_restated(pair: Pair) -> bool:
    """Whether a report speaks of the plan's figure itself: it says so, sets a limit, tells it among the plan's figures,
    or has it but for one slip."""
    ours = pair.draft
    if ours.figure.quantity.bound not in (Bound.EXACT, Bound.ABOUT) or pair.verbatim >= KEPT_WORDING:
        return True
    among = pair.partner or (pair.aligned >= _RATHER_RARE and pair.company >= _SOME_COMPANY)
    slip = differs_by_a_slip(ours.figure.value, pair.source.figure.value)
    return bool(_RESTATED.search(ours.before) or among or slip)


def _reports_on_plan(draft: Reading, source: Reading) -> bool:
    """A summary held against a plan: what it says was done need not be what was planned."""
    ours, theirs = draft.facts.header.title or "", source.facts.header.title or ""
    return bool(_REPORT.search(ours) and _PLAN.search(theirs))
