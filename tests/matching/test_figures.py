"""Which figures of a draft a source confirms, contradicts, or asks about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.facts.analyse import analyse
from generator.matching.match import match_facts
from generator.model.agency import AgencyRegistry, Level
from generator.model.text_document import BlockKind, Cell, TextDocument
from tests.matching.statements import source, stated, verdicts

TITLE = "云溪县2019年脱贫攻坚工作要点"
SUMMARY = "云溪县2019年脱贫攻坚工作总结"

TOURISM = "支持乡村旅游，投入资金⟦800万元⟧，覆盖⟦5个⟧乡镇、⟦7个⟧贫困村，带动⟦62户⟧⟦143人⟧脱贫。"


def against(draft: str, given: str, *, draft_title: str = SUMMARY, title: str = TITLE) -> dict[str, str]:
    return verdicts(stated(draft, title=draft_title), source(stated(given, title=title)))


@pytest.mark.parametrize(
    ("draft", "given", "expected"),
    [
        ("全县减贫⟦6321人⟧。", "完成⟦6321人⟧脱贫退出任务。", {"6321人": "same"}),
        ("总投资⟦2.4亿元⟧。", "总投资⟦24000万元⟧。", {"2.4亿元": "same"}),
        (
            "规模约⟦7.33亿元⟧，项目⟦453个⟧。",
            "项目⟦453个⟧，规模⟦73263万元⟧。",
            {"7.33亿元": "same", "453个": "same"},
        ),
        ("建成光伏电站⟦112座⟧。", "建设光伏发电站⟦112个⟧。", {"112座": "same"}),
        ("住房改造⟦279户⟧。", "危房改造⟦279人⟧。", {}),
    ],
)
def test_same_key_and_same_value_is_confirmed(draft: str, given: str, expected: dict[str, str]) -> None:
    found = against(draft, given)
    assert {quote: said for quote, said in found.items() if said == "same"} == expected


@pytest.mark.parametrize(
    ("draft", "wrong", "right"),
    [
        (
            "乡村旅游。⟦5个⟧乡镇、⟦7个⟧贫困村受益，共带动⟦62户⟧⟦143人⟧，投入资金⟦8000万元⟧。",
            "8000万元",
            "800万元",
        ),
        ("旅游扶贫带动⟦62户⟧⟦134人⟧脱贫，涉及⟦5个⟧乡镇、⟦7个⟧贫困村。", "134人", "143人"),
        ("发展乡村旅游，投入资金⟦800万元⟧，覆盖⟦5个⟧乡镇、⟦9个⟧贫困村，带动⟦62户⟧脱贫。", "9个", "7个"),
    ],
)
def test_the_one_member_that_differs_in_a_statement_is_the_contradiction(
    draft: str, wrong: str, right: str
) -> None:
    found = against(draft, TOURISM)
    assert found[wrong] == f"contradicts {right}"
    assert set(found.values()) == {"same", f"contradicts {right}"}


def test_a_unit_mistaken_for_another_is_held_against_the_figure_with_that_number() -> None:
    given = "茶叶项目⟦4个⟧，带动脱贫⟦819户⟧⟦1930人⟧；蔬菜项目⟦6个⟧，带动脱贫⟦129户⟧⟦300人⟧。"
    found = against("茶叶项目⟦4个⟧，带动脱贫⟦1930户⟧；蔬菜项目⟦6个⟧，带动脱贫⟦300人⟧。", given)
    assert found["1930户"] == "contradicts 1930人"
    assert found["300人"] == "same"


def test_values_exchanged_between_two_indicators_are_contradictions() -> None:
    given = "以甲公司为龙头，建设油茶基地⟦6000亩⟧，带动⟦1000人⟧；以乙公司为龙头，建设花卉苗木基地⟦5100亩⟧，带动⟦2000人⟧。"
    found = against("花卉苗木基地⟦6000亩⟧，油茶基地⟦5100亩⟧，分别带动⟦2000人⟧、⟦1000人⟧。", given)
    assert found["6000亩"] == "contradicts 5100亩"
    assert found["5100亩"] == "contradicts 6000亩"
    assert found["2000人"] == found["1000人"] == "same"


@pytest.mark.parametrize(
    ("title", "draft", "given"),
    [
        pytest.param(
            "云溪县2019年脱贫攻坚工作总结",
            "实际投入产业资金⟦820万元⟧，完成计划的⟦103%⟧。",
            "投入产业资金⟦800万元⟧。",
            id="a result beside the aim",
        ),
        pytest.param(SUMMARY, "产业带动⟦9600人⟧。", "产业带动⟦9500人以上⟧。", id="within an open interval"),
        pytest.param(
            SUMMARY,
            "乡村旅游覆盖⟦5个⟧乡镇、⟦7个⟧贫困村，带动⟦62户⟧⟦143人⟧，户均⟦2.31人⟧。",
            TOURISM,
            id="derived",
        ),
        pytest.param(
            "青石县2019年脱贫攻坚工作要点",
            "乡村旅游，投入资金⟦900万元⟧，覆盖⟦5个⟧乡镇、⟦7个⟧贫困村，带动⟦62户⟧脱贫。",
            TOURISM,
            id="another county",
        ),
        pytest.param(
            "云溪县2018年脱贫攻坚工作要点",
            "乡村旅游，投入资金⟦900万元⟧，覆盖⟦5个⟧乡镇、⟦7个⟧贫困村，带动⟦62户⟧脱贫。",
            TOURISM,
            id="another year",
        ),
        pytest.param(
            SUMMARY,
            "第三批水利项目⟦6件⟧。",
            "第一批水利项目⟦30件⟧，第二批水利项目⟦5件⟧。",
            id="another batch",
        ),
        pytest.param(SUMMARY, "新修村道⟦42公里⟧。", TOURISM, id="another indicator"),
        pytest.param(SUMMARY, "建档立卡贫困户改造危房⟦279户⟧。", "改造危房⟦372户⟧。", id="another scope"),
        pytest.param(
            SUMMARY,
            "改善⟦8所⟧学校条件，其中中学⟦3所⟧、小学⟦4所⟧、教学点⟦1所⟧。",
            "改善中学、小学和教学点等⟦8所⟧学校条件。",
            id="parts of a figure that is confirmed",
        ),
    ],
)
def test_what_may_be_true_beside_the_source_is_no_contradiction(title: str, draft: str, given: str) -> None:
    found = against(draft, given, draft_title=title)
    assert not [said for said in found.values() if said.startswith("contradicts")]


def test_a_rare_figure_under_another_year_contradicts_its_year() -> None:
    given = "完成2020年⟦10327人⟧搬迁任务（其中建档立卡人口⟦4132人⟧）。"
    draft = stated("2019年搬迁任务为⟦10327人⟧，其中建档立卡人口⟦4132人⟧。", title=SUMMARY)
    (moved, registered) = match_facts(draft, [source(stated(given, title=TITLE))], AgencyRegistry()).figures
    assert moved.verdict.value == "contradicts"
    assert moved.difference == "年度不同：本文为2019年，来源为2020年"
    assert registered.verdict.value == "same"


def test_one_source_that_confirms_outweighs_another_that_contradicts() -> None:
    draft = stated("发展乡村旅游，投入资金⟦800万元⟧，覆盖⟦5个⟧乡镇、⟦7个⟧贫困村。", title=SUMMARY)
    older = source(stated(TOURISM.replace("800", "750"), title=TITLE), name="旧", level=Level.CITY)
    assert verdicts(draft, older, source(stated(TOURISM, title=TITLE)))["800万元"] == "same"


def test_the_superior_speaks_before_the_county() -> None:
    draft = stated(
        "发展乡村旅游，投入资金⟦900万元⟧，覆盖⟦5个⟧乡镇、⟦7个⟧贫困村，带动⟦62户⟧脱贫。", title=SUMMARY
    )
    county = source(stated(TOURISM, title=TITLE), name="县", level=Level.COUNTY, place="云溪县")
    city = source(
        stated(TOURISM.replace("800", "850"), title=TITLE), name="市", level=Level.CITY, place="云溪县"
    )
    assert verdicts(draft, county, city)["900万元"] == "contradicts 850万元"


def test_a_document_agrees_with_itself() -> None:
    facts = stated(TOURISM, title=TITLE)
    assert set(verdicts(facts, source(facts)).values()) == {"same"}


def test_a_slip_of_the_hand_needs_less_likeness_of_words() -> None:
    given = "投入⟦1169万元⟧，资助学生⟦4110人次⟧；安排⟦3197万元⟧改善中小学等⟦8所⟧农村学校基础设施。"
    found = against("⟦8所⟧农村学校改造资金⟦3179万元⟧要用好，资助⟦4110人次⟧的名单要核实。", given)
    assert found["3179万元"] == "contradicts 3197万元"


@pytest.mark.parametrize(
    "draft",
    [
        "截至6月底，乡村旅游已投入资金⟦310万元⟧，带动⟦20户⟧⟦51人⟧。",
        "上半年覆盖⟦2个⟧乡镇、⟦3个⟧贫困村发展乡村旅游。",
    ],
)
def test_progress_half_way_does_not_contradict_the_aim(draft: str) -> None:
    found = against(draft, TOURISM, draft_title="云溪县2019年脱贫攻坚半年推进会讲话")
    assert not [said for said in found.values() if said.startswith("contradicts")]


def test_a_progress_figure_beside_its_aim_leaves_the_aim_to_its_own_figure() -> None:
    given = "支持本土能人创业，技能培训⟦300人以上⟧，就业创业⟦530人以上⟧。"
    found = against("培训⟦96人⟧，全年任务⟦300人以上⟧。", given)
    assert "96人" not in found or not found["96人"].startswith("contradicts")


def test_rows_of_a_table_are_statements() -> None:
    given = "移民扶贫项目资金⟦227万元⟧，亮化⟦10个⟧村；以工代赈项目资金⟦228万元⟧，修⟦3个⟧村公路。"
    draft = "移民扶贫\t⟦228万元⟧\t亮化⟦10个⟧村\n以工代赈\t⟦227万元⟧\t修⟦3个⟧村公路\n"
    found = against(draft, given)
    assert found["228万元"] == "contradicts 227万元"
    assert found["227万元"] == "contradicts 228万元"


def test_the_cells_of_a_row_are_one_statement() -> None:
    given = "移民扶贫项目资金⟦227万元⟧，亮化⟦10个⟧村；以工代赈项目资金⟦228万元⟧，修⟦3个⟧村公路。"
    facts = stated("移民扶贫\n⟦228万元⟧\n亮化⟦10个⟧村\n以工代赈\n⟦227万元⟧\n修⟦3个⟧村公路", title=SUMMARY)
    blocks = tuple(
        replace(block, kind=BlockKind.CELL, cell=Cell(table=0, row=number // 3, column=number % 3))
        for number, block in enumerate(facts.document.blocks)
    )
    table = replace(facts, document=replace(facts.document, blocks=blocks))
    found = verdicts(table, source(stated(given, title=TITLE)))
    assert found["228万元"] == "contradicts 227万元"
    assert found["227万元"] == "contradicts 228万元"


def contradicted(draft: str, given: str) -> dict[str, str]:
    """What the source contradicts, by the draft's figure."""
    found = against(draft, given, draft_title=TITLE)
    return {
        quote: said.removeprefix("contradicts ")
        for quote, said in found.items()
        if said.startswith("contradicts")
    }


