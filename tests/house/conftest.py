"""What these tests read stays in memory to the end; other tests must not look through it."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import pytest

from house.environment import Environment
from house.pins import SETS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True, scope="module")
def trees_that_no_collection_walks() -> Iterator[None]:
    """Spare the windows of later tests: millions of nodes would hold them up at each collection."""
    yield
    gc.freeze()


@pytest.fixture
def made(tmp_path: Path) -> Environment:
    requirements = tmp_path / "packaging" / "requirements"
    requirements.mkdir(parents=True)
    for name in SETS:
        (requirements / f"{name}.txt").write_text(f"{name}==1\n", encoding="utf-8")
    return Environment(tmp_path)


@pytest.fixture
def installed(made: Environment, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    calls: list[str] = []
    made.scripts.mkdir(parents=True)
    made.python.symlink_to(sys.executable)
    monkeypatch.setattr(Environment, "_install", lambda _self, name: calls.append(name))
    monkeypatch.setattr(Environment, "_link_project", lambda _self: None)
    return calls
