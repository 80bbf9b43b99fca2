"""A computer that leaves its household, and pages that are left in the middle of it."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.app.householding import LEAVE
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.app.server_elsewhere import ServerElsewhere
from altrabits_desktop.contract.errors import ProfileUnusable, Refused, ServerAway
from altrabits_desktop.runtime.certificates import make_identity
from altrabits_desktop.runtime.late import already
from altrabits_desktop.runtime.settings import read_settings
from tests.fakes.membership import Ring
from tests.harness.computer_at_home import joined_before

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

    from altrabits_desktop.actions.household import Household
    from tests.fakes.shared_home import SharedHome
    from tests.harness.computer_at_home import Computer

WITHIN_S = 20.0


class SlowRing(Ring):
    """A keyring that asks the person first, whenever it is to keep or drop something."""

    def __init__(self) -> None:
        super().__init__()
        self._asked = threading.Event()
        self._allowed = threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask()
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self._ask()
        super().delete_password(service, username)

    async def call_off(self, work: Coroutine[object, object, object]) -> None:
        """Cancel work that has come to the question, and let the person say yes then."""
        self._asked.clear()
        self._allowed.clear()
        task = asyncio.ensure_future(work)
        assert await asyncio.to_thread(self._asked.wait, WITHIN_S)
        task.cancel()
        await asyncio.sleep(0)
        self._allowed.set()
        with pytest.raises(asyncio.CancelledError):
            await task

    def _ask(self) -> None:
        self._asked.set()
        self._allowed.wait(WITHIN_S)


class ForgetfulRing(Ring):
    """A keyring that says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep nothing."""


async def test_a_server_hears_of_a_computer_that_leaves(
    home: SharedHome, one: Computer, other: Computer
) -> None:
    await one.join(home)
    await other.join(home)
    before = [each.id for each in await home.computers()]

    is_told = await one.household().leave()

    assert is_told
    assert [each.id for each in await home.computers()] == before[1:]


async def test_a_home_whose_server_is_away_is_left_all_the_same(
    tmp_path: Path, one: Computer
) -> None:
    await joined_before(one, tmp_path / "server", identity=make_identity("AltraBits household"))

    left = await one.desk().carry_out(OwnerErrand(LEAVE))

    assert isinstance(left, dict)
    assert (left["address"], left["left_at_server"]) == (None, False)
    assert read_settings(one.profile).settings.household is None
    assert one.ring is not None
    assert one.ring.kept == {}


async def in_use(one: Computer, home: SharedHome) -> tuple[ServerElsewhere, Household]:
    """Join, and give the server as a window uses it, with what leaves it."""
    server, household = await one.join(home), one.household()
    assert isinstance(server, ServerElsewhere)
    server.household = already(household)
    return server, household


async def test_a_window_that_uses_the_home_says_that_it_was_left_and_asks_it_no_more(
    home: SharedHome, one: Computer
) -> None:
    server, household = await in_use(one, home)

    await household.leave()
    while server.home.report().server is ServerState.REACHED:
        # The server cuts its connections a moment later.
        with suppress(ServerAway):
            await server.home.versions()
        await asyncio.sleep(0.05)
    await one.until(lambda: server.home.report().server_code == "household.left")
    with pytest.raises(ServerAway):
        await server.home.versions()

    assert server.home.contact.reached is None


async def test_a_page_that_is_left_breaks_off_neither_joining_nor_leaving(
    home: SharedHome, one: Computer
) -> None:
    one.ring = ring = SlowRing()
    household = one.household()

    await ring.call_off(household.join(home.url, await home.show_code()))
    joined = read_settings(one.profile).settings.household
    kept = list(ring.kept)
    await ring.call_off(household.leave())

    assert joined is not None
    assert [name for name in kept if joined.pin in name] == kept != []
    assert ring.kept == {}
    assert read_settings(one.profile).settings.household is None
    assert await home.computers() == ()


async def test_a_server_forgets_a_computer_whose_keyring_keeps_nothing_after_all(
    home: SharedHome, one: Computer
) -> None:
    one.ring = ForgetfulRing()

    with pytest.raises(Refused) as caught:
        await one.household().join(home.url, await home.show_code())

    assert caught.value.code == "household.keyring_none"
    assert await home.computers() == ()


async def test_a_home_that_is_joined_again_is_used_from_the_next_start_on(
    home: SharedHome, one: Computer
) -> None:
    server, household = await in_use(one, home)

    await household.leave()
    await household.join(home.url, await home.show_code())
    is_used = household.report().is_used
    with suppress(ServerAway):
        await server.home.versions()
    await one.until(lambda: server.home.report().server_code == "household.left")
    anew = await one.start_again()

    assert not is_used
    assert anew.home.report().server is ServerState.REACHED
    assert one.household().report().is_used


async def test_a_server_forgets_a_computer_that_cannot_keep_which_home_it_joined(
    home: SharedHome, one: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object, **_named: object) -> None:
        raise ProfileUnusable("profile.unwritable", folder="a folder", reason="it is full")

    monkeypatch.setattr("altrabits_desktop.app.settings_store.save_settings", refuse)
    household = one.household()
    with pytest.raises(ProfileUnusable):
        await household.join(home.url, await home.show_code())

    assert household.report().joined is None
    assert one.ring is not None
    assert one.ring.kept == {}
    assert await home.computers() == ()
