"""Words around a figure, cleaned of what says nothing of what it counts."""

from __future__ import annotations

from generator.patterns import compiled

LEFT_LENGTH = 16
RIGHT_LENGTH = 14
_YEAR = r"(?:(?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})"
_DATES = compiled(
    rf"(?:截至|截止|截止到|到|至|从|自|由|在|于|以|比|较)?(?:(?:{_YEAR})年?(?:度|底|末)?[-—－–~～至到、和]{{1,2}})?{_YEAR}年(?:度|底|末|初|上半年|下半年)?(?:\d{{1,2}}月(?:份|底|末)?(?:\d{{1,2}}日)?)?(?:[之以]?前|起|内|以来)?"
    r"|(?:截至|到|至|于|在)?\d{1,2}月(?:份|底|末)(?:[之以]?前)?"
)
_SPACES = compiled(r"[\s　\u200b]+")
_BRACKETED = compiled(r"[（(〔\[][^（()）]*[）)〕\]]")
_LIST_MARK = compiled(
    r"^(?:\d{1,2}\s*[.．、)）]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|[①-⑳●■◆▲·#\-—*]+)+"
)
# Single characters that also begin words (在建, 对口, 使用, 可支配, 各类) are stripped only where they do not.
_OPENING = compiled(
    r"^(?:[一二三四五六七八九十]+(?:是|要)(?=[\u4e00-\u9fff])|其中|截至目前|截至|目前|当前|现有|年内|全年|今年|去年|上年|明年|本年度?|年底前?|到时|届时|预计|计划(?!生育|投资|投入)|"
    r"每年|进一步|持续|继续|大力|积极|努力|切实|充分|不断|深入(?=[推开实])|扎实|稳步|稳定(?=[实推])|有序|着力|加快|重点(?=[对扶支推抓实解打培建发])|先行|率先|原则上|克期|按期|如期|顺利|全力|全面|严格|优先|紧紧|紧盯|围绕|力争|争取|确保|保证|"
    r"通过|加强对|用于|按照|根据|依据|结合|针对|支持有条件|共计|总共|合计|总计|累计|分别|约(?![束定])|已经|曾|即|并(?![网发])|且|和(?![谐平])|及(?![格时])|与(?!会)|或|等(?!级)|对于|对(?![口象接标])|在(?![建校职岗册库编养培])|把(?!关)|使(?!用)|让(?!利)|由(?!于)|从(?![业事])|以(?!工代赈|奖代补|上|下|内)|按(?!揭)|向(?!阳)|给(?![予水排])|将(?!军)|要(?![素求件])|须|应(?![急届收缴])|拟(?=[建新改])|"
    r"的|了|也|均(?!衡)|都(?!市)|还(?![款贷])|又|而|则|新的|各(?![类级地项族界乡村部种省市县区])|共(?![同建享产青])|为(?![民农])|"
    r"完成(?!率|比例|情况|数)|实现(?!率)|达到|做到|以上|以下|左右|[、，,；;：:“”‘’《》〈〉\"|])+"
)
_CLOSING = compiled(
    r"(?:未达到|未能达到|达不到|没有达到|达到或超过|达到?(?<!未达)|为|有(?<!没有)(?<!所有)|至少有?|至多|最高|最低|至|到|是|约|近(?<!附近)(?<!最近)|超过?|突破|高达|多达|共计?|合计|总计|各|的|了|由|从|在|按照?|比(?<!占比)(?<!同比)|较|不得?低于|不少于|不小于|不大于|不高于|不得?超过|不能低于|不能超过|低于|高于|大于|小于|少于|多于|"
    r"控制在|保持在|稳定在|维持在|压减到|必须|均(?<![人户村亩年月日平]均)|都|仅|只|含|即|等|以|和|及(?<!涉及)(?<!惠及)(?<!普及)|与(?<!参与)|且|并|或|分别|累计|平均|预计为?|预测|原则上|每|[、，,：:“‘\"《]|其中|以上|左右|不到|不足|(?<![用位属来由])于|另外|另)+$"
)
_CHANGED_TO = compiled(
    r"(?:提高|提升|增加|降低?|下降|减少|增长|扩大|上升|回落|缩小|压缩|调整|提标|上调|下调|增至|增|减|升)(?:至|到|为)$"
)
_PER_CLOSING = compiled(
    r"(?:每(?:人|户|亩|村|个|名|生|年|月|季度|周|天|日|次|半年)(?:每(?:年|月|天|日))?|[人户村亩]均)$"
)
CHANGE = compiled(
    r"^(?:同比|环比|年均|年均递?|比上?年?(?:同期)?|较上?年?(?:同期)?|比[\u4e00-\u9fff]{0,8}|较[\u4e00-\u9fff]{0,8}|[\u4e00-\u9fff]{0,6}基础上)?(?P<change>增长|增加|提高|提升|上升|下降|降低|减少|递增|增幅|回落|扩大|缩小|压降|压减|上涨|下跌|高|低|增|减|降|升)(?:了|约)?$"
)
VERBS = (
    "发展|建设|实施|开展|进行|牵头|掌握|购买|涌现|完成|实现|达到|提供|获得|享受|纳入|给予|予以|参与|参加|组成|组织|负责|用于|位于|来自|正在|已经|全部|全面|全覆盖|覆盖|稳定|如期|分别|安排|支持|帮助|巩固|保持|确保|按照|能够|有机|控制在|不低于|不超过|不少于|不高于|提高|提升|"
    "共|在内|均|都|要|已|将|由|和(?![美谐平田睦])|及|的|为|与|或|达|使|让|从|到|并|在|可"
)
_QUOTES = compiled('[“”‘’"《》〈〉]')
_FOCUS = compiled("为(?:重点|主|目标|抓手|单元|核心|龙头|依托|载体|突破口|基础)$")
_VERB = compiled(VERBS)
_NOUN_AFTER_VERB = compiled(
    "(?:发展|建设|实施|开展|组织|负责|参与|支持|帮助|实现|完成|巩固提升|提升)(?:项目|工程|资金|方案|人|单位|小组|机构|中心|面积|任务|规划|计划|情况|率|标准|用地|基地|点|区|示范|先行|试验|改革|促进|中心|基金)"
    "|及格|和谐|为民|将军|与会|由于|达标|已有|均衡|都市|进度|进修|进出口|到户|到村|到人|可支配|可再生|在建|在校|在职|在岗|人均|户均|年均|平均|共同|共享|公共|达标|将军"
)
_LOOSE = compiled(r"^(?:以上|以下|左右|以内|之内|及以上|上下|内|后|的|多|余|[\s　]|[”’\"])+")
_RIGHT = compiled(r"[\u4e00-\u9fffA-Za-z“”‘’\"\-—\d+＋]+")
_MARK = compiled("[、，,；;：:/—→》”]")
_BORDER = compiled("[、，,；;：:/—→》”]|的(?!确)")
_LEAST = 4  # characters that make a name
_CONJUNCTIONS = ("和", "及", "与", "或")


