"""Points above or below what stands elsewhere: 全省平均66.5%……我县60%，比全省平均低6.5个百分点; 比总目标低20个百分点."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.facts.relation_arithmetic import is_exact
from generator.facts.relation_building import term_of
from generator.facts.relation_passages import Passage
from generator.facts.relation_shared_names import shared_name
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_THAN = compiled(
    r"(?:左右|以上)?[，,]?(?:仍|还|已)?(?:比|较|与)(?P<what>[^，,。；;：:\d]{2,12}?)(?:相比)?(?:还|要|仍|均|都)?(?P<word>低|高|少|多|差)(?:出|了)?"
)
_AIM = compiled(r"(?:总目标|目标|要求|指标|任务|计划)(?:值|数)?$")
_AVERAGE = compiled(r"全[国省市县区](?:平均)?|(?:省|市|县|区)定")
_TIME = compiled("上年|去年|同期|上月|上季|年初|年底|期末|期初")
_CLAUSE = compiled(r"[，,。；;：:\n]")
_LESS = frozenset("低少差")
_FRONT, _NEAR = 40, 24
_NAME = 4


def find_points(passage: Passage) -> Iterator[Relation]:
    """Each rate of the paragraph that is compared with one that stands further in front."""
    for now, points in pairwise(passage.all_figures):
        if (now.unit, points.unit) != ("%", "百分点") or not (
            is_exact(now.quantity) and is_exact(points.quantity)
        ):
            continue
        than = _THAN.fullmatch(passage.text, now.span.end, points.span.start)
        if than is None or _TIME.search(than["what"]):
            continue
        sign = 1 if than["word"] in _LESS else -1
        expected = now.value + sign * points.value
        earlier = [
            f
            for f in passage.all_figures
            if f.unit == "%" and f.span.end <= now.span.start and is_exact(f.quantity)
        ]
        step = max(now.quantity.step, points.quantity.step)
        allowed = 2 * step if step < 1 else step / 2  # between whole numbers nothing is rounded
        if any(abs(rate.value - expected) < allowed for rate in earlier):
            continue
        meant = _meant(passage, now, earlier, than["what"])
        if meant is not None and (meant.value - now.value) * sign > 0:
            yield Relation(
                kind=RelationKind.RATIO,
                holds=False,
                total=term_of(points),
                terms=(term_of(now), term_of(meant)),
                formula=f"{now.quote}-{meant.quote}≠{points.quote}",
                expected=abs(meant.value - now.value),
                certain=False,
            )


def _meant(passage: Passage, now: Figure, earlier: list[Figure], what: str) -> Figure | None:
    """The nearest rate of the same name, where an aim is meant; the only one that is called so, where it is an average."""
    label = _AVERAGE.match(what)
    if _AIM.search(what):
        own = _words(passage, now, _FRONT)
        named = [rate for rate in earlier if shared_name(own, _words(passage, rate, _NEAR), _NAME)]
        return named[-1] if named else None
    called = [rate for rate in earlier if label and label.group() in _words(passage, rate, _NEAR)]
    return called[0] if len(called) == 1 else None


def _words(passage: Passage, figure: Figure, reach: int) -> str:
    """The clause of a rate and the one in front of it."""
    start = max(passage.sentence_start(figure.span.start), figure.span.start - reach)
    return "，".join(_CLAUSE.split(passage.text[start : figure.span.start])[-2:])