@pytest.mark.parametrize(
    ("draft", "given", "expected"),
    [
        pytest.param(
            "花椒种⟦5100亩⟧、带动⟦1000人⟧，核桃⟦6400亩⟧、带动⟦2000人⟧，茶园改造⟦2100亩⟧。",
            "建设花椒基地⟦5100亩⟧，辐射带动贫困人口⟦2000人⟧；建设核桃基地⟦6400亩⟧，辐射带动贫困人口⟦1000人⟧；改造茶园⟦2100亩⟧。",
            {"1000人": "2000人", "2000人": "1000人"},
            id="exchanged between two crops, each between its own neighbours",
        ),
        pytest.param(
            "今年要让余下的⟦7981名⟧贫困群众脱贫。",
            "确保剩余贫困人口⟦7918人⟧全面脱贫。",
            {"7981名": "7918人"},
            id="two digits of a long number, few words",
        ),
        pytest.param(
            "光伏电站要惠及⟦1300户⟧⟦2900户⟧。",
            "推进光伏扶贫，带动贫困户⟦1300户⟧⟦2900人⟧。",
            {"2900户": "2900人"},
            id="households for persons beside the same neighbour",
        ),
        pytest.param(
            "人均住房面积按⟦35平方米⟧控制。",
            "严格执行搬迁户人均⟦25平方米⟧的建房面积标准。",
            {"35平方米": "25平方米"},
            id="the only area of the source",
        ),
        pytest.param(
            "创业担保贷款安排⟦200亿元⟧。",
            "安排⟦200万元⟧创业担保贷款支持就业脱贫。",
            {"200亿元": "200万元"},
            id="亿 for 万 under the same words",
        ),
        pytest.param(
            "自来水普及率达到⟦80%⟧，集中供水率达到⟦85%⟧。",
            "农村自来水普及率达到⟦80%⟧；农村饮用水集中供水率达到⟦90%⟧，其中⟦85%⟧以上为规模供水。",
            {"85%": "90%"},
            id="the value of another share",
        ),
        pytest.param(
            "个人住院自付比例压到⟦20%⟧以内。",
            "医疗费用有保障，贫困人口个人住院自付比例控制在⟦10%⟧以内，问题得到解决。",
            {"20%": "10%"},
            id="a long name with another value",
        ),
    ],
)
def test_reworded_slips_are_found(draft: str, given: str, expected: dict[str, str]) -> None:
    assert contradicted(draft, given) == expected


