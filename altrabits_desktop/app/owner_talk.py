"""Has a console command done by the process that owns the profile: another one, or this one."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from altrabits_desktop.app.owner_errands import (
    LIMIT_S,
    SAME_SERVER,
    OwnerErrand,
    Result,
    ask_owner,
)
from altrabits_desktop.app.ownership import NOWHERE, claim, read_endpoint
from altrabits_desktop.app.pool import run_beside_pool
from altrabits_desktop.contract.errors import ProfileUnusable

if TYPE_CHECKING:
    from altrabits_desktop.app.ownership import Endpoint
    from altrabits_desktop.runtime.paths import Profile

Ask = Callable[[OwnerErrand], Awaitable[Result]]
Talk = Callable[[Ask], Awaitable[Result]]
"""Errands one after the other, the last answer of which is the command's."""
Here = Callable[[Talk], Awaitable[Result]]
"""Has a talk with this process, which owns the profile meanwhile."""

OWNER_LIMIT_S = 5.0
"""How long an owner may take that is itself just starting, or just ending."""
_RETRY_S = 0.05


def talk_to_owner(
    profile: Profile, talk: Talk, *, here: Here, server: str = "", limit_s: float = LIMIT_S
) -> Result:
    """Talk to the owner of the profile, or own it meanwhile; blocks.

    Args:
        profile: whose owner.
        talk: what is said.
        here: has the talk with this process.
        server: the URL of the server that was named; empty for whichever the owner uses.
        limit_s: for each errand of an owner in another process.

    Raises:
        ProfileUnusable: `profile.in_use`: its owner does not answer.
        AltraBitsError: what the talk raises.
    """
    ends_at_s = time.monotonic() + OWNER_LIMIT_S
    while True:
        ownership = claim(profile)
        if ownership is not None:
            try:
                return run_beside_pool(_awaited(here(talk)))
            finally:
                ownership.release()
        endpoint = read_endpoint(profile)
        if endpoint != NOWHERE:
            owner = _Owner(profile, endpoint, server=server, limit_s=limit_s)
            try:
                return run_beside_pool(_awaited(talk(owner.ask)))
            except (ConnectionError, FileNotFoundError):
                # It has ended meanwhile, before anything was said.
                pass
        if time.monotonic() > ends_at_s:
            raise _in_use(profile)
        time.sleep(_RETRY_S)


def see_same_server(profile: Profile, server: str) -> None:
    """See to it that an owner which can be asked uses the server that was named; blocks.

    Args:
        profile: whose owner.
        server: its URL; empty for whichever the owner uses.

    Raises:
        Refused: `server.another`, `server.another_own`.
    """
    endpoint = read_endpoint(profile)
    if not server or endpoint == NOWHERE:
        return
    # Whoever does not answer is about to begin or to end; the hand-over sees to that.
    with suppress(OSError):
        ask_owner(endpoint, OwnerErrand(SAME_SERVER, server=server), limit_s=OWNER_LIMIT_S)


class _Owner:
    """Asks the owner one errand after the other."""

    def __init__(
        self, profile: Profile, endpoint: Endpoint, *, server: str, limit_s: float
    ) -> None:
        self._limit_s = limit_s
        self._server = server
        self._profile = profile
        self._endpoint = endpoint
        self._has_answered = False

    async def ask(self, errand: OwnerErrand) -> Result:
        """Have one errand carried out.

        Raises:
            ConnectionError: nobody is there, and nothing was said so far.
            FileNotFoundError: the same.
            ProfileUnusable: it does not answer.
            AltraBitsError: what the errand raised.
        """
        errand = errand._replace(server=self._server)
        try:
            result = await asyncio.to_thread(
                ask_owner, self._endpoint, errand, limit_s=self._limit_s
            )
        except OSError as error:
            is_gone = isinstance(error, ConnectionError | FileNotFoundError)
            if is_gone and not self._has_answered:
                raise
            raise _in_use(self._profile) from error
        self._has_answered = True
        return result


async def _awaited(work: Awaitable[Result]) -> Result:
    return await work


def _in_use(profile: Profile) -> ProfileUnusable:
    return ProfileUnusable("profile.in_use", folder=str(profile.folder))
