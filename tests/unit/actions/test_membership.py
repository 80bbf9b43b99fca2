"""How a person stands to the server, from the first start to the last."""

from __future__ import annotations

import asyncio
import gc
import socket
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import HomeReport, ServerState
from altrabits_desktop.contract.errors import DecisionNeeded, Refused, ServerAway
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.privacy.receipts import first_broken
from tests.fakes.membership import EMAIL, computer, session_elsewhere
from tests.fakes.served import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.actions.membership import Membership
    from tests.fakes.membership import Computer

ACCEPTED, DECLINED = DecisionKind.ACCEPTED, DecisionKind.DECLINED
OTHER_PASSWORD = "another walk along the river"


def is_in_step(person: Membership) -> bool:
    return person.report().sync.state is SyncState.IN_STEP


async def test_the_policy_is_there_before_any_server_and_asked_about_once_one_says_so(
    tmp_path: Path,
) -> None:
    async with computer(tmp_path) as here:
        before = here.person.report()
        await here.reach()

        assert before.policy == here.policies[0]
        assert (before.server, before.is_asked) == (ServerState.STARTING, False)
        report = here.person.report()
        assert (report.server, report.is_asked) == (ServerState.REACHED, True)
        assert report.standing is Standing.ANONYMOUS


async def test_what_is_asked_while_the_server_starts_waits_for_it(tmp_path: Path) -> None:
    async with computer(tmp_path) as here:
        await here.decide(ACCEPTED)
        asked = asyncio.ensure_future(here.person.create_account(EMAIL, PASSWORD))

        await here.reach()
        await asked

        assert here.person.report().standing is Standing.SIGNED_IN


async def test_not_now_is_no_decision_and_nobody_asks_again_about_that_version(
    here: Computer,
) -> None:
    here.person.put_off()
    await asyncio.gather(*here.person._tasks)  # noqa: SLF001 # it is on its way to the disk

    again = (await here.start_again()).report()

    assert (again.is_asked, again.decision) == (False, None)
    assert again.standing is Standing.ANONYMOUS
    await here.publish("2.0")
    assert (await here.start_again()).report().is_asked


async def test_not_now_on_a_disk_that_takes_nothing_holds_for_this_start(tmp_path: Path) -> None:
    faults: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, fault: faults.append(fault))
    async with computer(tmp_path) as here:
        here.person.rest()
        (tmp_path / "replica.sqlite3").mkdir()

        here.person.put_off()
        await asyncio.wait(here.person._tasks)  # noqa: SLF001 # as above
        gc.collect()

        assert not here.person.report().is_asked
        assert faults == []


async def test_c45_an_account_takes_the_yes_that_was_given_before(here: Computer) -> None:
    person = await here.sign_up()

    await here.until(lambda: is_in_step(person))
    report = person.report()
    [receipt] = await person.receipts()
    assert (report.standing, report.email) == (Standing.SIGNED_IN, EMAIL)
    assert (receipt.kind, receipt.wording) == (ACCEPTED, "Accepted")
    assert first_broken([receipt]) is None


async def test_c45_no_account_without_a_yes(here: Computer) -> None:
    for decide, why in ((None, "gate.decision_needed"), (DECLINED, "gate.declined")):
        if decide is not None:
            await here.decide(decide)
        with pytest.raises(DecisionNeeded) as refused:
            await here.person.create_account(EMAIL, PASSWORD)

        assert refused.value.code == why


async def test_c45_the_yes_of_whoever_is_signed_in_makes_nobody_else_an_account(
    here: Computer,
) -> None:
    await here.sign_up()

    for enter in (here.person.create_account, here.person.sign_in):
        with pytest.raises(Refused) as refused:
            await enter("else@example.test", PASSWORD)
        assert refused.value.code == "account.signed_in"

    assert here.person.report().email == EMAIL
    assert len(await here.person.receipts()) == 1


async def test_a_sign_in_outlives_the_program(here: Computer) -> None:
    await here.sign_up()

    person = await here.start_again()

    await here.until(lambda: is_in_step(person))
    assert person.report().email == EMAIL
    assert person.report().is_kept


