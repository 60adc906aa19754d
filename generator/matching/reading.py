"""A document made ready for comparison: its figures with the words and the figures around each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from generator.matching.home import home_place
from generator.matching.periods import Years, document_years, years_in
from generator.matching.wording import pairs
from generator.model.facts import DocumentFacts, Figure
from generator.model.place import Span
from generator.model.text_document import TextDocument
from generator.patterns import compiled

Key = tuple[Decimal, str]

_SENTENCE_END = compiled(r"[。！？\n]|(?<=[；;])(?=[一二三四五六七八九]{1,2}是)")
_STATEMENT_END = compiled(r"[；;]|[一二三四五六七八九]{1,2}是")
_CLAUSE = compiled(r"[，,；;：:。！？（(）)]")
_WITHIN = compiled(r"[、]")
_RIGHT_END = compiled(r"[，,、；;：:。！？（(）)\n\t]")
_FARTHEST_LEFT = 24
_FARTHEST_RIGHT = 14
_VERBATIM = 16
_BEFORE = 60
_UNIFIED = str.maketrans("，；：（）％﹝﹞．", ",;:()%〔〕.", " \t\u3000\n")
_HEADING = 24
_ROW_REACH = 6
_HEADING_MARK = compiled(r"[一二三四五六七八九十]+、")
_LAST_YEAR = compiled("去年|上年|上一年|过去一年|一年来")
_RELATIVE = compiled(r"(?P<this>今年|本年度?)|去年(?![末底同])")
_NUMBERED = compiled(r"[〔\[【（(](?P<year>20\d\d)[〕\]】）)]第?\d{1,3}[号期]")
_OPENING = 120
_LED_BY_YEAR = compiled(r"[\s　]*(?:[（(][一二三四五六七八九十]+[）)])?到(?P<year>20\d\d)年(?:底|末)?[，,]")
_ANY_YEAR = compiled(r"20\d\d年|今年|去年|上年|目前")
_DATED_CLAUSE = compiled(
    r"(?:[，,；;：:。]|^)(?:截至|截止|到|至)?(?:(?P<year>20\d\d)年(?:底|末|末期)?|今年(?:年?底|内)?(?:以?前)?)[，,][^，,；;。：:]{0,24}$"
)
_ITEM_NUMBER = compiled(
    r"^\s*(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．](?!\d))\s*"
)
_OPENED = compiled(r"[（(](?=(?:即|包括|含|其中)[^）)]*$)")
_PEOPLE = compiled(r"(?:以上|左右)?的?[\u4e00-\u9fff]{0,8}?(?:人口|群众|劳动力|学生|对象|老人|儿童)")
_INCOME = compiled(
    r"(?:收入|工资|低保标准)(?:未|没有|均|都|已|应|要|须|能|不)*(?:达到|达不到|低于|高于|超过|到)$"
)
_NAME_REACH = 14
_OF_WHOM = ("中", "里", "内有")
_ADJACENT = compiled(r"[、，,（(]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A figure in its surroundings. All sets are pairs of characters of the text without its figures.

    ``index`` counts the mentions of a document, ``sentence`` its sentences. ``phrase`` are the words right around the
    figure, ``indicator`` those of its key, ``words`` both together; ``statement`` is the part of the sentence between
    semicolons, ``context`` the same with the heading above. ``left`` and ``right`` are the nearest characters, for texts
    that agree word by word. ``joined``: it follows the figure before without words between them (52户120人).
    ``lead_in`` are the words right before it, ``before`` the sentence up to it, ``opening`` its first clause (到2020年，…),
    ``wording`` the words around it,
    ``years`` the years named there.
    """

    figure: Figure
    index: int
    sentence: int
    phrase: frozenset[str]
    indicator: frozenset[str]
    words: frozenset[str]
    statement: frozenset[str]
    context: frozenset[str]
    left: str
    right: str
    joined: bool
    lead_in: str
    before: str
    opening: str
    wording: str
    years: Years
    key: Key = field(init=False, repr=False, compare=False)  # asked for so often that it is kept

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", (self.figure.value, self.figure.unit))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The mentions of one document in text order, its sentences, and what it speaks for."""

    facts: DocumentFacts
    mentions: tuple[Mention, ...]
    sentences: tuple[Span, ...]
    home: str
    years: Years
    keys: frozenset[Key]

    @property
    def keyed(self) -> bool:
        """Whether the document gives names and not sentences: a fact sheet, a policy."""
        return self.facts.document.file_format == "yaml"

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds ``offset``; the whole text where there is none."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[max(index, 0)] if self.sentences else Span(0, len(self.facts.document.text))

    def neighbour(self, mention: Mention, step: int) -> Mention | None:
        """The next mention (``step`` 1) or the one before (-1), if it stands in the same sentence."""
        index = mention.index + step
        if not 0 <= index < len(self.mentions):
            return None
        other = self.mentions[index]
        return other if other.sentence == mention.sentence else None

    def next_of_unit(self, mention: Mention, step: int) -> Mention | None:
        """The nearest mention of the same unit behind (``step`` 1) or before (-1), a few mentions away at most."""
        for index in range(mention.index + step, mention.index + step * (_ROW_REACH + 1), step):
            if not 0 <= index < len(self.mentions):
                return None
            if self.mentions[index].figure.unit == mention.figure.unit:
                return self.mentions[index]
        return None

    def keys_within(self, start: int, end: int) -> frozenset[Key]:
        """The figures that begin in ``[start, end)``."""
        return frozenset(m.key for m in self.mentions if start <= m.figure.span.start < end)

    def nearest(self, mention: Mention, reach: int) -> tuple[Mention, ...]:
        """The mentions within ``reach`` of ``mention`` in whatever sentence, with itself."""
        return self.mentions[max(mention.index - reach, 0) : mention.index + reach + 1]

    def around(self, mention: Mention, reach: int) -> list[Mention]:
        """The mentions of the same sentence within ``reach`` of ``mention``, without itself."""
        return [
            other
            for other in self.nearest(mention, reach)
            if other.sentence == mention.sentence and other.index != mention.index
        ]


