"""A server that only says it knows the code: nothing is believed that it has not proved."""

from __future__ import annotations

import asyncio
import secrets
import ssl
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract import claim_code, join_code
from altrabits_desktop.contract.errors import MalformedAnswer, Refused, ServerAway
from altrabits_desktop.contract.household import BeginJoin, JoinBegun, Joined
from altrabits_desktop.contract.join_code import Ends, JoinProofs
from altrabits_desktop.runtime.certificates import fingerprint_of, make_identity
from altrabits_desktop.sync import joining
from altrabits_desktop.sync.joining import join_household

if TYPE_CHECKING:
    from collections.abc import Callable

CODE = "271828"
URL = "https://127.0.0.1:9"
SERVER = ssl.PEM_cert_to_DER_cert(make_identity("server").certificate.decode())


class Liar:
    """Stands for the client of a server that answers as a test wants.

    Args:
        code: that the server knows.
        seen: SHA-256 of the server's certificate, as the server believes.
        share: what it sends; None for its true one.
        proof: makes its proof of both.
    """

    def __init__(
        self,
        *,
        code: str = CODE,
        seen: str = "",
        share: str | None = None,
        proof: Callable[[JoinProofs], bytes] = lambda proofs: proofs.of_server,
    ) -> None:
        self._code = code
        self._seen = seen or fingerprint_of(SERVER)
        self._share = share
        self._proof = proof
        self._proofs: JoinProofs | None = None
        self.is_closed = False

    def __call__(self, **_told: object) -> Liar:
        return self

    async def call(self, operation: str, _answer: type, **told: object) -> object:
        if operation == "household.prove":
            assert self._proofs is not None
            return Joined(proof=self._proof(self._proofs).hex())
        body = told["body"]
        assert isinstance(body, BeginJoin)
        side = join_code.begin(self._code, random=secrets.token_bytes(48), is_computer=False)
        ends = Ends(fingerprint_of(bytes.fromhex(body.certificate)), self._seen)
        self._proofs = join_code.proofs(side, bytes.fromhex(body.share), ends)
        return JoinBegun(id="exchange", share=self._share or side.share.hex())

    async def aclose(self) -> None:
        self.is_closed = True


@pytest.fixture(autouse=True)
def shown(monkeypatch: pytest.MonkeyPatch) -> None:
    async def show(_host: str, _port: int) -> bytes:
        return SERVER

    monkeypatch.setattr(joining, "shown_certificate", show)


async def test_who_proves_the_code_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Liar()
    monkeypatch.setattr(joining, "ServerClient", server)

    bond = await join_household(URL, CODE, system="linux")

    assert bond.server == SERVER
    assert server.is_closed


@pytest.mark.parametrize(
    "liar",
    [
        Liar(code="271829"),
        Liar(seen="ab" * 32),
        Liar(proof=lambda proofs: proofs.of_computer),
        Liar(proof=lambda _proofs: bytes(32)),
    ],
    ids=["another code", "another certificate", "the proof sent back", "no proof"],
)
async def test_r26_who_does_not_prove_it_is_not(
    monkeypatch: pytest.MonkeyPatch, liar: Liar
) -> None:
    monkeypatch.setattr(joining, "ServerClient", liar)

    with pytest.raises(Refused) as caught:
        await join_household(URL, CODE, system="linux")

    assert caught.value.code == "household.wrong_code"
    assert liar.is_closed


async def test_r30_a_share_that_is_no_point_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "ServerClient", Liar(share="04" * 65))

    with pytest.raises(MalformedAnswer):
        await join_household(URL, CODE, system="linux")


@pytest.mark.parametrize("certificate", [b"", b"no certificate"])
async def test_r30_what_shows_no_certificate_is_told_nothing(
    monkeypatch: pytest.MonkeyPatch, certificate: bytes
) -> None:
    async def show(_host: str, _port: int) -> bytes:
        return certificate

    monkeypatch.setattr(joining, "shown_certificate", show)

    with pytest.raises(MalformedAnswer):
        await join_household(URL, CODE, system="linux")


async def test_a_server_that_says_nothing_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    async def show(_host: str, _port: int) -> bytes:
        await asyncio.Event().wait()
        return b""

    monkeypatch.setattr(joining, "shown_certificate", show)
    monkeypatch.setattr(joining, "LOOK_S", 0.01)

    with pytest.raises(ServerAway):
        await join_household(URL, CODE, system="linux")


def test_codes_are_typed_as_those_of_streamers() -> None:
    assert claim_code.read_code("271 828") == CODE
