"""Computers join a shared server by its code; real connections over TLS on loopback."""

from __future__ import annotations

import asyncio
import secrets
import ssl
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import httpx
import pytest

from altrabits_desktop.contract import join_code
from altrabits_desktop.contract.errors import Refused, ServerAway
from altrabits_desktop.contract.household import (
    CODE_LIFE_S,
    TRIES,
    TRIES_OF_SOURCE,
    BeginJoin,
    JoinBegun,
    ProveJoin,
)
from altrabits_desktop.contract.policies import Policies
from altrabits_desktop.contract.routes import OPEN_TO_STRANGERS, ROUTES
from altrabits_desktop.contract.service import Health, Reached
from altrabits_desktop.runtime.certificates import make_identity, pinned_context
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.household_bond import Bond, bond_context
from altrabits_desktop.server.household import joining, rules
from altrabits_desktop.server.household.joining import Joining
from altrabits_desktop.server.household.rules import OpenCode, take_try
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.store.store import sqlite_store
from altrabits_desktop.sync.client import ServerClient
from altrabits_desktop.sync.joining import is_there, join_household, leave_household
from tests.fakes.served_routes import path_of
from tests.fakes.shared_home import SharedHome, shared_home

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[SharedHome]:
    async with shared_home(tmp_path / "server") as home:
        yield home


def client_of(home: SharedHome, bond: Bond) -> ServerClient:
    trust = bond_context(bond)
    return ServerClient(reached=lambda: Reached(home.url, trust=trust), token=lambda: "")


async def versions_seen(home: SharedHome, bond: Bond) -> int:
    client = client_of(home, bond)
    try:
        return len((await client.call("policies.list", Policies)).policies)
    finally:
        await client.aclose()


async def let_in_no_longer(client: ServerClient) -> None:
    """Wait until a server lets a computer in no longer."""
    async with asyncio.timeout(5):
        while True:
            try:
                await client.call("policies.list", Policies)
            except (Refused, ServerAway):
                return
            await asyncio.sleep(0.1)


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


async def test_a_computer_that_knows_the_code_is_let_in(home: SharedHome) -> None:
    code = await home.show_code()

    bond = await join_household(home.url, code, system="linux")

    assert bond.pin == home.identity.fingerprint
    assert [each.id for each in await home.computers()] == [bond.own.fingerprint]
    assert await versions_seen(home, bond) == 1


async def test_r26_a_wrong_code_lets_nobody_in_and_the_right_one_may_follow(
    home: SharedHome,
) -> None:
    code = await home.show_code()

    with pytest.raises(Refused) as caught:
        await join_household(home.url, wrong(code), system="linux")

    assert caught.value.code == "household.wrong_code"
    assert await home.computers() == ()
    await join_household(home.url, code, system="linux")
    assert len(await home.computers()) == 1


async def test_r26_a_code_is_good_for_one_computer(home: SharedHome) -> None:
    code = await home.show_code()
    await join_household(home.url, code, system="linux")

    with pytest.raises(Refused) as caught:
        await join_household(home.url, code, system="linux")

    assert caught.value.code == "household.no_code"
    assert len(await home.computers()) == 1


async def test_r26_a_code_holds_for_two_minutes(home: SharedHome) -> None:
    past = SystemClock().now() - timedelta(seconds=CODE_LIFE_S)
    code = await home.show_code(now=past)

    with pytest.raises(Refused) as caught:
        await join_household(home.url, code, system="linux")

    assert caught.value.code == "household.no_code"


