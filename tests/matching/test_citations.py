"""Document numbers of a draft against the corpus."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.matching.match import match_facts
from generator.model.agency import AgencyRegistry
from generator.model.facts import Citation, DocumentFacts, HeaderFacts
from generator.model.place import Span
from generator.model.text_document import TextDocument
from tests.matching.statements import source, stated

TITLE = "云溪县2019年脱贫攻坚工作要点"


def citing(text: str, title: str, number: str) -> DocumentFacts:
    quote = f"《{title}》（{number}）" if title else number
    start = text.index(quote)
    citation = Citation(
        span=Span(start, start + len(quote)), quote=quote, title=title, document_number=number
    )
    return DocumentFacts(document=TextDocument.from_text(text), header=HeaderFacts(), citations=(citation,))


def numbered(title: str, number: str) -> DocumentFacts:
    facts = stated(f"{number}\n{title}\n")
    span = Span(0, len(number))
    return replace(facts, header=HeaderFacts(title=title, document_number=number, document_number_span=span))


def found(draft: DocumentFacts, given: DocumentFacts) -> list[tuple[str, str]]:
    matches = match_facts(draft, [source(given)], AgencyRegistry()).citations
    return [(match.verdict.value, match.difference) for match in matches]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("云脱贫办发〔2019〕2号", ("same", "")),
        ("云脱贫办发[2019]2号", ("same", "")),
        ("云脱贫办发〔2019〕12号", ("contradicts", "发文字号的序号不同")),
        ("云脱贫办发〔2018〕2号", ("contradicts", "发文字号的年份不同")),
        ("云政办发〔2019〕2号", ("contradicts", "发文字号的机关代字不同")),
        ("云政办发〔2018〕31号", ("nearby", "发文字号的机关代字、年份、序号不同")),
    ],
)
def test_the_number_of_a_cited_title(number: str, expected: tuple[str, str]) -> None:
    draft = citing(f"根据《{TITLE}》（{number}），制定本责任书。", TITLE, number)
    assert found(draft, numbered(TITLE, "云脱贫办发〔2019〕2号")) == [expected]


def test_the_title_of_the_notice_is_the_title_of_what_it_issues() -> None:
    draft = citing(f"根据《{TITLE}》（云脱贫办发〔2019〕3号），", TITLE, "云脱贫办发〔2019〕3号")
    given = numbered(f"关于印发《{TITLE}》的通知", "云脱贫办发〔2019〕2号")
    assert found(draft, given) == [("contradicts", "发文字号的序号不同")]


def test_another_title_says_nothing() -> None:
    draft = citing(
        "根据《云溪县2019年财政资金管理办法》（云财发〔2019〕3号），",
        "云溪县2019年财政资金管理办法",
        "云财发〔2019〕3号",
    )
    assert found(draft, numbered(TITLE, "云脱贫办发〔2019〕2号")) == []


def test_a_title_that_many_papers_bear_says_nothing() -> None:
    draft = citing("按照《通知》（云财发〔2019〕3号），", "通知", "云财发〔2019〕3号")
    assert found(draft, numbered("通知", "云财发〔2019〕8号")) == []


def test_a_number_without_a_title_is_known_by_the_words_around() -> None:
    text = "按照省委办公厅印发的{}文件要求，结合本县实际，制定本方案。"
    draft = citing(text.format("云办发〔2018〕66号"), "", "云办发〔2018〕66号")
    given = citing(text.format("云办发〔2018〕61号"), "", "云办发〔2018〕61号")
    assert found(draft, given) == [("contradicts", "发文字号的序号不同")]
    elsewhere = citing("会议传达了云办发〔2018〕66号精神。", "", "云办发〔2018〕66号")
    assert found(elsewhere, given) == []
