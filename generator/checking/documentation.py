"""What a user may read about a rule: ``nigao explain`` and the pages under docs/rules/."""

from __future__ import annotations

from generator.checking.registry import all_rules, find_rule
from generator.checking.rule import Needs, Rule
from generator.checking.runner import CRASHED
from generator.patterns import compiled

HEADINGS = ("检查内容", "依据", "反例", "正例", "已知局限")

_REPEATED = compiled("⦃(.+?)×([0-9]+)⦄")  # how an example that must be long is written
_NEEDS = {Needs.SOURCES: "　需要：来源语料", Needs.LAYOUT: "　需要：.docx 稿件"}
_CRASHED_PAGE = f"""# {CRASHED}

某条规则运行时出错。

级别：存疑　档次：全部

## 检查内容

这不是稿件的问题：一条规则在这份稿件上出了错，没有查完。其他规则照常查完，结果不受影响。
请把这条提示连同稿件交给维护人员；出错的那一项先由人工核对。"""


def explain(name: str) -> str:
    """The page of one rule; an unknown name is an InputError with near names."""
    return _CRASHED_PAGE if name == CRASHED else page(find_rule(name))


def page(rule: Rule) -> str:
    """A rule's documentation as Markdown, without a final newline."""
    title, _, body = rule.documentation.partition("\n")
    needs = _NEEDS.get(rule.needs, "")
    body = _REPEATED.sub(r"\1……（重复\2遍）", body)
    return (
        f"# {rule.name}\n\n{title}\n\n"
        f"级别：{rule.severity.label}　档次：{rule.profile.label}起{needs}\n\n"
        f"怎么办：{rule.advice}。\n\n{body.strip()}"
    )


def overview() -> str:
    """Every rule with its title, a line each, the names lined up."""
    rules = all_rules()
    width = max(len(rule.name) for rule in rules)
    lines = (f"{rule.name:<{width}}  {rule.severity.label}  {rule.title}" for rule in rules)
    return "\n".join((*lines, "\n看其中一条的说明：nigao explain 规则名"))
