"""Assignments in running prose: 由县农业局牵头，县财政局配合; 各乡镇要…; 市县抓落实.

Nothing is guessed: whoever is charged must stand where the sentence has its subject, as names and nothing but names,
right before the words that charge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.agency import Role
from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agency_actors import ActorList, is_collective, read_actors
from generator.text.agency_roles import AgencyInRole, RoleReading

_REACH, _LONGEST_SENTENCE = 64, 400
# The last characters of actors, and the words that charge them right behind.
_AFTER_ACTOR = compiled(
    r"(?<=[局办委部厅府会门位方村镇乡组队社院司业行处心站所联记人导干志长构关署体织县省市区级地政）)〉])[\s　]?"
    r"(?:(?P<lead>牵头(?![单部领人责])|负总责|总负责|负全责|主抓|主办|领衔|挑头|打头|抓总|为(?:牵头|主责|主办)(?:责任)?单位)"
    r"|(?P<supporting>(?:积极|全力|主动|分头|等(?:单位|部门)?|这些单位)?(?:配合|协助|协同|协作|参与|参加(?!了|过)|跟进|跟上|搭手|帮衬|一[起道块同]?[干办抓做])(?!度|率|者|的|部门|单位)|为(?:配合|协助|协办|参与|成员)单位)"
    r"|(?P<responsible>为(?:责任|落实|承办)单位|(?:具体|分别|共同|统一|主要)?(?:负责(?!任|人|制(?![定订作])|同|的)|承担(?!的|起|了)))"
    r"|(?P<modal>(?:也|都|还|均|更|又|就)?(?:要(?![求点素件闻害旨职])|(?:应当|应该|应(?![对用急届邀当该]))|必须|务必|须|需(?:要)?(?![求]))(?!不|是|有))"
    r"|(?P<plain>及时(?:将|对|更新|报|向)|每(?:年|半年|季度|月|周|个?季)|层层|设立|专门(?:成立|设立|制定|安排)|按照[^，,。；;]{2,20}[，,]?|将(?:继续|进一步|按)|"
    r"对[^，,。；;]{2,24}(?:进行|开展|做到|实行)|向[^，,。；;]{2,16}(?:作出|报告|汇报|报送|提交)))"
)
_CLAUSE_START = compiled(r".*[，,。；;：:！？!?\n“”…—]", re.DOTALL)
_LINK = compiled(
    r"[\s　]*(?:\d+[.、]|第[一二三四五六七八九十百]{1,5}条|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[是要、])?[\s　]*"
    r"(?:我[省市县区乡镇])?(?:同时|并且|并|其中|今后|此外|另外|因此|对此|原则上|下一步|要求|由|还|而|且|在此基础上)?(?:，)?[\s　]*"
)
_BY = compiled(r"(?<![自理缘事来经])由(?P<rest>[^，,。；;：:！？\n《》]{3,60})")
_BY_VERB = compiled(
    r"牵头(?!的)|负责(?!人|同志|的|制(?![定订作]))|组织(?!部)|统筹(?!办|局)|制定|会同|承担|统一|审核|审定|代缴|严肃|专题|具体|共同|分别|依法|按|研究|另行|给予|协调|提出|实施|确定|"
    r"承办|主办|主抓|抓总|领衔|挑头|打头|[去来]办|[去来]抓|办理|汇总|指导(?!组|小组)|监督(?!局|管理局)|予以|直接|出资|安排|解决|落实|建立|开展|签订|报|对|根据|进行|定期|选派|向|全额|适当|发放|拨付|管理|认定|公布"
)
_BY_NOT = compiled(
    r"(?:牵头|负责|参与)[^，。]{0,16}的[^，。]{0,14}(?:机制|格局|体系|模式|局面)|组成|构成|产生|为主|转变|变为|向[^，。]{1,12}转"
)
_URGED = compiled(
    r"(?:(?:鼓励|支持|引导|要求|督促|动员|号召)[和、]?){1,2}(?P<who>[^，,。；;：:！？\n《》“”]{2,40}?)"
    r"(?=开展|参与|投身|设立|创建|吸纳|建立|积极|通过|按照|在[^，。；]{2,12}(?:创|建|设|开)|采取|加大|加强|制定|带头|主动)"
)
_MAIN = compiled(
    r"以(?P<who>[^，,。；;：:\n《》]{2,40}?)为(?P<part>龙头|主体|责任主体|牵头单位)(?=[，,、]?[^，,。；;\n的]{2,})"
)
_SPREAD = compiled(r"(?:分解|下达|落实|细化)到(?P<who>[^，,。；;：:！？\n《》]{2,30})(?=[，,。；;\n])")
_WITH = compiled(r"与(?P<who>[^，,。；;：:！？\n《》]{3,20}?)(?:共同|联合)(?=[^，,。；;\n]{2})")
_WHO = r"(?:[^，,。；;：:、“”\n]{1,14}?)"
_SERIES = compiled(
    rf"(?:(?<=[，,。；;：:、“\n（(])|(?<=实行)|(?<=坚持)|(?<=落实))(?P<who>{_WHO})"
    r"(?P<verb>负总责|总负责|负全责|抓落实|抓实施|抓服务|抓推进|具体抓|搞帮扶|主抓)(?=[，,。；;、”\n的）)])"
)
_AS_RULE = compiled(r".*(?:实行|坚持|落实|按照)")
_BELONGS = compiled(
    r"(?:^|(?<=[，,。；;：:\n]))(?P<task>[^，,。；;：:、\n\d]{2,16}?)(?:[，,])?归(?P<who>[^，,。；;：:\n]{2,24}?)"
    r"(?P<verb>管|抓|办|牵头|负责|承担|统筹|落实)?(?=[，,。；;\n])"
)
_LISTED = compiled(
    r"[，,；;](?P<kind>责任|配合|协办|参与)(?:单位|部门)(?:为|是|有|包括)?(?P<who>[^，,。；;：:\n]{3,160}?)(?=落实|履职|[，,。；;\n]|$)"
)
_TOGETHER = compiled(
    r"[，,；;](?P<who>[^，,。；;：:\n]{3,160}?)(?:[两二三四五六七八九十\d]{1,2}(?:家|个)(?:部门|单位)?)?"
    r"(?:共同|分头|各自|一起|一道|合力|联手)(?P<kind>负责|抓|落实|推进|承担|做|实施|完成|配合|参与|协助)"
)
_NAMED_BEFORE = compiled(r"[\u4e00-\u9fff]{3,16}$")
_NAME_REACH = 16
_HELPING = frozenset({"配合", "协办", "参与", "协助"})
_LEADING = compiled(
    r"(?P<verb>牵头|负责)的(?P<task>[^，,。；;：:、\n\d]{2,10}?)(?=[，,。；;]|衔接|工作|任务|项目|对接)"
)
_LEADS = frozenset({"牵头", "会同", "统筹", "主办", "主抓", "抓总", "领衔", "挑头", "打头"})
_PAST = compiled(r"^(?:[^，。；]{0,8}(?:了|已))")
_ENDS = frozenset("，,。；;、”）)\n")
# A predicate that opens with its circumstances goes on behind the comma.
_CIRCUMSTANCE = compiled(
    r"[\s　]*(?:在|按照?|根据|依照|依据|结合|以|围绕|针对|坚持|会同|通过|本着|立足|依托|将[^，]{2,12}作为)"
)
_BARE_VERB = compiled(
    r"(?:牵头负责|牵头抓总|牵头|负责|统筹|组织实施|实施|主抓|主办|领衔|挑头|打头|抓总|承办|[去来][办抓])(?=[，,；;])"
)
_BARE_TASK = compiled(r"(?:按照?[^，,]{0,12}(?:分工|职责)(?:要求)?)?.{1,4}", re.DOTALL)
_COMMA = compiled(r"[，,]")
# 人社局牵头就业，教育局牵头助学: the next clause charges somebody else.
_ANOTHER = compiled(r"[\u4e00-\u9fff]{2,14}?(?:[局办委部厅行社会院站]|政府|中心)(?:牵头|负责|主抓|承担)")
_AIM = compiled(r"[，,](?P<aim>[^，,。；;\n]{4,60})")
_NEXT = compiled(r"[，,、；;]")
_STOP = compiled(r"[。；;！？!?\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseReading:
    """An assignment in prose: ``span`` from the first name through its predicate, ``task`` the predicate's place."""

    span: Span
    reading: RoleReading
    task: Span


