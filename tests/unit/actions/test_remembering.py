from __future__ import annotations

import asyncio
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.remembering import Remembering, remembered_from
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.contract.possessions import AddOwned, Owned
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.remembered import read_remembered
from altrabits_desktop.sync.outbox import Errand, Waiting
from tests.fakes.clock import FakeClock
from tests.fakes.membership import Computer, computer
from tests.fakes.served import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.actions.membership import Membership


def owned(name: str, room: str = "", **known: str) -> Owned:
    fields = {"id": f"{name.lower()}-id", **known}
    return Owned(name=name, room=room, revision=1, added_at=FakeClock().now(), **fields)


@dataclass
class Kept:
    """A file, and what is to be in it."""

    path: Path
    listed: tuple[Owned, ...] | None = ()

    def __post_init__(self) -> None:
        self.remembering = Remembering(self.path, listed=lambda: self.listed)

    @property
    def names(self) -> list[str]:
        return [one.name for one in read_remembered(self.path)]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "remembered.txt")


def test_rooms_come_in_the_order_of_the_page_and_names_too() -> None:
    listed = (owned("Radio 10", "Den"), owned("radio 9", "Den"), owned("Bath"), owned("Ärmel", "B"))

    remembered = remembered_from(listed)

    assert [one.name for one in remembered] == ["Ärmel", "radio 9", "Radio 10", "Bath"]
    assert [one.rank for one in remembered] == [0, 2, 3, 1]


def test_it_is_known_again_by_what_the_account_keeps() -> None:
    [one] = remembered_from(
        [owned("Den", product="Cobalt S1", api_id="a", udn="u", mac="m", pin="ab" * 32)]
    )

    assert one[:-1] == ("den-id", "Den", "", "Cobalt S1", "a", "u", "m")


async def test_what_is_listed_is_kept_for_its_owner_alone(kept: Kept) -> None:
    kept.listed = (owned("Den"),)

    await kept.remembering.settle()

    assert kept.names == ["Den"]
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert [path.name for path in kept.path.parent.iterdir()] == ["remembered.txt"]


async def test_nothing_listed_leaves_no_file(kept: Kept) -> None:
    kept.listed = (owned("Den"),)
    await kept.remembering.settle()

    kept.listed = ()
    await kept.remembering.settle()

    assert list(kept.path.parent.iterdir()) == []


async def test_a_file_stays_until_it_is_known_who_is_signed_in(kept: Kept) -> None:
    kept.listed = (owned("Den"),)
    await kept.remembering.settle()
    later = Kept(kept.path, listed=None)

    await later.remembering.settle()

    assert later.names == ["Den"]


async def test_r39_a_damaged_file_is_made_anew(kept: Kept) -> None:
    kept.listed = (owned("Den"),)
    kept.path.write_bytes(b"streamers 1 1\nnonsense\n")

    await kept.remembering.settle()

    assert kept.names == ["Den"]


async def test_what_is_kept_already_is_not_written_again(kept: Kept) -> None:
    kept.listed = (owned("Den"),)
    await kept.remembering.settle()
    written = kept.path.stat()
    later = Kept(kept.path, listed=kept.listed)

    await later.remembering.settle()

    assert kept.path.stat().st_ino == written.st_ino


async def test_a_link_in_its_place_is_replaced_and_its_end_left_alone(
    kept: Kept, tmp_path: Path
) -> None:
    end = tmp_path / "end.txt"
    end.write_bytes(b"mine")
    kept.path.symlink_to(end)
    kept.listed = (owned("Den"),)

    await kept.remembering.settle()

    assert kept.names == ["Den"]
    assert end.read_bytes() == b"mine"


async def test_a_change_in_the_midst_of_writing_is_kept_too(kept: Kept) -> None:
    kept.listed = (owned("Den"),)
    kept.remembering.follow()
    await asyncio.sleep(0)
    kept.listed = ()
    kept.remembering.follow()

    await kept.remembering.stop()

    assert not kept.path.exists()


async def test_whoever_waits_may_be_cancelled_and_it_is_brought_up_all_the_same(kept: Kept) -> None:
    kept.listed = (owned("Den"),)
    waiting = asyncio.ensure_future(kept.remembering.settle())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait((waiting,))

    await kept.remembering.stop()

    assert kept.names == ["Den"]


async def test_what_cannot_be_kept_is_no_error_and_is_tried_again(
    kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    kept.path.mkdir()
    kept.listed = (owned("Den"),)
    await kept.remembering.settle()
    kept.path.rmdir()

    await kept.remembering.settle()

    assert kept.names == ["Den"]
    assert "is not kept: IsADirectoryError" in caplog.text


async def add(person: Membership, name: str) -> None:
    body = AddOwned(id=f"{name.lower()}-streamer", name=name)
    key, at = f"{name}-key-of-16-letters", SystemClock().now()
    await person.keep(
        Waiting(key=key, errand=Errand.ADD_STREAMER, object_id=body.id, body=body, made_at=at)
    )


async def signed_up(made: Computer) -> Kept:
    await made.reach()
    person = await made.sign_up()
    await add(person, "Den")
    await person.records.remembering.stop()
    return Kept(made.folder / "remembered.txt")


async def test_the_streamers_of_whoever_is_signed_in_are_kept(tmp_path: Path) -> None:
    async with computer(tmp_path) as made:
        kept = await signed_up(made)
        before = kept.names
        await add(made.person, "Kitchen")
        await made.person.records.remembering.stop()
        after = kept.names
        await made.start_again()
        await made.person.records.remembering.stop()

        assert (before, after, kept.names) == (["Den"], ["Den", "Kitchen"], ["Den", "Kitchen"])


async def test_c08_signing_out_leaves_nothing_of_them_on_disk(tmp_path: Path) -> None:
    async with computer(tmp_path) as made:
        kept = await signed_up(made)

        await made.person.sign_out()

        assert not kept.path.exists()
        assert made.person.records.listed == ()


async def test_c48_a_no_leaves_nothing_of_them_on_disk(tmp_path: Path) -> None:
    async with computer(tmp_path) as made:
        kept = await signed_up(made)

        await made.decide(DecisionKind.DECLINED)
        await made.start_again()

        assert not kept.path.exists()
        assert made.person.records.listed == ()


async def test_deleting_the_account_leaves_nothing_of_them_on_disk(tmp_path: Path) -> None:
    async with computer(tmp_path) as made:
        kept = await signed_up(made)

        await made.person.delete_account(PASSWORD)

        assert not kept.path.exists()


async def test_a_start_without_the_sign_in_forgets_them(tmp_path: Path) -> None:
    async with computer(tmp_path) as made:
        kept = await signed_up(made)
        assert made.ring is not None
        made.ring.is_locked = True

        await made.start_again()
        await made.person.records.remembering.stop()

        assert not kept.path.exists()


async def test_signing_in_again_brings_them_back(tmp_path: Path) -> None:
    async with computer(tmp_path) as made:
        kept = await signed_up(made)
        await made.person.records.forget_session()
        forgotten = kept.path.exists()

        await made.person.sign_in("ada@example.test", PASSWORD)
        await made.person.records.remembering.stop()

        assert not forgotten
        assert kept.names == ["Den"]
