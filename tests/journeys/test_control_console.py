"""Streamers are added and told what to do at the console: through a window, and without one."""

from __future__ import annotations

import asyncio
import signal
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.qa.console import read_until
from altrabits_desktop.qa.home_server import EMAIL, PASSWORD
from altrabits_desktop.qa.programs import CONSOLE, ask, run, surroundings
from tests.journeys.ways import sign_up

if TYPE_CHECKING:
    from altrabits_desktop.qa.console import Console
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

WRONG_CODE = "000000"


async def opened(desktop: Desktop, farm: StreamerFarm) -> tuple[Pilot, str]:
    """Open the window on one streamer, and give the streamer's id."""
    farm.start(1)
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    return pilot, pilot.names("streamers.card.mac-*")[0].removeprefix("streamers.card.")


async def test_c15_a_streamer_added_at_the_console_obeys_there_and_the_window_shows_it(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot, streamer_id = await opened(desktop, streamer_farm)
    await sign_up(desktop)
    profile, [name] = desktop.profile.folder, streamer_farm.names

    def whole_life() -> list[Any]:
        foreign = ask(profile, "pause", streamer_id, status=1)
        without = ask(profile, "streamers", "add", streamer_id, status=1)
        wrong = (*("streamers", "add", streamer_id), "--code", WRONG_CODE)
        refused = ask(profile, *wrong, status=1)
        right = (*("streamers", "add", streamer_id), "--code", streamer_farm.code_of(name))
        added = ask(profile, *right)
        again = ask(profile, *right, status=1)
        codes = [each["error"]["code"] for each in (foreign, without, refused, again)]
        shown = ask(profile, "streamers", "show", streamer_id)
        named = ask(profile, "streamers", "name", streamer_id, "Attic")
        return [
            codes,
            added,
            shown,
            named,
            ask(profile, "volume", streamer_id, "30"),
            ask(profile, "volume", added["id"], "-5"),
            ask(profile, "input", streamer_id, "Optical"),
            run(CONSOLE, "input", streamer_id, "--profile", str(profile)).stdout,
            ask(profile, "pause", streamer_id),
        ]

    codes, added, shown, named, set_to, turned, chosen, inputs, paused = await asyncio.to_thread(
        whole_life
    )
    pilot.press(f"streamers.card.{streamer_id}")
    await pilot.wait_for("streamer", text="Paused")

    assert codes == ["control.not_owned", "claim.code_needed", "claim.wrong_code", "streamer.owned"]
    assert (added["name"], shown["id"], named["name"]) == (name, added["id"], "Attic")
    assert (shown["heard"]["id"], shown["heard"]["owned"]) == (streamer_id, True)
    assert (set_to["volume"], turned["volume"]) == (30, 25)
    assert (chosen["input"], paused["playback"]) == ("Optical", "paused")
    assert inputs.splitlines()[:2] == ["  Network", "* Optical"]


async def test_c09_nobody_controls_or_adds_at_the_console_before_a_sign_in(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    _pilot, streamer_id = await opened(desktop, streamer_farm)
    profile = desktop.profile.folder

    def ways() -> list[Any]:
        return [
            ask(profile, "volume", streamer_id),
            ask(profile, "volume", streamer_id, "30", status=4),
            ask(profile, "pause", "mac-000000000000", status=4),
            ask(profile, "streamers", "add", streamer_id, status=4),
        ]

    seen, *closed = await asyncio.to_thread(ways)

    assert {each["error"]["code"] for each in closed} == {"gate.sign_in_needed"}
    assert seen["volume"] is not None


async def test_a_command_that_is_stopped_at_its_question_gives_the_claim_up(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    _pilot, streamer_id = await opened(desktop, streamer_farm)
    await sign_up(desktop)
    [name] = streamer_farm.names
    words = ("streamers", "add", streamer_id, "--profile", str(desktop.profile.folder))

    def stopped() -> tuple[int, str, str, str]:
        with subprocess.Popen(
            [*CONSOLE, *words],
            env=surroundings({}),
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as adding:
            before = read_until(adding, "shows: ")
            shown = streamer_farm.code_of(name)
            adding.send_signal(signal.SIGINT)
            adding.wait(30)
            assert adding.stderr is not None
            return adding.returncode, shown, adding.stderr.read(), before

    status, shown, told, before = await asyncio.to_thread(stopped)

    # The window of a test has no keyring; that is known before any code is typed.
    assert before.startswith("No keyring on this computer keeps what makes it obey")
    assert (status, len(shown), told) == (1, 6, "")
    assert streamer_farm.code_of(name) == ""


def add_by_code(console: Console, farm: StreamerFarm, *, is_to_be_pressed: bool = False) -> int:
    """Add the farm's only streamer, and give the exit status."""
    [name] = farm.names
    with console.begin("streamers", "add", own_id(farm)) as adding:
        assert adding.stdin is not None
        read_until(adding, "shows: ")
        adding.stdin.write(f"{farm.code_of(name)}\n")
        adding.stdin.flush()
        if is_to_be_pressed:
            read_until(adding, f"Press the button on {name}.")
            farm.press(name)
        adding.communicate(timeout=30)
    return adding.returncode


def sign_up_at(console: Console) -> None:
    """Accept the policy, and make an account."""
    console.ask("policy", "accept")
    words = ("account", "create", EMAIL, "--password-stdin")
    console.ask(*words, typed=f"{PASSWORD}\n")


@pytest.fixture
def own(console: Console, streamer_farm: StreamerFarm) -> Console:
    """Give the console without any window, which owns the profile for each command."""
    streamer_farm.start(1)
    return console


def test_without_a_window_the_command_itself_finds_and_tells_the_streamer(
    own: Console, streamer_farm: StreamerFarm
) -> None:
    [name] = streamer_farm.names
    sign_up_at(own)
    before = own.ask("volume", own_id(streamer_farm))

    with own.begin("streamers", "add", own_id(streamer_farm)) as adding:
        assert adding.stdin is not None
        read_until(adding, f"Code that {name} shows: ")
        adding.stdin.write(f"{WRONG_CODE}\n")
        adding.stdin.flush()
        refused = read_until(adding, f"Code that {name} shows: ")
        adding.stdin.write(f"{streamer_farm.code_of(name)}\n")
        adding.stdin.flush()
        added, _ = adding.communicate(timeout=30)
    turned = own.ask("volume", own_id(streamer_farm), f"{before['volume'] - 7}")

    assert "This is not the code that the streamer shows." in refused
    assert (adding.returncode, name in added) == (0, True)
    assert turned["volume"] == before["volume"] - 7


def test_a_streamer_that_was_not_told_of_its_release_wants_its_button_pressed_too(
    own: Console, streamer_farm: StreamerFarm
) -> None:
    [name] = streamer_farm.names
    sign_up_at(own)
    streamer_id = own_id(streamer_farm)

    assert add_by_code(own, streamer_farm) == 0
    assert own.ask("streamers", "release", streamer_id) == []
    assert add_by_code(own, streamer_farm) == 0
    [kept] = own.ask("streamers", "list")
    streamer_farm.fall_silent(name)
    assert own.ask("streamers", "release", kept["id"]) == []
    streamer_farm.come_back(name)
    assert add_by_code(own, streamer_farm, is_to_be_pressed=True) == 0


def test_a_claim_that_its_person_leaves_is_given_up(
    own: Console, streamer_farm: StreamerFarm
) -> None:
    [name] = streamer_farm.names
    sign_up_at(own)

    with own.begin("streamers", "add", own_id(streamer_farm)) as adding:
        read_until(adding, "shows: ")
        shown = streamer_farm.code_of(name)
        told, _ = adding.communicate("", timeout=30)

    assert (adding.returncode, told) == (1, "")
    assert (len(shown), streamer_farm.code_of(name)) == (6, "")


def own_id(farm: StreamerFarm) -> str:
    """Give the id of the farm's only streamer, as `discover` prints it."""
    return farm.id_of(farm.names[0])
