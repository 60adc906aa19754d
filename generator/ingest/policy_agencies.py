"""Agencies named in a policy: each must be registered, none may stand twice in one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.ingest.fields import Fields
from generator.ingest.problems import Problems, quoted
from generator.ingest.yaml_nodes import TextNode
from generator.model.agency import AgencyRegistry, Role
from generator.model.policy import PolicyAgency
from generator.patterns import compiled

ROLE_KEYS = {"牵头单位": Role.LEAD, "责任单位": Role.RESPONSIBLE, "配合单位": Role.SUPPORTING}
_SEPARATOR = compiled(r"[、，,；;]")
REGISTER_IT = "请核对名称；确有这个单位时，请加进 corpus/agencies 的机关名录"


def read_agencies(fields: Fields, registry: AgencyRegistry, problems: Problems) -> tuple[PolicyAgency, ...]:
    """The agencies of a measure in the order lead, responsible, supporting, each list in its own order."""
    agencies: list[PolicyAgency] = []
    for key, role in ROLE_KEYS.items():
        nodes = fields.names(key)
        for node in nodes:
            check_agency(node, registry, problems)
        _check_repeats(nodes, registry, problems)
        agencies.extend(
            PolicyAgency(name=node.text.strip(), role=role, origin=fields.origin(node)) for node in nodes
        )
    return tuple(agencies)


def check_agency(node: TextNode, registry: AgencyRegistry, problems: Problems) -> None:
    """Notes a name that the registry does not know. An empty registry knows nothing to hold against a name."""
    name = node.text.strip()
    if not len(registry) or is_registered(name, registry):
        return
    parts = [part.strip() for part in _SEPARATOR.split(name) if part.strip()]
    if len(parts) > 1:
        problems.add(node, f"“{name}”是几个单位写在了一起", f"请写成列表：[{', '.join(parts)}]")
        return
    near = registry.near(name)
    remedy = f"是不是{quoted(near)}；{REGISTER_IT}" if near else REGISTER_IT
    problems.add(node, f"机关名录里没有“{name}”", remedy)


def is_registered(name: str, registry: AgencyRegistry) -> bool:
    """Whether ``name`` is a form of an agency, a group, or a member of a group."""
    return registry.find(name) is not None or any(name in agency.members for agency in registry)


def same_agency_twice(
    nodes: Iterable[TextNode], registry: AgencyRegistry
) -> Iterator[tuple[TextNode, TextNode]]:
    """Each name that means an agency named before, with that earlier name."""
    first: dict[str, TextNode] = {}
    for node in nodes:
        name = node.text.strip()
        agency = registry.find(name)
        known = agency.name if agency else name
        if known in first:
            yield node, first[known]
        else:
            first[known] = node


def _check_repeats(nodes: Iterable[TextNode], registry: AgencyRegistry, problems: Problems) -> None:
    for node, earlier in same_agency_twice(nodes, registry):
        name, first = node.text.strip(), earlier.text.strip()
        what = f"“{name}”写了两次" if first == name else f"“{name}”就是前面的“{first}”，写了两次"
        problems.add(node, what, "请删去一处")
