from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from altrabits_desktop.actions.streamer_ids import meant_owned, meant_streamer, shown_id
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.contract.streamers import StreamerId
from tests.fakes.streamers import a_streamer

MAC = "0a:0b:0c:00:00:01"
AROUND = a_streamer(
    id=StreamerId("mac-0a0b0c000001"), mac=MAC, api_id="box-1", udn="u-1", owned_id="owned-01"
)
TWIN = a_streamer(id=StreamerId("mac-0a0b0c000001-2"), mac=MAC, api_id="box-2", udn=None)


def owned(owned_id: str, *, mac: str = "", api_id: str = "") -> Owned:
    return Owned(
        id=owned_id,
        name="Kitchen",
        mac=mac,
        api_id=api_id,
        revision=1,
        added_at=datetime(2026, 11, 1, tzinfo=UTC),
    )


@pytest.mark.parametrize("text", ["mac-0a0b0c000001", "owned-01", "id-box-1", "udn-u-1"])
def test_each_id_that_a_streamer_can_have_means_it(text: str) -> None:
    assert meant_streamer(text, (AROUND,)) is AROUND


def test_a_name_that_looks_like_an_id_means_nobody() -> None:
    pretender = replace(TWIN, name="udn-u-1", announced_name="udn-u-1")

    assert meant_streamer("udn-u-1", (pretender,)) is None
    assert meant_streamer("udn-u-1", (pretender, AROUND)) is AROUND


def test_the_very_id_wins_over_an_alike_one() -> None:
    assert meant_streamer("mac-0a0b0c000001", (TWIN, AROUND)) is AROUND
    assert meant_streamer("mac-0a0b0c000001-2", (AROUND, TWIN)) is TWIN


def test_an_id_that_two_could_have_means_neither() -> None:
    first, second = owned("owned-01", mac=MAC), owned("owned-02", mac=MAC, api_id="box-2")

    assert meant_owned("mac-0a0b0c000001", (first, second)) is None
    assert meant_owned("id-box-2", (first, second)) is second
    assert meant_owned("owned-01", (first, second)) is first
    assert meant_streamer("nobody", (AROUND, TWIN)) is None


def test_r5_one_of_the_persons_is_meant_before_who_took_its_id() -> None:
    impostor = a_streamer(id=StreamerId("mac-0a0b0c000001"), mac=MAC, api_id="box-9")
    true = a_streamer(
        id=StreamerId("mac-0a0b0c000001-2"),
        mac=MAC,
        api_id="box-1",
        owned_id="owned-01",
        is_owned=True,
    )

    assert meant_streamer("mac-0a0b0c000001", (impostor, true)) is true
    assert meant_streamer("id-box-9", (impostor, true)) is impostor


@pytest.mark.parametrize("text", ["MAC-0A0B0C000001", "Owned-01", "ID-box-1", "udn-U-1"])
def test_capital_and_small_letters_of_an_id_count_as_the_same(text: str) -> None:
    assert meant_streamer(text, (TWIN, AROUND)) is AROUND


def test_of_two_that_differ_in_case_alone_the_very_one_is_meant_and_else_neither() -> None:
    small, capital = owned("owned-01", api_id="box-a"), owned("owned-02", api_id="box-A")

    assert meant_owned("id-box-A", (small, capital)) is capital
    assert meant_owned("ID-BOX-A", (small, capital)) is None
    assert meant_owned("OWNED-02", (small, capital)) is capital


def test_people_are_told_the_lasting_id_of_their_own() -> None:
    mine = a_streamer(id=StreamerId("mac-0a0b0c000001"), owned_id="owned-01", is_owned=True)

    assert (shown_id(mine), shown_id(TWIN)) == ("owned-01", TWIN.id)
