"""Joins the server of a household by its code, and tells it that this computer leaves.

Source: docs/protocols/household.md, "Joining", "Leaving"; R25, R26.
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
from altrabits_desktop.runtime.household_bond import OWN_NAME, Bond, bond_context
from altrabits_desktop.sync.client import ServerClient

if TYPE_CHECKING:
    from altrabits_desktop.runtime.certificates import Identity

LOOK_S = 10.0
"""How long a look at the certificate may take."""
LEAVE_S = 3.0
"""How long a server is waited for that is to hear of a leaving."""
_LEAVE_TRIES = 2
"""A server that forgets a computer may cut it in the answer, and names it a stranger from then on;
one that only could not keep it says the same again."""
_STRANGER = "household.stranger"


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


async def leave_household(url: str, bond: Bond) -> bool:
    """Tell the server that this computer leaves; whether it lets it in no longer.

    Args:
        url: of the server.
        bond: that ties this computer to it, for the last time.
    """
    try:
        async with asyncio.timeout(LEAVE_S):
            return await _leave(url, bond)
    except TimeoutError:
        return False


async def is_there(url: str, *, certificate: bytes) -> bool:
    """Tell whether the server of a household answers there, whoever asks.

    It ends the handshake of a certificate that it does not know, often without a word of why;
    asked without one it says that it is there. Another server never gets to answer.

    Args:
        url: of the server.
        certificate: of the server (DER).
    """
    return await _answers(url, await asyncio.to_thread(pinned_context, certificate))


async def is_stranger(url: str, trust: ssl.SSLContext, *, certificate: bytes) -> bool:
    """Tell whether a server is there and ends the handshake of this computer alone.

    One that is busy answers neither of both questions, or both.

    Args:
        url: of the server.
        trust: what reaches it as this computer.
        certificate: of the server (DER).
    """
    return not await _answers(url, trust) and await is_there(url, certificate=certificate)


async def _answers(url: str, trust: ssl.SSLContext) -> bool:
    client = ServerClient(reached=lambda: Reached(url, trust=trust), token=lambda: "")
    try:
        await client.call("service.health", Health)
    except AltraBitsError:
        return False
    finally:
        await client.aclose()
    return True


async def _leave(url: str, bond: Bond) -> bool:
    try:
        trust = await asyncio.to_thread(bond_context, bond)
    except (ValueError, OSError):
        # It is damaged, or the disk is full: it takes a small file.
        return False
    client = ServerClient(reached=lambda: Reached(url, trust=trust), token=lambda: "")
    try:
        for _ in range(_LEAVE_TRIES):
            try:
                await client.call("household.leave", type(None))
            except ServerAway as error:
                if error.code == _STRANGER or await is_stranger(
                    url, trust, certificate=bond.server
                ):
                    return True
            else:
                return True
    except AltraBitsError:
        return False
    finally:
        await client.aclose()
    return False


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
