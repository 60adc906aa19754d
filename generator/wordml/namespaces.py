"""The XML names of WordprocessingML that the walker meets."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# ISO 29500 "strict" files use other addresses for the same names.
STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    "http://purl.oclc.org/ooxml/officeDocument/math": M,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R,
}


def w(name: str) -> str:
    """The qualified name of ``w:name``."""
    return f"{{{W}}}{name}"


def m(name: str) -> str:
    """The qualified name of ``m:name``."""
    return f"{{{M}}}{name}"
