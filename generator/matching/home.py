"""The place a document speaks for, and whether two names mean one place."""

from __future__ import annotations

import re
from collections import Counter

from generator.model.facts import DocumentFacts
from generator.patterns import compiled

_HAN = r"[\u4e00-\u9fff]"
_TYPES = r"自治区|自治州|自治县|自治旗|特别行政区|省|市|州|盟|地区|县|区|旗|街道|镇|(?<!城)乡(?!村|土|贤)|村(?!振兴)|社区"
_STEP = compiled(rf"({_HAN}{{1,9}}?)(?:{_TYPES})(?!级|直|里|域|内|外)")
_HEAD = compiled(
    r"^(?:在|对|致|向|就|答复|中共|中国共产党|关于|下达|下发|分解|做好|开展|推进|加强|传达|学习|贯彻|调整|公布|报送|成立|召开|落实|实施|命名|表彰|同意|转发|印发|批转|《|“|〈|[0-9]{4}年度?|\s)+"
)
_ETHNIC = compiled(
    r"(?:满|回|苗|壮|彝|藏|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|"
    r"布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|朝鲜|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|蒙古|维吾尔|布依|各)族?"
)
_SUFFIX = compiled(rf"(?:{_TYPES})$")
_GENERIC = compiled(
    r"(?:全|我|本|各|该|贫困|重点|有关|相关|每|辖|级|示范|所属|基层)$|^(?:外|新|市|县|农|山|灾|地|社)$"
)
_UPLAND = compiled(r".{2,}山区$")
_RUN = compiled(rf"(?<!{_HAN})({_HAN}{{2,4}}?(?:自治县|自治州|县|市|州|省))")
_NO_NAME = compiled(r"[全各我本该]|^[省市县区州]+$|^(?:其他|有关|相关|贫困|上|下|以|从|和|及|由|在)")
PROVINCES = (
    r"北京市|天津市|上海市|重庆市|河北省|山西省|辽宁省|吉林省|黑龙江省|江苏省|浙江省|安徽省|福建省|江西省|山东省|河南省|湖北省|"
    r"湖南省|广东省|海南省|四川省|贵州省|云南省|陕西省|甘肃省|青海省|台湾省|内蒙古自治区|广西壮族自治区|西藏自治区|"
    r"宁夏回族自治区|新疆维吾尔自治区"
)
# 福建省尤溪县 tells where the county lies and not who speaks.
_PROVINCE = compiled(rf"(?:{PROVINCES})(?!{_HAN}{{2,6}}?(?:自治县|自治州|县|市|州|盟|旗))")
_PARTY = compiled(rf"(?m)^[ 　]*(?:乙方|承接单位|承诺单位)\s*[:：]\s*(?P<name>{_HAN}+)")
COUNTY_RANK = 3
_RANKS = {"村": 1, "社区": 1, "镇": 2, "乡": 2, "街道": 2}
_RANKS |= {"市": 4, "州": 4, "自治州": 4, "盟": 4, "地区": 4, "省": 5, "自治区": 5, "特别行政区": 5}
_TOP = 3000
_OUR_PROVINCE = compiled("我省")
_OPENING = 200
_OFTEN = 3


def home_place(facts: DocumentFacts) -> str:
    """The finest place that the undertaking party, the issuer or the title begin with; else the one named most in the
    first pages; else the province in the opening; else empty.

    A responsibility book bears the county's name in its title, but its targets are those of the party that undertakes
    them (乙方)."""
    text, begin = facts.document.text, facts.document.begin
    party = _PARTY.search(text, begin, begin + _TOP)
    for stated in (party["name"] if party else None, facts.header.issuer, facts.header.title):
        if stated and (place := _leading_place(stated)):
            return place
    named = Counter(
        found.group(1)
        for found in _RUN.finditer(text, begin, begin + _TOP)
        if not _NO_NAME.search(found.group(1))
    )
    (best, count), *_ = named.most_common(1) or [("", 0)]
    if count >= _OFTEN:
        return best
    opening = _PROVINCE.search(text, begin, begin + _OPENING)
    return opening.group() if opening else _own_province(facts)


def _own_province(facts: DocumentFacts) -> str:
    """The province that a paper which speaks of 我省 names most, three times at least."""
    text, blocks = facts.document.text, facts.document.blocks
    begin, end = facts.document.begin, blocks[-1].span.end if blocks else 0
    if not _OUR_PROVINCE.search(text, begin, end):
        return ""
    named = Counter(found.group() for found in _PROVINCE.finditer(text, begin, end)).most_common(2)
    often = bool(named) and named[0][1] >= _OFTEN and (len(named) == 1 or named[0][1] > named[1][1])
    return named[0][0] if often else ""


def same_place(one: str, other: str) -> bool:
    """Whether two names mean one place: 清原县 and 清原满族自治县; not 清原县 and 清原镇."""
    kinds = {place_kind(name) for name in (one, other)} - {""}
    if len(kinds) > 1:
        return False
    first, second = place_stem(one), place_stem(other)
    if first == second:
        return True
    # A word of the sentence may have run into a name (下达清原县); it does not make it another place.
    return min(len(first), len(second)) >= 2 and (first.endswith(second) or second.endswith(first))


def place_kind(name: str) -> str:
    """Township, village, or what stands above them; empty for a bare name."""
    found = _SUFFIX.search(name)
    if not found:
        return ""
    kind = found.group()
    return {"街道": "乡", "镇": "乡", "乡": "乡", "村": "村", "社区": "村"}.get(kind, "县")


def place_rank(name: str) -> int:
    """1 for a village up to 5 for a province; 0 for a bare name."""
    found = _SUFFIX.search(name)
    return _RANKS.get(found.group(), COUNTY_RANK) if found else 0


def _leading_place(stated: str) -> str:
    rest = _HEAD.sub("", stated)
    place = ""
    while (step := _STEP.match(rest)) and not _is_generic(step):
        place, rest = step.group(), rest[step.end() :]
    return place


def _is_generic(step: re.Match[str]) -> bool:
    """Whether the words name a kind of place (全县, 丘陵山区) and not one place."""
    return bool(_GENERIC.search(step.group(1)) or _UPLAND.search(step.group()))


def place_stem(name: str) -> str:
    """The name proper: without type and peoples, unless nothing would be left."""
    bare = _SUFFIX.sub("", name)
    proper = _ETHNIC.sub("", bare) if len(bare) > 3 else bare
    return proper if len(proper) >= 2 else bare or name
