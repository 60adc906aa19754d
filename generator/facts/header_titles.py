"""The title of a document, alone on its lines at the top, broken or whole."""

from __future__ import annotations

from collections.abc import Sequence

from generator.patterns import compiled
from generator.standards.document_types import STATUTORY
from generator.text.agencies import is_agency_name, split_agency_list
from generator.text.document_numbers import find_document_numbers

_STATUTORY = "|".join(STATUTORY)
# The statutory types and the papers that travel with them.
_TYPES = (
    f"{_STATUTORY}|"
    "方案|要点|计划|规划|纲要|总结|分析|办法|细则|规定|规则|条例|章程|制度|标准|要求|措施|举措|清单|分工|分解表|分解|任务|"
    "安排|责任书|承诺书|任务书|协议书|倡议书|建议|提案|讲话|致辞|汇报|简报|说明|须知|指南|指引|预案|台账|公约|守则|机制|"
    "行动|工程|设想|思路|情况|小结|自查|述职|调研|材料|表|书|政策|若干意见|实施意见"
)
_SUFFIX = r"(?:\s?[（(〔][^（）()。；]{1,24}[）)〕])*"
_COMPLETE = compiled(rf"(?P<words>.{{3,160}}?)(?P<type>{_TYPES}){_SUFFIX}\s*")
_LEGAL_END = compiled(rf"的[^的]{{0,6}}(?:{_STATUTORY}|规定|办法|方案){_SUFFIX}\s*$")
_SENTENCE = compiled(
    r"[。；！？!?]|[，,].{40}|[：:]\s*$|[：:].*[：:]|>>|https?://|^\s*[（(]?(?:来源|作者|时间|发布|编辑|格式|当前位置)"
)
_SECRECY = compiled(
    r"[\s　]*(?:特急|加急|平急|特提|机密|秘密|绝密|内部资料|急件|\d{6}|附件\d*|签发人.*|[-—─_=*·\s]+)(?:★.*)?[\s　]*"
)
_MASTHEAD = compiled(r".{2,60}文\s?件[\s　]*")
_NOT_FIRST = compiled(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章条]|\d{1,2}[.、．]\D)"
)
_DAY = compiled(
    r"[\s　（(]*[\d〇○零Oo一二三四五六七八九]{4}\s?年[\d元正一二三四五六七八九十\s]{1,4}月[\d一二三四五六七八九十廿卅\s]{1,4}日[）)\s　]*"
)
_STOPS = compiled(r"[。，,；;：:！？!?]")
_LINES, _LONGEST = 4, 90
_STYLES = ("title", "标题", "文件标题", "公文标题")


def find_title(lines: Sequence[tuple[str, str]]) -> tuple[str, int, int] | None:
    """The title among ``lines`` (text and paragraph style each) with the numbers of its first line and of the line
    after its last. Lines are joined until they end in a type of document and every bracket is closed."""
    styled = _styled(lines)
    if styled is not None:
        return styled
    for start, (line, _) in enumerate(lines):
        if _NOT_FIRST.match(line):
            break
        end = _title_end(lines, start)
        if end:
            return _join([part for part, _ in lines[start:end]]), start, end
    return _first_short(lines)


def _title_end(lines: Sequence[tuple[str, str]], start: int) -> int:
    """The number of the line after the title that starts at ``start``; 0 when none starts there. 关于… runs on to
    its legal type where the next lines bring one."""
    shortest = 0
    for end in range(start + 1, min(len(lines), start + _LINES) + 1):
        if not _may_belong(lines[end - 1][0]):
            break
        joined = _join([line for line, _ in lines[start:end]])
        if not _COMPLETE.fullmatch(joined) or not _is_balanced(joined):
            continue
        if "关于" not in joined or _LEGAL_END.search(joined):
            return end
        shortest = shortest or end
    return shortest


def is_issuer_line(line: str) -> bool:
    """Whether a line names agencies and nothing else: a signature, or the issuers over a title."""
    if not 2 <= len(line) <= 80 or _STOPS.search(line):
        return False
    names = split_agency_list(compiled(r"[\s　|｜]+").sub("、", line.strip(" 　\t|｜"))).agencies
    return bool(names) and all(_is_issuer(agency.name) for agency in names)


def _is_issuer(name: str) -> bool:
    return len(name) >= 3 and is_agency_name(name) and not name.startswith(("各", "全", "关于", "有关"))


def _styled(lines: Sequence[tuple[str, str]]) -> tuple[str, int, int] | None:
    for start, (_, style) in enumerate(lines):
        if style.lower() in _STYLES:
            end = start
            while end < len(lines) and lines[end][1].lower() in _STYLES:
                end += 1
            return _join([line for line, _ in lines[start:end]]), start, end
    return None


def _may_belong(line: str) -> bool:
    if not line or len(line) > _LONGEST or _SENTENCE.search(line) or _SECRECY.fullmatch(line):
        return False
    if _DAY.fullmatch(line):
        return False
    if find_document_numbers(line) and len(line) < 40 and not line.startswith("关于"):
        return False
    return not _MASTHEAD.fullmatch(line) and not is_issuer_line(line)


def _join(parts: Sequence[str]) -> str:
    return compiled(r"^#+\s*|\s*\[bookmark:[^\]]*\]\s*").sub("", "".join(part.strip() for part in parts))


def _is_balanced(text: str) -> bool:
    return all(text.count(left) == text.count(right) for left, right in ("《》", "（）", "〈〉"))


def _first_short(lines: Sequence[tuple[str, str]]) -> tuple[str, int, int] | None:
    for index, (line, _) in enumerate(lines[:6]):
        if _may_belong(line) and 5 <= len(line) <= 60 and not _NOT_FIRST.match(line):
            return _join([line]), index, index + 1
    return None
