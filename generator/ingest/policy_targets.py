"""指标: the figures of a policy, each once, with the sums between them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.ingest.fields import Fields
from generator.ingest.policy_keys import POLICY, TARGET
from generator.ingest.policy_prose import OWN, PARTY
from generator.ingest.problems import Problems, instead_of
from generator.ingest.quantity_sums import difference
from generator.ingest.scalars import read_quantity
from generator.ingest.yaml_nodes import Entry, ListNode, MapNode, Node, TextNode
from generator.model.policy import Origin, SourceReference, Target
from generator.patterns import compiled

_KEY = compiled(r"[^\W\d]\w*")
_PLUS = compiled(r"\s*[+＋]\s*")


def read_targets(node: Node | None, problems: Problems) -> tuple[dict[str, Target], frozenset[str]]:
    """The targets that could be read, and every name that the file defines, readable or not.

    Prose may refer to a name whose value is faulty: that fault is reported once, where it is.
    """
    if node is None or (isinstance(node, TextNode) and not node.text.strip()):
        return {}, frozenset()
    if not isinstance(node, MapNode):
        key = POLICY.find("指标")
        problems.add(
            node,
            "“指标”下面应是“名称: 数值”",
            f"请逐行写，例如：脱贫人口: 6645人（{key.help if key else ''}）",
        )
        return {}, frozenset()
    targets: dict[str, Target] = {}
    for entry in node.entries:
        _check_key(entry.key, problems)
        target = _read_target(entry, problems)
        if target is not None:
            targets[target.key] = target
    names = frozenset(entry.key.text for entry in node.entries)
    _check_sums(node, targets, names, problems)
    return targets, names


def _check_key(key: TextNode, problems: Problems) -> None:
    if key.text in (PARTY, OWN):
        problems.add(key, f"“{key.text}”另有用处，不能作指标名", "请换一个名称，如“乡镇个数”")
    elif not _KEY.fullmatch(key.text):
        remedy = "指标名只用汉字、字母、数字和下划线，不以数字开头，如“脱贫人口”"
        problems.add(key, f"“{key.text}”不能作指标名", remedy)


def _read_target(entry: Entry, problems: Problems) -> Target | None:
    name, value = entry.key.text, entry.value
    if isinstance(value, TextNode):
        quantity = read_quantity(value, problems, of=name)
        origin = Origin(file=problems.file, line=value.place.line, column=value.place.column)
        return Target(key=name, quantity=quantity, origin=origin) if quantity else None
    if isinstance(value, ListNode):
        problems.add(value, "这里应是带计量单位的数，写成了列表", f"请写成 {name}: 6645人 的样子")
        return None
    fields = Fields.read(value, TARGET, problems)
    quantity, year = fields.quantity("数值", of=name), fields.year("年度")
    terms, source = split_sum(fields.text("等于")), _source(fields)
    if quantity is None:
        return None
    return Target(
        key=name,
        quantity=quantity,
        origin=fields.origin(fields.get("数值")),
        year=year,
        place=fields.text("地区"),
        scope=fields.text("口径"),
        sum_of=terms,
        source=source,
    )


def split_sum(formula: str) -> tuple[str, ...]:
    """The names in ``甲 + 乙``."""
    return tuple(term for term in _PLUS.split(formula.strip()) if term)


def _source(fields: Fields) -> SourceReference | None:
    text = fields.text("来源")
    document, _, passage = text.partition("#")
    return SourceReference(document=document.strip(), passage=passage.strip()) if text else None


def _check_sums(
    node: MapNode, targets: Mapping[str, Target], names: frozenset[str], problems: Problems
) -> None:
    for entry in node.entries:
        formula = entry.value.get("等于") if isinstance(entry.value, MapNode) else None
        if isinstance(formula, TextNode) and formula.text.strip():
            terms = split_sum(formula.text)
            known = [_check_term(term, entry.key.text, formula, names, problems) for term in terms]
            target = targets.get(entry.key.text)
            if all(known) and target is not None and all(term in targets for term in terms):
                _check_sum(target, [targets[term] for term in terms], formula, problems)


def _check_term(term: str, name: str, formula: TextNode, names: frozenset[str], problems: Problems) -> bool:
    if term == name:
        problems.add(formula, f"“{name}”不能等于它自己", "请写出组成它的其他指标", at=formula.place_of(term))
    elif term not in names:
        remedy = instead_of(
            term, sorted(names - {name}), otherwise="请在“指标”里补上，或用“+”连接已有的指标名"
        )
        problems.add(formula, f"“{term}”不是已有的指标", remedy, at=formula.place_of(term))
    else:
        return True
    return False


def _check_sum(target: Target, parts: list[Target], formula: TextNode, problems: Problems) -> None:
    odd = next((part for part in parts if part.quantity.unit != target.quantity.unit), None)
    if odd is not None:
        what = (
            f"“{target.key}”的单位是{target.quantity.unit}，“{odd.key}”的单位是{odd.quantity.unit}，不能相加"
        )
        problems.add(formula, what, "请改正单位，或从“等于”里去掉它", at=formula.place_of(odd.key))
        return
    added = difference(target.quantity, [part.quantity for part in parts])
    if added is not None:
        shown = " + ".join(f"{part.key}{part.quantity.written}" for part in parts)
        what = f"“{target.key}”写的是{target.quantity.written}，等于的各项合计{added.written}（{shown}）"
        problems.add(formula, what, "请核对总数和各分项，改正其中有误的一个")