async def test_r26_one_address_has_some_of_the_tries_and_no_address_has_more_than_all(
    home: SharedHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = await home.show_code()
    refusals = [await refused(home, wrong(code)) for _ in range(TRIES_OF_SOURCE + 1)]

    assert refusals == ["household.wrong_code"] * TRIES_OF_SOURCE + ["household.braked"]
    tried: list[str] = []

    def from_elsewhere(writing: object, *, source: str, now: object) -> object:
        tried.append(source)
        return take_try(writing, source=f"{source} {len(tried)}", now=now)  # type: ignore[arg-type] # as it came

    monkeypatch.setattr(joining, "take_try", from_elsewhere)
    rest = [await refused(home, wrong(code)) for _ in range(TRIES - TRIES_OF_SOURCE)]
    assert rest == ["household.wrong_code"] * (TRIES - TRIES_OF_SOURCE)
    assert await refused(home, code) == "household.no_code"
    assert await home.computers() == ()


async def refused(home: SharedHome, code: str) -> str:
    with pytest.raises(Refused) as caught:
        await join_household(home.url, code, system="linux")
    return caught.value.code


async def test_r26_parallel_guesses_are_counted_before_they_are_computed(home: SharedHome) -> None:
    code = await home.show_code()
    guesses = {f"{number:06}" for number in range(30)} - {code}

    codes = await asyncio.gather(*(refused(home, guess) for guess in guesses))

    assert codes.count("household.wrong_code") <= TRIES_OF_SOURCE
    assert await home.computers() == ()


async def test_a_computer_that_has_not_joined_gets_health_and_nothing_else(
    home: SharedHome,
) -> None:
    # Its key is its own, and nobody took its certificate.
    stranger = Bond(make_identity("AltraBits"), certificate_of(home))
    client = client_of(home, stranger)

    with pytest.raises(ServerAway):
        await client.call("policies.list", Policies)
    await client.aclose()

    assert await is_there(home.url, certificate=certificate_of(home))
    assert await without_certificate(home) == {
        route.operation: ("household.stranger" if route.operation not in OPEN_TO_STRANGERS else "")
        for route in ROUTES
    }


async def without_certificate(home: SharedHome) -> dict[str, str]:
    """Ask for everything there is, showing no certificate; give what each is refused with."""
    trust = pinned_context(certificate_of(home))
    refusals: dict[str, str] = {}
    async with httpx.AsyncClient(verify=trust, base_url=home.url) as client:
        for route in ROUTES:
            answer = await client.request(route.method, path_of(route), json={})
            code = answer.json().get("code", "")
            refusals[route.operation] = code if code == "household.stranger" else ""
    return refusals


def certificate_of(home: SharedHome) -> bytes:
    return ssl.PEM_cert_to_DER_cert(home.identity.certificate.decode())


async def test_a_computer_that_leaves_is_listed_no_more_and_no_other_one_with_it(
    home: SharedHome,
) -> None:
    leaving = await join_household(home.url, await home.show_code(), system="linux")
    staying = await join_household(home.url, await home.show_code(), system="linux")

    is_told = await leave_household(home.url, leaving)

    assert is_told
    assert [each.id for each in await home.computers()] == [staying.own.fingerprint]
    client = client_of(home, leaving)
    await let_in_no_longer(client)
    await client.aclose()
    assert await versions_seen(home, staying) == 1


async def test_a_computer_that_a_server_has_forgotten_need_not_leave(home: SharedHome) -> None:
    bond = Bond(make_identity("AltraBits"), certificate_of(home))

    assert await leave_household(home.url, bond)


async def test_a_server_that_cannot_keep_that_somebody_leaves_has_not_heard_of_it(
    home: SharedHome, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bond = await join_household(home.url, await home.show_code(), system="linux")
    home.fill_disk(monkeypatch)

    is_told = await leave_household(home.url, bond)

    monkeypatch.undo()
    assert not is_told
    assert "store.full" in caplog.text
    assert [each.id for each in await home.computers()] == [bond.own.fingerprint]


async def test_a_server_that_is_away_or_silent_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("altrabits_desktop.sync.joining.LEAVE_S", 0.2)
    certificate = ssl.PEM_cert_to_DER_cert(make_identity("server").certificate.decode())
    bond = Bond(make_identity("AltraBits"), certificate)

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(-1)
        writer.close()

    silent = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    told = [
        await leave_household(url, bond)
        for url in (f"https://127.0.0.1:{port}", "https://127.0.0.1:9")
    ]
    silent.close()
    await silent.wait_closed()

    assert told == [False, False]


async def test_r27_another_server_is_not_told_who_leaves(home: SharedHome) -> None:
    other = ssl.PEM_cert_to_DER_cert(make_identity("server").certificate.decode())

    assert not await leave_household(home.url, Bond(make_identity("AltraBits"), other))


async def test_r28_a_computer_that_is_removed_is_out_within_five_seconds(home: SharedHome) -> None:
    bond = await join_household(home.url, await home.show_code(), system="linux")
    client = client_of(home, bond)
    await client.call("service.health", Health)

    await home.remove(bond.own.fingerprint)
    await let_in_no_longer(client)
    # The connection itself is cut; whoever comes again is refused in so many words.
    with pytest.raises(ServerAway) as caught:
        await client.call("policies.list", Policies)
    await client.aclose()
    assert caught.value.code == "household.stranger"


async def test_r27_another_certificate_of_the_server_is_an_alarm(
    home: SharedHome, tmp_path: Path
) -> None:
    bond = await join_household(home.url, await home.show_code(), system="linux")
    async with shared_home(tmp_path / "other", identity=make_identity("Other")) as impostor:
        with pytest.raises(ServerAway) as caught:
            await versions_seen(impostor, bond)

    assert caught.value.code == "household.certificate_changed"


async def test_who_joined_is_let_in_after_another_start(tmp_path: Path) -> None:
    async with shared_home(tmp_path / "server") as home:
        bond = await join_household(home.url, await home.show_code(), system="linux")
        identity = home.identity
    async with shared_home(tmp_path / "server", identity=identity) as again:
        assert await versions_seen(again, bond) == 1


async def test_r25_the_port_answers_nobody_in_the_clear(home: SharedHome) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", home.port)
    writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
    try:
        answered = await asyncio.wait_for(reader.read(-1), 5)
    except ConnectionResetError:
        answered = b""
    writer.close()

    assert b"HTTP" not in answered


async def test_a_certificate_that_is_none_costs_no_try(home: SharedHome) -> None:
    await home.show_code()
    trust = pinned_context(certificate_of(home))
    client = ServerClient(reached=lambda: Reached(home.url, trust=trust), token=lambda: "")
    body = BeginJoin(certificate=secrets.token_hex(40), share="04" + "00" * 64)

    with pytest.raises(Refused) as caught:
        await client.call("household.join", JoinBegun, body=body)
    await client.aclose()

    assert caught.value.code == "request.malformed"


@pytest.mark.uncounted
async def test_r26_of_a_thousand_guesses_none_is_let_in(tmp_path: Path) -> None:
    store, clock = sqlite_store(tmp_path / "server.sqlite3"), SystemClock()
    await store.open()
    door = Joining(
        store, fingerprint="ab" * 32, steady_s=clock.steady_s, has_joined=nothing_to_tell
    )
    own = ssl.PEM_cert_to_DER_cert(make_identity("AltraBits").certificate.decode()).hex()
    share = join_code.begin("000000", random=b"1" * 48, is_computer=True).share.hex()
    codes: list[str] = []
    for number in range(100):
        code = OpenCode(f"code-{number}", f"{number:06}")
        await store.write(partial(rules.open_code, code=code, now=clock.now()))
        codes += [await guessed(door, own, share, source=f"{guess % 4}") for guess in range(10)]
    found = await store.read(rules.computers)
    await store.close()

    assert (len(codes), codes.count("household.wrong_code")) == (1000, 100 * TRIES)
    assert set(codes) == {"household.wrong_code", "household.no_code"}
    assert found == ()


async def guessed(door: Joining, certificate: str, share: str, *, source: str) -> str:
    """Make one guess; give what it is refused with."""
    now = SystemClock().now()
    message = BeginJoin(certificate=certificate, share=share)
    try:
        begun = await door.begin(message, source=source, now=now)
        await door.prove(begun.id, ProveJoin(proof=secrets.token_hex(32)), now=now)
    except Problem as problem:
        return problem.code
    return ""


async def nothing_to_tell() -> None:
    """Nobody is let in here."""
