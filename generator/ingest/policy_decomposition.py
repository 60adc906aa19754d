"""分解: the county's targets split over townships or departments; every split adds up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.ingest.policy_agencies import REGISTER_IT, is_registered, same_agency_twice
from generator.ingest.problems import Problems, instead_of, quoted
from generator.ingest.quantity_sums import difference
from generator.ingest.scalars import read_quantity
from generator.ingest.yaml_nodes import Entry, MapNode, Node, Place, TextNode
from generator.model.agency import AgencyRegistry
from generator.model.policy import Decomposition, DecompositionRow, Origin, Target

_SHAPE = "请写成 脱贫人口: {清原镇: 812人, 红透山镇: 640人} 的样子"


def read_decompositions(
    node: Node | None,
    *,
    targets: Mapping[str, Target],
    names: frozenset[str],
    registry: AgencyRegistry,
    problems: Problems,
) -> tuple[Decomposition, ...]:
    """Every split of the file; ``names`` are all targets that the file defines, readable or not."""
    if node is None or (isinstance(node, TextNode) and not node.text.strip()):
        return ()
    if not isinstance(node, MapNode):
        problems.add(node, "“分解”下面应是指标名和各乡镇的数", _SHAPE)
        return ()
    decompositions = []
    for entry in node.entries:
        if entry.key.text not in names:
            remedy = instead_of(entry.key.text, sorted(names), otherwise="请先在“指标”里写上它")
            problems.add(entry.key, f"“{entry.key.text}”不是已有的指标", remedy)
        if isinstance(entry.value, MapNode):
            decompositions.append(_read_one(entry, entry.value, targets.get(entry.key.text), problems))
            _check_same_party(entry.value, registry, problems)
        else:
            problems.add(entry.value, "这里应是各乡镇的数", _SHAPE)
    _check_parties(node, registry, problems)
    return tuple(decompositions)


def _read_one(entry: Entry, shares: MapNode, target: Target | None, problems: Problems) -> Decomposition:
    rows = tuple(_rows(entry.key.text, shares, problems))
    decomposition = Decomposition(target=entry.key.text, rows=rows, origin=_origin(entry.key, problems))
    if target is not None and rows and len(rows) == len(shares.entries):
        _check_sum(decomposition, target, entry.key, problems)
    return decomposition


def _rows(target: str, shares: MapNode, problems: Problems) -> Iterable[DecompositionRow]:
    for share in shares.entries:
        if not isinstance(share.value, TextNode):
            problems.add(share.value, "这里应是带计量单位的数", f"请写成 {share.key.text}: 812人 的样子")
            continue
        quantity = read_quantity(share.value, problems, of=target)
        if quantity is not None:
            yield DecompositionRow(
                party=share.key.text, quantity=quantity, origin=_origin(share.value, problems)
            )


def _check_sum(decomposition: Decomposition, target: Target, key: TextNode, problems: Problems) -> None:
    odd = [row for row in decomposition.rows if row.quantity.unit != target.quantity.unit]
    for row in odd:
        what = f"“{row.party}”的单位是{row.quantity.unit}，“{target.key}”的单位是{target.quantity.unit}"
        problems.add(key, what, "请改为同一单位", key=row.party, at=_place(row.origin))
    if odd:
        return
    added = difference(target.quantity, [row.quantity for row in decomposition.rows])
    if added is not None:
        what = f"“{target.key}”写的是{target.quantity.written}，分解的{len(decomposition.rows)}项合计{added.written}"
        problems.add(key, what, "请核对总数和各项，改正其中有误的一个")


def _check_same_party(shares: MapNode, registry: AgencyRegistry, problems: Problems) -> None:
    for key, earlier in same_agency_twice((share.key for share in shares.entries), registry):
        problems.add(key, f"“{key.text}”就是前面的“{earlier.text}”，写了两次", "请只留一处")


def _check_parties(node: MapNode, registry: AgencyRegistry, problems: Problems) -> None:
    """A name that the registry lacks, among names that it has, is most likely misspelt.

    Where the registry has fewer than half of them (villages, enterprises), it cannot serve as the measure.
    """
    first: dict[str, TextNode] = {}
    for entry in node.entries:
        if isinstance(entry.value, MapNode):
            for share in entry.value.entries:
                first.setdefault(share.key.text, share.key)
    unknown = [name for name in first if not is_registered(name, registry)]
    if len(unknown) * 2 > len(first):
        return
    for name in unknown:
        near = registry.near(name)
        remedy = f"是不是{quoted(near)}；{REGISTER_IT}" if near else REGISTER_IT
        problems.add(first[name], f"机关名录里没有“{name}”", remedy)


def _origin(node: TextNode, problems: Problems) -> Origin:
    return Origin(file=problems.file, line=node.place.line, column=node.place.column)


def _place(origin: Origin) -> Place:
    return Place(origin.line, origin.column)
