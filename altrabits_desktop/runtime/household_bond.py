"""What ties this computer to the server of its household: its own key, and that one's certificate.

One entry of the keyring, and nowhere else: who could change the pin could stand between, and who
had the key could be this computer (R25, R50). It is short, as one system's store takes 1,280
characters. Nothing here draws in a library before a bond is made.
"""

from __future__ import annotations

import base64
import json
import ssl
from typing import NamedTuple

from altrabits_desktop.runtime.certificates import (
    Identity,
    fingerprint_of,
    pinned_context,
    show,
)

NAME = "household"
"""Of the entry; a household's keychain adds which one it is."""
OWN_NAME = "AltraBits"
"""What this computer's certificate says of itself: nothing."""
_KEY_BEGIN, _KEY_END = "-----BEGIN PRIVATE KEY-----\n", "\n-----END PRIVATE KEY-----\n"


class Bond(NamedTuple):
    """Of one computer with one server."""

    own: Identity
    server: bytes
    """The server's certificate (DER)."""

    @property
    def pin(self) -> str:
        """Give the SHA-256 of the server's certificate."""
        return fingerprint_of(self.server)


def bond_text(bond: Bond) -> str:
    """Write a bond, for the keyring alone; pure."""
    key = bond.own.key.decode("ascii").replace("\n", "")
    own = ssl.PEM_cert_to_DER_cert(bond.own.certificate.decode("ascii"))
    return json.dumps(
        {
            "key": key.removeprefix(_KEY_BEGIN.strip()).removesuffix(_KEY_END.strip()),
            "own": base64.b64encode(own).decode("ascii"),
            "server": base64.b64encode(bond.server).decode("ascii"),
        },
        separators=(",", ":"),
    )


def read_bond(text: str) -> Bond:
    """Read what `bond_text` wrote; pure.

    Raises:
        ValueError: it is none.
    """
    try:
        table = json.loads(text)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(table, dict):
        raise ValueError("no bond")  # noqa: TRY004 # whoever reads it knows one kind of no
    key, own, server = (str(table.get(name, "")) for name in ("key", "own", "server"))
    certificate = ssl.DER_cert_to_PEM_cert(base64.b64decode(own, validate=True))
    pem_key = f"{_KEY_BEGIN}{key}{_KEY_END}"
    return Bond(
        Identity(certificate.encode("ascii"), pem_key.encode("ascii")),
        base64.b64decode(server, validate=True),
    )


def bond_context(bond: Bond) -> ssl.SSLContext:
    """Give what reaches the server of a household as this computer. Blocks for a small file.

    Raises:
        ValueError: key or certificate is none.
        ssl.SSLError: the same.
    """
    context = pinned_context(bond.server)
    show(context, bond.own)
    return context
