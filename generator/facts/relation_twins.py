"""One condition written twice with two numbers: 5万元以内、3年以下的贷款 and, in another paragraph, 5万元以内、5年以下."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.facts.relation_building import item
from generator.model.facts import Relation, RelationKind, Term
from generator.patterns import compiled

_BOUND = r"(?:以[下内上]|及以[下上])"
_CAP = r"(?:以[下内]|及以下)"  # 50人以上、100人以下 is a class, and there are others
_UNIT = r"(?:年|个月|天|日|周?岁|万元|元|%|人|户|亩|次|公里|平方米)"
_PAIR = compiled(
    rf"(?P<left>(?<![\d.])\d[\d.]*{_UNIT}{_CAP}[、，,和且])(?P<told>(?P<number>\d{{1,4}})(?P<unit>{_UNIT})(?P<bound>{_BOUND}))"
)
_TWO = 2


def find_twins(text: str) -> Iterator[Relation]:
    """Conditions of two numbers of which the first is told alike in two paragraphs and the second is not."""
    by_left: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    for found in _PAIR.finditer(text):
        by_left[found["left"][:-1], found["unit"], found["bound"]].append(item(text, *found.span("told")))
    for told in by_left.values():
        values = list(dict.fromkeys(term.quote for term in told))
        if len(values) != _TWO:
            continue
        first = told[0]
        other = next(term for term in told if term.quote != first.quote)
        if "\n" in text[first.span.end : other.span.start]:
            yield Relation(
                kind=RelationKind.REPEAT,
                holds=False,
                total=other,
                terms=(first,),
                formula=f"{first.quote}≠{other.quote}",
                certain=False,
            )
