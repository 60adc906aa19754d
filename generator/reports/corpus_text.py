"""Sources of the corpus as readable text."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.corpus import Added
from generator.model.source import Source, SourceIdentity, identity_fields
from generator.reports.text_table import render_table


def render_source_list(sources: Sequence[SourceIdentity]) -> str:
    """A table with a line per source; its first column is the name that ``corpus show`` takes."""
    if not sources:
        return "语料里还没有来源：请把公文原文或事实表放进语料文件夹。"
    rows = (
        (
            source.id,
            source.title,
            source.document_number,
            source.issue_date.isoformat() if source.issue_date else "",
            source.place,
            source.status.value,
        )
        for source in sources
    )
    return render_table(("来源", "标题", "发文字号", "成文日期", "地区", "状态"), rows)


def render_source(source: Source) -> str:
    """Identity, then every figure and every assignment of one source."""
    identity, facts = source.identity, source.facts
    lines = [
        f"来源：{identity.id}（{identity.file}）",
        f"标题：{identity.title or '（未读到）'}",
        f"发文机关：{identity.issuer or '（未读到）'}",
        f"发文字号：{identity.document_number or '（未读到）'}",
        f"成文日期：{identity.issue_date.isoformat() if identity.issue_date else '（未读到）'}",
        f"级别：{identity.level.value if identity.level else '（未读到）'}　地区：{identity.place or '（未读到）'}　状态：{identity.status.value}",
        f"\n数（{len(facts.figures)} 个）",
        render_table(
            ("指标", "数", "年度", "地区", "口径", "位置"),
            (
                (
                    figure.indicator,
                    figure.quote,
                    figure.year,
                    figure.place,
                    "、".join(figure.scope),
                    figure.task,
                )
                for figure in facts.figures
            ),
        ),
        f"\n任务分工（{len(facts.assignments)} 条）",
        render_table(
            ("任务", "牵头", "责任", "配合"),
            (
                (item.task, "、".join(item.lead), "、".join(item.responsible), "、".join(item.supporting))
                for item in facts.assignments
            ),
        ),
    ]
    return "\n".join(lines)


def render_added(added: Added) -> str:
    """What was read of a new source, and what is missing."""
    if not added.fresh:
        return f"已在语料里：{added.name}"
    fields = identity_fields(added.identity)
    told = "　".join(f"{name}：{value}" for name, value in fields.items() if value)
    missing = [name for name, value in fields.items() if not value]
    lines = [f"已加入 {added.name}", f"    {told}"]
    if missing and added.metadata is not None:
        lines.append(f"    没有读出：{'、'.join(missing)}。请在 {added.metadata} 里补上，核对才准")
    elif added.metadata is not None:
        lines.append(f"    读得不对的，请改 {added.metadata}")
    return "\n".join(lines)
