"""Articles that a draft cites by number (《条例》第四十七条), against what stands in the source under that number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.matching.bonds import Bond
from generator.matching.citation_titles import bare_title
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.verdicts import WordMatch
from generator.matching.wording import Weights, pairs
from generator.model.place import Span
from generator.patterns import compiled
from generator.text.numerals import parse_chinese

_NUMERAL = r"[一二三四五六七八九十百零〇]{1,6}"
_ARTICLE = compiled(rf"(?:(?<=\n)|^)[ 　\t]*(?P<mark>第(?P<number>{_NUMERAL})条)(?=[ 　\t])")
_ITEM = compiled(rf"(?:(?<=\n)|^)[ 　\t]*(?P<mark>[（(](?P<number>{_NUMERAL})[）)])")
_CITED = compiled(
    rf"(?<![至到、和及\n 　\t])(?P<mark>第(?P<number>{_NUMERAL})条)(?P<clause>第[一二三四五六七八九十]{{1,3}}[款项])*(?!第|[、和及至到—-])"
)
_RULES = compiled(r"(?:规定|要求|明确|提出|指出)?[，,:：]?")
_SENTENCE = compiled(r"[。；;\n]")
_BRACKET = compiled(r"[（(][^（()）]{0,20}$")
_LONGEST = 90
_LEAST_PAIRS = 8
_TOLD, _NOT_TOLD, _APART = 0.35, 0.4, 0.2
_MANY_ITEMS = 11  # items that run on through the chapters are numbered as articles are


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    number: int
    mark: Span
    words: frozenset[str]


def match_articles(draft: Reading, view: SourceView) -> Iterator[WordMatch]:
    """Numbers under which the source says nothing of what the draft lays to them, while another of its articles does."""
    if view.bond not in (Bond.CLOSE, Bond.ABOVE):
        return
    articles = {article.number: article for article in _articles(view.reading)}
    if not articles or not _is_cited(draft, view.reading):
        return
    weights = Weights()
    weights.learn(article.words for article in articles.values())
    text, source = draft.facts.document.text, view.reading.facts.document.text
    for found in _CITED.finditer(text):
        cited = articles.get(int(parse_chinese(found["number"]) or 0))
        claim = pairs(_claim(text, found.start(), found.end()))
        if cited is None or len(claim) < _LEAST_PAIRS:
            continue
        best = max(articles.values(), key=lambda article: _covered(claim, article, weights))
        most, least = _covered(claim, best, weights), _covered(claim, cited, weights)
        if most >= _TOLD and least <= most * _NOT_TOLD and most - least >= _APART:
            yield WordMatch(
                span=Span(*found.span("mark")),
                quote=found["mark"],
                source=view.source,
                counterpart=best.mark,
                counterpart_quote=best.mark.of(source),
            )


def _is_cited(draft: Reading, source: Reading) -> bool:
    """Whether the draft names the paper, by its title or by a part of it (《条例》)."""
    title = bare_title(source.facts.header.title or "")
    names = {bare_title(citation.title) for citation in draft.facts.citations} - {""}
    return bool(title) and any(name in title or title in name for name in names)


def _covered(claim: frozenset[str], article: _Article, weights: Weights) -> float:
    """How much of the claim's words stand in the article, by weight; 0 to 1."""
    whole = weights.sum(claim)
    return weights.sum(claim & article.words) / whole if whole else 0.0


def _claim(text: str, start: int, end: int) -> str:
    """What is laid to the article: the sentence behind its number, or that before the bracket in which it stands."""
    if opened := _BRACKET.search(text, max(0, start - _LONGEST), start):
        return _SENTENCE.split(text[max(0, opened.start() - _LONGEST) : opened.start()])[-1]
    behind = _RULES.match(text, end)
    begin = behind.end() if behind else end
    return _SENTENCE.split(text[begin : begin + _LONGEST])[0]


def _articles(reading: Reading) -> Iterator[_Article]:
    """The articles of a regulation, or the items of a paper that run on through its chapters."""
    document = reading.facts.document
    end = document.blocks[-1].span.end if document.blocks else len(document.text)
    found = list(_ARTICLE.finditer(document.text, document.begin, end))
    if not found:
        found = list(_ITEM.finditer(document.text, document.begin, end))
        numbers = [each["number"] for each in found]
        if len(found) < _MANY_ITEMS or len(set(numbers)) < len(numbers):
            return
    for each, following in zip(found, [*found[1:], None], strict=True):
        last = following.start() if following else end
        yield _Article(
            number=int(parse_chinese(each["number"]) or 0),
            mark=Span(*each.span("mark")),
            words=pairs(document.text[each.end() : last]),
        )
