"""Lists that are all of what their number counts: told behind 是 or 即, of names of one length, or item by item in semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.facts.relation_building import count_relation, item, listed
from generator.facts.relation_numerals import small_number
from generator.model.facts import Relation, Term
from generator.patterns import compiled

# What such classifiers count are the kinds that the list names; 卫生室、文化室、图书室6个 are six houses of three kinds.
_KINDS = (
    "方面",
    "环节",
    "阶段",
    "部分",
    "体系",
    "项",
    "大",
    "类",
    "种",
    "级",
    "步",
    "本",
    "样",
    "件",
    "张",
    "份",
)
_THINGS_BEHIND = compiled(r"(?:工程|项目|活动|资金|补贴|政策|贷款|标准|经费|人|户|专利|成果|案件)")
_OF_KINDS_BEHIND = compiled(
    r"(?:方面|环节|阶段|步骤|部门|单位|重点|领域|行业|专班|专项|小组|组|中心|平台|系统|渠道)"
)
_OPENED = compiled(
    r"(?:就?是|为|即|指的?是?|包括|包含|分别[为是]|分为?|分成|涵盖|涉及)(?=[\u4e00-\u9fff]{2})"
)
_VERB = compiled(
    r"落实|实施|推进|抓好|突出|聚焦|围绕|坚持|做好|完善|强化|开展|紧扣|统筹|解决|补齐|加强|深化|打好|建立|健全|推动|抓实|抓住|通过|采取"
)
_LEADING_VERB = compiled(
    r"(?:加快|大力|全面|着力|持续|进一步|积极|扎实|深入|切实|统筹)?"
    r"(?:建设|建立|落实|实施|推进|推动|抓好|突出|聚焦|围绕|坚持|做好|完善|强化|开展|紧扣|解决|补齐|加强|深化|健全|发展|培育|打造|整合)"
)
_GOES_ON = compiled(r"等|其他|以及其")
_COMMA = compiled(r"[，,；;]")
_TWO = 2
_MOST = 12
_SUMMED_UP = 8
_TITLES = compiled(
    r"(?P<list>(?:《[^《》\n]{2,40}》(?:（[^（）\n]{2,20}）)?(?:、|和|及|以及|，)?){2,})"
    r"(?P<amount>(?P<number>[2-9]|1\d|[两三四五六七八九十])(?:个|项|份|部|件))(?=[^，,。；;]{0,6}(?:文件|方案|办法|制度|意见|规划|通知|材料|规定|细则|预案))"
)
_TITLE = compiled(r"《[^《》\n]+》")
_GROUPS = compiled(
    r"(?:分为?|分成|设|组成)(?P<amount>(?P<number>[2-9]|[两三四五六七八九十])个?(?P<kind>组|批|期|片|阶段|步|档|轮)(?:[\u4e00-\u9fff]{1,4})?)[^。；\n]{0,12}?[：:，,。]"
)
_ORDINAL = "一二三四五六七八九十"
_LONGEST = 10
_FEW = 3
_SEVERAL = 4
_SEMICOLONS = compiled(
    r"(?P<amount>(?P<number>[两三四五六七八九十]|[2-9]|1\d)(?:个|大)?(?:方面|项|类|点|条|件|步|环节|重点))"
    r"(?P<noun>[^，,。；;：:、\n\d（(]{0,8})[：:](?P<list>[^。：:\n｜|]{8,400})(?P<end>[。\n｜|]|$)"
)
_BEFORE_NUMBER = "第几数零百千万.+＋0123456789"
_ORDINALS = compiled(
    r"\s*(?:[一二三四五六七八九十][是要、]|第?[（(]?[一二三四五六七八九十\d][)）.．、]|首先|①)"
)
_BRACKET = compiled(r"[（(][^（）()]*[；;][^（）()]*[）)]")
_INNER = compiled(r"[，,、和及与]")
_OPEN_END = compiled(r"等[\u4e00-\u9fff]{0,6}$")


def is_closed(text: str, announced: Term, pieces: Sequence[Term]) -> bool:
    """Whether a list right before its number, without 等, is one more or one fewer than the number and all there is."""
    number = small_number(re.sub(r"[^\d一二两三四五六七八九十]", "", announced.quote))
    if abs(len(pieces) - number) != 1 or len(pieces) < _FEW or not _counts_kinds(text, announced):
        return False
    opened = _OPENED.match(pieces[0].quote)
    lengths = [len(piece.quote) for piece in pieces[1:]]
    if max(lengths) > _LONGEST:
        return False
    if opened and len(pieces[0].quote) - opened.end() <= _LONGEST:
        return True
    even = len(set(lengths)) == 1 and lengths[0] >= _FEW and len(pieces[0].quote) >= lengths[0]
    return even and text[announced.span.start - 1] not in "和与及暨每各共"


def is_summed_up(pieces: Sequence[Term], number: int) -> bool:
    """周调度、月通报、季考核、半年观摩“五项机制”: a quoted name right behind the list counts all of it.

    One more than the number is in doubt only where the first item is a verb and a name as long as the others.
    """
    lengths = [len(piece.quote) for piece in pieces]
    if len(pieces) == number - 1:
        return number > _FEW and max(lengths) <= _SUMMED_UP
    verb = _VERB.match(pieces[0].quote)
    even = len(set(lengths[1:])) == 1
    return bool(len(pieces) == number + 1 > _FEW and even and verb and lengths[0] - verb.end() == lengths[1])


def opens_list(words: str) -> bool:
    """Whether ``words`` begin with 是, 即, 包括: what stands in front is no item."""
    return bool(_OPENED.match(words))


def opens_with_verb(pieces: Sequence[Term]) -> bool:
    """加快建设医疗服务、医疗保障、药品管理三类: behind the verb the first item is as long as the others, which are even."""
    lengths = {len(piece.quote) for piece in pieces[1:]}
    verb = _LEADING_VERB.match(pieces[0].quote)
    return bool(verb and len(lengths) == 1 and len(pieces[0].quote) - verb.end() in lengths)


def is_told_in_full(
    text: str, readings: Sequence[tuple[Term, ...]], number: int, noun: str
) -> tuple[Term, ...]:
    """The list behind 即 or 指 that no way of dividing brings to ``number`` items; nothing where it may go on.

    What follows the first comma belongs to the sentence, not to the list, where only 、 divides it before.
    """
    pieces = _up_to_comma(text, readings[0]) if readings else ()
    if not _FEW <= len(pieces) <= _MOST or any(_GOES_ON.search(piece.quote) for piece in pieces):
        return _too_few(text, readings, number, noun)
    counts = {len(_up_to_comma(text, reading)) for reading in readings}
    plain = sum(text[one.span.end] == "、" for one in pieces[:-1]) + 1
    short = all(len(piece.quote) <= _LONGEST for piece in pieces)
    near = number not in {*counts, plain} and abs(plain - number) <= _TWO
    return pieces if short and near else ()


def _up_to_comma(text: str, pieces: Sequence[Term]) -> tuple[Term, ...]:
    """The items in front of the first comma."""
    last = next((index for index, one in enumerate(pieces[:-1]) if text[one.span.end] in "，,；;"), None)
    if last is not None:
        return tuple(pieces[: last + 1])
    *others, end = pieces
    comma = _COMMA.search(end.quote)
    return (*others, item(text, end.span.start, end.span.start + comma.start()) if comma else end)


def _too_few(text: str, readings: Sequence[tuple[Term, ...]], number: int, noun: str) -> tuple[Term, ...]:
    """9月底前3项，即甲的文件、乙的措施: long items, fewer however they are divided."""
    most = max(readings, key=len, default=())
    long = all(len(piece.quote) > _FEW for piece in most) and len(most) > 1
    return most if not noun and long and len(most) == number - 1 and number <= _FEW + _TWO else ()


def _counts_kinds(text: str, announced: Term) -> bool:
    behind = text[announced.span.end : announced.span.end + 4]
    if announced.quote.endswith("个"):
        return bool(_OF_KINDS_BEHIND.match(behind))
    return announced.quote.endswith(_KINDS) and not _THINGS_BEHIND.match(behind)


def find_semicolon_lists(text: str) -> Iterator[Relation]:
    """抓好四方面工作：甲；乙；丙；丁；戊。 counted by the semicolons."""
    for found in _SEMICOLONS.finditer(text):
        before = text[found.start() - 1] if found.start() else ""
        words = found["list"]
        if (before in _BEFORE_NUMBER and before) or "；" not in words or _ORDINALS.match(words):
            continue
        pieces = _split(text, found.start("list"), found.end("list"))
        number = small_number(found["number"])
        relation = _compared(text, found, pieces, number)
        if relation and not _BRACKET.search(words):
            yield relation


def _split(text: str, start: int, end: int) -> tuple[Term, ...]:
    pieces = []
    for mark in compiled("[；;]").finditer(text, start, end):
        pieces.append((start, mark.start()))
        start = mark.end()
    pieces.append((start, end))
    return tuple(item(text, first, last) for first, last in pieces if text[first:last].strip())


def _compared(text: str, found: re.Match[str], pieces: tuple[Term, ...], number: int) -> Relation | None:
    announced = item(text, *found.span("amount"))
    if len(pieces) == number:
        return count_relation(announced, listed(text, pieces), count=number, holds=True)
    fewer = len(pieces) < number and any(_INNER.search(piece.quote) for piece in pieces)
    if fewer or _OPEN_END.search(pieces[-1].quote) or abs(len(pieces) - number) != 1 or len(pieces) < _FEW:
        return None
    if any(_ORDINALS.match(piece.quote) for piece in pieces):
        return None
    return count_relation(announced, listed(text, pieces), count=len(pieces), holds=False, certain=False)


def find_titles(text: str) -> Iterator[Relation]:
    """《甲》《乙》《丙》3个文件: titles right before the number of documents."""
    for found in _TITLES.finditer(text):
        titles = [item(text, *title.span()) for title in _TITLE.finditer(text, *found.span("list"))]
        number = small_number(found["number"])
        announced = item(text, *found.span("amount"))
        holds = number == len(titles)
        yield count_relation(announced, listed(text, titles), count=len(titles), holds=holds, certain=False)


def find_ordinals(text: str) -> Iterator[Relation]:
    """分3个组：第一组…；第二组…；第三组…；第四组…: one more than announced, or the list ends one too early."""
    for found in _GROUPS.finditer(text):
        end = text.find("\n", found.end())
        end = end if end >= 0 else len(text)
        items = _numbered(text, found["kind"], found.end(), end)
        number = small_number(found["number"])
        if len(items) < 2 or abs(number - len(items)) > 1:
            continue
        follows = text[found.end() - 1] in "：:"
        if number >= len(items) and not (number == len(items) or (follows and len(items) >= _FEW)):
            continue
        announced = item(text, *found.span("amount"))
        holds = number == len(items)
        yield count_relation(announced, listed(text, items), count=len(items), holds=holds, certain=False)


def _numbered(text: str, kind: str, start: int, end: int) -> list[Term]:
    """第一组, 第二组 and so on, as far as they go on without a gap."""
    items: list[Term] = []
    for ordinal in _ORDINAL:
        place = text.find(f"第{ordinal}{kind}", start, end)
        if place < 0 or (items and place < items[-1].span.start):
            break
        items.append(item(text, place, place + 2 + len(kind)))
    return items
