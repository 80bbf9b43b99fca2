"""G8: authenticated writes a second over 32 connections, beside two plain servers."""

from __future__ import annotations

import asyncio
import json
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from altrabits_desktop.contract.service import Reached
from altrabits_desktop.sync.client import ServerClient
from tests.benchmarks.figure import Figure, compare_least
from tests.benchmarks.processes import child, line_of
from tests.fakes.home import acceptance_of, grant_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WRITES = 960
PEOPLE = 3
"""They share the writes; as many accounts as may be made at once."""
LEAST = 0.9
LEAST_OF_COMMON = 1.6


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure whole servers, each with an empty database, in turns."""

    def row(name: str, module: str, *, least: float) -> Figure:
        return compare_least(
            "G8",
            f"authenticated writes a second, 32 connections; floor: {name}",
            value=lambda: _written_by(_ours, profile),
            floor=lambda: _written_by(partial(_floor, module), profile),
            least=least,
            runs=runs,
        )

    return [
        row("bare Starlette, group commit", "server_starlette", least=LEAST),
        row("FastAPI, sqlite3", "server_fastapi", least=LEAST_OF_COMMON),
    ]


def _written_by(server: Callable[[Path, Path], float], profile: Path) -> float:
    with tempfile.TemporaryDirectory(dir=profile) as folder:
        return server(Path(folder), profile)


def _ours(folder: Path, profile: Path) -> float:
    with child("-m", "tests.harness.separate_server", str(folder), profile=profile) as process:
        url = json.loads(line_of(process))["url"]
        return _load(url, asyncio.run(_tokens(url)), profile)


def _floor(module: str, folder: Path, profile: Path) -> float:
    words = ("-m", f"tests.benchmarks.floors.{module}", str(folder))
    with child(*words, profile=profile) as process:
        url, *tokens = line_of(process).split()
        return _load(url, tokens, profile)


def _load(url: str, tokens: Sequence[str], profile: Path) -> float:
    words = ("-m", "tests.benchmarks.server_load", url, str(WRITES), *tokens)
    with child(*words, profile=profile) as process:
        return float(line_of(process))


async def _tokens(url: str) -> list[str]:
    client = ServerClient(reached=lambda: Reached(url), token=lambda: "")
    try:
        body = await acceptance_of(client)
        people = [replace(body, email=f"person-{n}@example.test") for n in range(PEOPLE)]
        return [(await grant_of(client, person)).token for person in people]
    finally:
        await client.aclose()
