"""The control API of a streamer, version 1: its paths, what it tells, and its claims.

Commands stand in `control_commands`, what only the owner reads in `control_upkeep`. These are the
only definition of the messages: driver and simulator use these types, and a test compares
them with docs/protocols/control-api.openapi.json. Importing this module imports msgspec; rooms
that start before the first paint leave it alone. Messages are read by `contract.codec`.

A field with a default may be left out by a streamer; unknown fields are ignored by whoever reads.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from altrabits_desktop.contract.control_fields import (
    Balance,
    ClaimId,
    Gains,
    Identifier,
    Label,
    Mac,
    Name,
    PagePath,
    Percent,
    PresetNumber,
    Proof,
    Revision,
    Seconds,
    Share,
    SleepSeconds,
    StandbyMinutes,
    Text,
    Token,
    Word,
)
from altrabits_desktop.contract.groups import Members
from altrabits_desktop.contract.streamer_settings import Light
from altrabits_desktop.contract.streamers import Playback

API_VERSION = 1
INFO_PATH = "/api/v1/info"
STATE_PATH = "/api/v1/state"
EVENTS_PATH = "/api/v1/events"
PAGE_PATH = "/"
CLAIM_PATH = "/api/v1/claim"
ONE_CLAIM_PATH = "/api/v1/claim/{claim_id}"
EXCHANGE_PATH = "/api/v1/claim/{claim_id}/exchange"
CONFIRM_PATH = "/api/v1/claim/{claim_id}/confirm"
COMMAND_PATH = "/api/v1/command"
NETWORK_PATH = "/api/v1/network"
HEALTH_PATH = "/api/v1/health"
LOGS_PATH = "/api/v1/logs"
SETTINGS_PATH = "/api/v1/settings"
"""This and the eight before are served at `secure_port` alone."""

BODY_BYTES = 4096
"""Body of one request; its head has as many."""
SETTINGS_BYTES = 16_384
"""Body of `PUT /api/v1/settings`, the one larger request."""

SERVICE_TYPE = "_altrabits._tcp"
"""DNS-SD type; its instance is the streamer's name, its port the one of this API."""

STATE_EVENT = "state"
"""Name of the event that carries a whole `StreamerStateMessage`."""

ALIVE_EVERY_S = 3.0
"""A stream with nothing to say sends a comment line this often."""

COVERS = frozenset("12345678")
"""Names of the artwork of the demo music; any other `cover` shows none."""


class PresetMessage(Struct, frozen=True, kw_only=True):
    """One preset that is not empty."""

    number: PresetNumber
    name: Label


class InputSlotMessage(Struct, frozen=True, kw_only=True):
    """One input as it can be renamed and hidden."""

    slot: Word
    """What commands call it, whatever its name."""
    name: Label
    """As in `inputs`."""
    is_hidden: bool = False


class InfoMessage(Struct, frozen=True, kw_only=True):
    """What a streamer is: the answer of `GET /api/v1/info`."""

    id: Identifier
    """Stable for the life of the streamer, whatever its name, address or firmware."""
    name: Name
    product: Name
    api_version: Annotated[int, Meta(ge=1, le=1000)]
    mac: Mac | None = None
    """Of the network interface that answers."""
    maker: Label = "AltraBits"
    room: Label | None = None
    firmware: Label | None = None
    capabilities: Annotated[tuple[Word, ...], Meta(max_length=64)] = ()
    """Of `state`, `now_playing`, `volume`, `events`; of what it obeys `control`, `play_url`,
    `skip`, `seek`, `set_volume`, `mute`, `input`, `presets`, `equaliser`, `balance`,
    `sleep_timer`, `standby`, `auto_standby`, `light`, `button_lock`, `volume_maximum`,
    `edit_inputs`, `rename`, `group`, `restart`, `reset`; of what it tells its owner `network`,
    `health`, `logs`, `settings`; and words that come later."""
    inputs: Annotated[tuple[Label, ...], Meta(max_length=16)] = ()
    """Those that are not hidden, no name twice."""
    input_slots: Annotated[tuple[InputSlotMessage, ...], Meta(max_length=16)] = ()
    """All of them, where they can be renamed and hidden."""
    presets: Annotated[tuple[PresetMessage, ...], Meta(max_length=32)] = ()
    """Those that are not empty."""
    preset_places: Annotated[int, Meta(ge=0, le=32)] = 0
    """Numbers of presets go from 1 to this."""
    bands_hz: Annotated[tuple[Annotated[int, Meta(ge=1, le=48_000)], ...], Meta(max_length=16)] = ()
    """Middle of each band of the equaliser, lowest first."""
    curves: Annotated[tuple[Label, ...], Meta(max_length=32)] = ()
    """Names of equaliser curves that it knows."""
    page: PagePath = PAGE_PATH
    """Path of the streamer's own page on the host and port of this API."""
    secure_port: Annotated[int, Meta(ge=1, le=65535)] | None = None
    """Where it takes claims and commands by HTTPS; None where it only tells."""
    info_revision: Revision = 0
    """Grows with each change of this message."""