def read_for_matching(facts: DocumentFacts, *, home: str | None = None) -> Reading:
    """Cuts ``facts`` into sentences and looks around each figure. ``home``: the place it speaks for, if known."""
    text = facts.document.text
    sentences = tuple(_sentences(facts.document))
    sections = _Sections(facts)
    starts = [sentence.start for sentence in sentences]
    mentions: list[Mention] = []
    for index, figure in enumerate(facts.figures):
        number = max(bisect_right(starts, figure.span.start) - 1, 0)
        sentence = sentences[number] if sentences else Span(0, len(text))
        mentions.append(_mention(facts, index, number, sentence, mentions, sections))
    return Reading(
        facts=facts,
        mentions=tuple(mentions),
        sentences=sentences,
        home=home_place(facts) if home is None else home,
        years=document_years(facts),
        keys=frozenset(mention.key for mention in mentions),
    )


class _Sections:
    """The years that headings give to what stands under them: 一、去年的账."""

    def __init__(self, facts: DocumentFacts) -> None:
        own = document_years(facts)
        self.own = _own_year(facts)
        self._starts: list[int] = []
        self._years: list[Years] = []
        for block in facts.document.blocks:
            line = block.span.of(facts.document.text).strip()
            if block.cell is None and len(line) <= _HEADING and (found := _HEADING_MARK.match(line)):
                self._starts.append(block.span.start)
                self._years.append(_looked_back(line[found.end() :], own))

    def years_at(self, offset: int) -> Years:
        """The years of the section around ``offset``; none where its heading tells none."""
        index = bisect_right(self._starts, offset) - 1
        return self._years[index] if index >= 0 else frozenset()


