"""Writes small PDFs by hand: text in a standard Chinese font at given places, pictures, a lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line at ``x``, ``y`` (points from the lower left), ``size`` points high."""

    text: str
    x: float = 80
    y: float = 700
    size: float = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A ruled line between two points."""

    start: tuple[float, float]
    end: tuple[float, float]


def make_pdf(
    pages: Sequence[Sequence[Words | Stroke]], *, picture_on: Sequence[int] = (), locked: bool = False
) -> bytes:
    """A PDF; pages numbered in ``picture_on`` (from 1) carry a picture that fills them."""
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",  # the page tree, known at the end
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /W [1 [500]] >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        _stream(
            "\x00",
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        ),
    ]
    kids = []
    for number, page in enumerate(pages, start=1):
        content = "".join(_shown(words) for words in page)
        if number in picture_on:
            content += f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /P Do Q\n"
        bodies.append(_stream(content))
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(bodies)} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /P 6 0 R >> >> >>"
        )
        kids.append(f"{len(bodies)} 0 R")
    bodies[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(bodies, locked=locked)


def _shown(words: Words | Stroke) -> str:
    if isinstance(words, Stroke):
        return f"0.5 w {words.start[0]} {words.start[1]} m {words.end[0]} {words.end[1]} l S\n"
    text = words.text.encode("utf-16-be").hex()
    return f"BT /F {words.size} Tf {words.x} {words.y} Td <{text}> Tj ET\n"


def _stream(content: str, entries: str = "") -> str:
    return f"<< /Length {len(content)} {entries} >>\nstream\n{content}\nendstream"


def _file(bodies: Sequence[str], *, locked: bool) -> bytes:
    out = "%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    lock = ""
    if locked:  # no password yields these keys
        lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'ab' * 32}> /U <{'cd' * 32}> /P -4 >> /ID [<00> <00>]"
    out += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {lock} >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")
