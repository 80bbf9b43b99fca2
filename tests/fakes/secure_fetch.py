"""HTTPS towards one's own streamers without a network: one certificate, answers by path."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import CertificateChanged
from altrabits_desktop.streamers.drivers.driver import SecureAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

PIN = "c0" * 32

Answers = SecureAnswer | Exception | Callable[["SecureRequest"], SecureAnswer]


@dataclass(frozen=True, slots=True)
class SecureRequest:
    """One request as it would have left; a look has no method."""

    method: str
    url: str
    address: str
    is_loopback_allowed: bool
    pin: str = ""
    token: str = ""
    content: bytes = b""

    @property
    def path(self) -> str:
        return "/" + self.url.split("/", 3)[3]

    @property
    def message(self) -> Mapping[str, object]:
        message: Mapping[str, object] = json.loads(self.content)
        return message


def answer_of(message: object, *, status: int = 200) -> SecureAnswer:
    return SecureAnswer(status, json.dumps(message).encode())


def problem_of(code: str, *, status: int = 409, wait_s: int | None = None) -> SecureAnswer:
    message = {"status": status, "code": code}
    return replace(answer_of(message, status=status), wait_s=wait_s)


class FakeSecureFetch:
    """Keeps `drivers.driver.SecureFetch`."""

    def __init__(self) -> None:
        self.shown = PIN
        """Fingerprint of the certificate that is shown."""
        self.answers: dict[str, Answers] = {}
        self.otherwise: Answers = problem_of("path.unknown", status=404)
        self.requests: list[SecureRequest] = []
        self.look_fails: list[Exception] = []
        """What the next looks end by."""
        self.look_hangs = False
        self.delay: Callable[[], Awaitable[None]] | None = None

    async def look(self, url: str, *, address: str, is_loopback_allowed: bool) -> str:
        self.requests.append(SecureRequest("", url, address, is_loopback_allowed))
        if self.look_hangs:
            await asyncio.Event().wait()
        if self.look_fails:
            raise self.look_fails.pop()
        return self.shown

    async def send(
        self,
        method: str,
        url: str,
        *,
        address: str,
        is_loopback_allowed: bool,
        pin: str,
        token: str = "",
        content: bytes = b"",
        content_type: str = "application/json",
    ) -> SecureAnswer:
        request = SecureRequest(method, url, address, is_loopback_allowed, pin, token, content)
        if pin != self.shown:
            raise CertificateChanged("streamer.certificate_changed")
        self.requests.append(request)
        if self.delay is not None:
            await self.delay()
        answer = self.answers.get(f"{method} {request.path}", self.otherwise)
        if isinstance(answer, Exception):
            raise answer
        return answer(request) if callable(answer) else answer
