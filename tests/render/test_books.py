"""One responsibility book per party: its own shares, and no red head."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import pytest

from generator.errors import InputError
from generator.model.policy import PolicyDocument, Prose
from generator.render.books import render_book


def words(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs if paragraph.text]


def test_the_book_reads_from_title_to_signing_page(
    policy: PolicyDocument, book_template: Path, tmp_path: Path
) -> None:
    render_book(policy, "东河镇", book_template, tmp_path / "书.docx")
    found = words(tmp_path / "书.docx")
    assert found == [
        "青川县2017年脱贫攻坚目标责任书",
        "甲方：青川县人民政府",
        "乙方：东河镇人民政府",
        "为把全年任务落到实处，甲乙双方约定，东河镇全年脱贫1204人（全县4783人）。",
        "一、责任目标",
        "二、工作要求",
        "——每月报送一次进度。",
        "——帮扶台账一户一册。",
        "三、考核奖惩",
        "年底由甲方组织考核，结果在全县通报。",
        "四、附则",
        "本责任书的责任期限为2017年1月1日至2017年12月31日。",
        "本责任书一式两份，甲乙双方各执一份，自双方签字盖章之日起生效。",
    ]
    targets, signing = docx.Document(str(tmp_path / "书.docx")).tables
    assert [[cell.text for cell in row.cells] for row in targets.rows] == [
        ["序号", "责任目标", "目标值"],
        ["1", "脱贫人口", "1204人"],
        ["2", "危房改造户数", "200户"],
    ]
    assert [cell.text for cell in signing.rows[1].cells] == ["青川县人民政府", "东河镇人民政府"]


def test_the_shares_of_all_books_add_up_to_the_county(
    policy: PolicyDocument, book_template: Path, tmp_path: Path
) -> None:
    total = Decimal(0)
    for party in policy.parties():
        render_book(policy, party, book_template, tmp_path / f"{party}.docx")
        table = docx.Document(str(tmp_path / f"{party}.docx")).tables[0]
        total += Decimal(table.rows[1].cells[2].text.removesuffix("人"))
    assert total == Decimal(4783)


def test_everything_up_to_the_signatures_keeps_to_one_page(
    policy: PolicyDocument, book_template: Path, tmp_path: Path
) -> None:
    render_book(policy, "东河镇", book_template, tmp_path / "书.docx")
    document = docx.Document(str(tmp_path / "书.docx"))
    signing = [p for row in document.tables[-1].rows for cell in row.cells for p in cell.paragraphs]
    last_words = [p for p in document.paragraphs if p.text][-2:]
    for paragraph in (*last_words, *signing):
        own = paragraph.paragraph_format.keep_with_next
        assert own or paragraph.style.paragraph_format.keep_with_next


def test_a_share_that_the_party_does_not_have_is_refused(
    policy: PolicyDocument, book_template: Path, tmp_path: Path
) -> None:
    assert policy.book is not None
    preface = Prose(markdown="改造{{ 本级.危房改造户数 }}。", origin=policy.book.origin)
    changed = replace(policy, book=replace(policy.book, preface=preface))
    render_book(changed, "南沟乡", book_template, tmp_path / "有.docx")
    with pytest.raises(InputError, match=r"本级\.危房改造户数"):
        render_book(changed, "西岭镇", book_template, tmp_path / "没有.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["有.docx"]


def test_an_unknown_party_is_refused_with_those_that_there_are(
    policy: PolicyDocument, book_template: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"没有“东湖镇”.*东河镇"):
        render_book(policy, "东湖镇", book_template, tmp_path / "书.docx")


def test_a_policy_without_a_book_is_refused(
    policy: PolicyDocument, book_template: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="责任书"):
        render_book(replace(policy, book=None), "东河镇", book_template, tmp_path / "书.docx")


def test_a_section_may_name_the_party_in_its_title(
    policy: PolicyDocument, book_template: Path, tmp_path: Path
) -> None:
    assert policy.book is not None
    section = replace(policy.book.sections[0], title="{{ 乡镇 }}的任务")
    changed = replace(policy, book=replace(policy.book, sections=(section,)))
    render_book(changed, "东河镇", book_template, tmp_path / "书.docx")
    assert "二、东河镇的任务" in words(tmp_path / "书.docx")


def test_the_same_party_gives_the_same_bytes(
    policy: PolicyDocument, book_template: Path, tmp_path: Path
) -> None:
    for name in ("甲.docx", "乙.docx"):
        render_book(policy, "东河镇", book_template, tmp_path / name)
    assert (tmp_path / "甲.docx").read_bytes() == (tmp_path / "乙.docx").read_bytes()
