"""A page layout written in words: 纸 210×297；边 37 35 28 26；第1段 黑体 16磅 居中；其余 仿宋_GB2312 16磅 行距 28.95磅."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model.layout import DocumentLayout, PageLayout, ParagraphLook
from generator.model.text_document import Block, TextDocument
from generator.standards.gbt9704 import mm

_PAGE = PageLayout(
    first_block=1, width=11906, height=16838, top=2098, bottom=1985, left=1588, right=1474, page_number=True
)
_MARKS = "“”‘’—…"


def read_layout(words: str, document: TextDocument) -> DocumentLayout:
    """The layout that ``words`` describe: A4 with the standard's margins unless they say otherwise, looks by paragraph."""
    page = _PAGE
    looks: dict[int, str] = {}
    rest = ""
    for part in words.split("；"):
        kind, _, value = part.strip().partition(" ")
        numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", value)]
        if kind == "纸":
            page = replace(page, width=mm(numbers[0]), height=mm(numbers[1]))
        elif kind == "边":
            top, bottom, left, right = map(mm, numbers)
            page = replace(page, top=top, bottom=bottom, left=left, right=right)
        elif kind == "网格":
            page = replace(page, grid="lines", line_pitch=int(numbers[0]))
        elif kind == "无页码":
            page = replace(page, page_number=False)
        elif kind == "其余":
            rest = value
        else:
            number = re.fullmatch(r"第(\d+)段", kind)
            assert number, f"unknown word of a layout: {kind}"
            looks[int(number[1])] = value
    return DocumentLayout(
        pages=(page,),
        looks={
            block.number: _look(looks.get(block.number, rest), document, block) for block in document.blocks
        },
    )


def _look(words: str, document: TextDocument, block: Block) -> ParagraphLook:
    if not words:
        return ParagraphLook()
    font, *others = words.split()
    indents = {
        name: float(width)
        for word in others
        for name, width in re.findall(r"^(左缩|右缩|首缩)([\d.]+)字$", word)
    }
    size = next((float(word[:-1]) for word in others if re.fullmatch(r"[\d.]+磅", word)), 0.0)
    line = float(others[others.index("行距") + 1][:-1]) if "行距" in others else 0.0
    marks = [at for at in range(block.span.start, block.span.end) if document.text[at] in _MARKS]
    return ParagraphLook(
        font=font,
        size=round(size * 2),
        line=round(line * 20),
        alignment="center" if "居中" in others else "right" if "居右" in others else "",
        left=round(indents.get("左缩", 0) * (size or 16) * 20),
        right=round(indents.get("右缩", 0) * (size or 16) * 20),
        first=round(indents.get("首缩", 0) * (size or 16) * 20),
        latin_marks=tuple(marks) if "西文引号" in others else (),
        overridden=others[others.index("被盖") + 1] if "被盖" in others else "",
    )