async def test_c48_after_a_no_nothing_is_sent_also_after_a_restart(tmp_path: Path) -> None:
    async with computer(tmp_path) as here:
        await here.reach()
        await here.decide(DECLINED)
        await here.person.stop()
        person = await here.start()
        with socket.create_server(("127.0.0.1", 0)) as listening:
            listening.settimeout(0.3)
            await person.reach(Reached(f"http://127.0.0.1:{listening.getsockname()[1]}"))

            with pytest.raises(TimeoutError):
                await asyncio.to_thread(listening.accept)

        assert person.report().standing is Standing.DECLINED
        assert person.closed_by(Feature.CONTROL) is not None
        assert person.closed_by(Feature.FIND) is None


async def test_c48_a_no_can_be_reversed(here: Computer) -> None:
    await here.decide(DECLINED)

    await here.person.refresh()
    await here.sign_up()

    assert here.person.report().standing is Standing.SIGNED_IN


async def test_c48_a_no_of_an_account_is_recorded_and_ends_the_sync(here: Computer) -> None:
    person = await here.sign_up()
    await here.until(lambda: is_in_step(person))

    await here.decide(DECLINED)

    assert [receipt.kind for receipt in await person.receipts()] == [ACCEPTED, DECLINED]
    assert person.report().sync.state is SyncState.OFF
    again = await here.start_again()
    assert again.report().standing is Standing.DECLINED
    assert again.report().sync.state is SyncState.OFF


async def test_c48_a_no_holds_while_the_server_is_away_and_is_recorded_later(
    here: Computer,
) -> None:
    person = await here.sign_up()
    await here.stop_server()

    await here.decide(DECLINED)

    assert person.report().standing is Standing.DECLINED
    again = await here.start_again()
    assert [receipt.kind for receipt in await again.receipts()] == [ACCEPTED, DECLINED]


async def test_a_yes_that_no_server_has_recorded_is_none(here: Computer) -> None:
    person = await here.sign_up()
    await here.decide(DECLINED)
    await here.stop_server()

    with pytest.raises(ServerAway):
        await here.decide(ACCEPTED)

    assert person.report().standing is Standing.DECLINED


async def test_c47_a_new_version_limits_the_running_session_until_it_is_decided(
    here: Computer,
) -> None:
    person = await here.sign_up()
    await here.until(lambda: is_in_step(person))

    await here.publish("2.0")
    await here.until(lambda: person.report().standing is Standing.LIMITED)

    assert person.report().is_asked
    assert person.report().decided_version == "1.0"
    assert person.closed_by(Feature.SUPPORT) == "gate.decision_needed"
    await here.decide(ACCEPTED)
    assert person.report().decided_version == "2.0"
    await here.until(lambda: is_in_step(person))
    assert [receipt.version for receipt in await person.receipts()] == ["1.0", "2.0"]


async def test_c46_a_sign_in_takes_the_decisions_of_the_account(here: Computer) -> None:
    person = await here.sign_up()
    await here.decide(DECLINED)
    await person.sign_out()
    before = person.report()
    assert before == HomeReport(
        server=ServerState.REACHED, policy=before.policy, sync=before.sync, is_asked=True
    )
    assert before.sync.state is SyncState.OFF
    await here.decide(ACCEPTED)

    await person.sign_in(EMAIL, PASSWORD)

    assert person.report().standing is Standing.DECLINED


async def test_c14_a_session_that_was_ended_elsewhere_is_over_here(here: Computer) -> None:
    person = await here.sign_up()
    await here.until(lambda: is_in_step(person))
    elsewhere = await session_elsewhere(here)
    [own] = [each for each in (await person.sessions()).sessions if each.is_current]

    await elsewhere.call("sessions.end", type(None), places={"id": own.id})
    await elsewhere.aclose()
    with pytest.raises(DecisionNeeded):
        await person.account()

    assert person.report().standing is Standing.ANONYMOUS
    assert person.report().has_account_data
    assert here.ring is not None
    assert here.ring.kept == {}


async def test_c14_another_session_is_ended_from_here(here: Computer) -> None:
    person = await here.sign_up()
    elsewhere = await session_elsewhere(here)
    [other] = [each for each in (await person.sessions()).sessions if not each.is_current]

    await person.end_session(other.id)

    with pytest.raises(DecisionNeeded):
        await elsewhere.call("accounts.get", type(None))
    await elsewhere.aclose()
    assert len((await person.sessions()).sessions) == 1


