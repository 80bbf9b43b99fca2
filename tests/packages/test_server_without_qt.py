"""The server as it is installed without Qt, asked over its socket what the API promises.

A server of its own tells nobody whether an account was there before, so whoever makes one signs in.
"""

from __future__ import annotations

import faulthandler
import json
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import httpx
import msgspec
import pytest

from altrabits_desktop.contract.routes import Route, Special, errors_of
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.server.http.openapi import openapi_document
from tests.contracts.test_server_api import ending, explored, undocumented
from tests.fakes.served import Served
from tests.fakes.served_routes import call, furnish, shared_places
from tests.packages.documented import carry_out, commands_under, lay_out, stranger

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from altrabits_desktop.runtime.database import Database
    from altrabits_desktop.server.http.guard import Guard
    from tests.fakes.clock import FakeClock

NOT_EXPLORED = ("/api/v1/events", "/api/v1/sessions/{id}")
"""The tool would wait for ever for the one, and end its own session by the other."""


def is_there_unshared(route: Route) -> bool:
    """Tell whether an operation is there at a server that no home shares, as this one."""
    return "household.not_shared" not in errors_of(route)


@dataclass
class Installed(Served):
    """The installed server, with the policy that it brings itself."""

    policy: dict[str, Any] = field(default_factory=dict)

    def acceptance(self, version: str = "1.0", *, kind: str = "accepted") -> dict[str, Any]:
        accepted = super().acceptance(version, kind=kind)
        return {**accepted, "fingerprint": self.policy["fingerprint"]}

    async def account(self, email: str = "ada@example.test", **fields: object) -> httpx.Response:
        answer = await super().account(email, **fields)
        self.token = (await self.sign_in(email)).json()["token"]
        return answer


@pytest.fixture(scope="module")
def folder(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which the server was installed as it is documented."""
    # Libraries are installed anew: a minute of it is no sign of a test that hangs.
    faulthandler.cancel_dump_traceback_later()
    made = lay_out(tmp_path_factory.mktemp("server") / "folder", built)
    *preparing, _ = commands_under("A server without a window")
    for command in preparing:
        carry_out(command, made)
    return made


@contextmanager
def program(folder: Path, profile: Path) -> Iterator[str]:
    """Run the installed server inside the block, and give its URL."""
    words = ("server", "run", "--json", "--port", "0", "--profile", str(profile))
    with subprocess.Popen(
        [folder / "server/bin/altrabits", *words],
        cwd=folder,
        env=stranger(folder),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            yield json.loads(process.stdout.readline())["url"]
            process.terminate()
            assert process.wait(10) == 0
        finally:
            process.kill()


@pytest.fixture
async def server(folder: Path, tmp_path: Path) -> AsyncIterator[Installed]:
    with program(folder, tmp_path / "profile") as url:
        async with httpx.AsyncClient(trust_env=False, base_url=url, timeout=20) as client:
            clock = cast("FakeClock", SystemClock())
            nothing = cast("tuple[Database, Guard]", (None, None))
            served = Installed(nothing[0], clock, client, nothing[1])
            served.folder = tmp_path / "profile" / "server"
            served.policy = (await served.ask("GET", "/api/v1/policies/in-force")).json()
            yield served


def test_a_server_is_installed_without_qt(folder: Path) -> None:
    listed = json.loads(carry_out("server/bin/pip list --format json", folder))

    names = {each["name"].lower() for each in listed}
    assert {name for name in names if "qt" in name or "pyside" in name} == set()
    assert {"altrabits-desktop", "starlette", "uvicorn"} <= names


def test_what_a_server_says_of_a_window_is_a_sentence(folder: Path) -> None:
    done = subprocess.run(
        [folder / "server/bin/altrabits-desktop", "--profile", folder / "window"],
        env={**stranger(folder), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert "PySide6" in done.stderr
    assert "Traceback" not in done.stderr


async def test_the_document_is_served_as_it_is(server: Installed) -> None:
    answer = await server.ask("GET", "/api/v1/openapi.json")

    assert answer.json() == openapi_document()


@ending
async def test_each_operation_answers_as_it_is_documented(server: Installed, route: Route) -> None:
    await furnish(server)
    places = await shared_places(server, route)

    answer = await call(server, route, places=places)

    told = {route.status, route.status_untold}
    assert answer.status_code in (told if is_there_unshared(route) else {404}), answer.text
    assert undocumented(route, answer) is None
    if answer.is_success and answer.content and not isinstance(route.answer, Special):
        message: object = msgspec.json.decode(answer.content, type=route.answer)
        assert msgspec.json.decode(msgspec.json.encode(message)) == answer.json()


async def test_generated_requests_meet_only_what_is_documented(
    server: Installed, tmp_path: Path
) -> None:
    await server.account()
    document = openapi_document()
    for path in NOT_EXPLORED:
        del document["paths"][path]
    file = tmp_path / "openapi.json"
    file.write_bytes(msgspec.json.encode(document))
    url, header = str(server.client.base_url), f"Authorization: Bearer {server.token}"

    status, said = await explored(
        *(str(file), "--url", url, "--header", header, "--max-time", "10"), folder=tmp_path
    )

    assert status == 0, said.decode()
