"""Deadlines with what is due, and one task of a document to which it sets two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.facts.relation_shared_names import shared_name
from generator.facts.relation_words import pairs
from generator.model.facts import DateMention
from generator.model.place import Span
from generator.model.text_document import BlockKind, TextDocument
from generator.patterns import compiled

_STOP = compiled(r"[。；;！？\n]")
_DAY = compiled(r"(?:\d{4}-)?\d{2}-\d{2}")
_DEEDS = compiled(
    r"报送|上报|报到|报至|报县|报市|报区|报镇|送县|送市|送区|送镇|提交|送达|印发|出台|制定|办结|办完|完成|竣工|完工|开工|交付|投入使用|投用|入住|验收|建成|拨付|公示"
    r"|录入|签订|启动|召开|选址|上线|反馈|补齐|清零|销号|整改到位|改完"
)
_SAME = {"上报": "报送", "报到": "报送", "报至": "报送", "报县": "报送", "报市": "报送", "报区": "报送", "报镇": "报送", "送县": "报送", "送市": "报送", "送区": "报送", "送镇": "报送", "提交": "报送", "送达": "报送",
         "办完": "办结", "完工": "竣工", "投用": "投入使用", "改完": "整改到位"}  # fmt: skip
# A part of the task, a second time, or a time of somebody else: another deadline.
_APART = compiled(
    r"[每首]批?|第[一二三四五]|其余|剩余|余下|剩下|部分|初[稿步]|定稿|修改|再|补报|逾期(?![不未])|此后|今后|提前|推迟|延[长期]|调整|原定|原计划|一季度|二季度|三季度|四季度|上半年|下半年|去年|上年|明年"
)
_LEVEL = compiled(
    r"国家|省[里级委]?|市[里级委直]?|县级|乡级|村级|上级|全部|基本|主体|\d+%|[一二三四五六七八九]成|过半|一半"
)
_COUNTED = compiled(r"\d+(?:\.\d+)?[个所处座户人亩项村条家]")
_CITED = compiled(
    r"《(?P<title>[^》\n]{1,40})》[^，,。；;\n《]{0,6}(?:要求|规定|明确|确定|定)[^，,。；;\n《]{0,8}$"
)
_LIMIT = compiled(
    r"《(?P<title>[^》\n]{1,40})》(?:所)?(?:规定|要求|确定|明确|定下)的(?P<day>\d{1,2}月(?:\d{1,2}日|底))前?的?(?:时限|期限|限期|最后期限)"
)
_RECIPIENT = compiled(
    r"(?:报(?!告)送?|上报|送|提交|交)(?:至|到|给)?[^，,。；;＃\n]{0,14}?(?:办公室|政府|党委|领导小组|中心|[办局委部室组股])(?:[\u4e00-\u9fff]{1,3}[股科室])?"
)
_ENDS = compiled(r"[^\u4e00-\u9fff]|$|[的了对把将要须应必在于按由和与等可也都已务力一统均]|全部|全面")
_WHO = compiled(r"^(?:[县市区省乡镇]|各)|(?:[局办委厅部]|政府|单位|部门|乡镇|领导小组|办公室)$")
_WHOSE = compiled("乡镇|街道|部门|单位|学校|医院|合作社")
_LEAST = 4
_FRONT = 40
_BEHIND = 40
_MOST = 60


@dataclass(frozen=True, slots=True)
class _Due:
    mention: DateMention
    before: str
    behind: str
    deeds: frozenset[str]

    @property
    def words(self) -> str:
        return f"{self.before}＃{self.behind}"

    @property
    def day(self) -> str:
        return self.mention.value[-5:]


def two_deadlines(document: TextDocument, dates: Sequence[DateMention]) -> Iterator[tuple[Span, Span]]:
    """Each later deadline with the earlier one that the same task has in another paragraph."""
    text = document.text
    cells = [block.span for block in document.blocks if block.kind is BlockKind.CELL]
    mentions = [
        date
        for date in dates
        if date.kind == "deadline"
        and _DAY.fullmatch(date.value)
        and not any(cell.contains(date.span) for cell in cells)
    ]
    dues = [_due(text, mentions, index) for index in range(len(mentions))]
    if len(dues) <= _MOST:
        for one, other in combinations(dues, 2):
            apart = "\n" in text[one.mention.span.end : other.mention.span.start]
            if apart and one.day != other.day and _same_year(one, other) and _one_task(one, other):
                yield other.mention.span, one.mention.span
    yield from _cited_limits(text, mentions)


def _due(text: str, mentions: Sequence[DateMention], index: int) -> _Due:
    """The words around a deadline, no farther than the sentence and the deadlines beside it."""
    span = mentions[index].span
    low = max(span.start - _FRONT, mentions[index - 1].span.end if index else 0)
    high = min(span.end + _BEHIND, mentions[index + 1].span.start if index + 1 < len(mentions) else len(text))
    before = _STOP.split(text[low : span.start])[-1]
    behind = _STOP.split(text[span.end : high])[0]
    deeds = frozenset(_SAME.get(deed, deed) for deed in _DEEDS.findall(behind)[:1])
    return _Due(mentions[index], before, behind, deeds)


def _same_year(one: _Due, other: _Due) -> bool:
    years = {due.mention.value[:-6] for due in (one, other)} - {""}
    return len(years) < 2


def _one_task(one: _Due, other: _Due) -> bool:
    """The same deed on something of one name, and nothing that tells the two apart."""
    if not one.deeds or one.deeds != other.deeds or _APART.search(one.words) or _APART.search(other.words):
        return False
    for pattern in (_LEVEL, _COUNTED):
        if set(pattern.findall(one.words)) != set(pattern.findall(other.words)):
            return False
    first, second = _object_words(one.words), _object_words(other.words)
    if set(_WHOSE.findall(first)) == set(
        _WHOSE.findall(second)
    ):  # 乡镇的自查报告 and, told of the 乡镇, 自查报告
        first, second = _WHOSE.sub("＃", first), _WHOSE.sub("＃", second)
    name = shared_name(first, second, _LEAST)
    if name is None or not name.begins_in_both:
        return False
    ends = (first[name.one + len(name.words) :], second[name.other + len(name.words) :])
    return all(map(_ENDS.match, ends)) and not _WHO.search(name.words)


def _object_words(words: str) -> str:
    """What is due, without the deed and without who receives it."""
    return _DEEDS.sub("＃", _RECIPIENT.sub("＃", words))


def _cited_limits(text: str, mentions: Sequence[DateMention]) -> Iterator[tuple[Span, Span]]:
    """《要点》规定的5月底时限, where the only deadline told of 《要点》 is another one, for something of one word."""
    for limit in _LIMIT.finditer(text):
        told = [mention for mention in mentions if _cited(text, mention) == limit["title"]]
        days = {mention.quote.rstrip("之以前") for mention in told}
        if len(days) != 1 or limit["day"] in days or limit.start() <= told[0].span.end:
            continue
        start = told[0].span.start
        low = max(text.rfind(mark, 0, start) for mark in "。；\n") + 1
        opening = max(text.rfind(mark, 0, limit.start()) for mark in "。；，\n") + 1
        clause = re.sub(r"[^\u4e00-\u9fff]", " ", text[opening : limit.start()])
        if any(word in text[low:start] for word in _nouns(clause)):
            yield Span(*limit.span("day")), told[0].span


def _nouns(words: str) -> set[str]:
    """Neighbouring characters, 项目 and the like too, which elsewhere say too little."""
    common = {words[index : index + 2] for index in range(len(words) - 1)} & {"项目", "工程", "手续", "资金"}
    return pairs(words) | common


def _cited(text: str, mention: DateMention) -> str:
    """The title of the document that sets the deadline, if the clause names one."""
    found = _CITED.search(text, max(0, mention.span.start - 60), mention.span.start)
    return found["title"] if found else ""
