"""A farm as a whole."""

from __future__ import annotations

import asyncio
import json
import socket
from dataclasses import replace
from ipaddress import IPv4Network
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import Refused, WrongUsage
from altrabits_desktop.simulator.farm import Farm, FarmPlan
from altrabits_desktop.simulator.faults import NO_FAULTS, Fault
from altrabits_desktop.simulator.mdns import MdnsResponder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from altrabits_desktop.simulator.streamer import VirtualStreamer
    from tests.unit.simulator.conftest import AnnounceEar


class SpyOnMdns:
    """Keeps what a farm asks of its responder; nothing reaches the network."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, error: OSError | None = None) -> None:
        self.asked: list[str] = []
        self._error = error
        for name in ("open", "register", "update", "unregister", "close"):
            monkeypatch.setattr(MdnsResponder, name, getattr(self, f"_{name}"))

    async def _open(self) -> None:
        if self._error is not None:
            raise self._error

    async def _register(self, streamers: Sequence[VirtualStreamer]) -> None:
        self.asked += [f"register {each.persona.name}" for each in streamers if each.is_on_mdns]

    async def _update(self, streamer: VirtualStreamer) -> None:
        self.asked.append(f"update {streamer.persona.name}")

    async def _unregister(self, streamer: VirtualStreamer, *, is_goodbye: bool = True) -> None:
        self.asked.append(f"unregister {streamer.persona.name} {is_goodbye}")

    async def _close(self) -> None:
        self.asked.append("close")


async def test_streamers_stand_on_addresses_counting_up(farm: Farm, first_address: str) -> None:
    head = first_address.rpartition(".")[0]

    assert [streamer.address for streamer in farm.streamers] == [
        f"{head}.2",
        f"{head}.3",
        f"{head}.4",
    ]


async def test_streamer_answers_http_on_its_own_address(farm: Farm) -> None:
    streamer = farm.streamers[1]

    reader, writer = await asyncio.open_connection(streamer.address, streamer.control_port)
    writer.write(b"GET /api/v1/info HTTP/1.0\r\n\r\n")
    body = (await reader.read(-1)).partition(b"\r\n\r\n")[2]
    writer.close()

    assert json.loads(body)["id"] == streamer.persona.id


async def test_names_are_the_persons_where_given(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm]
) -> None:
    one, two = make_farm(plan), make_farm(replace(plan, announce_port=0))

    await one.start(1, name="Attic")
    await two.start(2, name="Attic")

    assert [each.persona.name for each in one.streamers] == ["Attic"]
    assert [each.persona.name for each in two.streamers] == ["Attic 1", "Attic 2"]


async def test_added_streamer_announces_itself(farm: Farm, ear: AnnounceEar) -> None:
    added = await farm.add(name="Attic")

    content, source = await ear.hear()

    assert source[0] == added.address
    assert b'"NM":"Attic"' in content
    assert farm.streamers[-1] is added


async def test_removed_streamer_takes_no_connections(farm: Farm) -> None:
    removed = farm.streamers[0]

    await farm.remove(removed)

    assert removed not in farm.streamers
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection(removed.address, removed.control_port)


async def test_moved_streamer_is_the_same_at_another_address(farm: Farm, ear: AnnounceEar) -> None:
    streamer = farm.streamers[0]
    before = (streamer.address, streamer.control_port)

    await farm.move(streamer)
    content, source = await ear.hear()

    assert source[0] == streamer.address == before[0].rpartition(".")[0] + ".5"
    assert streamer.persona.mac in content
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection(*before)


async def test_streamer_with_the_fault_moves_by_itself(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm], ear: AnnounceEar
) -> None:
    farm = make_farm(plan)

    await farm.start(2, faults=[Fault.NEW_ADDRESS])
    heard = [await ear.hear() for _ in range(3)]

    assert heard[2][1][0] == farm.streamers[1].address
    assert heard[2][1][0].endswith(".4")


async def test_streamer_may_be_given_the_fault_later(farm: Farm, ear: AnnounceEar) -> None:
    await farm.set_faults(farm.streamers[0], frozenset({Fault.NEW_ADDRESS}))

    _, source = await ear.hear()

    assert source[0] == farm.streamers[0].address
    assert source[0].endswith(".5")


async def test_streamer_that_was_removed_does_not_move(farm: Farm, ear: AnnounceEar) -> None:
    restless = farm.streamers[0]
    await farm.set_faults(restless, frozenset({Fault.NEW_ADDRESS}))
    await farm.remove(restless)
    await farm.set_faults(farm.streamers[0], frozenset({Fault.NEW_ADDRESS}))

    content, _ = await ear.hear()

    assert restless.persona.mac not in content


async def test_move_that_cannot_be_is_logged_without_an_address(
    farm: Farm, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = asyncio.Event()

    async def refuse(*_: object) -> None:
        tried.set()
        raise Refused("simulate.address_missing", address="192.0.2.1")

    monkeypatch.setattr(farm, "move", refuse)
    await farm.set_faults(farm.streamers[0], frozenset({Fault.NEW_ADDRESS}))
    async with asyncio.timeout(5):
        await tried.wait()
    await farm.stop()

    assert [record.getMessage() for record in caplog.records] == [
        "a streamer cannot move: simulate.address_missing"
    ]


async def test_doubled_mac_is_that_of_the_first_with_an_id_of_its_own(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm]
) -> None:
    farm = make_farm(plan)

    await farm.start(3, faults=[Fault.DOUBLED_MAC])

    first, _, last = farm.streamers
    assert last.persona.mac == first.persona.mac
    assert last.persona.id != first.persona.id


async def test_mended_streamer_has_its_own_mac_again(farm: Farm) -> None:
    streamer = farm.streamers[2]
    own = streamer.persona.mac

    await farm.set_faults(streamer, frozenset({Fault.DOUBLED_MAC}))
    doubled = streamer.persona.mac
    await farm.set_faults(streamer, NO_FAULTS)

    assert doubled == farm.streamers[0].persona.mac
    assert streamer.persona.mac == own


async def test_mdns_hears_of_streamers_with_a_control_api_alone(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm], monkeypatch: pytest.MonkeyPatch
) -> None:
    spy = SpyOnMdns(monkeypatch)
    farm = make_farm(replace(plan, has_mdns=True))

    await farm.start(3, faults=[Fault.SILENT, Fault.ANNOUNCE_ONLY])
    await farm.add(name="Attic")
    await farm.move(farm.streamers[0])
    await farm.move(farm.streamers[1])
    await farm.remove(farm.streamers[0], is_goodbye=True)

    assert spy.asked == [
        "register Fireside",
        "register Attic",
        "update Fireside",
        "unregister Fireside True",
    ]


async def test_streamer_that_falls_silent_leaves_mdns_without_goodbye(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm], monkeypatch: pytest.MonkeyPatch
) -> None:
    spy = SpyOnMdns(monkeypatch)
    farm = make_farm(replace(plan, has_mdns=True))
    await farm.start(1)

    await farm.set_faults(farm.streamers[0], frozenset({Fault.SILENT}))
    await farm.set_faults(farm.streamers[0], NO_FAULTS)

    assert spy.asked[-3:] == [
        "unregister Fireside False",
        "unregister Fireside False",
        "register Fireside",
    ]


@pytest.mark.parametrize(
    ("error", "words"), [(OSError(19, "No such device"), "No such device"), (OSError("no"), "no")]
)
async def test_without_multicast_the_rest_goes_on(
    error: OSError,
    words: str,
    plan: FarmPlan,
    make_farm: Callable[[FarmPlan], Farm],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    SpyOnMdns(monkeypatch, error=error)
    farm = make_farm(replace(plan, has_mdns=True))

    await farm.start(1)

    assert farm.mdns_error == words
    assert len(farm.streamers) == 1


async def test_where_only_one_loopback_address_exists_streamers_differ_in_ports(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("altrabits_desktop.simulator.farm.can_stand_on", lambda _: False)

    farm = make_farm(plan)
    await farm.start(3)
    await farm.move(farm.streamers[0])

    assert {each.address for each in farm.streamers} == {"127.0.0.1"}
    assert len({each.control_port for each in farm.streamers}) == 3
    assert len({each.persona.mac for each in farm.streamers}) == 3


async def test_address_that_is_not_this_computers_is_refused(
    monkeypatch: pytest.MonkeyPatch, plan: FarmPlan
) -> None:
    def own() -> tuple[IPv4Network, ...]:
        return (IPv4Network("192.0.2.0/24"),)

    monkeypatch.setattr("altrabits_desktop.simulator.farm.own_networks", own)

    with pytest.raises(Refused, match=r"simulate\.address_missing"):
        Farm(replace(plan, first_address="192.0.2.1"))


async def test_too_many_for_the_subnet_leaves_nothing_open(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm]
) -> None:
    farm = make_farm(replace(plan, first_address="127.255.255.253"))

    with pytest.raises(WrongUsage, match=r"simulate\.too_many"):
        await farm.start(3)

    assert farm.streamers == ()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("0.0.0.0", plan.announce_port))


async def test_250_streamers_stand_and_answer(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm], ear: AnnounceEar
) -> None:
    farm = make_farm(plan)

    await farm.start(250)
    ear.ask()
    heard = await ear.hear_all(250)

    assert len({content[1:7] for content in heard.values()}) == 250
