"""Holds the budget of sizes: no Python file over 500 lines, no function over 60."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE_LIMIT = 500
FUNCTION_LIMIT = 60


def oversized(path: Path) -> Iterator[str]:
    """One line for each thing in ``path`` that is too long."""
    source = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT)
    if (lines := source.count("\n")) > FILE_LIMIT:
        yield f"{name}: {lines} lines (at most {FILE_LIMIT})"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LIMIT:
                yield f"{name}:{node.lineno}: {node.name} has {length} lines (at most {FUNCTION_LIMIT})"


def main() -> int:
    folders = ("generator", "scripts", "tests", "benchmarks")
    files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    found = [line for path in files for line in oversized(path)]
    print("\n".join(found) if found else f"sizes: {len(files)} files within the budget")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
