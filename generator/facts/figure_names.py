"""What a figure counts, in words: the noun phrase around it, made readable and comparable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.facts.figure_clauses import Clause
from generator.facts.figure_phrases import (
    CHANGE,
    LEFT_LENGTH,
    RIGHT_LENGTH,
    left_phrase,
    noun_of,
    right_rest,
    trimmed,
    trimmed_right,
)
from generator.model.quantity import Bound
from generator.patterns import compiled
from generator.standards.units import dimension
from generator.text.quantities import QuantityMention

_COUNTING = ("count", "people", "visits", "times", "households", "")
_PER = compiled(
    r"(?P<per>每(?:半年|季度|个?月|一?[级次年人户亩天镇乡生名周组县所家]|个?(?:贫困|行政|自然)?(?:村|户|县|乡镇|学生|项目|工作日)|个)|[人户村镇亩]均|平均(?:每[\u4e00-\u9fff]{1,4})?)[^\d，。；]{0,10}$"
)
_CHANGED_TO = compiled(
    r"(?:[提升增降下减扩回缩调压]{1,2}[高加低少长大落小升整缩]?|调整|压缩|提升)(?:至|到|为)(?:了|约)?$"
)
_JOINING = compiled(r"[、，,和及与\s/（(]*")
_VERB_ONLY = compiled(
    r"^(?:(?:共|拟|再|新|计划|规划|年均?)?(?:建|改|种|养|修|设|整合|投入|安排|筹集|筹措|筹资|落实|争取|自筹|使用|利用|下达|拨付|到位|投资|总投资|资助|带动|辐射带动|覆盖|涉及|惠及|受益|培训|新建|建成|建设|改造|解决|培育|培养|发放|补助|奖补|补贴|"
    r"新增|增加|减少|提升|提高|达|占|吸纳|安置|帮助|实施|开展|推进|支持|扶持|组织|选派|设立|建立|配备|购买|出资|获得|申请|给予|奖励|缴纳|减免|发展|打造|巩固|退出|脱贫|销号)){1,2}$"
)
_GENERIC = compiled(
    r"^(?:\d+(?:至\d+)?人|(?:共|拟|再|新|计划|规划)?(?:整合|投入|安排|筹集|筹措|筹资|落实|争取|自筹|使用|利用|下达|拨付|到位|投资|总投资|资助|带动|辐射带动|覆盖|涉及|惠及|受益|受益人口|受益群众|培训|新建|建成|改造|建设|解决|培育|发放|补助|奖补|补贴|补助资金|"
    r"资金|各类资金|各级资金|政府债务资金|财政资金|专项资金|项目|人口|贫困户|贫困人口|农户|群众|脱贫|户|人|个|达标率|比例|占比|标准|面积|规模|总规模|总建设规模|任务|入住率|完成率|每人|每户|每亩|"
    r"增幅|总额|金额|数量|总数|总量|预测|男性|女性)){1,3}(?:各类|财政|专项)?(?:资金|人口|项目|脱贫)?$"
)
_PLACES = compiled(r"(?:[\u4e00-\u9fff]{1,5}(?:镇|乡|村|县|区|街道|场|社区|大桥)、){1,}[\u4e00-\u9fff]{1,6}$")
_WANTS_OBJECT = compiled(
    r"(?:购买|获得|享受|发放|缴纳|给予|落实|安排|投入|申请|签订|组织|参加|掌握|推进|建|开展)$"
)
_SHORT_REST = 6
_HANZI_END = compiled("[\u4e00-\u9fff]{2,}$")
_ROW_END = compiled("(?:、|和|及|与|以及)\\s*$")
_GRADE = compiled("[A-Za-z]|[级类]$")
_CONJUNCTION = compiled("和(?![美谐平田睦])|[及与或]")
# 增速比一季度提高: of what, the figure before has said.
_LEANING = compiled(
    "(?:增速|增幅|降幅|涨幅|占比|比重|同比|环比|其中|同期|去年|上年|[正负]?向?拉动|高于|低于|高出)"
)
_CHANGE_END = compiled(
    "(?:同比|环比|[比较](?:上年)?(?:同期|上年|去年|一季度)|年均)?(?:增长|下降|提高|提升|增加|减少|上涨|回落|下跌)$"
)
# Members of a whole: with 其中 they are a part of what was said before, without it they stand for themselves.
_MEMBERS = compiled(
    r"^(?:其他|其余|非)?(?:建档立卡|未脱贫|已脱贫|剩余|省定|深度)?(?:贫困)?(?:户|人口|村|乡镇?|家庭学生|学生|家庭|劳动力|妇女|残疾人|男性|女性|自然村|行政村|乡镇)$"
)
_REACHING = compiled("^(?:共|项目)?(?:涉及|覆盖|辐射带动|带动|惠及|受益|解决|扶持|资助|帮扶|培训)")
_SUBJECT_END = compiled(r"(?:共|拟)?(?:涉及|覆盖|辐射带动|带动|受益|惠及|包括|达到|计划投入|投入|总投资)")
_TOPIC = compiled(
    r"(?:^|[。；;：:\n])\s*(?:[一二三四五六七八九十]+是|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、])?(?P<topic>[\u4e00-\u9fff“”]{2,14}?)(?:项目|工程|工作|行动)?[。：:]"
)
_OPEN = ("（", "(")
_BRACKET_REACH = 40
_LABEL_REACH = 16
_TOPIC_REACH = 120
_LONGEST = 28
_ENOUGH = 3
_PER_REACH = 40  # what _PER can cover, so that a clause of a thousand figures is not read a thousand times


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """``indicator`` as read, ``noun`` what the classifier counts, ``per`` the denominator.

    ``stem`` are the words that a figure without words of its own takes over; ``topic`` what the passage is about.
    """

    indicator: str
    noun: str
    per: str
    stem: str
    topic: str


class ClauseNamer:
    """Names the figures of one clause; ``previous`` is the last naming of the same passage, ``task`` the heading.

    ``floor`` is where the figure before the clause ends: words before it belong to that figure.
    """

    def __init__(
        self,
        text: str,
        clause: Clause,
        members: Sequence[QuantityMention],
        *,
        task: str,
        previous: Naming | None,
        floor: int = 0,
    ) -> None:
        self._text = text
        self._clause = clause
        self._members = members
        self._task = task
        self._floor = floor
        self._previous = previous
        self._bounds = _groups(text, members)

    def names(self) -> list[Naming]:
        """One naming for each member, in order."""
        found: list[Naming] = []
        for first, last in self._bounds:
            for index in range(first, last + 1):
                self._previous = self._name(first, last, index, found[-1] if index > first else None)
                found.append(self._previous)
        return found

    def _name(self, first: int, last: int, index: int, partner: Naming | None) -> Naming:
        text, members, clause = self._text, self._members, self._clause
        start = members[first - 1].span.end if first else clause.span.start
        end = members[last + 1].span.start if last + 1 < len(members) else clause.span.end
        before = text[start : members[first].span.start]
        if first and self._previous and self._previous.noun and _ROW_END.search(before):
            before = ""  # 5个中心和6个站: the words between are what the first counts
        rest = right_rest(text[members[last].span.end : end])
        if rest.startswith("户") and members[last].quantity.unit == "人":
            rest = rest[1:]  # a household of so many
        if last + 1 < len(members):  # 7个圩镇和黄龙大桥2个安置点
            rest = compiled("和(?![美谐平田睦])|以及|及(?!其)").split(rest)[0]
        noun = noun_of(rest) if dimension(members[index].quantity.unit) in _COUNTING else ""
        per = _PER.search(
            text[max(start, members[index].span.start - _PER_REACH) : members[index].span.start]
        )
        if partner and bool(noun) == bool(partner.noun):  # 52户120人: the words belong to both
            return replace(partner, noun=noun)
        stem = self._stem(first, start, before)
        own = stem if left_phrase(before) else ""
        if (
            text[members[last].span.end : members[last].span.end + 1] == "的"
            and own
            and not members[index].quantity.unit
        ):
            noun = rest = ""
        indicator = self._indicator(before, own if noun or rest else stem, noun, rest)
        part = "其中" in text[max(0, start - 3) : members[first].span.start]
        alone = bool(noun) or ((first > 0 or clause.before == "、") and not _GRADE.search(indicator))
        indicator, topic = self._with_topic(indicator, part=part, alone=alone)
        return Naming(
            indicator=trimmed(indicator, _LONGEST),
            noun=noun,
            per=per["per"] if per else "",
            stem=stem,
            topic=topic,
        )

    def _stem(self, first: int, start: int, before: str) -> str:
        """The words before the group, or those that it takes over from the figure before it."""
        previous = self._previous.stem if self._previous else ""
        stem = left_phrase(before)
        if first == 0 and (not stem or self._clause.before not in _OPEN) and (words := self._before_clause()):
            stem = left_phrase(words + before)
        if not stem:
            return previous
        if stem.startswith("户") and first and self._members[first - 1].quantity.unit == "人":
            whole = (
                first - 2
                if first > 1 and self._members[first - 2].quantity.bound is Bound.RANGE
                else first - 1
            )
            return (
                self._text[self._members[whole].span.start : self._members[first - 1].span.end] + stem
            )  # 1人户
        change = CHANGE.match(stem)
        if change and previous:
            if _CHANGED_TO.search(before):
                return previous
            return previous if previous.endswith(change["change"]) else previous + change["change"]
        return stem

    def _before_clause(self) -> str:
        """Words before the mark that opens the clause which still belong to it: 总投资：500万元, 标准（2017年为3335元）."""
        text, at, sign = self._text, self._clause.span.start, self._clause.before
        if sign in ("）", ")"):
            opened = max(text.rfind(mark, max(0, at - _BRACKET_REACH), at) for mark in _OPEN)
            return self._words_before(opened, 12) if opened > 0 else ""
        if sign in ("：", ":"):
            label = self._words_before(at - 1, _LABEL_REACH)
            return "" if label == "其中" else label
        return self._words_before(at - 1, 12) if sign in _OPEN else ""

    def _words_before(self, end: int, reach: int) -> str:
        """The Hanzi right before ``end``, none of them before the last figure."""
        found = _HANZI_END.search(self._text[max(self._floor, end - reach) : max(end, 0)])
        return found[0] if found else ""

    def _indicator(self, before: str, stem: str, noun: str, rest: str) -> str:
        lacking = not stem and (not noun or bool(_MEMBERS.match(noun))) and not _CONJUNCTION.search(rest)
        if noun and _CONJUNCTION.search(rest):
            short = noun
        elif len(rest) <= RIGHT_LENGTH - 4:
            short = rest
        else:
            short = noun if noun and not lacking else trimmed_right(rest, RIGHT_LENGTH)
        if short and (before.rstrip().endswith(("等", "、")) or (noun and _PLACES.search(stem))):
            return short
        if not stem or _VERB_ONLY.match(stem):
            return _joined(stem, short)
        if noun or _WANTS_OBJECT.search(stem) or len(rest) <= _SHORT_REST:
            return _joined(stem, noun or short)
        return stem

    def _with_topic(self, indicator: str, *, part: bool, alone: bool) -> tuple[str, str]:
        """A name that says too little (整合资金, 涉及村) gets what the passage is about in front of it."""
        topic = self._previous.topic if self._previous else ""
        member = _MEMBERS.match(indicator)
        enough = _ENOUGH - 1 if alone else _ENOUGH
        bare = (
            len(indicator) < enough
            or _GENERIC.match(indicator)
            or _LEANING.match(indicator)
            or _MEMBERS.match(_REACHING.sub("", indicator))
        )
        lacking = part if member else bare
        if not lacking:
            if member:
                return indicator, topic
            head = _CHANGE_END.sub("", _SUBJECT_END.split(indicator)[0])
            return indicator, head if len(head) > _ENOUGH else topic or indicator
        return _joined(self._item(indicator) or topic or self._passage_topic(), indicator), topic

    def _item(self, indicator: str) -> str:
        """What a bare verb says something of: in 花木5100亩，带动1000人，油茶6000亩，带动2000人 the nearest item."""
        if self._previous is None or not _VERB_ONLY.match(indicator):
            return ""
        stem, topic = self._previous.stem, self._previous.topic
        says = len(stem) > 1 and not (
            _GENERIC.match(stem) or _VERB_ONLY.match(stem) or _REACHING.search(stem)
        )
        return stem if says and stem not in topic and topic not in stem else ""

    def _passage_topic(self) -> str:
        """What the sentence or the heading is about: 一是交通扶贫项目。… or the heading's title."""
        text, at = self._text, self._clause.span.start
        floor = max(text.rfind("\n", 0, at), at - _TOPIC_REACH, 0)
        topic = ""
        for found in _TOPIC.finditer(text, floor, at):
            topic = found["topic"]
        return _shortened(topic) or _shortened(self._task)


def _groups(text: str, members: Sequence[QuantityMention]) -> list[tuple[int, int]]:
    """Runs of figures with no word between them (52户120人; the two ends of a range), as first and last index."""
    groups: list[tuple[int, int]] = []
    for index, member in enumerate(members):
        close = index and (
            members[index - 1].quantity.bound is Bound.RANGE
            or _JOINING.fullmatch(text, members[index - 1].span.end, member.span.start)
        )
        if close:
            groups[-1] = (groups[-1][0], index)
        else:
            groups.append((index, index))
    return groups


def _joined(first: str, second: str) -> str:
    """Both parts without saying anything twice."""
    if not second or second in first:
        return first
    if first and first in second:
        return second
    return first + second


def _shortened(task: str) -> str:
    words = compiled(
        "^(?:精准实施|大力|积极|加快|扎实|全面|深入|切实|着力|推进|实施|开展|加强|强化|做好)+"
    ).sub("", task)
    words = compiled("[，。；：（(]").split(words)[0]
    if compiled(r"\d").search(words):
        return ""
    return trimmed_right(compiled("(?:项目|工程|工作|任务|行动)$").sub("", words), LEFT_LENGTH - 6)
