"""A no that no account has recorded, and the sign-in that follows it."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded, NotReachable
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.privacy.gate import Standing
from tests.fakes.membership import EMAIL, computer, session_elsewhere
from tests.fakes.served import PASSWORD

if TYPE_CHECKING:
    from tests.fakes.membership import Computer

ACCEPTED, DECLINED = DecisionKind.ACCEPTED, DecisionKind.DECLINED

pytestmark = pytest.mark.usefixtures("signed_up")


async def kinds(here: Computer) -> list[DecisionKind]:
    return [receipt.kind for receipt in await here.person.receipts()]


async def sign_in_after_a_no(here: Computer) -> None:
    """Say no while nobody is signed in, then sign in to the account that said yes before."""
    await here.person.sign_out()
    await here.decide(DECLINED)
    await here.person.sign_in(EMAIL, PASSWORD)


async def test_c48_a_no_of_this_computer_holds_against_the_older_yes_of_the_account(
    here: Computer,
) -> None:
    await sign_in_after_a_no(here)

    report = here.person.report()
    assert (report.standing, report.email) == (Standing.DECLINED, EMAIL)
    assert (report.is_no_of_computer, report.is_asked) == (True, True)
    assert report.sync.state is SyncState.OFF
    # Nobody knows whether it was this person's: nothing is put into their mouth.
    assert await kinds(here) == [ACCEPTED]


async def test_c48_it_is_asked_about_also_when_the_server_is_gone_right_after_the_sign_in(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = here.person.contact.ask

    async def gone(operation: str, *how: Any, **named: Any) -> Any:  # noqa: ANN401 # as the real one
        if operation == "policies.in_force":
            raise NotReachable("server.away")
        return await ask(operation, *how, **named)

    await here.person.sign_out()
    await here.decide(DECLINED)
    monkeypatch.setattr(here.person.contact, "ask", gone)
    with suppress(NotReachable):
        await here.person.sign_in(EMAIL, PASSWORD)

    report = here.person.report()
    assert (report.standing, report.is_no_of_computer) == (Standing.DECLINED, True)
    assert report.is_asked


async def test_c48_it_holds_after_a_restart_and_asks_no_more_by_itself(here: Computer) -> None:
    await sign_in_after_a_no(here)

    again = await here.start_again()

    report = again.report()
    assert (report.standing, report.is_no_of_computer) == (Standing.DECLINED, True)
    assert not report.is_asked
    assert await kinds(here) == [ACCEPTED]


async def test_c48_it_holds_whatever_the_server_is_asked_meanwhile(here: Computer) -> None:
    await sign_in_after_a_no(here)

    await here.person.refresh()
    here.person.put_off()

    report = here.person.report()
    assert (report.standing, report.is_asked) == (Standing.DECLINED, False)
    assert await kinds(here) == [ACCEPTED]


@pytest.mark.parametrize("kind", [ACCEPTED, DECLINED])
async def test_c48_what_is_decided_next_is_the_accounts(here: Computer, kind: DecisionKind) -> None:
    await sign_in_after_a_no(here)

    await here.decide(kind)

    assert await kinds(here) == [ACCEPTED, kind]
    report = here.person.report()
    assert (report.decision, report.is_no_of_computer, report.is_asked) == (kind, False, False)


async def test_c48_a_no_of_the_account_takes_the_place_of_the_one_of_this_computer(
    here: Computer,
) -> None:
    await here.decide(DECLINED)

    await sign_in_after_a_no(here)

    report = here.person.report()
    assert (report.standing, report.is_no_of_computer) == (Standing.DECLINED, False)
    assert await kinds(here) == [ACCEPTED, DECLINED]


async def test_c48_a_no_that_waits_outlives_the_end_of_its_session(here: Computer) -> None:
    elsewhere = await session_elsewhere(here)
    [own] = [each for each in (await here.person.sessions()).sessions if each.is_current]
    await elsewhere.call("sessions.end", type(None), places={"id": own.id})
    await elsewhere.aclose()
    with pytest.raises(DecisionNeeded):
        await here.decide(DECLINED)
    assert here.person.report().email == ""

    await here.person.sign_in(EMAIL, PASSWORD)

    assert await kinds(here) == [ACCEPTED, DECLINED]
    assert here.person.report().standing is Standing.DECLINED


async def test_c48_a_no_that_waits_outlives_the_sign_out(here: Computer) -> None:
    await here.stop_server()
    await here.decide(DECLINED)
    await here.person.sign_out()
    without = here.person.report()

    again = await here.start_again()
    kept = again.report()
    await again.sign_in(EMAIL, PASSWORD)

    assert (without.standing, without.has_account_data) == (Standing.DECLINED, False)
    assert kept.standing is Standing.DECLINED
    report = again.report()
    assert (report.standing, report.is_no_of_computer) == (Standing.DECLINED, True)


async def test_a_no_that_waits_goes_to_no_other_account(here: Computer) -> None:
    await here.person.sign_out()
    await here.sign_up("bob@example.test")
    await here.stop_server()
    await here.decide(DECLINED)
    await here.person.records.forget_session()
    await here.reach()

    await here.person.sign_in(EMAIL, PASSWORD)

    assert await kinds(here) == [ACCEPTED]
    assert here.person.report().standing is Standing.SIGNED_IN


STEPS = ("yes", "no", "sign in", "sign out", "start again", "server away", "server back", "ask")


@settings(deadline=None, max_examples=25)
@example(["sign out", "no", "sign in"])
@example(["server away", "no", "sign out", "server back", "sign in", "start again", "ask"])
@example(["sign out", "no", "sign in", "server away", "no", "sign out", "start again", "sign in"])
@given(st.lists(st.sampled_from(STEPS), max_size=8))
@pytest.mark.uncounted
def test_c48_whatever_follows_a_no_only_a_yes_of_the_person_ends_it(steps: list[str]) -> None:
    asyncio.run(_live(steps))


async def _live(steps: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with computer(Path(folder)) as here:
            await here.reach()
            await here.sign_up()
            latest = ACCEPTED
            for step in steps:
                latest = await _step(here, step, latest)
                standing = here.person.report().standing
                if latest is DECLINED:
                    assert standing is not Standing.SIGNED_IN


async def _step(here: Computer, step: str, latest: DecisionKind) -> DecisionKind:
    """Take a step and give what the person said last."""
    with suppress(AltraBitsError):
        match step:
            case "yes":
                await here.decide(ACCEPTED)
                return ACCEPTED
            case "no":
                # It holds, whatever becomes of it elsewhere.
                latest = DECLINED
                await here.decide(DECLINED)
            case "sign in" if not here.person.report().email:
                await here.person.sign_in(EMAIL, PASSWORD)
            case "sign out":
                await here.person.sign_out()
            case "start again":
                await here.person.stop()
                await here.start()
                if here.reached is None:
                    here.person.lose("server.away")
                else:
                    await here.reach()
            case "server away" if here.reached is not None:
                await here.stop_server()
            case "server back":
                await here.reach()
            case "ask":
                await here.person.refresh()
    return latest
