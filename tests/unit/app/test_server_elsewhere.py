"""A profile whose server runs elsewhere: reached, away, back; and nothing goes to another."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.app.homing import build_home_server, desk_of, keeping_of
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.contract.errors import Refused, ServerAway, StoreUnusable
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.contract.server_address import read_server_address
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.privacy.gate import Closed, Standing
from altrabits_desktop.runtime.clock import SystemClock
from tests.fakes.elsewhere import Elsewhere, elsewhere
from tests.fakes.membership import EMAIL, Ring
from tests.fakes.served import PASSWORD
from tests.harness.person_elsewhere import Person, belongings, decide, sign_up

if TYPE_CHECKING:
    from pathlib import Path


OTHER_PASSWORD = "a short walk to the lighthouse"


async def test_the_policy_in_force_is_the_one_that_server_publishes(
    far: Elsewhere, person: Person
) -> None:
    server = await person.start(far.address)

    report = server.home.report()
    assert report.server is ServerState.REACHED
    assert report.elsewhere == far.address.name
    assert report.policy is not None
    assert report.policy.version == "7.0"
    assert report.is_asked
    assert {policy.version for policy in (await server.home.versions()).policies} == {"7.0"}


async def test_c08_looking_at_a_server_elsewhere_leaves_no_file(
    far: Elsewhere, person: Person
) -> None:
    await person.start(far.address)

    assert not person.profile.folder.exists()


async def test_before_contact_nothing_is_claimed_and_the_gate_is_shut(
    far: Elsewhere, person: Person
) -> None:
    await far.stop()
    server = await person.start(far.address)

    report = server.home.report()
    assert (report.server, report.server_code) == (ServerState.AWAY, "server.away")
    assert (report.policy, report.is_asked) == (None, False)
    assert server.home.closed_by(Feature.CONTROL) is Closed.SIGN_IN_NEEDED
    assert server.home.closed_by(Feature.FIND) is None
    assert server.home.closed_by(Feature.CONTROL, is_demo=True) is None
    with pytest.raises(ServerAway):
        await desk_of(server, SystemClock(), keeping=keeping_of(server)).carry_out(
            OwnerErrand(("policy", "show"))
        )


async def test_a_server_that_comes_later_is_found(far: Elsewhere, person: Person) -> None:
    await far.stop()
    server = await person.start(far.address)

    await far.start()
    await person.until(lambda: server.home.report().server is ServerState.REACHED)

    assert server.home.report().is_asked


async def test_a_fault_of_ours_while_contact_is_kept_is_told_and_the_end_ends_all(
    far: Elsewhere, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: asyncio.Queue[object] = asyncio.Queue()
    asyncio.get_running_loop().set_exception_handler(
        lambda _loop, context: told.put_nowait(context["exception"])
    )
    server = await person.start(far.address)
    monkeypatch.setattr(server.home, "ask_anew", None)
    await far.stop()

    with pytest.raises(ServerAway):
        await server.home.refresh()
    async with asyncio.timeout(5):
        error = await told.get()
    await person.stop()

    assert isinstance(error, TypeError)
    with pytest.raises(StoreUnusable):
        await server.home.records.replica.fact("any")


async def test_whoever_does_something_does_not_wait_for_the_next_try(
    far: Elsewhere, person: Person
) -> None:
    await far.stop()
    server = await person.start(far.address)
    await far.start()

    await server.home.refresh()

    assert server.home.report().server is ServerState.REACHED


async def test_an_account_is_made_and_used_and_is_there_after_a_restart(
    far: Elsewhere, person: Person
) -> None:
    server = await person.start(far.address)
    await sign_up(server)
    assert server.home.report().standing is Standing.SIGNED_IN
    number = await belongings(server).open_ticket("No sound", "Since this morning.")
    await person.until(lambda: not server.home.report().waits)

    again = await person.start(far.address)

    assert again.home.report().standing is Standing.SIGNED_IN
    assert belongings(again).ticket(number).revision > 0
    assert not person.profile.server_folder.exists()
    assert not person.profile.replica_file.exists()
    modes = {path.stat().st_mode & 0o077 for path in person.profile.folder.rglob("*")}
    assert modes == {0}


async def test_an_address_that_is_taken_reads_as_a_password_that_does_not_fit(
    far: Elsewhere, person: Person
) -> None:
    server = await person.start(far.address)
    await sign_up(server)
    await server.home.sign_out()
    await decide(server)

    with pytest.raises(Refused) as refused:
        await server.home.create_account(EMAIL, OTHER_PASSWORD)
    assert refused.value.code == "account.not_opened"
    assert not server.home.report().email

    await server.home.create_account(EMAIL, PASSWORD)
    assert server.home.report().email == EMAIL


async def test_what_is_done_while_the_server_is_away_waits_and_arrives_once(
    far: Elsewhere, person: Person
) -> None:
    server = await person.start(far.address)
    await sign_up(server)
    await person.until(lambda: server.home.report().sync.state is SyncState.IN_STEP)
    await far.stop()
    await person.until(lambda: server.home.report().server is ServerState.AWAY)

    number = await belongings(server).open_ticket("No sound", "Since this morning.")
    assert server.home.report().waits == 1
    assert server.home.report().standing is Standing.SIGNED_IN
    await far.start()
    await person.until(lambda: not server.home.report().waits)

    assert server.home.report().server is ServerState.REACHED
    assert [ticket.number for ticket in belongings(server).tickets()] == [number]


async def test_a_start_without_the_server_knows_what_was_accepted_there(
    far: Elsewhere, person: Person
) -> None:
    server = await person.start(far.address)
    await sign_up(server)
    await person.stop()
    await far.stop()

    again = await person.start(far.address)
    report = again.home.report()
    number = await belongings(again).open_ticket("No sound", "Since this morning.")

    assert (report.server, report.standing) == (ServerState.AWAY, Standing.SIGNED_IN)
    assert report.policy is not None
    assert report.policy.version == "7.0"
    await far.start()
    await person.until(lambda: not again.home.report().waits)
    assert belongings(again).ticket(number).revision > 0


async def test_c46_what_waits_is_not_sent_before_the_policy_in_force_is_known(
    far: Elsewhere, person: Person
) -> None:
    server = await person.start(far.address)
    await sign_up(server)
    await person.stop()
    await far.publish("8.0")
    await far.stop()
    away = await person.start(far.address)
    await belongings(away).open_ticket("No sound", "Since this morning.")
    far.asked.clear()

    await far.start()
    await person.until(lambda: away.home.report().server is ServerState.REACHED)
    await person.until(lambda: away.home.report().is_asked)

    assert away.home.report().standing is Standing.LIMITED
    assert "/api/v1/tickets" not in far.asked
    await decide(away)
    await person.until(lambda: not away.home.report().waits)


async def test_c48_after_a_no_the_server_is_asked_nothing(far: Elsewhere, person: Person) -> None:
    server = await person.start(far.address)
    await decide(server, DecisionKind.DECLINED)
    await person.stop()
    far.asked.clear()

    again = await person.start(far.address)
    await asyncio.sleep(0.1)

    assert again.home.report().standing is Standing.DECLINED
    assert far.asked == []
    await decide(again)
    assert again.home.report().decision is DecisionKind.ACCEPTED


async def test_r30_what_one_server_holds_never_goes_to_another(
    far: Elsewhere, person: Person, tmp_path: Path
) -> None:
    server = await person.start(far.address)
    await sign_up(server)
    await person.until(lambda: server.home.report().sync.state is SyncState.IN_STEP)
    await far.stop()
    await belongings(server).open_ticket("No sound", "Only for the first server.")
    assert isinstance(person.ring, Ring)
    tokens = dict(person.ring.kept)

    async with elsewhere(tmp_path / "other", version="9.0") as other:
        second = await person.start(other.address)
        report = second.home.report()
        assert (report.standing, report.email, report.waits) == (Standing.ANONYMOUS, "", 0)
        assert report.decision is None
        await sign_up(second)
        assert belongings(second).tickets() == ()
        here = await person.start(None)
        assert (here.home.report().email, here.home.report().waits) == ("", 0)

    await far.start()
    back = await person.start(far.address)
    assert back.home.report().email == EMAIL
    await person.until(lambda: not back.home.report().waits)
    [ticket] = belongings(back).tickets()
    assert ticket.messages[0].text == "Only for the first server."
    assert tokens.items() <= person.ring.kept.items()


async def test_r30_a_server_that_says_another_ones_ids_gets_none_of_its_secrets(
    far: Elsewhere, person: Person, tmp_path: Path
) -> None:
    server = await person.start(far.address)
    other = read_server_address("http://127.0.0.1:9")
    other_server = build_home_server(
        person.profile, clock=SystemClock(), find_keyring=lambda: person.ring, elsewhere=other
    )
    here = build_home_server(person.profile, clock=SystemClock(), find_keyring=lambda: person.ring)

    await server.keychain.put("session 1", "the token of the first")

    assert await server.keychain.get("session 1") == "the token of the first"
    assert await other_server.keychain.get("session 1") is None
    assert await here.keychain.get("session 1") is None
    await other_server.keychain.drop("session 1")
    assert await server.keychain.get("session 1") == "the token of the first"


async def test_a_damaged_replica_is_said_and_ends_nothing(
    far: Elsewhere, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    person.profile.prepare_elsewhere(far.address.url)
    replica = person.profile.elsewhere(far.address.url) / "replica.sqlite3"
    replica.write_bytes(b"no database at all" * 99)

    server = await person.start(far.address)

    assert server.home.report().server_code == "store.damaged"
    assert "store.damaged" in caplog.text


async def test_a_program_that_ends_while_the_server_is_silent_leaves_nothing_running(
    person: Person,
) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(-1)
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        before = asyncio.all_tasks()
        address = read_server_address(f"http://127.0.0.1:{port}")
        server = build_home_server(
            person.profile, clock=SystemClock(), find_keyring=lambda: None, elsewhere=address
        )
        starting = asyncio.ensure_future(server.bring_up())
        await asyncio.sleep(0.3)
        await server.stop()
        await asyncio.wait_for(starting, 5)
        await asyncio.sleep(0.1)

        left = {task.get_coro().__qualname__ for task in asyncio.all_tasks() - before}  # type: ignore[union-attr] # all are coroutines

    assert "ServerElsewhere._keep_contact" not in left
    assert server.is_up.is_set()


async def test_a_program_that_ends_before_it_has_begun_asks_nobody(
    far: Elsewhere, person: Person
) -> None:
    server = build_home_server(
        person.profile, clock=SystemClock(), find_keyring=lambda: None, elsewhere=far.address
    )

    await server.stop()
    await server.bring_up()

    assert far.asked == []
    assert server.home.report().server is ServerState.STARTING


async def test_what_answers_and_is_no_server_is_said(person: Person) -> None:
    async def portal(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n<html></html>")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(portal, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        server = await person.start(read_server_address(f"http://127.0.0.1:{port}"))
        await person.stop()

    report = server.home.report()
    assert (report.server, report.server_code) == (ServerState.AWAY, "server.malformed")
    assert report.policy is None
