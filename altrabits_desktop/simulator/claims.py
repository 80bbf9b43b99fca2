"""Who owns a virtual streamer, and who is about to: codes, presses, tries, and the brake."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract import claim_code
from altrabits_desktop.contract.control_api import (
    ClaimMessage,
    ExchangeMessage,
    OwnershipMessage,
)
from altrabits_desktop.contract.handing_over import HandOverMessage
from altrabits_desktop.simulator.claim_brake import TURNED_OUT_S, ClaimBrake
from altrabits_desktop.simulator.http_messages import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

LIFE_S = 120.0
HAND_OVER_LIFE_S = 600.0
"""Long enough to be read out over the telephone."""
TRIES = 5
"""Exchanges that one code is good for."""
PRESSED_LIFE_S = 20.0
"""After a press a claim whose code is not proved yet lasts no longer."""
FRUITLESS_MOST = 20
"""After so many claims without an owner the next ones need a press: codes cannot be guessed."""

_TOKEN_BYTES = 32
_ID_BYTES = 16
_CODE_BYTES = 8


class ShownCode(NamedTuple):
    """What the display shows at a claim."""

    code: str
    client_name: str
    """As the client says, without anything that reads as a digit; hostile."""


def shown_name(client_name: str) -> str:
    """Give a client's name as a display shows it: its digits could be taken for the code. Pure."""
    kept = (mark for mark in client_name if not _is_numeral(mark))
    return " ".join("".join(kept).split())


@dataclass(slots=True)
class _Claim:
    id: str
    source: str
    """The address that it came from."""
    code: str
    """Empty where none is needed."""
    needs_press: bool
    ends_at_s: float
    tries_left: int = TRIES
    awaited: bytes | None = None
    """The client's proof of the latest exchange."""
    is_proved: bool = False
    """Whether its client has shown that it knows the code."""
    is_hand_over: bool = False
    """Whether its code is the one that the owner was given."""

    @property
    def awaits_press(self) -> bool:
        """Whether only the press is missing."""
        return self.needs_press and (self.is_proved or not self.code)

    @property
    def is_open(self) -> bool:
        """Whether it can still come to something."""
        return self.tries_left > 0 or self.is_proved


@dataclass(slots=True)
class _HandOver:
    """What the owner has allowed: whoever knows this code takes the streamer over."""

    code: str
    ends_at_s: float
    tries_left: int = TRIES


