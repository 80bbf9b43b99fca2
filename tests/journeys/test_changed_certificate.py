"""A streamer of the person's shows another certificate, or none: it is said, and told nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.qa.keyring import MemoryKeyring
from tests.journeys.test_adding import add, open_streamer, turn_volume
from tests.journeys.ways import sign_up

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot


async def opened_own(desktop: Desktop, streamer_farm: StreamerFarm) -> Pilot:
    """Add the one streamer in the house, and leave its page open."""
    desktop.keyring = MemoryKeyring()
    streamer_farm.start(1)
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    await open_streamer(pilot)
    await pilot.wait_for("streamer.add.button")
    await add(pilot, streamer_farm)
    await pilot.wait_for("streamer.play")
    # Until the streamer itself says so: what is shown at once proves nothing.
    await turn_volume(pilot, streamer_farm, share=0.3)
    return pilot


async def test_another_certificate_amid_control_is_said_and_ends_it(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_own(desktop, streamer_farm)
    [name] = streamer_farm.names
    streamer_farm.show_another_certificate(name)
    pilot.press("streamer.play")

    await pilot.wait_for("streamer.own", text="Not proved to be yours")
    assert "does not show its certificate" in pilot.read("streamer.own")
    assert pilot.names("streamer.play") == []
    # It was not told to pause, so nothing says that it does.
    await pilot.wait_for("streamer", text="Playing")


async def test_a_streamer_that_is_to_be_talked_to_in_the_clear_is_the_persons_no_more(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_own(desktop, streamer_farm)
    [name] = streamer_farm.names
    streamer_farm.give_up_secure_port(name)
    pilot.press("streamer.play")

    # It is asked what it is after each command, and each half minute.
    await pilot.wait_for("streamer.own", text="Not proved to be yours", within_s=45)
    assert pilot.names("streamer.play") == []
