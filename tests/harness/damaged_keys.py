"""Keys in which one bit fell over, so that they read as of a kind that nobody has heard of."""

from __future__ import annotations

import base64

_BEGIN, _END = b"-----BEGIN PRIVATE KEY-----\n", b"\n-----END PRIVATE KEY-----\n"
_PLACES = {
    "algorithm": bytes.fromhex("06072a8648ce3d0201"),
    "curve": bytes.fromhex("06082a8648ce3d030107"),
}


def damaged_key(pem: bytes, part: str) -> bytes:
    """Give a key on P-256 (PEM) with another number.

    Args:
        pem: whole.
        part: whose number: `algorithm` or `curve`.
    """
    der = base64.b64decode(pem.removeprefix(_BEGIN).removesuffix(_END))
    known = _PLACES[part]
    assert known in der
    return _BEGIN + base64.b64encode(der.replace(known, known[:-1] + b"\x76")) + _END
