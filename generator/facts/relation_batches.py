"""So many of so many each: 办4期，每期45人，共180人; 6个村各驻1支工作队，每队4人，共24人."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.facts.relation_arithmetic import is_exact
from generator.facts.relation_building import term_of
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_EACH = compiled(
    r"[，,、（(]?(?:平均)?每(?P<what>[\u4e00-\u9fff]{1,3}?)(?:各)?(?:培训|安排|走访|抽取?|派驻|驻|选派|建设|建|配备|配|招收|设|聘)?$"
)
_TOTAL = compiled(
    r"[^，,。；;：:\d]{0,4}[，,](?:一共|总共|共计|合计|总计|共)(?:需|有|可|计)?[^，,。；;：:\d]{0,6}$"
)
_SHARED = compiled(r"[^，,。；;：:\d]{0,10}各[^，,。；;：:、\d]{0,6}")
_NO_AMOUNT = frozenset({"元", "%", "百分点", "年", "月", "天", "岁", "分"})
_TIME = "年月日天周季"
_NEAR = 14


def find_batches(passage: Passage) -> Iterator[Relation]:
    """Figures that follow each other: how many, how many each (and of these how many each), how many in all."""
    figures, text = passage.all_figures, passage.text
    end = 0
    for index in range(len(figures) - 2):
        if index < end:
            continue
        chain = [figures[index]]
        for each in figures[index + 1 :]:
            found = _EACH.search(text[chain[-1].span.end : each.span.start])
            timed = found and found["what"][0] in _TIME
            if not found or timed or each.unit in _NO_AMOUNT or not _counts(text, chain[-1], found["what"]):
                break
            chain.append(each)
        end = index + len(chain) - 1
        total = figures[index + len(chain)] if index + len(chain) < len(figures) else None
        if len(chain) < 2 or total is None or total.unit != chain[-1].unit:
            continue
        told = _TOTAL.fullmatch(text[chain[-1].span.end : total.span.start])
        if told and passage.sentence_start(total.span.start) <= chain[0].span.start:
            yield from _judged(total, (*_shared(passage, index), *chain))


def _counts(text: str, number: Figure, what: str) -> bool:
    """4期 with 每期, 1支工作队 with 每队."""
    behind = compiled("[，,。；;：:]").split(text[number.span.start : number.span.end + _NEAR])[0]
    return what[-1] in behind


def _shared(passage: Passage, index: int) -> tuple[Figure, ...]:
    """6个村 of 6个村各驻1支工作队."""
    if not index:
        return ()
    first, second = passage.all_figures[index - 1 : index + 1]
    between = passage.text[first.span.end : second.span.start]
    return (first,) if _SHARED.fullmatch(between) else ()


def _judged(total: Figure, factors: tuple[Figure, ...]) -> Iterator[Relation]:
    expected = Decimal(1)
    for factor in factors:
        expected *= factor.value
    holds = expected == total.value
    if holds or all(is_exact(figure.quantity) for figure in (total, *factors)):
        yield Relation(
            kind=RelationKind.PRODUCT,
            holds=holds,
            total=term_of(total),
            terms=tuple(map(term_of, factors)),
            formula=f"{'×'.join(factor.quote for factor in factors)}{'=' if holds else '≠'}{total.quote}",
            expected=expected,
            certain=False,
        )
