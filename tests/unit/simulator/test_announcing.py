"""The Announce sockets of a farm, over real datagrams on loopback."""

from __future__ import annotations

import json
import socket
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import PortTaken, Refused
from altrabits_desktop.simulator.announce import malformed_replies
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.front import Front, Ports

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.simulator.farm import Farm, FarmPlan
    from tests.unit.simulator.conftest import AnnounceEar


def name_in(content: bytes) -> object:
    return json.loads(content.partition(b"\r\n\r\n")[2])["NM"]


async def test_new_farm_announces_itself_unasked(ear: AnnounceEar, farm: Farm) -> None:
    heard = await ear.hear_all(3)

    assert {name_in(said) for said in heard.values()} == {"Fireside", "Window seat", "Bedroom"}
    assert set(heard) == {streamer.address for streamer in farm.streamers}


async def test_broadcast_request_is_answered_by_all_from_the_announce_port(
    farm: Farm, ear: AnnounceEar
) -> None:
    ear.ask()

    content, source = await ear.hear()
    others = await ear.hear_all(2)

    assert source[1] == ear.port
    assert {source[0], *others} == {streamer.address for streamer in farm.streamers}
    assert content.startswith(b"\x02\x00\x04\xa3")


async def test_request_to_one_address_is_answered_by_that_streamer_alone(
    farm: Farm, ear: AnnounceEar
) -> None:
    ear.ask(farm.streamers[1].address)

    heard = await ear.hear_all(1)
    ear.ask(farm.streamers[2].address)
    heard |= await ear.hear_all(1)

    assert [name_in(said) for said in heard.values()] == ["Window seat", "Bedroom"]
    assert ear.waiting == 0


async def test_several_requests_within_a_tick_get_one_answer(farm: Farm, ear: AnnounceEar) -> None:
    for _ in range(3):
        ear.ask(farm.streamers[0].address)
    await ear.hear()

    ear.ask(farm.streamers[1].address)
    second, _ = await ear.hear()

    assert name_in(second) == "Window seat"
    assert ear.waiting == 0


async def test_request_from_another_port_is_dropped(farm: Farm, ear: AnnounceEar) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.sendto(b"D", (farm.streamers[0].address, ear.port))
    ear.ask(farm.streamers[1].address)

    content, _ = await ear.hear()

    assert name_in(content) == "Window seat"
    assert ear.waiting == 0


async def test_what_is_no_request_is_dropped(farm: Farm, ear: AnnounceEar) -> None:
    for content in (b"", b"hello", b"\x02D"):
        ear.ask(farm.streamers[0].address, content=content)
    ear.ask(farm.streamers[1].address)

    content, _ = await ear.hear()

    assert name_in(content) == "Window seat"


async def test_silent_streamer_does_not_answer(farm: Farm, ear: AnnounceEar) -> None:
    await farm.set_faults(farm.streamers[0], frozenset({Fault.SILENT}))

    ear.ask()
    heard = await ear.hear_all(2)

    assert farm.streamers[0].address not in heard


async def test_broken_streamer_says_another_malformed_thing_each_time(
    farm: Farm, ear: AnnounceEar
) -> None:
    broken = farm.streamers[0]
    await farm.set_faults(broken, frozenset({Fault.GARBAGE}))

    said = []
    for _ in range(2):
        ear.ask(broken.address)
        said.append((await ear.hear())[0])

    assert said == list(malformed_replies(broken.persona, address=broken.address)[:2])


async def test_firmware_of_today_says_its_product_alone(farm: Farm, ear: AnnounceEar) -> None:
    await farm.set_faults(farm.streamers[0], frozenset({Fault.ANNOUNCE_ONLY}))

    ear.ask(farm.streamers[0].address)
    content, _ = await ear.hear()

    assert content.endswith(b'\r\n\r\n{"PN":"Cobalt S1"}')


async def test_streamer_that_left_answers_no_more(farm: Farm, ear: AnnounceEar) -> None:
    left = farm.streamers[0]
    ear.ask()
    await farm.remove(left)

    heard = await ear.hear_all(2)

    assert left.address not in heard


async def test_port_that_a_program_holds_alone_is_said(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm]
) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as holder:
        holder.bind(("0.0.0.0", plan.announce_port))

        with pytest.raises(PortTaken, match=r"simulate\.port_taken") as caught:
            await make_farm(plan).start(1)

    assert caught.value.arguments["port"] == plan.announce_port


async def test_broadcasts_are_heard_where_the_system_can_bind_them(
    plan: FarmPlan,
    make_farm: Callable[[FarmPlan], Farm],
    ear: AnnounceEar,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("altrabits_desktop.simulator.announcing._ON_LINUX", False)
    farm = make_farm(plan)
    await farm.start(2)
    await ear.hear_all(2)

    ear.ask()
    ear.ask(farm.streamers[1].address)
    heard = await ear.hear_all(1)

    assert list(heard) == [farm.streamers[1].address]


async def test_streamers_of_one_address_share_its_port(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm], ear: AnnounceEar
) -> None:
    farm = make_farm(plan)
    await farm.start(2)
    await ear.hear_all(2)
    first, second = farm.streamers
    await farm.move(second, first.address)
    await ear.hear()

    ear.ask(first.address)
    said = {name_in((await ear.hear())[0]) for _ in range(2)}

    assert said == {"Fireside", "Window seat"}
    assert farm.announce_endpoint(first) == farm.announce_endpoint(second)


async def test_address_of_another_card_is_refused_and_the_streamer_stays(
    farm: Farm, ear: AnnounceEar, monkeypatch: pytest.MonkeyPatch
) -> None:
    stays = farm.streamers[0]
    before = stays.address

    async def takes_any(*_: object, **__: object) -> Ports:
        return Ports(8080, 8443)

    monkeypatch.setattr(Front, "open", takes_any)
    with pytest.raises(Refused, match=r"simulate\.address_missing"):
        await farm.move(stays, "192.0.2.1")

    ear.ask(stays.address)
    content, source = await ear.hear()
    assert (name_in(content), source[0]) == ("Fireside", before)


async def test_demo_says_everything_to_its_listener_alone(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm]
) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.settimeout(0)
        to = listener.getsockname()
        farm = make_farm(replace(plan, announce_port=0, announce_to=to))

        await farm.start(2)
        sources = {listener.recvfrom(2000)[1] for _ in range(2)}

        assert sources == {farm.announce_endpoint(streamer) for streamer in farm.streamers}


async def test_demo_answers_its_listener_from_any_port(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm], ear: AnnounceEar
) -> None:
    farm = make_farm(replace(plan, announce_port=0, announce_to=("127.0.0.1", ear.port)))
    await farm.start(1)
    await ear.hear()

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker:
        asker.bind(("127.0.0.1", 0))
        asker.sendto(b"D", farm.announce_endpoint(farm.streamers[0]))
    content, _ = await ear.hear()

    assert name_in(content) == "Fireside"
