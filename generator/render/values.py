"""What a ``{{ 名 }}`` in prose may refer to, and what it prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.errors import InputError, Problem
from generator.model.policy import Origin, PolicyDocument, Prose, ResponsibilityBook, Section
from generator.render.prose import REFERENCE, prose_blocks

PARTY = "乡镇"
OWN = "本级."


def county_values(policy: PolicyDocument) -> dict[str, str]:
    """Every target under its key, as written in the policy."""
    return {key: target.quantity.written for key, target in policy.targets.items()}


def book_values(policy: PolicyDocument, party: str) -> dict[str, str]:
    """The county's figures, the party's name, and the party's own shares under 本级."""
    own = {
        f"{OWN}{part.target}": row.quantity.written
        for part in policy.decompositions
        for row in part.rows
        if row.party == party
    }
    return {**county_values(policy), PARTY: party, **own}


def filled_in(text: str, values: Mapping[str, str], origin: Origin) -> str:
    """A single line of the policy with its references replaced; InputError where one is unknown."""
    if "{{" not in text:
        return text
    prose_blocks(Prose(markdown=text, origin=origin), values, place="责任书")  # names what is unknown
    return REFERENCE.sub(lambda match: values[match.group(1).strip()], text)


def book_sections(book: ResponsibilityBook, values: Mapping[str, str]) -> tuple[Section, ...]:
    """The book's sections with the references in their titles replaced; their prose still has its own."""
    return tuple(replace(each, title=filled_in(each.title, values, each.origin)) for each in book.sections)


def require_party(policy: PolicyDocument, party: str) -> None:
    """InputError where no decomposition names ``party``, or the policy has no book."""
    if policy.book is None:
        raise InputError(
            Problem(file=policy.file, what="没有“责任书”，做不出责任书", remedy="请在 YAML 里补上")
        )
    if party not in policy.parties():
        known = "、".join(policy.parties())
        raise InputError(
            Problem(file=policy.file, key_path="分解", what=f"分解里没有“{party}”", remedy=f"可选：{known}")
        )
