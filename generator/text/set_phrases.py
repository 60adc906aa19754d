"""Numerals that are no figures: dates, numbers of documents and headings, ordinals, slogans, formulas, codes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from generator.model.place import Span

_D = "[0-9０-９]"
_DASH = "[-—－–~～─至到]"
_YEAR = rf"(?:19|20|１９|２０){_D}{{2}}"
_HAN_YEAR = "[一二][〇○零Oo0九][〇○零Oo0一二三四五六七八九]{2}"

_NOT_FIGURES = re.compile(
    "|".join(
        (
            # dates and periods
            rf"(?:{_YEAR}|(?<!{_D}){_D}{{2}})\s*年?\s*{_DASH}{{1,2}}\s*{_YEAR}\s*年?",
            rf"{_YEAR}\s*[-./]\s*{_D}{{1,2}}\s*[-./]\s*{_D}{{1,2}}(?!{_D})",
            rf"(?:{_YEAR}|{_HAN_YEAR})\s*[xX×]*\s*(?:学?年度?)(?:\s*{_D}{{1,2}}\s*(?:{_DASH}\s*{_D}{{1,2}}\s*)?月份?)?(?:\s*{_D}{{1,2}}\s*[日号])?",
            rf"(?<!{_D}){_D}{{1,2}}\s*(?:月份?)?\s*{_DASH}\s*{_D}{{1,2}}\s*月份?(?:\s*{_D}{{1,2}}\s*[日号])?",
            rf"(?<![{_D[1:-1]}个]){_D}{{1,2}}\s*月份?(?:\s*{_D}{{1,2}}\s*[日号](?:\s*{_DASH}\s*{_D}{{1,2}}\s*[日号])?)?(?=[^亮]|$)",
            rf"(?<!{_D}){_D}{{1,2}}\s*[日号](?![个元])",
            rf"{_D}{{1,2}}\s*[:：时]\s*{_D}{{2}}\s*分?(?!{_D})",
            "(?:[一二三四五六七八九]?十)?[一二三四五六七八九十]+月(?:份|[一二三十][一二三四五六七八九十]*[日号])?",
            rf"{_D}{{1,2}}[.．]{_D}{{1,2}}(?=全国|国家扶贫|[“”]?扶贫日)",
            r"20[xX×*＊]{2}",
            rf"(?<!{_D}){_D}0年代",
            # numbers of documents, articles, annexes, meetings
            rf"[〔\[［﹝【（(〈]\s*(?:{_D}{{2,4}}|{_D}{{2}}[xX×]{{2}})\s*[〕\]］﹞】）)〉]\s*第?\s*{_D}*\s*号?",
            rf"第\s*(?:{_D}+|[一二三四五六七八九十百]+)(?:\s*[、和至到]\s*(?:{_D}+|[一二三四五六七八九十百]+))*",
            rf"(?:附件|附表|附图|表|图|专栏|编号|电话|传真|邮编|文号)\s*[:：]?\s*{_D}+(?:[-—.]{_D}+)*",
            rf"{_D}{{3,4}}-{_D}{{7,8}}|(?<![{_D[1:-1]}.,]){_D}{{7,}}(?![{_D[1:-1]}.,万亿元人户个亩吨]|\s*[千公平])",
            "十[一二三四五六七八九]届|十[一二三四五六七八九](?:大|[一二三四五六七]中全会)|[一二三四五六七八九]中全会",
            '[“"]?[一二三四五六七八九十]?[十][一二三四五六七八九]?五[”"]?(?=时期|规划|期间|以来|开局|收官|末|计划|[”"])',
            # formulas, codes, letters glued to digits
            rf"{_D}+\s*[+＋]\s*(?:{_D}+|[NnXx])(?:\s*[+＋]\s*(?:{_D}+|[NnXx]))*",
            rf"[A-Za-z]+[-.]?{_D}+(?:[-.]{_D}+)*[A-Za-z]*(?![{_D[1:-1]}.])",
            rf"{_D}+[A-Za-z](?![A-Za-z])(?=[级网类座]|[\u4e00-\u9fff])(?<![kK])",
            r"https?://\S+|www\.\S+|\S+@\S+\.\w+",
            rf"(?<!{_D}){_D}{{5}}(?=[^，。；\d]{{0,6}}(?:热线|平台|举报|服务电话))",
            rf"{_D}+[.．]{_D}+版",
            rf"{_D}+\s*(?:型|路|号楼|楼|栋楼|版|频道|国道|省道|县道|号令|号文|号)",
        )
    )
)
_LIST_MARK = re.compile(
    rf"(?m)(?:^|(?<=[。；;：:！]))[ 　\t]*(?:[（(]?{_D}{{1,2}}[）)]|{_D}{{1,2}}(?:[.．]{_D}{{1,2}})*\s*[、．]|{_D}{{1,2}}[.](?![0-9０-９])|{_D}{{1,2}}(?:[.．]{_D}{{1,2}}){{1,3}}(?=\s|[\u4e00-\u9fff]{{2}}))"
    rf"|[（(]{_D}{{1,2}}[）)](?=[\u4e00-\u9fff“《])"
)


def not_figures(text: str) -> Iterator[Span]:
    """Spans of ``text`` whose digits are no figures, in no particular order, possibly overlapping."""
    for pattern in (_NOT_FIGURES, _LIST_MARK):
        for found in pattern.finditer(text):
            yield Span(found.start(), found.end())


class Mask:
    """The union of spans, asked whether a place lies in it."""

    def __init__(self, spans: Iterator[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def covers(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]
