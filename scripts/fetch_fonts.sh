#!/bin/sh
# Unpacks the free 仿宋/楷体/黑体/宋体 (Fandol, from Debian's texlive-lang-chinese; no TeX needed) into .fonts/,
# where the page tests and the demo's PDF look for them. Does nothing when they are there already.
set -eu
cd "$(dirname "$0")/.."
target=.fonts/fonts
[ -f "$target/FandolFang-Regular.otf" ] && exit 0
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
(cd "$work" && apt-get download -qq texlive-lang-chinese >/dev/null 2>&1)
dpkg-deb -x "$work"/texlive-lang-chinese_*.deb "$work/unpacked"
mkdir -p "$target"
cp "$work"/unpacked/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/*.otf "$target"/
