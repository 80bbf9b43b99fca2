"""The control API of a streamer, version 1: its messages and fixed words.

The only definition of the messages: driver and simulator use these types, and a test compares
them with docs/protocols/control-api.openapi.json. Importing this module imports msgspec; rooms
that start before the first paint leave it alone. Messages are read by `contract.codec`.

A field with a default may be left out by a streamer; unknown fields are ignored by whoever reads.
"""

from __future__ import annotations

from typing import Annotated, get_args

from msgspec import Meta, Struct

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
"""This and the four before are served at `secure_port` alone."""

BODY_BYTES = 4096
"""Body of one request; its head has as many."""

SERVICE_TYPE = "_altrabits._tcp"
"""DNS-SD type; its instance is the streamer's name, its port the one of this API."""

STATE_EVENT = "state"
"""Name of the event that carries a whole `StreamerStateMessage`."""

ALIVE_EVERY_S = 3.0
"""A stream with nothing to say sends a comment line this often."""

COVERS = frozenset("12345678")
"""Names of the artwork of the demo music; any other `cover` shows none."""

# "$" alone would let a line end through at the end of the text.
_END = r"$(?!\n)"

Name = Annotated[str, Meta(min_length=1, max_length=128)]
Label = Annotated[str, Meta(max_length=128)]
Text = Annotated[str, Meta(max_length=512)]
Word = Annotated[str, Meta(min_length=1, max_length=32, pattern=rf"^[a-z0-9_.-]+{_END}")]
Identifier = Annotated[str, Meta(min_length=1, max_length=64, pattern=rf"^[A-Za-z0-9._:-]+{_END}")]
Mac = Annotated[str, Meta(pattern=r"^([0-9a-f]{2}:){5}[0-9a-f]{2}" + _END)]
# Neither a second slash nor a backslash after the first: either would name another host.
PagePath = Annotated[
    str, Meta(max_length=256, pattern=rf"^/([A-Za-z0-9_~-][A-Za-z0-9_~./?=&%-]*)?{_END}")
]
Percent = Annotated[int, Meta(ge=0, le=100)]
Seconds = Annotated[float, Meta(ge=0, le=10_000_000)]
Revision = Annotated[int, Meta(ge=0, le=9_007_199_254_740_991)]
ClaimId = Annotated[str, Meta(pattern=rf"^[0-9a-f]{{32}}{_END}")]
Share = Annotated[str, Meta(pattern=rf"^04[0-9a-f]{{128}}{_END}")]
"""An uncompressed point of P-256 in hexadecimal digits."""
Proof = Annotated[str, Meta(pattern=rf"^[0-9a-f]{{64}}{_END}")]
Token = Annotated[str, Meta(pattern=rf"^[A-Za-z0-9_-]{{22,128}}{_END}")]
PlayUrl = Annotated[str, Meta(max_length=2048)]


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
    capabilities: Annotated[tuple[Word, ...], Meta(max_length=32)] = ()
    """Of `state`, `now_playing`, `volume`, `events`, of what it obeys `control`, `play_url`,
    `skip`, `seek`, `set_volume`, `mute`, `input`, and words that come later."""
    inputs: Annotated[tuple[Label, ...], Meta(max_length=16)] = ()
    page: PagePath = PAGE_PATH
    """Path of the streamer's own page on the host and port of this API."""
    secure_port: Annotated[int, Meta(ge=1, le=65535)] | None = None
    """Where it takes claims and commands by HTTPS; None where it only tells."""


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


class PlayCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="play"):
    """Go on and wake up for it; or play what lies at an address."""

    url: PlayUrl = ""
    """http or https, without user or password; empty to go on."""


class PauseCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="pause"):
    """Stay where it is."""


class StopCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="stop"):
    """End what plays."""


class NextCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="next"):
    """Go to the next piece."""


class PreviousCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="previous"):
    """Go to the piece before."""


class SeekCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="seek"):
    """Go to a place in the piece."""

    position_s: Seconds


class VolumeCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="volume"):
    """Set the volume; above the maximum it is the maximum."""

    volume: Percent


class MuteCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="mute"):
    """Be silent, or no longer."""

    is_muted: bool


class InputCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="input"):
    """Play from one of the inputs."""

    input: Label
    """One of the names in `inputs`."""


CommandMessage = (
    PlayCommand
    | PauseCommand
    | StopCommand
    | NextCommand
    | PreviousCommand
    | SeekCommand
    | VolumeCommand
    | MuteCommand
    | InputCommand
)
"""The body of `POST /api/v1/command`; its answer is a `StreamerStateMessage`."""

COMMAND_WORDS = frozenset(str(kind.__struct_config__.tag) for kind in get_args(CommandMessage))
"""What `command` may be; a streamer answers any other word with `command.unsupported`."""


class NamedMessage(Struct, frozen=True, kw_only=True):
    """As much of a command as tells which one it is."""

    command: Word
