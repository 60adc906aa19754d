"""Documents that a document names."""

from __future__ import annotations

import pytest

from generator.facts.citations import read_citations
from generator.model.text_document import TextDocument


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "按《水利意见》（中发〔2018〕16号）办",
            [("水利意见", "中发〔2018〕16号", "《水利意见》（中发〔2018〕16号）")],
        ),
        (
            "按《水利意见》(云发〔2018〕20号)办",
            [("水利意见", "云发〔2018〕20号", "《水利意见》(云发〔2018〕20号)")],
        ),
        (
            "按《关于印发〈水利方案〉的通知》办",
            [("关于印发〈水利方案〉的通知", "", "《关于印发〈水利方案〉的通知》")],
        ),
        (
            "按《关于印发《水利方案》的通知》办",
            [("关于印发《水利方案》的通知", "", "《关于印发《水利方案》的通知》")],
        ),
        ("按照省委办﹝2018﹞61号办", [("", "省委办﹝2018﹞61号", "省委办﹝2018﹞61号")]),
        ("《水利\n要点》", [("水利要点", "", "《水利\n要点》")]),
        (
            "依据云发〔2018〕20号文件，即《水利方案》。",
            [("水利方案", "云发〔2018〕20号", "云发〔2018〕20号文件，即《水利方案》")],
        ),
        (
            "依据云发〔2018〕20号文件和《水利方案》。",
            [("", "云发〔2018〕20号", "云发〔2018〕20号"), ("水利方案", "", "《水利方案》")],
        ),
        ("无引用", []),
        ("《》", []),
        ("《没有写完的题目。后文", []),
    ],
)
def test_titles_and_numbers(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = read_citations(TextDocument.from_text(text))
    assert [(c.title, c.document_number, c.quote) for c in found] == expected
    assert all(c.span.of(text) == c.quote for c in found)


def test_a_title_left_open_ends_before_its_number() -> None:
    text = "根据《东山县关于印发〈水利方案（2018年）〉（东发〔2018〕9号）等文件，制定本方案。"
    (found,) = read_citations(TextDocument.from_text(text))
    assert found.title == "东山县关于印发〈水利方案（2018年）〉"
    assert found.document_number == "东发〔2018〕9号"


def test_the_document_s_own_number_is_no_citation() -> None:
    assert read_citations(TextDocument.from_text("东发〔2018〕9号\n关于修路的通知\n")) == ()
