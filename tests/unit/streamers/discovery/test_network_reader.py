"""Where the system tells of networks by its programs alone, these run seldom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.networks import networks_here
from altrabits_desktop.streamers.discovery.doctor import programs
from altrabits_desktop.streamers.discovery.network_reader import (
    ASKED_AGAIN_S,
    NetworkReader,
    system_networks,
)
from tests.fakes.clock import FakeClock
from tests.fakes.discovery import ETHERNET, WIFI
from tests.unit.runtime.test_network_tables import (
    HOME,
    MACOS_NEIGHBOURS,
    MACOS_ROUTES,
    NET_ROUTE_LIST,
    OFFICE,
    WINDOWS_NEIGHBOURS,
    WINDOWS_ROUTES,
)

if TYPE_CHECKING:
    import pytest

    from altrabits_desktop.contract.streamers import NetworkCard


class Computer:
    """Programs that print what a test says, and cards."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, platform: str, **prints: str) -> None:
        self.asked: list[str] = []
        self.cards: tuple[NetworkCard, ...] = (ETHERNET,)
        self.clock = FakeClock()
        self._prints = prints
        monkeypatch.setattr(programs, "PLATFORM", platform)
        monkeypatch.setattr(programs, "answer_of", self._answer)
        self.read = NetworkReader(lambda: self.cards, steady_s=self.clock.steady_s)

    def _answer(self, program: str, *_words: str) -> str:
        self.asked.append(program)
        return self._prints.get(program, "")


def test_macos_is_asked_for_routes_and_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    mac = Computer(monkeypatch, "darwin", netstat=MACOS_ROUTES, arp=MACOS_NEIGHBOURS)

    assert HOME in mac.read()
    assert mac.asked == ["netstat", "arp"]


def test_windows_is_asked_in_another_way_where_the_first_tells_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = Computer(monkeypatch, "win32", route=WINDOWS_ROUTES, arp=WINDOWS_NEIGHBOURS)
    told = usual.read()
    other = Computer(monkeypatch, "win32", powershell=NET_ROUTE_LIST, arp=WINDOWS_NEIGHBOURS)

    assert HOME in told
    assert usual.asked == ["route", "arp"]
    assert other.read() == (HOME, OFFICE)
    assert other.asked == ["route", "powershell", "arp"]


def test_programs_run_again_when_a_card_changed_or_after_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mac = Computer(monkeypatch, "darwin", netstat=MACOS_ROUTES, arp=MACOS_NEIGHBOURS)
    for _ in range(3):
        mac.read()
    at_first = len(mac.asked)
    mac.cards = (ETHERNET, WIFI)
    mac.read()
    with_another = len(mac.asked)
    mac.clock.move(ASKED_AGAIN_S)
    mac.read()

    assert (at_first, with_another, len(mac.asked)) == (2, 4, 6)


def test_without_a_card_nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    mac = Computer(monkeypatch, "darwin", netstat=MACOS_ROUTES)
    mac.cards = ()

    assert (mac.read(), mac.asked) == ((), [])


def test_linux_tells_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "PLATFORM", "linux")
    of_linux = system_networks()
    monkeypatch.setattr(programs, "PLATFORM", "win32")

    assert of_linux is networks_here
    assert isinstance(system_networks(), NetworkReader)
