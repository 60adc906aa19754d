"""nigao corpus: what a clerk does with her sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.main import main
from generator.usecases import add_sources as adding

NOTICE = (
    "云政发〔2019〕8号\n云溪县人民政府关于加强饮水工作的意见\n各乡镇人民政府：\n"
    "今年解决贫困人口6645人饮水安全，危房改造372户。\n（牵头单位：县水利局；责任单位：县财政局）\n"
    "云溪县人民政府\n2019年3月5日\n"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return tmp_path / "语料"


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "饮水意见.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


def run(corpus: Path, *arguments: str | Path) -> int:
    action, *rest = map(str, arguments)
    return main(["corpus", action, *rest, "--corpus", str(corpus)])


def test_added_files_are_described_and_found(
    corpus: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(corpus, "add", notice) == 0
    told = capsys.readouterr().out
    assert "已加入 饮水意见.txt" in told
    assert "发文字号：云政发〔2019〕8号" in told
    assert "成文日期：2019-03-05" in told
    assert (corpus / "饮水意见.txt").read_text(encoding="utf-8") == NOTICE
    for words in ("贫困人口", "饮水", "6645", "危房改造 372"):
        assert run(corpus, "search", words) == 0
        found = capsys.readouterr().out
        assert "云政发〔2019〕8号" in found
        assert f"【{words.split()[0]}】" in found or f"⟨{words.split()[0]}人⟩" in found


def test_figures_and_agencies_of_a_passage_are_marked(
    corpus: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(corpus, "add", notice)
    capsys.readouterr()
    run(corpus, "search", "饮水安全")
    assert "⟨6645人⟩【饮水安全】，危房改造⟨372户⟩" in capsys.readouterr().out
    run(corpus, "search", "牵头单位")
    assert "⟨县水利局⟩" in capsys.readouterr().out


def test_metadata_may_be_edited_and_counts_from_then_on(
    corpus: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(corpus, "add", notice)
    beside = corpus / "饮水意见.txt.元数据.yaml"
    beside.write_text(
        beside.read_text(encoding="utf-8").replace("现行", "已废止").replace("8号", "18号"), encoding="utf-8"
    )
    capsys.readouterr()
    run(corpus, "show", "饮水意见")
    told = capsys.readouterr().out
    assert "发文字号：云政发〔2019〕18号" in told
    assert "状态：已废止" in told


def test_a_faulty_metadata_file_is_told_with_its_place(
    corpus: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(corpus, "add", notice)
    (corpus / "饮水意见.txt.元数据.yaml").write_text("文件:\n  标题: 甲\n  日期: 2019\n", encoding="utf-8")
    capsys.readouterr()
    assert run(corpus, "list") == 2
    assert "日期" in capsys.readouterr().err


def test_the_same_file_again_is_no_second_source_and_another_of_its_name_gets_a_number(
    corpus: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(corpus, "add", notice)
    capsys.readouterr()
    assert run(corpus, "add", notice) == 0
    assert "已在语料里：饮水意见.txt" in capsys.readouterr().out
    notice.write_text(NOTICE.replace("372", "397"), encoding="utf-8")
    assert run(corpus, "add", notice) == 0
    assert "已加入 饮水意见（2）.txt" in capsys.readouterr().out
    assert "372" in (corpus / "饮水意见.txt").read_text(encoding="utf-8")


def test_two_sources_that_contradict_each_other_are_shown_side_by_side(
    corpus: Path, notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(corpus, "add", notice)
    other = notice.with_name("工作要点.txt")
    other.write_text(NOTICE.replace("6645", "6654").replace("8号", "9号"), encoding="utf-8")
    capsys.readouterr()
    run(corpus, "add", other)
    told = capsys.readouterr().out
    assert "有1处来源互相矛盾" in told
    assert "6645人" in told
    assert "6654人" in told
    run(corpus, "conflicts")
    assert "有1处来源互相矛盾" in capsys.readouterr().out
    beside = corpus / "工作要点.txt.元数据.yaml"
    beside.write_text(beside.read_text(encoding="utf-8").replace("现行", "已废止"), encoding="utf-8")
    run(corpus, "conflicts")
    assert "没有发现互相矛盾" in capsys.readouterr().out


def test_unknown_agencies_are_learnt_into_a_registry_file(
    corpus: Path, notice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notice.write_text(NOTICE.replace("县水利局", "县供水管理局"), encoding="utf-8")
    run(corpus, "add", notice)
    learnt = corpus / "agencies" / "本县.yaml"
    assert run(corpus, "agencies", "-o", str(learnt)) == 0
    assert "县供水管理局（1处" in capsys.readouterr().out
    run(corpus, "agencies")
    assert "县供水管理局" not in capsys.readouterr().out


def test_a_bad_file_keeps_no_other_out(
    corpus: Path, notice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04rubbish")
    image = tmp_path / "图.jpg"
    image.write_bytes(b"\xff\xd8")
    assert run(corpus, "add", broken, image, notice) == 2
    shown = capsys.readouterr()
    assert "已加入 饮水意见.txt" in shown.out
    assert "坏.docx" in shown.err
    assert "图.jpg" in shown.err
    assert sorted(path.name for path in corpus.glob("[!.]*")) == ["饮水意见.txt", "饮水意见.txt.元数据.yaml"]


def test_a_full_disk_is_told_and_leaves_nothing_half_written(
    corpus: Path, notice: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(adding.shutil, "copyfile", full)
    assert run(corpus, "add", notice) == 2
    assert "磁盘空间已满" in capsys.readouterr().err
    assert not (corpus / "饮水意见.txt").exists()


def test_nothing_found_says_so(corpus: Path, notice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(corpus, "add", notice)
    capsys.readouterr()
    assert run(corpus, "search", "光伏") == 0
    assert "没有找到“光伏”" in capsys.readouterr().out
