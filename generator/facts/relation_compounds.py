"""Slogans made of two numbers, spelled out in a bracket: “七改三网”（即…，…）, “8+4”（…）, “7+2”（…7个…2个…）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.facts.relation_building import count_relation, item, listed
from generator.facts.relation_counts import split_items
from generator.facts.relation_numerals import small_number
from generator.model.facts import Relation, RelationKind, Term
from generator.model.place import Span
from generator.patterns import compiled

_SLOGAN = compiled(
    r"[“\"](?P<body>(?P<first>\d{1,2}|[二两三四五六七八九十])(?P<word>[\u4e00-\u9fff]|[+＋])"
    r"(?P<second>\d{1,2}|[二两三四五六七八九十])[\u4e00-\u9fff]?)[”\"][^，。；（(“\n]{0,14}"
    r"[（(](?:即|包括)?[:：]?(?P<list>[^（）()。\n]{4,300})[）)]"
)
_ADDED = compiled(
    r"[“\"](?P<body>(?P<first>\d{1,2})[+＋](?P<second>\d{1,2}))[”\"][\u4e00-\u9fff]{0,10}[，,]?(?:一共|共计?|合计|总共)(?:有|是)?"
    r"(?P<amount>(?P<total>\d{1,2})(?:个|项|类|条|处|所|家|种))"
)
_TOLD = compiled(
    r"[“\"](?P<body>(?P<first>[二两三四五六七八九十])(?P<word>[\u4e00-\u9fff])(?P<second>[一二两三四五六七八九十])(?P<other>[\u4e00-\u9fff]))[”\"]"
    r"(?:[，,]?(?:即|包括|就是|是指|指)[:：]?|[（(](?:即|包括)?[:：]?)(?P<list>[^，,。；;（）()“”\d\n]{4,120})(?=[，,。；;）)\n])"
)
_AMOUNT = compiled(r"(\d{1,2})(?:个|项|类|条|处|所|家|种|名)")
_ANNOUNCED = compiled(
    r"(?<!\d)(?P<amount>(?P<number>\d{1,2})个)[^，,。；;\d]{0,12}(?:项目|工程|安置点|小区)(?:建设)?(?=[，,：:])"
)
_NAMED_WORK = compiled(
    r"(?<=[，,：:])[\u4e00-\u9fff]{2,14}?(?:小区|工程|项目|安置点|社区)(?!和|、|等|建设规划)"
)
_CHUNK = compiled(r"[，,；;]")


def find_compounds(text: str) -> Iterator[Relation]:
    """Each half of the slogan against its half of the bracket."""
    for found in _SLOGAN.finditer(text):
        amounts = list(_AMOUNT.finditer(text, *found.span("list")))
        if len(amounts) == 2:
            amount = _amounts(text, found, amounts)
            yield amount
            if amount.holds:
                yield from _among_announced(text, found, amount)
        elif not amounts:
            yield from _lists(text, found)


def find_two_words(text: str) -> Iterator[Relation]:
    """“三改一整”，即改厨、改厕、改客房和整理院落: as many items that begin with each word as its number says."""
    for found in _TOLD.finditer(text):
        pieces = split_items(text, Span(*found.span("list")))
        words = (found["word"], found["other"])
        if words[0] == words[1] or not all(piece.quote.startswith(words) for piece in pieces):
            continue
        for name, word in zip(("first", "second"), words, strict=True):
            named = [piece for piece in pieces if piece.quote.startswith(word)]
            number = small_number(found[name]) or 1
            announced = item(text, found.start(name), found.end(name) + 1)
            holds = len(named) == number
            if named or not holds:
                yield count_relation(
                    announced, listed(text, named), count=len(named), holds=holds, certain=False
                )


def _amounts(text: str, found: re.Match[str], amounts: list[re.Match[str]]) -> Relation:
    """7+2 against 7个…2个: a sum where it agrees, else a doubt about the amount that differs."""
    announced = [small_number(found.group(name)) for name in ("first", "second")]
    given = [int(amount.group(1)) for amount in amounts]
    body = item(text, *found.span("body"), Decimal(sum(announced)))
    terms = [item(text, *amount.span(), Decimal(amount.group(1))) for amount in amounts]
    wrong = [term for term, number, said in zip(terms, given, announced, strict=True) if number != said]
    total = wrong[0] if len(wrong) == 1 else body
    return Relation(
        kind=RelationKind.BOUND if wrong else RelationKind.SUM,
        holds=not wrong,
        total=total,
        terms=tuple(term for term in (body, *terms) if term is not total),
        formula=f"{'+'.join(term.quote for term in terms)}={body.quote}",
        certain=False,
    )


def find_added_slogans(text: str) -> Iterator[Relation]:
    """“8+4”公共服务共12项: the two numbers of the slogan added up."""
    for found in _ADDED.finditer(text):
        numbers = [int(found["first"]), int(found["second"])]
        total = item(text, *found.span("amount"), Decimal(found["total"]))
        holds = sum(numbers) == total.value
        yield Relation(
            kind=RelationKind.SUM,
            holds=holds,
            total=total,
            terms=(item(text, *found.span("body")),),
            formula=f"{found['body']}{'=' if holds else '≠'}{total.quote}",
            expected=Decimal(sum(numbers)),
            certain=holds,
        )


def _among_announced(text: str, found: re.Match[str], amount: Relation) -> Iterator[Relation]:
    """推进10个安置项目，甲小区…，“7+2”安置点（…）: the works named in between and the compound are all of them."""
    start = max(text.rfind(mark, 0, found.start()) for mark in "。；;\n") + 1
    announcements = list(_ANNOUNCED.finditer(text, start, found.start()))
    if not announcements:
        return
    announced = announcements[-1]
    named = [
        item(text, clause.start(), clause.end())
        for clause in _NAMED_WORK.finditer(text, announced.end(), found.start())
    ]
    number, count = int(announced["number"]), len(named) + int(amount.total.value or 0)
    if named and abs(number - count) <= 1:
        total = item(text, *announced.span("amount"), Decimal(number))
        members = (*named, amount.total)
        yield count_relation(total, members, count=count, holds=number == count, certain=False)


def _lists(text: str, found: re.Match[str]) -> Iterator[Relation]:
    for name, place in zip(("first", "second"), _halves(text, Span(*found.span("list"))), strict=False):
        pieces = split_items(text, place)
        number = small_number(found.group(name))
        yield count_relation(
            _announced(text, found, name),
            listed(text, pieces),
            count=len(pieces),
            holds=len(pieces) == number,
            certain=False,
        )


def _announced(text: str, found: re.Match[str], name: str) -> Term:
    start, end = found.span(name)
    return item(text, start, end if found.group("word") in "+＋" else end + 1)


def _halves(text: str, place: Span) -> tuple[Span, ...]:
    """The two lists, where one comma divides them; nothing where it does not."""
    commas = [found.start() for found in _CHUNK.finditer(text, place.start, place.end)]
    if len(commas) != 1:
        return ()
    return Span(place.start, commas[0]), Span(commas[0] + 1, place.end)
