"""What is known of a streamer, in the words that window, console and drivers share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from altrabits_desktop.contract.streamer_settings import NO_CHOICES

if TYPE_CHECKING:
    from altrabits_desktop.contract.capabilities import Capability
    from altrabits_desktop.contract.streamer_settings import Choices, Equaliser, Light

StreamerId = NewType("StreamerId", str)
"""Stable while the program runs; made from the strongest identity heard first."""

DriverId = NewType("DriverId", str)


class Depth(StrEnum):
    """How much of a streamer can be seen and done from here."""

    ANNOUNCED = "announced"
    STANDARD = "standard"
    MANAGED = "managed"


class Presence(StrEnum):
    """Whether a streamer answers; `asleep` answers too, in standby."""

    ANSWERING = "answering"
    CHECKING = "checking"
    ASLEEP = "asleep"
    GONE = "gone"


class Reason(StrEnum):
    """Why a streamer is as it is."""

    ANSWERED = "answered"
    """It answers, or said something of itself."""
    ADDRESS_CHANGED = "address_changed"
    """It answers, at another address than before."""
    SAID_GOODBYE = "said_goodbye"
    TIMED_OUT = "timed_out"
    """It was asked, and did not answer in time."""
    REPLACED = "replaced"
    """Another streamer answers at its address."""
    CABLE_OUT = "cable_out"
    """This computer has left its network: cable out, Wi-Fi off, or not looked on."""
    NOT_HEARD = "not_heard"
    """One of the person's of which nothing was heard since the start."""


class HeardBy(StrEnum):
    """The way a streamer made itself known; `manual` is an address that a person typed."""

    ANNOUNCE = "announce"
    MDNS = "mdns"
    SSDP = "ssdp"
    MANUAL = "manual"


class Origin(StrEnum):
    """Where a sighting came from; only the demo's own listener ever says `demo`."""

    LAN = "lan"
    DEMO = "demo"


class Playback(StrEnum):
    """What the transport of a streamer does."""

    PLAYING = "playing"
    PAUSED = "paused"
    STOPPED = "stopped"
    LOADING = "loading"
    UNKNOWN = "unknown"

    @classmethod
    def _missing_(cls, _value: object) -> Playback:
        # Firmware may learn new words before this program does.
        return cls.UNKNOWN


@dataclass(frozen=True, slots=True)
class NowPlaying:
    """What plays; every text is plain, cleaned and cut, empty where unknown."""

    title: str = ""
    artist: str = ""
    album: str = ""
    station: str = ""
    audio_format: str = ""
    cover: str = ""
    """Name of a bundled cover (`1` to `8`, demo music only); never an address to load."""
    position_s: float | None = None
    duration_s: float | None = None
    """None for a live stream."""


@dataclass(frozen=True, slots=True)
class StreamerState:
    """What a streamer says of itself at one instant; None where it does not say."""

    playback: Playback = Playback.UNKNOWN
    now_playing: NowPlaying | None = None
    volume: int | None = None
    """0 to 100."""
    volume_maximum: int | None = None
    is_muted: bool | None = None
    input_name: str | None = None
    is_asleep: bool = False
    preset: int | None = None
    """Number of the one that plays."""
    equaliser: Equaliser | None = None
    balance: int | None = None
    """-100 (left alone) to 100."""
    sleep_left_s: float | None = None
    """Until the sleep timer ends, counted on like the position; None where none runs."""
    auto_standby_min: int | None = None
    """0 for never."""
    light: Light | None = None
    has_locked_buttons: bool | None = None
    leader: str | None = None
    """Id of the control API of the one that it plays along with."""
    members: tuple[str, ...] = ()
    """The same of those that may play along with it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One round trip to a streamer."""

    at: datetime
    took_ms: float


