"""A streamer goes from one account to another, each in a real window of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt

from altrabits_desktop.qa.desktop import HOUSE_CARDS, Desktop, loopback_alone
from altrabits_desktop.qa.keyring import MemoryKeyring
from tests.journeys.test_adding import turn_volume
from tests.journeys.ways import (
    PATIENCE_S,
    add,
    open_streamer,
    opened_with_own,
    sign_up_in_window,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

NEIGHBOUR = "neighbour@example.net"
NEIGHBOURS_ADDRESS = "127.0.0.9"


@pytest_asyncio.fixture
async def neighbours(
    desktop: Desktop, streamer_farm: StreamerFarm, tmp_path: Path
) -> AsyncIterator[Desktop]:
    """Give a second computer in the same network, with a profile and a server of its own."""
    cards = tuple(replace(card, address=NEIGHBOURS_ADDRESS) for card in HOUSE_CARDS[:1])
    surroundings = replace(loopback_alone(streamer_farm.announce_port), cards=lambda: cards)
    second = Desktop(
        tmp_path / "neighbour", surroundings=surroundings, pictures=tmp_path / "pictures-neighbour"
    )
    second.keyring = MemoryKeyring()
    second.is_policy_put_off = False
    yield second
    await second.close()
    desktop.crashes.extend(second.crashes)


async def show_code(pilot: Pilot) -> str:
    """Ask for the code of the streamer whose page is open, as its owner, and read it."""
    await pilot.choose("streamer.more.button", "Hand over to somebody else")
    await pilot.wait_for("streamer.hand_over.go")
    pilot.press("streamer.hand_over.go")
    await pilot.wait_for("streamer.hand_over.code")
    return pilot.read("streamer.hand_over.code").replace(" ", "")


async def opened_by_neighbour(neighbours: Desktop, *, chip: str = "Playing") -> Pilot:
    """Let the neighbour make an account, and open the page of the one streamer."""
    pilot = await neighbours.open("--language", "en")
    await sign_up_in_window(pilot, email=NEIGHBOUR)
    pilot.press("navigation.streamers")
    await open_streamer(pilot, chip=chip)
    await pilot.wait_for("streamer.add.button")
    return pilot


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_c15_two_accounts_hand_a_streamer_over_each_in_its_window(
    desktop: Desktop, neighbours: Desktop, streamer_farm: StreamerFarm
) -> None:
    owner = await opened_with_own(desktop, streamer_farm)
    other = await opened_by_neighbour(neighbours)
    code = await show_code(owner)
    assert code not in other.read()

    other.press("streamer.add.button")
    await other.wait_for("streamer.add.code")
    assert "that its owner tells you" in other.read("streamer.own")
    other.type("streamer.add.code", f"{(int(code) + 1) % 10**6:06}")
    other.press("streamer.add.confirm")
    await other.wait_for("streamer.own", text="This is not the code")
    assert owner.names("streamer.play")
    other.type("streamer.add.code", code)
    other.press("streamer.add.confirm")
    await other.wait_for("streamer.own.name", within_s=PATIENCE_S)

    await owner.wait_for("streamer.hand_over.words", text="has a new owner", within_s=PATIENCE_S)
    await owner.wait_for("streamer.play", is_gone=True)
    await owner.wait_for("streamer.add.button")
    await other.wait_for("streamer.play")
    await turn_volume(other, streamer_farm, share=0.3)
    assert owner.names("streamer.own.name") == []


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_c15_an_owner_whose_window_was_closed_is_told_at_the_next_start(
    desktop: Desktop, neighbours: Desktop, streamer_farm: StreamerFarm
) -> None:
    owner = await opened_with_own(desktop, streamer_farm)
    code = await show_code(owner)
    await desktop.close()
    other = await opened_by_neighbour(neighbours)
    other.press("streamer.add.button")
    await other.wait_for("streamer.add.code")
    other.type("streamer.add.code", code)
    other.key(Qt.Key.Key_Return, name="streamer.add.code")
    await other.wait_for("streamer.own.name", within_s=PATIENCE_S)

    owner = await desktop.open("--language", "en")
    await open_streamer(owner)
    await owner.wait_for("streamer.own.note", text="It has another owner now.", within_s=PATIENCE_S)
    await owner.wait_for("streamer.play", is_gone=True)
    owner.press("streamer.own.remove")
    await owner.wait_for("streamer.own.remove.go")
    assert "goes on obeying its new owner" in owner.read("streamer.own")
    owner.press("streamer.own.remove.go")
    await owner.wait_for("streamer.add.button")
    await turn_volume(other, streamer_farm, share=0.3)


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_c15_one_made_ready_for_a_new_owner_is_added_anew_by_the_neighbour(
    desktop: Desktop,
    neighbours: Desktop,
    streamer_farm: StreamerFarm,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    # What is saved goes among the documents of whoever runs this.
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    owner = await opened_with_own(desktop, streamer_farm)
    [name] = streamer_farm.names
    former = streamer_farm.certificate_of(name)
    await owner.wait_for("streamer.balance")
    owner.key(Qt.Key.Key_Home, name="streamer.balance")
    await owner.wait_until(
        lambda: streamer_farm.state_of(name).balance == -100, wanted="a setting of the owner's"
    )

    owner.press("streamer.new_owner.begin")
    owner.type("streamer.new_owner.name", "Something else")
    owner.press("streamer.new_owner.go")
    await owner.wait_for("streamer.new_owner", text="Nothing was reset.")
    owner.type("streamer.new_owner.name", name)
    owner.press("streamer.new_owner.go")
    await owner.wait_for("streamer.new_owner.save", within_s=PATIENCE_S)
    assert "nobody owns it" in owner.read("streamer.new_owner.words")
    owner.press("streamer.new_owner.save")
    await owner.wait_for("streamer.new_owner.words", text="Saved in")
    [paper] = tmp_path.rglob("*.txt")
    assert str(paper) in owner.read("streamer.new_owner.words")
    now = streamer_farm.certificate_of(name)
    written = "".join(paper.read_text(encoding="utf-8").split())
    assert now != former
    assert now in written
    assert former not in written
    assert streamer_farm.state_of(name).balance == 0
    await owner.wait_for("streamer.add.button")

    other = await opened_by_neighbour(neighbours, chip="Ready")
    await add(other, streamer_farm)
    await other.wait_for("streamer.own.name", within_s=PATIENCE_S)
    await other.wait_for("streamer.play")
    await turn_volume(other, streamer_farm, share=0.3)
    assert owner.names("streamer.play") == []
