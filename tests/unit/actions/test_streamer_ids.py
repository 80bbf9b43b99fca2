from __future__ import annotations

from datetime import UTC, datetime

import pytest

from altrabits_desktop.actions.streamer_ids import meant_owned, meant_streamer
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
