"""G8: authenticated writes a second over 32 connections, beside bare Starlette with one writer."""

from __future__ import annotations

import asyncio
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.contract.accounts import SessionGrant
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.sync.client import ServerClient
from tests.benchmarks.figure import Figure, compare_least
from tests.benchmarks.processes import child, line_of
from tests.fakes.home import acceptance_of

if TYPE_CHECKING:
    from collections.abc import Callable

WRITES = 960
"""Under the thousand streamers that an account may have."""
LEAST = 0.9


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure whole servers, each with an empty database, in turns."""
    return [
        compare_least(
            "G8",
            "authenticated writes a second, 32 connections",
            value=lambda: _written_by(_ours, profile),
            floor=lambda: _written_by(_floor, profile),
            least=LEAST,
            runs=runs,
        )
    ]


def _written_by(server: Callable[[Path, Path], float], profile: Path) -> float:
    with tempfile.TemporaryDirectory(dir=profile) as folder:
        return server(Path(folder), profile)


def _ours(folder: Path, profile: Path) -> float:
    with child("-m", "tests.harness.separate_server", str(folder), profile=profile) as process:
        url = json.loads(line_of(process))["url"]
        return _load(url, asyncio.run(_token(url)), profile)


def _floor(folder: Path, profile: Path) -> float:
    words = ("-m", "tests.benchmarks.floors.server_starlette", str(folder))
    with child(*words, profile=profile) as process:
        url, token = line_of(process).split()
        return _load(url, token, profile)


def _load(url: str, token: str, profile: Path) -> float:
    words = ("-m", "tests.benchmarks.server_load", url, token, str(WRITES))
    with child(*words, profile=profile) as process:
        return float(line_of(process))


async def _token(url: str) -> str:
    client = ServerClient(reached=lambda: Reached(url), token=lambda: "")
    try:
        body = await acceptance_of(client)
        return (await client.call("accounts.create", SessionGrant, body=body)).token
    finally:
        await client.aclose()
