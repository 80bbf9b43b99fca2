"""Two computers in one household: windows, and one server that a process of its own shares."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.tickets import TicketState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.qa.home_server import EMAIL, PASSWORD
from altrabits_desktop.qa.programs import ask
from tests.fakes.membership import Ring
from tests.harness.computer_at_home import Computer
from tests.harness.person_elsewhere import belongings
from tests.integration.test_server_console import operate
from tests.integration.test_server_household import pairing, sharing
from tests.journeys.ways import PATIENCE_S, sign_up_in_window, write_request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.pilot import Pilot


class Shared:
    """`altrabits server run --lan` on a profile of its own; started, stopped, started anew."""

    def __init__(self, folder: Path) -> None:
        self.profile = folder / "server"
        self.key_file = folder / "server.key"
        self.told: dict[str, Any] = {}
        self._running = ExitStack()

    @property
    def address(self) -> str:
        return str(self.told["url"]).removeprefix("https://")

    def start(self) -> None:
        port = int(self.address.rpartition(":")[2]) if self.told else 0
        self.told = self._running.enter_context(sharing(self.profile, self.key_file, port=port))

    def stop(self) -> None:
        self._running.close()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Shared]:
    shared = Shared(tmp_path)
    shared.start()
    yield shared
    shared.stop()


@pytest.fixture
async def other(tmp_path: Path) -> AsyncIterator[Computer]:
    computer = Computer(tmp_path / "other")
    yield computer
    await computer.stop()


async def joined(desktop: Desktop, home: Shared) -> Pilot:
    """Join from the settings of the window, and open it again."""
    desktop.keyring = desktop.keyring or Ring()
    pilot = await desktop.open("--language", "en")
    await asked_to_join(pilot, home)
    with pairing(home.profile) as (code, shown):
        pilot.type("settings.household.code", code)
        pilot.press("settings.household.join")
        await pilot.wait_for("settings.household.leave", within_s=PATIENCE_S)
        assert await asyncio.to_thread(shown.wait, 10) == 0
    return await desktop.open("--language", "en")


async def asked_to_join(pilot: Pilot, home: Shared) -> None:
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.household.open")
    pilot.press("settings.household.open")
    await pilot.wait_until(
        lambda: "Looking" not in pilot.read("settings.household.line"),
        wanted="the end of the look",
        within_s=PATIENCE_S,
    )
    pilot.type("settings.household.address", home.address)


async def test_two_computers_have_the_same_requests_and_follow_each_other(
    desktop: Desktop, home: Shared, other: Computer
) -> None:
    pilot = await joined(desktop, home)
    await sign_up_in_window(pilot)
    await pilot.wait_for("navigation", text=home.address, within_s=30.0)
    with pairing(home.profile) as (code, _):
        await other.household().join(home.address, code)
    there = await other.start_again()
    await there.home.sign_in(EMAIL, PASSWORD)
    assert there.home.report().standing is Standing.SIGNED_IN

    number = await write_request(pilot)
    await other.until(lambda: number in {each.number for each in belongings(there).tickets()})
    await belongings(there).reply(number, "It is plugged in.")
    await pilot.wait_for("support.thread", text="It is plugged in.", within_s=PATIENCE_S)
    words = ("tickets", "reply", number, "Is it switched on?")
    await asyncio.to_thread(operate, home.profile, *words)
    await pilot.wait_for("support.thread", text="Is it switched on?", within_s=PATIENCE_S)
    await other.until(
        lambda: belongings(there).ticket(number).state is TicketState.ANSWERED,
        within_s=PATIENCE_S,
    )
    assert len(await asyncio.to_thread(operate, home.profile, "computers", "list")) == 2
    await desktop.close()
    # What the household has never came into the files of this computer's own server.
    assert not desktop.profile.server_folder.exists()


async def test_a_wrong_code_is_said_and_the_right_one_joins(desktop: Desktop, home: Shared) -> None:
    desktop.keyring = Ring()
    pilot = await desktop.open("--language", "en")
    await asked_to_join(pilot, home)
    with pairing(home.profile) as (code, _):
        pilot.type("settings.household.code", f"{(int(code) + 1) % 10**6:06}")
        pilot.press("settings.household.join")
        await pilot.wait_for("settings", text="That is not the code", within_s=PATIENCE_S)
        pilot.type("settings.household.code", code)
        pilot.press("settings.household.join")
        await pilot.wait_for("settings.household.leave", within_s=PATIENCE_S)

    assert home.address in pilot.read("settings.household.line")


async def test_r27_a_server_with_another_certificate_is_said_in_the_window(
    desktop: Desktop, home: Shared
) -> None:
    await sign_up_in_window(await joined(desktop, home))
    await desktop.close()
    await asyncio.to_thread(home.stop)
    home.key_file.unlink()
    await asyncio.to_thread(home.start)

    pilot = await desktop.open("--language", "en")
    pilot.press("navigation.account")

    await pilot.wait_for("account.away", text="another certificate", within_s=PATIENCE_S)
    assert "leave the home and join again" in pilot.read("account.away")


async def test_r28_a_computer_that_is_removed_is_told_so_in_the_window(
    desktop: Desktop, home: Shared
) -> None:
    pilot = await joined(desktop, home)
    await sign_up_in_window(pilot)
    [computer] = await asyncio.to_thread(operate, home.profile, "computers", "list")

    await asyncio.to_thread(operate, home.profile, "computers", "remove", computer["id"])

    pilot.press("navigation.account")
    await pilot.wait_for(
        "account.away", text="does not know this computer any more", within_s=PATIENCE_S
    )


async def test_a_home_is_left_after_signing_out(desktop: Desktop, home: Shared) -> None:
    pilot = await joined(desktop, home)
    await sign_up_in_window(pilot)
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.household.leave")
    pilot.press("settings.household.leave")
    await pilot.wait_for("settings.household.fault", text="Sign out first", within_s=PATIENCE_S)
    pilot.press("navigation.account")
    pilot.press("account.sign_out")
    await pilot.wait_for("account.sign_out", is_gone=True, within_s=PATIENCE_S)
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.household.leave", within_s=PATIENCE_S)
    pilot.press("settings.household.leave")
    await pilot.wait_for("settings.household.open", within_s=PATIENCE_S)
    assert "once the program has started again" in pilot.read("settings.household.line")
    assert await asyncio.to_thread(operate, home.profile, "computers", "list") == []
    pilot.press("settings.household.again")

    pilot = await desktop.open("--language", "en")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.server", text="On this computer")
    assert isinstance(desktop.keyring, Ring)
    assert [name for name in desktop.keyring.kept if "household" in name] == []


async def test_a_command_joins_for_the_open_window_which_shows_it_at_once(
    desktop: Desktop, home: Shared
) -> None:
    desktop.keyring = Ring()
    pilot = await desktop.open("--language", "en")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.household.open")
    folder = desktop.profile.folder

    def join() -> None:
        with pairing(home.profile) as (code, _):
            told = ask(folder, "household", "join", home.address, "--code", code)
            assert (told["address"], told["is_used"]) == (home.address, False)

    await asyncio.to_thread(join)
    await pilot.wait_for("settings.household.leave", within_s=PATIENCE_S)
    shown = await asyncio.to_thread(ask, folder, "household", "show")
    left = await asyncio.to_thread(ask, folder, "household", "leave")

    assert shown["certificate"] == home.told["certificate"]
    assert left["address"] is None
    await pilot.wait_for("settings.household.open", within_s=PATIENCE_S)


def test_the_console_alone_says_what_it_lacks(tmp_path: Path, home: Shared) -> None:
    profile = tmp_path / "profile"

    without_code = ask(profile, "household", "join", home.address, status=1)
    with pairing(home.profile) as (code, _):
        refused = ask(profile, "household", "join", home.address, "--code", code, status=1)

    # No keyring is there in a test; the code is still good.
    assert without_code["error"]["code"] == "household.code_needed"
    assert refused["error"]["code"] == "household.keyring_none"
    assert ask(profile, "household", "leave", status=1)["error"]["code"] == "household.not_joined"
