"""Words that narrow what a figure counts, and words that tell an aim from a result or a condition."""

from __future__ import annotations

from generator.model.facts import FigureRole
from generator.model.place import Span
from generator.patterns import compiled

_SCOPE = compiled(
    "其中|建档立卡|非贫困村|深度贫困村?|贫困村|现行(?:国家)?标准|已脱贫|未脱贫|剩余|累计|新增|同比|人均|户均|全县|全市|全省|全区|全国|农村|城镇"
)
_TARGET = compiled("确保|力争|完成|实现|达到|计划|目标|要|将|拟|争取|保证|控制在|不低于|不少于")
_CONDITION_AFTER = compiled("(?:及)?以[上下内](?:的)?[\u4e00-\u9fff]|户(?:不低于|人均|控制|以上|[，、])|周岁")
_REACH = 10


def find_scope(text: str, clause: Span, figure: Span) -> tuple[str, ...]:
    """Scope words of the clause before the figure and of the noun right after it, in order, each once."""
    end = min(clause.end, figure.end + _REACH) if clause.end > figure.end else figure.end
    return tuple(dict.fromkeys(found[0] for found in _SCOPE.finditer(text, clause.start, end)))


def role_of(text: str, clause: Span, figure: Span) -> FigureRole:
    """A condition such as 30户以上的村, an aim (完成, 确保, 力争), or a stated fact."""
    if _CONDITION_AFTER.match(text, figure.end):
        return FigureRole.CONDITION
    return FigureRole.TARGET if _TARGET.search(text, clause.start, figure.start) else FigureRole.FACT
