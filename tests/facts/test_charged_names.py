"""Which units a sentence charges with a task of a known name."""

from __future__ import annotations

import pytest

from generator.facts.charged_names import find_charged_names

NAMES = ("科技扶贫", "教育扶贫", "危房改造", "低保兜底")


def charged(text: str) -> dict[str, str]:
    return {
        found.name: "、".join(unit.name for unit in found.units) for found in find_charged_names(text, NAMES)
    }


@pytest.mark.parametrize(
    "text",
    [
        "科技扶贫由县科技局牵头。",
        "（一）科技扶贫（县科技局）。选派特派员。",
        "科技扶贫：牵头单位县科技局，选派特派员。",
        "科技扶贫的牵头单位是县科技局。",
        "科技扶贫归口县科技局管理。",
        "科技扶贫以县科技局为主，选派特派员。",
        "县科技局牵头抓科技扶贫，选派特派员。",
        "1．县科技局：科技扶贫，选派特派员。",
        "科技扶贫这一块，县科技局是牵头单位。",
        "科技扶贫工作，由县科技局具体负责。",
        "（一）科技扶贫\n牵头单位：县科技局。选派特派员。",
        "（一）科技扶贫。由县科技局牵头。",
    ],
)
def test_one_unit_with_one_task(text: str) -> None:
    assert charged(text) == {"科技扶贫": "县科技局"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "科技扶贫、教育扶贫、危房改造分别由县科技局、县教育局、县住建局牵头。",
            {"科技扶贫": "县科技局", "教育扶贫": "县教育局", "危房改造": "县住建局"},
        ),
        (
            "科技扶贫、产业扶贫、危房改造，分别由县科技局、县农业局、县住建局负责。",
            {"科技扶贫": "县科技局", "危房改造": "县住建局"},
        ),
        (
            "县民政局承担低保兜底，县住建局承担危房改造，县教育局承担教育扶贫。",
            {"低保兜底": "县民政局", "危房改造": "县住建局", "教育扶贫": "县教育局"},
        ),
        (
            "低保兜底由县民政局负责，危房改造由县住建局负责。",
            {"低保兜底": "县民政局", "危房改造": "县住建局"},
        ),
        ("科技扶贫由我局负责，助学由县教育局负责，危房改造由县住建局负责。", {"危房改造": "县住建局"}),
        ("低保兜底、危房改造由县民政局负责。", {"低保兜底": "县民政局", "危房改造": "县民政局"}),
        ("教育扶贫由县教育局和县扶贫办牵头，各乡镇落实。", {"教育扶贫": "县教育局、县扶贫办"}),
    ],
)
def test_several_tasks_in_one_sentence(text: str, said: dict[str, str]) -> None:
    assert charged(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "教育扶贫资金由县财政局负责拨付。",
        "科技扶贫示范村由县农业局牵头评选。",
        "科技扶贫、教育扶贫由县科技局、县教育局负责。",  # each one or both together
        "科技扶贫、教育扶贫、危房改造分别由县科技局、县教育局牵头。",
        "教育扶贫与县教育局对接。",
        "县财政局下达教育扶贫120万元。",
        "（一）教育扶贫。资金由县财政局牵头拨付。",
        "（一）教育扶贫。资助学生1103人次。\n（二）督查由县纪委牵头。",
        "科技扶贫由我局负责，助学由县教育局负责。",
    ],
)
def test_nobody_is_charged_with_the_task_itself(text: str) -> None:
    assert charged(text) == {}
