"""The server that is asked: whether it is there, where, and the way to it.

The one of this computer, which may rest, or one elsewhere, which may be away.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded
from altrabits_desktop.contract.routes import OF_SESSIONS, TO_EVERYBODY
from altrabits_desktop.sync.client import ServerClient

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from altrabits_desktop.contract.service import Reached

Answer = TypeVar("Answer")

_NOTHING: Mapping[str, str] = {}


class Contact:
    """One a membership; belongs to its loop.

    Args:
        elsewhere: how people are told which server it is; empty for the one of this computer.
        token: of the session in use.
        rouse: starts a server that rests, and has it reached.
        changed: told when the state is another one.
        session_ended: told when the session has ended there.
    """

    def __init__(
        self,
        *,
        elsewhere: str,
        token: Callable[[], str],
        rouse: Callable[[], Awaitable[None]],
        changed: Callable[[], None],
        session_ended: Callable[[], Awaitable[None]],
    ) -> None:
        self.elsewhere = elsewhere
        self._token = token
        self._rouse = rouse
        self._changed = changed
        self._session_ended = session_ended
        self.client = ServerClient(reached=lambda: self.reached, token=token, heard=self._hear)
        self.reached: Reached | None = None
        self.state, self.code = ServerState.STARTING, ""
        self.is_begun = asyncio.Event()
        """Set as soon as it may be asked, or is known not to be there."""
        self.is_lost = asyncio.Event()
        """Set while a server elsewhere does not answer."""

    def settle(self, state: ServerState, code: str = "") -> None:
        """Be in a state; `code` is that of the sentence which says why."""
        is_new = (self.state, self.code) != (state, code)
        self.state, self.code = state, code
        self.is_begun.set()
        if state is ServerState.AWAY and self.elsewhere:
            self.is_lost.set()
        else:
            self.is_lost.clear()
        if is_new:
            self._changed()

    async def is_resting(self) -> bool:
        """Tell, once the start of the server has come to an end, whether there is none yet."""
        await self.is_begun.wait()
        return self.state is ServerState.RESTING

    async def be_there(self) -> None:
        """See to it that a server which rests has started."""
        if await self.is_resting():
            await self._rouse()

    async def attempt(self, asked: Awaitable[None]) -> None:
        """Ask as far as that goes; a server elsewhere that refuses everybody is lost for now."""
        try:
            await asked
        except AltraBitsError as error:
            if self.elsewhere and error.code in TO_EVERYBODY:
                self.settle(ServerState.AWAY, error.code)

    async def ask(
        self,
        operation: str,
        answer: type[Answer],
        *,
        body: object = None,
        places: Mapping[str, str] = _NOTHING,
        query: Mapping[str, str] = _NOTHING,
        key: str = "",
    ) -> Answer:
        """Ask the server, as `ServerClient.call` does, once it has started."""
        return await self.through(
            lambda: self.client.call(
                operation, answer, body=body, places=places, query=query, key=key
            )
        )

    async def through(self, asked: Callable[[], Awaitable[Answer]]) -> Answer:
        """Ask the server, once it has started; a session that has ended there ends here too."""
        await self.be_there()
        token = self._token()
        try:
            return await asked()
        except DecisionNeeded as error:
            # An answer may be late, and about a session that was left meanwhile.
            if error.code in OF_SESSIONS and token == self._token():
                await self._session_ended()
            raise

    async def end_lapsed(self, session_id: str) -> None:
        """End a sign-in that nobody can use any more, if one is named, so that none lists it."""
        # Where it cannot be ended now it stays in the list, from where its person can end it.
        with suppress(AltraBitsError):
            if session_id:
                await self.ask("sessions.end", type(None), places={"id": session_id})

    def _hear(self, fault: AltraBitsError | None) -> None:
        """Take how a request to the server ended: by a fault of the way there, or answered.

        The server of this computer begins again by itself, and says so.
        """
        if not self.elsewhere or self.reached is None:
            return
        if fault is None:
            self.settle(ServerState.REACHED)
        else:
            self.settle(ServerState.AWAY, fault.code)
