"""Names that the person gives their streamers, told to the streamers too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.actions.naming import tell_name
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Rename
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.streamers import Presence, Streamer
from tests.fakes.obeying import PLAYING, ObeyingStreamers
from tests.fakes.streamers import a_streamer

OWNED = a_streamer(
    state=PLAYING,
    is_owned=True,
    owned_id="one",
    capabilities=frozenset({Capability.RENAME}),
)
NAME = Rename(name="Hearth")


async def test_streamer_that_listens_has_its_name_too() -> None:
    house = ObeyingStreamers(OWNED)

    assert await tell_name(OWNED, NAME, controlling=house.controlling)
    assert [command for _, command in house.told] == [NAME]


@pytest.mark.parametrize(
    "streamer",
    [
        None,
        replace(OWNED, is_owned=False),
        replace(OWNED, presence=Presence.GONE),
        replace(OWNED, is_heard=False),
        replace(OWNED, capabilities=frozenset()),
    ],
)
async def test_nobody_else_is_told(streamer: Streamer | None) -> None:
    house = ObeyingStreamers(OWNED)

    assert not await tell_name(streamer, NAME, controlling=house.controlling)
    assert house.told == []


async def test_streamer_that_says_no_keeps_its_own_name() -> None:
    house = ObeyingStreamers(OWNED)
    house.failures = [Refused("control.name_refused")]

    assert not await tell_name(OWNED, NAME, controlling=house.controlling)
