from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from altrabits_desktop.qa.sentences import sentence

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm


async def test_says_what_it_tried_and_offers_ways_on(desktop: Desktop) -> None:
    pilot = await desktop.open()

    await pilot.wait_for("streamers.empty")

    await pilot.wait_for("streamers.empty", text="back in")
    text = pilot.read()
    assert "Own broadcast" in text
    assert "127.0.0.1" in text
    assert {"streamers.empty.demo", "streamers.empty.address"} <= set(pilot.names())


async def test_the_demo_is_started_from_there_and_ended_again(desktop: Desktop) -> None:
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty.demo")

    pilot.press("streamers.empty.demo")
    await pilot.wait_for("streamers.card.*", text="Playing")
    await pilot.wait_for("demo.banner", text="Nothing of them leaves it")
    pilot.press("demo.banner.stop")

    await pilot.wait_for("streamers.card.*", count=0)
    await pilot.wait_for("demo.banner", is_gone=True)


async def test_a_streamer_that_is_plugged_in_appears_by_itself(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty")

    streamer_farm.start(1)

    await pilot.wait_for("streamers.card.*", text="Fireside")
    await pilot.wait_for("streamers.empty", is_gone=True)


async def test_a_typed_address_that_is_none_is_said_in_place(desktop: Desktop) -> None:
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty.address")

    pilot.type("streamers.empty.address", "no address at all")
    pilot.press("streamers.empty.try")

    await pilot.wait_for("streamers.empty", text=sentence("address.malformed"))


async def test_a_typed_address_where_nobody_answers_is_said_in_place(desktop: Desktop) -> None:
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty.address")

    pilot.type("streamers.empty.address", "127.211.0.99")
    pilot.press("streamers.empty.try")

    told = sentence("address.silent", {"address": "127.211.0.99"})
    await pilot.wait_for("streamers.empty", text=told, within_s=20)


async def test_every_address_is_asked_in_the_open_and_can_be_stopped(desktop: Desktop) -> None:
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty.sweep")

    pilot.press("streamers.empty.sweep")
    await pilot.wait_for("operations.strip.stop")
    pilot.press("operations.strip.stop")
    await pilot.wait_for("operations.strip", text="Stopped")
    pilot.press("operations.strip.close")
    await pilot.wait_for("operations.strip", is_gone=True)
    pilot.press("streamers.empty.sweep")

    await pilot.wait_for("operations.strip", text="No streamer answered")


async def test_finding_again_finds_what_came_meanwhile(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty.again", text="Find again")
    streamer_farm.start(1, faults=["announce-only"])

    pilot.press("streamers.empty.again")

    await pilot.wait_for("streamers.card.*", text="Cobalt S1")


async def test_the_doctor_names_a_taken_port_and_looks_again_when_asked(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taking:
        taking.bind(("", streamer_farm.announce_port))
        pilot = await desktop.open()
        await pilot.wait_for("streamers.empty", text="Port 30303 is taken")
        await pilot.wait_for("streamers.check.button", text="Check again")
    await pilot.wait_for("streamers.empty.again", text="Find again")
    pilot.press("streamers.empty.again")
    await pilot.wait_for("streamers.empty", text="Nothing in this network answered")

    pilot.press("streamers.check.button")

    await pilot.wait_for("streamers.check.button", text="Checking")
    await pilot.wait_for("streamers.check.button", text="Check again")
    await pilot.wait_for("streamers.empty", text="free, ours")


async def test_what_the_doctor_measured_is_folded_out(desktop: Desktop) -> None:
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty", text="back in")

    pilot.press("streamers.port.details")

    await pilot.wait_for("streamers.empty", text="Groups: ")
    assert "Names: " in pilot.read()
