"""One profile on one computer, with the program started against one server or another."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.app.homing import build_home_server
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.runtime.paths import Profile
from tests.fakes.membership import EMAIL, Ring
from tests.fakes.served import PASSWORD, WEAK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from altrabits_desktop.app.homing import AnyServer
    from altrabits_desktop.contract.server_address import ServerAddress


class Person:
    """One profile on one computer, with the program started against one server or another."""

    def __init__(self, folder: Path) -> None:
        self.profile = Profile(folder)
        self.ring: Ring | None = Ring()
        self._changed = asyncio.Event()
        self._started: list[AnyServer] = []

    async def start(self, address: ServerAddress | None) -> AnyServer:
        await self.stop()
        made = build_home_server(
            self.profile,
            clock=SystemClock(),
            publish=lambda _changes: self._changed.set(),
            find_keyring=lambda: self.ring,
            passwords=Passwords(WEAK),
            elsewhere=address,
        )
        self._started.append(made)
        await made.bring_up()
        return made

    async def stop(self) -> None:
        while self._started:
            await self._started.pop().stop()

    async def until(self, holds: Callable[[], bool], *, within_s: float = 15) -> None:
        async with asyncio.timeout(within_s):
            while not holds():
                self._changed.clear()
                await self._changed.wait()


async def decide(server: AnyServer, kind: DecisionKind = DecisionKind.ACCEPTED) -> None:
    policy = server.home.report().policy
    assert policy is not None
    await server.home.decide(policy, kind, shown_at=SystemClock().now(), wording="Accept")


async def sign_up(server: AnyServer) -> None:
    await decide(server)
    await server.home.create_account(EMAIL, PASSWORD)


def belongings(server: AnyServer) -> Belongings:
    return Belongings(server.home, clock=SystemClock())
