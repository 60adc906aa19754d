"""Where a long title is broken: at sense units, the lines of like length (GB/T 9704-2012, 7.3.1, 一般).

Only places that are surely between two words count. A title that has none such is left to the word processor.
"""

from __future__ import annotations

from itertools import combinations, pairwise

from generator.patterns import compiled

LINE_CHARACTERS = 20.0  # of 二号 (22 pt) in the type area's 156 mm
_MOST_LINES = 4

# A line may begin before these and end after those.
_BEFORE = compiled(
    r"关于|《|脱贫攻坚|精准扶贫|精准脱贫|扶贫开发|乡村振兴|产业扶贫|健康扶贫|教育扶贫|(?<!工作)(?<!任务)任务分解|目标责任书"
    r"|工作要点|工作方案|实施方案|实施意见|行动方案|行动计划|责任清单|专项行动|三年行动"
)
_AFTER = compiled(
    r"(?<=\d)年(?:度)?(?![）》])|》(?!的)|办公室(?=关于)|委员会(?=关于)|人民政府(?=关于)|领导小组(?=关于|办公室)"
    r"|(?<=[\u4e00-\u9fff]{2})(?:自治县|自治州|自治旗)|(?<=[\u4e00-\u9fff]{2})[省市县区乡镇](?=\d|脱贫|扶贫|人民政府)"
)


def title_lines(title: str) -> str:
    """``title`` with ``\\n`` where it is to be broken; unchanged when it fits on one line."""
    if not LINE_CHARACTERS < text_width(title) <= LINE_CHARACTERS * _MOST_LINES:
        return title
    cuts = _cuts(title)
    for count in range(2, _MOST_LINES + 1):
        broken = [_split(title, chosen) for chosen in combinations(cuts, count - 1)]
        fitting = [lines for lines in broken if max(map(text_width, lines)) <= LINE_CHARACTERS]
        if fitting:
            evenest = min(fitting, key=_unevenness)
            return "\n".join(evenest)
    return title


def _cuts(title: str) -> list[int]:
    places = {match.start() for match in _BEFORE.finditer(title)}
    places |= {match.end() for match in _AFTER.finditer(title)}
    return sorted(place for place in places if 2 <= place <= len(title) - 2 and title[place - 1] != "《")


def _split(title: str, cuts: tuple[int, ...]) -> list[str]:
    return [title[start:end] for start, end in pairwise((0, *cuts, len(title)))]


def _unevenness(lines: list[str]) -> float:
    widths = [text_width(line) for line in lines]
    return max(widths) - min(widths)


def text_width(text: str) -> float:
    """In characters of Chinese; figures and Latin letters are half as wide."""
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)
