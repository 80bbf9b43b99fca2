"""The demonstration streamer of the template: in memory, it plays on while time passes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.streamers.drivers.driver import DriverAddress
from altrabits_desktop.streamers.drivers.template.driver import STATUS_PATH

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from altrabits_desktop.runtime.clock import Clock

ADDRESS = DriverAddress("127.0.0.1", "http://127.0.0.1/", is_loopback_allowed=True)

_TITLES = ("First piece", "Second piece", "Third piece")
_PIECE_S = 4.0


class DemonstrationStreamer:
    """Keeps `Fetch`, and answers itself; nothing reaches a network.

    Args:
        clock: decides which piece plays.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def get(self, url: str, *, address: str, is_loopback_allowed: bool) -> bytes:
        """Give the status.

        Raises:
            MalformedAnswer: any other address was asked for.
        """
        is_known = urlsplit(url).path == STATUS_PATH and address == ADDRESS.address
        if not is_known or not is_loopback_allowed:
            raise MalformedAnswer("answer.status", status=404)
        return self.status().encode()

    def status(self) -> str:
        """Give what it does now, in lines."""
        title = _TITLES[int(self._clock.steady_s() / _PIECE_S) % len(_TITLES)]
        return f"name=Demonstration\nplayback=playing\nvolume=30\ntitle={title}\n"

    async def post(
        self,
        url: str,
        *,
        address: str,  # noqa: ARG002 # the signature of Fetch
        is_loopback_allowed: bool,  # noqa: ARG002 # the same
        headers: dict[str, str],  # noqa: ARG002 # the same
        content: bytes,  # noqa: ARG002 # the same
        takes_fault: bool = False,  # noqa: ARG002 # the same
    ) -> bytes:
        """Refuse: it takes no commands.

        Raises:
            MalformedAnswer: always.
        """
        raise MalformedAnswer("answer.status", status=405, url=url)

    def lines(
        self,
        url: str,
        *,
        address: str,  # noqa: ARG002 # the signature of Fetch
        is_loopback_allowed: bool,  # noqa: ARG002 # the same
    ) -> AsyncGenerator[str, None]:
        """Refuse: it has no stream.

        Raises:
            MalformedAnswer: always.
        """
        raise MalformedAnswer("answer.status", status=404, url=url)
