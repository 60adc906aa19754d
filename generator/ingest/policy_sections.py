"""章节 and 措施: the body of a policy."""

from __future__ import annotations

from dataclasses import dataclass

from generator.ingest.fields import Fields, is_blank
from generator.ingest.policy_agencies import read_agencies
from generator.ingest.policy_keys import MEASURE, SECTION
from generator.ingest.policy_prose import ProseReader
from generator.ingest.problems import Problems
from generator.ingest.yaml_nodes import Node
from generator.model.agency import AgencyRegistry
from generator.model.policy import Measure, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionReader:
    """What the sections of one policy are read with."""

    prose: ProseReader
    registry: AgencyRegistry
    problems: Problems

    def sections(self, fields: Fields) -> tuple[Section, ...]:
        """Every section under 章节, in order."""
        node = fields.get("章节")
        if node is not None and is_blank(node):
            self.problems.add(node, "“章节”里还没有内容", "请至少写一章，如“- 标题: 目标任务”")
        return tuple(self._section(each) for each in fields.items("章节"))

    def _section(self, node: Node) -> Section:
        fields = Fields.read(node, SECTION, self.problems)
        measures = tuple(self._measure(each) for each in fields.items("措施"))
        prose = self.prose.read(fields, "内容")
        title = _title(fields, self.problems)
        if prose is None and not measures and title:
            self.problems.add(node, f"“{title}”这一章是空的", "请写“内容”或“措施”")
        return Section(title=title, prose=prose, measures=measures, origin=fields.origin())

    def _measure(self, node: Node) -> Measure:
        fields = Fields.read(node, MEASURE, self.problems)
        prose = self.prose.read(fields, "内容")
        agencies = read_agencies(fields, self.registry, self.problems)
        title = _title(fields, self.problems)
        if prose is None and not agencies and title:
            self.problems.add(node, f"“{title}”这项措施是空的", "请写“内容”和“牵头单位”“责任单位”")
        return Measure(
            title=title,
            prose=prose,
            agencies=agencies,
            origin=fields.origin(),
            deadline=fields.text("完成时限"),
        )


def _title(fields: Fields, problems: Problems) -> str:
    """The title; figures and template marks have no place in it, so a brace is refused."""
    node = fields.text_node("标题")
    if node is None:
        return ""
    if "{{" in node.text or "{%" in node.text:
        problems.add(node, "标题里不能引用指标", "请把数字写进“内容”")
    return node.text.strip()
