"""What a way of hearing streamers is, and the counts that each of them keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import HeardBy, ProtocolReport, ProtocolStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.streamers.sighting import Deliver

_DETAIL_CHARACTERS = 200


class Listener(Protocol):
    """One way of hearing streamers; lives on the loop that started it.

    What the network does to it, it says in its report; it raises for nothing of that.
    """

    @property
    def protocol(self) -> HeardBy:
        """Give the name it is reported under."""

    async def start(self, cards: tuple[NetworkCard, ...], deliver: Deliver) -> None:
        """Listen on these cards from now on; a second start moves to other cards."""

    async def ask(self) -> None:
        """Send one question on all cards; tries to listen again where that failed before."""

    async def ask_address(self, address: str, *, is_kept: bool = True) -> None:
        """Send one question to an IPv4 literal, where the protocol can do that.

        Args:
            address: of a chosen card's subnet, or typed.
            is_kept: whether it is asked with every further question too.
        """

    def forget_address(self, address: str) -> None:
        """Ask an IPv4 literal no more because it was typed; who is heard here stays known."""

    def forget_addresses(self) -> None:
        """Ask nobody by their address any more: in another network it is somebody else's."""

    async def stop(self) -> None:
        """Close everything; may be started again."""

    def report(self) -> ProtocolReport:
        """Give what it has done since it was started."""


@dataclass(slots=True)
class Tally:
    """How a listener is doing; owned and changed by it alone."""

    protocol: HeardBy
    status: ProtocolStatus = ProtocolStatus.STOPPED
    error_code: str | None = None
    error_detail: str = ""
    questions_sent: int = 0
    heard: int = 0
    malformed: int = 0
    refused: int = 0

    def stopped(self) -> None:
        """Begin anew: what was sent and heard on other cards says nothing of those to come."""
        self.status = ProtocolStatus.STOPPED
        self.error_code, self.error_detail = None, ""
        self.questions_sent = self.heard = self.malformed = self.refused = 0

    def listens(self) -> None:
        """Note that it works."""
        self.status = ProtocolStatus.LISTENING
        self.error_code, self.error_detail = None, ""

    def failed(self, code: str, error: OSError | None = None) -> None:
        """Note that it cannot work, with the system's own words where there are any."""
        self.status = ProtocolStatus.FAILED
        self.error_code = code
        self.error_detail = plain_text(str(error or ""), limit=_DETAIL_CHARACTERS)

    def asked(self, refusals: Sequence[OSError | None], *, error_code: str) -> None:
        """Note which questions the system took (None) or refused; it works if one got out.

        Args:
            refusals: one for each question.
            error_code: what it means when none got out.
        """
        sent = sum(refusal is None for refusal in refusals)
        self.questions_sent += sent
        if sent:
            self.listens()
        elif refusals:
            self.failed(error_code, refusals[0])

    def report(self) -> ProtocolReport:
        """Give the counts so far."""
        return ProtocolReport(
            protocol=self.protocol,
            status=self.status,
            error_code=self.error_code,
            error_detail=self.error_detail,
            questions_sent=self.questions_sent,
            heard=self.heard,
            malformed=self.malformed,
            refused=self.refused,
        )
