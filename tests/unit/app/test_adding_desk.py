"""What the console is told of a streamer that it asks for by its id."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.app.adding_desk import AddingDesk
from altrabits_desktop.app.belongings_desk import BelongingsDesk
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.app.seeking import Seeking
from altrabits_desktop.cli.belongings import belongings_lines
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.contract.streamers import Answer, FindingReport, Presence
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.changes import ChangeFeed
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.sentences_console import console_sentence_of
from tests.fakes.clock import NOON
from tests.fakes.full_house import FullHouse
from tests.fakes.obeying import PLAYING, ObeyingStreamers
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer

OWN = Owned(id="owned-01", name="Fireside", revision=1, added_at=NOON)
SILENT_SINCE = NOON - timedelta(minutes=3)
GONE = a_streamer(state=PLAYING, owned_id=OWN.id, presence=Presence.GONE, silent_since=SILENT_SINCE)


class Desk:
    """A desk over one streamer that is around, and one of somebody who is signed in."""

    def __init__(self, around: Streamer) -> None:
        house, streamers = FullHouse(), ObeyingStreamers(around)
        house.home.stand(standing=Standing.SIGNED_IN, email="maple@example.net")
        house.membership.streamers[OWN.id] = OWN
        unused = cast("Any", None)
        self._desk = AddingDesk(
            unused,
            seeking=Seeking(
                streamers,
                owned=lambda: house.membership.view.streamers,
                report=FindingReport,
                feed=ChangeFeed(
                    call_later=asyncio.get_running_loop().call_later,
                    steady_s=streamers.clock.steady_s,
                ),
                clock=streamers.clock,
            ),
            belongings=BelongingsDesk(
                Belongings(house.membership, clock=SystemClock()), arrival=unused
            ),
            closed_by=streamers.closed_by,
            adder=unused,
            has_keyring=lambda: True,
            controlling=streamers.controlling,
        )

    async def ask(self, word: str, *operands: str) -> Any:  # noqa: ANN401 # a record
        words = ("streamers", word)
        return await self._desk.works(OwnerErrand(words, operands))[words]()


async def test_what_one_that_is_gone_said_last_is_not_told_as_if_it_held() -> None:
    shown = await Desk(GONE).ask("show", OWN.id)

    heard = shown["heard"]
    assert (heard["state"], heard["silent_since"]) == ("gone", "2026-01-05T11:57:00.000Z")
    assert (heard["playback"], heard["now_playing"], heard["volume"]) == ("unknown", None, None)
    assert "Fireside" in belongings_lines("streamers", shown)


async def test_the_list_says_how_each_is_as_far_as_it_was_heard() -> None:
    (listed,) = await Desk(GONE).ask("list")

    assert (listed["id"], listed["state"]) == (OWN.id, "gone")
    assert {"state_since", "state_reason"} <= listed.keys()


async def test_of_one_that_answers_it_is_told_how_it_is() -> None:
    answers = (Answer(NOON, 4.0), Answer(NOON, 6.0))
    answering = a_streamer(state=PLAYING, owned_id=OWN.id, answers=answers)

    heard = (await Desk(answering).ask("show", OWN.id))["heard"]

    assert (heard["state"], heard["silent_since"]) == ("answering", None)
    assert (heard["playback"], heard["volume"]) == ("playing", 10)
    assert (heard["answers"]["p50_ms"], heard["answers"]["p95_ms"]) == (4.0, 6.0)


@pytest.mark.parametrize(
    ("word", "more"), [("name", ("Attic",)), ("room", ("Attic",)), ("show", ()), ("release", ())]
)
async def test_of_one_that_is_heard_and_was_never_added_it_is_said_how_to_add_it(
    word: str, more: tuple[str, ...]
) -> None:
    other = a_streamer(state=PLAYING)

    with pytest.raises(Refused) as caught:
        await Desk(other).ask(word, other.id.upper(), *more)

    assert console_sentence_of(caught.value) == (
        "This streamer is not in your account. `altrabits streamers add mac-0004a3000001` adds it."
    )
