"""Writes .fonts/fonts.conf: the fonts that official documents name, mapped to free ones for the page tests.

The real fonts win where they are installed. Fandol's SongBold and HeiBold declare a regular weight and would be
taken for 宋体 and 黑体, so their weight is set right when they are scanned.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).resolve().parent.parent / ".fonts"

SUBSTITUTES: tuple[tuple[tuple[str, ...], tuple[str, ...], bool], ...] = (
    # names in documents, free fonts in order of preference, whether the bold cut is meant
    (
        ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋"),
        ("FandolFang", "FandolFang R", "AR PL UMing CN"),
        False,
    ),
    (
        ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "华文楷体"),
        ("FandolKai", "AR PL UKai CN"),
        False,
    ),
    (("黑体", "SimHei", "方正黑体_GBK", "华文黑体"), ("FandolHei", "Noto Sans CJK SC"), False),
    (("方正小标宋简体", "方正小标宋_GBK", "小标宋体", "华文中宋"), ("FandolSong",), True),
    (("宋体", "SimSun", "新宋体", "NSimSun", "华文宋体"), ("FandolSong", "AR PL UMing CN"), False),
    (("Times New Roman",), ("Liberation Serif",), False),
)
REWEIGHTED = ("FandolSong-Bold", "FandolHei-Bold")


def fonts_conf() -> str:
    """The whole configuration file."""
    rules = [_reweigh(name) for name in REWEIGHTED]
    rules += [_substitute(name, fonts, bold) for names, fonts, bold in SUBSTITUTES for name in names]
    return "\n".join(
        (
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
            "<fontconfig>",
            '  <dir prefix="relative">fonts</dir>',
            *rules,
            '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
            "</fontconfig>",
            "",
        )
    )


def _reweigh(postscript_name: str) -> str:
    return (
        f'  <match target="scan"><test name="postscriptname"><string>{postscript_name}</string></test>'
        '<edit name="weight" mode="assign"><const>bold</const></edit></match>'
    )


def _substitute(name: str, fonts: tuple[str, ...], bold: bool) -> str:
    listed = "".join(f"<string>{escape(font)}</string>" for font in fonts)
    weight = '<edit name="weight" mode="assign"><const>bold</const></edit>' if bold else ""
    return (
        f'  <match target="pattern"><test qual="any" name="family" compare="eq"><string>{escape(name)}</string></test>'
        # one edit with all substitutes: several appends would reverse their order
        f'<edit name="family" mode="append" binding="same">{listed}</edit>{weight}</match>'
    )


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "fonts.conf").write_text(fonts_conf(), encoding="utf-8")


if __name__ == "__main__":
    main()