class Claims:
    """Keeps the owner of one streamer, and the one claim that is under way. On one loop.

    Args:
        steady_s: a clock that never jumps.
        streamer_id: of whom it keeps the owner.
        random: gives so many random bytes.
    """

    def __init__(
        self,
        steady_s: Callable[[], float],
        *,
        streamer_id: str,
        random: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self.is_auto_confirm = False
        """Whether every claim is made good by a press at once, and no code is asked for."""
        self._steady_s = steady_s
        self._streamer_id = streamer_id
        self._random = random
        self._claim: _Claim | None = None
        self._owner = b""
        self._hand_over: _HandOver | None = None
        self._brake = ClaimBrake()
        self._fruitless = 0
        self._listeners: list[Callable[[ShownCode], None]] = []
        self._press_listeners: list[Callable[[], None]] = []

    @property
    def is_owned(self) -> bool:
        """Whether somebody owns the streamer."""
        return bool(self._owner)

    @property
    def shown_code(self) -> str:
        """Give the code on the streamer's display; empty when there is none."""
        claim = self._running()
        return claim.code if claim is not None and not claim.is_hand_over else ""

    @property
    def awaits_press(self) -> bool:
        """Whether a press is all that is missing: of a claim under way, or for the next one.

        Not while a code is yet to be proved, as a press would cut the time for that short.
        """
        claim = self._running()
        if claim is not None and claim.is_open:
            return claim.awaits_press
        return self._brake.is_counted_out(now_s=self._steady_s())

    def follow(self, listener: Callable[[ShownCode], None]) -> None:
        """Call `listener` with what the display shows at each claim."""
        self._listeners.append(listener)

    def follow_waits(self, listener: Callable[[], None]) -> None:
        """Call `listener` when the code of a claim was proved and only the press is missing."""
        self._press_listeners.append(listener)

    def begin(self, client_name: str, *, source: str) -> ClaimMessage:
        """Begin a claim and show its code.

        Args:
            client_name: as the client says.
            source: the address that it asks from.

        Raises:
            Problem: 429 `claim.braked`: there were too many from this address; 429
                `claim.under_way`: of whomever.
        """
        now_s = self._steady_s()
        self._refuse_too_many(source, now_s)
        self._brake.take(source, now_s=now_s)
        self._fruitless += 1
        allowed = self._allowed()
        is_auto = self.is_auto_confirm and allowed is None
        is_suspicious = self.is_owned or self._fruitless > FRUITLESS_MOST
        self._claim = claim = _Claim(
            id=self._random(_ID_BYTES).hex(),
            source=source,
            code="" if is_auto else allowed.code if allowed else self._new_code(),
            # The owner said yes already, which proves more than a press would.
            needs_press=allowed is None and (is_suspicious or is_auto),
            ends_at_s=min(now_s + LIFE_S, allowed.ends_at_s) if allowed else now_s + LIFE_S,
            tries_left=allowed.tries_left if allowed else TRIES,
            is_hand_over=allowed is not None,
        )
        message = self._message(claim)
        if is_auto:
            self.press()
        elif allowed is None:
            for listener in self._listeners:
                listener(ShownCode(claim.code, shown_name(client_name)))
        return message

    def exchange(self, claim_id: str, share: str, *, fingerprint: str) -> ExchangeMessage:
        """Answer the client's half of an exchange; each uses up one try, right or wrong.

        The streamer proves itself first: a client that was sent elsewhere says nothing more.

        Raises:
            Problem: 404 `claim.missing`, 410 `claim.expired`, 400 `request.malformed`: the share
                is no point, or no code is asked for.
        """
        claim = self._found(claim_id)
        if claim.tries_left == 0:
            raise Problem(410, "claim.expired")
        side = claim_code.begin(
            claim.code,
            claim_id=claim.id,
            random=self._random(claim_code.SECRET_BYTES),
            is_client=False,
        )
        parties = claim_code.parties_of(claim_id=claim.id, fingerprint=fingerprint)
        proofs = claim_code.proofs(side, bytes.fromhex(share), parties)
        if not claim.code or proofs is None:
            raise Problem(400, "request.malformed")
        claim.tries_left -= 1
        if claim.is_hand_over and self._hand_over is not None:
            # Counted over all claims: beginning anew gives no further guess.
            self._hand_over.tries_left -= 1
        claim.awaited = proofs.of_client
        return ExchangeMessage(
            share=side.share.hex(), proof=proofs.of_streamer.hex(), tries_left=claim.tries_left
        )

    def confirm(self, claim_id: str, proof: str | None) -> OwnershipMessage:
        """Make a claim good: its client is the owner from now on, and nobody else.

        Raises:
            Problem: 404 `claim.missing`, 410 `claim.expired`, 403 `claim.wrong_code`, 409
                `claim.waiting`: the button has not been pressed.
        """
        claim = self._found(claim_id)
        if claim.code and not _is_proved(claim, proof):
            claim.awaited = None
            raise Problem(403, "claim.wrong_code")
        was_awaiting = claim.awaits_press
        claim.is_proved = bool(claim.code)
        if claim.awaits_press:
            if not was_awaiting:
                for listener in self._press_listeners:
                    listener()
            raise Problem(409, "claim.waiting")
        token = _as_text(self._random(_TOKEN_BYTES))
        self._owner = _digest(token)
        self._claim = self._hand_over = None
        self._fruitless = 0
        return OwnershipMessage(token=token)

    def cancel(self, claim_id: str) -> None:
        """End a claim that its client gave up.

        Raises:
            Problem: 404 `claim.missing`, 410 `claim.expired`.
        """
        self._found(claim_id)
        self._claim = None

    def press(self) -> None:
        """Press the button: whoever does stands before the streamer, so nothing counts any more.

        A claim whose code is not proved yet soon ends, and its address lets others go first: it
        may be that of somebody who does not stand here.
        """
        self._brake.forgive()
        self._fruitless = 0
        claim = self._running()
        if claim is None:
            return
        claim.needs_press = False
        if claim.code and not claim.is_proved:
            now_s = self._steady_s()
            claim.ends_at_s = min(claim.ends_at_s, now_s + PRESSED_LIFE_S)
            until_s = claim.ends_at_s + TURNED_OUT_S
            self._brake.turn_out(claim.source, until_s=until_s, now_s=now_s)

    def restart(self) -> None:
        """Be switched off and on: no claim is under way, and nothing counts any more."""
        self._claim = self._hand_over = None
        self._brake = ClaimBrake()
        self._fruitless = 0

    def hand_over(self) -> HandOverMessage:
        """Let whoever knows a new code take the streamer over; for the owner.

        A claim that is under way ends: it was begun by somebody who does not know the code.
        """
        self._claim = None
        self._hand_over = _HandOver(self._new_code(), self._steady_s() + HAND_OVER_LIFE_S)
        return self.told_hand_over()

    def told_hand_over(self) -> HandOverMessage:
        """Tell the owner of the hand-over that waits.

        Raises:
            Problem: 404 `hand_over.missing`: none does.
        """
        allowed = self._allowed()
        if allowed is None:
            raise Problem(404, "hand_over.missing")
        ends_in_s = int(allowed.ends_at_s - self._steady_s())
        return HandOverMessage(
            code=allowed.code, ends_in_s=ends_in_s, tries_left=allowed.tries_left
        )

    def keep(self) -> None:
        """End the hand-over that waits, and the claim that came by it; for the owner."""
        self._hand_over = None
        if self._claim is not None and self._claim.is_hand_over:
            self._claim = None

    def check(self, token: str) -> None:
        """Let the owner through.

        Raises:
            Problem: 401 `token.unknown`.
        """
        if not self._owner or not hmac.compare_digest(_digest(token), self._owner):
            raise Problem(401, "token.unknown", headers=(("WWW-Authenticate", "Bearer"),))

    def release(self) -> None:
        """Belong to nobody again."""
        self._owner = b""
        self.keep()

    def _found(self, claim_id: str) -> _Claim:
        claim = self._claim
        if claim is None or claim.id != claim_id:
            raise Problem(404, "claim.missing")
        if self._running() is None:
            raise Problem(410, "claim.expired")
        return claim

    def _allowed(self) -> _HandOver | None:
        allowed = self._hand_over
        if allowed is None or allowed.tries_left == 0 or self._steady_s() >= allowed.ends_at_s:
            return None
        return allowed

    def _new_code(self) -> str:
        return claim_code.new_code(self._random(_CODE_BYTES))

    def _running(self) -> _Claim | None:
        claim = self._claim
        return claim if claim is not None and self._steady_s() < claim.ends_at_s else None

    def _refuse_too_many(self, source: str, now_s: float) -> None:
        wait_s = self._brake.wait_s(source, now_s=now_s)
        if wait_s > 0:
            raise _later("claim.braked", wait_s)
        running = self._running()
        if running is not None and running.is_open:
            raise _later("claim.under_way", running.ends_at_s - now_s)

    def _message(self, claim: _Claim) -> ClaimMessage:
        return ClaimMessage(
            id=claim.id,
            streamer_id=self._streamer_id,
            needs_code=bool(claim.code),
            needs_press=claim.needs_press,
            ends_in_s=round(claim.ends_at_s - self._steady_s()),
            tries_left=claim.tries_left if claim.code else 0,
            is_hand_over=claim.is_hand_over,
        )


def _later(code: str, wait_s: float) -> Problem:
    return Problem(429, code, headers=(("Retry-After", str(int(wait_s) + 1)),))


def _is_numeral(mark: str) -> bool:
    # Some characters are written with a digit though they are none themselves.
    written = mark + unicodedata.normalize("NFKC", mark)
    return any(unicodedata.category(each).startswith("N") for each in written)


def _is_proved(claim: _Claim, proof: str | None) -> bool:
    awaited = claim.awaited
    return awaited is not None and claim_code.is_same(awaited, bytes.fromhex(proof or ""))


def _as_text(random: bytes) -> str:
    import base64

    return base64.urlsafe_b64encode(random).rstrip(b"=").decode("ascii")


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
