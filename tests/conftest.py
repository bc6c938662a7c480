"""What all tests share: the data beside the checkout, and how hypothesis looks for trouble."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).parents[2] / "shared"

# No deadline: a busy machine is no fault of the code. In CI the same examples every time.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the corpora and the ruler, which stands beside the checkout, not in it."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared")
    return SHARED