def _own_year(facts: DocumentFacts) -> int:
    """The year in which a paper speaks: of its issue, of its title, of its number; 0 where it tells none."""
    header, begin = facts.header, facts.document.begin
    if header.issue_date:
        return header.issue_date.year
    titled = years_in(header.title or "")
    numbered = _NUMBERED.search(facts.document.text, begin, begin + _OPENING)
    return next(iter(titled)) if len(titled) == 1 else int(numbered["year"]) if numbered else 0


def _told_from_today(words: str, own: int) -> Years:
    """Of 今年27个贫困村 the year in which the paper was issued, of 去年 the one before."""
    found = list(_RELATIVE.finditer(words)) if own else []
    return frozenset({own if found[-1]["this"] else own - 1}) if found else frozenset()


def _looked_back(heading: str, own: Years) -> Years:
    if named := years_in(heading):
        return named
    return frozenset({min(own) - 1}) if own and _LAST_YEAR.search(heading) else frozenset()


def _sentences(document: TextDocument) -> Iterator[Span]:
    """The sentences of running text; a row of a table is one."""
    text, start = document.text, 0
    for row in _rows(document):
        yield from _split(text, start, row.start)
        yield row
        start = row.end
    yield from _split(text, start, len(text))


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _SENTENCE_END.finditer(text, start, end):
        if found.end() > start:
            yield Span(start, found.end())
        start = found.end()
    if start < end:
        yield Span(start, end)


def _rows(document: TextDocument) -> Iterator[Span]:
    """The spans of the rows of all tables, in order."""
    cells = (block for block in document.blocks if block.cell)
    for _, row in groupby(cells, key=lambda block: block.cell and (block.cell.table, block.cell.row)):
        spans = [block.span for block in row]
        yield Span(spans[0].start, spans[-1].end)


def _mention(
    facts: DocumentFacts,
    index: int,
    number: int,
    sentence: Span,
    before: Sequence[Mention],
    sections: _Sections,
) -> Mention:
    text, figures = facts.document.text, facts.figures
    figure = _with_what_it_counts(text, figures[index])
    previous = before[-1] if before and before[-1].sentence == number else None
    following = figures[index + 1] if index + 1 < len(figures) else None
    gap = text[previous.figure.span.end : figure.span.start] if previous else None
    joined = gap is not None and _ADJACENT.fullmatch(gap) is not None
    left = _left(text, figure, sentence, previous)
    right = _right(text, figure, sentence, following)
    phrase = pairs(f"{left} {right}")
    if joined and previous and len(pairs(left)) == 0:
        phrase |= previous.phrase
    indicator = pairs(f"{figure.indicator} {figure.noun}")
    statement = _statement(facts, figure, sentence)
    return Mention(
        figure=figure,
        index=index,
        sentence=number,
        phrase=phrase,
        indicator=indicator,
        words=phrase | indicator,
        statement=statement,
        context=statement | pairs(figure.task),
        left=text[max(figure.span.start - 2 * _VERBATIM, 0) : figure.span.start].translate(_UNIFIED)[
            -_VERBATIM:
        ],
        right=text[figure.span.end : figure.span.end + 2 * _VERBATIM].translate(_UNIFIED)[:_VERBATIM],
        joined=joined,
        lead_in=left,
        before=text[max(sentence.start, figure.span.start - _BEFORE) : figure.span.start],
        opening=_CLAUSE.split(
            _ITEM_NUMBER.sub("", text[sentence.start : min(sentence.end, sentence.start + _FARTHEST_LEFT)])
        )[0],
        wording=f"{left}|{right}",
        years=years_in(left)
        or (previous.years if joined and previous else frozenset())
        or _years_behind(right, figure, following)
        or _years_before_bracket(text, figure, sentence)
        or _told_from_today(left, sections.own)
        or _years_of_the_clause_before(text, figure, sentence, sections.own)
        or _years_of_the_paragraph(facts.document, figure)
        or sections.years_at(figure.span.start),
    )