def find_prose_assignments(text: str) -> tuple[ProseReading, ...]:
    """Assignments that sentences of ``text`` make, in order, without overlaps."""
    found = [
        *_by(text),
        *_series(text),
        *_charged(text),
        *_mains(text),
        *_urged(text),
        *_spread(text),
        *_partners(text),
        *_belonging(text),
        *_leading(text),
    ]
    found.sort(key=lambda item: (item.span.start, -len(item.span)))
    kept: list[ProseReading] = []
    for item in found:
        if not kept or item.span.start >= kept[-1].span.end:
            kept.append(item)
    return tuple(_with_following(text, kept))


def _charged(text: str) -> Iterator[ProseReading]:
    """甲要…, 甲负责…, 甲每年…: the clause from its start to the words that charge is a list of actors."""
    for match in _AFTER_ACTOR.finditer(text):
        floor = max(0, match.start() - _REACH)
        head = _CLAUSE_START.match(text, floor, match.start())
        if head is None and floor > 0:
            continue
        start = head.end() if head else floor
        link = _LINK.match(text, start, match.start())
        start = link.end() if link else start
        actors = read_actors(text[start : match.start()], start)
        if not actors.agencies or (match["plain"] and _PAST.match(text[match.end() : match.end() + 12])):
            continue
        if match["supporting"] and not _helps(text, start, actors):
            continue
        if match["supporting"] and match["supporting"].startswith("等"):  # 乙、丙等单位配合
            actors = replace(actors, open_ended=True)
        yield _charge(text, start, match, actors)


