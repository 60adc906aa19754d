"""The JSON of the contract."""

from __future__ import annotations

import json

from generator.reports.json_v1 import render_json
from tests.reports.samples import TEXT, report


def test_the_object_is_exactly_the_contract_plus_added_keys() -> None:
    whole = json.loads(render_json([report()]))
    assert whole["version"] == 1
    (document,) = whole["documents"]
    assert document["source"] == "稿.txt"
    (finding, *_) = document["findings"]
    assert finding["rule"] == "sums.parts-differ-from-total"
    assert finding["severity"] == "error"
    assert finding["message"] == "总数为6645人，分项合计6644人"
    assert finding["location"] == {"start": 4, "end": 9, "quote": "6645人", "paragraph": 1}
    assert finding["suggestion"] == {"replace": "6644人", "safety": "unsafe"}
    assert finding["advice"] == "逐项核对"
    assert document["figures"] == {"total": 3, "verified": 1, "contradicted": 1, "unverified": 1}


def test_every_place_quotes_its_own_characters() -> None:
    (document,) = json.loads(render_json([report()]))["documents"]
    places = [finding["location"] for finding in document["findings"]] + [
        other
        for finding in document["findings"]
        for other in finding["related"]
        if other["source"] == document["source"]
    ]
    assert places
    assert all(TEXT[place["start"] : place["end"]] == place["quote"] for place in places)


def test_the_other_side_names_the_corpus_document() -> None:
    (document,) = json.loads(render_json([report()]))["documents"]
    assert {other["source"] for finding in document["findings"] for other in finding["related"]} == {
        "稿.txt",
        "市任务.txt",
    }


def test_the_ledger_has_every_figure_with_status_and_proof() -> None:
    (document,) = json.loads(render_json([report()]))["documents"]
    entries = document["ledger"]["figures"]
    assert [(entry["quote"], entry["status"]) for entry in entries] == [
        ("6645人", "contradicted"),
        ("4783人", "verified"),
        ("372户", "unverified"),
    ]
    assert entries[1]["proof"] == "来源《市任务》第1段"


def test_no_draft_is_an_empty_list() -> None:
    assert json.loads(render_json([])) == {"version": 1, "documents": []}