def _years_behind(right: str, figure: Figure, following: Figure | None) -> Years:
    """Years behind the figure: not those that lead over to the next (7247人和2017年脱贫的6645人)."""
    leads_over = following is not None and figure.span.end + len(right) >= following.span.start
    return frozenset() if leads_over else years_in(right)


def _with_what_it_counts(text: str, figure: Figure) -> Figure:
    """576万贫困人口 has no measure word and yet counts people, as 576万人 does; 人均纯收入未达到3247 forgot its 元."""
    if figure.unit:
        return figure
    if _INCOME.search(text, max(0, figure.span.start - _NAME_REACH), figure.span.start):
        return replace(figure, quantity=replace(figure.quantity, unit="元"))
    if _PEOPLE.match(text, figure.span.end):
        return replace(figure, quantity=replace(figure.quantity, unit="人"))
    return figure


def _years_before_bracket(text: str, figure: Figure, sentence: Span) -> Years:
    """Of 2016年脱贫成果（即27个村、2979户） the year, which what stands in the bracket spells out."""
    start = max(sentence.start, figure.span.start - _BEFORE)
    opened = _OPENED.search(text, start, figure.span.start)
    return years_in(_CLAUSE.split(text[start : opened.start()])[-1]) if opened else frozenset()


def _years_of_the_clause_before(text: str, figure: Figure, sentence: Span, own: int) -> Years:
    """Of 2018年底，全县符合标准的2553户 the year, which stands in a clause of its own."""
    found = _DATED_CLAUSE.search(text, max(sentence.start, figure.span.start - _BEFORE), figure.span.start)
    year = int(found["year"] or own) if found else 0
    return frozenset({year}) if year else frozenset()


def _years_of_the_paragraph(document: TextDocument, figure: Figure) -> Years:
    """到2025年，…。…达到55%。 The year with which a paragraph begins holds until it names another."""
    block = document.block_at(figure.span.start)
    found = _LED_BY_YEAR.match(document.text, block.span.start, block.span.end) if block else None
    if found is None or _ANY_YEAR.search(document.text, found.end(), figure.span.start):
        return frozenset()
    return frozenset({int(found["year"])})


def _left(text: str, figure: Figure, sentence: Span, previous: Mention | None) -> str:
    """The words of the clause before ``figure``, from the figure before on."""
    start = max(sentence.start, figure.span.start - _FARTHEST_LEFT)
    while start > sentence.start and text[start - 1].isascii() and text[start - 1].isdigit():
        start -= 1  # half a year would be read as another
    if previous:
        start = max(start, previous.figure.span.end)
    words = text[start : figure.span.start].replace("\n", " ")  # cells of a row stand on lines of their own
    clause = _CLAUSE.split(words)[-1]
    return _WITHIN.split(clause)[-1] if previous and start == previous.figure.span.end else clause


def _right(text: str, figure: Figure, sentence: Span, following: Figure | None) -> str:
    """The words after ``figure`` to the end of the clause or the next figure."""
    end = min(sentence.end, figure.span.end + _FARTHEST_RIGHT)
    if following:
        end = max(min(end, following.span.start), figure.span.end)
    words = _RIGHT_END.split(text[figure.span.end : end], maxsplit=1)[0]
    return "" if words.startswith(_OF_WHOM) else words  # 279户中C级19户: what follows names the next figure


def _statement(facts: DocumentFacts, figure: Figure, sentence: Span) -> frozenset[str]:
    """The pairs of the statement that holds ``figure``: the part of its sentence between semicolons."""
    text = facts.document.text
    low, high = max(sentence.start, figure.span.start - 80), min(sentence.end, figure.span.end + 60)
    before = _STATEMENT_END.split(text[low : figure.span.start])[-1]
    after = _STATEMENT_END.split(text[figure.span.end : high], maxsplit=1)[0]
    return pairs(before) | pairs(after)
