"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and annotations that is kept beside the checkout."""
    folder = Path(os.environ.get("NIGAO_SHARED", CHECKOUT.parent / "shared"))
    if not (folder / "sources").is_dir():
        pytest.skip(f"real documents are not at {folder} (set NIGAO_SHARED)")
    return folder


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of this checkout."""
    return CHECKOUT
