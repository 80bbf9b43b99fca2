"""Computers that joined one household: what they share, and what each keeps of it."""

from __future__ import annotations

import asyncio
import errno
import os
import secrets
from functools import partial
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.app.arguments import SharedOptions
from altrabits_desktop.app.home_place import named_url, with_household
from altrabits_desktop.app.homing import build_home_server
from altrabits_desktop.app.householding import (
    FIND,
    JOIN,
    LEAVE,
    SHOW,
)
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.app.server_elsewhere import ServerElsewhere
from altrabits_desktop.contract.errors import Refused, ServerAway, WrongUsage
from altrabits_desktop.contract.possessions import AddOwned
from altrabits_desktop.contract.server_address import read_server_address
from altrabits_desktop.contract.tickets import TicketState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.certificates import make_identity
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.late import already
from altrabits_desktop.runtime.settings import read_settings
from altrabits_desktop.sync.outbox import Errand, Waiting
from tests.fakes.membership import EMAIL
from tests.fakes.served import PASSWORD
from tests.fakes.shared_home import SharedHome, shared_home
from tests.harness.computer_at_home import joined_before
from tests.harness.person_elsewhere import belongings, sign_up

if TYPE_CHECKING:
    from pathlib import Path

    from tests.harness.computer_at_home import Computer


NAME = "AltraBits household"
WITHIN_S = 10.0


async def at_once(places: tuple[str, ...]) -> tuple[str, ...]:
    return places


def at_the_house(computer: Computer) -> ServerElsewhere:
    """Give the server that a computer has joined, before the program asks it anything."""
    shared = with_household(SharedOptions(), read_settings(computer.profile).settings)
    server = build_home_server(
        computer.profile,
        clock=SystemClock(),
        find_keyring=lambda: computer.ring,
        elsewhere=shared.server,
    )
    assert isinstance(server, ServerElsewhere)
    return server


def added(name: str) -> Waiting:
    """Give the errand that adds a streamer to the account."""
    body = AddOwned(id="streamer-0001", name=name)
    return Waiting(
        key=secrets.token_hex(16),
        errand=Errand.ADD_STREAMER,
        object_id=body.id,
        body=body,
        made_at=SystemClock().now(),
    )


async def test_two_computers_see_the_same_and_follow_changes_live(
    home: SharedHome, one: Computer, other: Computer
) -> None:
    here, there = await one.join(home), await other.join(home)
    await sign_up(here)
    await there.home.sign_in(EMAIL, PASSWORD)
    await other.until(lambda: there.home.report().standing is Standing.SIGNED_IN)

    await here.home.keep(added("Kitchen"))
    number = await belongings(here).open_ticket("No sound", "Since this morning.")
    await other.until(lambda: bool(there.home.view.streamers and there.home.view.tickets))
    await belongings(there).close_ticket(number)
    await one.until(lambda: belongings(here).ticket(number).state is TicketState.CLOSED)

    assert [each.name for each in there.home.view.streamers] == ["Kitchen"]
    assert [each.version for each in await there.home.receipts()] == ["7.0"]


async def test_an_errand_joins_shows_and_leaves(home: SharedHome, one: Computer) -> None:
    before = await one.desk().carry_out(OwnerErrand(SHOW))
    code = await home.show_code()
    joined = await one.desk().carry_out(OwnerErrand(JOIN, (home.url,), (code,)))
    await one.start_again()
    used = await one.desk().carry_out(OwnerErrand(SHOW))
    left = await one.desk().carry_out(OwnerErrand(LEAVE))

    place = {"address": f"127.0.0.1:{home.port}", "certificate": home.identity.fingerprint}
    nowhere = {"address": None, "certificate": None}
    assert before == nowhere | {"is_used": True}
    assert joined == place | {"is_used": False}
    assert used == place | {"is_used": True}
    assert left == nowhere | {"is_used": False, "left_at_server": True}
    assert one.ring is not None
    assert one.ring.kept == {}
    assert await one.desk().carry_out(OwnerErrand(FIND)) == []
    with pytest.raises(WrongUsage):
        await one.desk().carry_out(OwnerErrand(("household", "break")))


