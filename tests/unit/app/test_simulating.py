from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app import simulating
from altrabits_desktop.app.arguments import SHARED, SharedOptions
from altrabits_desktop.app.simulating import Stand, simulate, stand_on
from altrabits_desktop.cli.output import Output
from altrabits_desktop.cli.simulate import OPTIONS
from altrabits_desktop.contract.errors import CardUnknown, NoNetworkCard, Refused, WrongUsage
from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.runtime.command_line import read_words
from altrabits_desktop.simulator import command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.simulator.command import SimulateOptions

LOOPBACK = NetworkCard("lo", "127.0.0.1", 8, "127.255.255.255", CardKind.LOOPBACK)
FIRST = NetworkCard("eth0", "192.168.1.10", 24, "192.168.1.255", CardKind.ETHERNET)
SECOND = NetworkCard("eth0", "192.168.1.11", 24, "192.168.1.255", CardKind.ETHERNET)
APART = NetworkCard("eth0", "192.168.1.40", 24, "192.168.1.255", CardKind.ETHERNET)
WIFI = NetworkCard("wlan0", "192.168.2.10", 24, "192.168.2.255", CardKind.WIFI)
CARDS = (LOOPBACK, FIRST, SECOND, APART, WIFI)


@pytest.fixture(autouse=True)
def log_as_before() -> Iterator[None]:
    logger = logging.getLogger("altrabits_desktop")
    before, level = list(logger.handlers), logger.level
    yield
    for handler in [each for each in logger.handlers if each not in before]:
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[SimulateOptions]:
    """Note what would be run, and run nothing."""
    noted: list[SimulateOptions] = []

    def run(options: SimulateOptions, **_: object) -> int:
        noted.append(options)
        return 0

    monkeypatch.setattr(command, "run", run)
    return noted


def stand(*named: str, address: str | None = None) -> Stand:
    return stand_on(named, address=address, cards=CARDS, names=frozenset({"eth0", "tun0"}))


def simulated(*words: str) -> int:
    read = read_words(words, (*OPTIONS, *SHARED))
    shared = SharedOptions(interfaces=read.each("--interface"), is_verbose=read.has("--verbose"))
    output = Output(io.StringIO(), io.StringIO(), is_json=False)
    return simulate(read, shared=shared, output=output)


def test_three_stand_on_loopback_unless_told_otherwise() -> None:
    assert stand() == Stand("127.0.0.2", 3)


@pytest.mark.parametrize("named", ["lo", "127.0.0.1"])
def test_the_loopback_card_has_every_address(named: str) -> None:
    assert stand(named) == Stand("127.0.0.2", 3)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("eth0", Stand("192.168.1.10", 2, most=2, card="eth0")),
        ("192.168.1.11", Stand("192.168.1.11", 1, most=1, card="eth0")),
        ("wlan0", Stand("192.168.2.10", 1, most=1, card="wlan0")),
    ],
)
def test_on_another_card_they_stand_on_the_addresses_that_it_has(
    named: str, expected: Stand
) -> None:
    assert stand(named) == expected


def test_the_card_that_is_named_first_is_stood_on() -> None:
    assert stand("wlan0", "eth0") == Stand("192.168.2.10", 1, most=1, card="wlan0")


def test_an_address_in_the_network_of_a_named_card_is_taken() -> None:
    assert stand("eth0", "wlan0", address="192.168.2.77") == Stand("192.168.2.77", 3)


@pytest.mark.parametrize(
    ("address", "code"),
    [("127.0.0.2", "simulate.address_elsewhere"), ("nowhere", "simulate.address_malformed")],
)
def test_an_address_elsewhere_is_refused(address: str, code: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        stand("eth0", address=address)

    assert (caught.value.code, caught.value.exit_status) == (code, 2)


def test_an_unknown_card_is_refused_as_by_discover() -> None:
    with pytest.raises(CardUnknown) as caught:
        stand("eth0", "nope0")

    assert caught.value.code == "cards.unknown"


def test_a_card_without_an_address_is_nowhere_to_stand() -> None:
    with pytest.raises(NoNetworkCard) as caught:
        stand("tun0")

    assert caught.value.code == "simulate.card_without_address"
    assert caught.value.arguments == {"card": "tun0"}


def test_what_was_said_is_run(runs: list[SimulateOptions]) -> None:
    status = simulated("--count", "5", "--address", "127.60.0.2", "--interface", "127.0.0.1")

    assert status == 0
    assert [(options.count, options.address) for options in runs] == [(5, "127.60.0.2")]


def test_an_address_that_is_said_wins_over_the_cards_of_the_environment(
    runs: list[SimulateOptions],
) -> None:
    read = read_words(("--address", "192.0.2.1"), OPTIONS)
    output = Output(io.StringIO(), io.StringIO(), is_json=False)

    simulate(read, shared=SharedOptions(interfaces=("127.0.0.1",)), output=output)

    assert [options.address for options in runs] == ["192.0.2.1"]


def test_the_cards_of_the_environment_hold_where_no_address_is_said(
    runs: list[SimulateOptions],
) -> None:
    output = Output(io.StringIO(), io.StringIO(), is_json=False)

    with pytest.raises(CardUnknown):
        simulate(
            read_words((), OPTIONS), shared=SharedOptions(interfaces=("nope0",)), output=output
        )

    assert runs == []


def test_an_unknown_card_keeps_everything_from_running(runs: list[SimulateOptions]) -> None:
    with pytest.raises(CardUnknown):
        simulated("--interface", "nope0")

    assert runs == []


def test_more_than_a_card_can_carry_are_refused_in_a_sentence(
    runs: list[SimulateOptions], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulating, "network_cards", lambda: CARDS)

    with pytest.raises(Refused) as refused:
        simulated("--interface", "eth0", "--count", "5")

    assert refused.value.code == "simulate.card_too_few"
    assert refused.value.arguments == {"card": "eth0", "count": 5, "most": 2}
    assert runs == []


@pytest.mark.parametrize(
    ("words", "level"), [(("--verbose",), logging.DEBUG), ((), logging.WARNING)]
)
def test_says_as_much_of_what_goes_on_as_was_asked(
    words: tuple[str, ...], level: int, runs: list[SimulateOptions]
) -> None:
    simulated(*words)

    assert logging.getLogger("altrabits_desktop").level == level


def test_claims_are_confirmed_by_themselves_where_that_is_said(runs: list[SimulateOptions]) -> None:
    simulated("--auto-confirm")
    simulated()

    assert [options.is_auto_confirm for options in runs] == [True, False]
