"""How a computer and a server prove a code to each other, with the certificates they see. Pure.

SPAKE2 as for claims (`claim_code.py`), under a label of its own. The transcript covers the SHA-256
of both certificates: that of the computer that joins and that of the server. Whoever stands between
them shows at least one of them another certificate, so their transcripts differ and no proof fits;
nothing that was exchanged lets codes be tried afterwards. Each exchange is worth one guess.

Source: RFC 9382, sections 3 to 6; docs/protocols/household.md, "Joining"; R26.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from altrabits_desktop.contract import claim_code
from altrabits_desktop.contract.claim_code import Parties, Side
from altrabits_desktop.contract.curve import ORDER

_LABEL = b"AltraBits household 1"


class Ends(NamedTuple):
    """SHA-256 of both certificates, in hexadecimal digits, as one side sees them."""

    computer: str
    server: str


class JoinProofs(NamedTuple):
    """What each side shows the other."""

    of_computer: bytes
    of_server: bytes


def begin(code: str, *, random: bytes, is_computer: bool) -> Side:
    """Begin an exchange.

    Args:
        code: as `claim_code.read_code` gives it.
        random: `claim_code.SECRET_BYTES`, never used again.
        is_computer: which side this is.
    """
    digest = hashlib.sha512(_LABEL + code.encode()).digest()
    return claim_code.begin_with(
        password=int.from_bytes(digest, "big") % ORDER,
        secret=int.from_bytes(random, "big") % ORDER,
        is_client=is_computer,
    )


def proofs(side: Side, other_share: bytes, ends: Ends) -> JoinProofs | None:
    """Give what both sides must show if they mean the same code and the same certificates.

    Compare with `claim_code.is_same`.

    Args:
        side: ours, from `begin`.
        other_share: as it came; hostile.
        ends: as this side sees them.

    Returns:
        None where the other side's share is no point.
    """
    parties = Parties(bytes.fromhex(ends.computer), bytes.fromhex(ends.server))
    found = claim_code.proofs(side, other_share, parties)
    return None if found is None else JoinProofs(*found)