@pytest.mark.parametrize(
    ("address", "code", "refusal"),
    [
        ("", "123456", "household.none_found"),
        ("127.0.0.1", "12345", "household.code_malformed"),
        ("127.0.0.1", "", "household.code_malformed"),
        ("http://127.0.0.1:8619", "123456", "household.address_malformed"),
        ("127.0.0.1:9", "123456", "server.away"),
    ],
)
async def test_what_cannot_be_joined_is_said_and_changes_nothing(
    one: Computer, address: str, code: str, refusal: str
) -> None:

    with pytest.raises(Exception) as caught:  # noqa: PT011 # any of the tree, by its code
        await one.household().join(address, code)

    assert getattr(caught.value, "code", "") == refusal
    assert not one.profile.folder.exists()


async def test_a_wrong_code_joins_nothing(home: SharedHome, one: Computer) -> None:
    code = await home.show_code()

    with pytest.raises(Refused) as caught:
        await one.household().join(home.url, f"{(int(code) + 1) % 10**6:06}")

    assert caught.value.code == "household.wrong_code"
    assert not one.profile.folder.exists()
    assert one.ring is not None
    assert one.ring.kept == {}


async def test_r50_a_computer_without_keyring_joins_nothing_and_costs_no_try(
    home: SharedHome, one: Computer, other: Computer
) -> None:
    one.ring = None
    code = await home.show_code()

    with pytest.raises(Refused) as caught:
        await one.household().join(home.url, code)

    assert caught.value.code == "household.keyring_none"
    await other.household().join(home.url, code)
    assert len(await home.computers()) == 1


async def test_a_second_home_is_refused_until_the_first_is_left(
    home: SharedHome, one: Computer
) -> None:
    await one.join(home)

    with pytest.raises(Refused) as caught:
        await one.household().join(home.url, "123456")
    assert caught.value.code == "household.joined_already"
    await one.household().leave()
    with pytest.raises(Refused) as caught:
        await one.household().leave()
    assert caught.value.code == "household.not_joined"


async def test_whoever_is_signed_in_signs_out_before_leaving(
    home: SharedHome, one: Computer
) -> None:
    server = await one.join(home)
    await sign_up(server)

    with pytest.raises(Refused) as caught:
        await one.household().leave()
    assert caught.value.code == "household.signed_in"
    await server.home.sign_out()
    await one.household().leave()

    assert read_settings(one.profile).settings.household is None


async def test_r27_a_server_with_another_certificate_is_said_and_gets_nothing(
    tmp_path: Path, one: Computer
) -> None:
    before = await joined_before(one, tmp_path / "server", identity=make_identity(NAME))
    another = make_identity(NAME)
    async with shared_home(tmp_path / "other", identity=another, port=before.port):
        server = await one.start_again()
        report = server.home.report()

    assert (report.server, report.server_code) == (
        ServerState.AWAY,
        "household.certificate_changed",
    )
    assert report.policy is None


async def test_a_computer_that_was_removed_is_told_so(home: SharedHome, one: Computer) -> None:
    server = await one.join(home)
    await sign_up(server)
    [computer] = await home.computers()

    await home.remove(computer.id)
    await one.until(lambda: server.home.report().server_code == "household.stranger")

    assert server.home.report().server is ServerState.AWAY


