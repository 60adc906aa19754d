"""Totals whose parts stand behind a colon: 802万元，由三部分组成：A318万元，B426.5万元，C75.5万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.facts.relation_arithmetic import adds_up, is_exact, nought_slips, sum_slips, weight
from generator.facts.relation_building import count_relation, item, sum_relation, term_of
from generator.facts.relation_numerals import small_number
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_COUNT = (
    r"(?P<count>[两二三四五六七八九]|[2-9])个?(?:大|类)?(?:部分|块|渠道|方面|来源|笔|项|类|批|期|级|片|年|档)"
)
_OPENING = compiled(
    rf"[，,]?(?:(?:主要)?(?:由|分为?|分成|来自|涉及|共有|包括)?(?:以下|下列|上述)?{_COUNT}(?:资金|内容|项目|工程)?"
    r"(?:组成|构成|实施|安排|落实|筹措|筹集|解决|建设|推进)?"
    r"|(?:具体)?(?:构成|组成|来源|分配|安排)?(?:情况)?(?:如下|是|为)?|具体(?:是|为|如下)?|包括)[：:]"
    r"|(?:的[^，,。；;：:\d]{0,8})?[，,]?(?:按|分成?为?|划分为|来自|由)[^，,。；;：:\d]{0,2}?(?P<several>[两三四五六七八九]|[2-9])(?:个)?[^，,。；;：:、\d]{1,8}?"
    r"(?:[：:]|[，,]?(?:依次|分别)(?:为|是))|[，,]即(?=[\u4e00-\u9fff])"
)
_ANNOUNCED = compiled(
    r"(?P<number>[两二三四五六七八九]|[2-9])个?(?:大|类)?(?:部分|块|渠道|方面|来源|笔|项|类|批|期|级|片|年|档|种)"
)
_END = compiled(
    r"[。；;]|[，,、](?:其中|共|合计|总计|占|约占|户均|人均|平均)|(?:其中|合计|总计|共计|另有|另外|此外)"
)
_ITEM_END = compiled(r"[，,；;、。]")
_INSIDE = compiled(r"[（(][^（）()]*[）)]")
_OPEN_LIST = compiled(r"^[^，,。；;、]{0,6}等")
_OTHERWISE = compiled(r"以上|达到|增加|增长|提高|下降|减少|每|人均|户均|目标|不低于|不少于|占")
_NO_SUM = frozenset({"%", "百分点", "‰", "年", "月", "天", "岁", "分", "倍"})
_ADDED = compiled(r"[^，,。；;\d]{0,6}[，,](?:再)?(?:加上|加|连同|算上|外加)[^，,。；;\d]{0,12}")
_ALL_TOLD = compiled(
    r"[^，,。；;\d]{0,6}[，,][^，,。；;\d]{0,6}?(?:总共|一共|共计|合计|总计|共|总[\u4e00-\u9fff]{1,4}|合起来|加起来)[^，,。；;\d]{0,6}"
)
_CLASS = compiled(
    r"[^，,。；;、\d]{0,10}[，,、：:](?:其中)?(?P<label>[^，,。；;、\d其]{1,8}[类型级镇乡村县区派组片期批档])(?:有|为)?"
)
_AMONG = compiled(r"[^，,。；;\d]{0,8}中[，,]")
_IS = compiled(r"(?:村|镇|乡镇|县|区|市|社区|街道|户|单位|项目)?(?:为|是|属于?)")
_SHARE = compiled(r"占(?:比|到|了|总[\u4e00-\u9fff]{1,3}的)?(?:为|约|(?:分别|依次|各)(?:为|是|占)?)?$")
_SHARE_GAP = compiled(
    r"[，,、；;和][^，,。；;：:%\d]{0,8}(?:\d{1,2}[^，,。；;：:%\d]{1,3}){0,2}[^，,。；;：:%\d]{0,6}"
)
_OVERLAPPING = compiled("其中|因病|因残|致贫|多选|同时|增长|比上年|覆盖|率")
_ALL = Decimal(100)
_MOST_OVER = 10
_PART = compiled(
    r"[^，,。；;：:、\d]{0,8}[，,、：:（(](?:其中)?[：:，,]?(?P<side>公办|民办|城镇|乡村|农村|出口|进口|男性?|女性?|城市)[^，,。；;：:、\d]{0,8}"
)
_SIDES = frozenset(
    frozenset(pair)
    for pair in (
        ("公办", "民办"),
        ("城镇", "乡村"),
        ("城镇", "农村"),
        ("城市", "农村"),
        ("出口", "进口"),
        ("男", "女"),
        ("男性", "女性"),
    )
)
_GAP = 14
_FEWEST = 3
_TELLING = 100
_NUMBERED = compiled(r"\s*(?:[一二三四五六七八九][是要、]|[（(][一二三四五\d])")


def find_breakdowns(passage: Passage) -> Iterator[Relation]:
    """Every colon of the paragraph with a figure right before it and figures of the same unit behind it."""
    for found in _OPENING.finditer(passage.text, passage.span.start, passage.span.end):
        total = next(iter(passage.before(found.start() + 1, 1)), None)
        if total is None or not _leads(passage, total, found) or _NUMBERED.match(passage.text, found.end()):
            continue
        parts = _parts(passage, total, found.end())
        count = small_number(found["count"] or found["several"] or "")
        if len(parts) > 1:
            yield from _judged(passage, total, parts, count)


def find_classes(passage: Passage) -> Iterator[Relation]:
    """书记共149人，县级1人、乡级15人、村级133人: three or more of one kind right behind the total, to the end of the clause."""
    for total in passage.figures:
        end = passage.clause_end(total.span.end)
        parts = passage.between(total.span.end, end)
        same = len(parts) >= _FEWEST and all(
            part.unit == total.unit and is_exact(part.quantity) for part in parts
        )
        if not same or total.unit in _NO_SUM or not is_exact(total.quantity):
            continue
        labels, edge = [], total.span.end
        for part in parts:
            found = _CLASS.fullmatch(passage.text[edge : part.span.start])
            labels.append(found["label"] if found else "")
            edge = part.span.end
        if not all(labels) or len({label[-1] for label in labels}) > 1 or edge < end:
            continue
        if passage.text.endswith(labels[0][-1], passage.span.start, total.span.start):
            continue  # 石桥县45户、青坪县30户、柳川县25户: itself one of them
        values = [part.value for part in parts]
        holds = adds_up(total.quantity, [part.quantity for part in parts])
        if holds or (max(values) < total.value and sum_slips(total.value, values)):
            yield sum_relation(total, parts, holds=holds, certain=False)


def find_whole_of_shares(passage: Passage) -> Iterator[Relation]:
    """财政占55%，社会占28%，自筹占19%: three or more shares of one sentence that are more than all."""
    run: list[Figure] = []
    for figure in passage.figures:
        follows = run and _SHARE_GAP.fullmatch(passage.text, run[-1].span.end, figure.span.start)
        opens = figure.unit == "%" and _SHARE.search(
            passage.text, max(passage.span.start, figure.span.start - _GAP), figure.span.start
        )
        if run and not (follows and figure.unit == "%"):
            yield from _more_than_all(passage, run)
            run = []
        if figure.unit == "%" and (run or opens):
            run.append(figure)
    yield from _more_than_all(passage, run)


def _more_than_all(passage: Passage, run: list[Figure]) -> Iterator[Relation]:
    added = sum((share.value for share in run), Decimal(0))
    rounding = sum((share.quantity.step for share in run), Decimal(0)) / 2
    if len(run) < _FEWEST or not _ALL + rounding < added <= _ALL + _MOST_OVER:
        return
    before = passage.text[passage.sentence_start(run[0].span.start) : run[-1].span.start]
    values = [share.value for share in run]
    if all(is_exact(share.quantity) for share in run) and not _OVERLAPPING.search(before):
        *others, last = run
        if sum_slips(_ALL, values):
            yield Relation(
                kind=RelationKind.SUM,
                holds=False,
                total=term_of(last),
                terms=tuple(map(term_of, others)),
                formula=f"{'+'.join(share.quote for share in run)}＞100%",
                expected=_ALL - sum(share.value for share in others),
                certain=False,
            )


def find_partitions(passage: Passage) -> Iterator[Relation]:
    """9个乡镇中，甲、乙4个为重点镇，丙、丁5个为一般镇: the parts cannot be more than the whole."""
    for whole in passage.figures:
        end = passage.clause_end(whole.span.end)
        if not _AMONG.match(passage.text, whole.span.end, end) or not is_exact(whole.quantity):
            continue
        inside = [f for f in passage.between(whole.span.end, end) if f.unit == whole.unit]
        parts = [f for f in inside if _IS.match(passage.text, f.span.end, end) and is_exact(f.quantity)]
        added = sum(part.value for part in parts)
        if len(parts) > 1 and len(parts) == len(inside) and whole.unit not in _NO_SUM and added > whole.value:
            yield sum_relation(whole, parts, holds=False, certain=False)


def find_opposites(passage: Passage) -> Iterator[Relation]:
    """零售总额803.1亿元，城镇747.1亿元、乡村56亿元: two parts that leave no third, right behind the total."""
    text = passage.text
    for total, one, other in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        if not total.unit == one.unit == other.unit or total.unit in _NO_SUM:
            continue
        first = _PART.fullmatch(text[total.span.end : one.span.start])
        second = _PART.fullmatch(text[one.span.end : other.span.start])
        if not first or not second or frozenset((first["side"], second["side"])) not in _SIDES:
            continue
        values = [one.value, other.value]
        holds = adds_up(total.quantity, [one.quantity, other.quantity])
        exact = all(is_exact(figure.quantity) for figure in (total, one, other))
        if holds or (exact and max(values) < total.value and sum_slips(total.value, values)):
            yield sum_relation(total, (one, other), holds=holds, certain=False)


def find_additions(passage: Passage) -> Iterator[Relation]:
    """县级投入300万元，加上省级补助500万元，总投入达到800万元."""
    text = passage.text
    for one, other, total in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        if not one.unit == other.unit == total.unit or total.unit in _NO_SUM:
            continue
        added = _ADDED.fullmatch(text[one.span.end : other.span.start])
        if added and _ALL_TOLD.fullmatch(text[other.span.end : total.span.start]):
            holds = adds_up(total.quantity, [one.quantity, other.quantity])
            if holds or all(is_exact(figure.quantity) for figure in (one, other, total)):
                yield sum_relation(total, (one, other), holds=holds, certain=holds)


def _leads(passage: Passage, total: Figure, found: re.Match[str]) -> bool:
    gap = passage.text[total.span.end : found.start()] if total.span.end <= found.start() else ""
    plain = total.unit not in _NO_SUM and is_exact(total.quantity)
    return (
        plain and len(gap) <= _GAP and not _ITEM_END.search(gap) and not compiled("[：:（）()]").search(gap)
    )


def _parts(passage: Passage, total: Figure, start: int) -> tuple[Figure, ...]:
    """One figure of the total's unit in each item up to the first word that says something else; none otherwise."""
    text = passage.text
    limit = passage.clause_end(start) if text[start - 1] == "即" else passage.sentence_end(start)
    spans = [found.span() for found in _INSIDE.finditer(text, start, limit)]
    stops = (
        stop.start()
        for stop in _END.finditer(text, start, limit)
        if stop.group() not in "；;" and not any(first < stop.start() < last for first, last in spans)
    )
    limit = next(stops, limit)
    inside = [
        figure
        for figure in passage.between(start, limit)
        if not any(first < figure.span.start < last for first, last in spans)
    ]
    same = tuple(figure for figure in inside if _one_unit(figure, total))
    edge = start
    for figure in same:
        words = text[edge : figure.span.start]
        if (edge > start and not _ITEM_END.search(words)) or _OTHERWISE.search(words):
            return ()
        edge = figure.span.end
    exact = all(is_exact(figure.quantity) for figure in same)
    return same if exact and not _OPEN_LIST.match(text[edge : edge + 8]) else ()


