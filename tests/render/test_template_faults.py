"""A clerk's template with a fault in it: refused with the place and what to write, nothing printed wrongly."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.model.policy import PolicyDocument
from generator.render.document import render_policy
from scripts.make_templates import all_templates
from scripts.template_package import write_template

PARTS = all_templates()["通知.docx"]


def changed(folder: Path, old: str, new: str, part: str = "word/document.xml") -> Path:
    """The shipped template with one passage changed, as an unlucky edit in Word would leave it."""
    assert old in PARTS[part]
    path = folder / "改过的模板.docx"
    write_template(path, {**PARTS, part: PARTS[part].replace(old, new, 1)})
    return path


FAULTS = {
    "name with a wrong character": ("{{ 发文字号 }}", "{{ 发文宇号 }}", ("发文宇号", "发文字号", "第2段")),
    "unknown name in a condition": ("{%p if 附件名称 %}", "{%p if 附件名 %}", ("附件名", "附件名称")),
    "unknown name in a row": ("{{ 行.任务 }}", "{{ 行.任务名 }}", ("任务名", "任务", "第2个表格")),
    "unknown list": ("{%tr for 行 in 任务表 %}", "{%tr for 行 in 任务表格 %}", ("任务表格", "任务表")),
    "loop without an end": ("{%tr endfor %}", "", ("缺 endfor",)),
    "condition without an end": ("{%p endif %}", "", ("没有结尾",)),
    "end without a beginning": ("{%p if 主送机关 %}", "", ("endif 没有与之配对的开头",)),
    "brace missing": ("{{ 发文字号 }}", "{{ 发文字号 }", ()),
    "blank in a name": ("{{ 发文字号 }}", "{{ 发文 字号 }}", ("发文 字号",)),
    "unknown statement": ("{%p if 主送机关 %}", "{%p 如果 主送机关 %}", ("如果",)),
    "list printed whole": ("{{ 发文字号 }}", "{{ 正文 }}", ("一组内容", "正文")),
    "table data printed whole": ("{{ 发文字号 }}", "{{ 分解表 }}", ("一组内容",)),
    "sum with a word": ("{{ 发文字号 }}", "{{ 发文字号 + 1 }}", ("发文字号 + 1",)),
    "inside of Python": ("{{ 发文字号 }}", "{{ 发文字号.__class__.__mro__ }}", ()),
    "call of a method with side effects": ("{{ 发文字号 }}", "{{ 正文.clear() }}", ()),
    "unknown filter": ("{{ 发文字号 }}", "{{ 发文字号|大写 }}", ()),
    "include of a file": ("{{ 发文字号 }}", "{% include '/etc/passwd' %}", ()),
    "row loop begun inside a paragraph": (
        "{%tr for 行 in 任务表 %}",
        "{% for 行 in 任务表 %}",
        ("{%tr … %}",),
    ),
    "paragraph loop closed inside a table": ("{%p endfor %}", "", ()),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_place_and_remedy(fault: str, policy: PolicyDocument, tmp_path: Path) -> None:
    old, new, said = FAULTS[fault]
    template = changed(tmp_path, old, new)
    with pytest.raises(InputError) as caught:
        render_policy(policy, template, tmp_path / "out" / "稿.docx")
    message = str(caught.value)
    assert not list(tmp_path.glob("out/*"))
    assert caught.value.problems[0].remedy
    for words in said:
        assert words in message
    for inside in ("Error", "undefined", "jinja", "dict object", "Traceback"):
        assert inside not in message


def test_a_tag_that_word_split_over_runs_is_healed(policy: PolicyDocument, tmp_path: Path) -> None:
    split = '{{ 发文</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:rPr><w:b/></w:rPr><w:t>字号 }}'
    template = changed(tmp_path, "{{ 发文字号 }}", split)
    render_policy(policy, template, tmp_path / "稿.docx")
    with zipfile.ZipFile(tmp_path / "稿.docx") as archive:
        assert "青脱贫办发〔2017〕8号" in archive.read("word/document.xml").decode()


def test_curly_quotes_that_word_put_into_a_tag_are_healed(policy: PolicyDocument, tmp_path: Path) -> None:
    template = changed(tmp_path, "{%p if 主送机关 %}", "{%p if 文种 == “通知” %}")
    render_policy(policy, template, tmp_path / "稿.docx")


def test_changed_wording_around_the_tags_is_the_clerks_own_affair(
    policy: PolicyDocument, tmp_path: Path
) -> None:
    template = changed(tmp_path, "请结合实际认真贯彻执行", "请遵照执行并于每月底报送进展")
    render_policy(policy, template, tmp_path / "稿.docx")


def test_a_missing_template_is_named_beside_those_that_there_are(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"意见\.docx：找不到模板；.*通知\.docx"):
        render_policy(policy, notice_template.with_name("意见.docx"), tmp_path / "稿.docx")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "空的"), ("纯文本".encode(), "不是 Word"), (b"PK\x03\x04" + bytes(99), "损坏")],
)
def test_a_template_that_is_no_docx_is_refused(
    content: bytes, said: str, policy: PolicyDocument, tmp_path: Path
) -> None:
    template = tmp_path / "假.docx"
    template.write_bytes(content)
    with pytest.raises(InputError, match=said):
        render_policy(policy, template, tmp_path / "out" / "稿.docx")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels", "word/styles.xml"])
def test_a_template_without_one_of_its_parts_is_refused_or_works(
    part: str, policy: PolicyDocument, tmp_path: Path
) -> None:
    template = tmp_path / "缺件.docx"
    write_template(template, {name: content for name, content in PARTS.items() if name != part})
    with pytest.raises(InputError, match=r"缺件\.docx"):
        render_policy(policy, template, tmp_path / "out" / "稿.docx")


def test_a_template_of_another_kind_of_file_is_refused(policy: PolicyDocument, tmp_path: Path) -> None:
    template = changed(tmp_path, "document.main+xml", "template.main+xml", part="[Content_Types].xml")
    with pytest.raises(InputError, match="另存为"):
        render_policy(policy, template, tmp_path / "out" / "稿.docx")
