"""What the full-text search finds."""

from __future__ import annotations

import sqlite3

import pytest

from generator.corpusdb.search_terms import index_terms, query_terms

TEXT = "全县完成6645人脱贫，16个贫困村退出；总规模1.329万人，危房改造３７２户，推行PPP模式。"


def finds(query: str, text: str = TEXT) -> bool:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5 (words, tokenize = 'unicode61')")
    connection.execute("INSERT INTO found VALUES (?)", (index_terms(text),))
    terms = query_terms(query)
    found = terms and connection.execute("SELECT 1 FROM found WHERE words MATCH ?", (terms,)).fetchone()
    connection.close()
    return bool(found)


@pytest.mark.parametrize(
    "query",
    [
        "贫困村",
        "脱贫",
        "6645",
        "6645人",
        "6645人脱贫",
        "16个贫困村",
        "1.329万",
        "372",
        "改造372户",
        "ppp",
        "村",
        "贫困村 危房",
        "完成6645",
    ],
)
def test_a_query_finds_what_stands_there(query: str) -> None:
    assert finds(query)


@pytest.mark.parametrize(
    "query", ["贫村", "645", "664", "329", "脱贫户", "人均", "贫困村 搬迁", "6645户", "。", "", "完成6646"]
)
def test_a_query_does_not_find_what_does_not(query: str) -> None:
    assert not finds(query)


@pytest.mark.parametrize("query", ['"', "AND", "贫困*", "a OR b", "(", "near(贫困)"])
def test_signs_of_the_query_language_are_no_commands(query: str) -> None:
    finds(query)
