"""A request as it comes in: headers and body straight from ASGI.

Starlette's own class builds a mapping at each look at a header; under load that costs as much as
the database does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Receive, Scope


COMPUTER = "altrabits.computer"
"""The extension of a scope that says which computer's certificate was shown."""


def computer_of(scope: Scope) -> str:
    """Give the SHA-256 of the certificate that a client showed; empty where it showed none."""
    shown: Mapping[str, str] = (scope.get("extensions") or {}).get(COMPUTER, {})
    return shown.get("id", "")


class Incoming:
    """One request; belongs to the loop that serves it.

    Args:
        scope: of ASGI, kind "http".
        receive: gives the parts of the body.
    """

    __slots__ = ("_first", "_headers", "_receive", "_scope", "method")

    def __init__(self, scope: Scope, receive: Receive) -> None:
        self.method: str = scope["method"]
        self._scope = scope
        self._receive = receive
        self._headers: list[tuple[bytes, bytes]] = scope["headers"]
        # Of a name that stands twice the first counts.
        self._first = dict(reversed(self._headers))

    def header(self, name: bytes, *, otherwise: str = "") -> str:
        """Give a header by its name in small letters."""
        found = self._first.get(name)
        return otherwise if found is None else found.decode("latin-1")

    def headers(self, name: bytes) -> list[str]:
        """Give every header of a name."""
        return [value.decode("latin-1") for each, value in self._headers if each == name]

    def places(self) -> Mapping[str, object]:
        """Give what stands in the places of the path."""
        found: Mapping[str, object] = self._scope.get("path_params", {})
        return found

    def query(self) -> list[tuple[str, str]]:
        """Give names and values of the query, in their order."""
        query: bytes = self._scope["query_string"]
        return parse_qsl(query.decode("latin-1"), keep_blank_values=True) if query else []

    def source(self) -> str:
        """Give the address of the client; empty where it has none."""
        client = self._scope.get("client")
        return str(client[0]) if client else ""

    def computer(self) -> str:
        """Give which computer of a household asks, as `computer_of` does."""
        return computer_of(self._scope)

    async def part(self) -> tuple[bytes, bool]:
        """Give the next part of the body, and whether there is more.

        Raises:
            ClientDisconnect: the client hung up in the middle.
        """
        message = await self._receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        return message.get("body", b""), message.get("more_body", False)
