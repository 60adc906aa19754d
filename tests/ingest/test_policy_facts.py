"""A policy read as a draft: its figures and assignments stand where the YAML writes them."""

from __future__ import annotations

from pathlib import Path

from generator.ingest.policy_facts import policy_facts
from generator.ingest.policy_yaml import load_policy
from generator.model.facts import DocumentFacts, RelationKind
from tests.ingest.policies import REGISTRY, RIGHT, changed, load


def facts(folder: Path, text: str = RIGHT) -> DocumentFacts:
    policy = load(folder, text)
    return policy_facts(policy, Path(policy.file))


def test_targets_and_shares_are_figures_with_their_keys(tmp_path: Path) -> None:
    read = facts(tmp_path)
    found = [(each.quote, each.indicator, each.year, each.place, each.scope) for each in read.figures]
    assert found == [
        ("6645人", "脱贫人口", "2017", "", ()),
        ("4783人", "产业脱贫人口", "2017", "清原满族自治县", ("建档立卡",)),
        ("162人", "就业脱贫人口", "", "", ()),
        ("1700人", "兜底脱贫人口", "", "", ()),
        ("372户", "危房改造户数", "", "", ()),
        ("420万元", "产业资金", "", "", ()),
        ("3000人", "脱贫人口", "2017", "清原镇", ()),
        ("2645人", "脱贫人口", "2017", "红透山镇", ()),
        ("1000人", "脱贫人口", "2017", "大孤家镇", ()),
    ]
    assert all(each.span.of(read.document.text) == each.quote for each in read.figures)


def test_a_quoted_value_is_found_behind_its_mark(tmp_path: Path) -> None:
    read = facts(tmp_path, changed("1700人", '"1700人"'))
    assert read.figures[3].span.of(read.document.text) == "1700人"


def test_measures_are_assignments(tmp_path: Path) -> None:
    read = facts(tmp_path)
    (assignment,) = read.assignments
    assert (assignment.task, assignment.lead) == ("精准实施产业项目", ("县农发局",))
    assert (assignment.responsible, assignment.supporting) == (("县旅游局", "各乡镇"), ("县财政局",))
    text = read.document.text
    assert [each.span.of(text) for each in assignment.agencies] == [
        "县农发局",
        "县旅游局",
        "各乡镇",
        "县财政局",
    ]
    assert assignment.task_span is not None
    assert assignment.task_span.of(text) == "精准实施产业项目"


def test_sums_and_splits_are_relations_that_hold(tmp_path: Path) -> None:
    read = facts(tmp_path)
    formulas = [relation.formula for relation in read.relations]
    assert formulas == ["4783人+162人+1700人=6645人", "3000人+2645人+1000人=6645人"]
    assert all(relation.holds and relation.kind is RelationKind.SUM for relation in read.relations)
    spans = {figure.span for figure in read.figures}
    assert all(
        {relation.total.span, *(term.span for term in relation.terms)} <= spans for relation in read.relations
    )


def test_the_header_and_the_outline_are_read(tmp_path: Path) -> None:
    read = facts(tmp_path)
    assert read.header.document_number == "清脱贫办发〔2017〕2号"
    assert read.header.document_number_span is not None
    assert read.header.document_number_span.of(read.document.text) == "清脱贫办发〔2017〕2号"
    assert [(each.level, each.title) for each in read.outline] == [
        (1, "目标任务"),
        (1, "主要措施"),
        (2, "精准实施产业项目"),
    ]
    assert all(each.span.of(read.document.text) == each.title for each in read.outline)


def test_windows_newlines_and_a_bom_move_no_span(tmp_path: Path) -> None:
    path = tmp_path / "稿.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode())
    read = policy_facts(load_policy(path, REGISTRY), path)
    assert [each.quote for each in read.figures][:2] == ["6645人", "4783人"]
    assert all(each.span.of(read.document.text) == each.quote for each in read.figures)
