"""Numerals that are no figures: dates, numbers of documents and headings, ordinals, slogans, formulas, codes.

Each function looks at one place of a text and answers where what stands there ends; the place itself means that
nothing of its kind stands there.
"""

from __future__ import annotations

import re

from generator.patterns import compiled
from generator.text.dates import date_at_digit, date_at_han

_D = "[0-9０-９]"
_HAN = "一二三四五六七八九十"

_CODE = compiled(
    "|".join(
        (
            rf"{_D}+\s*[+＋]\s*(?:{_D}+|[NnXx])(?:\s*[+＋]\s*(?:{_D}+|[NnXx]))*",  # 8+4, 1+N
            rf"{_D}{{3,4}}[-—]{_D}{{7,8}}|1[3-9]{_D}{{9}}(?!{_D})",
            rf"{_D}{{5}}(?=[^，。；\d]{{0,6}}(?:热线|平台|举报|服务电话))",
            rf"{_D}+(?:\s*[×xX*]\s*{_D}+(?:[.．]{_D}+)?){{1,2}}\s*(?:毫米|厘米|米)?(?![\u4e00-\u9fff]*[=＝])",
            rf"{_D}+(?:[.．]{_D}+)?(?:\s*[:：∶]\s*{_D}+(?:[.．]{_D}+)?){{2,}}",  # 3.9：59.5：36.6
            rf"{_D}+(?:[.．]{_D}+)?\s*[:：∶]\s*{_D}+[.．]{_D}+",
            rf"{_D}+(?:[-.．]{_D}+){{2,}}",
            rf"{_D}+[.．]{_D}+(?:版|时代)",
            rf"{_D}0年代",
            rf"{_D}个(?={_D}+[万亿%])",  # 3个100万
            rf"{_D}+\s*(?:型|号|国道|省道|县道|频道|版(?!面)|号楼|栋楼)",
            rf"{_D}{{2,4}}[xX×*＊]{{2}}",
        )
    )
)
_LATIN_UNIT = compiled(
    rf"{_D}+(?:[.．]{_D}+)?[万亿]?(?:kWh|MWh|GWh|kW|KW|MW|GW|kVA|KVA|kV|KV|km|kg|m³|m)(?![A-Za-z])"
)
_LATIN = compiled(rf"{_D}+(?:[.．]{_D}+)?[A-Za-z]+(?:[-.]?{_D}+)*")
_LIST_MARK = compiled(rf"{_D}{{1,2}}(?:[.．]{_D}{{1,2}})*\s*(?:、|[．)）]|[.](?!{_D}))")
_SECTION = compiled(rf"{_D}{{1,2}}(?:[.．]{_D}{{1,2}}){{1,3}}(?=\s|[\u4e00-\u9fff]{{2}})")
_NO_SECTION = compiled(r"[万亿%％‰]|个|户|人|元|公里|亩|米|吨|倍|岁|年|千|平|立|公|百分")
_AT_LINE_START = compiled(r"(?:^|[\n。；;：:！!|])[ \t　]*$")
_BRACKETED = compiled(
    rf"(?:{_D}{{1,2}}\s*[)）\]］]|(?:19|20){_D}{{2}}[xX]*\s*[〕\]］﹞】）)〉]\s*第?\s*{_D}*\s*号?|{_D}{{2,4}}[xX×]*\s*[〕\]］﹞】〉）)]\s*第?\s*{_D}+\s*号)"
)
_LABEL = compiled(r"(?:附件|附表|附图|图|表|专栏|编号|电话|传真|邮编|文号|热线|专线|代码)\s*[:：]?\s*$")
_LABELLED = compiled(rf"{_D}+(?:[-—.．、]{_D}+)*")
_CONSTANT = compiled(rf"{_D}+(?:[.．]{_D}+)?[%％]?(?![0-9０-９.．万亿元人户亩%])")
_SLOGAN_NUMBER = compiled(rf"{_D}+[万亿]*[%％]?")
_ORDINALS = compiled(
    rf"第\s*(?:{_D}+|[{_HAN}百]+)(?:\s*(?:[、和与及至到]|[-—－–~～])\s*第?(?:{_D}+|[{_HAN}百]+))*\s*(?:季度|次|位|名|个|条|款|项|章|节|批|届|期|轮|类|产业)?"
)
_RANK = compiled(rf"(?:{_D}+|[{_HAN}百]+)(?:\s*[-—－–―~～至]\s*{_D}+\s*[名位种个]?|\s*(?:名|位|强|列|茅|年))")
_SLOGAN_COUNT = compiled('[“‘"][0-9一二三四五六七八九十]个$')
_PERIOD_AGO = compiled(r"(?:近|过去|未来|今后|此后|以后|最近|前|后|头|往后)$")
_YEARS = compiled(rf"{_D}{{1,2}}\s*年(?!以[上下]|级)")
_RUN = compiled(rf"{_D}+(?:[.．]{_D}+)*")
_BRACKETS = "〔[［﹝【（(〈"
_NEIGHBOURS = ".．_"

