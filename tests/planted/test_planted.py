"""The drafts with planted slips are labelled truly: every span lies in its draft and covers the words that it names.

``tuning`` was looked at while the matching was built, ``second`` once and then mended, ``heldout`` only at the end, ``third`` to ``fourteenth`` each first when what
the ones before had shown was mended; ``independent_1`` to ``_24`` were written without knowledge of the checker, from ``_3`` on each first scored and then looked at. They are scored apart from the tests, since a score is no yes or no;
``test_independent.py`` holds what has been reached on those.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FOLDERS = [
    pytest.param(HERE / name, id=name)
    for name in [
        "tuning",
        "second",
        "heldout",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        *(f"independent_{number}" for number in range(1, 18)),
    ]
]


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("name", ["labels", "decoys"])
def test_spans_cover_the_words_they_name(folder: Path, name: str) -> None:
    for row in rows(folder, name):
        text = (folder / str(row["file"])).read_text(encoding="utf-8")
        spans, texts = row["spans"], row["texts"]
        assert isinstance(spans, list)
        assert [text[start:end] for start, end in spans] == texts
        assert row["why"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_draft_has_slips_decoys_and_a_corpus(folder: Path) -> None:
    drafts = {path.name for path in folder.glob("*.txt")}
    assert len(drafts) >= 2
    for name in ("labels", "decoys"):
        assert {row["file"] for row in rows(folder, name)} == drafts
    assert set(json.loads((folder / "corpus.json").read_text(encoding="utf-8"))) == drafts


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_slip_is_no_decoy(folder: Path) -> None:
    """The first span is the place meant; the others are its partners, of which a decoy may speak too."""
    slips = {(row["file"], tuple(row["spans"][0])) for row in rows(folder, "labels")}  # type: ignore[index]
    decoys = {(row["file"], tuple(row["spans"][0])) for row in rows(folder, "decoys")}  # type: ignore[index]
    assert not slips & decoys
