from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from altrabits_desktop.actions.controlling import SHOWN_S
from altrabits_desktop.app.control_desk import ControlDesk
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.app.seeking import FOUND_LIMIT_S, PROVEN_LIMIT_S, Seeking
from altrabits_desktop.cli.control_words import read_place
from altrabits_desktop.contract.commands import Play, Seek, SelectInput, SetVolume
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    DecisionNeeded,
    NoNetworkCard,
    Refused,
    StreamerSilent,
    WrongUsage,
)
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.contract.streamers import (
    FindingReport,
    NowPlaying,
    Presence,
    StreamerId,
)
from altrabits_desktop.runtime.changes import ChangeFeed, Changes
from tests.fakes.clock import settled
from tests.fakes.obeying import PLAYING, ObeyingStreamers
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

LATE = a_streamer(7, state=PLAYING)


class Desk:
    """A desk over streamers in memory."""

    def __init__(self) -> None:
        self.house = ObeyingStreamers()
        self.owned: list[Owned] = []
        self.report = FindingReport()
        self.feed = ChangeFeed(
            call_later=asyncio.get_running_loop().call_later, steady_s=self.house.clock.steady_s
        )
        self.desk = ControlDesk(
            self.house.controlling,
            directory=self.house,
            seeking=Seeking(
                self.house,
                owned=lambda: self.owned,
                report=lambda: self.report,
                feed=self.feed,
                clock=self.house.clock,
            ),
            closed_by=self.house.closed_by,
        )

    async def tell(self, verb: str, *operands: str) -> Any:  # noqa: ANN401 # JSON
        errand = OwnerErrand((verb,), operands or (self.house.id,))
        return await self.desk.works(errand)[errand.words]()

    def begin(self, verb: str, *operands: str) -> asyncio.Task[Any]:
        return asyncio.ensure_future(self.tell(verb, *operands))


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    yield desk
    await desk.house.controlling.stop()


async def test_what_is_asked_is_told_and_read_back(desk: Desk) -> None:
    record = await desk.tell("volume", desk.house.id, "40")

    assert desk.house.volumes() == [40]
    assert list(record) == [
        *("id", "name", "state", "playback", "now_playing", "volume", "volume_maximum"),
        *("is_muted", "input", "inputs", "is_asleep"),
    ]
    assert (record["id"], record["volume"], record["input"]) == (desk.house.id, 40, None)
    assert record["now_playing"]["title"] == "First Light"


@pytest.mark.parametrize(("turn", "after"), [("+5", 15), ("-5", 5), ("-50", 0), ("+99", 60)])
async def test_a_turn_goes_on_from_what_is_and_stays_within_it(
    desk: Desk, turn: str, after: int
) -> None:
    desk.house.say(volume_maximum=60)

    assert (await desk.tell("volume", desk.house.id, turn))["volume"] == after


async def test_who_does_not_say_how_loud_it_is_cannot_be_turned(desk: Desk) -> None:
    desk.house.say(volume=None)

    with pytest.raises(Refused, match=r"control\.unsupported"):
        await desk.tell("volume", desk.house.id, "+5")


async def test_a_place_beyond_the_end_of_the_piece_is_refused_with_its_length(desk: Desk) -> None:
    with pytest.raises(Refused, match=r"control\.beyond_end") as caught:
        await desk.tell("seek", desk.house.id, "3:01")

    assert caught.value.arguments == {"length": "3:00"}
    assert desk.house.told == []


@pytest.mark.parametrize(("playing", "place"), [(PLAYING.now_playing, "3:00"), (None, "1:00:00")])
async def test_any_other_place_is_sought(
    desk: Desk, playing: NowPlaying | None, place: str
) -> None:
    desk.house.say(now_playing=playing)
    telling = desk.begin("seek", desk.house.id, place)

    await settled()
    await desk.house.clock.advance(SHOWN_S)
    await telling

    assert [command for _, command in desk.house.told] == [Seek(read_place(place))]


