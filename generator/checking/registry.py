"""Which rules there are and which of them a check runs."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from importlib import import_module

from generator.checking.profile import Profile
from generator.checking.rule import Rule
from generator.errors import InputError, Problem

RULES_PACKAGE = "generator.rules"


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule below :mod:`generator.rules`, by name."""
    return tuple(sorted(_discover(), key=lambda rule: rule.name))


def _discover() -> Iterator[Rule]:
    package = import_module(RULES_PACKAGE)
    for module in pkgutil.walk_packages(package.__path__, f"{RULES_PACKAGE}."):
        if not module.ispkg:
            yield import_module(module.name).check


def select_rules(
    *, profile: str = "issue", select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The rules of ``profile``, or exactly those that ``select`` names, without those that ``ignore`` names.

    A name is a rule's or a bundle's. What is selected by name runs whatever the profile. Unknown names, and a choice
    that leaves no rule, are InputErrors.
    """
    rules = all_rules()
    unknown = [name for name in (*select, *ignore) if not any(rule.answers_to(name) for rule in rules)]
    if unknown:
        raise InputError([unknown_rule(name) for name in unknown])
    asked = Profile(profile)
    chosen = tuple(
        rule
        for rule in rules
        if (_answers(rule, select) if select else asked.includes(rule.profile)) and not _answers(rule, ignore)
    )
    if not chosen:
        raise InputError(
            Problem(
                file="--select/--ignore",
                what="没有剩下一条规则可用",
                remedy="请放宽 --ignore 或改写 --select",
            )
        )
    return chosen


def find_rule(name: str) -> Rule:
    """The rule named ``name``, now or formerly; an unknown name is an InputError with near names."""
    for rule in all_rules():
        if name == rule.name or name in rule.aliases:
            return rule
    raise InputError(unknown_rule(name))


def unknown_rule(name: str) -> Problem:
    """What to tell a user who named a rule or bundle that does not exist."""
    known = [rule.name for rule in all_rules()]
    bundles = sorted({rule.bundle for rule in all_rules()})
    wanted = name.strip().lower().replace("_", "-")
    near = get_close_matches(wanted, [*known, *bundles], n=3, cutoff=0.5)
    near = near or [rule for rule in known if wanted and wanted in rule][:3]
    remedy = f"是不是：{'、'.join(near)}" if near else "用 nigao explain 看有哪些规则"
    return Problem(file="规则", what=f"没有名为“{name}”的规则或规则组", remedy=remedy)


def _answers(rule: Rule, names: Sequence[str]) -> bool:
    return any(rule.answers_to(name) for name in names)
