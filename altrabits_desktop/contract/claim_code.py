"""The code of a claim, and how both sides prove that they know it without telling it. Pure.

SPAKE2 (RFC 9382) over P-256 with SHA-256, HKDF and HMAC. The code is the password; the transcript
covers the claim's id (side A, the client) and the SHA-256 of the streamer's certificate (side B).
So whoever stands between with another certificate gets neither a proof that fits nor anything to
try codes on: each exchange is worth one guess. The callers give the random bytes.

Source: RFC 9382, sections 3 to 6; docs/protocols/control-api.md, "Claiming".
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import NamedTuple

from altrabits_desktop.contract.curve import (
    GENERATOR,
    ORDER,
    Point,
    add,
    multiply,
    negative,
    point_bytes,
    read_point,
)

CODE_DIGITS = 6
SECRET_BYTES = 48
"""Random bytes of one side of an exchange: more than the order, so that none is likelier."""
_CODE_BYTES = 8
_LABEL = b"AltraBits claim 1"
_KEYS_LABEL = b"ConfirmationKeys"
_KEY_BYTES = 16
_SCALAR_BYTES = 32
_LENGTH_BYTES = 8
_SPACES = re.compile(r"[\s-]+")
_CODE = re.compile(rf"[0-9]{{{CODE_DIGITS}}}")
# Of RFC 9382, section 6: nobody knows their logarithms.
_M: Point = (
    0x886E2F97ACE46E55BA9DD7242579F2993B64E16EF3DCAB95AFD497333D8FA12F,
    0x5FF355163E43CE224E0B0E65FF02AC8E5C7BE09419C785E0CA547D55A12E2D20,
)
_N: Point = (
    0xD8BBD6C639C62937B04D997F38C3770719C629D7014D49A24B4F98BAA1292B49,
    0x07D60AA6BFADE45008A636337F5168C64D9BD36034808CD564490B1E656EDBE7,
)


class Parties(NamedTuple):
    """Who an exchange is between, as one side sees it."""

    client: bytes
    streamer: bytes


class Proofs(NamedTuple):
    """What each side shows the other at the end of an exchange."""

    of_client: bytes
    of_streamer: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Side:
    """One side of an exchange under way; used once.

    Attributes:
        share: goes to the other side.
    """

    secret: int
    password: int
    share: bytes
    is_client: bool


def new_code(random: bytes) -> str:
    """Give the digits of a code from 8 random bytes."""
    number = int.from_bytes(random[:_CODE_BYTES], "big") % 10**CODE_DIGITS
    return f"{number:0{CODE_DIGITS}}"


def read_code(typed: str) -> str | None:
    """Give the code that a person typed, forgiving spaces and dashes; None if it is none."""
    code = _SPACES.sub("", typed)
    return code if _CODE.fullmatch(code) else None


def begin(code: str, *, claim_id: str, random: bytes, is_client: bool) -> Side:
    """Begin an exchange.

    Args:
        code: as shown on the streamer.
        claim_id: of the claim that the code is for.
        random: `SECRET_BYTES`, never used again.
        is_client: which side this is.
    """
    digest = hashlib.sha512(_LABEL + _framed(claim_id.encode()) + code.encode()).digest()
    return begin_with(
        password=int.from_bytes(digest, "big") % ORDER,
        secret=int.from_bytes(random, "big") % ORDER,
        is_client=is_client,
    )


def begin_with(*, password: int, secret: int, is_client: bool) -> Side:
    """Begin with the numbers themselves, as the vectors of the RFC do."""
    blind = multiply(password, _M if is_client else _N)
    share = add(multiply(secret, GENERATOR), blind)
    # Either is as likely as guessing a key.
    shown = point_bytes(share) if share is not None else b""
    return Side(secret, password, shown, is_client)


def parties_of(*, claim_id: str, fingerprint: str) -> Parties:
    """Give the parties of a claim.

    Args:
        claim_id: of the claim.
        fingerprint: SHA-256, in hexadecimal digits, of the certificate that this side knows.
    """
    return Parties(claim_id.encode(), bytes.fromhex(fingerprint))


def proofs(side: Side, other_share: bytes, parties: Parties) -> Proofs | None:
    """Give what both sides must show if they mean the same code and the same certificate.

    Compare with `is_same`.

    Args:
        side: ours, from `begin`.
        other_share: as it came; hostile.
        parties: as this side sees them.

    Returns:
        None where the other side's share is no point.
    """
    other = read_point(other_share)
    if other is None:
        return None
    blind = multiply(side.password, _N if side.is_client else _M)
    cleared = add(other, negative(blind))
    key = None if cleared is None else multiply(side.secret, cleared)
    if key is None:
        return None
    shares = (side.share, other_share) if side.is_client else (other_share, side.share)
    password = side.password.to_bytes(_SCALAR_BYTES, "big")
    parts = (*parties, *shares, point_bytes(key), password)
    transcript = b"".join(_framed(part) for part in parts)
    keys = _derived(hashlib.sha256(transcript).digest()[_KEY_BYTES:])
    return Proofs(
        hmac.digest(keys[:_KEY_BYTES], transcript, "sha256"),
        hmac.digest(keys[_KEY_BYTES:], transcript, "sha256"),
    )


def is_same(one: bytes, other: bytes) -> bool:
    """Compare two proofs in a time that tells nothing."""
    return hmac.compare_digest(one, other)


def _framed(part: bytes) -> bytes:
    return len(part).to_bytes(_LENGTH_BYTES, "little") + part


def _derived(key: bytes) -> bytes:
    """Give 32 bytes by HKDF without salt (RFC 5869)."""
    extracted = hmac.digest(bytes(_SCALAR_BYTES), key, "sha256")
    return hmac.digest(extracted, _KEYS_LABEL + b"\x01", "sha256")
