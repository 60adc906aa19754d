"""Running totals and what is left, line by line of a table: 当年791人、977人、946人, 累计791人、1768人、2714人, 剩余2836人…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model.facts import Relation, RelationKind, Term
from generator.patterns import compiled

_RUNNING = compiled(r"累\s*计|累\s*积")
_LEFT = compiled(r"剩余|余下|尚余|尚未|未脱贫|结余|年末余")
_NO_AMOUNT = compiled(r"[率%％]|占比|序号|年份|同比|增")
_FEWEST = 3

Column = Sequence[Term]


def find_running(header: Sequence[str], columns: Sequence[Column]) -> Iterator[Relation]:
    """Each column that is headed 累计 or 剩余 against the one that it runs over, where all lines but one agree."""
    plain = [
        index
        for index, words in enumerate(header)
        if not (_RUNNING.search(words) or _LEFT.search(words) or _NO_AMOUNT.search(words))
    ]
    for index, words in enumerate(header):
        running, left = _RUNNING.search(words), _LEFT.search(words)
        if not (running or left) or _NO_AMOUNT.search(words):
            continue
        for other in plain:
            if wrong := _odd_one(columns[other], columns[index], falling=bool(left)):
                yield wrong


def _odd_one(parts: Column, totals: Column, *, falling: bool) -> Relation | None:
    """The one line whose total does not follow from the line before, where its neighbours do."""
    if len(parts) != len(totals) or len(parts) < _FEWEST:
        return None
    sign = -1 if falling else 1
    start = _value(totals[0]) - sign * _value(parts[0])
    if not falling and start:
        return None
    expected = []
    for part in parts:
        start += sign * _value(part)
        expected.append(start)
    odd = [index for index, total in enumerate(totals) if _value(total) != expected[index]]
    if len(odd) != 1 or not odd[0]:
        return None
    index = odd[0]
    before, part, total = totals[index - 1], parts[index], totals[index]
    return Relation(
        kind=RelationKind.SUM,
        holds=False,
        total=total,
        terms=(before, part),
        formula=f"{before.quote}{'-' if falling else '+'}{part.quote}≠{total.quote}",
        expected=expected[index],
        certain=False,
    )


def _value(term: Term) -> Decimal:
    return term.value if term.value is not None else Decimal(0)
