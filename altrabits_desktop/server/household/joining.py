"""Lets computers join by the open code, and leave again.

One exchange each, counted before it is computed.
"""

from __future__ import annotations

import secrets
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract import claim_code, join_code
from altrabits_desktop.contract.curve import read_point
from altrabits_desktop.contract.household import CODE_LIFE_S, TRIES, JoinBegun, Joined
from altrabits_desktop.contract.join_code import Ends
from altrabits_desktop.runtime.certificates import fingerprint_of, pinned_context
from altrabits_desktop.server.household.rules import Joiner, join, remove, take_try
from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from altrabits_desktop.contract.household import BeginJoin, ProveJoin
    from altrabits_desktop.contract.join_code import JoinProofs
    from altrabits_desktop.server.store.store import Store

_ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class _Exchange:
    """One that awaits its proof."""

    code_id: str
    joiner: Joiner
    proofs: JoinProofs
    ends_at_s: float


class Joining:
    """One a server; belongs to its loop.

    Args:
        store: where codes and computers are kept.
        fingerprint: SHA-256 of the server's certificate.
        steady_s: a clock that never jumps.
        has_joined: told after a computer was let in, before it is told itself.
    """

    def __init__(
        self,
        store: Store,
        *,
        fingerprint: str,
        steady_s: Callable[[], float],
        has_joined: Callable[[], Awaitable[None]],
    ) -> None:
        self._store = store
        self._fingerprint = fingerprint
        self._steady_s = steady_s
        self._has_joined = has_joined
        self._exchanges: dict[str, _Exchange] = {}

    async def begin(self, message: BeginJoin, *, source: str, now: datetime) -> JoinBegun:
        """Take a computer's share and give the server's.

        Raises:
            Problem: `request.malformed`, `household.no_code`, `household.braked`.
        """
        joiner = _joiner(message)
        if read_point(bytes.fromhex(message.share)) is None:
            # It could prove nothing: no try is taken for it.
            raise Problem("request.malformed")
        code = await self._store.write(lambda writing: take_try(writing, source=source, now=now))
        side = join_code.begin(
            code.code, random=secrets.token_bytes(claim_code.SECRET_BYTES), is_computer=False
        )
        ends = Ends(computer=joiner.id, server=self._fingerprint)
        proofs = join_code.proofs(side, bytes.fromhex(message.share), ends)
        if proofs is None:
            raise Problem("request.malformed")
        exchange_id = secrets.token_hex(_ID_BYTES)
        self._exchanges[exchange_id] = _Exchange(
            code.id, joiner, proofs, self._steady_s() + CODE_LIFE_S
        )
        # Each costs a try, so of one code there are no more.
        while len(self._exchanges) > TRIES:
            del self._exchanges[next(iter(self._exchanges))]
        return JoinBegun(id=exchange_id, share=side.share.hex())

    async def prove(self, exchange_id: str, message: ProveJoin, *, now: datetime) -> Joined:
        """Let a computer in that knows the code, and prove that the server knows it too.

        Raises:
            Problem: `household.no_code`, `household.wrong_code`.
        """
        exchange = self._exchanges.pop(exchange_id, None)
        if exchange is None or self._steady_s() > exchange.ends_at_s:
            raise Problem("household.no_code")
        if not claim_code.is_same(bytes.fromhex(message.proof), exchange.proofs.of_computer):
            raise Problem("household.wrong_code")
        await self._store.write(
            lambda writing: join(writing, exchange.joiner, code_id=exchange.code_id, now=now)
        )
        self._exchanges.clear()
        await self._has_joined()
        return Joined(proof=exchange.proofs.of_server.hex())

    async def leave(self, computer_id: str) -> None:
        """Let a computer in no longer, which says so itself; its connections end in a moment.

        Args:
            computer_id: SHA-256 of the certificate that it shows.
        """
        await self._store.write(lambda writing: remove(writing, computer_id))


def _joiner(message: BeginJoin) -> Joiner:
    certificate = bytes.fromhex(message.certificate)
    try:
        # What the system's library does not read could never be shown.
        pinned_context(certificate)
    except (ssl.SSLError, ValueError) as error:
        raise Problem("request.malformed") from error
    return Joiner(fingerprint_of(certificate), certificate, message.system)
