"""What an owner looks after at a streamer: network, health, log, settings, restart and reset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from altrabits_desktop.contract.commands import Reset, Restart
from altrabits_desktop.contract.errors import (
    DecisionNeeded,
    MalformedAnswer,
    StreamerSilent,
)
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.contract.upkeep import (
    AskHealth,
    AskLogs,
    AskNetwork,
    AskSettings,
    Health,
    KeptSettings,
    LogLines,
    Network,
    TakeSettings,
)

if TYPE_CHECKING:
    from altrabits_desktop.actions.controlling import Gate
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.other_owners import OtherOwners
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.contract.upkeep import Inquiry, Told

Kind = TypeVar("Kind")


class Asking(Protocol):
    """The streamers as they answer their owner (`streamers.connections.Connections`)."""

    async def tell(self, streamer_id: StreamerId, inquiry: Inquiry) -> Told:
        """Ask one for what its owner alone is told."""


class Commanding(Protocol):
    """What tells streamers to do something (`actions.controlling.Controlling`)."""

    async def perform(self, streamer_id: StreamerId, command: Command) -> None:
        """Tell one."""

    async def settled(self, streamer_id: StreamerId) -> None:
        """Return when one has answered all that it was told so far, or has failed to."""


class Forgetting(Protocol):
    """What takes streamers off the account (`actions.adding.Adder`)."""

    async def forget(self, owned_id: str) -> None:
        """Take one off that cannot be told so."""


class Upkeep:
    """The actions; on one loop. Each asks the gate first, as commands do.

    All of them raise:
        DecisionNeeded: `gate.sign_in_needed` and others of the gate; nothing was sent.
        Refused: `control.unsupported`, `control.not_owned` and others: it cannot, or said no.
        NotReachable: no answer in time, or no such streamer.
        MalformedAnswer: `control.answer_unreadable`: an answer that does not fit.

    Args:
        streamers: answer their owner.
        controlling: tells them to start anew.
        adder: takes one off the account that has forgotten its owner.
        directory: what streamers say of themselves.
        others: who obey somebody else, which is heard here too.
        closed_by: the gate.
    """

    def __init__(
        self,
        *,
        streamers: Asking,
        controlling: Commanding,
        adder: Forgetting,
        directory: Directory,
        others: OtherOwners,
        closed_by: Gate,
    ) -> None:
        self._streamers = streamers
        self._controlling = controlling
        self._adder = adder
        self._directory = directory
        self._others = others
        self._closed_by = closed_by

    async def network(self, streamer_id: StreamerId) -> Network:
        """Ask how it stands in the network."""
        return await self._told(streamer_id, AskNetwork(), Network)

    async def health(self, streamer_id: StreamerId) -> Health:
        """Ask how it is doing."""
        return await self._told(streamer_id, AskHealth(), Health)

    async def log_lines(self, streamer_id: StreamerId) -> tuple[str, ...]:
        """Ask what it has written down, oldest first."""
        return (await self._told(streamer_id, AskLogs(), LogLines)).lines

    async def settings(self, streamer_id: StreamerId) -> KeptSettings:
        """Ask for all its settings, as they are once it was told all that waits to be."""
        await self._controlling.settled(streamer_id)
        return await self._told(streamer_id, AskSettings(), KeptSettings)

    async def take_settings(self, streamer_id: StreamerId, settings: KeptSettings) -> KeptSettings:
        """Let it take settings on, all or none, and give them as they are then.

        What it was told before goes first, so that nothing of it comes after them.

        Raises:
            Refused: `control.settings_refused`: nothing was changed.
        """
        await self._controlling.settled(streamer_id)
        return await self._told(streamer_id, TakeSettings(settings), KeptSettings)

    async def restart(self, streamer_id: StreamerId) -> None:
        """Let it start anew; returns when it has said yes, before it is away."""
        await self._controlling.perform(streamer_id, Restart())

    async def reset(self, streamer_id: StreamerId) -> None:
        """Let it be as it came from the factory; it is off the account then.

        Raises:
            StoreUnusable: it was reset, and the account could not be told; take it off by hand.
        """
        owned_id = self._streamer(streamer_id).owned_id
        await self._controlling.perform(streamer_id, Reset())
        if owned_id is not None:
            await self._adder.forget(owned_id)

    async def _told(self, streamer_id: StreamerId, inquiry: Inquiry, kind: type[Kind]) -> Kind:
        is_demo = self._streamer(streamer_id).origin is Origin.DEMO
        code = self._closed_by(Feature.CONTROL, is_demo=is_demo)
        if code is not None:
            raise DecisionNeeded(code)
        try:
            with self._others.listening(streamer_id):
                told = await self._streamers.tell(streamer_id, inquiry)
        except MalformedAnswer as error:
            # Whoever asked for it is told what that means for what was asked.
            raise MalformedAnswer("control.answer_unreadable") from error
        if not isinstance(told, kind):
            # A driver of somebody's own may answer something else.
            raise MalformedAnswer("control.answer_unreadable")
        return told

    def _streamer(self, streamer_id: StreamerId) -> Streamer:
        streamer = self._directory.streamer(streamer_id)
        if streamer is None:
            raise StreamerSilent("streamer.silent")
        return streamer


def is_meant(streamer: Streamer, typed: str) -> bool:
    """Tell whether somebody who was to type a streamer's name means this very one; pure."""
    return typed.strip().casefold() == streamer.name.strip().casefold()
