"""What a visitor of a kiosk sees and reaches: the shop's list, and the written list of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.privacy.kiosk_rules import NOT_OFFERED, VISITOR

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.privacy.kiosk_rules import KioskRules


class CheckedTelling(Protocol):
    """Tells streamers what to do (`actions.controlling.Controlling`)."""

    async def perform(
        self,
        streamer_id: StreamerId,
        command: Command,
        *,
        check: Callable[[], None] | None = None,
    ) -> None:
        """Tell one streamer to do something, if `check` raises nothing when it is its turn."""


class Visited(Protocol):
    """What is asked of the kiosk (`actions.kiosk.Kiosk`)."""

    @property
    def visit(self) -> int:
        """Number of the visit."""

    @property
    def is_visited(self) -> bool:
        """Whether a visit goes on, so that somebody may tell streamers something."""

    @property
    def is_demo_alone(self) -> bool:
        """Whether only the demo is open to visitors."""

    @property
    def listed(self) -> Sequence[str]:
        """Ids in the account of the streamers that staff show, in their order."""


class ShopDirectory:
    """The streamers of the shop's list that are here, or those of the demo, and no other.

    One of the list has proved by its certificate to be the account's, or it would not carry its id
    there: whatever a neighbour announces is not shown. One that said that it obeys somebody else
    would take nothing from a visitor, and is not shown either.

    Args:
        directory: what is around.
        kiosk: whose list it is.
        has_other_owner: tells by its id in the account whether a streamer last said so.
    """

    def __init__(
        self, directory: Directory, kiosk: Visited, *, has_other_owner: Callable[[str], bool]
    ) -> None:
        self._directory = directory
        self._kiosk = kiosk
        self._has_other_owner = has_other_owner

    def streamers(self) -> tuple[Streamer, ...]:
        """Give them in the order of the list."""
        around = self._directory.streamers()
        if self._kiosk.is_demo_alone:
            return tuple(one for one in around if one.origin is Origin.DEMO)
        here = {one.owned_id: one for one in around if self._is_of_shop(one)}
        return tuple(here[key] for key in self._kiosk.listed if key in here)

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        """Give one of them."""
        return next((one for one in self.streamers() if one.id == streamer_id), None)

    def _is_of_shop(self, streamer: Streamer) -> bool:
        is_own = streamer.origin is Origin.LAN and streamer.is_owned and streamer.is_heard
        return is_own and not self._has_other_owner(streamer.owned_id or "")


class VisitorControlling:
    """Takes a visitor's commands, and lets through what stands on both lists.

    Args:
        telling: what takes the commands of the shop.
        directory: the shop's list.
        kiosk: tells whether a visit goes on.
        rules: the written list.
    """

    def __init__(
        self,
        telling: CheckedTelling,
        *,
        directory: Directory,
        kiosk: Visited,
        rules: KioskRules = VISITOR,
    ) -> None:
        self._telling = telling
        self._directory = directory
        self._kiosk = kiosk
        self._rules = rules

    async def perform(self, streamer_id: StreamerId, command: Command) -> None:
        """Tell a streamer of the shop something.

        What waits behind other commands when the visit ends is not sent any more: the streamer
        would obey it after it was put back.

        Raises:
            Refused: `kiosk.not_offered`: the command or the streamer stands on no list, or the
                visit is over; nothing was sent.
            AltraBitsError: as of `Controlling.perform`.
        """
        if not self._kiosk.is_visited or self._directory.streamer(streamer_id) is None:
            raise Refused(NOT_OFFERED)
        code = self._rules.refusal(command)
        if code is not None:
            raise Refused(code)
        visit = self._kiosk.visit

        def check() -> None:
            if not self._kiosk.is_visited or self._kiosk.visit != visit:
                raise Refused(NOT_OFFERED)

        await self._telling.perform(streamer_id, command, check=check)
