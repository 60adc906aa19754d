"""The index follows the corpus folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.model.agency import AgencyRegistry
from generator.usecases.build_index import INDEX_NAME, open_corpus, rebuild_corpus

NO_AGENCIES = AgencyRegistry()
SHEET = """文件: {标题: 云溪县任务书, 级别: 县, 地区: 云溪县, 成文日期: 2019-02-14}
指标:
  - {指标: 脱贫人口, 数值: 6321人, 年度: 2019}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "要点.txt").write_text("云溪县2019年工作要点\n完成危房改造372户。\n", encoding="utf-8")
    (tmp_path / "任务书.yaml").write_text(SHEET, encoding="utf-8")
    (tmp_path / "agencies").mkdir()
    (tmp_path / "agencies" / "云溪县.yaml").write_text("地区: 云溪县\n", encoding="utf-8")
    (tmp_path / ".隐藏.txt").write_text("不读", encoding="utf-8")
    (tmp_path / "README.md").write_text("说明", encoding="utf-8")
    return tmp_path


def read_files(corpus: Path) -> tuple[list[str], list[str]]:
    """The ids in the index, and the files that were read to bring it up to date."""
    read: list[str] = []
    opened = open_corpus(corpus, NO_AGENCIES, progress=lambda done, total, name: read.append(name))
    ids = [identity.id for identity in opened.identities]
    opened.close()
    return ids, read


def test_sheets_and_texts_are_read_and_the_rest_is_left(corpus: Path) -> None:
    ids, read = read_files(corpus)
    assert ids == ["任务书", "要点"]
    assert sorted(read) == ["任务书.yaml", "要点.txt"]


def test_only_what_changed_is_read_again(corpus: Path) -> None:
    read_files(corpus)
    assert read_files(corpus)[1] == []
    (corpus / "要点.txt").write_text("完成危房改造397户。\n", encoding="utf-8")
    assert read_files(corpus)[1] == ["要点.txt"]
    (corpus / "任务书.yaml").unlink()
    assert read_files(corpus) == (["要点"], [])


def test_another_registry_reads_everything_again(corpus: Path) -> None:
    from generator.model.agency import Agency

    read_files(corpus)
    read: list[str] = []
    registry = AgencyRegistry((Agency(name="县扶贫办"),))
    open_corpus(corpus, registry, progress=lambda done, total, name: read.append(name)).close()
    assert len(read) == 2


def test_a_broken_source_is_named_and_the_others_are_kept(corpus: Path) -> None:
    (corpus / "坏.yaml").write_text("文件: {标题: [", encoding="utf-8")
    (corpus / "空.docx").write_bytes(b"")
    for _ in range(2):
        opened = open_corpus(corpus, NO_AGENCIES)
        assert {Path(problem.file).name for problem in opened.problems} == {"坏.yaml", "空.docx"}
        assert [identity.id for identity in opened.identities] == ["任务书", "要点"]
        opened.close()
    assert read_files(corpus)[1] == []


def test_a_source_that_breaks_is_dropped_until_it_is_mended(corpus: Path) -> None:
    read_files(corpus)
    (corpus / "任务书.yaml").write_text("文件: {标题: [", encoding="utf-8")
    assert read_files(corpus)[0] == ["要点"]
    (corpus / "任务书.yaml").write_text(SHEET, encoding="utf-8")
    assert read_files(corpus)[0] == ["任务书", "要点"]


def test_files_that_differ_in_their_extension_only_have_names_of_their_own(corpus: Path) -> None:
    (corpus / "要点.md").write_text("完成危房改造397户。\n", encoding="utf-8")
    assert read_files(corpus)[0] == ["任务书", "要点.md", "要点.txt"]


def test_places_in_a_source_name_the_file_of_the_corpus(corpus: Path) -> None:
    (corpus / "市级").mkdir()
    (corpus / "市级" / "方案.txt").write_text("完成危房改造900户。\n", encoding="utf-8")
    opened = open_corpus(corpus, NO_AGENCIES)
    source = opened.source("市级/方案")
    assert source is not None
    assert source.identity.file == source.facts.document.source == "市级/方案.txt"
    opened.close()


