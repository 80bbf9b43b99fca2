"""Whatever a visitor did to a streamer of the shop, what is told afterwards leads it back."""

from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.putting_back import commands_back, put_back, set_state_of
from altrabits_desktop.contract.streamers import Playback, Presence, StreamerId, StreamerState
from tests.fakes.shop import SET, Shop, set_state, shop_streamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.commands import Command

STATES = st.builds(
    StreamerState,
    playback=st.sampled_from([Playback.PLAYING, Playback.PAUSED, Playback.STOPPED]),
    volume=st.integers(0, 100),
    is_muted=st.booleans(),
    input_name=st.sampled_from(["Network", "Optical", "Coax"]),
)


@given(now=STATES, wanted=STATES)
async def test_whatever_a_streamer_does_it_is_led_back(
    now: StreamerState, wanted: StreamerState
) -> None:
    to_be = set_state_of(shop_streamer(1, state=wanted))
    with TemporaryDirectory() as folder:
        shop = Shop(Path(folder), 1)
        shop.known = {one.id: one for one in (shop_streamer(1, state=now),)}

        back = await put_back((to_be,), directory=shop, heard=shop, telling=shop)

    assert back.left == ()
    after = shop.state(1)
    assert (after.volume, after.is_muted, after.input_name) == (
        wanted.volume,
        wanted.is_muted,
        wanted.input_name,
    )
    is_to_play = wanted.playback is Playback.PLAYING
    assert (after.playback is Playback.PLAYING) is is_to_play


def test_a_streamer_that_is_as_it_is_to_be_is_told_nothing() -> None:
    assert commands_back(shop_streamer(1), set_state(1)) == ()


def test_what_a_streamer_cannot_do_is_not_asked_of_it() -> None:
    deaf = shop_streamer(
        1, capabilities=frozenset(), state=StreamerState(playback=Playback.PLAYING, volume=90)
    )
    assert commands_back(deaf, set_state(1)) == ()


async def test_all_are_put_back_and_those_that_are_away_are_left(tmp_path: Path) -> None:
    shop = Shop(tmp_path, 1, 2, 3)
    shop.change(1, volume=77, playback=Playback.PLAYING)
    gone = shop_streamer(3, presence=Presence.GONE)
    shop.known[gone.id] = gone

    back = await put_back(
        tuple(map(set_state, (1, 2, 3, 4))), directory=shop, heard=shop, telling=shop
    )

    assert [state.id for state in back.done] == ["own1"]
    assert [state.id for state in back.left] == ["own3", "own4"]
    assert shop.state(1) == SET


async def test_one_that_hangs_costs_the_others_nothing(tmp_path: Path) -> None:
    shop = Shop(tmp_path, 1, 2)
    shop.change(1, volume=1)
    shop.change(2, volume=2)
    hanging = next(iter(shop.known))

    class Hanging:
        async def perform(self, streamer_id: StreamerId, command: Command) -> None:
            if streamer_id == hanging:
                await asyncio.Event().wait()
            await shop.perform(streamer_id, command)

    back = await put_back(
        (set_state(1), set_state(2)), directory=shop, heard=shop, telling=Hanging(), limit_s=0.2
    )

    assert [state.id for state in back.done] == ["own2"]
    assert [state.id for state in back.left] == ["own1"]


async def test_one_that_only_says_that_it_obeys_is_not_called_put_back(tmp_path: Path) -> None:
    told, true = Shop(tmp_path, 1), Shop(tmp_path, 1)
    told.change(1, volume=77)
    true.change(1, volume=77)

    # What it was told shows for a moment, as if it were so.
    back = await put_back((set_state(1),), directory=told, heard=true, telling=told)

    assert told.state(1) == SET
    assert back.done == ()
    assert [state.id for state in back.left] == ["own1"]


async def test_at_a_start_those_that_are_not_found_yet_are_waited_for(tmp_path: Path) -> None:
    shop = Shop(tmp_path, 1)
    shop.change(1, volume=77)
    found, shop.known = shop.known, {}
    work = put_back((set_state(1),), directory=shop, heard=shop, telling=shop, is_patient=True)
    waiting = asyncio.ensure_future(work)
    await asyncio.sleep(0)
    assert not waiting.done()

    # The gate opens only when it is known who is signed in.
    shop.known, shop.is_open = found, False
    while not shop.told:  # noqa: ASYNC110 # it looks by itself
        await asyncio.sleep(0.01)
    shop.is_open = True

    back = await waiting
    assert [state.id for state in back.done] == ["own1"]
    assert shop.state(1) == SET


async def test_at_a_start_one_that_stays_away_is_waited_for_no_longer_than_there_is_time(
    tmp_path: Path,
) -> None:
    shop = Shop(tmp_path)
    back = await put_back(
        (set_state(1),), directory=shop, heard=shop, telling=shop, limit_s=0.1, is_patient=True
    )
    assert [state.id for state in back.left] == ["own1"]
