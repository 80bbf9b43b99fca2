"""Bytes to messages of the control API and back; whatever does not fit is `MalformedAnswer`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

import msgspec

from altrabits_desktop.contract.control_api import (
    InfoMessage,
    ProblemMessage,
    StreamerStateMessage,
)
from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import EVENT_BYTES

if TYPE_CHECKING:
    from altrabits_desktop.contract.control_api import (
        ClaimMessage,
        ClaimRequestMessage,
        ConfirmRequestMessage,
        ExchangeMessage,
        ExchangeRequestMessage,
        OwnershipMessage,
    )
    from altrabits_desktop.contract.control_commands import CommandMessage
    from altrabits_desktop.contract.control_upkeep import (
        HealthMessage,
        NetworkMessage,
        SettingsMessage,
    )
    from altrabits_desktop.contract.handing_over import HandOverMessage

    ClaimingMessage = (
        ClaimMessage
        | ClaimRequestMessage
        | ConfirmRequestMessage
        | ExchangeMessage
        | ExchangeRequestMessage
        | OwnershipMessage
        | HandOverMessage
    )
    OwnersMessage = NetworkMessage | HealthMessage | SettingsMessage
    AnyMessage = (
        InfoMessage
        | StreamerStateMessage
        | ProblemMessage
        | ClaimingMessage
        | CommandMessage
        | OwnersMessage
    )

Message = TypeVar("Message")

_info = msgspec.json.Decoder(InfoMessage)
_state = msgspec.json.Decoder(StreamerStateMessage)
_problem = msgspec.json.Decoder(ProblemMessage)
_encoder = msgspec.json.Encoder()


def decode_info(content: bytes | str) -> InfoMessage:
    """Read the answer of `GET /api/v1/info`.

    Pure, any thread. Texts come as the streamer wrote them, within the bounds of their types:
    pass them through `contract.plain_text` before anybody sees them.

    Raises:
        MalformedAnswer: `control_api.malformed`: over 64 kB, no JSON, a missing or wrong field.
    """
    return _decoded(_info, content)


def decode_state(content: bytes | str) -> StreamerStateMessage:
    """Read the answer of `GET /api/v1/state` or the data of one event; like `decode_info`."""
    return _decoded(_state, content)


def decode_problem(content: bytes | str) -> ProblemMessage:
    """Read the body of an answer with a status of 400 or more; like `decode_info`."""
    return _decoded(_problem, content)


def decode_command(content: bytes) -> CommandMessage:
    """Read the body of `POST /api/v1/command`; like `decode_info`."""
    return _decoded(_command_decoder(), content)


def command_word(content: bytes) -> str:
    """Give which command the body of `POST /api/v1/command` means; like `decode_info`."""
    from altrabits_desktop.contract.control_commands import NamedMessage

    return decode_as(NamedMessage, content).command


def decode_as(kind: type[Message], content: bytes) -> Message:
    """Read a message of a claim, or one for the owner; like `decode_info`.

    Args:
        kind: one of `ClaimingMessage` or `OwnersMessage`.
    """
    return _decoded(msgspec.json.Decoder(kind), content)


def encode(message: AnyMessage) -> bytes:
    """Give the JSON of a message: one line of UTF-8, every field in it."""
    return _encoder.encode(message)


@cache
def _command_decoder() -> msgspec.json.Decoder[CommandMessage]:
    # Imported here, as above: whoever only reads streamers knows no command.
    from altrabits_desktop.contract.control_commands import CommandMessage

    decoder: msgspec.json.Decoder[CommandMessage] = msgspec.json.Decoder(CommandMessage)
    return decoder


def _decoded(decoder: msgspec.json.Decoder[Message], content: bytes | str) -> Message:
    if len(content) > EVENT_BYTES:
        raise MalformedAnswer("control_api.malformed")
    try:
        return decoder.decode(content)
    # Lone surrogates in text cannot be encoded; nesting in an unknown field may be endless.
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise MalformedAnswer("control_api.malformed") from error
