"""Refusals of the control API become ours: pure."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from altrabits_desktop.contract.codec import decode_problem
from altrabits_desktop.contract.errors import MalformedAnswer, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.streamers.drivers.driver import SecureAnswer

REFUSALS = {
    "token.unknown": "control.owner_changed",
    "command.unsupported": "control.not_now",
    "input.unknown": "control.input_unknown",
    "input.taken": "control.input_taken",
    "preset.unknown": "control.preset_unknown",
    "curve.unknown": "control.curve_unknown",
    "settings.malformed": "control.settings_refused",
    "settings.refused": "control.settings_refused",
    "group.follows": "control.follows",
    "url.refused": "control.url_refused",
    "claim.braked": "claim.braked",
    "claim.under_way": "claim.under_way",
    "claim.expired": "claim.expired",
    "claim.missing": "claim.expired",
    "claim.waiting": "claim.waiting",
    "claim.wrong_code": "claim.wrong_code",
}
"""Our code for each problem that a person can do something about."""

OF_COMMANDS = {code: ours for code, ours in REFUSALS.items() if not code.startswith("claim.")}
"""Those that answer a command: no streamer has people type a code or press a button then."""

_FAILED = 400
_MINUTE_S = 60
_LONGEST_WAIT_S = 3600
_BRAKED_S = 600
_UNDER_WAY_S = 120


def refuse_failure(answer: SecureAnswer, *, known: Mapping[str, str] = REFUSALS) -> None:
    """Let a good answer through.

    Args:
        answer: of the streamer.
        known: our code for each of its problems that counts here.

    Raises:
        Refused: the streamer said no, by our code for it.
        MalformedAnswer: neither good nor a problem.
    """
    if answer.status >= _FAILED:
        code = decode_problem(answer.content).code
        raise _refusal(code if code in known else "", answer.wait_s)
    if answer.status not in {200, 202, 204}:
        raise MalformedAnswer("answer.status", status=answer.status)


def _refusal(code: str, wait_s: int | None) -> AltraBitsError:
    match code:
        case "claim.braked":
            minutes = math.ceil(_believed(wait_s, otherwise_s=_BRAKED_S) / _MINUTE_S)
            return Refused(code, minutes=minutes)
        case "claim.under_way":
            return Refused(code, seconds=_believed(wait_s, otherwise_s=_UNDER_WAY_S))
        case _:
            return Refused(REFUSALS.get(code, "control.refused"))


def _believed(wait_s: int | None, *, otherwise_s: int) -> int:
    is_good = wait_s is not None and 0 < wait_s <= _LONGEST_WAIT_S
    return wait_s if wait_s is not None and is_good else otherwise_s
