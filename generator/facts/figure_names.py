"""What a figure counts, in words: the noun phrase around it, made readable and comparable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.facts.figure_clauses import Clause
from generator.model.quantity import Bound
from generator.standards.units import dimension
from generator.text.quantities import QuantityMention

_COUNTING = ("count", "people", "visits", "times", "")
# Words that open a clause and say nothing of what is counted.
_OPENING = re.compile(
    r"^(?:[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+|其中|截至|到|年底前?|年内|全年|今年|去年|明年|本年度?|预计|计划|拟建?|将|要|用于|围绕|加强对|支持有条件|共计?|总共|合计|累计|分别|约|已经?|为|即|并|且|和|及|与|等|"
    r"(?:19|20)\d{2}年度?(?:底|末|初|前|内)?(?:[-—至到](?:19|20)\d{2}年)?|\d{1,2}月(?:底|份)?前?|在|对|使|让|由|从|以|通过|按照|根据|继续|确保|力争|努力|完成|实现|达到|做到|开展|实施|推进|予以|给予|进行|的|全部|全面|"
    r"[\s　,，、；;：:])+"
)
_CLOSING = re.compile(
    r"(?:达到?|为|有|至|到|是|约|近|超过?|共计?|合计|总计|各|的|由|从|不得?低于|不少于|至少|不得?超过|不高于|控制在|提高|提升|增加|降低?|下降|减少|增长|扩大|上升|增|减|升|以上|左右|每[人户亩年村个月天]|[人户]均|平均|分别|累计|仅|只|含|即|等|在|以)+$"
)
_PER = re.compile(
    r"(?P<per>每(?:[人户亩年村个月天镇乡]|[^\d，。；]{2,6}?)|[人户村镇]均|平均(?:每[\u4e00-\u9fff]{1,4})?)[^\d，。；]{0,8}$"
)
_VERB = re.compile(
    r"发展|建设|实施|开展|进行|能够|及时|按照|牵头|掌握|购买|予以|涌现|控制|不低于|完成|实现|达到|提供|获得|享受|纳入|给予|参与|参加|组成|组织|负责|用于|位于|来自|正在|已经|全部|稳定|如期|分别|以上|左右|以内|以下|共|在内|均|都|要|已|将|由|和|及|的|为|与|或"
)
_VERB_NOUNS = ("建设项目", "发展项目", "实施方案")
_LOOSE = re.compile(r"^(?:以上|以下|左右|以内|之内|及以上|的|多|余|[\s　])+")
_GENERIC = re.compile(
    r"^(?:(?:共|拟|再|新)?(?:整合|投入|安排|筹集|筹措|筹资|落实|争取|自筹|使用|利用|下达|拨付|到位|投资|规划投资|总投资|资助|带动|辐射带动|覆盖|涉及|惠及|受益|培训|新建|建成|改造|建设|解决|培育|发放|补助|补助资金|资金|各类资金|项目|人口|贫困户|贫困人口|农户|群众|脱贫|户|人|个|达标率|比例|标准|面积|规模|总规模|总建设规模)){1,3}(?:各类|财政|专项)?(?:资金|人口|项目|脱贫)?$"
)
_NOUN_LENGTH = 12
_NAME_LENGTH = 24
_BRACKET_REACH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """``indicator`` as read, ``noun`` what the classifier counts, ``per`` the denominator.

    ``stem`` is the clause's own words and ``topic`` the last telling words of the passage, for figures that have none.
    """

    indicator: str
    noun: str
    per: str
    stem: str
    topic: str


def name_figure(
    text: str,
    clause: Clause,
    members: Sequence[QuantityMention],
    index: int,
    *,
    task: str,
    previous: Naming | None,
) -> Naming:
    """Names the clause's figure number ``index``. A pair 户/人 shares its words; a bare clause takes them from the last.

    ``previous`` is the naming of the figure before it in the same passage (up to ；), None at its start.
    """
    first = last = index
    if members[index].quantity.bound is Bound.RANGE and index + 1 < len(members):
        last = index + 1
    elif index and members[index - 1].quantity.bound is Bound.RANGE:
        first = index - 1
    start = members[first - 1].span.end if first else clause.span.start
    own = _LOOSE.sub("", text[start : members[first].span.start])
    end = members[last + 1].span.start if last + 1 < len(members) else clause.span.end
    after = _LOOSE.sub("", text[members[last].span.end : end])
    per = _PER.search(own)
    counts = dimension(members[index].quantity.unit) in _COUNTING
    noun = _noun(after) if counts else ""
    stem = "" if noun and own.endswith("等") else _stem(_with_bracketed(text, clause, start) + own)
    if not stem and not noun and previous:
        stem = previous.stem
    indicator = _joined(stem, noun or _tail(text, clause, members, last))
    topic = previous.topic if previous else ""
    if _GENERIC.match(indicator) or len(indicator) < 3:
        indicator = _joined(topic or _topic(text, clause, task), indicator)
    else:
        topic = indicator
    return Naming(
        indicator=indicator[-_NAME_LENGTH:], noun=noun, per=per["per"] if per else "", stem=stem, topic=topic
    )


def _with_bracketed(text: str, clause: Clause, start: int) -> str:
    """The words before a bracket that stands inside the phrase: 农村中小学（幼儿园）教师1400人次."""
    if start != clause.span.start or clause.before not in ("）", ")"):
        return ""
    floor = max(0, start - _BRACKET_REACH)
    opened = max(text.rfind(mark, floor, start) for mark in "（(")
    if opened < 0:
        return ""
    found = re.search(r"[\u4e00-\u9fff]{2,12}$", text[floor:opened])
    return found[0] if found else ""


def _stem(before: str) -> str:
    """The words before a figure without those that only introduce it."""
    previous = None
    words = re.sub(r"[\s　]", "", before)
    while words != previous:
        previous = words
        words = _OPENING.sub("", _CLOSING.sub("", words))
    return words


def _noun(after: str) -> str:
    """The noun that a classifier counts: the words right after it up to the next verb or mark."""
    found = re.match(r"[\u4e00-\u9fffA-Za-z（）()、]+", after)
    if not found:
        return ""
    words = re.split(r"[（(、]", found[0])[0]
    for verb in _VERB.finditer(words):
        if verb.start() >= 1 and not words.startswith(_VERB_NOUNS, verb.start()):
            return words[: verb.start()]
    return words[:_NOUN_LENGTH]


def _tail(text: str, clause: Clause, members: Sequence[QuantityMention], index: int) -> str:
    """The words after the clause's last figure (52户120人脱贫: 脱贫 belongs to both)."""
    if any(
        text[m.span.end : n.span.start].strip("、和及,， ")
        for m, n in zip(members[index:], members[index + 1 :], strict=False)
    ):
        return ""
    words = _LOOSE.sub("", text[members[-1].span.end : clause.span.end])
    found = re.match(r"[\u4e00-\u9fff]{2,10}", words)
    return found[0] if found else ""


def _joined(first: str, second: str) -> str:
    """Both parts without saying anything twice."""
    if not second or second in first:
        return first
    if first and first in second:
        return second
    return first + second


_TOPIC = re.compile(r"[一二三四五六七八九十]+是([\u4e00-\u9fff“”]{2,14}?)(?:项目|工程|工作)?[。：:，]")


def _topic(text: str, clause: Clause, task: str) -> str:
    """What the sentence or the heading is about: 一是交通扶贫项目。… or the heading's title."""
    floor = max(text.rfind("\n", 0, clause.span.start), clause.span.start - 120, 0)
    topic = ""
    for found in _TOPIC.finditer(text, floor, clause.span.start):
        topic = found[1]
    return topic or _shortened(task)


def _shortened(task: str) -> str:
    words = re.sub(
        "^(?:精准实施|大力|积极|加快|扎实|全面|深入|切实|着力|推进|实施|开展|加强|强化|做好)+", "", task
    )
    words = re.split("[，。；：（(]", words)[0]
    if re.search(r"\d", words):
        return ""
    return re.sub("(?:项目|工程|工作|任务|行动)$", "", words)[:10]
