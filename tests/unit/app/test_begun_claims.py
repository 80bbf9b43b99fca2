"""Claims between two errands of a console command: held, bounded, and given up in the end."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest

from altrabits_desktop.actions.adding import Adding
from altrabits_desktop.app.begun_claims import HELD_S, MOST, BegunClaims
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.streamers.drivers.altrabits.claiming import ClaimOffer
from tests.fakes.clock import FakeClock, settled
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.streamers.drivers.altrabits.secure_lane import SecureLane

ENDS_S = 120.0
CODE = "123456"
ONE, TWO = StreamerId("one"), StreamerId("two")


class Adder:
    """Keeps `Adds` in memory: one code is right, and a press may be missing."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.pressed = asyncio.Event()
        self.pressed.set()
        self.error: Exception | None = None
        self.late_error: Exception | None = None
        self.begun: list[StreamerId] = []
        self.tried: list[str] = []
        self.cancelled: list[StreamerId] = []
        self.ended: list[Adding] = []

    def is_open(self, adding: Adding) -> bool:
        return adding not in self.ended

    async def begin(self, streamer_id: StreamerId) -> Adding:
        self.begun.append(streamer_id)
        offer = ClaimOffer(
            lane=cast("SecureLane", None),
            claim_id="0" * 32,
            pin="",
            needs_code=True,
            needs_press=False,
            ends_at_s=self._clock.steady_s() + ENDS_S,
        )
        return Adding(a_streamer(id=streamer_id), offer)

    async def confirm(self, adding: Adding, *, code: str) -> str:
        self.tried.append(code)
        if self.error is not None:
            raise self.error
        if code != CODE:
            raise Refused("claim.wrong_code")
        await self.pressed.wait()
        if self.late_error is not None:
            raise self.late_error
        return f"owned {adding.streamer.id}"

    async def cancel(self, adding: Adding) -> None:
        self.cancelled.append(adding.streamer.id)
        self.pressed.set()
        raise NotReachable("streamer.silent")


class Held:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.adder = Adder(self.clock)
        self.claims = BegunClaims(self.adder, clock=self.clock, wait_s=0.01)

    async def begin(self, streamer_id: StreamerId = ONE) -> str:
        return (await self.claims.begin(streamer_id))[0]


@pytest.fixture
async def held() -> AsyncIterator[Held]:
    held = Held()
    yield held
    await held.claims.stop()
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_code_is_tried_until_it_is_right_and_then_no_more(held: Held) -> None:
    handle = await held.begin()

    with pytest.raises(Refused, match=r"claim\.wrong_code"):
        await held.claims.confirm(handle, "000000")
    owned_id = await held.claims.confirm(handle, CODE)

    assert (owned_id, held.adder.tried) == ("owned one", ["000000", CODE])
    with pytest.raises(Refused, match=r"claim\.expired"):
        await held.claims.confirm(handle, CODE)


async def test_a_handle_cannot_be_guessed(held: Held) -> None:
    handles = {await held.begin(ONE), await held.begin(TWO)}

    assert [len(bytes.fromhex(handle)) for handle in handles] == [16, 16]
    with pytest.raises(Refused, match=r"claim\.expired"):
        await held.claims.confirm("0" * 32, CODE)


async def test_a_claim_under_way_is_gone_on_with_until_it_ends(held: Held) -> None:
    first = await held.begin()
    again = await held.begin()
    await held.clock.advance(ENDS_S)
    later = await held.begin()

    assert (first == again, first == later) == (True, False)
    assert held.adder.begun == [ONE, ONE]


async def test_a_claim_that_somebody_else_ended_is_not_handed_on(held: Held) -> None:
    first, adding = await held.claims.begin(ONE)
    held.adder.ended.append(adding)

    again = await held.begin()

    assert first != again
    assert await held.claims.confirm(again, CODE) == "owned one"
    with pytest.raises(Refused, match=r"claim\.expired"):
        await held.claims.confirm(first, CODE)


async def test_claims_that_ended_take_no_place(held: Held) -> None:
    for _ in range(MOST + 1):
        _, adding = await held.claims.begin(ONE)
        held.adder.ended.append(adding)

    assert await held.begin(TWO)


async def test_a_claim_that_was_won_and_is_being_kept_is_gone_on_with(held: Held) -> None:
    held.adder.pressed.clear()
    first, adding = await held.claims.begin(ONE)
    await held.claims.confirm(first, CODE)
    held.adder.ended.append(adding)

    assert await held.begin() == first


async def test_a_press_is_waited_for_with_one_code(held: Held) -> None:
    held.adder.pressed.clear()
    handle = await held.begin()

    early = await held.claims.confirm(handle, CODE)
    held.adder.pressed.set()
    owned_id = await held.claims.confirm(handle, CODE)

    assert (early, owned_id, held.adder.tried) == (None, "owned one", [CODE])


@pytest.mark.parametrize("error", [Refused("claim.expired"), NotReachable("streamer.silent")])
async def test_a_claim_that_failed_is_forgotten(held: Held, error: Exception) -> None:
    handle = await held.begin()
    held.adder.error = error

    with pytest.raises(type(error)):
        await held.claims.confirm(handle, CODE)
    held.adder.error = None

    assert await held.begin() != handle


async def test_a_claim_is_given_up_once(held: Held) -> None:
    held.adder.pressed.clear()
    handle = await held.begin()
    await held.claims.confirm(handle, CODE)

    for _ in range(2):
        await held.claims.cancel(handle)

    assert held.adder.cancelled == [ONE]


async def test_a_claim_of_which_nothing_more_is_heard_is_given_up(held: Held) -> None:
    await held.begin()
    await settled()

    await held.clock.advance(HELD_S)
    await settled()

    assert held.adder.cancelled == [ONE]


async def test_so_many_are_held_and_no_more(held: Held) -> None:
    for number in range(MOST):
        await held.begin(StreamerId(f"streamer {number}"))

    with pytest.raises(Refused, match=r"claim\.too_many"):
        await held.begin()
    await held.claims.stop()

    assert len(held.adder.cancelled) == MOST


async def test_a_claim_that_is_given_up_while_its_press_is_waited_for_ends_in_a_refusal(
    held: Held,
) -> None:
    held.claims = BegunClaims(held.adder, clock=held.clock, wait_s=1.0)
    held.adder.pressed.clear()
    handle = await held.begin()
    waiting = asyncio.ensure_future(held.claims.confirm(handle, CODE))
    await settled()
    held.adder.late_error = Refused("claim.expired")

    await held.claims.cancel(handle)

    with pytest.raises(Refused, match=r"claim\.expired"):
        await waiting


async def test_two_that_wait_for_one_press_hear_the_same(held: Held) -> None:
    held.claims = BegunClaims(held.adder, clock=held.clock, wait_s=1.0)
    held.adder.pressed.clear()
    handle = await held.begin()
    waiting = [asyncio.ensure_future(held.claims.confirm(handle, CODE)) for _ in range(2)]
    await settled()

    held.adder.pressed.set()

    assert await asyncio.gather(*waiting) == [f"owned {ONE}"] * 2


async def test_two_that_type_a_wrong_code_at_once_are_both_told(held: Held) -> None:
    handle = await held.begin()

    told = await asyncio.gather(
        *(held.claims.confirm(handle, "000000") for _ in range(2)), return_exceptions=True
    )

    assert [str(error) for error in told] == ["claim.wrong_code"] * 2


async def test_of_two_beginnings_at_once_one_claim_is_begun(held: Held) -> None:
    handles = await asyncio.gather(held.begin(), held.begin())

    assert handles[0] == handles[1]
    assert held.adder.begun == [ONE]
