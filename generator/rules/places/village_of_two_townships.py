"""同一个村在文中写在了两个乡镇名下。

## 检查内容

文中同一个村写在某个乡镇名下至少两次，另有一次写在别的乡镇名下，那一次报存疑。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把地名是否准确列为签发前审核的重点。

## 反例

    白沙镇柳湾村建产地仓。培训在白沙镇柳湾村办。6月底前，⟦石桥镇柳湾村⟧的产地仓投入使用。

## 正例

    白沙镇柳湾村建产地仓。培训在白沙镇柳湾村办。6月底前，石桥镇关口村的门店开业。

    ——

    白沙镇新民村建产地仓，白沙镇新民村办培训，石桥镇新民村修路。

## 已知局限

一个县里有两个同名村、都写进一篇的，会误报。新民、红旗这一类常见的村名不查。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.matching.village_matching import ListedVillage, is_common_name, is_one_town, listed_villages
from generator.model.finding import Finding, Severity

_OFTEN = 2


@rule(
    title="同一个村在文中写在了两个乡镇名下",
    severity=Severity.WARNING,
    profile="draft",
    advice="核对行政区划，改正写错的那一处；确是两个同名村的，不用改",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    by_village: dict[str, list[ListedVillage]] = defaultdict(list)
    for entry in listed_villages(ctx.text):
        if entry.stated and not is_common_name(entry.village):
            by_village[entry.village].append(entry)
    for entries in by_village.values():
        first = max(entries, key=lambda entry: _times(entry, entries))
        times = _times(first, entries)
        others = [entry for entry in entries if not is_one_town(entry.town, first.town)]
        if times >= _OFTEN and len(others) == 1:
            yield Finding(
                severity=Severity.WARNING,
                message=f"“{others[0].span.of(ctx.text)}”在文中别处写作“{first.span.of(ctx.text)}”（{times}处）",
                span=others[0].span,
                related=(ctx.here(first.span),),
            )


def _times(entry: ListedVillage, entries: Sequence[ListedVillage]) -> int:
    """How often the village is listed under the township of ``entry``."""
    return sum(is_one_town(other.town, entry.town) for other in entries)
