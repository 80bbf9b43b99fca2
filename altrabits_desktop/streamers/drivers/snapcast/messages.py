"""Snapcast's messages: JSON-RPC, one message a line; what does not fit is `MalformedAnswer`.

Only what is used here is read. Texts come as the server wrote them.

Source: Snapcast JSON RPC Control API, version 2.0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import UNSET, Meta, Raw, Struct, UnsetType
from snapcast.control.protocol import jsonrpc_request

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.streamers.drivers.questions import next_line

if TYPE_CHECKING:
    from altrabits_desktop.streamers.drivers.driver import LineTalk

_MESSAGES_MOST = 64
_Id = Annotated[str, Meta(min_length=1, max_length=256)]
_Percent = Annotated[int, Meta(ge=0, le=100)]


class VolumeMessage(Struct):
    """How loud a player is."""

    percent: _Percent
    muted: bool = False


class ConfigMessage(Struct):
    """What people have set of a player."""

    volume: VolumeMessage
    name: str = ""


class HostMessage(Struct):
    """The computer that a player or the server runs on."""

    name: str = ""


class PlayerMessage(Struct):
    """A player, which Snapcast calls a client."""

    id: _Id
    config: ConfigMessage
    connected: bool
    host: HostMessage


class GroupMessage(Struct):
    """Players that play the same."""

    id: _Id
    clients: Annotated[list[PlayerMessage], Meta(max_length=256)]
    stream_id: str
    muted: bool = False
    name: str = ""


class MetadataMessage(Struct):
    """What plays on a stream."""

    title: str = ""
    artist: list[str] | str = ""
    album: str = ""
    duration: float | None = None


class PropertiesMessage(Struct, rename="camel"):
    """How a stream plays and what it can; empty of one without a player behind it."""

    can_control: bool = False
    can_go_next: bool = False
    can_go_previous: bool = False
    can_pause: bool = False
    can_play: bool = False
    can_seek: bool = False
    playback_status: str = ""
    position: float | None = None
    metadata: MetadataMessage = msgspec.field(default_factory=MetadataMessage)


class QueryMessage(Struct):
    """How a stream was set up."""

    name: str = ""
    codec: str = ""


class UriMessage(Struct):
    """Where a stream comes from."""

    query: QueryMessage = msgspec.field(default_factory=QueryMessage)


class StreamMessage(Struct):
    """One of the things that groups can play."""

    id: _Id
    status: str
    uri: UriMessage = msgspec.field(default_factory=UriMessage)
    properties: PropertiesMessage = msgspec.field(default_factory=PropertiesMessage)


class SnapserverMessage(Struct):
    """The program."""

    version: Annotated[str, Meta(max_length=64)]


class ServerMessage(Struct):
    """The server itself."""

    host: HostMessage
    snapserver: SnapserverMessage


class WholeMessage(Struct):
    """Everything on a server."""

    groups: Annotated[list[GroupMessage], Meta(max_length=256)]
    server: ServerMessage
    streams: Annotated[list[StreamMessage], Meta(max_length=256)]


class StatusMessage(Struct):
    """The result of `Server.GetStatus`."""

    server: WholeMessage


class _ErrorMessage(Struct):
    code: int


class _Message(Struct):
    id: int | str | UnsetType | None = UNSET
    method: str | UnsetType = UNSET
    result: Raw | UnsetType = UNSET
    error: _ErrorMessage | UnsetType = UNSET

    @property
    def is_news(self) -> bool:
        return self.method is not UNSET and self.id is UNSET


class Said(Struct):
    """What a server answered."""

    result: Raw
    fault: int | None = None
    """The number of the error; None when it was done."""


_status = msgspec.json.Decoder(StatusMessage)
_message = msgspec.json.Decoder(_Message | list[_Message])


async def answer_to(talk: LineTalk, method: str, params: dict[str, object]) -> Said:
    """Say a request, and hear its answer; news that come before it are passed over.

    Raises:
        MalformedAnswer: `snapcast.malformed`: no answer to it, or 64 news before it.
        NotReachable: no answer in time.
    """
    # One question has its answer before the next one is said, so they can share a number.
    number = 1
    await talk.say(jsonrpc_request(method, number, params).decode().rstrip())
    for _ in range(_MESSAGES_MOST):
        message = _read(await next_line(talk))
        if message is None:
            continue
        if message.id != number:
            break
        if message.error is not UNSET:
            return Said(Raw(b"null"), message.error.code)
        if message.result is not UNSET:
            return Said(message.result)
        break
    raise MalformedAnswer("snapcast.malformed")


def expect_news(line: str) -> None:
    """Let a line through that tells of a change.

    Raises:
        MalformedAnswer: `snapcast.malformed`.
    """
    if _read(line) is not None:
        raise MalformedAnswer("snapcast.malformed")


def status_of(said: Said) -> StatusMessage:
    """Read the result of `Server.GetStatus`; raises like `expect_news`."""
    if said.fault is not None:
        raise MalformedAnswer("snapcast.malformed")
    try:
        return _status.decode(said.result)
    # Lone surrogates in text cannot be encoded; nesting in an unknown field may be endless.
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise MalformedAnswer("snapcast.malformed") from error


def _read(line: str) -> _Message | None:
    """Read a message; None for news. Several news come as a list."""
    try:
        messages = _message.decode(line)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise MalformedAnswer("snapcast.malformed") from error
    if isinstance(messages, _Message):
        return None if messages.is_news else messages
    if messages and all(message.is_news for message in messages):
        return None
    raise MalformedAnswer("snapcast.malformed")
