"""Joins the server of a household by its code: looks at its certificate, and proves both.

Source: docs/protocols/household.md, "Joining"; R25, R26.
"""

from __future__ import annotations

import asyncio
import secrets
import ssl
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from altrabits_desktop.contract import claim_code, join_code
from altrabits_desktop.contract.errors import AltraBitsError, MalformedAnswer, Refused, ServerAway
from altrabits_desktop.contract.household import BeginJoin, JoinBegun, Joined, ProveJoin
from altrabits_desktop.contract.join_code import Ends
from altrabits_desktop.contract.service import Health, Reached
from altrabits_desktop.runtime.certificates import (
    fingerprint_of,
    make_identity,
    pinned_context,
    shown_certificate,
)
from altrabits_desktop.runtime.household_bond import OWN_NAME, Bond
from altrabits_desktop.sync.client import ServerClient

if TYPE_CHECKING:
    from altrabits_desktop.runtime.certificates import Identity

LOOK_S = 10.0
"""How long a look at the certificate may take."""


async def join_household(url: str, code: str, *, system: str) -> Bond:
    """Join, and give what ties this computer to the server; nothing is kept here.

    Args:
        url: such as `https://192.168.1.20:8619`.
        code: as `claim_code.read_code` gives it.
        system: family of this computer's system.

    Raises:
        ServerAway: `server.away`, `household.certificate_changed`: nobody is there, or two are.
        Refused: `household.wrong_code`, `household.no_code`, `household.braked` and others.
        MalformedAnswer: `server.malformed`.
    """
    certificate = await _certificate_at(url)
    own = await asyncio.to_thread(make_identity, OWN_NAME)
    try:
        # From here on the holder of that certificate is talked to, and nobody else.
        trust = await asyncio.to_thread(pinned_context, certificate)
    except ssl.SSLError as error:
        raise MalformedAnswer("server.malformed") from error
    client = ServerClient(reached=lambda: Reached(url, trust=trust), token=lambda: "")
    try:
        await _prove(client, code, own=own, certificate=certificate, system=system)
    finally:
        await client.aclose()
    return Bond(own, certificate)


async def is_there(url: str, *, certificate: bytes) -> bool:
    """Tell whether the server of a household answers there, whoever asks.

    It ends the handshake of a certificate that it does not know, often without a word of why;
    asked without one it says that it is there. Another server never gets to answer.

    Args:
        url: of the server.
        certificate: of the server (DER).
    """
    trust = await asyncio.to_thread(pinned_context, certificate)
    client = ServerClient(reached=lambda: Reached(url, trust=trust), token=lambda: "")
    try:
        await client.call("service.health", Health)
    except AltraBitsError:
        return False
    finally:
        await client.aclose()
    return True


async def _prove(
    client: ServerClient, code: str, *, own: Identity, certificate: bytes, system: str
) -> None:
    side = join_code.begin(
        code, random=secrets.token_bytes(claim_code.SECRET_BYTES), is_computer=True
    )
    shown = ssl.PEM_cert_to_DER_cert(own.certificate.decode("ascii")).hex()
    begun = await client.call(
        "household.join",
        JoinBegun,
        body=BeginJoin(certificate=shown, share=side.share.hex(), system=system),
    )
    ends = Ends(computer=own.fingerprint, server=fingerprint_of(certificate))
    proofs = join_code.proofs(side, bytes.fromhex(begun.share), ends)
    if proofs is None:
        raise MalformedAnswer("server.malformed")
    joined = await client.call(
        "household.prove",
        Joined,
        body=ProveJoin(proof=proofs.of_computer.hex()),
        places={"id": begun.id},
    )
    if not claim_code.is_same(bytes.fromhex(joined.proof), proofs.of_server):
        # It said yes without knowing the code: it is not the server that shows it.
        raise Refused("household.wrong_code")


async def _certificate_at(url: str) -> bytes:
    parts = urlsplit(url)
    try:
        async with asyncio.timeout(LOOK_S):
            found = await shown_certificate(parts.hostname or "", parts.port or 443)
    except OSError as error:
        raise ServerAway("server.away") from error
    if not found:
        raise MalformedAnswer("server.malformed")
    return found
