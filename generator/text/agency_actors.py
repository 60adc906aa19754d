"""Who may be charged with a task in running text: agencies, and offices held by persons."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agencies import AgencyList, NamedAgency, is_agency_name, split_agency_list

_PERSONS = compiled(
    r".{0,16}(?:第一书记|书记|负责人|负责同志|领导|领导班子|领导干部|组长|队长|指挥长|工作队员|帮扶干部|驻村干部|村干部|联络员)"
)
_LEVELS = compiled(
    r"(?:各|全)?(?:中央|国家|省|自治区|市|县|区|乡|村|州|镇|办事处|社区)(?:[、和]?(?:市|县|区|乡|镇|村))?(?:级|直)?"
    r"(?:[（(〈](?:省|市|县|区|乡|镇|村|街道|、|州|旗|自治区|直辖市)+[）)〉])?(?:财政|部门)?"
    r"|各(?:级|地|地区|有关方面|县市区|市州|省区市|区县|市地)|(?:乡|县|市|省)[（(].{1,8}[）)](?:党委|财政|政府)?|(?:[省市县区]级)财政"
)
# Words that start a predicate or an adverbial, never a name.
_NO_START = compiled(
    r"[（(〔【]|和(?![平政田县顺])|及|的|了|我|对|将|把|在|为|从|向|以|被|使|让|按|给|与|及|其|凡|如|若|据|经(?![济信贸])|受|并|或|这|那|该|是|有|除|当|所(?!有|属)|"
    r"加强|推进|开展|实施|完善|建立|落实|确保|提高|支持|鼓励|引导|通过|组织(?!部)|坚持|加快|帮助|深化|做好|强化|动员|发挥|围绕|"
    r"指导|促进|推动|明确|形成|打造|安排|整合|发展(?!和?改革)|建设(?!银行|[局厅部])|解决|根据|依托|优先|充分|积极|不断|进一步|切实|严格|保障|增加|扩大|"
    r"负责|牵头|配合|参与|成为|作为|需要|必须|包括|具有|达到|实现|完成|选派|派出|纳入|评选|培育|培养|规范|执行|创新|深入|"
    r"贫困人口|贫困户|农户|群众|目标|任务|工作(?!组|队|专班)|问题|项目(?!办)|资金|措施"
)
_INSIDE = compiled(
    r"[的了把被使让着过在由\d]|政府组织|或者|[，。；：]|(?<![针面绝结])对(?!口|外|象|台)|向(?!阳)|《|》"
)
_GENERIC = frozenset(
    {
        "政府",
        "部门",
        "单位",
        "机构",
        "机关",
        "责任单位",
        "牵头单位",
        "配合单位",
        "有关单位",
        "社区",
        "企业",
        "学校",
        "医院",
    }
)
_AND = compiled(r"[和及与]")
_SHORT_ITEM = compiled(r"[一-鿿]{2,8}")
_PREFIXED = compiled(r"(?P<prefix>[省市县区乡]级|[省市县区]直?|各级|国家)(?P<rest>[一-鿿]{2,6})")
_DEPARTMENTS = compiled(r"等?(?:有关|相关|职能|行业)?(?:部门|单位)$")


PARTIES = frozenset({"甲方", "乙方"})  # of a responsibility book


def is_actor(name: str) -> bool:
    """Whether ``name`` may be charged with a task: an agency, a level (乡镇, 县级), an office (驻村第一书记)."""
    if len(name) > 26 or name in _GENERIC or _NO_START.match(name) or _INSIDE.search(name):
        return False
    return bool(
        name in PARTIES or _LEVELS.fullmatch(name) or _PERSONS.fullmatch(name) or is_agency_name(name)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorList:
    """Actors in order; the last ``partners`` of them stand behind 会同. ``open_ended``: the list ends in 等."""

    agencies: tuple[NamedAgency, ...] = ()
    open_ended: bool = False
    partners: int = 0


def read_actors(text: str, offset: int = 0) -> ActorList:
    """The actors that ``text`` lists and nothing else; empty where any item is none.

    教育、卫生等部门 lists departments by their field: 县级扶贫、民政等部门 are 县级扶贫部门 and 县级民政部门.
    """
    together = text.find("会同", 2)
    if together > 0:
        first, others = (
            read_actors(text[:together], offset),
            read_actors(text[together + 2 :], offset + together + 2),
        )
        if not first.agencies or not others.agencies:
            return ActorList()
        return ActorList(
            agencies=first.agencies + others.agencies,
            open_ended=others.open_ended,
            partners=len(others.agencies),
        )
    listed = split_agency_list(text, offset)
    agencies = tuple(part for agency in listed.agencies for part in _divided(agency))
    if all(is_actor(agency.name) for agency in agencies):
        return ActorList(agencies=agencies, open_ended=listed.open_ended)
    if len(listed.agencies) > 1 and _DEPARTMENTS.search(text) and all(map(_is_field, listed.agencies)):
        return ActorList(agencies=_departments(listed), open_ended=listed.open_ended)
    return ActorList()


def _divided(agency: NamedAgency) -> tuple[NamedAgency, ...]:
    """主要领导和分管领导 are two, 党委和政府 one."""
    for match in _AND.finditer(agency.name):
        left, right = agency.name[: match.start()], agency.name[match.end() :]
        if len(agency.span) == len(agency.name) and is_actor(left) and is_actor(right) and right != "政府":
            middle = agency.span.start + match.start()
            return (
                NamedAgency(name=left, span=Span(agency.span.start, middle)),
                NamedAgency(name=right, span=Span(middle + 1, agency.span.end)),
            )
    return (agency,)


def _is_field(agency: NamedAgency) -> bool:
    name = agency.name
    return (is_actor(name) and name not in _GENERIC) or (
        name not in _GENERIC and _SHORT_ITEM.fullmatch(name) is not None and not _NO_START.match(name)
    )


def _departments(listed: AgencyList) -> tuple[NamedAgency, ...]:
    prefixed = _PREFIXED.fullmatch(listed.agencies[0].name)
    if prefixed is None or is_agency_name(listed.agencies[0].name):
        return listed.agencies
    prefix = prefixed["prefix"]
    return tuple(
        NamedAgency(name=_department(agency.name.removeprefix(prefix), prefix), span=agency.span)
        for agency in listed.agencies
    )


def _department(field: str, prefix: str) -> str:
    return f"{prefix}{field}" if is_agency_name(field) else f"{prefix}{field}部门"


def is_collective(name: str) -> bool:
    """Whether ``name`` stands for many (各乡镇, 成员单位, 乡镇党委), so that none of them leads."""
    return _COLLECTIVE.search(name) is not None


_COLLECTIVE = compiled(
    r"^(?:各|全|所有|有关|相关|每|乡|村|镇|地方|县级以上|县直|[两三四五六七八九十]|农村|驻村(?!第一书记)|结对)|"
    r"、|成员单位|级?党委和?政府|级(?:政府|人民政府|部门)|各部门|(?:有关|相关)(?:部门|单位)|班子领导|企业|村委会|社会组织|群团|团体|等|干部$|级以上|[省市县]各|医院|学校|合作社|协会|机构$"
)
