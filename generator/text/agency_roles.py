"""The words that give agencies their role, before a colon (牵头单位：) or behind a list (…负责)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.agency import Role
from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agencies import NamedAgency, is_agency_name, split_agency_list


def _loose(pattern: str) -> re.Pattern[str]:
    """``pattern`` with a space allowed between its characters: conversion from PDF leaves them inside words."""
    return compiled(compiled(r"(?<=[一-鿿])(?=[一-鿿])").sub(r"[\\s　]?", pattern))


_LEADING = r"牵头|主要责任|首要责任|首位责任|第一责任|主责|主办|主管|总负责|领衔|(?:对口|归口)(?:责任|负责|管理)?(?=部门|单位|机关|科室)"
_HELPING = r"配合|协同|协作|协助|协办|参与|参加|其他责任|支持|共同参与|会办"
_OWNING = r"责任|负责|承办|落实|实施|执行|承担|包保"
_HEAD = r"单位|部门|机关|主体|乡镇|科室|机构|方"
# 责任人, 牵头领导 name persons, 完成时限 a date: labels that end a list of agencies and start none.
_LABEL = _loose(
    rf"(?:(?P<lead>(?:{_LEADING})(?:、|和|及|与)?(?:责任|负责|实施|落实)?(?:{_HEAD})?)"
    rf"|(?P<supporting>(?:{_HELPING})(?:、|和|及|与)?(?:责任|落实|实施|参与|配合)?(?:{_HEAD})?)"
    rf"|(?P<responsible>(?:{_OWNING})(?:、|和|及|与)?(?:配合|实施|落实|牵头)?(?:{_HEAD})?)"
    r"|(?P<other>[一-鿿]{1,6}(?:领导|人|时限|时间|期限|进度|目标|要求|措施|科长|局长)))"
    r"[\s　]{0,2}(?:[：:]|(?:为|是)(?=[\s　]?[一-鿿]{2}))[\s　]*"
)
_START_LABEL = compiled(
    rf"(?:(?:{_LEADING}|{_HELPING}|{_OWNING})(?:、|和|及|与)?(?:责任|负责)?(?:{_HEAD}))[\s　]+(?=[一-鿿])"
)

_HOW = (
    r"(?:共同|分别|具体|主要|统一|联合|直接|各自|协同|积极|全力|密切|依法|等|依|按照?各?自?(?:职责|职能|分工)?(?:分工|职责|要求|范围)?|"
    r"根据(?:职责|职能)(?:分工)?|(?:职责)?分工)*"
)
_DO = r"(?:组织|推进|落实|实施|抓好|推动|工作|完成|配合|协助|参与)*"
_BEHIND_LEAD = r"牵头(?:负责|抓总|组织|总)?|负总责|总负责|主办|主抓|主责"
_BEHIND_SUPPORTING = r"参与|参加|配合|协办|协助|协同|协作|支持|予以配合"
_BEHIND_RESPONSIBLE = r"负责|承办|落实|组织实施|承担|实施"
_BEHIND = _loose(
    rf"(?P<how>{_HOW})(?:(?P<lead>{_BEHIND_LEAD})|(?P<responsible>{_BEHIND_RESPONSIBLE})"
    rf"|(?P<supporting>{_BEHIND_SUPPORTING})){_DO}[。.]?[\s　]*$"
)
# 商 only between names: 财政部商发展改革委, never the 商 of 商务部.
_TOGETHER = compiled(
    r"(?<=.)会[\s　]?同(?=.)|(?<=[部委局办行])商(?![务业贸会工联标])|(?<=[部委局办行])联合(?![会社])"
)
# 列第一位的为牵头单位，下同 in its many wordings.
FIRST_LEADS = _loose(
    r"(?:列|排|居|排名|排列|列在|排在|排序)?(?:在)?(?:第一位?|首位|第一个|首个|最前)(?:的|者)*(?:部门|单位|责任单位)?(?:均|即|皆)?(?:为|是)(?:牵头|主要责任|首要责任)[\s　]*(?:部[\s　]*门|单[\s　]*位|责任单位)?"
    r"|(?:列|排|居|排名|排列|排序)(?:在|于)?(?:第一位?|首位|第一个|首个|最前)(?:的|者)*(?:部门|单位|责任单位)?(?:负责)?牵头"
)
SAME_BELOW = compiled(r"(?:以)?下[\s　]*同")
_CLAUSE = compiled(r"[，,；;。]")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyInRole:
    """An agency with the role that the words around it give it."""

    agency: NamedAgency
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleReading:
    """Who does what by one bracket or line. ``first_leads``: it says that the first-named leads; ``same_below``: and
    that this holds from here on. ``explicit_lead``: its own words name a lead."""

    agencies: tuple[AgencyInRole, ...] = ()
    open_ended: bool = False
    first_leads: bool = False
    same_below: bool = False

    @property
    def explicit_lead(self) -> bool:
        return any(item.role is Role.LEAD for item in self.agencies)


def read_labelled(text: str, offset: int = 0) -> RoleReading | None:
    """``牵头单位：甲；责任单位：乙、丙``; None where ``text`` has no label of a role. Spans count from ``offset``."""
    labels = list(_LABEL.finditer(text))
    if all(label["other"] for label in labels):
        return _read_spaced(text, offset)
    agencies: list[AgencyInRole] = []
    open_ended = False
    for index, label in enumerate(labels):
        role = _role_of(label)
        end = labels[index + 1].start() if index + 1 < len(labels) else len(text)
        end = _without_note(text, label.end(), end)
        if role is not None:
            listed, more = _under_label(text, label.end(), end, role, offset)
            agencies += listed
            open_ended = open_ended or more
    return _reading(text, agencies, open_ended)


def _under_label(text: str, start: int, end: int, role: Role, offset: int) -> tuple[list[AgencyInRole], bool]:
    """The agencies behind one label; a clause that ends in a role of its own (…，各乡镇配合) has that role."""
    agencies: list[AgencyInRole] = []
    open_ended = False
    for first, last in _clauses(text[start:end]):
        behind = _BEHIND.search(text, start + first, start + last)
        stop = behind.start() if behind else start + last
        listed = split_agency_list(text[start + first : stop], offset + start + first)
        own = (_role_of(behind) if behind else None) or role
        agencies += [AgencyInRole(agency=agency, role=own) for agency in listed.agencies]
        open_ended = open_ended or listed.open_ended or _says_more(behind)
    return agencies, open_ended


def _says_more(behind: re.Match[str] | None) -> bool:
    """甲、乙等共同负责."""
    return behind is not None and "等" in behind["how"]


def read_behind(text: str, offset: int = 0) -> RoleReading | None:
    """``甲、乙负责，丙参与``: clauses that end in what their agencies do. A clause without such words belongs to the
    next that has them. None where no words give a role or where what stands before them names no agency."""
    agencies: list[AgencyInRole] = []
    waiting: list[NamedAgency] = []
    open_ended = False
    for start, end in _clauses(text):
        if FIRST_LEADS.search(text, start, end) or SAME_BELOW.fullmatch(text[start:end].strip()):
            continue
        behind = _BEHIND.search(text, start, end)
        stop = behind.start() if behind else end
        leading, joined, more = _list_before(text, start, stop, offset)
        open_ended = open_ended or more or _says_more(behind)
        if behind is None:
            # A clause without agencies gives a date or a condition (10月底前完成).
            waiting += [agency for agency in (*leading, *joined) if is_agency_name(agency.name)]
            continue
        role = _role_of(behind)
        if role is None:
            return None
        agencies += [AgencyInRole(agency=agency, role=role) for agency in waiting]
        agencies += _with_partners(leading, joined, role)
        waiting = []
    shaped = sum(is_agency_name(item.agency.name) for item in agencies)
    if waiting or 2 * shaped <= len(agencies) - 1 or not shaped:
        return None
    return _reading(text, agencies, open_ended)


def _reading(text: str, agencies: list[AgencyInRole], open_ended: bool) -> RoleReading | None:
    if not agencies:
        return None
    first = FIRST_LEADS.search(text)
    same = first is not None and SAME_BELOW.search(text, first.end()) is not None
    return RoleReading(
        agencies=tuple(agencies), open_ended=open_ended, first_leads=first is not None, same_below=same
    )


def _read_spaced(text: str, offset: int) -> RoleReading | None:
    """``责任单位　县农业局``: a label with a space for its colon, at the start only."""
    label = _START_LABEL.match(text)
    if label is None:
        return None
    inner = read_labelled(f"{text[: label.end()].rstrip()}：{text[label.end() :]}", 0)
    if inner is None:
        return None
    shift = offset - (1 - (label.end() - len(text[: label.end()].rstrip())))
    return RoleReading(
        agencies=tuple(
            AgencyInRole(
                agency=NamedAgency(name=i.agency.name, span=i.agency.span.shifted(shift), agency=None),
                role=i.role,
            )
            for i in inner.agencies
        ),
        open_ended=inner.open_ended,
    )


def _role_of(match: re.Match[str]) -> Role | None:
    return next((role for role in Role if match[role.value]), None)


def _without_note(text: str, start: int, end: int) -> int:
    """The end of a list before a note that follows it (。列第一位的为牵头单位)."""
    note = FIRST_LEADS.search(text, start, end)
    stop = note.start() if note else end
    full = text.find("。", start, stop)
    return full if full >= 0 else stop


def _clauses(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    depth = 0
    for index, char in enumerate(text):
        depth += (char in "（(〈<〔") - (char in "）)〉>〕")
        if depth <= 0 and _CLAUSE.match(char):
            spans.append((start, index))
            start = index + 1
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip()]


def _list_before(
    text: str, start: int, stop: int, offset: int
) -> tuple[list[NamedAgency], list[NamedAgency], bool]:
    """The agencies before the words of a role; those behind 会同 apart."""
    together = _TOGETHER.search(text, start, stop)
    if together is None:
        listed = split_agency_list(text[start:stop], offset + start)
        return list(listed.agencies), [], listed.open_ended
    first = split_agency_list(text[start : together.start()], offset + start)
    others = split_agency_list(text[together.end() : stop], offset + together.end())
    return list(first.agencies), list(others.agencies), first.open_ended or others.open_ended


def _with_partners(first: list[NamedAgency], joined: list[NamedAgency], role: Role) -> list[AgencyInRole]:
    """甲会同乙负责: 甲 leads what both answer for."""
    leading = Role.LEAD if joined and role is Role.RESPONSIBLE else role
    return [AgencyInRole(agency=agency, role=leading) for agency in first] + [
        AgencyInRole(agency=agency, role=Role.SUPPORTING if role is Role.LEAD else role) for agency in joined
    ]


def first_in_lead(reading: RoleReading) -> RoleReading:
    """``reading`` under the rule that the first-named leads: the rest of its leads and responsibles answer."""
    agencies = tuple(
        AgencyInRole(agency=item.agency, role=_under_rule(index, item.role))
        for index, item in enumerate(reading.agencies)
    )
    return RoleReading(
        agencies=agencies,
        open_ended=reading.open_ended,
        first_leads=reading.first_leads,
        same_below=reading.same_below,
    )


def _under_rule(index: int, role: Role) -> Role:
    if role is Role.SUPPORTING:
        return role
    return Role.LEAD if index == 0 else Role.RESPONSIBLE


def span_of(reading: RoleReading) -> Span:
    """From the first agency to the last."""
    spans = [item.agency.span for item in reading.agencies]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
