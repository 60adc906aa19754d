"""The five longer drafts with planted slips are labelled truly; what the checker finds in them is scored apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "tuning_forms"
SLIPS = frozenset(
    {
        "value_wrong",
        "unit_wrong",
        "year_wrong",
        "place_wrong",
        "scope",
        "swapped",
        "sum_wrong",
        "ratio_wrong",
        "difference_wrong",
        "product_wrong",
        "count_wrong",
        "lead_wrong",
        "responsible_missing_or_extra",
        "agency_name_wrong",
        "document_number_wrong",
        "citation_title_wrong",
        "date_impossible",
        "deadline_wrong",
        "limit_wrong",
    }
)
DECOYS = frozenset(
    {
        "derived",
        "rounding",
        "converted_unit",
        "scope_differs",
        "year_differs",
        "target_vs_actual",
        "part_of",
        "split_phases",
        "non_exhaustive",
        "at_least",
        "same_looking_pair",
        "same_name_other_indicator",
        "agency_full_name",
    }
)
EVIDENCE = frozenset({"draft", "source", "both", "calendar"})
DRAFTS = tuple(sorted(path.name for path in HERE.glob("*.txt")))


def rows(name: str, file: str | None = None) -> list[dict[str, object]]:
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return [row for row in found if file in (None, row["file"])]


def covered(row: dict[str, object]) -> list[str]:
    """What the spans of a row cover, once it is sure that each lies within its draft."""
    text = (HERE / str(row["file"])).read_text(encoding="utf-8")
    spans = row["spans"]
    assert isinstance(spans, list)
    assert spans
    assert all(0 <= start < end <= len(text) for start, end in spans)
    return [text[start:end] for start, end in spans]


def test_the_drafts_are_those_with_a_corpus() -> None:
    corpus = json.loads((HERE / "corpus.json").read_text(encoding="utf-8"))
    assert tuple(sorted(corpus)) == DRAFTS
    assert len(DRAFTS) == 5
    assert all(len(prefix) == 3 and prefix.isdigit() for prefixes in corpus.values() for prefix in prefixes)


@pytest.mark.parametrize("name", ["labels", "decoys"])
def test_spans_cover_the_words_they_name(name: str) -> None:
    for row in rows(name):
        text = (HERE / str(row["file"])).read_text(encoding="utf-8")
        assert covered(row) == row["texts"]
        assert str(row["quote"]) in text
        assert row["why"]


def test_neutral_places_lie_in_their_drafts() -> None:
    for row in rows("neutral"):
        assert all(covered(row))
        assert row["why"]


def test_kinds_are_known() -> None:
    assert {str(row["kind"]) for row in rows("labels")} == SLIPS
    assert {str(row["kind"]) for row in rows("decoys")} == DECOYS
    assert {str(row["evidence"]) for row in rows("labels")} <= EVIDENCE


@pytest.mark.parametrize("draft", DRAFTS)
def test_every_draft_has_slips_and_decoys(draft: str) -> None:
    assert 6 <= len(rows("labels", draft)) <= 9
    assert 5 <= len(rows("decoys", draft)) <= 7


def test_a_slip_is_no_decoy() -> None:
    for slip in rows("labels"):
        wrong = slip["spans"]
        assert isinstance(wrong, list)
        start, end = wrong[0]
        for decoy in rows("decoys", str(slip["file"])):
            spans = decoy["spans"]
            assert isinstance(spans, list)
            assert all(end <= first or last <= start for first, last in spans)


def test_ids_are_unique_in_their_draft() -> None:
    for name in ("labels", "decoys"):
        keys = [(row["file"], row["id"]) for row in rows(name)]
        assert len(set(keys)) == len(keys)
