"""What a person can do to find streamers: look again, type an address, try the demo, go there."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.errors import AltraBitsError, Refused
from altrabits_desktop.contract.link_local import scope_of
from altrabits_desktop.privacy.link_guard import page_address
from altrabits_desktop.runtime.changes import Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.sweeping import Sweeping
    from altrabits_desktop.contract.answered import Answered
    from altrabits_desktop.contract.streamers import FindingReport, NetworkCard, StreamerId
    from altrabits_desktop.runtime.networks import Network
    from altrabits_desktop.runtime.operations import Operations

DEMO_STREAMERS = 3


class Finder(Protocol):
    """The listeners of the local network together."""

    async def find_again(self) -> None:
        """Ask three times and listen for 3 s."""

    async def try_address(self, text: str) -> Answered:
        """Ask one address; gives who answered."""

    def forget_typed(self, text: str) -> None:
        """Ask what was typed no more."""

    async def use_cards(self, wanted: tuple[str, ...]) -> None:
        """Look on these cards only; all when empty."""

    def available_cards(self) -> tuple[NetworkCard, ...]:
        """Give the cards that this computer has and that could be looked on."""

    async def sweep(self, report: Callable[[int, int], None]) -> int:
        """Ask every address beside the own ones; gives how many streamers answered."""

    def report(self) -> FindingReport:
        """Give what was tried and what came of it."""


class Demo(Protocol):
    """The demo streamers."""

    @property
    def is_on(self) -> bool:
        """Whether they are running."""

    async def start(self, count: int) -> None:
        """Start so many; they are heard like others, by a listener of their own."""

    async def stop(self) -> None:
        """Stop and forget them."""


class NetworkMemory(Protocol):
    """What is remembered of the networks of now (`actions.network_book.NetworkBook`)."""

    def typed(self) -> tuple[str, ...]:
        """Give it, the latest first."""

    @property
    def here(self) -> Callable[[], tuple[Network, ...]]:
        """Gives the networks of now."""

    def add_typed(
        self, text: str, *, address: str = "", within: tuple[Network, ...] | None = None
    ) -> None:
        """Remember what was typed in these networks and answered, where that may be."""

    def forget_typed(self, text: str) -> None:
        """Remember it no more."""

    @property
    def is_elsewhere_shown(self) -> bool:
        """Whether the person's streamers of other networks are listed in this one too."""

    def count_elsewhere(self) -> int:
        """Count those."""

    def show_elsewhere(self, *, is_shown: bool) -> None:
        """List them, or no longer."""


class NoMemory:
    """Keeps `NetworkMemory` where nothing is kept."""

    is_elsewhere_shown = False
    here: Callable[[], tuple[Network, ...]] = tuple

    def count_elsewhere(self) -> int:
        """Count none."""
        return 0

    def show_elsewhere(self, *, is_shown: bool) -> None:
        """Do nothing."""

    def typed(self) -> tuple[str, ...]:
        """Give nothing."""
        return ()

    def add_typed(
        self, text: str, *, address: str = "", within: tuple[Network, ...] | None = None
    ) -> None:
        """Remember nothing."""

    def forget_typed(self, text: str) -> None:
        """Do nothing."""