def _helps(text: str, start: int, actors: ActorList) -> bool:
    """企业参与 states a fact; 甲牵头，乙参与 and 县财政局配合 divide the work."""
    if text[start - 1 : start] in ("，", ","):
        return True
    return not any(is_collective(agency.name) for agency in actors.agencies)


def _charge(text: str, start: int, match: re.Match[str], actors: ActorList) -> ProseReading:
    if match["plain"]:
        return _predicated(text, start, match.start(), actors, _single_or_many(actors))
    if text[match.end() : match.end() + 1] not in _ENDS:
        return _predicated(text, start, match.end(), actors, _role(match, actors))
    reading = _predicated(text, start, match.start(), actors, _role(match, actors)).reading
    item = ProseReading(span=Span(start, match.end()), reading=reading, task=Span(match.start(), match.end()))
    return _with_object(text, item)


def _role(match: re.Match[str], actors: ActorList) -> Role:
    for role in Role:
        if match[role.value]:
            return role
    return _single_or_many(actors)


def _single_or_many(actors: ActorList) -> Role:
    """A task that one named agency is charged with has that agency as its lead; many answer together."""
    names = [agency.name for agency in actors.agencies]
    if any(is_collective(name) for name in names) or actors.open_ended:
        return Role.RESPONSIBLE
    pair = len(names) == 2 and names[0].endswith("委") and names[1].endswith("政府")
    return Role.LEAD if len(names) == 1 or pair else Role.RESPONSIBLE


def _by(text: str) -> Iterator[ProseReading]:
    """由甲…: the shortest list of actors behind 由 that a verb follows."""
    for match in _BY.finditer(text):
        rest, start = match["rest"], match.start("rest")
        if _BY_NOT.search(rest):
            continue
        for verb in _BY_VERB.finditer(rest, 2):
            actors = read_actors(rest[: verb.start()], start)
            if actors.agencies:
                role = _by_role(verb.group(), actors)
                yield _with_object(text, _predicated(text, match.start(), start + verb.start(), actors, role))
                break


def _with_object(text: str, item: ProseReading) -> ProseReading:
    """具体办法由县政府制定: where the predicate is a bare verb, the task is what stands before 由."""
    if not _BARE_TASK.fullmatch(item.task.of(text)) or text[item.span.start - 1 : item.span.start] in (
        "",
        "\n",
    ):
        return item
    floor = max(0, item.span.start - _REACH)
    head = _CLAUSE_START.match(text, floor, item.span.start - 1) if item.span.start > 0 else None
    start = head.end() if head else floor
    before = text[start : item.span.start].strip("，,。；; \n　")
    return (
        ProseReading(span=item.span, reading=item.reading, task=Span(start, item.span.start))
        if before
        else item
    )


