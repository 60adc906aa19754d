"""Which sources of a large corpus may speak of what a draft states."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.corpusdb.indexer import value_key
from generator.matching.home import home_place, place_stem
from generator.matching.pairing import rarity
from generator.model.facts import DocumentFacts

_TELLING = 0.45
_MOST_HOLDERS = 200  # a figure that stands in more sources than this points at none of them


def candidate_ids(connection: sqlite3.Connection, draft: DocumentFacts, *, most: int) -> tuple[str, ...]:
    """Ids of at most ``most`` sources: those cited, those of the draft's place, those that share most rare figures."""
    chosen = dict.fromkeys(_cited(connection, draft))
    shared = _sharing_figures(connection, draft)
    of_place = sorted(_of_place(connection, home_place(draft)), key=lambda name: (-shared[name], name))
    chosen.update(dict.fromkeys(of_place))
    chosen.update(dict.fromkeys(name for name, _ in shared.most_common(most)))
    return tuple(sorted(list(chosen)[:most]))


def _cited(connection: sqlite3.Connection, draft: DocumentFacts) -> Iterable[str]:
    header = draft.header
    numbers = {header.document_number, *(citation.document_number for citation in draft.citations)}
    titles = {header.title, *(citation.title for citation in draft.citations)}
    for column, wanted in (("document_number", numbers), ("title", titles)):
        yield from _where(connection, column, [value for value in wanted if value])


def _where(connection: sqlite3.Connection, column: str, values: Sequence[str]) -> Iterable[str]:
    statement = {
        "document_number": "SELECT id FROM source WHERE document_number = ?",
        "title": "SELECT id FROM source WHERE title = ?",
    }[column]
    for value in values:
        yield from (name for (name,) in connection.execute(statement, (value,)))


def _of_place(connection: sqlite3.Connection, place: str) -> list[str]:
    if not place:
        return []
    rows = connection.execute("SELECT id FROM source WHERE place = ?", (place_stem(place),))
    return [name for (name,) in rows]


def _sharing_figures(connection: sqlite3.Connection, draft: DocumentFacts) -> Counter[str]:
    """For each source the weight of the figures that it shares with the draft."""
    weights: Counter[str] = Counter()
    keys = {(figure.value, figure.unit) for figure in draft.figures}
    for value, unit in sorted(keys):
        if (weight := rarity((value, unit))) < _TELLING:
            continue
        rows = connection.execute(
            "SELECT DISTINCT source FROM figure WHERE value = ? AND unit = ? LIMIT ?",
            (value_key(value), unit, _MOST_HOLDERS + 1),
        ).fetchall()
        if len(rows) <= _MOST_HOLDERS:
            for (name,) in rows:
                weights[name] += round(100 * weight)
    return weights
