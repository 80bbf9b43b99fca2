"""What the window is given once it is painted: everything it may read, do and start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from altrabits_desktop.actions.adding import Adding
    from altrabits_desktop.actions.belongings import Belongings
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.finding import Finding
    from altrabits_desktop.actions.firmware_report import FirmwareReport
    from altrabits_desktop.actions.grouping import Grouping
    from altrabits_desktop.actions.handing_over import HandOverReport
    from altrabits_desktop.actions.home import Home
    from altrabits_desktop.actions.household import HouseholdReport
    from altrabits_desktop.actions.kiosk import KioskReport
    from altrabits_desktop.actions.new_owner import Phase, ReadyStreamer
    from altrabits_desktop.actions.putting_back import Telling
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.doctor import Diagnosis, StreamerDiagnosis, SystemPage
    from altrabits_desktop.contract.household import FoundHousehold
    from altrabits_desktop.contract.kiosk import SetState, Wipe
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.contract.upkeep import Health, KeptSettings, Network
    from altrabits_desktop.runtime.changes import ChangeFeed
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.late import Late
    from altrabits_desktop.runtime.settings import JoinedHousehold, LoadedSettings, Settings
    from altrabits_desktop.ui.launching import Launcher
    from altrabits_desktop.ui.noting import KeepingGroups, Remarking


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


class Handing(Protocol):
    """Hands streamers over (`actions.handing_over.HandingOver`). Topic `HOME` tells of changes.

    Raises:
        AltraBitsError: it was not done; the code says why.
    """

    def report(self, streamer_id: StreamerId) -> HandOverReport | None:
        """Give how the latest one of a streamer stands; quick."""

    def forget_report(self, streamer_id: StreamerId) -> None:
        """Forget one that has ended."""

    async def begin(self, streamer_id: StreamerId) -> HandOverReport:
        """Get a code for the next owner."""

    async def end(self, streamer_id: StreamerId) -> None:
        """Keep the streamer after all."""


class Readying(Protocol):
    """Makes streamers ready for a new owner (`actions.new_owner.NewOwner`).

    Raises:
        AltraBitsError: it was not done, or not to its end; the code says how far.
    """

    async def make_ready(
        self, streamer_id: StreamerId, *, told: Callable[[Phase], None]
    ) -> ReadyStreamer:
        """Reset one, and look at it again; takes up to two minutes."""


class Upkeeping(Protocol):
    """What the owner of a streamer looks after (`actions.upkeep.Upkeep`).

    Raises:
        AltraBitsError: it was not told or done; the code says why.
    """

    async def network(self, streamer_id: StreamerId) -> Network:
        """Ask how it stands in the network."""

    async def health(self, streamer_id: StreamerId) -> Health:
        """Ask how it is doing."""

    async def log_lines(self, streamer_id: StreamerId) -> tuple[str, ...]:
        """Ask what it has written down, oldest first."""

    async def settings(self, streamer_id: StreamerId) -> KeptSettings:
        """Ask for all its settings."""

    async def take_settings(self, streamer_id: StreamerId, settings: KeptSettings) -> KeptSettings:
        """Let it take settings on, all or none, and give them as they are then."""

    async def restart(self, streamer_id: StreamerId) -> None:
        """Let it start anew."""

    async def reset(self, streamer_id: StreamerId) -> None:
        """Let it be as it came from the factory; it is off the account then."""


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


class Examining(Protocol):
    """Finds out why no streamer is found (`actions.doctor.Doctor`). Topic `DOCTOR` tells of it."""

    @property
    def is_examining(self) -> bool:
        """Whether it measures just now."""

    @property
    def is_due(self) -> bool:
        """Whether nothing was measured yet in the networks that are looked on now."""

    def diagnosis(self) -> Diagnosis:
        """Give what is known now; quick."""

    async def examine(self, *, is_knocking: bool = True) -> Diagnosis:
        """Measure everything anew; at most 8 s."""

    async def ask_after(self, streamer: Streamer) -> StreamerDiagnosis:
        """Find out why one streamer does not answer; at most 6 s."""

    def can_open(self, page: SystemPage) -> bool:
        """Tell whether a page of the system's settings can be opened here; quick."""

    def open_system(self, page: SystemPage) -> None:
        """Open it.

        Raises:
            Refused: `settings.not_opened`.
        """


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


class Updating(Protocol):
    """Updates the person's streamers (`actions.firmware.Updater`).

    A change of a streamer tells that its report is another.

    Raises:
        AltraBitsError: it was not done; the code says why, and so does the report.
    """

    def report(self, streamer: Streamer) -> FirmwareReport:
        """Give how it stands with a streamer's firmware; quick, raises nothing."""

    async def check(self, streamer_id: StreamerId) -> FirmwareReport:
        """Look what the server has for it."""

    async def install(self, streamer_id: StreamerId, *, may_stop: bool = False) -> FirmwareReport:
        """Update it to what is ready."""

    async def install_others(self, streamer_id: StreamerId) -> None:
        """Update the others of its product, one after the other."""

    async def put_off(self, streamer_id: StreamerId) -> None:
        """Do not ask about what is ready any more."""


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
    doctor: Late[Examining]
    """Made when nothing is found."""
    home: Home
    belongings: Belongings
    adding: Claiming
    feed: ChangeFeed
    clock: Clock
    settings: SettingsStore
    launcher: Launcher
    remarks: Remarking | None = None
    """None on a stage."""
    groups: KeepingGroups | None = None
    """None where nobody can be signed in, as on most stages."""
    kiosk: Late[Kiosking] | None = None
    """Made at the start where staff have set it up, else by page Settings; None where a window can
    be no kiosk, as on a stage."""
    handing: Late[Handing] | None = None
    """Made for whoever hands a streamer over; None where nobody can, as on a stage."""
    new_owner: Late[Readying] | None = None
    """Made for whoever gives a streamer away; None on a stage."""
    household: Late[Joining] | None = None
    """None where there is nothing to join."""
    upkeep: Late[Upkeeping] | None = None
    """None on a stage."""
    firmware: Late[Updating] | None = None
    """Updates streamers; None where no streamer is real, as on a stage without them."""

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
