from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.farm import StreamerFarm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.pilot import Pilot

FIRST = "streamers.card.mac-0004a31e0002"
SECOND = "streamers.card.mac-0004a31e0003"
THIRD = "streamers.card.mac-0004a31e0004"
GONE_S = 20.0


@pytest.fixture
def unheard_farm() -> Iterator[StreamerFarm]:
    """Give a farm on another Announce port than the one that the window listens on."""
    farm = StreamerFarm("127.66.0.9")
    yield farm
    farm.stop()


async def opened_with_three(desktop: Desktop, farm: StreamerFarm) -> Pilot:
    farm.start(3)
    pilot = await desktop.open()
    await pilot.wait_for("streamers.card.mac-*", count=3)
    return pilot


async def test_three_are_shown_by_room_with_what_they_play(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)

    await pilot.wait_for(SECOND, text="Playing")
    await pilot.wait_for(THIRD, text="Ready")

    assert pilot.names("streamers.card.mac-*") == [FIRST, SECOND, THIRD]
    assert "Streamers, 3" in pilot.read("navigation.streamers")
    assert "Radio Meridian" in pilot.read(SECOND)


async def test_a_change_at_the_streamer_is_seen_at_once(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)
    await pilot.wait_for(THIRD, text="18")

    streamer_farm.set_volume("Bedroom", 61)

    await pilot.wait_for(THIRD, text="61", within_s=2)


async def test_one_that_leaves_is_said_to_be_gone_and_keeps_its_place(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)

    streamer_farm.fall_silent("Fireside")

    await pilot.wait_for(FIRST, text="Not answering", within_s=GONE_S)
    assert pilot.names("streamers.card.mac-*") == [FIRST, SECOND, THIRD]
    assert "Fireside" in pilot.read(FIRST)


async def test_one_that_comes_back_at_another_address_keeps_its_place_and_name(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)
    streamer_farm.fall_silent("Fireside")
    await pilot.wait_for(FIRST, text="Not answering", within_s=GONE_S)

    streamer_farm.come_back("Fireside", is_moved=True)
    address = streamer_farm.address_of("Fireside")

    await pilot.wait_for(FIRST, text=address)
    await pilot.wait_for(FIRST, text="Playing")
    assert address != "127.30.0.2"
    assert pilot.names("streamers.card.mac-*") == [FIRST, SECOND, THIRD]
    assert "Fireside" in pilot.read(FIRST)


async def test_a_search_shows_what_fits(desktop: Desktop, streamer_farm: StreamerFarm) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)

    pilot.type("streamers.search.field", "bed")

    await pilot.wait_for("streamers.card.mac-*", count=1)
    assert pilot.names("streamers.card.mac-*") == [THIRD]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
async def test_another_order_is_chosen_in_the_menu(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)

    await pilot.choose("streamers.order.button", "Name")

    await pilot.wait_until(
        lambda: pilot.names("streamers.card.mac-*") == [THIRD, FIRST, SECOND], wanted="by name"
    )


async def test_rows_show_the_same(desktop: Desktop, streamer_farm: StreamerFarm) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)

    pilot.press("streamers.view.rows")

    await pilot.wait_for("streamers.rows.list", text="Bedroom")
    rows = pilot.read("streamers.rows.list")
    assert all(name in rows for name in ("Fireside", "Window seat", "Bedroom", "Upstairs"))


async def test_a_card_opens_the_page_of_its_streamer_and_back(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)

    pilot.press(FIRST)
    await pilot.wait_for("streamer", text="00:04:A3:1E:00:02")
    # Its cards come one after the other.
    await pilot.wait_for("streamer", text="AltraBits search")
    page = pilot.read("streamer")
    pilot.press("streamer.back.button")

    await pilot.wait_for("streamers.card.mac-*", count=3)
    assert "127.30.0.2" in page


async def test_the_own_page_of_a_streamer_shows_its_address_before_it_opens(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)
    pilot.press(FIRST)
    await pilot.wait_for("streamer.page.button")

    pilot.press("streamer.page.button")
    await pilot.wait_for("streamer.page.question", text="http://127.30.0.2")
    pilot.press("streamer.page.stay")

    await pilot.wait_for("streamer.page.question", is_gone=True)
    assert desktop.opened_addresses == []


async def test_the_own_page_is_opened_once_at_the_address_that_was_shown(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)
    page = f"http://127.30.0.2:{streamer_farm.port_of('Fireside')}/"
    pilot.press(FIRST)
    await pilot.wait_for("streamer.page.button")

    pilot.press("streamer.page.button")
    await pilot.wait_for("streamer.page.question", text=page)
    shown = re.findall(r"http:[!-~]+", pilot.read("streamer.page.question"))
    pilot.press("streamer.page.open")

    await pilot.wait_for("streamer.page.question", is_gone=True)
    assert desktop.opened_addresses == shown == [page]


async def test_a_typed_address_adds_a_streamer(
    desktop: Desktop, streamer_farm: StreamerFarm, unheard_farm: StreamerFarm
) -> None:
    unheard_farm.start(1)
    [name] = unheard_farm.names
    address = unheard_farm.address_of(name)
    pilot = await opened_with_three(desktop, streamer_farm)

    pilot.press("streamers.missing.type")
    await pilot.wait_for("streamers.missing.address")
    pilot.type("streamers.missing.address", f"{address}:{unheard_farm.port_of(name)}")
    pilot.press("streamers.missing.try")

    await pilot.wait_for("streamers.card.mac-*", count=4)
    await pilot.wait_for("streamers.missing.address", is_gone=True)
    [added] = set(pilot.names("streamers.card.mac-*")) - {FIRST, SECOND, THIRD}
    assert name in pilot.read(added)
    assert address in pilot.read(added)


async def test_a_hostile_neighbour_is_shown_as_plain_text_and_breaks_nothing(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(2, faults=["garbage"])
    streamer_farm.add("<b>B</b>\u202e\x07old\u2066 居間")

    pilot = await desktop.open()

    await pilot.wait_for("streamers.card.*", text="<b>B</b>old 居間")
    await pilot.wait_for("streamers.card.*", text="Fireside")


async def test_many_are_shown_as_rows_by_themselves(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(30)

    pilot = await desktop.open()

    await pilot.wait_for("navigation", text="30")
    await pilot.wait_for("streamers.rows.list", text="Fireside")


async def test_the_window_never_stands_still_while_many_are_found(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(60)

    pilot = await desktop.open()
    await pilot.wait_for("navigation", text="60")

    assert desktop.stalls_s == []