@dataclass(frozen=True, slots=True)
class AwaitedVolume:
    """A volume that was asked for here, and that the streamer itself does not say."""

    volume: int
    """As it was asked for, within what the streamer can."""
    confirmed: int | None
    """What it said last; None where it never did."""
    has_failed: bool = False
    """Whether it was waited for in vain: what is shown is what the streamer says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Streamer:
    """One streamer as it is known now: everything heard of it, merged."""

    id: StreamerId
    name: str
    """As it is shown: what the person calls theirs, else what it calls itself."""
    announced_name: str | None = None
    """What it calls itself, or what is shown where it does not; None of one that was not heard."""
    product: str | None = None
    maker: str | None = None
    model_note: str | None = None
    """Version of hardware or firmware as the streamer words it."""
    depth: Depth = Depth.ANNOUNCED
    address: str
    """IPv4 literal; it was heard from there, and answered when another address claimed to be it.
    Empty of one that was not heard."""
    card_name: str | None = None
    """Network card on which it was heard last."""
    mac: str | None = None
    """Lower case with colons."""
    udn: str | None = None
    host_name: str | None = None
    page_url: str | None = None
    """Its own page, always on its own literal address; None where it has none."""
    control_url: str | None = None
    description_url: str | None = None
    service_types: frozenset[str] = frozenset()
    heard_by: frozenset[HeardBy] = frozenset()
    origin: Origin = Origin.LAN
    room: str | None = None
    is_heard: bool = True
    """False of one of the person's that is only known from their account: nothing is heard of it
    now. Where `heard_by` is empty too, nothing was since the start, which its instants tell."""
    is_owned: bool = False
    owned_id: str | None = None
    """In the account, of one that the person has added."""
    is_locked: bool = False
    """Whether it is the person's, and this computer has nothing that makes it obey."""
    has_other_owner: bool = False
    """Whether it is in the account, and last said that it obeys somebody else by now."""
    borrowed_id: str | None = None
    """In the account, of the one that it says to be without being it."""
    api_id: str | None = None
    """Of its control API."""
    first_heard_at: datetime
    last_heard_at: datetime
    presence: Presence = Presence.ANSWERING
    reason: Reason = Reason.ANSWERED
    """Why it is so."""
    since: datetime | None = None
    """Since when it is so; of a silence the last sign of life before it. None where unknown."""
    silent_since: datetime | None = None
    """Set while checking or gone: the last sign of life before that."""
    has_said_goodbye: bool = False
    """Whether this silence began with a goodbye; never set while it answers."""
    moved_at: datetime | None = None
    """When it was last followed to another address, because it was silent at the former one."""
    former_address: str | None = None
    driver_id: DriverId | None = None
    driver_fault: str | None = None
    """Code of the sentence when its driver was switched off, such as `driver.failed`."""
    state: StreamerState | None = None
    awaited: AwaitedVolume | None = None
    """Set while the volume in `state` is the person's and the streamer has not confirmed it, and
    for a moment after it never did."""
    capabilities: frozenset[Capability] = frozenset()
    """What it said at its last answer that it can; empty where no driver had one."""
    inputs: tuple[str, ...] = ()
    """Names that it can play from, in its own order; empty where it names none."""
    choices: Choices = NO_CHOICES
    """What else it has to choose from."""
    answers: tuple[Answer, ...] = ()
    """Newest last, at most 60."""

    @property
    def is_here(self) -> bool:
        """Whether it counts as being in the house now."""
        return self.is_heard and self.presence is not Presence.GONE

    @property
    def was_heard(self) -> bool:
        """Whether anything was heard of it since the start."""
        return self.is_heard or bool(self.heard_by)

    @property
    def key(self) -> str:
        """What stays the same whether one of the person's is heard or not."""
        return self.owned_id or self.id


class CardKind(StrEnum):
    """What a network card is, as far as the system tells."""

    ETHERNET = "ethernet"
    WIFI = "wifi"
    LOOPBACK = "loopback"
    POINT_TO_POINT = "point-to-point"
    """A tunnel, such as a VPN's, or a subnet without room for neighbours."""
    OTHER = "other"

    @property
    def is_usual(self) -> bool:
        """Whether cards of this kind are looked on where none is named."""
        return self not in {CardKind.LOOPBACK, CardKind.POINT_TO_POINT}


@dataclass(frozen=True, slots=True)
class NetworkCard:
    """One IPv4 address of one network card of this computer."""

    name: str
    """The system's name, such as `eth0`."""
    address: str
    prefix_length: int
    broadcast: str
    """Directed broadcast address of the card's subnet."""
    kind: CardKind
    index: int = 0

    @property
    def is_usual(self) -> bool:
        """Whether it is looked on where no card is named."""
        return self.kind.is_usual


class ProtocolStatus(StrEnum):
    """How one way of finding is doing."""

    STARTING = "starting"
    LISTENING = "listening"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class ProtocolReport:
    """What one way of finding has done; counts only, no content."""

    protocol: HeardBy
    status: ProtocolStatus
    error_code: str | None = None
    """Code of the sentence when failed, such as `announce.port_taken`."""
    error_detail: str = ""
    """The system's own words, for the folded technical line."""
    questions_sent: int = 0
    heard: int = 0
    malformed: int = 0
    refused: int = 0
    """Well formed, yet not followed: foreign address, over a limit, no product name."""


@dataclass(frozen=True, slots=True)
class FindingReport:
    """What was tried to find streamers, for the empty page and the console."""

    cards: tuple[NetworkCard, ...] = ()
    protocols: tuple[ProtocolReport, ...] = ()
    started_at: datetime | None = None
    """Begin of the latest round of questions."""
    finished_at: datetime | None = None
    """None while a round is under way."""
    error_code: str | None = None
    """Set when no protocol can work at all: `cards.none`, or `cards.chosen_missing` where only
    cards are up that were not chosen."""
    left_out: int = 0
    """Sightings that were not taken into the list: without identity, or over a limit."""

    @property
    def is_looking(self) -> bool:
        """Whether a round of questions is under way."""
        return self.started_at is not None and self.finished_at is None
