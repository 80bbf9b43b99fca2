"""The certificate that a virtual streamer shows: made when the first client knocks."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.certificates import Identity, make_identity, serving_context

if TYPE_CHECKING:
    from collections.abc import Callable


def _nobody() -> None:
    """Nobody has to know."""


class ShownCertificate:
    """Keeps one identity for the life of a streamer. On one loop.

    Most streamers of a farm are never claimed, so keys and contexts are made late.

    Args:
        name: for people who look at the certificate.
    """

    def __init__(self, name: str) -> None:
        self.is_fickle = False
        """Whether each connection is shown another one."""
        self.renewed: Callable[[], None] = _nobody
        """Called when it shows another one: what it showed before ends."""
        self._wrong: Identity | None = None
        self._is_wrong = False
        self._name = name
        self._identity: Identity | None = None
        self._serving: ssl.SSLContext | None = None

    @property
    def fingerprint(self) -> str:
        """Give the SHA-256 of the certificate that was shown last."""
        return self._kept().fingerprint

    def renew(self) -> None:
        """Show another certificate from now on, as an impostor would."""
        self._identity = self._serving = None
        self.renewed()

    def be_wrong(self, *, is_wrong: bool) -> None:
        """Show one that is not its own from now on, or its own again."""
        if is_wrong != self._is_wrong:
            self._is_wrong, self._serving = is_wrong, None
            self.renewed()

    def context(self) -> ssl.SSLContext:
        """Give what a server listens with; the certificate comes in with each handshake."""
        listening = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        listening.minimum_version = ssl.TLSVersion.TLSv1_2
        listening.sni_callback = self._show
        return listening

    def _show(
        self, connection: ssl.SSLObject | ssl.SSLSocket, _name: str | None, _: ssl.SSLContext
    ) -> None:
        if self.is_fickle:
            self.renew()
        if self._serving is None:
            self._serving = serving_context(self._shown())
        connection.context = self._serving

    def _shown(self) -> Identity:
        if not self._is_wrong:
            return self._kept()
        if self._wrong is None:
            self._wrong = make_identity(self._name)
        return self._wrong

    def _kept(self) -> Identity:
        if self._identity is None:
            self._identity = make_identity(self._name)
        return self._identity
