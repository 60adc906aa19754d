"""Our numbers beside the published recognisers of Chinese numbers, on two sets of sentences.

The sets and the peers' adapters lie in the shared folder (`recognizers/`, named by NIGAO_SHARED or beside the checkout):
the Chinese specifications of an open recogniser, of which the cases in the notation of official documents count, and
`official.jsonl`, sentences of official documents with their figures. Peers that are not installed are skipped.

    python benchmarks/recognizers.py            # everything that can be imported
    python benchmarks/recognizers.py nigao -v   # ours alone, with every miss
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.standards.units import UNITS, dimension  # noqa: E402 - the checkout goes first on the path
from generator.text.numeral_finder import NumeralKind, find_numerals  # noqa: E402
from generator.text.quantities import QuantityMention, find_quantities  # noqa: E402

Found = tuple[int, int, Decimal | None, str | None]

PEERS = ("rt", "cn2an", "c2d", "wetext", "jionlp", "regex")
MONEY = {"money", "dollars"}
MEASURES = {
    "farmland",
    "land",
    "region",
    "length",
    "short length",
    "floor",
    "mass",
    "weight",
    "volume",
    "power",
}
KINDS = {
    "ordinal": (NumeralKind.ORDINAL,),
    "percent": (NumeralKind.PERCENT, NumeralKind.POINTS),
}


class Nigao:
    """Ours on the specifications, which ask for numerals as such and for values in the written unit."""

    name = "rt"  # the scorer compares spans for this name only

    def __init__(self, score: ModuleType) -> None:
        self._number = score.num

    def extract(self, text: str, kind: str = "number") -> list[Found]:
        if kind in ("currency", "dimension"):
            wanted = MONEY if kind == "currency" else MEASURES
            return [
                self._quantity(one) for one in find_quantities(text) if dimension(one.quantity.unit) in wanted
            ]
        kinds = KINDS.get(kind)
        return [
            (one.span.start, one.span.end, self._number(one.value), None)
            for one in find_numerals(text)
            if kinds is None or one.kind in kinds
        ]

    def span(self, text: str, kind: str) -> Decimal | None:
        found = self.extract(text, kind)
        return found[0][2] if len(found) == 1 else None

    def _quantity(self, one: QuantityMention) -> Found:
        value = one.quantity.value / _worth(one)
        return one.span.start, one.span.end, self._number(value), one.quantity.unit


class NigaoFigures(Nigao):
    """Ours on the sentences, which ask for figures: what only looks like one is a false alarm."""

    name = "nigao"

    def extract(self, text: str, kind: str = "number") -> list[Found]:
        return [
            (one.span.start, one.span.end, self._number(one.quantity.value), one.quantity.unit)
            for one in find_quantities(text)
        ]


def _worth(mention: QuantityMention) -> Decimal:
    """What one of the written unit is worth in the base unit (0.5 for 斤)."""
    written = mention.quantity.written[mention.number.end - mention.span.start :]
    symbols = [symbol for symbol in UNITS if written.startswith(symbol)]
    return UNITS[max(symbols, key=len)].factor if symbols else Decimal(1)


def load_score() -> ModuleType:
    folder = Path(os.environ.get("NIGAO_SHARED", ROOT.parent / "shared")) / "recognizers"
    if not (folder / "score.py").is_file():
        sys.exit(f"no {folder}/score.py: set NIGAO_SHARED to the shared folder")
    spec = importlib.util.spec_from_file_location("recognizers_score", folder / "score.py")
    assert spec is not None and spec.loader is not None  # noqa: PT018 - one fact about a file that exists
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(name: str, score: ModuleType, engine: object, figures: object, *, detail: bool) -> None:
    official = [row for row in score.score(engine, detail) if row[1] == "official"]
    right, cases = sum(row[3] for row in official), sum(row[2] for row in official)
    precision, recall, _, _, (with_unit, of) = score.official(figures)
    print(
        f"{name:8s} specifications {right}/{cases}   sentences: precision {precision:.3f}  recall {recall:.3f}  "
        f"value and unit {with_unit}/{of} = {with_unit / of:.3f}"
    )


def main(arguments: Sequence[str]) -> None:
    score = load_score()
    names = [one for one in arguments if not one.startswith("-")] or ["nigao", *PEERS]
    for name in names:
        if name == "nigao":
            report(name, score, Nigao(score), NigaoFigures(score), detail="-v" in arguments)
            continue
        try:
            engine = score.ENG[name]()
        except Exception as error:  # whatever keeps a foreign package from loading
            print(f"{name:8s} skipped: {error}")
            continue
        report(name, score, engine, engine, detail="-v" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
