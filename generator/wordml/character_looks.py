"""Fonts and sizes of runs, through the styles and the theme of a .docx."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.wordml.namespaces import A, w
from generator.wordml.package import Package

_HANS = "Hans"
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterLook:
    """``font`` for Chinese characters, ``latin`` for the rest; ``overridden`` is a font that a theme font beats."""

    font: str = ""
    latin: str = ""
    size: int = 0
    bold: bool = False
    overridden: str = ""
    hinted: bool = False


@dataclass(slots=True)
class CharacterLooks:
    """Resolves what a run looks like: defaults, paragraph style, character style, then the run itself."""

    _defaults: etree._Element | None
    _styles: dict[str, etree._Element]
    _default_paragraph: str
    _theme: dict[str, str]
    _known: dict[tuple[str, str], list[etree._Element]] = field(default_factory=dict)

    @classmethod
    def read(cls, package: Package) -> CharacterLooks:
        root = package.xml("word/styles.xml")
        styles: dict[str, etree._Element] = {}
        default = ""
        defaults = None
        for element in root if root is not None else ():
            if element.tag == w("docDefaults"):
                defaults = element.find(f"{w('rPrDefault')}/{w('rPr')}")
            elif element.tag == w("style"):
                styles[element.get(w("styleId"), "")] = element
                if element.get(w("default")) in ("1", "true", "on") and element.get(w("type")) == "paragraph":
                    default = element.get(w("styleId"), "")
        return cls(defaults, styles, default, dict(_theme_fonts(package)))

    def look(self, paragraph_style: str, run: etree._Element) -> CharacterLook:
        """How ``run`` looks in a paragraph of that style."""
        own = run.find(w("rPr"))
        named = own.find(w("rStyle")) if own is not None else None
        key = (
            paragraph_style or self._default_paragraph,
            named.get(w("val"), "") if named is not None else "",
        )
        if key not in self._known:
            self._known[key] = [*self._chain(key[0]), *self._chain(key[1])]
        levels = ([self._defaults] if self._defaults is not None else []) + self._known[key]
        return self._resolved(levels if own is None else [*levels, own])

    def _chain(self, style: str) -> list[etree._Element]:
        """The run properties of a style and those it is based on, the most basic first."""
        found: list[etree._Element] = []
        seen: set[str] = set()
        while style and style not in seen and style in self._styles:
            seen.add(style)
            element = self._styles[style]
            properties = element.find(w("rPr"))
            if properties is not None:
                found.append(properties)
            based = element.find(w("basedOn"))
            style = based.get(w("val"), "") if based is not None else ""
        return found[::-1]

    def _resolved(self, levels: list[etree._Element]) -> CharacterLook:
        font = latin = overridden = ""
        size = 0
        bold = hinted = False
        for level in levels:
            fonts = level.find(w("rFonts"))
            if fonts is not None:
                themed = self._theme.get(fonts.get(w("eastAsiaTheme"), ""), "")
                written = fonts.get(w("eastAsia"), "")
                if themed or written:
                    overridden = written if themed and written and themed != written else ""
                font = themed or written or font
                latin = (
                    self._theme.get(fonts.get(w("asciiTheme"), ""), "") or fonts.get(w("ascii"), "") or latin
                )
                hinted = fonts.get(w("hint"), "") == "eastAsia"
            size = _number(level.find(w("sz"))) or size
            weight = level.find(w("b"))
            if weight is not None:
                bold = weight.get(w("val"), "1") not in _OFF
        return CharacterLook(
            font=font, latin=latin, size=size, bold=bold, overridden=overridden, hinted=hinted
        )


def _theme_fonts(package: Package) -> Iterator[tuple[str, str]]:
    """``minorEastAsia`` → 宋体 and so on; a theme without a Chinese font has none."""
    root = package.xml("word/theme/theme1.xml")
    if root is None:
        return
    for kind in ("major", "minor"):
        fonts = next(root.iter(f"{{{A}}}{kind}Font"), None)
        if fonts is None:
            continue
        latin, east = fonts.find(f"{{{A}}}latin"), fonts.find(f"{{{A}}}ea")
        hans = next(
            (f.get("typeface", "") for f in fonts.iter(f"{{{A}}}font") if f.get("script") == _HANS), ""
        )
        yield f"{kind}EastAsia", (east.get("typeface", "") if east is not None else "") or hans
        if latin is not None:
            for name in ("Ascii", "HAnsi"):
                yield f"{kind}{name}", latin.get("typeface", "")


def _number(element: etree._Element | None) -> int:
    value = element.get(w("val"), "") if element is not None else ""
    return int(value) if value.isdecimal() else 0