# Words that merely contain a numeral: names, idioms, adverbs.
_WORDS = (
    "一[切旦律直起般定致贯经道些样并齐体线流概向度带再看折边]|一方面|一把手|一盘棋|一站式|两两|双双|三农|三峡|三资|三公|四川|四面|四季|四周|五保|五台|"
    "五谷|六盘|七夕|八一|九九|十分(?!之)|十足|百姓|百货|百科|百强|千方百计|千篇一律|千家万户|千军万马|万众|万物|万能|万达|万户|亿利|九寨|九江|三亚|三明|三门|五指|六安|七台|十堰"
)
_SLOGANS = (
    "两个(?:确立|维护|毫不动摇|确保|一百年|结合)|[三四五六七八九十两]个(?:一批|一律|意识|自信|全面|不摘|切实|确保|精准|代表|专项|一[^百千万]|到位|转变)|六个?精准|八项规定|四套班子|"
    "[三四五六]大战役|三大攻坚战|两不愁|三保障|三位一体|五位一体|四位一体|一二三产业|三次产业|三产"
)
_CONGRESSES = f"[{_HAN}]+届(?:[{_HAN}]+(?:次|中)(?:全体?会议?)?)?|[{_HAN}]+(?:中全会|次全会|次党代会)|十[一二三四五六七八九]大(?:[以报精]|[，。、]|$)"
_HAN_PHRASE = compiled(f"{_WORDS}|{_SLOGANS}|{_CONGRESSES}")


def skip_digits(text: str, at: int) -> int:
    """Where the date, code, list mark or ordinal that the digit at ``at`` belongs to ends; ``at`` for none."""
    if found := date_at_digit(text, at):
        return found.span.end
    before = text[at - 1] if at else "\n"
    return _by_neighbour(text, at, before) or _by_form(text, at, before) or at


def _by_neighbour(text: str, at: int, before: str) -> int:
    """Digits that what stands before them makes no figure; 0 where it does not."""
    if before in _NEIGHBOURS or (before.isascii() and before.isalpha()):
        return _end(_RUN.match(text, at))
    if before in _BRACKETS:
        return _end(_BRACKETED.match(text, at))
    if before in "-—" and text[at - 2 : at - 1].isascii() and text[at - 2 : at - 1].isalpha():
        return _end(_RUN.match(text, at))  # COVID-19
    if before in "×/÷＝=":
        return _end(_CONSTANT.match(text, at))
    if before == "前" and text[at - 2 : at - 1] not in ("目", "当", "以"):
        return _end(_RANK.match(text, at))
    if before == "个" and _SLOGAN_COUNT.search(text, max(0, at - 3), at):
        return _end(_SLOGAN_NUMBER.match(text, at))  # “3个100万”
    if before in "近去来后前":
        period = _PERIOD_AGO.search(text, max(0, at - 2), at)
        return _end(_YEARS.match(text, at)) if period else 0
    if before in "件表图栏号话真编线码:： " and _LABEL.search(text, max(0, at - 6), at):
        return _end(_LABELLED.match(text, at))
    return 0


def _by_form(text: str, at: int, before: str) -> int:
    """Digits whose own form is that of a code or a list mark; 0 where it is not."""
    if before in "\n \t　。；;：:！!|" and _AT_LINE_START.search(text, max(0, at - 12), at):
        section = _SECTION.match(text, at)
        mark = _LIST_MARK.match(text, at) or (
            section if section and not _NO_SECTION.match(text, section.end()) else None
        )
        if mark:
            return mark.end()
    if code := _CODE.match(text, at):
        return code.end()
    latin = _LATIN.match(text, at)
    return latin.end() if latin and not _LATIN_UNIT.match(text, at) else 0


def skip_ordinals(text: str, at: int) -> int:
    """Where the ordinals (第三批, 第一、二、三产业) that start with the 第 at ``at`` end; ``at`` for none."""
    return _end(_ORDINALS.match(text, at)) or at


def skip_chinese(text: str, at: int) -> int:
    """Where the date, word, slogan or meeting that the Chinese numeral at ``at`` begins ends; ``at`` for none."""
    if found := date_at_han(text, at):
        return found.span.end
    return _end(_HAN_PHRASE.match(text, at)) or at


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0
