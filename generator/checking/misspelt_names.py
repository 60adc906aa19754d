"""Whether a name is another agency's name with one character wrong, missing, doubled or out of place.

Real names often differ in one character (县水务局 and 县水利局, 县文广新局 and 县文广局). So a name that divides into the
words that agencies' names are made of is never a slip here, and the shorter the names, the more is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from generator.patterns import compiled
from generator.text.agency_words import KNOWN_CHARACTERS, is_made_of_words, is_no_bureau

_FRONT = compiled(r"[^省市县区州旗]{0,8}[省市县区州旗](?:委(?!员)|政府)?")
_BACK = compiled(
    r"委员会|办公室|联合会|管理局|公司|银行|支行|中心|大队|支队|检察院|法院|局|委|办|部|厅|社|站|所|院|会"
)
_WHERE_NAMES_STAND = ("公司", "银行", "支行", "中心", "大队", "支队", "社", "站", "所", "院", "会")
_CHINESE = compiled(r"[一-鿿]")
# What sets two places or two numbered bodies apart: 大苏河乡 and 苏河乡, 第一中学 and 第二中学.
_TELLS_APART = frozenset("一二三四五六七八九十两第大小东西南北中上下前后左右新老高省市县区乡镇村州级直里")
_SHORT, _LONG = 4, 7
_COUNTIES = "县区市州旗"


class SlipKind(Enum):
    """How a character went wrong."""

    WRONG = "写成"
    MISSING = "少"
    EXTRA = "多"
    SWAPPED = "颠倒"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """The one edit that makes ``name`` of the name that was meant: at ``at``, ``written`` for ``meant``."""

    kind: SlipKind
    at: int
    written: str = ""
    meant: str = ""

    def __str__(self) -> str:
        match self.kind:
            case SlipKind.MISSING:
                return f"少“{self.meant}”字"
            case SlipKind.EXTRA:
                return f"多“{self.written}”字"
            case SlipKind.WRONG:
                return f"“{self.meant}”写成“{self.written}”"
        return f"“{self.meant}”颠倒成“{self.written}”"


@lru_cache(maxsize=4096)
def slip_between(name: str, known: str) -> str:
    """What is wrong with ``name`` if it is meant to be ``known`` (少“改”字), empty where it is no such slip."""
    slip = find_edit(name, known)
    if slip is None or not _by_hand(slip):
        return ""
    if is_no_bureau(name):
        return str(slip) if slip.kind is SlipKind.WRONG and slip.at < len(known) - 1 else ""
    if is_made_of_words(name):
        return ""
    judge = {
        SlipKind.WRONG: _wrong,
        SlipKind.MISSING: _missing,
        SlipKind.EXTRA: _extra,
        SlipKind.SWAPPED: _swapped,
    }[slip.kind]
    return str(slip) if judge(slip, _Shape.of(known)) else ""


def find_edit(name: str, known: str) -> Slip | None:
    """The single edit between two names, None where there are more or none."""
    if name == known or abs(len(name) - len(known)) > 1:
        return None
    at = next(
        (i for i, (a, b) in enumerate(zip(name, known, strict=False)) if a != b), min(len(name), len(known))
    )
    if len(name) < len(known):
        return Slip(kind=SlipKind.MISSING, at=at, meant=known[at]) if name[at:] == known[at + 1 :] else None
    if len(name) > len(known):
        return Slip(kind=SlipKind.EXTRA, at=at, written=name[at]) if name[at + 1 :] == known[at:] else None
    if name[at + 1 :] == known[at + 1 :]:
        return Slip(kind=SlipKind.WRONG, at=at, written=name[at], meant=known[at])
    if name[at : at + 2] == known[at : at + 2][::-1] and name[at + 2 :] == known[at + 2 :]:
        return Slip(kind=SlipKind.SWAPPED, at=at, written=name[at : at + 2], meant=known[at : at + 2])
    return None


def sets_apart(slip: Slip) -> bool:
    """Whether the edit makes another place or another numbered body: 第一中学 and 第二中学."""
    return not _by_hand(slip) or bool(set(slip.written + slip.meant) & _TELLS_APART)


def _by_hand(slip: Slip) -> bool:
    return all(_CHINESE.fullmatch(char) for char in slip.written + slip.meant)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """A known name: its level in front, what it deals with, the kind of body at the end."""

    known: str
    core: int
    back: int
    made: bool

    @staticmethod
    def of(known: str) -> _Shape:
        front = _FRONT.match(known)
        back = next((m for m in _BACK.finditer(known) if m.end() == len(known)), None)
        core = front.end() if front else 0
        return _Shape(
            known=known,
            core=core,
            back=max(core, back.start()) if back else len(known),
            made=is_made_of_words(known),
        )

    @property
    def ending(self) -> str:
        return self.known[self.back :]

    @property
    def is_short(self) -> bool:
        """县财政局, 县农发局: four characters in which one makes another agency."""
        return self.back - self.core < _SHORT


def _wrong(slip: Slip, shape: _Shape) -> bool:
    if slip.at == len(shape.known) - 1 or {slip.written, slip.meant} & _TELLS_APART:
        return False
    if slip.at < shape.core:  # 人民银行清源县中心支行: all but the county's name is the same, and much
        return len(shape.known) > _LONG + 1 and shape.known[shape.core - 1] in _COUNTIES and shape.core > 1
    if not shape.ending or (shape.ending in _WHERE_NAMES_STAND and not shape.made):
        return False
    return slip.written not in KNOWN_CHARACTERS or (shape.made and not shape.is_short)


def _missing(slip: Slip, shape: _Shape) -> bool:
    run = shape.known[: slip.at + 1]
    first = (
        slip.at - (len(run) - len(run.rstrip(slip.meant))) + 1
    )  # 市 is missing in front of 市场, not behind its 市
    if first == 0 or slip.at == len(shape.known) - 1 or slip.meant == "各":
        return False
    if len(shape.known) >= _LONG:
        return shape.made or slip.meant not in _TELLS_APART
    if len(shape.known) > _SHORT:
        return shape.made
    return shape.back - shape.core == 2 and shape.ending in ("局", "部") and slip.at >= shape.core


def _extra(slip: Slip, shape: _Shape) -> bool:
    doubled = slip.at > 0 and slip.written == shape.known[slip.at - 1]
    if doubled:
        return shape.made or slip.written not in _TELLS_APART
    if slip.at <= shape.core or slip.at >= len(shape.known) or slip.written in _TELLS_APART:
        return False
    return shape.made and (slip.written not in KNOWN_CHARACTERS or not shape.is_short)


def _swapped(slip: Slip, shape: _Shape) -> bool:
    return shape.made and slip.at >= shape.core and slip.at + 2 <= shape.back
