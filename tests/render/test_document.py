"""The notice says what the policy says, read back with python-docx and not with our own reader."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
from docx.document import Document

from generator.model.policy import PolicyDocument
from generator.render.document import render_policy


def rendered(policy: PolicyDocument, template: Path, folder: Path) -> Document:
    render_policy(policy, template, folder / "稿.docx")
    return docx.Document(str(folder / "稿.docx"))


def lines(document: Document) -> list[str]:
    return [paragraph.text.replace("\n", "") for paragraph in document.paragraphs if paragraph.text]


def test_the_notice_reads_in_the_order_of_the_standard(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    found = lines(rendered(policy, notice_template, tmp_path))
    assert found[:4] == [
        "青川县脱贫攻坚领导小组办公室文件",
        "青脱贫办发〔2017〕8号",
        "关于印发《青川县2017年脱贫攻坚工作要点》的通知",
        "各乡镇党委、人民政府，领导小组各成员单位：",
    ]
    assert found[5:9] == [
        "附件：青川县2017年脱贫攻坚工作要点任务分解表",
        "青川县脱贫攻坚领导小组办公室",
        "2017年3月6日",
        "青川县2017年脱贫攻坚工作要点",
    ]
    assert "经县政府同意，现将《青川县2017年脱贫攻坚工作要点》印发给你们" in found[4]


def test_sections_measures_and_agencies_are_numbered_and_in_order(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    found = lines(rendered(policy, notice_template, tmp_path))
    start = found.index("一、目标任务")
    assert found[start:] == [
        "一、目标任务",
        "全年完成4783人脱贫，改造危房372户，办好三件事：",
        "1.培训600人次。",
        "2.筹资8320.4万元。",
        "二、主要措施",
        "各单位按分工推进。",
        "（一）抓好产业项目",
        "整合8320.4万元，重点扶持种养大户，再带动一批小农户。",
        "（牵头单位：县农业局；责任单位：县林业局、各乡镇；配合单位：县妇联）",
        "（二）抓好危房改造",
        "改造372户。",
        "（牵头单位：县住建局、县扶贫办）",
        "三、保障机制",
        "按季调度。",
        "附件",
        "青川县2017年脱贫攻坚工作要点任务分解表",
        "各乡镇目标任务分解表",
    ]


def test_the_annex_holds_measures_by_agency_and_shares_by_township(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    tables = rendered(policy, notice_template, tmp_path).tables
    in_prose, tasks, shares, imprint = ([[c.text for c in row.cells] for row in t.rows] for t in tables)
    assert in_prose == [["项目", "数量"], ["培训", "600人次"]]
    assert tasks == [
        ["序号", "目标任务", "牵头单位", "责任单位", "配合单位", "完成时限"],
        ["1", "抓好产业项目", "县农业局", "县林业局、各乡镇", "县妇联", "2017年11月底"],
        ["2", "抓好危房改造", "县住建局、县扶贫办", "", "", ""],
    ]
    assert shares == [
        ["乡镇", "脱贫人口", "危房改造户数"],
        ["东河镇", "1204人", "200户"],
        ["西岭镇", "998人", ""],
        ["南沟乡", "866人", "172户"],
        ["北山乡", "1715人", ""],
        ["合计", "4783人", "372户"],
    ]
    assert imprint == [
        ["抄送：市扶贫办，县委办公室，县政府办公室。"] * 2,
        ["青川县扶贫办综合股", "2017年3月8日印发"],
    ]


def test_the_same_policy_gives_the_same_bytes(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    for name in ("甲.docx", "乙.docx"):
        render_policy(policy, notice_template, tmp_path / name)
    assert (tmp_path / "甲.docx").read_bytes() == (tmp_path / "乙.docx").read_bytes()


def test_what_a_policy_does_not_have_leaves_no_label_behind(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    header = replace(
        policy.header, recipients=(), copies_to=(), approved_by="", print_agency="", print_date=None
    )
    bare = replace(policy, header=header, sections=policy.sections[:1], decompositions=(), book=None)
    document = rendered(bare, notice_template, tmp_path)
    found = lines(document)
    assert not document.tables
    assert not [line for line in found if "附件" in line or "抄送" in line or line in ("：", "经，")]
    assert any(line.startswith("现将《青川县2017年脱贫攻坚工作要点》") for line in found)


def test_a_title_in_a_title_takes_the_inner_brackets(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    inner = replace(policy, title="贯彻落实《市级任务书》工作方案")
    found = lines(rendered(inner, notice_template, tmp_path))
    assert "关于印发《贯彻落实〈市级任务书〉工作方案》的通知" in found
    assert "贯彻落实《市级任务书》工作方案" in found


def test_emphasis_is_bold_and_nothing_else_is(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    document = rendered(policy, notice_template, tmp_path)
    (paragraph,) = (each for each in document.paragraphs if "重点扶持" in each.text)
    runs = [(run.text, bool(run.bold)) for run in paragraph.runs]
    assert runs == [("整合8320.4万元，", False), ("重点扶持种养大户", True), ("，再带动一批小农户。", False)]


def test_the_styles_have_the_names_that_clerks_know(
    policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    document = rendered(policy, notice_template, tmp_path)
    styles = {paragraph.text.replace("\n", ""): paragraph.style.name for paragraph in document.paragraphs}
    assert styles["青脱贫办发〔2017〕8号"] == "发文字号"
    assert styles["一、目标任务"] == "一级标题"
    assert styles["（一）抓好产业项目"] == "二级标题"
    assert styles["青川县脱贫攻坚领导小组办公室"] == "署名"
    assert styles["2017年3月6日"] == "成文日期"