def _by_role(verb: str, actors: ActorList) -> Role:
    return Role.LEAD if verb in _LEADS else _single_or_many(actors)


def _predicated(text: str, start: int, predicate: int, actors: ActorList, role: Role) -> ProseReading:
    furthest = min(len(text), predicate + _LONGEST_SENTENCE)
    stop = _STOP.search(text, predicate, furthest)
    sentence_end = stop.start() if stop else furthest
    end = _predicate_end(text, predicate, sentence_end)
    reading = RoleReading(
        agencies=tuple(
            AgencyInRole(agency=agency, role=_with_partners(actors, index, role))
            for index, agency in enumerate(actors.agencies)
        ),
        open_ended=actors.open_ended,
    )
    return ProseReading(
        span=Span(start, max(end, predicate)), reading=reading, task=Span(predicate, max(end, predicate))
    )


def _with_partners(actors: ActorList, index: int, role: Role) -> Role:
    """甲会同乙负责: 甲 leads, 乙 answers with it."""
    if not actors.partners:
        return role
    return Role.LEAD if index < len(actors.agencies) - actors.partners else Role.RESPONSIBLE


def _predicate_end(text: str, start: int, end: int) -> int:
    """The end of the first clause that says what is to be done."""
    bare = _BARE_VERB.match(text, start, end)
    if bare is not None:
        return bare.end()
    for comma in _COMMA.finditer(text, start, end):
        direct = text.endswith(("主抓", "主办"), 0, start) or _ANOTHER.match(text, comma.end())
        shortest = 2 if direct else 4
        if comma.start() - start >= shortest and not _CIRCUMSTANCE.match(text, start):
            return comma.start()
        if comma.start() - start >= shortest:
            start = comma.end()
    return end


def _mains(text: str) -> Iterator[ProseReading]:
    """以甲、乙为主体，发展…: they lead what follows."""
    for match in _MAIN.finditer(text):
        actors = read_actors(match["who"], match.start("who"))
        if actors.agencies and not any(
            agency.name.endswith(("企业", "产业", "政府")) for agency in actors.agencies
        ):
            yield _predicated(text, match.start(), match.end(), actors, Role.LEAD)


def _urged(text: str) -> Iterator[ProseReading]:
    for match in _URGED.finditer(text):
        actors = read_actors(match["who"], match.start("who"))
        if actors.agencies:
            yield _predicated(text, match.start(), match.end(), actors, Role.RESPONSIBLE)


def _spread(text: str) -> Iterator[ProseReading]:
    """把任务分解到甲和乙: what is shared out stands before."""
    for match in _SPREAD.finditer(text):
        actors = read_actors(match["who"], match.start("who"))
        if actors.agencies:
            floor = max(0, match.start() - _REACH)
            head = _CLAUSE_START.match(text, floor, match.start())
            start = head.end() if head else match.start()
            reading = _predicated(text, match.start(), match.start(), actors, Role.RESPONSIBLE).reading
            yield ProseReading(
                span=Span(start, match.end()), reading=reading, task=Span(start, match.start() + 2)
            )


def _partners(text: str) -> Iterator[ProseReading]:
    for match in _WITH.finditer(text):
        actors = read_actors(match["who"], match.start("who"))
        if actors.agencies:
            yield _predicated(text, match.start(), match.end(), actors, Role.RESPONSIBLE)


def _belonging(text: str) -> Iterator[ProseReading]:
    """低保兜底归民政局管: what is done stands before 归, who does it behind."""
    for match in _BELONGS.finditer(text):
        actors = read_actors(match["who"], match.start("who"))
        if actors.agencies:
            role = _single_or_many(actors)
            end = match.end("verb") if match["verb"] else match.end("who")
            reading = _predicated(text, match.start(), match.end("who"), actors, role).reading
            yield ProseReading(
                span=Span(match.end("task"), end), reading=reading, task=Span(*match.span("task"))
            )


