"""What these tests read stays in memory to the end; other tests must not look through it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True, scope="module")
def trees_that_no_collection_walks() -> Iterator[None]:
    """Spare the windows of later tests: millions of nodes would hold them up at each collection."""
    yield
    gc.freeze()
