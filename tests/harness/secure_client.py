"""A client of the writing part, as plain as can be: one request, one answer, a chosen trust."""

from __future__ import annotations

import asyncio
import json
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from altrabits_desktop.contract import claim_code
from altrabits_desktop.contract.control_api import CLAIM_PATH
from altrabits_desktop.runtime.certificates import fingerprint_of, looking_context

if TYPE_CHECKING:
    import ssl

HEAD_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def message(self) -> Any:  # noqa: ANN401 # any JSON
        return json.loads(self.body)

    @property
    def code(self) -> str:
        """The code of a problem."""
        assert self.headers["content-type"] == "application/problem+json"
        assert self.message["status"] == self.status
        return str(self.message["code"])


@dataclass(slots=True)
class SecureClient:
    """Asks one streamer."""

    address: str
    port: int
    context: ssl.SSLContext = field(default_factory=looking_context)
    fingerprint: str = ""
    """Of the certificate that was shown last."""
    source: str = ""
    """The address that it asks from, where it matters."""

    async def ask(
        self, method: str, path: str, message: object = None, *, token: str = ""
    ) -> Answered:
        body = b"" if message is None else json.dumps(message).encode()
        shown = f"Authorization: Bearer {token}\r\n" if token else ""
        head = f"{method} {path} HTTP/1.1\r\nHost: streamer\r\nConnection: close\r\n{shown}"
        return await self.send(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)

    async def send(self, request: bytes) -> Answered:
        head, _, body = (await self.raw(request)).partition(HEAD_END)
        first, *lines = head.decode().split("\r\n")
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        return Answered(int(first.split()[1]), headers, body)

    async def raw(self, request: bytes) -> bytes:
        """Send bytes, and give all that came back."""
        reader, writer = await asyncio.open_connection(
            self.address,
            self.port,
            ssl=self.context,
            local_addr=(self.source, 0) if self.source else None,
        )
        connection: ssl.SSLObject = writer.get_extra_info("ssl_object")
        self.fingerprint = fingerprint_of(connection.getpeercert(binary_form=True) or b"")
        writer.write(request)
        content = await asyncio.wait_for(reader.read(-1), 5)
        writer.close()
        return content

    async def begin(self) -> Answered:
        return await self.ask("POST", CLAIM_PATH, {"client_name": "Study computer"})

    async def prove(self, claim_id: str, code: str) -> tuple[Answered, str]:
        """Make one exchange; give the answer, and the proof that goes into `confirm`."""
        side = claim_code.begin(
            code,
            claim_id=claim_id,
            random=secrets.token_bytes(claim_code.SECRET_BYTES),
            is_client=True,
        )
        path = f"{CLAIM_PATH}/{claim_id}/exchange"
        answered = await self.ask("POST", path, {"share": side.share.hex()})
        if answered.status != 200:
            return answered, ""
        proofs = claim_code.proofs(
            side,
            bytes.fromhex(answered.message["share"]),
            claim_code.parties_of(claim_id=claim_id, fingerprint=self.fingerprint),
        )
        assert proofs is not None
        return answered, proofs.of_client.hex()

    async def confirm(self, claim_id: str, proof: str | None) -> Answered:
        return await self.ask("POST", f"{CLAIM_PATH}/{claim_id}/confirm", {"proof": proof})

    async def claimed(self, code: str, *, claim_id: str) -> str:
        """Make a claim good, and give the token."""
        _, proof = await self.prove(claim_id, code)
        answered = await self.confirm(claim_id, proof)
        assert answered.status == 200, answered
        return str(answered.message["token"])
