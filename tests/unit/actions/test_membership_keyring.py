"""Where a sign-in rests, and what is said when it does not come back."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.contract.errors import (
    DecisionNeeded,
    NotReachable,
    Refused,
    StoreUnusable,
)
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.sync.merge import NOTHING
from altrabits_desktop.sync.replica import ACCOUNT, Replica
from tests.fakes.membership import EMAIL, Ring, computer
from tests.fakes.served import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.membership import Computer


async def test_r50_without_a_keyring_a_sign_in_ends_with_the_program_and_this_is_said(
    tmp_path: Path,
) -> None:
    async with computer(tmp_path, has_keyring=False) as here:
        await here.reach()
        person = await here.sign_up()
        said = person.report().is_kept
        token = person.records.token

        await Belongings(person, clock=SystemClock()).open_ticket("No sound", "It is silent.")

        again = await here.start_again()

        assert again.view == NOTHING
        assert not said
        assert (again.report().standing, again.report().email) == (Standing.ANONYMOUS, "")
        assert (again.report().is_withheld, again.report().is_lapsed) == (False, True)
        files = [path.read_bytes() for path in tmp_path.iterdir() if "replica" in path.name]
        assert all(token.encode() not in content for content in files)


async def test_what_an_ended_sign_in_left_unsent_is_counted_until_it_goes(tmp_path: Path) -> None:
    async with computer(tmp_path, has_keyring=False) as here:
        await here.reach()
        person = await here.sign_up()
        await here.stop_server()
        await Belongings(person, clock=SystemClock()).open_ticket("No sound", "It is silent.")
        before = person.report()

        await person.stop()
        again = await here.start()
        later = again.report()
        await again.sign_out()

        assert (before.waits, before.waits_here) == (1, 1)
        assert (later.waits, later.waits_here) == (0, 1)
        assert again.report().waits_here == 0


@pytest.mark.parametrize("ending", ["sign in again", "sign out"])
async def test_r50_a_sign_in_that_ended_with_the_program_is_said_until_the_next_one(
    tmp_path: Path, ending: str
) -> None:
    async with computer(tmp_path, has_keyring=False) as here:
        await here.reach()
        await here.sign_up()
        person = await here.start_again()
        await here.reach()

        if ending == "sign out":
            assert not await person.sign_out(), "the server's list has it still"
        else:
            await person.sign_in(EMAIL, PASSWORD)
        said = person.report().is_lapsed
        after = (await here.start_again()).report().is_lapsed

        assert not said
        assert after is (ending == "sign in again")


async def test_a_sign_in_that_nobody_can_use_any_more_is_ended_by_the_next_one(
    tmp_path: Path,
) -> None:
    async with computer(tmp_path, has_keyring=False) as here:
        await here.reach()
        await here.sign_up()
        person = await here.start_again()
        await here.reach()

        await person.sign_in(EMAIL, PASSWORD)

        assert [each.is_current for each in (await person.sessions()).sessions] == [True]


async def test_a_sign_in_whose_keyring_is_locked_is_not_ended_by_the_next_one(
    here: Computer,
) -> None:
    person = await here.sign_up()
    assert here.ring is not None
    here.ring.is_locked = True
    person = await here.start_again()
    await here.reach()

    await person.sign_in(EMAIL, PASSWORD)

    assert len((await person.sessions()).sessions) == 2


async def test_r50_a_keyring_that_keeps_the_sign_in_to_itself_is_said_and_nothing_is_lost(
    here: Computer,
) -> None:
    person = await here.sign_up()
    assert here.ring is not None
    here.ring.is_locked = True

    locked = (await here.start_again()).report()
    here.ring.is_locked = False
    unlocked = (await here.start_again()).report()

    assert not person.report().is_withheld
    assert (locked.is_withheld, locked.standing) == (True, Standing.ANONYMOUS)
    assert (locked.is_lapsed, unlocked.is_lapsed) == (False, False)
    assert (unlocked.is_withheld, unlocked.standing) == (False, Standing.SIGNED_IN)


async def full(*_given: object, **_named: object) -> None:
    raise StoreUnusable("store.full")


async def test_a_sign_out_on_a_full_disk_ends_here_and_is_made_up_for_at_the_next_start(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await here.sign_up()
    await Belongings(person, clock=SystemClock()).open_ticket("No sound", "It is silent.")
    monkeypatch.setattr(here.replica, "keep_fact", full)
    monkeypatch.setattr(here.replica, "forget_account", full)

    with pytest.raises(StoreUnusable):
        await person.sign_out()
    left = person.report()
    again = (await here.start_again()).report()

    assert (left.standing, left.email, left.is_withheld) == (Standing.ANONYMOUS, "", False)
    assert (again.standing, again.is_withheld) == (Standing.ANONYMOUS, False)
    assert (here.replica.view, await here.replica.fact(ACCOUNT)) == (NOTHING, "")
    assert here.ring is not None
    assert here.ring.kept == {}


async def test_a_sign_in_that_a_full_disk_does_not_take_leaves_nobody_signed_in(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await here.sign_up()
    await person.sign_out()
    monkeypatch.setattr(here.replica, "begin_account", full)

    with pytest.raises(StoreUnusable):
        await person.sign_in(EMAIL, PASSWORD)

    assert here.ring is not None
    assert (person.report().standing, person.report().email) == (Standing.ANONYMOUS, "")
    assert here.ring.kept == {}


async def test_a_sign_in_after_which_the_server_goes_is_one(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await here.sign_up()
    await person.sign_out()

    async def away() -> None:
        raise NotReachable("server.away")

    monkeypatch.setattr(person, "refresh", away)
    await person.sign_in(EMAIL, PASSWORD)

    assert person.report().email == EMAIL


async def test_a_sign_in_that_ends_at_the_server_at_once_is_none(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await here.sign_up()
    await person.sign_out()

    async def over() -> None:
        await person.records.forget_session()
        raise DecisionNeeded("session.ended")

    monkeypatch.setattr(person, "refresh", over)
    with pytest.raises(DecisionNeeded):
        await person.sign_in(EMAIL, PASSWORD)

    assert person.report().is_ended


async def test_who_signs_in_at_the_console_meanwhile_does_not_take_the_place_of_another(
    here: Computer,
) -> None:
    person = await here.sign_up()
    await person.sign_out()

    ended = await asyncio.gather(
        *(person.sign_in(EMAIL, PASSWORD) for _ in range(2)), return_exceptions=True
    )

    [refused] = [each for each in ended if each is not None]
    assert isinstance(refused, Refused)
    assert refused.code == "account.signed_in"
    assert len((await person.sessions()).sessions) == 1


async def test_a_session_that_ends_while_the_disk_is_full_is_not_taken_for_a_locked_keyring(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await here.sign_up()
    [own] = (await person.sessions()).sessions
    await person.end_session(own.id)
    monkeypatch.setattr(here.replica, "keep_fact", full)
    with pytest.raises(DecisionNeeded):
        await person.account()

    again = (await here.start_again()).report()

    assert here.ring is not None
    assert (again.is_withheld, again.standing) == (False, Standing.ANONYMOUS)
    assert here.ring.kept == {}
    assert await here.replica.fact(ACCOUNT) != ""


async def test_what_cannot_be_made_up_for_yet_is_made_up_for_later(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await here.sign_up()
    with monkeypatch.context() as patch:
        patch.setattr(Replica, "keep_fact", full)
        patch.setattr(Replica, "forget_account", full)
        with pytest.raises(StoreUnusable):
            await person.sign_out()
        left = person.report()
        still_full = (await here.start_again()).report()

    again = (await here.start_again()).report()

    assert not still_full.is_withheld
    assert not again.is_withheld
    assert (left.is_ended, still_full.is_ended, again.is_ended) == (False, False, False)
    assert here.ring is not None
    assert here.ring.kept == {}


async def test_c08_a_sign_out_of_nobody_leaves_no_trace(here: Computer) -> None:
    assert await here.person.sign_out()

    assert not await asyncio.to_thread(here.replica.exists)


@pytest.mark.parametrize("kind", DecisionKind)
async def test_a_sign_out_of_nobody_takes_back_no_decision(
    here: Computer, kind: DecisionKind
) -> None:
    await here.decide(kind)

    await here.person.sign_out()

    assert here.person.report().decision is kind
    assert (await here.start_again()).report().decision is kind


async def test_a_sign_out_of_nobody_asks_no_keyring(here: Computer) -> None:
    assert here.ring is not None
    here.ring.kept["session "] = "of somebody else"

    await here.person.sign_out()

    assert here.ring.kept == {"session ": "of somebody else"}


async def test_r50_a_sign_in_that_has_ended_is_not_looked_for_in_the_keyring(
    here: Computer,
) -> None:
    person = await here.sign_up()
    [own] = (await person.sessions()).sessions
    await person.end_session(own.id)
    with pytest.raises(DecisionNeeded):
        await person.account()

    ended = person.report()
    again = (await here.start_again()).report()

    assert (ended.is_ended, again.is_ended) == (True, True)
    assert (again.is_withheld, again.standing) == (False, Standing.ANONYMOUS)


async def test_while_a_keyring_is_asked_no_sign_in_is_said_to_have_ended(here: Computer) -> None:
    person = await here.sign_up()
    await person.stop()
    asked, may_answer = threading.Event(), threading.Event()

    class Asking(Ring):
        def get_password(self, service: str, username: str) -> str | None:
            asked.set()
            may_answer.wait()
            return super().get_password(service, username)

    assert here.ring is not None
    slow = Asking()
    slow.kept, here.ring = here.ring.kept, slow
    starting = asyncio.ensure_future(here.start())
    await asyncio.to_thread(asked.wait)
    meanwhile = here.person.report()
    may_answer.set()
    known = (await starting).report()

    assert (meanwhile.is_known, meanwhile.has_account_data) == (False, True)
    assert (meanwhile.is_ended, known.is_ended, known.email) == (False, False, EMAIL)