def _leading(text: str) -> Iterator[ProseReading]:
    """与县民政局牵头的兜底保障衔接: who leads what, told in passing."""
    for match in _LEADING.finditer(text):
        before = _NAMED_BEFORE.search(text, max(0, match.start() - _NAME_REACH), match.start())
        for start in range(before.start(), match.start() - 2) if before else ():
            actors = read_actors(text[start : match.start()], start)
            if len(actors.agencies) == 1:
                reading = _predicated(text, start, match.end(), actors, Role.LEAD).reading
                span = Span(start, match.end("verb"))
                yield ProseReading(span=span, reading=reading, task=Span(*match.span("task")))
                break


def _series(text: str) -> Iterator[ProseReading]:
    """区级负总责，办事处抓落实."""
    for match in _SERIES.finditer(text):
        rule = _AS_RULE.match(match["who"])
        start = match.start("who") + (rule.end() if rule else 0)
        actors = read_actors(text[start : match.end("who")], start)
        if actors.agencies and "中央统筹" not in text[max(0, start - 24) : start] and not _is_slogan(actors):
            role = Role.LEAD if "责" in match["verb"] or match["verb"] in _LEADS else Role.RESPONSIBLE
            reading = _predicated(text, start, match.start("verb"), actors, role).reading
            item = ProseReading(
                span=Span(start, match.end()), reading=reading, task=Span(match.start("verb"), match.end())
            )
            yield _with_object(text, item) if match["verb"] in _LEADS else item


def _is_slogan(actors: ActorList) -> bool:
    """省负总责、市县抓落实 describes a system of government and charges nobody in particular."""
    return all(
        agency.name in ("省", "市", "县", "乡", "村", "市县", "中央", "县乡", "乡村")
        for agency in actors.agencies
    )


def _with_following(text: str, items: list[ProseReading]) -> Iterator[ProseReading]:
    """由甲牵头，乙配合 is one assignment: who only helps joins the reading right before."""
    held: ProseReading | None = None
    for item in items:
        named = item.span.of(text).endswith("为责任单位")
        helps = named or all(entry.role is Role.SUPPORTING for entry in item.reading.agencies)
        near = held is not None and item.span.start - held.span.end <= 2
        if held is not None and helps and near and _NEXT.search(text, held.span.end, item.span.start):
            held = ProseReading(
                span=held.span.cover(item.span),
                reading=RoleReading(
                    agencies=(*held.reading.agencies, *item.reading.agencies),
                    open_ended=held.reading.open_ended or item.reading.open_ended,
                ),
                task=held.task,
            )
            continue
        if held is not None:
            yield _with_aim(text, _with_listed(text, held), item.span.start)
        held = item
    if held is not None:
        yield _with_aim(text, _with_listed(text, held), len(text))


def _with_listed(text: str, item: ProseReading) -> ProseReading:
    """由甲牵头，责任单位乙、丙, and 由甲牵头，乙、丙共同负责: the list that goes on behind the lead."""
    found = _LISTED.match(text, item.span.end) or _TOGETHER.match(text, item.span.end)
    actors = read_actors(found["who"], found.start("who")) if found else None
    if found is None or actors is None or not actors.agencies:
        return item
    role = Role.SUPPORTING if found["kind"] in _HELPING else Role.RESPONSIBLE
    others = tuple(AgencyInRole(agency=agency, role=role) for agency in actors.agencies)
    reading = RoleReading(
        agencies=(*item.reading.agencies, *others),
        open_ended=item.reading.open_ended or actors.open_ended,
    )
    return ProseReading(span=Span(item.span.start, found.end("who")), reading=reading, task=item.task)


def _with_aim(text: str, item: ProseReading, limit: int) -> ProseReading:
    """甲牵头，乙配合，做好防汛: what a bare verb leaves open may follow, before ``limit``, where the next begins."""
    aim = _AIM.match(text, item.span.end) if len(item.task) <= 4 and item.span.contains(item.task) else None
    if aim is None or aim.end() > limit:
        return item
    return ProseReading(span=item.span, reading=item.reading, task=Span(aim.start("aim"), aim.end("aim")))
