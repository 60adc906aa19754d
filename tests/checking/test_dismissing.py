"""Findings that a person has set aside."""

from __future__ import annotations

from dataclasses import replace

from generator.checking.dismissing import dismissal_of, part_dismissed
from generator.model.dismissal import Dismissal
from generator.model.finding import Finding, Severity
from generator.model.place import Span

TEXT = "全县脱贫6645人，销号16个村。\n到年底脱贫6645人。\n"


def _finding(at: int, rule: str = "figures.contradicts-source") -> Finding:
    return Finding(
        severity=Severity.ERROR,
        message="来源为6654人",
        span=Span(at, at + 5),
        quote=TEXT[at : at + 5],
        rule=rule,
    )


FIRST, SECOND = _finding(TEXT.index("6645人")), _finding(TEXT.rindex("6645人"))


def test_the_finding_in_that_sentence_is_set_aside_and_the_other_stays() -> None:
    parted = part_dismissed([FIRST, SECOND], [dismissal_of(SECOND, TEXT, "口径不同")], TEXT)
    assert parted.kept == (FIRST,)
    assert [(each.finding, each.reason) for each in parted.dismissed] == [(SECOND, "口径不同")]
    assert parted.idle == ()


def test_without_a_sentence_every_place_with_these_words_is_set_aside() -> None:
    wide = Dismissal(rule=FIRST.rule, quote="6645人", reason="已经请示")
    assert part_dismissed([FIRST, SECOND], [wide], TEXT).kept == ()


def test_another_rule_at_the_same_place_still_speaks() -> None:
    other = replace(FIRST, rule="sums.parts-differ-from-total")
    assert part_dismissed([other], [dismissal_of(FIRST, TEXT, "口径不同")], TEXT).kept == (other,)


def test_a_changed_figure_comes_back_and_the_dismissal_is_idle() -> None:
    dismissal = dismissal_of(FIRST, TEXT, "口径不同")
    changed = TEXT.replace("6645人，", "6654人，", 1)
    finding = replace(FIRST, quote="6654人")
    parted = part_dismissed([finding], [dismissal], changed)
    assert parted.kept == (finding,)
    assert parted.idle == (dismissal,)


def test_blanks_and_a_sentence_moved_elsewhere_make_no_difference() -> None:
    dismissal = dismissal_of(FIRST, TEXT, "口径不同")
    moved = "新加的一段。\n" + TEXT.replace("全县脱贫", "全县 脱贫")
    at = moved.index("6645人")
    finding = replace(FIRST, span=Span(at, at + 5))
    assert part_dismissed([finding], [dismissal], moved).kept == ()