async def test_an_input_is_meant_whatever_its_case(desk: Desk) -> None:
    known = desk.house.known[desk.house.id]
    desk.house.known[desk.house.id] = replace(known, inputs=("Line in", "Optical"))

    telling = desk.begin("input", desk.house.id, "OPTICAL")
    await settled()
    # It never says so itself.
    await desk.house.clock.advance(SHOWN_S)
    await telling

    assert [command for _, command in desk.house.told] == [SelectInput("Optical")]


async def test_looking_tells_nothing_and_is_open_to_everybody(desk: Desk) -> None:
    desk.house.closed = "gate.sign_in_needed"

    records = [await desk.tell("volume"), await desk.tell("input")]

    assert [record["volume"] for record in records] == [10, 10]
    assert desk.house.told == []


@pytest.mark.parametrize("wanted", ["mac-0004a3000001", "mac-000000000000"])
async def test_c09_a_closed_gate_is_said_at_once_whether_it_is_heard_or_not(
    desk: Desk, wanted: str
) -> None:
    desk.house.closed = "gate.declined"

    with pytest.raises(DecisionNeeded, match=r"gate\.declined"):
        await desk.tell("pause", wanted)

    assert desk.house.told == []


OF_AN_ACCOUNT = "01HZX3Q9W7K2M4N6P8R0S5T1VB"


@pytest.mark.parametrize("wanted", [OF_AN_ACCOUNT, OF_AN_ACCOUNT.lower()])
async def test_who_looks_by_an_id_of_an_account_and_is_not_signed_in_is_told_so_at_once(
    desk: Desk, wanted: str
) -> None:
    desk.house.closed = "gate.sign_in_needed"

    telling = desk.begin("volume", wanted)
    await settled()

    assert telling.done()
    with pytest.raises(DecisionNeeded, match=r"gate\.sign_in_needed"):
        await telling


@pytest.mark.parametrize(
    ("wanted", "owned", "closed", "error"),
    [
        (OF_AN_ACCOUNT, [], None, "streamer.not_found"),
        ("mac-000000000000", [], "gate.sign_in_needed", "streamer.not_found"),
        (OF_AN_ACCOUNT[:-1], [], "gate.sign_in_needed", "streamer.not_found"),
        (OF_AN_ACCOUNT, [OF_AN_ACCOUNT], "gate.declined", "streamer.silent"),
    ],
)
async def test_who_looks_is_told_of_no_sign_in_where_none_would_help(
    desk: Desk, wanted: str, owned: list[str], closed: str | None, error: str
) -> None:
    desk.owned = [msgspec.structs.replace(own(""), id=each) for each in owned]
    desk.house.closed = closed
    telling = desk.begin("volume", wanted)

    await settled()
    await desk.house.clock.advance(FOUND_LIMIT_S)
    with pytest.raises(AltraBitsError, match=error):
        await telling


async def test_what_the_streamer_does_not_do_is_not_claimed(desk: Desk) -> None:
    desk.house.is_deaf = True
    telling = desk.begin("volume", desk.house.id, "40")

    await settled()
    await desk.house.clock.advance(SHOWN_S)

    assert (await telling)["volume"] == 10


async def test_one_that_is_heard_late_is_waited_for(desk: Desk) -> None:
    telling = desk.begin("play", LATE.id)
    await settled()

    desk.house.known[LATE.id] = LATE
    desk.feed.publish(Changes(streamers=frozenset({LATE.id})))
    record = await telling

    assert record["id"] == LATE.id
    assert [command for _, command in desk.house.told] == [Play()]


def own(mac: str) -> Owned:
    added_at = datetime(2026, 11, 1, tzinfo=UTC)
    return Owned(id="owned-01", name="Attic", mac=mac, revision=1, added_at=added_at)


@pytest.mark.parametrize(
    ("error", "report", "owned"),
    [
        (Refused("streamer.not_found"), FindingReport(), []),
        (StreamerSilent("streamer.silent"), FindingReport(), [own("00:04:a3:00:00:07")]),
        (NoNetworkCard("cards.none"), FindingReport(error_code="cards.none"), []),
    ],
)
async def test_one_that_is_not_heard_in_time_is_said_to_be_what_it_is(
    desk: Desk, error: Exception, report: FindingReport, owned: list[Owned]
) -> None:
    desk.report, desk.owned = report, owned
    telling = desk.begin("pause", LATE.id)

    await settled()
    await desk.house.clock.advance(FOUND_LIMIT_S)
    with pytest.raises(type(error), match=str(error)):
        await telling


