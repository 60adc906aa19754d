"""What is left of a whole, told elsewhere than the whole: 查出问题46个，整改到位44个 and, later, 查出的问题仍有3个没有整改到位."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.facts.relation_arithmetic import is_exact, is_slip, rearranged
from generator.facts.relation_building import term_of
from generator.facts.relation_passages import Passage
from generator.facts.relation_words import pairs
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_DONE = compiled(
    r"整改|完成|竣工|完工|办结|建成|开工|入住|通过|销号|核查|达标|到位|脱贫|退出|出列|通水|通电|通路|验收|兑现|化解|录入|签约|入社"
    r"|解决|改造|交付|搬迁|清退|发放|拨付|支出|落实|认定|封顶"
)
_STILL = compiled(
    r"(?:仍有|还有|尚有|仍剩|还剩|尚余|尚剩|只剩|仅剩|剩余|剩下|余下|未|没有|尚未)[^，,。；;：:\d]{0,8}$"
)
_NOT = compiled(r"没有?|未|尚|待")
_LEFT = compiled(r"剩|余")
# Another time or another list of problems.
_DATED = compiled(r"\d{1,2}月|(?:19|20)\d\d年|截至|目前为止|上年|去年|本月|[一二三四]季度|上半年")
_SOURCES = compiled(
    r"审计|巡察|巡视|督查|检查|考核|评估|自查|暗访|信访|排查|抽查|核查|回头看|第[一二三四五]批|首批"
)
_COMPARED = compiled(r"其中|比|较|新增|每|各|上年|去年|累计")
_PUNCTUATION = compiled(r"[，,。；;：:（()）、\n]")
_CLAUSE = compiled(r"[，,。；;：:\n]")
_NO_AMOUNT = frozenset({"%", "百分点", "年", "月", "天", "岁", "次", "分"})
_FEWEST_SHARED = 2
_BEHIND = 14
_FRONT = 24
_MOST_WHOLES = 4


@dataclass(frozen=True, slots=True)
class _Progress:
    """``done`` of ``whole``, with the verb of what was done and the words of their sentence."""

    whole: Figure
    done: Figure
    verbs: frozenset[str]
    words: str

    @property
    def left(self) -> Decimal:
        return self.whole.value - self.done.value


def find_remainders(passages: Sequence[Passage]) -> Iterator[Relation]:
    """Each remainder of the document against the wholes that other sentences tell of the same matter."""
    rests = [
        (passage, figure) for passage in passages for figure in passage.figures if _is_rest(passage, figure)
    ]
    if not rests:
        return
    progress = [each for passage in passages for each in _progress(passage)]
    for passage, rest in rests:
        yield from _judged(passage, rest, progress)


def _is_rest(passage: Passage, figure: Figure) -> bool:
    if figure.unit in _NO_AMOUNT or not is_exact(figure.quantity):
        return False
    start = max(passage.span.start, figure.span.start - _FRONT)
    before = _CLAUSE.split(passage.text[start : figure.span.start])[-1]
    return bool(_STILL.search(before)) and not _COMPARED.search(before)


def _progress(passage: Passage) -> Iterator[_Progress]:
    """The figures of one sentence of which a later one tells how much of the earlier one is done."""
    text = passage.text
    for index, done in enumerate(passage.figures):
        if done.unit in _NO_AMOUNT or not is_exact(done.quantity):
            continue
        start, end = passage.sentence_start(done.span.start), passage.sentence_end(done.span.end)
        wholes = [
            figure
            for figure in passage.figures[max(0, index - _MOST_WHOLES) : index]
            if figure.unit == done.unit and figure.value > done.value and figure.span.start >= start
        ]
        exact = [whole for whole in wholes if is_exact(whole.quantity)]
        clause = _around(text, done, start, end)
        verbs = frozenset(_DONE.findall(clause)) if exact and not _COMPARED.search(clause) else frozenset()
        for whole in exact if verbs and not _STILL.search(clause.split(done.quote)[0]) else ():
            yield _Progress(whole, done, verbs, text[start:end])


def _around(text: str, figure: Figure, start: int, end: int) -> str:
    """The clause of a figure."""
    low, high = max(start, figure.span.start - _FRONT), min(end, figure.span.end + _BEHIND)
    before = _PUNCTUATION.split(text[low : figure.span.start])[-1]
    return before + figure.quote + _PUNCTUATION.split(text[figure.span.end : high])[0]


def _judged(passage: Passage, rest: Figure, progress: Sequence[_Progress]) -> Iterator[Relation]:
    text = passage.text
    start, end = passage.clause_start(rest.span.start), passage.clause_end(rest.span.end)
    clause, own = text[start:end], _around(text, rest, start, end)
    if _DATED.search(_CLAUSE.sub("，", clause)):
        return
    same = [each for each in progress if _is_of(each, rest, passage, own, clause)]
    if not same:
        return
    holding = next((each for each in same if each.left == rest.value), None)
    best = holding or same[0]
    if holding or is_slip(rest.value, best.left) or rearranged(rest.value, best.left):
        yield Relation(
            kind=RelationKind.SUM,
            holds=holding is not None,
            total=term_of(rest),
            terms=(term_of(best.whole), term_of(best.done)),
            formula=f"{best.whole.quote}-{best.done.quote}{'=' if holding else '≠'}{rest.quote}",
            expected=best.left,
            certain=False,
        )


def _is_of(each: _Progress, rest: Figure, passage: Passage, own: str, clause: str) -> bool:
    """Whether ``rest`` is what is left there: like words, and the same verb denied or the rest called a rest."""
    elsewhere = not each.whole.span.start <= rest.span.start <= passage.sentence_end(each.done.span.end)
    if not elsewhere or each.whole.unit != rest.unit or rest.value >= each.whole.value:
        return False
    other = set(_SOURCES.findall(clause)) - set(_SOURCES.findall(each.words))
    denied = _NOT.search(own) and any(verb in own for verb in each.verbs)
    shared = pairs(own) & pairs(each.words)
    return not other and bool(denied or _LEFT.search(own)) and len(shared) >= _FEWEST_SHARED
