"""How the parts of a document are worded: heading numbers, agency brackets, dates, titles in titles."""

from __future__ import annotations

from datetime import date

from generator.model.agency import Role
from generator.model.policy import DocumentHeader, Measure, PolicyDocument
from generator.wordml.counting import chinese_count

ROLE_LABELS = {Role.LEAD: "牵头单位", Role.RESPONSIBLE: "责任单位", Role.SUPPORTING: "配合单位"}
_INNER_TITLE = str.maketrans("《》", "〈〉")
_TOWNSHIP_ENDINGS = ("乡", "镇", "街道", "办事处")


def first_level(number: int, title: str) -> str:
    """一、目标任务 (GB/T 9704-2012, 7.3.3)."""
    return f"{chinese_count(number)}、{title}"


def second_level(number: int, title: str) -> str:
    """（一）精准实施产业项目."""
    return f"（{chinese_count(number)}）{title}"


def agency_line(measure: Measure) -> str:
    """（牵头单位：A；责任单位：B、C；配合单位：D）, without the roles that nobody has; empty without agencies."""
    parts = [
        f"{label}：{'、'.join(names)}"
        for role, label in ROLE_LABELS.items()
        if (names := measure.named(role))
    ]
    return f"（{'；'.join(parts)}）" if parts else ""


def written_date(day: date | None) -> str:
    """2017年2月14日: Arabic, month and day without zeros (7.3.5.4); empty for None."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def title_in_title(title: str) -> str:
    """A title to stand between 《》: those inside it become 〈〉 (GB/T 15834-2011, 4.15.3.5)."""
    return title.translate(_INNER_TITLE)


def notice_title(policy: PolicyDocument) -> str:
    """关于印发《…》的通知."""
    return f"关于印发《{title_in_title(policy.title)}》的{policy.header.document_type}"


def masthead(header: DocumentHeader) -> str:
    """发文机关标志: as given, else the issuer's name with 文件 (7.2.4)."""
    return header.masthead or f"{header.issuer}文件"


def print_agency(header: DocumentHeader) -> str:
    """印发机关: as given; a notice with 抄送 but without one is printed by its issuer."""
    return header.print_agency or (header.issuer if header.copies_to else "")


def annex_name(policy: PolicyDocument) -> str:
    """The annex's title; empty when there is nothing to put into one."""
    filled = any(policy.measures()) or policy.decompositions
    return f"{policy.title}任务分解表" if filled else ""


def party_label(parties: tuple[str, ...]) -> str:
    """乡镇 when every party is one, else 单位."""
    return "乡镇" if all(party.endswith(_TOWNSHIP_ENDINGS) for party in parties) else "单位"
