"""How it stands with the firmware of one streamer, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.firmware_files import UpdateRecord

if TYPE_CHECKING:
    from altrabits_desktop.actions.firmware_course import Progress
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.firmware import FirmwareManifest
    from altrabits_desktop.contract.streamers import StreamerId

NO_RECORD = UpdateRecord()


@dataclass(frozen=True, slots=True, kw_only=True)
class RestReport:
    """How it stands with the others of a product, which follow the one that went first."""

    now: str = ""
    """Name of the one whose turn it is; empty while none has its turn."""
    failed: str = ""
    """Name of the one that did not go well, which ended it."""
    fault: AltraBitsError | None = None
    """Why it did not."""
    left_out: tuple[str, ...] = ()
    """Names of those that played, or did not answer."""


NO_REST = RestReport()


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmwareReport:
    """How it stands with the firmware of one streamer; a snapshot."""

    version: str | None
    """That it says to run; None where it says none that can be read."""
    can_update: bool
    """Whether it takes updates, and obeys this computer."""
    is_playing: bool = False
    """Whether something plays that an update would stop."""
    is_checking: bool = False
    has_checked: bool = False
    ready: FirmwareManifest | None = None
    """Newer firmware that fits; None where there is none, or nobody has looked yet."""
    against: str | None = None
    """Code of what was against installing that at the look, such as its power; None for nothing."""
    is_of_maker: bool = True
    """Whether the maker signed it, and not a key that was named to try firmware."""
    progress: Progress | None = None
    """Of the update that is under way."""
    record: UpdateRecord = NO_RECORD
    fault: AltraBitsError | None = None
    """Why the latest look or update came to nothing."""
    others: tuple[StreamerId, ...] = ()
    """The person's other streamers of the same product that still run something older than this
    one, after its update went well."""
    rest: RestReport = NO_REST
    """What became of those, since somebody let them follow."""

    @property
    def is_later(self) -> bool:
        """Whether the person does not want to be asked about what is ready."""
        return self.ready is not None and self.record.later == self.ready.version
