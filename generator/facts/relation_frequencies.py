"""How often a thing is done and how often that makes in a longer time: 每季度一次，全年4次; 一月一调度，…上半年调度6次."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.facts.relation_building import item
from generator.facts.relation_numerals import small_number
from generator.facts.relation_passages import Passage
from generator.model.facts import Relation, RelationKind
from generator.patterns import compiled

_UNIT = "次|场|期|轮|批|回|篇|个|份|例|件|名|户|人次"
_NUMBER = r"\d{1,3}|[一二两三四五六七八九十]{1,2}"
_MONTHS = r"两个月|三个月|月|季度?|半年|年|旬|周"
_OFTEN = compiled(
    rf"(?:每个?|(?<![\d上下第])一(?=[月季周年]一[次轮期场回])|(?<![上下每前后])(?=半年))(?P<period>{_MONTHS})(?P<what>[^，,。；;：:、\d一二两三四五六七八九十]{{0,14}}?)"
    rf"(?P<least>不少于|至少)?(?P<number>{_NUMBER})(?P<unit>{_UNIT})(?P<behind>[^，,。；;：:\d]{{0,8}})"
)
_WHOLE = r"(?P<span>全年|一年|上半年|下半年|[两三四五]年)"
_TOTAL = compiled(
    rf"[，,、（(](?:预计|这样)?{_WHOLE}(?P<does>[^，,。；;：:\d]{{0,10}}?)(?P<floor>不少于|至少)?(?P<total>\d{{1,3}})(?P<unit>{_UNIT})"
)
_TOTAL_FIRST = compiled(
    rf"{_WHOLE}(?P<what>[^，,。；;：:\d]{{0,14}}?)(?P<total>\d{{1,3}})(?P<unit>{_UNIT})[^，,。；;：:\d]{{0,6}}[，,（(]"
    rf"每个?(?P<period>{_MONTHS})(?P<does>[^，,。；;：:\d]{{0,6}}?)(?P<number>{_NUMBER})(?P=unit)"
)
_RHYTHM = compiled(r"(?<![\d第])(?P<period>月|季|半年|周)一(?P<verb>[\u4e00-\u9fff]{2})(?=[、，,的]|$)")
_DONE = compiled(r"(?P<verb>[\u4e00-\u9fff]{2})(?P<amount>(?P<total>\d{1,2})次)")
_SPAN = compiled("全年|上半年|下半年")
_MONTHS_OF = {"两个月": 2, "三个月": 3, "周": 0, "旬": 0, "月": 1, "季": 3, "季度": 3, "半年": 6, "年": 12}
_FILLING = compiled(
    r"(?:各|共|总共|一共|合计|累计|总计|计|约|就是|要|须|应|分别|都|开展|组织|进行|完成|安排|达|达到|为|是)"
)
# Part of the time is over, or the series begins or ends within it.
_PARTLY = compiled(
    r"已|起|自|从|截至|目前|另|以上|左右|除|外|最后|首|每[镇乡村户人所校]|其中|增加|原则|底前|月前"
)
_SEVERAL = compiled("各")
_REACH = 60


def find_frequencies(passage: Passage) -> Iterator[Relation]:
    """Each 每季度…一次 of the paragraph with the number of the longer time beside it."""
    text, start, end = passage.text, passage.span.start, passage.span.end
    for often in _OFTEN.finditer(text, start, end):
        limit = min(passage.clause_end(often.end()), often.end() + _REACH)
        total = _TOTAL.match(text, often.end(), limit)
        if total and total["unit"] == often["unit"] and bool(often["least"]) == bool(total["floor"]):
            yield from _judged(text, often, total)
    for both in _TOTAL_FIRST.finditer(text, start, end):
        yield from _judged(text, both, both)
    if "一" in text[start:end]:
        yield from _rhythms(passage)


def _judged(text: str, often: re.Match[str], total: re.Match[str]) -> Iterator[Relation]:
    start = max(text.rfind(mark, 0, often.start()) for mark in "。；\n，,")
    words = text[start + 1 : total.end()]
    does = _FILLING.sub("", total["does"])
    behind = often.groupdict().get("behind") or ""
    if does not in f"{often['what']}｜{behind}" or _PARTLY.search(words) or _SEVERAL.search(often["what"]):
        return
    periods = _periods(often["period"], total["span"])
    number = _value(often["number"])
    if periods and number:
        yield _relation(
            text,
            (total.start("total"), total.end("total") + len(total["unit"])),
            (often.start(), often.end("number") + len(often["unit"])),
            number * periods,
        )


def _relation(text: str, total: tuple[int, int], often: tuple[int, int], expected: int) -> Relation:
    told = int("".join(filter(str.isdecimal, text[slice(*total)])))
    announced, rate = item(text, *total, Decimal(told)), item(text, *often)
    return Relation(
        kind=RelationKind.PRODUCT,
        holds=told == expected,
        total=announced,
        terms=(rate,),
        formula=f"{rate.quote}{'=' if told == expected else '≠'}{announced.quote}",
        expected=Decimal(expected),
        certain=False,
    )


def _periods(period: str, span: str) -> int:
    """How many of the one are in the other; 0 where it does not come out even or is not known."""
    each = _MONTHS_OF[period]
    months = (
        6 if span in ("上半年", "下半年") else 12 if span in ("全年", "一年") else 12 * small_number(span[0])
    )
    return months // each if each and months > each and not months % each else 0


def _value(written: str) -> int:
    return int(written) if written.isdecimal() else small_number(written)


def _rhythms(passage: Passage) -> Iterator[Relation]:
    """一月一调度、一季一监测、半年一督查，上半年调度6次、监测2次、督查1次."""
    text = passage.text
    for found in _RHYTHM.finditer(text, passage.span.start, passage.span.end):
        limit = passage.sentence_end(found.end())
        span = _SPAN.search(text, found.end(), limit)
        if span is None or _PARTLY.search(text, found.end(), limit):
            continue
        for done in _DONE.finditer(text, span.end(), limit):
            periods = _periods(found["period"], span.group())
            if done["verb"] == found["verb"] and periods:
                yield _relation(text, done.span("amount"), found.span(), periods)
                break
