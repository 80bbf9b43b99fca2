from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest

from altrabits_desktop.app.crash import CrashNotice
from altrabits_desktop.app.kiosk_place import KioskPlace, guarded
from altrabits_desktop.app.lifetime import Lifetime
from altrabits_desktop.runtime.paths import Profile
from tests.fakes.clock import settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.actions.kiosk import Kiosk as RealKiosk
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.kiosk import WipeReason


class Kiosk:
    """Writes down what is done to it."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.is_covering = False

    def report(self) -> Kiosk:
        return self

    def cover(self, reason: WipeReason) -> None:
        self.is_covering = True
        self.done.append(f"cover {reason.value}")

    async def load(self) -> None:
        self.done.append("load")

    async def run(self) -> None:
        self.done.append("run")
        await asyncio.Event().wait()


@pytest.fixture
def told() -> list[AltraBitsError]:
    return []


@pytest.fixture
async def lifetime(told: list[AltraBitsError]) -> AsyncIterator[Lifetime]:
    lifetime = Lifetime(notice=CrashNotice(told.append))
    yield lifetime
    await lifetime.stop()
    assert told == []


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path)


def place_of(
    profile: Profile, lifetime: Lifetime, *, is_covering: bool = False
) -> tuple[KioskPlace, list[Kiosk]]:
    built: list[Kiosk] = []

    def build() -> RealKiosk:
        built.append(Kiosk())
        return cast("RealKiosk", built[-1])

    return KioskPlace(profile, lifetime, build=build, is_covering=is_covering), built


async def looked() -> None:
    """Let the look at the profile, on a thread, come to its end."""
    for _ in range(20):
        await asyncio.to_thread(lambda: None)
        await settled()


async def test_where_staff_set_up_none_there_is_none(profile: Profile, lifetime: Lifetime) -> None:
    place, built = place_of(profile, lifetime)

    place.begin()
    await looked()

    assert built == []
    assert place.late.made is None


async def test_one_that_was_set_up_is_there_with_the_house(
    profile: Profile, lifetime: Lifetime
) -> None:
    profile.kiosk_file.parent.mkdir(parents=True)
    profile.kiosk_file.write_text("{}", encoding="utf-8")
    place, built = place_of(profile, lifetime)

    place.begin()
    await looked()

    assert [each.done for each in built] == [["load", "run"]]


async def test_one_that_cannot_be_seen_is_taken_for_one(
    profile: Profile, lifetime: Lifetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: object) -> bool:
        raise PermissionError(13, "no access")

    monkeypatch.setattr("pathlib.Path.exists", refuse)
    place, built = place_of(profile, lifetime)

    place.begin()
    await looked()

    assert len(built) == 1


async def test_one_that_page_settings_asks_for_runs_at_once(
    profile: Profile, lifetime: Lifetime
) -> None:
    place, built = place_of(profile, lifetime)
    place.begin()
    await looked()

    place.late.get()
    await settled()

    assert built[0].done == ["load", "run"]


async def test_a_start_as_a_kiosk_covers_at_once_and_acts_once_the_house_stands(
    profile: Profile, lifetime: Lifetime
) -> None:
    place, built = place_of(profile, lifetime, is_covering=True)
    await settled()
    assert built[0].done == ["cover start"]

    place.begin()
    await looked()

    assert built[0].done == ["cover start", "load", "run"]
    assert len(built) == 1


async def test_addresses_are_opened_for_staff_and_for_no_visitor(
    profile: Profile, lifetime: Lifetime
) -> None:
    opened: list[str] = []
    place, built = place_of(profile, lifetime)
    known: list[KioskPlace] = []

    def open_and_note(address: str) -> bool:
        opened.append(address)
        return True

    open_address = guarded(open_and_note, lambda: known[0] if known else None)

    assert open_address("https://before.example")
    known.append(place)
    assert open_address("https://none.example")
    place.late.get()
    assert open_address("https://staff.example")
    built[0].is_covering = True
    assert not open_address("https://visitor.example")

    assert opened == ["https://before.example", "https://none.example", "https://staff.example"]
