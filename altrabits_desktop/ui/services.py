"""What the window is given once it is painted: everything it may read, do and start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from altrabits_desktop.actions.adding import Adding
    from altrabits_desktop.actions.belongings import Belongings
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.finding import Finding
    from altrabits_desktop.actions.grouping import Grouping
    from altrabits_desktop.actions.home import Home
    from altrabits_desktop.actions.household import HouseholdReport
    from altrabits_desktop.actions.kiosk import KioskReport
    from altrabits_desktop.actions.putting_back import Telling
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.household import FoundHousehold
    from altrabits_desktop.contract.kiosk import SetState, Wipe
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.changes import ChangeFeed
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.late import Late
    from altrabits_desktop.runtime.settings import JoinedHousehold, LoadedSettings, Settings
    from altrabits_desktop.ui.launching import Launcher


class Commanding(Protocol):
    """What a person tells streamers (`actions.controlling.Controlling`)."""

    async def perform(self, streamer_id: StreamerId, command: Command) -> None:
        """Tell a streamer to do something; what that will change shows in the directory at once.

        Raises:
            AltraBitsError: it was not told, or did not obey; the code says why.
        """

    @property
    def grouping(self) -> Grouping:
        """Give what lets streamers play together; made when it is first asked for."""

    def has_other_owner(self, owned_id: str) -> bool:
        """Whether a streamer of the account last said that it obeys somebody else."""


class Claiming(Protocol):
    """Makes streamers the person's, and nobody's again (`actions.adding.Adder`).

    Raises:
        AltraBitsError: it was not done; the code says why.
    """

    async def begin(self, streamer_id: StreamerId) -> Adding:
        """Ask a streamer to show its code, or to wait for its button."""

    async def confirm(self, adding: Adding, *, code: str = "") -> str:
        """Make it the person's; waits for the press where one is needed. Gives its id there."""

    async def cancel(self, adding: Adding) -> None:
        """Give it up."""

    async def release(self, streamer_id: StreamerId) -> None:
        """Take it off the account."""

    async def forget(self, owned_id: str) -> None:
        """Take one that is not heard off the account."""

    def is_kept(self, owned_id: str) -> bool:
        """Whether what makes it obey outlives the program; quick, raises nothing."""


class Kiosking(Protocol):
    """The kiosk of a shop (`actions.kiosk.Kiosk`). Topic `KIOSK` tells of changes."""

    @property
    def shown(self) -> Directory:
        """The streamers that visitors see."""

    @property
    def controlling(self) -> Telling:
        """Takes what visitors tell them."""

    def report(self) -> KioskReport:
        """Give how it stands; quick."""

    def cover(self) -> None:
        """Give the window to visitors."""

    def begin(self) -> None:
        """Let a visit begin."""

    def touch(self) -> None:
        """Know that somebody is there."""

    def end(self) -> None:
        """Let the visit end."""

    async def leave(self, pin: str) -> None:
        """Give the window to staff.

        Raises:
            Refused: it is not their PIN, or too many were tried.
        """

    async def set_up(self, pin: str, streamers: Sequence[SetState]) -> None:
        """Keep what staff have chosen; "" keeps the PIN.

        Raises:
            AltraBitsError: it is not kept; the code says why.
        """

    async def remove(self) -> None:
        """Be no kiosk any more.

        Raises:
            ProfileUnusable: it still is.
        """

    async def wipes(self) -> tuple[Wipe, ...]:
        """Give when it was wiped, the latest last."""


class Joining(Protocol):
    """Joins the household whose server is to be used (`actions.household.Household`).

    Raises:
        AltraBitsError: it was not done; the code says why.
    """

    def report(self) -> HouseholdReport:
        """Give how this computer stands to a household; quick."""

    async def find(self) -> tuple[FoundHousehold, ...]:
        """Look for shared servers; takes some seconds."""

    async def join(self, address: str, code: str) -> JoinedHousehold:
        """Join by the code that the server shows."""

    async def leave(self) -> bool:
        """Leave it again; whether its server has heard of it."""


class SettingsStore(Protocol):
    """The person's choices, held at once and kept in the profile."""

    @property
    def folder(self) -> Path:
        """Where they are kept."""

    @property
    def loaded(self) -> LoadedSettings:
        """What the start found."""

    def get(self) -> Settings:
        """Give the choices that hold now."""

    async def change(self, settings: Settings) -> None:
        """Let these hold at once, tell the change feed, and keep them.

        Raises:
            ProfileUnusable: they could not be kept; they hold until the program ends all the same.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Handed to the window after its first paint."""

    directory: Directory
    controlling: Commanding
    finding: Finding
    home: Home
    belongings: Belongings
    adding: Claiming
    feed: ChangeFeed
    clock: Clock
    settings: SettingsStore
    launcher: Launcher
    kiosk: Late[Kiosking] | None = None
    """Made at the start where staff have set it up, else by page Settings; None where a window can
    be no kiosk, as on a stage."""
    household: Late[Joining] | None = None
    """None where there is nothing to join."""

    @property
    def known_kiosk(self) -> Kiosking | None:
        """The kiosk; None as long as there is none to speak of."""
        return self.kiosk.made if self.kiosk is not None else None

    @property
    def is_covered(self) -> bool:
        """Whether visitors of a kiosk have the window, not staff."""
        kiosk = self.known_kiosk
        return kiosk is not None and kiosk.report().is_covering

    @property
    def takes_commands(self) -> bool:
        """Whether the window may be told anything by keys, palette, tray or media keys now."""
        if not self.is_covered:
            return True
        # Imported here: hardly any window is a kiosk.
        from altrabits_desktop.privacy.kiosk_rules import VISITOR

        return VISITOR.has_shortcuts