async def test_a_sign_out_tells_that_it_is_over_at_the_server_too(here: Computer) -> None:
    person = await here.sign_up()

    assert await person.sign_out()
    assert await person.sign_out(), "nobody is signed in, so nothing is left"


async def test_a_session_that_has_ended_at_the_server_is_over_there(here: Computer) -> None:
    person = await here.sign_up()
    elsewhere = await session_elsewhere(here)
    [own] = [each for each in (await person.sessions()).sessions if each.is_current]
    await elsewhere.call("sessions.end", type(None), places={"id": own.id})
    await elsewhere.aclose()

    assert await person.sign_out()


async def test_signing_out_leaves_nothing_here_also_without_the_server(here: Computer) -> None:
    person = await here.sign_up()
    await here.stop_server()

    is_over = await person.sign_out()

    assert here.ring is not None
    assert here.ring.kept == {}
    assert not is_over
    again = (await here.start_again()).report()
    assert (again.standing, again.has_account_data) == (Standing.ANONYMOUS, False)


async def test_c13_a_password_is_changed_and_the_account_deleted(here: Computer) -> None:
    person = await here.sign_up()
    created = await person.account()

    await person.change_password(PASSWORD, OTHER_PASSWORD)
    with pytest.raises(Refused) as wrong:
        await person.delete_account(PASSWORD)
    await person.delete_account(OTHER_PASSWORD)

    assert created.email == EMAIL
    assert wrong.value.code == "account.password_wrong"
    assert person.report().standing is Standing.ANONYMOUS
    with pytest.raises(Refused) as gone:
        await person.sign_in(EMAIL, OTHER_PASSWORD)
    assert gone.value.code == "sign_in.refused"


async def test_versions_and_their_texts_are_read_by_everybody(here: Computer) -> None:
    await here.publish("2.0")

    listed = (await here.person.versions()).policies

    assert [policy.version for policy in listed] == ["2.0", "1.0"]
    assert (await here.person.version("1.0")).text == here.policies[0].text
    assert await here.person.receipts() == ()


async def test_c08_reading_and_looking_leave_nothing_on_the_disk(tmp_path: Path) -> None:
    async with computer(tmp_path) as here:
        person = here.person
        person.rest()
        await person.refresh()
        listed = (await person.versions()).policies
        read = await person.version("1.0")

        assert person.report().is_asked
        assert person.report().server is ServerState.RESTING
        assert [(policy.version, policy.is_in_force) for policy in listed] == [("1.0", True)]
        assert read == here.policies[0]
    assert list(tmp_path.iterdir()) == []


async def test_c08_what_is_read_while_the_server_may_rest_rouses_none(tmp_path: Path) -> None:
    async with computer(tmp_path) as here:
        person = here.person
        asked = asyncio.gather(person.refresh(), person.versions(), person.version("1.0"))
        await asyncio.sleep(0)

        person.rest()
        _, listed, read = await asked

        assert person.report().server is ServerState.RESTING
        assert [(policy.version, policy.is_in_force) for policy in listed.policies] == [
            ("1.0", True)
        ]
        assert read == here.policies[0]
    assert list(tmp_path.iterdir()) == []


async def test_c48_a_no_without_an_account_needs_no_server(tmp_path: Path) -> None:
    async with computer(tmp_path) as here:
        here.person.rest()
        await here.decide(DECLINED)
        await here.person.stop()
        again = await here.start()
        again.rest()

        assert again.report().standing is Standing.DECLINED
        assert not again.report().is_asked
        assert here.reached is None
        assert not (tmp_path / "server.sqlite3").exists()


async def test_a_resting_server_is_roused_by_what_needs_it(tmp_path: Path) -> None:
    async with computer(tmp_path) as here:
        here.person.rest()

        person = await here.sign_up()

        assert person.report().server is ServerState.REACHED
        await here.until(lambda: is_in_step(person))


async def test_a_server_that_is_lost_is_said_with_its_reason(here: Computer) -> None:
    here.person.lose("store.damaged")

    report = here.person.report()

    assert (report.server, report.server_code) == (ServerState.AWAY, "store.damaged")
    with pytest.raises(ServerAway):
        await here.person.versions()
