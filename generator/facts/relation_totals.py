"""Totals that stand behind their parts: 两类共…, 四项合计…, 总计…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise, takewhile

from generator.facts.relation_arithmetic import (
    adds_up,
    is_exact,
    is_lower,
    misses_a_round_step,
    rearranged,
    sum_slips,
    weight,
)
from generator.facts.relation_building import sum_relation
from generator.facts.relation_numerals import small_number
from generator.facts.relation_passages import Passage, names_others
from generator.model.facts import Figure, Relation
from generator.patterns import compiled

_CLOSING = compiled(
    r"(?:(?P<count>[两二三四五六七八九十]|[2-9])(?:大?类|项|笔|者|种|块|批|部分|方面|级|期|次|个|家|处|镇|村|片)[^，。；;：:\d]{0,8})?"
    r"(?P<word>合计|总计|共计|总共|一共|加起来|合起来|加在一起|共|(?<=[，,])总[额数量])(?!同|享|建|有|产|青|治|管|和|识|性)"
)
_IN_YEARS = compiled(
    r"(?P<count>[两三四五])个?(?:年度?|季度|月)(?:累计|合计|共计?|总共|一共|总计)[^，,。；;：:\d]{0,8}$"
)
_GATHERED = compiled(
    r"[，,](?:累计|总共|一共|共计?|合计|全年)?[^，,。；;：:\d]{0,6}(?:各类|各种|各项|总共|一共)[^，,。；;：:\d]{0,6}$"
)
_NAME_AND_NOUN = compiled(r"[^，,。；;：:、\d]{0,4}[，,、][^，,。；;：:、\d其另]{2,8}")
_NOUN_BEHIND = 6
_LABEL = compiled(r"[\u4e00-\u9fff]{2,4}$")
_SHARE = compiled("[占比权][^，,。；;、]*$")
_LED_TO = compiled(r"[，,](?:两[项批者笔年期]|累计|资金|投入|总投[资入]|可用资金|前后)?$")
_LEADS = compiled(r"[^，,。；;：:、\d]{0,6}")
_NAME_BETWEEN = compiled(r"[、和][^，,。；;：:、\d]{0,8}")
_IN_ORDER = compiled("依次|分别|各[为是有]")
_TWO = 2
_MOST_PARTS = 30
_TELLING = 100
_LONG_NUMBERS = 1000
_FEW_CHOICES = 10


def find_closing_totals(passage: Passage) -> Iterator[Relation]:
    """Sums whose total the paragraph draws at the end of the parts."""
    if len(passage.figures) < 3:
        return
    yield from _over_periods(passage)
    yield from _over_kinds(passage)
    for found in _CLOSING.finditer(passage.text, passage.span.start, passage.span.end):
        count = small_number(found.group("count") or "")
        if found.group("word")[-1] in "共额数量" and not count:
            yield from _all_told(passage, found)
            continue
        seen: set[str] = set()
        for total in passage.between(found.end(), passage.sentence_end(found.end())):
            if labelled := _of_one_label(passage, total, found.start(), count):
                yield from _judge_labelled(total, labelled)
            elif total.unit not in seen:
                yield from _close(passage, total, found.start(), count)
            seen.add(total.unit)


def _over_periods(passage: Passage) -> Iterator[Relation]:
    """三个年度依次安排800万元、900万元、1000万元，三年累计安排2700万元: just so many in front in the sentence."""
    for total in passage.figures:
        start = passage.sentence_start(total.span.start)
        found = _IN_YEARS.search(passage.text, max(start, total.span.start - 16), total.span.start)
        if not found or total.unit in ("%", "百分点"):
            continue
        parts = [f for f in passage.between(start, found.start()) if f.unit == total.unit]
        if len(parts) != small_number(found["count"]) or max(part.value for part in parts) >= total.value:
            continue
        if adds_up(total.quantity, [part.quantity for part in parts]):
            yield sum_relation(total, parts, holds=True)
        elif _all_exact(total, parts) and _nearly(total, parts) and _in_one_list(passage, parts):
            yield sum_relation(total, parts, holds=False, certain=False)


def _over_kinds(passage: Passage) -> Iterator[Relation]:
    """推进会3次、专题会5次、调度会8次，累计召开各类会议16次: 各类 and 总共 gather the list right in front."""
    for total in passage.figures:
        start = passage.sentence_start(total.span.start)
        found = _GATHERED.search(passage.text, max(start, total.span.start - 16), total.span.start)
        if not found or total.unit in ("%", "百分点", "年", "天", "岁") or not is_exact(total.quantity):
            continue
        parts = _alike_run(passage, total.unit, passage.between(start, found.start() + 1))
        if len(parts) <= _TWO or found.start() - parts[-1].span.end > _NOUN_BEHIND:
            continue
        if summed := _adding_up(total, parts, 0):
            yield sum_relation(total, summed, holds=True)
        elif _all_exact(total, parts) and _nearly(total, parts):
            yield sum_relation(total, parts, holds=False, certain=False)


def _alike_run(passage: Passage, unit: str, figures: Sequence[Figure]) -> list[Figure]:
    """The last of ``figures`` between which only names stand: 东片6个乡镇，中片5个乡镇."""
    run: list[Figure] = []
    for figure in reversed(figures):
        gap = passage.text[figure.span.end : run[0].span.start] if run else ""
        if figure.unit != unit or (run and not _NAME_AND_NOUN.fullmatch(gap)):
            break
        run.insert(0, figure)
    announced = len(run) > _TWO and run[0].value == len(run) - 1  # 三个片区，东片6个、中片5个、西片4个
    return run[1:] if announced else run


def _all_told(passage: Passage, found: re.Match[str]) -> Iterator[Relation]:
    """一类860人，二类1420人，三类2130人，共4410人: 共 right between the parts and the number."""
    total = next(iter(passage.after(found.end(), 1)), None)
    clause_ends = _LED_TO.search(passage.text, max(passage.span.start, found.start() - 8), found.start())
    if total is None or not clause_ends or not _LEADS.fullmatch(passage.text, found.end(), total.span.start):
        return
    start = passage.clause_start(found.start())
    inside = [figure for figure in passage.before(found.start(), _MOST_PARTS) if figure.span.start >= start]
    parts = list(takewhile(lambda figure: figure.unit == total.unit, reversed(inside)))[::-1]
    if len(parts) < _TWO or not _are_all(passage, inside, parts):
        return
    telling = weight([figure.quantity for figure in (total, *parts)]) >= _TELLING
    if not telling or total.span.start > found.end():
        telling = len(parts) > _TWO and _in_one_list(passage, parts)
    if telling and _all_exact(total, parts) and _nearly(total, parts):
        yield sum_relation(total, parts, holds=False, certain=False)


def _in_one_list(passage: Passage, parts: Sequence[Figure]) -> bool:
    """中学3所、小学4所、幼儿园2所: nothing but the names stands between."""
    gaps = (passage.text[one.span.end : other.span.start] for one, other in pairwise(parts))
    return all(_NAME_BETWEEN.fullmatch(gap) for gap in gaps)


def _are_all(passage: Passage, inside: Sequence[Figure], parts: Sequence[Figure]) -> bool:
    """Whether nothing else is told in the clause, or 三条渠道依次为 says that the parts begin behind it."""
    if len(inside) == len(parts):
        return True
    before = passage.text[max(passage.span.start, parts[0].span.start - 6) : parts[0].span.start]
    return bool(_IN_ORDER.search(before)) and inside[-len(parts) - 1].value == len(parts)


def _of_one_label(passage: Passage, total: Figure, offset: int, count: int) -> Sequence[Figure]:
    """两批…合计新增灌溉1570亩: the announced number of figures before that stand behind the same words."""
    label = _label(passage, total)
    if count < _TWO or len(label) < _TWO:
        return ()
    earlier = [figure for figure in passage.before(offset, _MOST_PARTS) if figure.unit == total.unit]
    named = [figure for figure in earlier if _label(passage, figure) == label]
    return named if len(named) == count < len(earlier) else ()


def _label(passage: Passage, figure: Figure) -> str:
    """The last words right before a figure."""
    found = _LABEL.search(passage.text, max(passage.span.start, figure.span.start - 8), figure.span.start)
    return found.group() if found else ""


def _judge_labelled(total: Figure, parts: Sequence[Figure]) -> Iterator[Relation]:
    holds = adds_up(total.quantity, [part.quantity for part in parts])
    if holds or _all_exact(total, parts):
        yield sum_relation(total, parts, holds=holds, certain=holds)


def _close(passage: Passage, total: Figure, offset: int, count: int) -> Iterator[Relation]:
    """The sum that ends in ``total``; ``count`` parts are announced, or any number (0)."""
    earlier = [f for f in passage.before(offset, _MOST_PARTS) if f.unit == total.unit]
    if total.unit == "%" and not all(_is_share(passage, figure) for figure in earlier):
        return  # rates of different things have no sum
    parts = _adding_up(total, earlier, count)
    if count == len(parts) == len(earlier) and misses_a_round_step(
        total.quantity, [p.quantity for p in parts]
    ):
        yield sum_relation(total, parts, holds=False, certain=False)
    elif parts:
        yield sum_relation(total, parts, holds=True)
    elif count > 1 and len(earlier) == count and _all_exact(total, earlier):
        if not names_others(passage, offset, earlier):
            yield sum_relation(total, earlier, holds=False)
    elif count > 1 and len(earlier) > count:
        yield from _miscopied(passage, total, earlier, offset, count)
    elif not count:
        sentence = [f for f in earlier if f.span.start >= passage.sentence_start(offset)]
        claimed = _all_exact(total, sentence) or _floors_exceeded(total, sentence)
        if len(sentence) > 1 and claimed and _nearly(total, sentence) and not _of_the_first(total, sentence):
            yield sum_relation(total, sentence, holds=False, certain=False)


def _miscopied(
    passage: Passage, total: Figure, earlier: Sequence[Figure], offset: int, count: int
) -> Iterator[Relation]:
    """核准126户，实缴1286万元，返还643万元；…返还1515.12万元。两类共返还2185.12万元: no choice holds, and the last are one slip off."""
    near, last = earlier[-_FEW_CHOICES:], earlier[-count:]
    if any(adds_up(total.quantity, [part.quantity for part in some]) for some in combinations(near, count)):
        return
    telling = weight([figure.quantity for figure in (total, *last)]) >= _LONG_NUMBERS
    added = sum(part.value for part in last)
    slip = _nearly(total, last) or rearranged(total.value, Decimal(added))
    if telling and slip and _all_exact(total, last) and not names_others(passage, offset, last):
        yield sum_relation(total, last, holds=False, certain=False)


def _is_share(passage: Passage, figure: Figure) -> bool:
    return bool(
        _SHARE.search(passage.text, max(passage.span.start, figure.span.start - 8), figure.span.start)
    )


def _adding_up(total: Figure, earlier: Sequence[Figure], count: int) -> Sequence[Figure]:
    """The last figures that add up to ``total``: ``count`` of them when announced."""
    sizes = (count,) if count else range(2, len(earlier) + 1)
    for size in sizes:
        parts = earlier[-size:]
        if len(parts) == size and size > 1 and adds_up(total.quantity, [part.quantity for part in parts]):
            return parts
    return ()


def _of_the_first(total: Figure, parts: Sequence[Figure]) -> bool:
    """因病18户、因残7户、缺劳力4户、因学2户，病残户合计25户."""
    sums = (sum(part.value for part in parts[:count]) for count in range(_TWO, len(parts)))
    return total.value in sums


def _nearly(total: Figure, parts: Sequence[Figure]) -> bool:
    return sum_slips(total.value, [part.value for part in parts])


def _floors_exceeded(total: Figure, parts: Sequence[Figure]) -> bool:
    """2600人、2000人、900人以上，合计5600人以上: more is claimed than the parts vouch for."""
    floors = all(is_exact(part.quantity) or is_lower(part.quantity) for part in parts)
    return floors and is_lower(total.quantity) and total.value > sum(part.value for part in parts)


def _all_exact(total: Figure, parts: Sequence[Figure]) -> bool:
    return all(is_exact(figure.quantity) for figure in (total, *parts))