class NowPlayingMessage(Struct, frozen=True, kw_only=True):
    """What plays; texts are empty where the streamer does not know them."""

    title: Text = ""
    artist: Text = ""
    album: Text = ""
    station: Text = ""
    format: Text = ""
    """As shown to people, such as `FLAC 44.1 kHz / 16 bit`."""
    position_s: Seconds | None = None
    duration_s: Seconds | None = None
    """None for a live stream."""
    cover: Annotated[str, Meta(max_length=32)] | None = None
    """One of `COVERS`, demo music only; never an address."""


class EqualiserMessage(Struct, frozen=True, kw_only=True):
    """How the equaliser stands."""

    is_on: bool = False
    gains_db: Gains = ()
    curve: Label | None = None
    """None where the gains have no name."""


class StreamerStateMessage(Struct, frozen=True, kw_only=True):
    """How a streamer is at one instant: the answer of `GET /api/v1/state`, and each event."""

    playback: Playback
    """A word that this version does not know is read as `unknown`."""
    revision: Revision
    """Grows with each change other than the position; starts anywhere after a restart."""
    now_playing: NowPlayingMessage | None = None
    volume: Percent | None = None
    """None where the output level is fixed."""
    volume_maximum: Percent = 100
    is_muted: bool = False
    input: Label | None = None
    """One of the names in `inputs`."""
    is_asleep: bool = False
    """Standby: it answers, and plays nothing."""
    info_revision: Revision = 0
    """That of `info`: with another one than before, read `info` again."""
    preset: PresetNumber | None = None
    """The one that plays."""
    equaliser: EqualiserMessage | None = None
    balance: Balance | None = None
    sleep_left_s: SleepSeconds | None = None
    """Until the sleep timer ends; None where none runs. Its running down is no change."""
    auto_standby_min: StandbyMinutes | None = None
    """After how long without playing it goes to standby by itself."""
    light: Light | None = None
    has_locked_buttons: bool | None = None
    leader: Identifier | None = None
    """The streamer that it plays along with."""
    members: Members = ()
    """The streamers that may play along with it."""


class ProblemMessage(Struct, frozen=True, kw_only=True):
    """Why a request was not answered (RFC 9457, `application/problem+json`)."""

    status: Annotated[int, Meta(ge=400, le=599)]
    code: Word
    """Stable; clients decide by it."""
    title: Text = ""
    """For people who look at the wire; never shown by a client."""
    type: Text = "about:blank"


class ClaimRequestMessage(Struct, frozen=True, kw_only=True):
    """Asks a streamer to be its owner: the body of `POST /api/v1/claim`."""

    client_name: Name
    """Shown on the streamer below the code, without its digits: anybody may choose it."""


class ClaimMessage(Struct, frozen=True, kw_only=True):
    """A claim under way, and what it takes to make it good."""

    id: ClaimId
    streamer_id: Identifier
    """`id` of `info`, said here over the certificate: what the owner knows the streamer by."""
    needs_code: bool
    """Whether the streamer shows a code that must be proved."""
    needs_press: bool = False
    """Whether somebody must press the button on the streamer."""
    is_hand_over: bool = False
    """Whether the code is the one that the owner was given, and no display shows it."""
    ends_in_s: Annotated[int, Meta(ge=0, le=600)]
    tries_left: Annotated[int, Meta(ge=0, le=100)] = 0
    """Exchanges that are left for the code."""


class ExchangeRequestMessage(Struct, frozen=True, kw_only=True):
    """The client's half of an exchange: the body of `POST /api/v1/claim/{claim_id}/exchange`."""

    share: Share


class ExchangeMessage(Struct, frozen=True, kw_only=True):
    """The streamer's half, and its proof that it knows code and certificate."""

    share: Share
    proof: Proof
    tries_left: Annotated[int, Meta(ge=0, le=100)] = 0


class ConfirmRequestMessage(Struct, frozen=True, kw_only=True):
    """Ends a claim: the body of `POST /api/v1/claim/{claim_id}/confirm`."""

    proof: Proof | None = None
    """Of the latest exchange; None where no code was asked for."""


class OwnershipMessage(Struct, frozen=True, kw_only=True):
    """What the owner shows with each command from now on."""

    token: Token
    """At least 128 random bits; the streamer keeps but its hash."""