def left_phrase(before: str) -> str:
    """The words before a figure: without dates, brackets, list marks, adverbs in front and 达到, 为, 不低于 at the end."""
    text = _LIST_MARK.sub("", _SPACES.sub("", before))
    text = _QUOTES.sub("", _DATES.sub("", _BRACKETED.sub("", text)))
    return trimmed(_stripped(text), LEFT_LENGTH)


def _stripped(text: str) -> str:
    previous = None
    while text != previous:
        previous = text
        text = _PER_CLOSING.sub("", _CHANGED_TO.sub("", text))
        text = _OPENING.sub("", _CLOSING.sub("", text))
    return text


def right_rest(after: str) -> str:
    """The words right after a figure up to the next mark; empty where none follow at once."""
    found = _RIGHT.match(_LOOSE.sub("", _BRACKETED.sub("", _SPACES.sub("", after))))
    if not found:
        return ""
    rest = _CHANGED_TO.sub("", _QUOTES.sub("", found[0]))
    return _FOCUS.sub("", _PER_CLOSING.sub("", _CLOSING.sub("", rest)))


def noun_of(rest: str) -> str:
    """The noun at the start of ``rest``: up to the next verb or conjunction."""
    for verb in _VERB.finditer(rest):
        if _NOUN_AFTER_VERB.match(rest, verb.start()):
            continue
        if verb.start() >= 2 or (verb.start() == 1 and verb[0] in _CONJUNCTIONS):
            return trimmed_right(rest[: verb.start()], RIGHT_LENGTH)
        if verb.start() + len(verb[0]) > 1:
            return ""
    return trimmed_right(rest, RIGHT_LENGTH)


def trimmed(text: str, length: int) -> str:
    """The end of ``text`` from the first border that leaves at most ``length`` characters.

    A border is where a word surely ends: after a mark, and after 的 in a name that is half as long again. A name without
    one stays whole, up to twice the length: a long name reads well, one that begins within a word does not.
    """
    if len(text) <= length:
        return text
    border = _BORDER if 2 * len(text) > 3 * length else _MARK
    starts = [mark.end() for mark in border.finditer(text)]
    fitting = (start for start in starts if _LEAST <= len(text) - start <= length)
    start = next(fitting, next((start for start in reversed(starts) if len(text) - start > length), 0))
    return text[start:][-2 * length :]


def trimmed_right(text: str, length: int) -> str:
    """The start of ``text`` up to the last border within ``length`` characters; else whole, up to half as much again."""
    if len(text) <= length:
        return text
    end = max((mark.start() for mark in _BORDER.finditer(text, _LEAST, length + 1)), default=0)
    return text[:end] if end else text[: length + length // 2]
