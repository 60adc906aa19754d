"""Finds the main text of a web page among navigation, side bars and footers."""

from __future__ import annotations

import re

from lxml import etree

from generator.patterns import compiled

_NEVER = frozenset(
    [
        "script",
        "style",
        "noscript",
        "iframe",
        "template",
        "svg",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "nav",
        "aside",
        "head",
        "object",
        "audio",
        "video",
        "canvas",
        "map",
        "dialog",
    ]
)
_CHROME = compiled(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumb|crumbs?|footer|foot|copyright|share|sidebar|side|related|recommend|"
    r"comments?|pagination|pager|toolbar|search|login|banner|advert|ads?|topbar|position|hot|links?)(?:$|[\s_-])",
    re.I,
)
_HIDDEN = compiled(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_TEXTUAL = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "tbody",
        "tr",
        "pre",
        "blockquote",
        "span",
        "a",
        "font",
        "b",
        "strong",
    ]
)
_SENTENCE = compiled(r"[^。；！？\n]{20,}[。；]")
_LISTS = ("ul", "ol", "div", "table", "p", "td")
_LEAST_LINKS = 4
_WHOLE = 0.8
_CHROME_SHARE = 0.4


def main_part(root: etree._Element) -> etree._Element:
    """The element that holds the page's own text; its chrome has been taken out of the tree."""
    body = root.find("body")
    top = root if body is None else body
    _drop_never(top)
    weights = _weigh(top)
    _drop_chrome(top, weights)
    weights = _weigh(top)
    current = top
    while (child := _heir(current, weights)) is not None:
        current = child
    _drop_link_lists(current, weights)
    return current


def page_title(root: etree._Element) -> str:
    """The page's first h1, blanks removed; empty where there is none or several compete."""
    titles = ["".join(str(piece) for piece in each.itertext()) for each in root.iter("h1")]
    cleaned = ["".join(title.split()) for title in titles if title.strip()]
    return cleaned[0] if len(cleaned) == 1 else ""


def _drop_never(top: etree._Element) -> None:
    for element in list(top.iter()):
        if not isinstance(element.tag, str) or element is top:
            continue
        hidden = _HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None
        landmark = element.get("role") in ("navigation", "banner", "contentinfo", "search", "complementary")
        if element.tag in _NEVER or hidden or landmark:
            _remove(element)


def _drop_chrome(top: etree._Element, weights: dict[etree._Element, int]) -> None:
    """What calls itself a menu or a footer goes, unless it holds a good part of the page's text."""
    whole = weights.get(top, 0)
    for element in list(top.iter()):
        if not isinstance(element.tag, str) or element is top or element.getparent() is None:
            continue
        named = _CHROME.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        edge = element.tag in ("header", "footer") and not _within(element, ("article", "main"))
        if (named or edge) and weights.get(element, 0) < _CHROME_SHARE * whole:
            _remove(element)


def _drop_link_lists(main: etree._Element, weights: dict[etree._Element, int]) -> None:
    """Lists of nothing but links lead elsewhere; the list of a document's own annexes stays."""
    for element in list(main.iter(*_LISTS)):
        if element is main or element.getparent() is None:
            continue
        links = list(element.iter("a"))
        text = "".join("".join(str(piece) for piece in element.itertext()).split())
        if (
            len(links) >= _LEAST_LINKS
            and weights.get(element, 0) * 5 < len(text)
            and not _annexes(element, text)
        ):
            _remove(element)


def _annexes(element: etree._Element, text: str) -> bool:
    before = element.getprevious()
    said = "" if before is None else "".join(str(piece) for piece in before.itertext())
    return "附件" in text or "附件" in said or "附表" in text


def _within(element: etree._Element, tags: tuple[str, ...]) -> bool:
    return any(ancestor.tag in tags for ancestor in element.iterancestors())


def _weigh(top: etree._Element) -> dict[etree._Element, int]:
    """Characters outside links, for each element, counted from the leaves up."""
    weights: dict[etree._Element, int] = {}
    for _, element in etree.iterwalk(top, events=("end",)):
        own = 0 if element.tag == "a" else len((element.text or "").strip())
        for child in element:
            own += weights.get(child, 0) if element.tag != "a" else 0
            own += len((child.tail or "").strip()) if element.tag != "a" else 0
        weights[element] = own
    return weights


def _heir(element: etree._Element, weights: dict[etree._Element, int]) -> etree._Element | None:
    """The child that holds nearly all of the text, where what stands beside it is no text of its own."""
    whole = weights.get(element, 0)
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _TEXTUAL:
            continue
        if whole and weights.get(child, 0) >= _WHOLE * whole and not _text_beside(element, child):
            return child
    return None


def _text_beside(element: etree._Element, heir: etree._Element) -> bool:
    """Whether a sentence or a filled table stands beside ``heir``: then that is no chrome."""
    if _SENTENCE.search(element.text or ""):
        return True
    for child in element:
        pieces = [] if child is heir else [str(piece) for piece in child.itertext()]
        if _SENTENCE.search("".join((*pieces, child.tail or ""))):
            return True
        if child is not heir and any(len(table.findall(".//td")) >= 6 for table in child.iter("table")):
            return True
    return False


def _remove(element: etree._Element) -> None:
    """Takes an element out of the tree and leaves the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    previous = element.getprevious()
    if element.tail:
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
