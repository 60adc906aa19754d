"""层次标题的字体不合惯例。

## 检查内容

看 .docx 独立成行的层次标题：第一层“一、”用黑体，第二层“（一）”用楷体，第三层“1.”和第四层“（1）”用仿宋，都是三号。
不一样的，每一层合起来提示一次。

## 依据

GB/T 9704—2012《党政机关公文格式》7.3.3：一般第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标注。只作提示。

## 反例

    版面：其余 仿宋_GB2312 16磅
    ⟦一、工作目标⟧
    年内全部销号。

    ——

    版面：第1段 黑体 14磅；其余 仿宋_GB2312 16磅
    ⟦一、工作目标⟧
    年内全部销号。

## 正例

    版面：第1段 黑体 16磅；第3段 楷体_GB2312 16磅；其余 仿宋_GB2312 16磅
    一、工作目标
    年内全部销号。
    （一）产业扶贫
    各乡镇都有主导产业。

    ——

    版面：第2段 黑体 16磅；其余 仿宋_GB2312 16磅
    年内全部销号。
    一、工作目标
    1.发展产业
    各乡镇都有主导产业。

    ——

    版面：纸 210×297
    一、工作目标
    年内全部销号。

## 已知局限

标题与正文接排在一段里的不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.looks import kind_of_font, told_look
from generator.checking.page_elements import heading_blocks, looked
from generator.checking.rule import Needs, rule
from generator.model.facts import Heading
from generator.model.finding import Finding, Severity
from generator.model.layout import ParagraphLook
from generator.standards.gbt9704 import HEADING_1

_KINDS = {1: "黑体", 2: "楷体", 3: "仿宋", 4: "仿宋"}
_LEVELS = {1: "第一层", 2: "第二层", 3: "第三层", 4: "第四层"}
_SHOWN = 10


@rule(
    title="层次标题的字体不合惯例",
    severity=Severity.HINT,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="第一层用三号黑体，第二层用三号楷体，第三、四层用三号仿宋",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    wrong: dict[int, list[tuple[Heading, ParagraphLook]]] = {}
    for heading, block in heading_blocks(ctx):
        look = looked(ctx, block)
        if heading.level in _KINDS and _differs(look, _KINDS[heading.level]):
            wrong.setdefault(heading.level, []).append((heading, look))
    for level, found in wrong.items():
        heading, look = found[0]
        yield Finding(
            severity=Severity.HINT,
            message=(
                f"{_LEVELS[level]}标题有{len(found)}处不是三号{_KINDS[level]}"
                f"（此处为{told_look(look.font, look.size)}）"
            ),
            span=heading.span,
            related=tuple(ctx.here(other.span) for other, _ in found[1:_SHOWN]),
        )


def _differs(look: ParagraphLook, kind: str) -> bool:
    other_font = bool(look.font) and kind_of_font(look.font) != kind
    return other_font or (bool(look.size) and look.size != HEADING_1.points * 2)
