from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import zeroconf.asyncio

from altrabits_desktop.streamers.discovery import mdns_browsing, mdns_on_link
from altrabits_desktop.streamers.discovery.mdns_on_link import OnLink
from tests.fakes.discovery import until

if TYPE_CHECKING:
    from altrabits_desktop.streamers.discovery.mdns_browsing import News


class FakeZeroconf:
    """Keeps what is used of `AsyncZeroconf`."""

    def __init__(self, stage: Stage, **told: object) -> None:
        if stage.error is not None:
            raise stage.error
        self.told = told
        self.zeroconf = self
        self.is_closed = False
        stage.made.append(self)

    async def async_wait_for_start(self) -> None:
        """Be there at once."""

    async def async_close(self) -> None:
        self.is_closed = True


class FakeBrowsing:
    """Keeps what is used of `Browsing`."""

    def __init__(self, stage: Stage, made: FakeZeroconf, **told: object) -> None:
        self.stage, self.made, self.told = stage, made, told

    def ask(self) -> list[OSError | None]:
        self.stage.asked += 1
        return self.stage.senders

    async def stop(self) -> None:
        """Have ended."""


class Stage:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.indexes: tuple[int, ...] = (2, 3)
        self.made: list[FakeZeroconf] = []
        self.senders: list[OSError | None] = [None]
        self.asked = 0
        self.error: Exception | None = None
        monkeypatch.setattr(mdns_on_link, "_ASKS_AFTER_S", 0.01)
        monkeypatch.setattr(mdns_on_link, "link_indexes", lambda: self.indexes)
        monkeypatch.setattr(zeroconf.asyncio, "AsyncZeroconf", self._zeroconf)
        monkeypatch.setattr(mdns_browsing, "Browsing", self._browsing)
        self.on_link = OnLink({2, 9}, types=("_altrabits._tcp",), tell=self._tell)

    def _zeroconf(self, **told: object) -> FakeZeroconf:
        return FakeZeroconf(self, **told)

    def _browsing(self, made: FakeZeroconf, **told: object) -> FakeBrowsing:
        return FakeBrowsing(self, made, **told)

    def _tell(self, news: tuple[News, ...]) -> None:
        """Hear nothing."""


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    return Stage(monkeypatch)


async def test_it_listens_on_those_cards_that_are_looked_on_and_asks_a_moment_later(
    stage: Stage,
) -> None:
    await stage.on_link.start()
    before = stage.asked
    await until(lambda: stage.asked == 1)
    stage.on_link.ask()
    await stage.on_link.stop()

    assert (before, stage.asked) == (0, 2)
    assert stage.made[0].told["interfaces"] == [2]
    assert stage.made[0].is_closed


@pytest.mark.parametrize("indexes", [(), (7,)])
async def test_without_such_a_card_nothing_is_opened(
    stage: Stage, indexes: tuple[int, ...]
) -> None:
    stage.indexes = indexes

    await stage.on_link.start()
    await stage.on_link.stop()

    assert stage.made == []


async def test_r9_a_computer_without_ipv6_goes_on_by_ipv4(stage: Stage) -> None:
    stage.error = OSError(97, "address family not supported")

    await stage.on_link.start()
    stage.on_link.ask()
    await stage.on_link.stop()

    assert (stage.made, stage.asked) == ([], 0)


async def test_an_address_that_is_still_tried_out_is_used_later(stage: Stage) -> None:
    stage.senders = []
    await stage.on_link.start()
    await until(lambda: len(stage.made) == 2)
    stage.senders = [None]
    asked = stage.asked
    await until(lambda: stage.asked > asked)
    await stage.on_link.stop()

    assert all(made.is_closed for made in stage.made)


async def test_one_that_never_can_is_tried_a_few_times_only(stage: Stage) -> None:
    stage.senders = []
    await stage.on_link.start()
    await until(lambda: len(stage.made) == mdns_on_link._TRIES_BY_ITSELF + 1)  # noqa: SLF001 # its limit
    await asyncio.sleep(0.1)
    await stage.on_link.stop()

    assert len(stage.made) == mdns_on_link._TRIES_BY_ITSELF + 1  # noqa: SLF001
