"""The registry of agencies from its YAML files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import InputError, Problem
from generator.ingest.fields import Fields, is_blank
from generator.ingest.problems import Problems
from generator.ingest.registry_keys import AGENCY, REGISTRY
from generator.ingest.yaml_nodes import Entry, ListNode, MapNode, Node, TextNode, read_yaml
from generator.model.agency import Agency, AgencyRegistry, Level


def load_registry(paths: Iterable[Path]) -> AgencyRegistry:
    """All agencies of ``paths``, earlier files first; raises InputError with every problem of every file.

    A member of a group that no file describes becomes an agency of that name, so that 清原镇 is known where only
    各乡镇 names it.
    """
    agencies: list[Agency] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            agencies.extend(_read_file(path))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return AgencyRegistry((*agencies, *_undescribed_members(agencies)))


def _read_file(path: Path) -> tuple[Agency, ...]:
    source = read_yaml(path)
    problems = Problems(file=source.file, found=list(source.problems))
    fields = Fields.read(source.root, REGISTRY, problems)
    place, level = fields.text("地区"), _level(fields)
    agencies = [
        _read_agency(node, place=place, level=level, problems=problems) for node in fields.items("机关")
    ]
    agencies += _read_groups(fields.get("统称"), place=place, problems=problems)
    problems.raise_if_any()
    return tuple(agencies)


def _read_agency(node: Node, *, place: str, level: Level | None, problems: Problems) -> Agency:
    fields = Fields.read(node, AGENCY, problems)
    begin, end = fields.date("起"), fields.date("止")
    if begin and end and end < begin:
        problems.add(fields.get("止") or node, f"“止”（{end}）早于“起”（{begin}）", "请核对两个日期")
    return Agency(
        name=fields.text("名称"),
        short=fields.text("简称"),
        aliases=_names(fields, "别名"),
        level=_level(fields) or level,
        place=fields.text("地区") or place,
        valid_from=begin,
        valid_until=end,
        successors=_names(fields, "改为"),
    )


def _read_groups(node: Node | None, *, place: str, problems: Problems) -> Iterator[Agency]:
    if node is None or is_blank(node):
        return
    if not isinstance(node, MapNode):
        problems.add(node, "“统称”下面应是名称和它的成员", "请写成 各乡镇: [清原镇, 红透山镇] 的样子")
        return
    for entry in node.entries:
        yield Agency(name=entry.key.text, place=place, members=tuple(_members(entry, problems)))


def _members(entry: Entry, problems: Problems) -> Iterator[str]:
    items = entry.value.items if isinstance(entry.value, ListNode) else (entry.value,)
    for item in items:
        if isinstance(item, TextNode) and item.text.strip():
            yield item.text.strip()
        else:
            problems.add(item, f"“{entry.key.text}”的成员应是名称", "请写成 [清原镇, 红透山镇] 的样子")


def _undescribed_members(agencies: list[Agency]) -> Iterator[Agency]:
    known = {name for agency in agencies for name in agency.names}
    for group in agencies:
        for member in group.members:
            if member not in known:
                known.add(member)
                yield Agency(name=member, place=group.place)


def _level(fields: Fields) -> Level | None:
    value = fields.choice("级别")
    return Level(value) if value else None


def _names(fields: Fields, key: str) -> tuple[str, ...]:
    return tuple(node.text.strip() for node in fields.names(key))
