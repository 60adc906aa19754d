"""Whatever a clerk writes comes out as she wrote it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from generator.errors import InputError
from generator.model.policy import PolicyDocument
from generator.render.document import render_policy

AWKWARD = (
    "增长<6%且A&B",
    "<w:p/></w:t>",
    "{{ 脱贫人口 }}",
    "{_{名}_}",
    "{_% if %_}",
    "{% for x in y %}",
    "{# 注 #}",
    "&lt;镇&gt;",
    "“引号”‘单引号’",
    "反斜杠\\n",
)


@pytest.mark.parametrize("words", AWKWARD)
def test_signs_of_xml_and_of_templates_come_out_verbatim_in_plain_fields(
    words: str, policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    section = replace(policy.sections[0], title=words)
    header = replace(policy.header, issuer=words, recipients=(words,))
    render_policy(replace(policy, header=header, sections=(section,)), notice_template, tmp_path / "稿.docx")
    found = [paragraph.text for paragraph in docx.Document(str(tmp_path / "稿.docx")).paragraphs]
    assert f"{words}：" in found
    assert f"一、{words}" in found
    assert words in found


@pytest.mark.parametrize(
    "words",
    [words for words in AWKWARD if "{{" not in words]
    + [
        "4*5*6*",
        "_甲_乙_",
        "`代码`",
        "[2017]2号",
        "![图](a.png)",
        "<select>项",
        "http://a.cn <b@c.cn>",
        "甲|乙",
        "1.5倍",
    ],
)
def test_signs_of_markdown_and_html_come_out_verbatim_in_prose(
    words: str, with_prose: Callable[[str], PolicyDocument], notice_template: Path, tmp_path: Path
) -> None:
    render_policy(with_prose(f"先写{words}再写字。"), notice_template, tmp_path / "稿.docx")
    found = [paragraph.text for paragraph in docx.Document(str(tmp_path / "稿.docx")).paragraphs]
    assert f"先写{words}再写字。" in found


def test_a_control_character_is_refused_with_the_words_around_it(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    header = replace(policy.header, issuer="青川县\x0b办公室")
    with pytest.raises(InputError, match=r"青川县□办公室.*控制字符"):
        render_policy(replace(policy, header=header), notice_template, tmp_path / "out" / "稿.docx")
    assert not (tmp_path / "out").exists()