async def test_one_is_meant_by_its_id_in_the_account_too(desk: Desk) -> None:
    desk.house.known[desk.house.id] = a_streamer(state=PLAYING, owned_id="owned-01")

    record = await desk.tell("volume", "owned-01", "30")

    assert (record["id"], record["volume"]) == ("owned-01", 30)
    assert [command for _, command in desk.house.told] == [SetVolume(30)]


@pytest.mark.parametrize("wanted", ["owned-01", "mac-0004a3000001"])
async def test_r5_one_that_only_says_to_be_the_persons_is_never_told_in_its_place(
    desk: Desk, wanted: str
) -> None:
    desk.owned = [own("00:04:a3:00:00:01")]
    desk.house.known[desk.house.id] = a_streamer(state=PLAYING, borrowed_id="owned-01")
    telling = desk.begin("pause", wanted)

    await settled()
    await desk.house.clock.advance(FOUND_LIMIT_S)
    with pytest.raises(Refused, match=r"streamer\.borrowed") as caught:
        await telling

    assert caught.value.arguments == {"name": "Attic"}
    assert desk.house.told == []


async def test_r5_one_that_pretends_is_refused_by_any_of_its_ids(desk: Desk) -> None:
    desk.owned = [own("")]
    desk.house.known[desk.house.id] = a_streamer(state=PLAYING, borrowed_id="owned-01")

    with pytest.raises(Refused, match=r"streamer\.borrowed"):
        await desk.tell("pause", desk.house.id)

    assert desk.house.told == []


def certified(mac: str) -> Owned:
    return msgspec.structs.replace(own(mac), pin="ab" * 32)


@pytest.mark.parametrize("wanted", ["owned-01", "mac-0004a3000001"])
async def test_r5_one_that_is_still_to_prove_whose_it_is_has_the_time_that_takes(
    desk: Desk, wanted: str
) -> None:
    desk.owned = [certified("00:04:a3:00:00:01")]
    telling = desk.begin("volume", wanted, "30")
    await settled()
    await desk.house.clock.advance(FOUND_LIMIT_S)

    desk.house.known[desk.house.id] = a_streamer(state=PLAYING, owned_id="owned-01")
    desk.feed.publish(Changes(streamers=frozenset({desk.house.id})))

    assert (await telling)["volume"] == 30


@pytest.mark.parametrize("wanted", ["owned-01", "mac-0004a3000001", "id-attic"])
@pytest.mark.parametrize("mac", ["00:04:a3:00:00:01", ""])
async def test_r5_one_that_never_proves_whose_it_is_is_told_nothing_and_the_person_why(
    desk: Desk, wanted: str, mac: str
) -> None:
    desk.owned = [msgspec.structs.replace(certified(mac), api_id="attic")]
    desk.house.known[desk.house.id] = a_streamer(state=PLAYING, api_id="attic")
    telling = desk.begin("pause", wanted)
    await settled()
    await desk.house.clock.advance(FOUND_LIMIT_S)
    await settled()

    await desk.house.clock.advance(PROVEN_LIMIT_S)
    with pytest.raises(Refused, match=r"streamer\.borrowed") as caught:
        await telling

    assert caught.value.arguments == {"name": "Attic"}
    assert desk.house.told == []


async def test_the_proof_of_another_streamer_is_not_waited_for(desk: Desk) -> None:
    desk.owned = [certified("00:04:a3:00:00:09")]

    assert (await desk.tell("volume", desk.house.id, "30"))["volume"] == 30


async def test_the_state_of_one_that_is_gone_is_not_told_as_if_it_held(desk: Desk) -> None:
    gone = a_streamer(state=PLAYING, presence=Presence.GONE)
    desk.house.known = {StreamerId(gone.id): gone}

    with pytest.raises(StreamerSilent):
        await desk.tell("volume", gone.id)


async def test_words_are_read_here_too(desk: Desk) -> None:
    with pytest.raises(WrongUsage, match=r"usage\.volume"):
        await desk.tell("volume", desk.house.id, "loud")
