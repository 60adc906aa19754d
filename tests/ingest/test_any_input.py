"""Whatever the bytes: a value or an InputError whose every problem is a Chinese sentence with its remedy."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import InputError, Problem
from generator.ingest.drafts import read_document
from generator.ingest.policy_facts import policy_facts
from generator.ingest.policy_yaml import load_policy
from tests.ingest.pdf_builder import Words, make_pdf
from tests.ingest.policies import REGISTRY, RIGHT

_SCRAPS = st.sampled_from(
    [
        *"：:{}[]|>&*!%@`'\"#-?,，、+ \t\n",
        "{{ ",
        " }}",
        "{% ",
        "- ",
        ": ",
        "6645",
        "人",
        "指标",
        "\x00",
        "\u2028",
    ]
)
_PLACES = st.integers(0, len(RIGHT))


def in_a_file(name: str, content: bytes, read: Callable[[Path], object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        problems = problems_of(lambda: read(path))
    for problem in problems:
        assert re.search("[\u4e00-\u9fff]{2}", problem.what)
        assert problem.remedy


def problems_of(action: Callable[[], object]) -> tuple[Problem, ...]:
    try:
        action()
    except InputError as error:
        return error.problems
    return ()


def load_and_read(path: Path) -> None:
    facts = policy_facts(load_policy(path, REGISTRY), path)
    for figure in facts.figures:
        assert figure.span.of(facts.document.text) == figure.quote


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_PLACES, st.integers(0, 8), _SCRAPS), min_size=1, max_size=3))
def test_a_policy_with_scraps_typed_into_it(edits: list[tuple[int, int, str]]) -> None:
    text = RIGHT
    for at, length, scrap in edits:
        text = text[:at] + scrap + text[at + length :]
    in_a_file("稿.yaml", text.encode(), load_and_read)


@settings(max_examples=100, deadline=None)
@given(_PLACES)
def test_a_policy_cut_short(end: int) -> None:
    in_a_file("稿.yaml", RIGHT[:end].encode(), load_and_read)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["txt", "md", "html", "yaml", "docx", "xlsx", "pdf"]))
def test_any_bytes(content: bytes, suffix: str) -> None:
    in_a_file(f"稿.{suffix}", content, load_and_read if suffix == "yaml" else read_document)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_any_text_in_html(text: str, encoding: str) -> None:
    page = f"<html><body><p>全县12个村。{text}</p></body></html>"
    in_a_file("页.html", page.encode(encoding, errors="replace"), read_document)


def a_sheet() -> bytes:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["清原镇", 812, 0.5])
    book.save(out)
    return out.getvalue()


WHOLE = {
    "xlsx": a_sheet(),
    "pdf": make_pdf([[Words(text="全县共有12个村。"), Words(text="甲镇5个。", y=600)]]),
}


@pytest.mark.parametrize("suffix", WHOLE)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_file(suffix: str, data: st.DataObject) -> None:
    content = bytearray(WHOLE[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(content)))
    in_a_file(f"稿.{suffix}", bytes(content[:end] if data.draw(st.booleans()) else content), read_document)
