"""How text is cut for the full-text search.

Not by a word segmenter: it cuts 贫困村 now as one word, now as two, according to its neighbours, and a search must find
both. Hanzi are cut into overlapping pairs and searched as a phrase of pairs, which finds exactly the places where the
characters stand; numbers stay whole. It also spares the search the second that a dictionary takes to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.patterns import compiled

_RUN = compiled(r"(?P<han>[\u3400-\u9fff〇]+)|(?P<other>[0-9０-９]+(?:[.．][0-9０-９]+)?|[A-Za-z]+)")
_NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.")
# SQLite's tokenizer would cut 1.329 at the point; one letter keeps it whole.
_POINT = "p"


def index_terms(text: str) -> str:
    """The terms of ``text`` in order, separated by blanks."""
    return " ".join(_terms(text))


def query_phrase(words: str) -> str:
    """An FTS5 phrase for one search word; empty where it has no letter, Hanzi or digit."""
    runs = list(_RUN.finditer(words))
    if not runs:
        return ""
    terms = [term for run in runs[:-1] for term in _run_terms(run)]
    last = _run_terms(runs[-1])
    if runs[-1]["han"] is None:
        return f'"{" ".join([*terms, *last])}"'
    # The text may go on behind the last Hanzi, so its lone term is left out, or is the beginning of a pair.
    if len(last) > 1:
        return f'"{" ".join([*terms, *last[:-1]])}"'
    return f'"{" ".join([*terms, *last])}" *'


def query_terms(words: str) -> str:
    """An FTS5 query for a search: every word between blanks must stand in the passage."""
    return " AND ".join(phrase for word in words.split() if (phrase := query_phrase(word)))


def _terms(text: str) -> Iterator[str]:
    for run in _RUN.finditer(text):
        yield from _run_terms(run)


def _run_terms(run: re.Match[str]) -> list[str]:
    """Pairs and the last character of a run of Hanzi; a number or a foreign word as it is."""
    if (han := run["han"]) is not None:
        return [*(han[at : at + 2] for at in range(len(han) - 1)), han[-1]]
    return [run.group().translate(_NARROW).replace(".", _POINT).lower()]
