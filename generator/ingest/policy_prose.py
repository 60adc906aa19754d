"""Prose of a policy: every ``{{ 名 }}`` in it must name something, and nothing else of the template language is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.ingest.fields import Fields
from generator.ingest.problems import Problems, near_names, quoted
from generator.ingest.yaml_nodes import TextNode
from generator.model.policy import Prose
from generator.patterns import compiled

_TAG = compiled(
    r"\{\{(?P<name>(?:(?!\{\{|\}\}|\n).)*)\}\}|(?P<stray>\{%.*?%\}|\{\#.*?\#\}|\{\{|\}\}|\{%|%\}|\{\#|\#\})"
)
_NAME = compiled(r"[^\W\d]\w*(?:\.[^\W\d]\w*)?")
PARTY = "乡镇"
OWN = "本级"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseReader:
    """Checks prose against the names that it may use."""

    names: frozenset[str]
    problems: Problems

    def read(self, fields: Fields, key: str) -> Prose | None:
        """The prose under ``key`` as the clerk wrote it."""
        node = fields.text_node(key)
        if node is None:
            return None
        self.check(node)
        return Prose(markdown=node.text, origin=fields.origin(node))

    def check(self, node: TextNode) -> None:
        """Notes every reference that names nothing and every tag that is no reference."""
        for match in _TAG.finditer(node.text):
            what, remedy = self._fault(match)
            if what:
                before = node.text.count(match[0], 0, match.start())
                self.problems.add(node, what, remedy, at=node.place_of(match[0], before))

    def _fault(self, match: re.Match[str]) -> tuple[str, str]:
        if match["stray"]:
            return _stray(match["stray"])
        name = match["name"].strip()
        if name in self.names:
            return "", ""
        if not name:
            return "“{{ }}”里没有写指标名", "请写成 {{ 指标名 }}"
        if not _NAME.fullmatch(name):
            return f"“{match[0]}”里只能写一个指标名", "请写成 {{ 指标名 }}，不能写算式、过滤器或引号"
        return f"“{{{{ {name} }}}}”没有定义", self._remedy(name)

    def _remedy(self, name: str) -> str:
        if name.partition(".")[0] == OWN and name.partition(".")[2] in self.names:
            return f"“{name.partition('.')[2]}”还没有分解，请先在“分解”里写上各乡镇的数"
        near = near_names(name, sorted(self.names))
        if near:
            return f"是不是{quoted(near)}；若是新的数，请在“指标”里补上"
        return f"请在“指标”里补上“{name}: 数值”"


def book_names(keys: Iterable[str], decomposed: Iterable[str]) -> frozenset[str]:
    """What the prose of a responsibility book may name: also the party and the party's own shares."""
    return frozenset((*keys, PARTY, *(f"{OWN}.{key}" for key in decomposed)))


def _stray(sign: str) -> tuple[str, str]:
    if sign in ("{{", "}}"):
        return f"“{sign}”没有配对", "请写成 {{ 指标名 }}，写在同一行里"
    return f"正文里不能写“{sign}”", "正文只能用 {{ 指标名 }} 引用数字，请删去其他模板标记"
