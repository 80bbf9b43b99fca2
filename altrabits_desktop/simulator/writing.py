"""The routes of the control API's writing part, and what each answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from altrabits_desktop.contract.codec import decode_as, encode
from altrabits_desktop.contract.control_api import (
    BODY_BYTES,
    CLAIM_PATH,
    COMMAND_PATH,
    SETTINGS_PATH,
    ClaimRequestMessage,
    ConfirmRequestMessage,
    ExchangeRequestMessage,
)
from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.handing_over import HAND_OVER_PATH
from altrabits_desktop.simulator.http_messages import Answer, Problem
from altrabits_desktop.simulator.obeying import obey
from altrabits_desktop.simulator.updating import answer_update, methods_of
from altrabits_desktop.simulator.upkeep import OWNERS_PATHS, answer_owner

if TYPE_CHECKING:
    from altrabits_desktop.simulator.http_messages import Request
    from altrabits_desktop.simulator.streamer import VirtualStreamer

Message = TypeVar("Message")

_ONE_CLAIM = re.compile(rf"{CLAIM_PATH}/([0-9a-f]{{32}})(/exchange|/confirm)?")
_OF_OWNER = frozenset({COMMAND_PATH, HAND_OVER_PATH, *OWNERS_PATHS})
_ACCEPTED = 202
_NO_CONTENT = 204


def check_path(request: Request, streamer: VirtualStreamer) -> None:
    """Refuse a request by its head alone, before its body is read.

    Raises:
        Problem: 404 `path.unknown`, 405 `method.unknown`, 401 `token.unknown`.
    """
    allowed = _methods(request.path) if streamer.has_control_api else ()
    if not allowed:
        raise Problem(404, "path.unknown")
    if request.method not in allowed:
        raise Problem(405, "method.unknown", headers=(("Allow", ", ".join(allowed)),))
    _check_owner(request, streamer)
    may_be_large = request.path == SETTINGS_PATH or bool(methods_of(request.path))
    if request.body_bytes > BODY_BYTES and not may_be_large:
        raise Problem(413, "request.body_too_large")


def answer_writing(
    request: Request, content: bytes, streamer: VirtualStreamer, *, source: str
) -> Answer:
    """Do what a request asks that `check_path` let through.

    Args:
        request: its head.
        content: its body.
        streamer: whom it asks.
        source: the address that it comes from.

    Raises:
        Problem: what `Claims`, `obey` and `answer_update` raise; 400 `request.malformed` for
            another body; 401 `token.unknown`.
    """
    # While the body came, the streamer may have become somebody else's.
    _check_owner(request, streamer)
    if methods_of(request.path):
        return answer_update(request, content, streamer)
    if request.path == COMMAND_PATH:
        obey(streamer, content)
        return Answer(encode(streamer.told_state()))
    if request.path == HAND_OVER_PATH:
        return _answer_hand_over(request, streamer)
    if request.path in OWNERS_PATHS:
        return answer_owner(request, content, streamer)
    if request.path == CLAIM_PATH:
        return _answer_claim(request, content, streamer, source=source)
    return _answer_one(request, content, streamer)


def _check_owner(request: Request, streamer: VirtualStreamer) -> None:
    is_release = (request.path, request.method) == (CLAIM_PATH, "DELETE")
    if is_release or request.path in _OF_OWNER or methods_of(request.path):
        streamer.claims.check(request.token)


def _answer_claim(
    request: Request, content: bytes, streamer: VirtualStreamer, *, source: str
) -> Answer:
    if request.method == "DELETE":
        streamer.claims.release()
        streamer.log.write("released by the owner")
        return Answer(b"", status=_NO_CONTENT)
    asked = _body(ClaimRequestMessage, content)
    begun = streamer.claims.begin(asked.client_name, source=source)
    return Answer(encode(begun), status=_ACCEPTED)


def _answer_hand_over(request: Request, streamer: VirtualStreamer) -> Answer:
    if request.method == "DELETE":
        streamer.claims.keep()
        return Answer(b"", status=_NO_CONTENT)
    is_new = request.method == "POST"
    told = streamer.claims.hand_over() if is_new else streamer.claims.told_hand_over()
    return Answer(encode(told))


def _answer_one(request: Request, content: bytes, streamer: VirtualStreamer) -> Answer:
    claim_id, _, step = request.path.removeprefix(f"{CLAIM_PATH}/").partition("/")
    if step == "exchange":
        half = _body(ExchangeRequestMessage, content)
        fingerprint = streamer.certificate.fingerprint
        return Answer(
            encode(streamer.claims.exchange(claim_id, half.share, fingerprint=fingerprint))
        )
    if step == "confirm":
        proved = _body(ConfirmRequestMessage, content)
        won = streamer.claims.confirm(claim_id, proved.proof)
        streamer.log.write("claimed by a new owner")
        return Answer(encode(won))
    streamer.claims.cancel(claim_id)
    return Answer(b"", status=_NO_CONTENT)


def _methods(path: str) -> tuple[str, ...]:
    if path == COMMAND_PATH:
        return ("POST",)
    if path == HAND_OVER_PATH:
        return ("GET", "POST", "DELETE")
    if path == CLAIM_PATH:
        return ("POST", "DELETE")
    if path in OWNERS_PATHS:
        return ("GET", "PUT") if path == SETTINGS_PATH else ("GET",)
    one = _ONE_CLAIM.fullmatch(path)
    if one is None:
        return methods_of(path)
    return ("POST",) if one[2] else ("DELETE",)


def _body(kind: type[Message], content: bytes) -> Message:
    try:
        return decode_as(kind, content)
    except MalformedAnswer as error:
        raise Problem(400, "request.malformed") from error
