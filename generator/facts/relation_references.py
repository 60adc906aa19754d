"""What a later sentence refers back to under another number: 抽查46个 and 对抽查的48个项目逐一建账; 还有7个 and 余下的11个问题."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.facts.relation_arithmetic import is_exact, is_slip
from generator.facts.relation_building import term_of
from generator.facts.relation_passages import Passage
from generator.facts.relation_shared_names import shared_name
from generator.facts.relation_words import pairs
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_FOUND = "抽查|查出|检查|发现|排查|摸排|核查|收集|征集|梳理|反馈|交办|受理|走访|暗访|评选|抽取|抽样|督查|回访|清理|登记|征求"
_REFERS = compiled(
    rf"(?:^|[，,。；;：:、]|[对将把就向以]|针对|围绕|上述|以上|这次|此次|本次)"
    rf"(?:这次|此次|本次|自查|检查|督查|共|已|所|前期|集中)*(?P<verb>{_FOUND})(?:出来?|到|了)?的(?:这|全部)?$"
)
_TOLD = compiled(rf"(?P<verb>{_FOUND})(?:出|到|了)*(?P<noun>[\u4e00-\u9fff]{{0,6}}?)(?:共|有|为|达)*$")
_EXAMINED = compiled(r"(?:受查|受检|被查|被检|受访|被访|受督查|受检查)的?(?P<noun>[\u4e00-\u9fff]{2})")
_EXAMINING = compiled(r"(?:看|查|查看|抽查|检查|走访|督查|核查|抽取|调查|暗访)了?$")
_NO_NOUN = compiled(rf"的|{_FOUND}")
_ALL_OF_THEM = compiled(r"[\u4e00-\u9fff]{0,10}?(?:全部|逐[一个项户村条]|都|均|一律|一一|分别|各自?)")
_REST = compiled(r"(?:余下|剩下|剩余|其余|没有(?:整改|销号|办结|完成)|(?:尚)?未(?:整改|销号|办结|完成))的$")
_STILL = compiled(r"(?:还有|尚有|还剩|仍有|仅剩|只剩|尚余|尚剩)$")
_DATED = compiled(
    r"\d{1,2}月|(?:19|20)\d\d年|上年|去年|今年|[一二三四]季度|上半年|下半年|首批|第[一二三四五]"
)
_SOURCES = compiled("审计|巡察|巡视|考核|评估|暗访|信访|回头看|省级|市级|县级|国家|专项|重点")
_PART = compiled("其中|部分|另|又|再|严重|突出|典型|新增|每|各")
_CLAUSE = compiled(r"[，,。；;：:\n（()）]")
_HAN = compiled(r"[\u4e00-\u9fff]+")
_NO_AMOUNT = frozenset({"%", "百分点", "‰", "年", "月", "个月", "天", "岁", "分", "倍", "次", "元", "项"})
_FULL_MARKS = compiled(
    r"(?P<all>全部|都)?[^，,。；;：:\d]{0,8}?的?[，,]?(?:得|计|记|给)(?P<marks>满分|\d{1,3}分)"
)
_REACHED = compiled(r"(?:满|达到|达|完成|有)$")
_EVERY = compiled(r"(?P<noun>[\u4e00-\u9fff]{2,10}?)(?:各|分别|逐[一个]|全部|都|均)")
_AT = compiled(r"(?:^|[对在由向给])$")
_OTHER_WHEN = compiled(r"累计|上年|去年|以前|原有|已建|此前|期末|全[省国]")
_FRONT, _BEHIND = 24, 12
_NAME = 4
_NOUN = 2
_FEW = 2
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Mention:
    """A figure with the words of its clause in front of it and right behind."""

    passage: Passage
    figure: Figure
    before: str
    behind: str

    @property
    def noun(self) -> str:
        found = _HAN.match(self.behind)
        return found.group()[:_NOUN] if found else ""

    @property
    def clause(self) -> str:
        return self.before + self.behind


def find_references(passages: Sequence[Passage]) -> Iterator[Relation]:
    """Figures that speak of what was told before, where another number was told."""
    mentions = [
        _mention(passage, figure) for passage in passages for figure in passage.figures if _fits(figure)
    ]
    for index, each in enumerate(mentions):
        if any(_is_value(each, other) for other in mentions if other is not each):
            continue
        yield from _of_found(each, mentions[:index])
        yield from _of_examined(each, mentions[:index])
        yield from _of_rest(each, mentions[:index])
        yield from _of_marks(each, mentions)
        yield from _of_all(each, mentions[:index])


def _fits(figure: Figure) -> bool:
    return figure.unit not in _NO_AMOUNT and is_exact(figure.quantity) and figure.value >= _LEAST


def _mention(passage: Passage, figure: Figure) -> _Mention:
    start = max(passage.clause_start(figure.span.start), figure.span.start - _FRONT)
    limit = min(passage.span.end, figure.span.end + _BEHIND)
    before = _CLAUSE.split(passage.text[start : figure.span.start])[-1]
    return _Mention(passage, figure, before, _CLAUSE.split(passage.text[figure.span.end : limit])[0])


def _is_value(each: _Mention, other: _Mention) -> bool:
    """Whether the number is told elsewhere, not plainly of another thing: then there may be a set of that size."""
    same = each.figure.unit == other.figure.unit and each.figure.value == other.figure.value
    return same and (not each.noun or not other.noun or each.noun == other.noun)


def _of_found(each: _Mention, earlier: Sequence[_Mention]) -> Iterator[Relation]:
    """对抽查的48个项目逐一…, where the paper says once how many were 抽查."""
    found = _REFERS.search(each.before)
    if not found or not each.noun or not _ALL_OF_THEM.match(each.behind):
        return
    if _DATED.search(each.before) or _PART.search(each.before):
        return
    told = [other for other in earlier if _is_told(other, found["verb"], each)]
    values = {other.figure.value for other in told}
    if len(values - {each.figure.value}) == 1 == len(values) and not _apart(each, told[-1]):
        yield _differs(each, told[-1])


def _of_examined(each: _Mention, earlier: Sequence[_Mention]) -> Iterator[Relation]:
    """18家受查合作社, where the paper says once that 16家农机合作社 were looked at."""
    found = _EXAMINED.match(each.behind)
    if not found or _DATED.search(each.before) or _PART.search(each.before):
        return
    told = [
        other
        for other in earlier
        if other.figure.unit == each.figure.unit
        and _EXAMINING.search(other.before)
        and not _PART.search(other.before)
        and found["noun"] in other.behind
    ]
    if len(told) == 1 and told[0].figure.value != each.figure.value:
        yield _differs(each, told[0])


def _is_told(other: _Mention, verb: str, each: _Mention) -> bool:
    found = _TOLD.search(other.before)
    if (
        not found
        or found["verb"] != verb
        or _NO_NOUN.search(found["noun"])
        or other.figure.unit != each.figure.unit
    ):
        return False
    if _PART.search(other.before):
        return False
    if each.noun in found["noun"] + other.behind[:_NOUN]:
        return True
    named = found["noun"] or _HAN.match(other.behind)
    start = other.passage.sentence_start(other.figure.span.start)
    return not named and each.noun in other.passage.text[start : other.figure.span.start]


def _apart(each: _Mention, other: _Mention) -> bool:
    """Whether the two are told of different sources or times."""
    one, two = (set(_SOURCES.findall(mention.clause)) for mention in (each, other))
    return bool(one and two and one != two)


def _of_rest(each: _Mention, earlier: Sequence[_Mention]) -> Iterator[Relation]:
    """余下的11个问题, where 还有7个 were left in a paragraph on the same matter."""
    if not _REST.search(each.before) or not each.noun:
        return
    told = [other for other in earlier if _is_left(other, each)]
    values = {other.figure.value for other in told}
    if len(values - {each.figure.value}) == 1 == len(values) and not _apart(each, told[-1]):
        yield _differs(each, told[-1])


def _is_left(other: _Mention, each: _Mention) -> bool:
    if other.figure.unit != each.figure.unit or not _STILL.search(other.before):
        return False
    if other.passage.number == each.passage.number:
        return False
    around = other.passage.text[
        other.passage.sentence_start(
            other.passage.sentence_start(other.figure.span.start) - 1
        ) : other.figure.span.end
    ]
    return each.noun in around and len(pairs(each.before) & pairs(around)) >= _FEW


def _of_marks(each: _Mention, mentions: Sequence[_Mention]) -> Iterator[Relation]:
    """次中心48个全部建成的计8分, where 58 are to be built."""
    text = each.passage.text
    marks = _FULL_MARKS.match(text, each.figure.span.end, each.passage.span.end)
    if not marks or not (marks["all"] or (marks["marks"] == "满分" and _REACHED.search(each.before))):
        return
    named = [other for other in mentions if _is_namesake(each, other)]
    values = {other.figure.value for other in named}
    if each.figure.value in values:
        return
    slipped = [other for other in named if is_slip(each.figure.value, other.figure.value)]
    if len(values) == 1 or len({other.figure.value for other in slipped}) == 1:
        yield _differs(each, (slipped or named)[-1])


def _is_namesake(each: _Mention, other: _Mention) -> bool:
    if other is each or other.figure.unit != each.figure.unit or _OTHER_WHEN.search(other.before):
        return False
    name = shared_name(_REACHED.sub("", each.before), other.before, _NAME)
    return name is not None and other.before.endswith(name.words)


def _of_all(each: _Mention, earlier: Sequence[_Mention]) -> Iterator[Relation]:
    """对五个涉农办事处各督导一次, where the paper has 责任单位：四个涉农办事处."""
    every = _EVERY.match(each.behind)
    if not every or not _AT.search(each.before) or len(every["noun"]) < _NAME:
        return
    bare = [
        other
        for other in earlier
        if other.figure.unit == each.figure.unit and not other.before and other.behind == every["noun"]
    ]
    if len({other.figure.value for other in bare}) == 1:
        yield _differs(each, bare[-1])


def _differs(each: _Mention, other: _Mention) -> Relation:
    return Relation(
        kind=RelationKind.REPEAT,
        holds=False,
        total=term_of(each.figure),
        terms=(term_of(other.figure),),
        formula=f"{other.figure.quote}≠{each.figure.quote}",
        expected=other.figure.value,
        certain=False,
    )
