"""What a rule is: a function with a name, a title and a severity."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from generator.checking.context import RuleContext
from generator.checking.profile import Profile
from generator.model.finding import Finding, Severity

Check = Callable[[RuleContext], Iterator[Finding]]

_RULES_PACKAGE = "generator.rules."


class Needs(Enum):
    """What a rule cannot work without. The runner leaves out a rule whose need is not met, and says so."""

    TEXT = "text"
    SOURCES = "sources"
    LAYOUT = "layout"


class Proof(Enum):
    """What a rule's findings rest on. Of several findings about one figure the strongest proof speaks.

    ``FORM`` is for everything that is not about the value of a figure; such findings never absorb each other.
    """

    ARITHMETIC = "算式"
    REPEAT = "同文"
    SOURCE = "来源"
    SCOPE = "口径"
    FORM = "形式"

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return list(Proof).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A check with everything a user may be told of it.

    ``name`` is derived from the file (``sums.parts-differ-from-total``), ``severity`` the gravest that its findings
    have, ``advice`` what to do about a finding, ``documentation`` the text of its module, ``aliases`` former names.
    """

    name: str
    check: Check
    title: str
    severity: Severity
    profile: Profile
    needs: Needs = Needs.TEXT
    proof: Proof = Proof.FORM
    advice: str = ""
    aliases: tuple[str, ...] = ()
    documentation: str = ""

    @property
    def bundle(self) -> str:
        """The folder that the rule lives in: ``sums``."""
        return self.name.partition(".")[0]

    def answers_to(self, name: str) -> bool:
        """Whether a user who writes ``name`` (a rule, a former name, a bundle) means this rule."""
        return name in (self.name, self.bundle, *self.aliases)


def rule(
    *,
    title: str,
    severity: Severity,
    profile: str,
    needs: Needs = Needs.TEXT,
    proof: Proof = Proof.FORM,
    advice: str = "",
    aliases: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Makes a rule of the decorated function; its name comes from the file, its documentation from the docstring."""

    def make(check: Check) -> Rule:
        return Rule(
            name=name_from_module(check.__module__),
            check=check,
            title=title,
            severity=severity,
            profile=Profile(profile),
            needs=needs,
            proof=proof,
            advice=advice,
            aliases=aliases,
            documentation=(sys.modules[check.__module__].__doc__ or "").strip(),
        )

    return make


def name_from_module(module: str) -> str:
    """``generator.rules.sums.parts_differ_from_total`` is the rule ``sums.parts-differ-from-total``."""
    return module.removeprefix(_RULES_PACKAGE).replace("_", "-")