@pytest.mark.parametrize(
    ("draft", "given"),
    [
        pytest.param(
            "硬化路⟦100条⟧，另有直过民族⟦22条⟧。",
            "建设⟦100条⟧⟦326.2公里⟧通村硬化路和⟦22条⟧⟦99.3公里⟧直过民族自然村通村硬化路。",
            id="the words of the source stand behind",
        ),
        pytest.param(
            "基础设施⟦9个⟧项目逐项安排。", "用于⟦13个⟧基础设施项目建设。", id="small counts of two lists"
        ),
        pytest.param(
            "发生率由⟦6.4%⟧下降⟦5.6个百分点⟧。", "发生率从⟦6.4%⟧降至⟦0.8%⟧。", id="by how much and to what"
        ),
        pytest.param(
            "全县还有贫困人口⟦7981人⟧，其中低保⟦7918人⟧。", "其中低保⟦7918人⟧。", id="both figures are told"
        ),
    ],
)
def test_reworded_truth_is_left_alone(draft: str, given: str) -> None:
    assert contradicted(draft, given) == {}


ROW = "以⟦3个⟧贫困乡、⟦32个⟧贫困村巩固提升为重点。"


def test_a_row_kept_but_for_one_figure_is_the_same_row() -> None:
    found = against("⟦3个⟧贫困乡、⟦23个⟧贫困村都达到了退出条件。", ROW)
    assert found["23个"] == "contradicts 32个"


