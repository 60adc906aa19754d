"""One object told in two paragraphs with two values, one slip apart: 低保兜底733户 and 对773户低保兜底户逐户复核."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.facts.relation_arithmetic import is_exact, is_slip, rearranged, significant_digits
from generator.facts.relation_building import term_of
from generator.facts.relation_passages import Passage
from generator.facts.relation_shared_names import shared_name
from generator.facts.relation_words import is_planned, kinds_of
from generator.model.facts import Figure, Heading, Relation, RelationKind
from generator.patterns import compiled

_NO_AMOUNT = frozenset({"百分点", "年", "月", "天", "岁", "次", "分", "倍", "周岁"})
_CLAUSE = compiled(r"[，,。；;：:\n（()）]")
_STOP = compiled(r"[。；;\n]")
_OTHER_FIGURES = compiled(
    r"\d[\d.]*[万亿]*(?:%|人次|元|个百分点|公里|公顷|平方米|千瓦|立方米|[户人个亩名座处所条项支辆件吨只头家村])?(?:以上)?"
)
_LIGHT = compiled(
    r"(?:目前|现|现在|已经?|仅|只|共|总共|约|平均)*(?:完成|达到?|实现|建成|为|有|是|吸纳|带动|安置|投入|安排)?(?:了)?"
)
_DEFINITE = compiled(r"(?:^|[对把将让使这该上述那以]|确保|完成|做好|抓好|管好|用好|兑现)#的?$")
_FILLING = compiled(r"目前|现在?|已经?|仅|只|共|总共|约|平均|了|的|为|达到?|有|是|也|却")
_SAYING_NOTHING = compiled(
    r"比上年|比去年|同期|增加|增长|减少|下降|提高|降低|规模|总额|资金|达到|完成|安排|以上|全[省市县区]|元"
)
_PLAN_OR_FIGURE = compiled(r"#|计划|目标|任务|要求|应")
_BACK = compiled("回顾|总结|完成情况|进展|成效|成绩|工作情况|现状|基础|基本情况|做法|问题|困难")
_FORWARD = compiled("安排|下一?步|打算|计划|重点工作|目标|规划|要求|主要任务|重点任务|措施")
_LEAST = 4
_LEAST_OF_RATES = 6
_FEWEST_DIGITS = 2
_FRONT = 32
_BEHIND = 18
_MOVED = (10, 10_000)  # a nought too many, 亿 for 万
_MOST = 400  # exact figures of one document: with more, some are alike by chance


@dataclass(frozen=True, slots=True)
class _Mention:
    """A figure with the words of its clause, itself taken out, and those of the clause before where it says nothing."""

    figure: Figure
    words: str
    kinds: frozenset[str]
    planned: bool
    paragraph: int


def find_same_objects(passages: Sequence[Passage], outline: Sequence[Heading]) -> Iterator[Relation]:
    """Pairs of mentions in different paragraphs under one shared name."""
    mentions = [_mention(passage, f) for passage in passages for f in passage.figures if _is_telling(f)]
    if len(mentions) > _MOST:
        return
    sections = _Sections(outline)
    often = Counter((each.figure.unit, each.figure.value) for each in mentions)
    for one, other in combinations(mentions, 2):
        if one.figure.unit != other.figure.unit or one.paragraph == other.paragraph:
            continue
        if {sections.kind_at(one.figure), sections.kind_at(other.figure)} == {"back", "forward"}:
            continue  # 达到11条 in the review of a year, 达到12条 among what the next is to bring
        alone = min(often[each.figure.unit, each.figure.value] for each in (one, other)) == 1
        if alone and _slipped(one.figure, other.figure) and _one_object(one, other):
            yield Relation(
                kind=RelationKind.REPEAT,
                holds=False,
                total=term_of(other.figure),
                terms=(term_of(one.figure),),
                formula=f"{one.figure.quote}≠{other.figure.quote}",
                expected=one.figure.value,
                certain=False,
            )


class _Sections:
    """Whether a figure stands under a heading of the first level that looks back or one that looks forward."""

    def __init__(self, outline: Sequence[Heading]) -> None:
        self._headings = [heading for heading in outline if heading.level == 1]
        self._starts = [heading.span.start for heading in self._headings]

    def kind_at(self, figure: Figure) -> str:
        index = bisect_right(self._starts, figure.span.start) - 1
        title = self._headings[index].title if index >= 0 else ""
        return "back" if _BACK.search(title) else "forward" if _FORWARD.search(title) else ""


def _is_telling(figure: Figure) -> bool:
    telling = significant_digits(figure.value) >= _FEWEST_DIGITS
    return telling and figure.unit not in _NO_AMOUNT and is_exact(figure.quantity)


def _slipped(one: Figure, other: Figure) -> bool:
    same_form = one.quantity.step == other.quantity.step
    if same_form and (is_slip(one.value, other.value) or rearranged(one.value, other.value)):
        return True
    great, small = max(one.value, other.value), min(one.value, other.value)
    return small > 1 and great / small in _MOVED


def _mention(passage: Passage, figure: Figure) -> _Mention:
    text = passage.text
    sentence = max(passage.clause_start(figure.span.start), figure.span.start - 2 * _FRONT)
    clauses = _CLAUSE.split(text[sentence : figure.span.start])
    before = clauses[-1][-_FRONT:]
    if before and _LIGHT.fullmatch(before) and len(clauses) > 1:
        subject = _PLAN_OR_FIGURE.split(_OTHER_FIGURES.sub("#", clauses[-2]))[0]
        before = f"{subject}{before}"[-_FRONT:]
    limit = min(passage.span.end, figure.span.end + _BEHIND)
    behind = _CLAUSE.split(text[figure.span.end : limit])[0]
    words = f"{_OTHER_FIGURES.sub('', before)}#{_OTHER_FIGURES.sub('', behind)}"
    return _Mention(
        figure=figure,
        words=words,
        kinds=kinds_of(words),
        planned=is_planned(before),
        paragraph=passage.number,
    )


def _one_object(one: _Mention, other: _Mention) -> bool:
    first, second = one.figure, other.figure
    if one.kinds != other.kinds or one.planned != other.planned or first.per != second.per:
        return False
    years = {first.year, second.year} - {""}
    places = {first.place, second.place} - {""}
    if len(years) > 1 or len(places) > 1:
        return False
    least = _LEAST_OF_RATES if first.unit == "%" else _LEAST
    name = shared_name(one.words, other.words, least)
    if name is None or len(_SAYING_NOTHING.sub("", name.words)) < least:
        return False
    if _is_definite(one.words, name.one) or _is_definite(other.words, name.other):
        return name.begins_in_one
    same = first.role == second.role and _rest(one.words, name.one, name.words) == _rest(
        other.words, name.other, name.words
    )
    return same and name.begins_in_both


def _is_definite(words: str, start: int) -> bool:
    """790人的转移就业, 对773户低保兜底户: a number in front of the name speaks of what has been told."""
    return bool(_DEFINITE.search(words[:start]))


def _rest(words: str, start: int, name: str) -> str:
    """What stands between the name and the figure, without words that only lead to it."""
    figure = words.index("#")
    between = words[start + len(name) : figure] if start < figure else f"#{words[figure + 1 : start]}"
    return _FILLING.sub("", between)