def _one_unit(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit or {one.unit, other.unit} == {"人", "名"}


def _ends_with(passage: Passage, parts: tuple[Figure, ...], size: int) -> bool:
    """Whether the clause ends behind the first ``size`` of the parts."""
    return size == len(parts) or passage.clause_end(parts[size - 1].span.end) < parts[size].span.start


def _miscounted(passage: Passage, total: Figure, parts: tuple[Figure, ...], count: int) -> Iterator[Relation]:
    """3600万元，分为四类：甲1100万元，乙500万元，丙2000万元: three make up the whole."""
    found = _ANNOUNCED.search(passage.text, total.span.end, parts[0].span.start)
    if found and small_number(found["number"]) == count:
        announced = item(passage.text, *found.span())
        terms = tuple(map(term_of, parts))
        yield count_relation(announced, terms, count=len(parts), holds=False, certain=False)


def _judged(passage: Passage, total: Figure, parts: tuple[Figure, ...], count: int) -> Iterator[Relation]:
    quantities = [part.quantity for part in parts]
    values = [part.value for part in parts]
    for size in range(len(parts), 1, -1):
        if adds_up(total.quantity, quantities[:size]):
            yield sum_relation(total, parts[:size], holds=True)
            if count and count != size and _ends_with(passage, parts, size):
                yield from _miscounted(passage, total, parts[:size], count)
            return
    announced = count == len(parts)
    telling = len(parts) >= _FEWEST or weight([total.quantity, *quantities]) >= _TELLING
    slip = not count and telling and (sum_slips(total.value, values) or nought_slips(total.value, values))
    if max(values) < total.value and (announced or slip):
        yield sum_relation(total, parts, holds=False, certain=announced)