def test_what_each_pays_is_not_what_all_pay() -> None:
    given = "筹资⟦73.29万元⟧，为⟦14658人⟧购买每人⟦50元⟧的补充保险；筹资⟦167万元⟧，实施医疗救助项目。"
    draft = "补充保险⟦73.29万元⟧，按每人⟦50元⟧为⟦14658人⟧投保，医疗救助⟦167万元⟧。"
    assert "contradicts" not in " ".join(against(draft, given).values())


def test_a_rate_for_each_is_held_against_the_rate_for_each() -> None:
    given = "筹资⟦73.29万元⟧，为贫困人口购买每人⟦50元⟧的商业补充保险。"
    assert against("为贫困人口购买商业补充保险，每人⟦60元⟧。", given)["60元"] == "contradicts 50元"


def test_money_that_has_come_in_makes_no_progress_of_the_count_behind() -> None:
    given = "投入水利资金⟦1020万元⟧，实施贫困村农饮工程巩固提升⟦7处⟧。"
    draft = "水利资金⟦1020万元⟧到位，⟦9处⟧农饮巩固提升工程开工⟦5处⟧。"
    found = against(draft, given)
    assert found["9处"] == "contradicts 7处"
    assert "5处" not in found


def test_a_limit_belongs_to_the_year_before_it_and_not_to_the_sentence_s_first() -> None:
    given = "2018年，全县贫困发生率降到⟦2%⟧；到2020年，住房安全有保障；贫困村农民收入年均递增⟦14%以上⟧。"
    draft = "到2020年，贫困村农民收入年均递增⟦14%以上⟧。"
    ours, theirs = stated(draft, title=SUMMARY, year="2020"), stated(given, title=TITLE, year="2020")
    assert verdicts(ours, source(theirs))["14%"] == "same"


def test_a_result_held_against_the_aim_by_the_draft_itself() -> None:
    given = "东河县2019年工作要点\n全年整合资金8320.4万元，安排农业产业项目12个，新型农业经营主体培育20个，1566户3633人靠产业脱贫。"
    draft = (
        "东河县2019年上半年工作总结\n产业整合资金8320.4万元的12个项目已开工9个，其余3个在办手续；支付资金3744.18万元，支付率45%。"
        "新型农业经营主体培育13个，距全年20个的任务还差7个。"
    )
    ours, theirs = (analyse(TextDocument.from_text(text), AgencyRegistry()) for text in (draft, given))
    assert verdicts(ours, source(theirs)).get("13个") is None
