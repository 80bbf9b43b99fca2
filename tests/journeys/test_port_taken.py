from __future__ import annotations

import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm


async def test_a_taken_port_is_said_plainly_and_finding_goes_on_when_it_is_free(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taking:
        taking.bind(("", streamer_farm.announce_port))
        pilot = await desktop.open()
        await pilot.wait_for("streamers.empty", text="taken")
        await pilot.wait_for("streamers.empty.again", text="Find again")
    streamer_farm.start(1)

    pilot.press("streamers.empty.again")

    await pilot.wait_for("streamers.card.*", text="Fireside")
