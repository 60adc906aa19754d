"""Where a long title is broken: at sense units, the lines of like length (GB/T 9704-2012, 7.3.1, 一般).

First at places that surely begin or end a unit of sense; a title that has too few of them is broken between two words, which
jieba knows. A word, an agency, the name in 《》 or a number and its unit are never parted while there is another way.
"""

from __future__ import annotations

from itertools import accumulate, combinations, pairwise

from generator.patterns import compiled
from generator.text.words import words

LINE_CHARACTERS = 20.0  # of 二号 (22 pt) in the type area's 156 mm
_MOST_LINES = 4
_NOT_LAST = "《〈（“‘、"
# 农业农村局 is one name: a line begins with its second word only where another name or a place ended before.
_REST_OF_NAME = compiled(r"[一-鿿]{1,4}?(?:局|厅|委员会|办公室|银行|法院|检察院)")
_ENDS_OF_NAMES = "局厅委会室府办院行省市县区州旗乡镇"
_NOT_FIRST = "》〉）”’、，的等"

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
    return _broken(title, _cuts(title)) or _broken(title, _between_words(title)) or title


def _broken(title: str, cuts: list[int]) -> str:
    """The evenest lines that fit, as few as possible; empty where none fit."""
    for count in range(2, _MOST_LINES + 1):
        broken: list[list[str]] = [_split(title, chosen) for chosen in combinations(cuts, count - 1)]
        fitting = [lines for lines in broken if max(map(text_width, lines)) <= LINE_CHARACTERS]
        if fitting:
            evenest = min(fitting, key=_unevenness)
            return "\n".join(evenest)
    return ""


def _between_words(title: str) -> list[int]:
    """Every end of a word after which a line may begin."""
    ends = accumulate(map(len, words(title)))
    return [
        end
        for end in ends
        if 2 <= end <= len(title) - 2
        and title[end - 1] not in _NOT_LAST
        and title[end] not in _NOT_FIRST
        and not (title[end - 1].isdigit() or title[end].isdigit())
        and (title[end - 1] in _ENDS_OF_NAMES or not _REST_OF_NAME.match(title, end))
    ]


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
