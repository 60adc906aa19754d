"""The same thing said twice: equal figures of one key, and pairs of which one member differs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from generator.facts.relation_arithmetic import is_exact, is_slip, significant_digits
from generator.facts.relation_building import term_of
from generator.facts.relation_households import Pair
from generator.facts.relation_passages import counts_something
from generator.facts.relation_shared_names import of_two_names
from generator.facts.relation_words import kinds_of, pairs
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_TELLING_DIGITS = 3  # 372 twice is no chance, 50 twice may be
_NO_AMOUNT = frozenset({"%", "百分点", "年", "月", "天", "岁", "次", "周岁"})
_CLAUSE = compiled(r"[，。；、：\n（(）)]")
# Words that only say what is done with a sum, not which sum it is.
_NAME = compiled(
    r"(?![\u4e00-\u9fff]*(?:资金|补助|奖励|不低于|不超过|不少于|达到|同比|增长|比上年))[\u4e00-\u9fff]+"
)
_PLAN = compiled(r"计划|目标|任务|拟|力争|预计")
_VERB = compiled(r"完成|实现|达到")
_SAME_BEFORE = 6
_SAME_BEHIND = 6
_LONG = 5
_SAME_MATTER = 400
_COUNTED = frozenset({"人", "户", "人次"})
_TWO = 2
_APART = 12
_NOUN_END = 2
_NEAR = 14
_LARGE = 100
_SMALL = 10
_CLAUSE_LENGTH = 24
_AREA = compiled("全[省市县区镇乡村]")
_MOST_COMPARED = 30
_MOST_MENTIONS = 12
_FEW_VALUES = 6  # more values under one name are those of villages or years
_NAMED = 3


def find_repeats(text: str, figures: Sequence[Figure], pairs: Sequence[Pair]) -> Iterator[Relation]:
    """Repeats over the whole document, those that agree and those that do not."""
    counting = [figure for figure in figures if counts_something(figure) and figure.unit not in _NO_AMOUNT]
    yield from _agreeing(text, counting)
    yield from _differing_pairs(pairs)
    yield from _differing(text, counting)


def _agreeing(text: str, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Mentions of one value with one unit: the value telling by itself, or counting the same, or in like words."""
    groups: dict[tuple[str, Decimal], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.value > 1:
            groups[figure.unit, figure.value].append(figure)
    for (_, value), mentions in groups.items():
        telling = significant_digits(value) >= _TELLING_DIGITS
        while len(mentions) > 1:
            first = mentions[0]
            same = [other for other in mentions[1:] if telling or _alike(text, first, other)]
            if same:
                yield _repeat(first, same[:_MOST_MENTIONS], holds=True)
            mentions = [other for other in mentions[1:_MOST_COMPARED] if other not in same]


def _alike(text: str, one: Figure, other: Figure) -> bool:
    """Whether two figures of one value count the same noun or stand among the same telling words."""
    if one.value < _SMALL and not _words(text, one) & _words(text, other):
        return False  # 4个贫困村 here and there need not be the same four
    if one.noun and other.noun:
        scope = any(word in one.noun and word in other.noun for word in one.scope if word in other.scope)
        return scope or _one_noun(one.noun, other.noun)
    elsewhere = "\n" in text[one.span.end : other.span.start]
    return elsewhere and one.value >= _LARGE and bool(_words(text, one) & _words(text, other))


def _one_noun(one: str, other: str) -> bool:
    """贫困村 and 重点贫困村, 贫困村 and 贫困村体育器材; but not 全国重点实验室 and 省实验室."""
    short, long = sorted((one, other), key=len)
    return long.endswith(short) or long.startswith(short[:_NAMED])


def _words(text: str, figure: Figure) -> set[str]:
    """Telling words around a figure, in its clause."""
    before = text[max(0, figure.span.start - _NEAR) : figure.span.start]
    after = text[figure.span.end : figure.span.end + _NEAR]
    return pairs(_CLAUSE.split(before)[-1]) | pairs(_CLAUSE.split(after)[0])


def _repeat(first: Figure, others: Sequence[Figure], *, holds: bool, certain: bool = True) -> Relation:
    sign = "=" if holds else "≠"
    return Relation(
        kind=RelationKind.REPEAT,
        holds=holds,
        total=term_of(first),
        terms=tuple(map(term_of, others)),
        formula=sign.join(figure.quote for figure in (first, *others)),
        expected=others[0].value,
        certain=certain,
    )


def _differing_pairs(pairs: Sequence[Pair]) -> Iterator[Relation]:
    """372户873人 and 378户873人: two telling figures that go together, of which one has changed by a slip."""
    by_member: dict[tuple[str, Decimal], list[Pair]] = defaultdict(list)
    for pair in pairs:
        for figure in pair:
            if significant_digits(figure.value) >= _TELLING_DIGITS:
                by_member[figure.unit, figure.value].append(pair)
    for (unit, _), together in by_member.items():
        for earlier, later in pairwise(together):
            one, other = (pair[1] if unit == "户" else pair[0] for pair in (earlier, later))
            exact = is_exact(one.quantity) and is_exact(other.quantity)
            if exact and _slipped(one, other):
                yield _repeat(other, (one,), holds=False, certain=False)


def _differing(text: str, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Two values, one slip apart, behind or in front of the same words."""
    exact = [f for f in figures if is_exact(f.quantity) and f.value >= _LARGE]
    before: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    behind: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in exact:
        key = (figure.unit, figure.year, figure.place, *figure.scope)
        if words := _words_before(text, figure):
            before[*key, words].append(figure)
        if words := _words_behind(text, figure):
            behind[*key, words].append(figure)
    for mentions in before.values():
        yield from _two_values(mentions, lambda one, other: _in_two_places(text, one, other))
    for mentions in behind.values():
        yield from _two_values(mentions, _far_apart)
    yield from _long_numbers(text, exact)
    yield from _reworded(text, exact)


def _in_two_places(text: str, one: Figure, other: Figure) -> bool:
    """Whether the two stand in two paragraphs and nothing in front of the words that they share tells them apart."""
    first, second = _clause_before(text, one), _clause_before(text, other)
    alike = kinds_of(first) == kinds_of(second) and not of_two_names(first, second)
    return "\n" in text[one.span.end : other.span.start] and alike


def _of_two_areas(text: str, one: Figure, other: Figure) -> bool:
    """全县参加14597人 and 全镇参加14507人."""
    areas = [set(_AREA.findall(_clause_before(text, figure))) for figure in (one, other)]
    return bool(areas[0] and areas[1] and areas[0] != areas[1])


def _clause_before(text: str, figure: Figure) -> str:
    return _CLAUSE.split(text[max(0, figure.span.start - _CLAUSE_LENGTH) : figure.span.start])[-1]


def _slipped(one: Figure, other: Figure) -> bool:
    """15万套 planned and 15.6万套 built are not one number with a wrong digit: they are not written alike."""
    return one.quantity.step == other.quantity.step and is_slip(one.value, other.value)


def _far_apart(one: Figure, other: Figure) -> bool:
    return other.span.start - one.span.end > _APART


def _two_values(mentions: Sequence[Figure], separate: Callable[[Figure, Figure], bool]) -> Iterator[Relation]:
    """One key with just two values: a phrase under which three stand is no key."""
    values = list(dict.fromkeys(figure.value for figure in mentions))
    if len(values) == _TWO and is_slip(*values):
        first = mentions[0]
        second = next(figure for figure in mentions if figure.value != first.value)
        if separate(first, second) and _slipped(first, second):
            yield _repeat(second, (first,), holds=False, certain=False)


def _long_numbers(text: str, figures: Sequence[Figure]) -> Iterator[Relation]:
    """15039名 and 15079人 under one heading: numbers so long hardly ever differ in one digit by chance."""
    by_unit: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.unit in _COUNTED and significant_digits(figure.value) >= _LONG:
            by_unit[figure.unit, figure.year, figure.task].append(figure)
    for mentions in by_unit.values():
        often = Counter(figure.value for figure in mentions)
        for one, other in pairwise(mentions):
            near = 0 < other.span.start - one.span.end < _SAME_MATTER
            alone = near and often[one.value] == often[other.value] == 1
            if alone and _slipped(one, other) and not _of_two_areas(text, one, other):
                yield _repeat(other, (one,), holds=False, certain=False)


def _reworded(text: str, figures: Sequence[Figure]) -> Iterator[Relation]:
    """实现6645人脱贫 and 全县6465人脱贫的任务: one indicator in more and in fewer words, in two paragraphs."""
    by_key: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.unit in _COUNTED and significant_digits(figure.value) > _TELLING_DIGITS:
            by_key[figure.unit, figure.indicator[-_NOUN_END:], figure.place].append(figure)
    for mentions in by_key.values():
        often = Counter(figure.value for figure in mentions)
        if not _TWO <= len(often) <= _FEW_VALUES:
            continue
        for one, other in combinations(mentions, 2):
            alone = often[one.value] == 1 or often[other.value] == 1
            if alone and _slipped(one, other) and _one_matter(text, one, other):
                yield _repeat(other, (one,), holds=False, certain=False)


def _one_matter(text: str, one: Figure, other: Figure) -> bool:
    """Whether the words of one indicator are all found in the other, and neither year nor scope differs."""
    years = {one.year, other.year} - {""}
    same = one.scope == other.scope and len(years) < _TWO and _planned(text, one) == _planned(text, other)
    apart = "\n" in text[one.span.end : other.span.start]
    return same and apart and (_within(one, other) or _within(other, one))


def _planned(text: str, figure: Figure) -> bool:
    before = text[max(0, figure.span.start - _NEAR) : figure.span.start]
    return bool(_PLAN.search(_CLAUSE.split(before)[-1]))


def _within(one: Figure, other: Figure) -> bool:
    """Whether the characters of the one indicator stand in the other, in their order."""
    words, rest = _VERB.sub("", one.indicator), iter(other.indicator)
    return len(words) >= _NAMED and all(character in rest for character in words)


def _words_before(text: str, figure: Figure) -> str:
    words = text[max(0, figure.span.start - _SAME_BEFORE) : figure.span.start]
    return words if len(words) == _SAME_BEFORE and _NAME.fullmatch(words) else ""


def _words_behind(text: str, figure: Figure) -> str:
    """The words right behind a telling number: of ``14597建档立卡贫困户`` all that follows the digits."""
    if significant_digits(figure.value) <= _TELLING_DIGITS:
        return ""
    number = len(figure.quote) - len(figure.quote.lstrip("0123456789.,"))
    start = figure.span.start + number
    words = text[start : start + _SAME_BEHIND]
    return words if len(words) == _SAME_BEHIND and _NAME.fullmatch(words) else ""
