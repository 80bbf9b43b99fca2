"""The staff PIN: digits of a choice that is none, and a brake that nothing lifts but time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.staff_pin import (
    MOST_TRIES,
    TRIES_WITHIN,
    StaffPin,
    fault_of,
    wait_after,
)
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.kiosk_files import KioskFiles
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.runtime.paths import Profile
from tests.fakes.clock import NOON, FakeClock
from tests.fakes.shop import PIN, WEAK

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class SetClock(FakeClock):
    """One that somebody sets, as time comes from the network."""

    ahead = timedelta()

    def now(self) -> datetime:
        return super().now() + self.ahead


class House:
    """A PIN, and any number of starts of the program that ask for it."""

    def __init__(self, folder: Path) -> None:
        self.clock = SetClock()
        self.files = KioskFiles(Profile(folder))
        self.pin = self.start()
        self.kept = ""

    def start(self) -> StaffPin:
        return StaffPin(self.files, passwords=Passwords(WEAK), clock=self.clock)

    async def answer(self, pin: str) -> str:
        try:
            await self.pin.check(pin, kept=self.kept)
        except Refused as refusal:
            return refusal.code
        return "right"


@pytest.fixture
async def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    house.kept = await house.pin.hash(PIN)
    return house


@pytest.mark.parametrize(
    ("pin", "fault"),
    [
        ("38471", "kiosk.pin_length"),
        ("384719", None),
        ("384719384719", None),
        ("3847193847191", "kiosk.pin_length"),
        ("38471a", "kiosk.pin_digits"),
        ("٣٨٤٧١٩", "kiosk.pin_digits"),
        ("", "kiosk.pin_digits"),
        ("000000", "kiosk.pin_common"),
        ("123456", "kiosk.pin_common"),
        ("987654", "kiosk.pin_common"),
    ],
)
def test_a_new_pin_is_six_to_twelve_digits_that_nobody_tries_first(
    pin: str, fault: str | None
) -> None:
    assert fault_of(pin) == fault


async def test_r55_five_wrong_pins_close_the_way_for_five_minutes_also_for_the_right_one(
    house: House,
) -> None:
    answers = [await house.answer("000000") for _ in range(MOST_TRIES)]
    assert set(answers) == {"kiosk.pin_wrong"}

    assert await house.answer(PIN) == "kiosk.pin_braked"
    house.clock.move(TRIES_WITHIN.total_seconds() - 1)
    assert await house.answer(PIN) == "kiosk.pin_braked"
    house.clock.move(1)
    assert await house.answer(PIN) == "right"


@pytest.mark.parametrize("by", [timedelta(hours=1), timedelta(days=-400)])
async def test_r55_a_clock_that_is_set_gives_no_try_back(house: House, by: timedelta) -> None:
    for _ in range(MOST_TRIES):
        house.clock.ahead += by
        assert await house.answer("000000") == "kiosk.pin_wrong"
    house.clock.ahead += by

    assert await house.answer(PIN) == "kiosk.pin_braked"
    house.clock.move(TRIES_WITHIN.total_seconds())
    assert await house.answer(PIN) == "right"
    assert await house.answer("000000") == "kiosk.pin_wrong"


async def test_pulling_the_plug_gives_no_try_back(house: House) -> None:
    for _ in range(MOST_TRIES):
        house.pin = house.start()
        assert await house.answer("000000") == "kiosk.pin_wrong"
    house.pin = house.start()
    assert await house.answer(PIN) == "kiosk.pin_braked"


async def test_tries_that_cannot_be_read_count_as_all_there_are(house: House) -> None:
    await house.answer("000000")
    (house.files._folder / "tries.json").write_text("[broken")  # noqa: SLF001 # damaged on purpose
    house.pin = house.start()

    assert await house.answer(PIN) == "kiosk.pin_braked"
    house.clock.move(TRIES_WITHIN.total_seconds())
    assert await house.answer(PIN) == "right"


async def test_tries_of_a_clock_that_was_ahead_close_the_way_for_five_minutes_and_no_longer(
    house: House,
) -> None:
    ahead = house.clock.now() + timedelta(days=400)
    house.files.keep_tries((ahead,) * MOST_TRIES)
    house.pin = house.start()

    assert await house.answer(PIN) == "kiosk.pin_braked"
    house.clock.move(TRIES_WITHIN.total_seconds() - 1)
    assert await house.answer(PIN) == "kiosk.pin_braked"
    house.pin = house.start()
    house.clock.move(1)
    assert await house.answer(PIN) == "right"


@pytest.mark.parametrize("content", ['["2026-07-01T12:00:00"]', '["0001-01-01T00:00:00+14:00"]'])
async def test_tries_without_a_place_in_time_count_as_all_there_are(
    house: House, content: str
) -> None:
    await house.answer("000000")
    (house.files._folder / "tries.json").write_text(content)  # noqa: SLF001 # damaged on purpose
    house.pin = house.start()

    assert await house.answer(PIN) in {"kiosk.pin_braked", "right"}


async def test_without_a_pin_nothing_is_right(house: House) -> None:
    house.kept = ""
    assert await house.answer(PIN) == "kiosk.pin_wrong"


async def test_a_paste_bomb_is_wrong_and_costs_no_hash(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Passwords, "verify", None)
    assert await house.answer("1" * 1_000_000) == "kiosk.pin_wrong"


async def test_a_right_pin_forgets_the_wrong_ones(house: House) -> None:
    for _ in range(MOST_TRIES - 1):
        await house.answer("000000")
    assert await house.answer(PIN) == "right"
    assert await house.answer("000000") == "kiosk.pin_wrong"
    assert house.files.tries() is not None
    assert len(house.files.tries() or ()) == 1


@given(
    ages=st.lists(st.integers(-4000, 4000), max_size=12),
    extra=st.integers(0, 400),
)
def test_r55_no_five_minutes_hold_more_than_five_tries(ages: list[int], extra: int) -> None:
    now = NOON + timedelta(seconds=extra)
    tries = [now - timedelta(seconds=age) for age in ages]

    within = [at for at in tries if min(at, now) > now - TRIES_WITHIN]
    assert bool(wait_after(tries, now)) is (len(within) >= MOST_TRIES)
    assert wait_after(tries, now) <= TRIES_WITHIN
