"""An evening at home, told in tests: an example of what the plug-in for pytest is for.

It needs nothing but `pip install 'altrabits-desktop[qa]'` and the settings in `pytest.ini`. The
first run approves the pictures: `pytest --shots-approve`; every other compares: `pytest`.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.qa.home_server import EMAIL, PASSWORD
from altrabits_desktop.qa.keyring import MemoryKeyring

if TYPE_CHECKING:
    from altrabits_desktop.qa.console import Console
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.fake_clock import FakeClock
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.home_server import HomeServer
    from altrabits_desktop.qa.pilot import Pilot
    from altrabits_desktop.qa.recorder import NetworkRecorder
    from altrabits_desktop.qa.shots import Shots

PATIENCE_S = 30.0
"""For what takes a hash of a password, on a computer that does other things too."""


async def test_a_walk_through_the_window(desktop: Desktop, streamer_farm: StreamerFarm) -> None:
    streamer_farm.start(3)
    pilot = await desktop.open("--language", "en")

    await pilot.wait_for("streamers.card.mac-*", count=3)
    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    pilot.type("streamers.search.field", "bed")
    await pilot.wait_for("streamers.card.mac-*", count=1)
    pilot.type("streamers.search.field", "")
    await pilot.wait_for("streamers.card.mac-*", count=3)
    pilot.press("streamers.view.rows")
    await pilot.wait_for("streamers.rows.list", text="Bedroom")
    pilot.press("streamers.view.cards")
    await pilot.wait_for("streamers.card.mac-*", count=3)
    pilot.press(f"streamers.card.{streamer_farm.id_of('Fireside')}")
    await pilot.wait_for("streamer", text="Fireside")
    pilot.press("streamer.back.button")
    await pilot.wait_for("streamers.card.mac-*", count=3)
    streamer_farm.set_volume("Bedroom", 61)
    await pilot.wait_for("streamers.card.mac-*", text="61")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.theme.dark")
    pilot.press("settings.theme.dark")
    pilot.press("navigation.privacy")
    await pilot.wait_for("privacy.read.button")

    assert desktop.opened_addresses == []


async def test_one_that_falls_silent_is_said_to_be_gone(
    desktop: Desktop, streamer_farm: StreamerFarm, fake_clock: FakeClock
) -> None:
    streamer_farm.start(2, faults=["slow"])
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.card.mac-*", text="Playing")

    streamer_farm.set_faults("Fireside", ["silent"])

    card = f"streamers.card.{streamer_farm.id_of('Fireside')}"
    await fake_clock.advance_until(lambda: "Not answering" in pilot.read(card))


async def test_reading_settings_sends_nothing(
    desktop: Desktop, streamer_farm: StreamerFarm, network_recorder: NetworkRecorder
) -> None:
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.empty")
    network_recorder.forget()

    pilot.press("navigation.settings")
    await pilot.wait_for("settings.theme.dark")
    pilot.press("settings.theme.dark")

    # Streamers are looked for all the time; of everything else nothing is sent.
    assert network_recorder.of("connection") == []
    assert network_recorder.of("datagram", besides_ports=[streamer_farm.announce_port]) == []
    assert network_recorder.of("look-up") == []
    assert network_recorder.beyond == []


async def sign_in(pilot: Pilot) -> None:
    """Sign in the way the page leads."""
    pilot.press("navigation.account")
    await pilot.wait_for("account.sign_in.open", within_s=PATIENCE_S)
    pilot.press("account.sign_in.open")
    await pilot.wait_for("account.sign_in.email")
    pilot.type("account.sign_in.email", EMAIL)
    pilot.type("account.sign_in.password", PASSWORD)
    pilot.press("account.sign_in.button")
    await pilot.wait_for("account.sign_out", within_s=PATIENCE_S)


async def test_a_question_is_answered_and_outlives_the_server(
    desktop: Desktop, home_server: HomeServer
) -> None:
    desktop.keyring = MemoryKeyring()
    await home_server.create_account()
    pilot = await desktop.open("--language", "en", "--server", home_server.url)
    await sign_in(pilot)

    pilot.press("navigation.support")
    await pilot.wait_for("support.empty.new")
    pilot.press("support.empty.new")
    pilot.type("support.subject", "No sound")
    pilot.type("support.text", "Why is it silent?")
    pilot.press("support.send")
    await pilot.wait_for("support.sent", text="Sent as", within_s=PATIENCE_S)
    [ticket] = await home_server.tickets()
    await home_server.stop()
    await home_server.start()
    await home_server.reply(ticket.number, "Is it plugged in?")

    await pilot.wait_for("support.thread", text="Is it plugged in?", within_s=PATIENCE_S)


async def test_a_new_policy_asks_again(desktop: Desktop, home_server: HomeServer) -> None:
    desktop.keyring = MemoryKeyring()
    await home_server.create_account()
    pilot = await desktop.open("--language", "en", "--server", home_server.url)
    await sign_in(pilot)

    await home_server.publish_policy("2.0", summary="Less is kept.")
    pilot = await desktop.open("--language", "en", "--server", home_server.url)

    await pilot.wait_for("policy.accept", within_s=PATIENCE_S)
    await pilot.wait_for("policy.text", text="Less is kept.")


async def test_the_console_and_the_window_agree(
    desktop: Desktop, streamer_farm: StreamerFarm, console: Console
) -> None:
    streamer_farm.start(1)
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.card.mac-*", text="Playing")

    # The window answers on the loop of this test, so the command waits on another thread.
    [found] = await asyncio.to_thread(console.ask, "discover", "--seconds", "2")

    assert found["id"] == streamer_farm.id_of("Fireside")
    assert found["address"] in pilot.read(f"streamers.card.{found['id']}")


async def test_the_settings_look_as_they_were_approved(desktop: Desktop, shots: Shots) -> None:
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.empty")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.theme.dark")

    # The folder of the test has another name each time.
    await shots.check("settings", besides=["settings.kept"])