def test_a_rebuild_reads_everything_again(corpus: Path) -> None:
    read_files(corpus)
    read: list[str] = []
    rebuild_corpus(corpus, NO_AGENCIES, progress=lambda done, total, name: read.append(name)).close()
    assert len(read) == 2


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_corpus_that_is_no_folder_is_refused_in_one_sentence(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "语料"
    if kind == "file":
        path.write_text("", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        open_corpus(path, NO_AGENCIES)
    (problem,) = caught.value.problems
    assert problem.what.startswith("语料")
    assert problem.remedy


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_indexed_in_memory(corpus: Path) -> None:
    corpus.chmod(0o500)
    try:
        assert read_files(corpus)[0] == ["任务书", "要点"]
    finally:
        corpus.chmod(0o700)
    assert not (corpus / INDEX_NAME).exists()


def test_an_index_in_whose_place_a_folder_stands_is_kept_in_memory(corpus: Path) -> None:
    (corpus / INDEX_NAME).mkdir()
    assert read_files(corpus)[0] == ["任务书", "要点"]


_BUILD = """
import os, sys
from pathlib import Path
from generator.model.agency import AgencyRegistry
from generator.usecases.build_index import open_corpus
def stop(done, total, name):
    print(name, flush=True)
    if done == int(sys.argv[2]):
        os._exit(9)
open_corpus(Path(sys.argv[1]), AgencyRegistry(), progress=stop)
"""


def test_a_build_that_is_killed_keeps_what_it_had_reported(corpus: Path, checkout: Path) -> None:
    for number in range(6):
        (corpus / f"材料{number}.txt").write_text(f"完成危房改造{372 + number}户。\n", encoding="utf-8")
    killed = subprocess.run(
        [sys.executable, "-c", _BUILD, str(corpus), "4"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=checkout,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert killed.returncode == 9, killed.stderr
    reported = killed.stdout.split()
    ids, read = read_files(corpus)
    assert len(ids) == 8
    assert not set(read) & set(reported)


def test_a_file_that_is_only_touched_is_not_read_again(corpus: Path) -> None:
    read_files(corpus)
    os.utime(corpus / "要点.txt", ns=(10**18, 10**18))
    assert read_files(corpus)[1] == []


def test_a_change_that_keeps_the_size_is_seen(corpus: Path) -> None:
    read_files(corpus)
    text = (corpus / "要点.txt").read_text(encoding="utf-8")
    (corpus / "要点.txt").write_text(text.replace("372", "397"), encoding="utf-8")
    assert read_files(corpus)[1] == ["要点.txt"]


def test_an_index_that_is_damaged_in_its_middle_is_begun_anew(corpus: Path) -> None:
    for number in range(30):
        (corpus / f"材料{number}.txt").write_text(f"完成危房改造{number}户。\n" * 40, encoding="utf-8")
    expected = read_files(corpus)[0]
    index = corpus / INDEX_NAME
    content = bytearray(index.read_bytes())
    content[5000:] = b"\xff" * (len(content) - 5000)
    index.write_bytes(content)
    assert read_files(corpus)[0] == expected


def test_of_a_large_corpus_the_sources_of_the_draft_s_place_and_figures_are_relevant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.usecases import build_index
    from tests.matching.statements import stated

    monkeypatch.setattr(build_index, "_FEW", 2)
    monkeypatch.setattr(build_index, "_MOST_RELEVANT", 2)
    for place in ("云溪县", "青石县", "白水县", "红岩县"):
        sheet = SHEET.replace("云溪县", place).replace("6321", str(6000 + 137 * len(place) * ord(place[0])))
        (tmp_path / f"{place}.yaml").write_text(sheet, encoding="utf-8")
    (tmp_path / "市.yaml").write_text(SHEET.replace("云溪县", "大河市"), encoding="utf-8")
    opened = open_corpus(tmp_path, NO_AGENCIES)
    draft = stated("脱贫⟦6321人⟧。", title="云溪县2019年总结")
    assert [source.identity.id for source in opened.relevant(draft)] == ["云溪县", "市"]
    opened.close()
