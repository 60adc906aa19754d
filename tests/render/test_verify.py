"""A document that does not say what the policy says is not issued; the difference is named."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import InputError, RenderMismatchError
from generator.model.policy import PolicyDocument
from generator.render.document import render_policy
from generator.render.expected import expected_of_notice
from generator.render.verify import verify
from generator.wordml.reader import read_docx
from scripts.make_templates import all_templates
from scripts.template_package import write_template
from scripts.template_xml import run

PARTS = all_templates()["通知.docx"]
BOLD = run("{{ 字.文 }}", "<w:b/>")

CHANGES = {
    "a heading is not printed": ("{{ 段.文 }}", "", ("一、目标任务",)),
    "a bold passage is not printed": (BOLD, "", ("整合8320.4万元，重点扶持",)),
    "the number is not printed": ("{{ 发文字号 }}", "", ("发文字号", "青脱贫办发〔2017〕8号")),
    "the date is another field": ("{{ 成文日期 }}", "{{ 印发日期 }}", ("成文日期", "2017年3月6日")),
    "two columns hold the same agencies": (
        "{{ 行.牵头单位 }}",
        "{{ 行.责任单位 }}",
        ("第1行", "牵头单位", "县农业局"),
    ),
    "the rows are reversed": ("for 行 in 任务表", "for 行 in 任务表|reverse", ("任务分解表第1行",)),
    "a row is left out": ("for 行 in 任务表", "for 行 in 任务表[1:]", ("任务分解表第1行",)),
    "the prose is reversed": ("for 段 in 正文", "for 段 in 正文|reverse", ("目标任务",)),
    "a figure is altered": (
        BOLD.replace("<w:b/>", ""),
        run("{{ 字.文|replace('4783', '4738') }}"),
        ("“脱贫人口”应为“4783人”", "4738人"),
    ),
    "an agency is altered": (
        '<w:pStyle w:val="AgencyLine"/></w:pPr>' + run("{{ 段.文 }}"),
        '<w:pStyle w:val="AgencyLine"/></w:pPr>' + run("{{ 段.文|replace('县林业局', '县水利局') }}"),
        ("“责任单位”应为“县林业局、各乡镇”", "县水利局"),
    ),
    "the copies are not printed": ("抄送：{{ 抄送 }}。", "", ("抄送", "市扶贫办")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_difference_is_named_and_nothing_is_issued(
    change: str, policy: PolicyDocument, tmp_path: Path
) -> None:
    old, new, said = CHANGES[change]
    assert old in PARTS["word/document.xml"]
    body = PARTS["word/document.xml"].replace(old, new, 1)
    write_template(tmp_path / "模板.docx", {**PARTS, "word/document.xml": body})
    with pytest.raises(RenderMismatchError) as caught:
        render_policy(policy, tmp_path / "模板.docx", tmp_path / "out" / "稿.docx")
    assert not list(tmp_path.glob("out/*"))
    for words in said:
        assert words in str(caught.value)


def test_columns_in_another_order_and_other_headings_are_the_clerks_own_affair(
    policy: PolicyDocument, tmp_path: Path
) -> None:
    body = PARTS["word/document.xml"]
    for old, new in (
        ("{{ 行.任务 }}", "{{ 行.甲 }}"),
        ("{{ 行.完成时限 }}", "{{ 行.任务 }}"),
        ("{{ 行.甲 }}", "{{ 行.完成时限 }}"),
        ('<w:t xml:space="preserve">目标任务<', '<w:t xml:space="preserve">时间节点<'),
        ('<w:t xml:space="preserve">完成时限<', '<w:t xml:space="preserve">重点任务<'),
    ):
        assert old in body
        body = body.replace(old, new, 1)
    write_template(tmp_path / "模板.docx", {**PARTS, "word/document.xml": body})
    render_policy(policy, tmp_path / "模板.docx", tmp_path / "稿.docx")


def test_a_document_of_another_policy_does_not_pass(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    render_policy(policy, notice_template, tmp_path / "稿.docx")
    document = read_docx(tmp_path / "稿.docx")
    verify(document, expected_of_notice(policy), file="稿.docx")
    changed = replace(policy, sections=(*policy.sections, replace(policy.sections[0], title="附加")))
    with pytest.raises(RenderMismatchError, match="四、附加"):
        verify(document, expected_of_notice(changed), file="稿.docx")


def test_a_reference_that_markdown_would_lose_is_noticed(
    with_prose: Callable[[str], PolicyDocument], notice_template: Path, tmp_path: Path
) -> None:
    table = "| 甲 | 乙 |\n|---|---|\n| {{ 脱贫人口 }} | 二 | {{ 培训人次 }} |"
    with pytest.raises(RenderMismatchError, match="培训人次"):
        render_policy(with_prose(table), notice_template, tmp_path / "稿.docx")


def test_an_earlier_file_stays_when_the_new_one_is_refused(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    out = tmp_path / "稿.docx"
    out.write_bytes(b"earlier")
    with pytest.raises(InputError):
        render_policy(replace(policy, title="坏\x0b字"), notice_template, out)
    assert out.read_bytes() == b"earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["稿.docx"]


def test_a_full_disk_leaves_nothing_behind(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as stream:
            stream.write(data[:100])
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(InputError, match="磁盘空间已满"):
        render_policy(policy, notice_template, tmp_path / "out" / "稿.docx")
    assert not list(tmp_path.glob("out/*"))


def test_an_output_place_below_a_file_is_refused(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    (tmp_path / "文件").write_text("占位", encoding="utf-8")
    with pytest.raises(InputError, match="文件夹"):
        render_policy(policy, notice_template, tmp_path / "文件" / "稿.docx")
