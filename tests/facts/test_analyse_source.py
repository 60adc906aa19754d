"""What is read of a source is what is read of a draft, but for what only a draft answers for: whether its figures agree."""

from __future__ import annotations

from dataclasses import replace

from generator.facts.analyse import analyse, analyse_source
from generator.model.agency import AgencyRegistry
from generator.model.text_document import TextDocument

TEXT = (
    "关于2018年饮水安全工程的通知\n全年投入资金100万元，其中省级60万元、县级30万元。\n牵头单位：县水利局。\n"
)


def test_a_source_is_read_as_a_draft_is() -> None:
    document, registry = TextDocument.from_text(TEXT), AgencyRegistry()
    draft, source = analyse(document, registry), analyse_source(document, registry)
    assert [figure.quote for figure in source.figures] == ["100万元", "60万元", "30万元"]
    assert [assignment.lead for assignment in source.assignments] == [("县水利局",)]
    assert source == replace(draft, relations=())


def test_only_a_draft_is_asked_whether_its_figures_agree() -> None:
    document, registry = TextDocument.from_text(TEXT), AgencyRegistry()
    assert [relation.holds for relation in analyse(document, registry).relations] == [False]  # 60 + 30 is 90
    assert analyse_source(document, registry).relations == ()
