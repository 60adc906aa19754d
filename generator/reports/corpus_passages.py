"""Passages, contradictions and unknown agencies of a corpus as readable text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from generator.checking.places import describe_source
from generator.model.corpus import Conflict, LearntAgency, PassageHit
from generator.model.place import Span

_BOLD, _UNDER, _END = "\033[1m", "\033[4m", "\033[0m"


def render_passages(hits: Sequence[PassageHit], words: str, *, color: bool) -> str:
    """Each passage under its document; the words searched for, figures and agencies are marked.

    On a terminal the words are bold and the rest is underlined; elsewhere words stand in 【】, figures and agencies in
    ⟨⟩.
    """
    if not hits:
        return f"语料里没有找到“{words}”。可以换个说法，或用 nigao corpus list 看有哪些来源。"
    shown = []
    for hit in hits:
        source = hit.source
        date = source.issue_date.isoformat() if source.issue_date else ""
        head = "　".join(part for part in (describe_source(source), date, source.place) if part)
        shown.append(f"{head} [{source.id}]\n    {_marked(hit, words.split(), color=color)}")
    return "\n".join(shown)


def _marked(hit: PassageHit, words: Sequence[str], *, color: bool) -> str:
    found = [Span(m.start(), m.end()) for word in words for m in re.finditer(re.escape(word), hit.text)]
    spans = [(span, True) for span in found]
    spans += [(span.shifted(-hit.span.start), False) for span in (*hit.figures, *hit.agencies)]
    pieces: list[str] = []
    at = 0
    for span, searched in sorted(spans, key=lambda pair: (pair[0].start, -len(pair[0]))):
        if span.start < at:
            continue
        pieces += [hit.text[at : span.start], _mark(span.of(hit.text), searched=searched, color=color)]
        at = span.end
    return "".join([*pieces, hit.text[at:]]).strip()


def _mark(text: str, *, searched: bool, color: bool) -> str:
    if color:
        return f"{_BOLD if searched else _UNDER}{text}{_END}"
    return f"【{text}】" if searched else f"⟨{text}⟩"


def render_conflicts(conflicts: Sequence[Conflict]) -> str:
    """Both sides of each contradiction; the higher-ranking document first."""
    if not conflicts:
        return "各来源之间没有发现互相矛盾的数。"
    lines = [f"有{len(conflicts)}处来源互相矛盾，程序不代为取舍，请核对原件："]
    for number, conflict in enumerate(conflicts, start=1):
        name = f"“{conflict.indicator}”" if conflict.indicator else ""
        lines.append(f"{number}. {name}{conflict.first.quote} / {conflict.second.quote}")
        for side in (conflict.first, conflict.second):
            lines.append(f"    {side.source}{side.place}：{side.passage}")
    lines.append("排在前面的是上级的或较新的文件。已经废止的，在它的元数据里把状态改为“已废止”。")
    return "\n".join(lines)


def render_agencies(agencies: Sequence[LearntAgency]) -> str:
    """A line for each unknown name."""
    if not agencies:
        return "语料里的单位都已登记。"
    lines = [f"语料里有{len(agencies)}个单位没有登记："]
    for each in agencies:
        near = f"，与已登记的“{each.near}”相近，可能是同一个或写错" if each.near else ""
        odd = "" if each.regular else "，写法少见，请核对"
        lines.append(f"  {each.name}（{each.count}处，见{each.source}{near}{odd}）")
    lines.append("用 -o 写成名录文件，核对后放进语料文件夹的 agencies/ 里就登记了。")
    return "\n".join(lines)


def agencies_yaml(agencies: Iterable[LearntAgency]) -> str:
    """A registry file of the regular names, to be looked over by the clerk."""
    lines = ["# 从语料里学到的单位名称。请核对：写错的删去，是简称的改写到全称的“简称”或“别名”里。\n机关:\n"]
    for each in agencies:
        remark = f"  # 与“{each.near}”相近" if each.near else ""
        mark = "" if each.regular else "# "
        lines.append(f"  {mark}- {{名称: {json.dumps(each.name, ensure_ascii=False)}}}{remark}\n")
    return "".join(lines)
