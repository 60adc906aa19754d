"""Names that are nearly those of the county's own offices, as its papers give them.

Long names of words that exist (县文化广播体育局) may be real somewhere; a county that has a 县文化广电体育局 has none of
them beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from generator.checking.context import RuleContext
from generator.checking.misspelt_names import SlipKind, find_edit, sets_apart
from generator.matching.agency_names import one_agency
from generator.matching.match import Verdict
from generator.model.agency import AgencyRegistry
from generator.patterns import compiled
from generator.text.agency_levels import LEVELS, without_place
from generator.text.agency_words import abbreviates, divides, is_made_of_words

_CONNECTORS = compiled(r"(?<=.)[和与及](?=.)")
_OFFICE = compiled(r".+(?:局|委员会|委|办公室|办|中心)")
_SHORT, _REORDERED, _LONG = 4, 7, 8
_NUMBERS = frozenset("一二三四五六七八九十第东西南北")
_DEPARTMENT = compiled(r"[县区旗][一-鿿]{2,8}(?<!办公)(?<!大)(?<!展)(?<!餐)厅")
_MINISTRY = compiled(r"[一-鿿]{4,12}(?:部|总局|总署|署|委员会)")
_GENERIC = compiled(r"^(?:国家|全国|中国|国务院|中央)|(?:部|总局|总署|署|委员会)$")
_MOST = 3
_PAIR, _LONGEST_WORD, _WHOLE = 2, 4, 6
_FEWEST = 3  # figures that a source must share with the draft to be of the same county


def own_names(ctx: RuleContext) -> frozenset[str]:
    """Offices that the sources of the draft's own county charge with tasks."""
    shared = Counter(
        match.source.identity.id for match in ctx.matches.figures if match.verdict is Verdict.SAME
    )
    own = {match.source.identity.id for match in ctx.matches.assignments}
    return frozenset(
        without_place(mention.name)
        for source in ctx.known_sources
        if source.identity.id in own or shared[source.identity.id] >= _FEWEST
        for item in source.facts.assignments
        for mention in item.agencies
        if _OFFICE.fullmatch(mention.name)
    )


def slips_of_own(name: str, own: Iterable[str], registry: AgencyRegistry) -> tuple[tuple[str, str], ...]:
    """The offices of the county that ``name`` is nearly the name of, and what is wrong with it; none for a name that
    may be another form of one of them."""
    if name[:1] not in LEVELS or not _OFFICE.fullmatch(name):
        return ()
    found: list[tuple[str, str]] = []
    for known in sorted(own):
        if known[:1] != name[:1] or known[-1:] != name[-1:]:
            continue
        if word := word_left_out(name, known):
            return ((known, f"少“{word}”二字" if len(word) == _PAIR else f"少“{word}”"),)
        if one_agency(name, known, registry) or abbreviates(name, known) or abbreviates(known, name):
            return ()
        if slip := _slip(_CONNECTORS.sub("", name), _CONNECTORS.sub("", known)):
            found.append((known, slip))
    return tuple(found[:_MOST])


def slips_of_ministry(
    name: str, known_names: Iterable[str], registry: AgencyRegistry
) -> tuple[tuple[str, str], ...]:
    """农业农村部 for 农村农业部: the bodies of the state are few, and no two long names of them are so near."""
    if not _MINISTRY.fullmatch(name) or name[:1] in LEVELS:
        return ()
    names = frozenset(known_names)
    if name.endswith("总局") and name.startswith("国家") and f"{name[:-2]}局" in names:
        return ((f"{name[:-2]}局", "多“总”字"),)
    if whole := next(
        ((known, word) for known in sorted(names) if (word := word_left_out(name, known))), None
    ):
        return ((whole[0], f"少“{whole[1]}”"),)
    found: list[tuple[str, str]] = []
    for known in sorted(names):
        if not _MINISTRY.fullmatch(known) or known[:1] in LEVELS:
            continue
        if one_agency(name, known, registry):
            return ()
        bare, other = _CONNECTORS.sub("", name), _CONNECTORS.sub("", known)
        slip = find_edit(bare, other)
        if len(bare) == len(other) and sorted(bare) == sorted(other):
            found.append((known, "字词次序颠倒"))
        elif slip is not None and slip.kind is SlipKind.WRONG and 0 < slip.at < len(bare) - 1:
            found.append((known, str(slip)))
        elif words := _other_word(name, known):
            found.append((known, f"“{words[0]}”应为“{words[1]}”"))
    return tuple(found[:_MOST])


def _other_word(name: str, known: str) -> tuple[str, str] | None:
    """开发 for 发展 in 国际发展合作署: the one word of two characters in which long names differ."""
    if len(name) != len(known):
        return None
    wrong = [at for at, (one, other) in enumerate(zip(name, known, strict=True)) if one != other]
    if len(wrong) != _PAIR or wrong[1] != wrong[0] + 1 or wrong[0] % _PAIR:
        return None
    rest = name[: wrong[0]] + name[wrong[1] + 1 :]
    if len(_GENERIC.sub("", rest)) < _SHORT or _GENERIC.sub("", known) == known:
        return None
    span = slice(wrong[0], wrong[1] + 1)
    return name[span], known[span]


@lru_cache(maxsize=8192)
def word_left_out(name: str, known: str) -> str:
    """社会 for 县人力资源保障局: the word of ``known`` that alone is missing in ``name``, which gives all others in full.

    No short name is made so: it takes the beginnings of words. Names of few words that differ in one are two agencies.
    """
    length = len(known) - len(name)
    if not _PAIR <= length <= _LONGEST_WORD or name[:1] != known[:1] or name[-1:] != known[-1:]:
        return ""
    front = 1 if name[:1] in LEVELS else 0
    start = front + _PAIR
    if len(name) - front - 1 < _WHOLE:
        return ""
    for at in range(start, len(name) - 1 - _PAIR + 1):
        word = known[at : at + length]
        rest = (known[front:at], word, known[at + length : -1])
        if known[:at] + known[at + length :] == name and all(map(divides, rest)):
            return word
    return ""


def department_below_the_province(name: str) -> tuple[str, str] | None:
    """县国土资源局 for 县国土资源厅: only provinces have a 厅."""
    return (f"{name[:-1]}局", "“局”写成“厅”") if _DEPARTMENT.fullmatch(name) else None


def _slip(name: str, known: str) -> str:
    if len(name) != len(known):
        return ""
    if len(name) >= _REORDERED and sorted(name) == sorted(known):
        return "字词次序颠倒"
    slip = find_edit(name, known)
    if slip is None or slip.kind is not SlipKind.WRONG or slip.at in (0, len(name) - 1):
        return ""
    if len(name) >= _LONG:
        return "" if set(slip.written + slip.meant) & _NUMBERS else str(slip)
    return str(slip) if len(name) == _SHORT and not is_made_of_words(name) and not sets_apart(slip) else ""