async def test_a_computer_is_no_stranger_to_a_server_that_cannot_answer_just_now(
    home: SharedHome,
    one: Computer,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server = await one.join(home)
    said: list[str] = []
    settle = server.home.contact.settle

    def note(state: ServerState, code: str = "") -> None:
        said.append(code)
        settle(state, code)

    monkeypatch.setattr(server.home.contact, "settle", note)
    home.fill_disk(monkeypatch)
    with pytest.raises(ServerAway):
        await server.home.versions()
    await one.until(lambda: len(said) > 1)

    assert set(said) == {"server.away"}
    assert "store.full" in caplog.text


async def test_a_computer_that_a_server_never_knew_is_told_so(
    tmp_path: Path, one: Computer
) -> None:
    identity = make_identity(NAME)
    before = await joined_before(one, tmp_path / "server", identity=identity)
    # The same key on a database that was lost.
    async with shared_home(tmp_path / "anew", identity=identity, port=before.port):
        server = await one.start_again()
        await one.until(lambda: server.home.report().server_code == "household.stranger")

    assert server.home.report().server is ServerState.AWAY


@pytest.mark.parametrize("kept", [None, "", "{}", "[]", '{"key":"","own":"","server":""}'])
async def test_what_the_keyring_does_not_give_is_said(
    home: SharedHome,
    one: Computer,
    caplog: pytest.LogCaptureFixture,
    kept: str | None,
) -> None:
    await one.join(home)
    assert one.ring is not None
    [name] = one.ring.kept
    if kept is None:
        one.ring.is_locked = True
    else:
        one.ring.kept[name] = kept

    server = await one.start_again()

    report = server.home.report()
    assert (report.server, report.server_code) == (ServerState.AWAY, "household.bond_missing")
    assert "household.bond_missing" in caplog.text


async def test_r33_a_full_disk_is_said_where_a_household_is_used(
    home: SharedHome,
    one: Computer,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await one.join(home)

    def is_full(*_words: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("altrabits_desktop.runtime.household_bond.show", is_full)
        server = await one.start_again()
        report = server.home.report()
        left = await one.desk().carry_out(OwnerErrand(LEAVE))

    assert (report.server, report.server_code) == (ServerState.AWAY, "store.full")
    assert isinstance(left, dict)
    assert (left["address"], left["left_at_server"]) == (None, False)
    assert "store.full" in caplog.text


@pytest.mark.parametrize("is_taken", [False, True])
async def test_r27_a_server_that_moved_is_followed_and_nobody_who_only_says_so(
    tmp_path: Path, one: Computer, *, is_taken: bool
) -> None:
    identity = make_identity(NAME)
    before = await joined_before(one, tmp_path / "server", identity=identity, signs_up=True)
    async with (
        # Somebody else may have its old address by now, and another certificate.
        shared_home(tmp_path / "other", port=before.port if is_taken else 0) as impostor,
        shared_home(tmp_path / "server", identity=identity) as moved,
    ):
        server = await one.start_again(seen_at=(impostor, moved), as_id=identity.fingerprint[:16])
        await one.until(lambda: server.home.report().server is ServerState.REACHED, within_s=30)
        kept = read_settings(one.profile).settings.household

    assert moved.url not in {before.url, impostor.url}
    assert kept is not None
    assert (kept.url, kept.pin) == (moved.url, identity.fingerprint)


async def test_a_server_that_moved_is_found_beside_many_that_take_a_call_and_say_nothing(
    tmp_path: Path, one: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = make_identity(NAME)
    await joined_before(one, tmp_path / "server", identity=identity)

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(-1)
        writer.close()

    hosts = [f"127.0.0.{number}" for number in range(1, 5)]
    silent = await asyncio.start_server(say_nothing, hosts, 0)
    named = (each.getsockname() for each in silent.sockets)
    async with shared_home(tmp_path / "server", identity=identity) as moved, silent:
        places = (*(f"https://{host}:{port}" for host, port in named), moved.url)
        server = at_the_house(one)
        household = one.household()
        monkeypatch.setattr(household, "places", partial(at_once, places))
        server.household = already(household)
        async with asyncio.timeout(WITHIN_S):
            await server.bring_up()
        state, url = server.home.report().server, server.url
        await server.stop()

    assert (state, url) == (ServerState.REACHED, moved.url)


async def test_a_start_looks_for_a_server_that_moved_before_it_says_that_it_is_away(
    tmp_path: Path, one: Computer
) -> None:
    identity = make_identity(NAME)
    await joined_before(one, tmp_path / "server", identity=identity)
    async with shared_home(tmp_path / "server", identity=identity) as moved:
        server = at_the_house(one)
        server.household = already(one.seeing(moved, as_id=identity.fingerprint[:16]))
        await server.bring_up()
        state, url = server.home.report().server, server.url
        await server.stop()

    assert (state, url) == (ServerState.REACHED, moved.url)


async def test_a_server_that_was_named_goes_before_the_household(
    home: SharedHome, one: Computer
) -> None:
    await one.join(home)
    used = one.household().report()
    await one.stop()
    await one.start(read_server_address("http://127.0.0.1:9"))
    named = one.household().report()

    assert (used.is_used, used.is_overruled) == (True, False)
    assert (named.is_used, named.is_overruled) == (False, True)


async def test_what_a_household_keeps_lies_under_its_certificate(
    home: SharedHome, one: Computer
) -> None:
    await sign_up(await one.join(home))
    await one.stop()

    shared = with_household(SharedOptions(), read_settings(one.profile).settings)
    assert shared.server is not None
    assert named_url(shared) == ""
    moved = shared.server._replace(url="https://127.0.0.1:1", name="127.0.0.1:1")
    away = await one.start(moved)
    assert away.home.report().email == EMAIL
