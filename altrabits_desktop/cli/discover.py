"""`altrabits discover`: the streamers of the house, as the window lists them."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.actions.directory import arrange, record_of
from altrabits_desktop.actions.streamer_ids import shown_id
from altrabits_desktop.cli.reaching import Reaching
from altrabits_desktop.cli.table import table
from altrabits_desktop.cli.watching import Watching, standing_words
from altrabits_desktop.contract.errors import NoNetworkCard, NotReachable, Refused, WrongUsage
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import HeardBy, ProtocolStatus
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.command_line import Option, Words, refuse_rest
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.finding import Finding
    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.contract.streamers import FindingReport, Streamer
    from altrabits_desktop.runtime.changes import ChangeFeed
    from altrabits_desktop.runtime.clock import Clock

logger = logging.getLogger(__name__)

DEFAULT_S = 3.0
_LEAST_S = 0.1
_MOST_S = 86_400.0
PROTOCOLS = (HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP)
_SHOWN = {HeardBy.ANNOUNCE: "Announce", HeardBy.MDNS: "mDNS", HeardBy.SSDP: "SSDP"}

OPTIONS = (
    Option("--seconds", "N"),
    Option("--watch"),
    Option("--only", "announce,mdns,ssdp"),
    Option("--address", "ADDRESS|NAME", is_repeatable=True),
    Option("--sweep"),
    Option("--json"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoverOptions:
    """What `altrabits discover` was told."""

    seconds: float | None = DEFAULT_S
    """None: until it is stopped."""
    is_watching: bool = False
    is_json: bool = False
    only: frozenset[HeardBy] = frozenset(PROTOCOLS)
    addresses: tuple[str, ...] = ()
    """Asked by themselves, wherever they are in the house."""
    is_sweeping: bool = False
    """Whether every address of the own networks is asked."""


def read_options(words: Words) -> DiscoverOptions:
    """Take the options of this command from words that were read.

    Raises:
        WrongUsage: `usage.*`.
    """
    refuse_rest(words)
    is_watching = words.has("--watch")
    seconds = words.seconds("--seconds", default=DEFAULT_S, least=_LEAST_S, most=_MOST_S)
    return DiscoverOptions(
        seconds=seconds if words.has("--seconds") or not is_watching else None,
        is_watching=is_watching,
        is_json=words.has("--json"),
        only=_protocols(words.value("--only")),
        addresses=words.each("--address"),
        is_sweeping=words.has("--sweep"),
    )


def _protocols(text: str | None) -> frozenset[HeardBy]:
    if text is None:
        return frozenset(PROTOCOLS)
    # A comma too many does no harm; nothing but commas names no way.
    names = [name.strip().lower() for name in text.split(",") if name.strip(" ,")]
    for name in names or [text]:
        if name not in PROTOCOLS:
            raise WrongUsage(
                "usage.choice",
                option="--only",
                value=plain_text(name),
                choices=", ".join(PROTOCOLS),
            )
    return frozenset(HeardBy(name) for name in names)


class Discover:
    """One run of the command, on the running loop.

    Args:
        options: what was asked for.
        directory: where streamers are read.
        finding: what can be done to find them.
        feed: told of every change.
        clock: for the time it lasts.
        output: where it writes.
        stopped: set when the person ends it early.
        remembered: addresses that were typed before in this network; they are asked too.
    """

    def __init__(
        self,
        options: DiscoverOptions,
        *,
        directory: Directory,
        finding: Finding,
        feed: ChangeFeed,
        clock: Clock,
        output: Output,
        stopped: asyncio.Event,
        remembered: tuple[str, ...] = (),
    ) -> None:
        self._options = options
        self._directory = directory
        self._finding = finding
        self._feed = feed
        self._clock = clock
        self._output = output
        self._stopped = stopped
        self._watching = Watching(directory=directory, clock=clock, output=output)
        self._failing: frozenset[str] = frozenset()
        self._reaching = Reaching(
            finding,
            output=output,
            addresses=options.addresses,
            remembered=remembered,
            is_sweeping=options.is_sweeping,
        )

    async def run(self) -> int:
        """Look for as long as was asked, and write what was found; gives the exit status.

        That is 0, or the one of `NotReachable` when in the end none of the chosen ways works.

        Raises:
            NoNetworkCard: there is no card to look on, from the start.
            NotReachable: none of the chosen ways of finding works, from the start.
            BrokenPipeError: the reader has gone.
            Refused: `output.unwritable`.
        """
        broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def follow(changes: Changes) -> None:
            try:
                if Topic.FINDING in changes.topics:
                    self._say_what_fails()
                self._watching.show(changes)
            except (BrokenPipeError, Refused) as error:
                if not broken.done():
                    broken.set_exception(error)

        unsubscribe = self._feed.subscribe(follow) if self._options.is_watching else None
        try:
            obstacle = hopeless(self._finding.report())
            if obstacle is not None:
                raise obstacle
            if self._options.is_watching:
                self._output.note(_where(self._finding.report()))
                # Some may have been heard before anybody listened to the feed.
                known = frozenset(streamer.id for streamer in self._directory.streamers())
                self._watching.show(Changes(streamers=known))
            self._say_what_fails()
            await self._wait(broken)
        finally:
            if unsubscribe is not None:
                unsubscribe()
        return self._conclude() or self._reaching.exit_status

    def _conclude(self) -> int:
        # A question that the system refuses, or a way that takes long to open, fails only now.
        obstacle = hopeless(self._finding.report())
        streamers = self._directory.streamers()
        logger.info("streamers known: %d", len(streamers))
        if self._options.is_watching:
            if not self._watching.has_shown and obstacle is None:
                self._output.text(_nothing_found(self._finding.report()))
        elif streamers or obstacle is None:
            self._write(streamers)
        self._say_what_fails()
        return 0 if obstacle is None else obstacle.exit_status

    async def _wait(self, broken: asyncio.Future[None]) -> None:
        stop = asyncio.ensure_future(self._stopped.wait())
        over = asyncio.ensure_future(self._until_over())
        waits: set[asyncio.Future[object]] = {stop, broken, over}  # type: ignore[arg-type] # only their end matters
        done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits - done:
            wait.cancel()
        await asyncio.gather(over, return_exceptions=True)
        for ended in done & {broken, over}:
            ended.result()

    async def _until_over(self) -> None:
        """Wait as long as was asked, and until everybody who was named has answered or not."""
        is_endless = self._options.seconds is None
        rest = (
            asyncio.Event().wait() if is_endless else self._clock.sleep(self._options.seconds or 0)
        )
        await asyncio.gather(self._reaching.run(), rest)

    def _say_what_fails(self) -> None:
        """Say each failure once for as long as it lasts."""
        errors = _errors_of(self._finding.report())
        for error in errors:
            if error.code not in self._failing:
                self._output.error(error)
        self._failing = frozenset(error.code for error in errors)

    def _write(self, streamers: tuple[Streamer, ...]) -> None:
        if self._output.is_json:
            self._output.document([record_of(streamer) for streamer in _listed(streamers)])
        elif streamers:
            self._output.text(_table(streamers))
        else:
            self._output.text(_nothing_found(self._finding.report()))


def _where(report: FindingReport) -> str:
    return fill(translate("discover", "Looking on {cards}."), cards=_cards(report))


def _cards(report: FindingReport) -> str:
    return ", ".join(f"{card.name} ({card.address})" for card in report.cards) or "-"


def _nothing_found(report: FindingReport) -> str:
    ways = ", ".join(
        _SHOWN[p.protocol]
        for p in report.protocols
        if p.status is ProtocolStatus.LISTENING and p.protocol in _SHOWN
    )
    tried = fill(
        translate("discover", "No streamer answered. Asked on {cards} by {ways}."),
        cards=_cards(report),
        ways=ways or "-",
    )
    return f"{tried}\n" + translate(
        "discover",
        "See that a streamer is switched on and in the same network as this computer; a guest"
        " network or a firewall keeps them apart. altrabits-desktop --demo shows demo"
        " streamers that need no network.",
    )


def _errors_of(report: FindingReport) -> tuple[NotReachable, ...]:
    if report.error_code is not None:
        return (NoNetworkCard(report.error_code),)
    return tuple(
        NotReachable(protocol.error_code or "unexpected", reason=protocol.error_detail)
        for protocol in report.protocols
        if protocol.status is ProtocolStatus.FAILED
    )


def hopeless(report: FindingReport) -> NotReachable | None:
    """Give what keeps every way of finding from working; None while one works."""
    errors = _errors_of(report)
    is_all = report.error_code is not None or len(errors) == len(report.protocols)
    return errors[0] if errors and is_all else None


def _listed(streamers: tuple[Streamer, ...]) -> list[Streamer]:
    return [streamer for group in arrange(streamers) for streamer in group.streamers]


def _table(streamers: tuple[Streamer, ...]) -> str:
    head = (
        translate("discover", "Name"),
        translate("discover", "Product"),
        translate("discover", "Room"),
        translate("discover", "Address"),
        translate("discover", "Heard by"),
        translate("discover", "State"),
        translate("discover", "ID"),
    )
    rows = [
        (
            plain_text(streamer.name),
            streamer.product or "",
            plain_text(streamer.room or ""),
            streamer.address,
            ", ".join(_SHOWN[way] for way in PROTOCOLS if way in streamer.heard_by),
            standing_words(streamer),
            shown_id(streamer),
        )
        for streamer in _listed(streamers)
    ]
    count = translate("discover", "%n streamer(s)", "below the table", len(rows))
    return f"{table(head, rows)}\n{count}"
