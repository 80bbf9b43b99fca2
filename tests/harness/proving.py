"""A client of a streamer's claims in memory: knows a code, perhaps, and sees a certificate."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract import claim_code

if TYPE_CHECKING:
    from altrabits_desktop.simulator.claims import Claims

OURS = "aa" * 32
HERE = "192.168.71.4"


@dataclass
class Proving:
    """A client that knows a code, perhaps, and sees a certificate."""

    claims: Claims

    def exchange(self, claim_id: str, code: str, *, seen: str = OURS) -> claim_code.Proofs:
        side = claim_code.begin(
            code,
            claim_id=claim_id,
            random=secrets.token_bytes(claim_code.SECRET_BYTES),
            is_client=True,
        )
        answered = self.claims.exchange(claim_id, side.share.hex(), fingerprint=OURS)
        parties = claim_code.parties_of(claim_id=claim_id, fingerprint=seen)
        proofs = claim_code.proofs(side, bytes.fromhex(answered.share), parties)
        assert proofs is not None
        return proofs

    def confirm(self, claim_id: str, code: str, *, seen: str = OURS) -> str:
        proofs = self.exchange(claim_id, code, seen=seen)
        return self.claims.confirm(claim_id, proofs.of_client.hex()).token


def own(claims: Claims, client: Proving) -> str:
    claim_id = claims.begin("Study", source=HERE).id
    return client.confirm(claim_id, claims.shown_code)
