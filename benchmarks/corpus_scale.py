"""The cost of a large corpus: building its index, and checking one draft against it.

usage: corpus_scale.py [LARGE]   (default 20000)

Makes 200 and LARGE documents by varying places, years and figures of the shipped fact sheets, half as texts and half as
fact sheets, in a temporary folder. Prints the index build per MB of source files over `jieba.lcut` per MB of the same
files, and time and peak memory of checking one draft against LARGE documents over against 200.
"""

from __future__ import annotations

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SMALL = 200
RUNS = 5
SYLLABLES = "安平清河永兴长宁石泉龙山双流新城南岭白水青田东阳西林北川云溪金沙玉门红岩黄坪"
TASKS = (
    ("产业扶贫", "贫困户", "户"),
    ("危房改造", "农户", "户"),
    ("教育资助", "学生", "人次"),
    ("技能培训", "劳动力", "人"),
    ("易地搬迁", "贫困人口", "人"),
    ("健康扶贫", "签约群众", "人"),
    ("道路硬化", "通村道路", "公里"),
    ("饮水安全", "受益人口", "人"),
)
AGENCIES = (
    "县农业农村局",
    "县住房城乡建设局",
    "县教育局",
    "县人力资源社会保障局",
    "县卫生健康局",
    "县交通运输局",
    "县水利局",
)
_PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def make_corpus(folder: Path, count: int) -> None:
    """``count`` documents, the same for every run."""
    rng = random.Random(20170214)
    shutil.copytree(ROOT / "corpus", folder, ignore=shutil.ignore_patterns(".*"))
    for number in range(count):
        county = "".join(rng.sample(SYLLABLES, 2)) + "县"
        year = rng.randint(2015, 2023)
        rows = [
            (task, rng.randint(11, 99999), noun, unit, rng.choice(AGENCIES)) for task, noun, unit in TASKS
        ]
        if number % 2:
            (folder / f"{number:05d}.txt").write_text(_text(county, year, number, rows), encoding="utf-8")
        else:
            (folder / f"{number:05d}.yaml").write_text(_sheet(county, year, number, rows), encoding="utf-8")


def _text(county: str, year: int, number: int, rows: list[tuple[str, int, str, str, str]]) -> str:
    code = county[0]
    lines = [
        f"{code}扶组发〔{year}〕{number % 90 + 1}号",
        f"{county}{year}年脱贫攻坚工作要点",
        "各乡镇人民政府：",
    ]
    for at, (task, value, noun, unit, agency) in enumerate(rows, start=1):
        lines.append(
            f"（{'一二三四五六七八'[at - 1]}）{task}。全年完成{task}任务，覆盖{noun}{value}{unit}，比上年增加{value // 9 + 1}{unit}，"
            f"投入资金{value // 7 + 3}万元。（牵头单位：{agency}；责任单位：县财政局、各乡镇）"
        )
    return "\n".join([*lines, f"{county}扶贫开发领导小组", f"{year}年3月{number % 28 + 1}日", ""])


def _sheet(county: str, year: int, number: int, rows: list[tuple[str, int, str, str, str]]) -> str:
    lines = [
        f"文件: {{标题: {county}{year}年任务分解, 发文机关: {county}人民政府, 级别: 县, 地区: {county},"
        f" 发文字号: {county[0]}政发〔{year}〕{number % 90 + 1}号, 成文日期: {year}-03-{number % 28 + 1:02d}, 状态: 现行}}",
        "指标:",
    ]
    for task, value, noun, unit, _ in rows:
        lines.append(f"  - {{指标: {task}{noun}, 数值: {value}{unit}, 年度: {year}}}")
        lines.append(f"  - {{指标: {task}资金, 数值: {value // 7 + 3}万元, 年度: {year}}}")
    lines.append("任务:")
    lines += [
        f"  - {{任务: {task}, 牵头单位: [{agency}], 责任单位: [县财政局]}}" for task, _, _, _, agency in rows
    ]
    return "\n".join([*lines, ""])


def jieba_seconds_per_mb(folder: Path) -> float:
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("[0-9]*"))[:2000]]
    start = time.perf_counter()
    for text in texts:
        jieba.lcut(text)
    return (time.perf_counter() - start) / (sum(len(text.encode()) for text in texts) / 2**20)


def megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.glob("[0-9]*")) / 2**20


def nigao(*arguments: str) -> list[str]:
    return [sys.executable, str(ROOT / "cli.py"), *arguments]


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True)
    return time.perf_counter() - start


def peak(command: list[str]) -> int:
    """Peak memory in KB; a small parent starts the process, since a child's peak begins with its parent's."""
    return int(subprocess.run([sys.executable, "-c", _PEAK, *command], capture_output=True, text=True).stdout)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        folders = {SMALL: Path(name) / "small", count: Path(name) / "large"}
        for size, folder in folders.items():
            make_corpus(folder, size)
        large = folders[count]
        reference = jieba_seconds_per_mb(large)
        seconds(nigao("corpus", "rebuild", "--corpus", str(folders[SMALL])))
        build = seconds(nigao("corpus", "rebuild", "--corpus", str(large)))
        per_mb = build / megabytes(large)
        print(f"{count} documents, {megabytes(large):.1f} MB: index {build:.1f} s, {per_mb:.2f} s/MB")
        print(f"jieba.lcut {reference:.2f} s/MB; index over jieba {per_mb / reference:.2f} (bar 2.0)")
        draft = str(ROOT / "policies" / "清原县2017年脱贫攻坚工作要点.yaml")
        checks = {size: nigao("check", draft, "--corpus", str(folder)) for size, folder in folders.items()}
        for check in checks.values():
            seconds(check)
        times: dict[int, list[float]] = {size: [] for size in checks}
        for _ in range(RUNS):
            for size, check in checks.items():
                times[size].append(seconds(check))
        medians = {size: statistics.median(values) for size, values in times.items()}
        peaks = {size: peak(check) for size, check in checks.items()}
        print(
            f"check: {medians[SMALL]:.2f} s against {SMALL}, {medians[count]:.2f} s against {count}: {medians[count] / medians[SMALL]:.2f}× (bar 1.3)"
        )
        print(
            f"peak: {peaks[SMALL] / 1024:.0f} MB and {peaks[count] / 1024:.0f} MB: {peaks[count] / peaks[SMALL]:.2f}× (bar 1.3)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