class Finding:
    """The actions; all run on the loop of the caller.

    Args:
        finder: the local network.
        demo: the demo streamers.
        directory: where streamers are read.
        check: asks one streamer now (`Connections.check`).
        open_address: hands an address to the system's browser.
        publish: the change feed.
        operations: where what takes long is seen.
    """

    def __init__(  # one argument for each thing that an action touches
        self,
        *,
        finder: Finder,
        demo: Demo,
        directory: Directory,
        check: Callable[[StreamerId], Awaitable[None]],
        open_address: Callable[[str], bool],
        publish: Callable[[Changes], None],
        operations: Operations,
    ) -> None:
        self.operations = operations
        self._sweeping: Sweeping | None = None
        self._finder = finder
        self._demo = demo
        self._directory = directory
        self._check = check
        self._open_address = open_address
        self._publish = publish
        self._is_demo_beginning = False
        self.memory: NetworkMemory = NoMemory()
        """Where it is kept what was heard and typed; nowhere without an account."""

    @property
    def is_demo_wanted(self) -> bool:
        """Whether demo streamers are running or about to."""
        return self.is_demo_on or self._is_demo_beginning

    @property
    def is_demo_on(self) -> bool:
        """Whether demo streamers are running."""
        return self._demo.is_on

    def report(self) -> FindingReport:
        """Give what was tried and what came of it."""
        return self._finder.report()

    def available_cards(self) -> tuple[NetworkCard, ...]:
        """Give the cards that could be looked on."""
        return self._finder.available_cards()

    async def find_again(self) -> None:
        """Ask three times and listen for 3 s; a round that is under way is shared."""
        await self._finder.find_again()

    async def try_address(self, text: str) -> Answered:
        """Look at one address or host name that a person typed; at most 6 s.

        Where somebody is signed in, one that answers is remembered in this network.

        Returns:
            Who answered.

        Raises:
            WrongUsage: `address.malformed`, `address.not_local`, `address.other_card`.
            NotReachable: `address.unknown_name`, `address.silent`, and `address.no_streamer` where
                something else answers.
        """
        typed = text.strip()
        # Where it is typed, also if this computer is elsewhere by the time it answers.
        within = self.memory.here()
        answered = await self._finder.try_address(typed)
        self.memory.add_typed(typed, address=answered.address, within=within)
        self._publish(Changes(topics=Topic.FINDING))
        return answered

    def typed(self) -> tuple[str, ...]:
        """Give the addresses that are remembered in this network, the latest first."""
        return self.memory.typed()

    def forget_typed(self, text: str) -> None:
        """Remember an address no more, and ask it no more."""
        self.memory.forget_typed(text)
        self._finder.forget_typed(text)
        self._publish(Changes(topics=Topic.FINDING))

    def show_elsewhere(self, *, is_shown: bool) -> None:
        """List the person's streamers of other networks in this one too, or no longer."""
        self.memory.show_elsewhere(is_shown=is_shown)
        self._publish(Changes(topics=Topic.FINDING, has_new_set=True))

    async def try_typed(self) -> None:
        """Ask those that are remembered; who does not answer is left be. At most 6 s."""

        async def ask(text: str) -> None:
            with suppress(AltraBitsError):
                await self._finder.try_address(text)

        await asyncio.gather(*map(ask, self.typed()))

    @property
    def is_sweeping(self) -> bool:
        """Whether every address is being asked."""
        return self._sweeping is not None and self._sweeping.is_going

    async def sweep(self) -> int | None:
        """Ask every address beside the own ones, some seconds; it is shared, seen and can be ended.

        Returns:
            How many streamers answered; None where it was ended before its time.
        """
        if self._sweeping is None:
            # Imported here: most people never need it.
            from altrabits_desktop.actions.sweeping import Sweeping

            self._sweeping = Sweeping(self.operations, sweep=self._finder.sweep)
        return await self._sweeping.run()

    def end_sweep(self) -> None:
        """Ask no further address."""
        if self._sweeping is not None:
            self._sweeping.end()

    async def stop(self) -> None:
        """End what goes on."""
        if self._sweeping is not None:
            await self._sweeping.stop()

    async def use_cards(self, names: tuple[str, ...]) -> None:
        """Look on these cards from now on; on all when empty.

        Raises:
            CardUnknown: a name that this computer does not have; nothing was changed.
        """
        await self._finder.use_cards(names)

    async def check(self, streamer_id: StreamerId) -> None:
        """Ask one streamer now whether it answers; at most 5 s."""
        await self._check(streamer_id)

    async def start_demo(self, count: int = DEMO_STREAMERS) -> None:
        """Start demo streamers on this computer; nothing leaves it."""
        self._is_demo_beginning = True
        try:
            await self._demo.start(count)
        finally:
            # Told too where it did not start: what waited for its end need not wait any more.
            self._is_demo_beginning = False
            self._publish(Changes(topics=Topic.DEMO))

    async def stop_demo(self) -> None:
        """Stop the demo streamers and forget them."""
        await self._demo.stop()
        self._publish(Changes(topics=Topic.DEMO))

    def page_of(self, streamer_id: StreamerId) -> str | None:
        """Give the address of a streamer's own page, to be shown before it is opened."""
        streamer = self._directory.streamer(streamer_id)
        # No browser knows the address of one card alone.
        if streamer is None or scope_of(streamer.address) is not None:
            return None
        return page_address(streamer.page_url, address=streamer.address)

    def open_page(self, streamer_id: StreamerId, *, shown_address: str) -> None:
        """Open a streamer's own page in the browser, if it still is the one that was shown.

        Raises:
            Refused: `page.changed` when the address is another one by now, `page.not_opened`
                when the system could not open it.
        """
        if self.page_of(streamer_id) != shown_address:
            raise Refused("page.changed")
        if not self._open_address(shown_address):
            raise Refused("page.not_opened", address=shown_address)
