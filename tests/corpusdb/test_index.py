"""The index keeps sources, whatever happens to its file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.corpusdb.indexer import FileMark, known_files, put_source, remove_files
from generator.corpusdb.migrations import MIGRATIONS
from generator.corpusdb.queries import list_identities, load_source, load_sources, search_passages
from generator.corpusdb.store import open_memory_store, open_store
from generator.corpusdb.values_json import dump_value, load_value
from generator.model.facts import DocumentFacts
from generator.model.source import SourceIdentity
from tests.corpusdb.samples import full_source


def mark(content: str) -> FileMark:
    return FileMark(stamp="1 1", content_hash=content)


@pytest.fixture
def store() -> Iterator[sqlite3.Connection]:
    connection = open_memory_store()
    yield connection
    connection.close()


def test_a_source_comes_back_as_it_was(store: sqlite3.Connection) -> None:
    source = full_source()
    put_source(store, source, mark("hash"))
    assert load_sources(store) == (source,)
    assert load_source(store, "云溪县要点") == source
    assert list_identities(store) == (source.identity,)
    assert load_sources(store)[0].facts.document.paragraph_at(15) == 2


def test_a_source_is_replaced_by_its_new_reading(store: sqlite3.Connection) -> None:
    put_source(store, full_source(), mark("old"))
    put_source(store, full_source(text="易地搬迁不少于372户。\n（牵头单位：县发改局）"), mark("new"))
    assert known_files(store)["云溪县要点.txt"].content_hash == "new"
    assert search_passages(store, "危房") == ()
    assert len(search_passages(store, "易地搬迁")) == 1


def test_nothing_of_a_removed_source_is_left(store: sqlite3.Connection) -> None:
    put_source(store, full_source(), mark("hash"))
    remove_files(store, ["云溪县要点.txt"])
    for table in ("source", "figure", "assignment", "agency", "passage", "passage_words"):
        assert store.execute("SELECT count(*) FROM " + table).fetchone() == (0,), table


def test_a_passage_is_found_with_its_figures_and_agencies(store: sqlite3.Connection) -> None:
    put_source(store, full_source(), mark("hash"))
    (hit,) = search_passages(store, "372")
    assert hit.text == "危房改造不少于372户。"
    assert [span.of(full_source().facts.document.text) for span in hit.figures] == ["372户"]
    (hit,) = search_passages(store, "住建局")
    assert [span.of(full_source().facts.document.text) for span in hit.agencies] == ["县住建局"]


def test_a_source_that_cannot_be_written_leaves_the_old_one(store: sqlite3.Connection) -> None:
    put_source(store, full_source(), mark("old"))
    store.execute("CREATE TRIGGER full BEFORE INSERT ON agency BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    with pytest.raises(sqlite3.IntegrityError):
        put_source(store, full_source(text="另一份材料，共有372户的\n（牵头单位：县住建局）"), mark("new"))
    assert known_files(store)["云溪县要点.txt"].content_hash == "old"
    assert len(search_passages(store, "危房")) == 1


@pytest.mark.parametrize("damage", [b"no database at all", b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_damaged_index_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(damage)
    connection = open_store(path)
    assert load_sources(connection) == ()
    put_source(connection, full_source(), mark("hash"))
    connection.close()


def test_an_index_of_a_later_version_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    connection = open_store(path)
    put_source(connection, full_source(), mark("hash"))
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    connection = open_store(path)
    assert load_sources(connection) == ()
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    connection.close()


def test_an_index_is_kept_and_written_ahead(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    connection = open_store(path)
    put_source(connection, full_source(), mark("hash"))
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
    connection = open_store(path)
    assert load_sources(connection) == (full_source(),)
    connection.close()


def test_what_is_no_value_of_the_type_is_refused() -> None:
    facts = dump_value(full_source().facts)
    assert load_value(DocumentFacts, facts) == full_source().facts
    for text in ("{}", "[]", "[1,2]", "not json", facts.replace("at_least", "wrong")):
        with pytest.raises(ValueError, match=r".*"):
            load_value(DocumentFacts, text)
    with pytest.raises(ValueError, match="SourceIdentity"):
        load_value(SourceIdentity, facts)
