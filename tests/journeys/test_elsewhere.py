"""The window and the console with a server of its own: real processes, one for the server."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.home_server import EMAIL, PASSWORD
from altrabits_desktop.qa.programs import CONSOLE, WINDOW, ask, run, running_window
from tests.journeys.test_account import WORKS_S
from tests.journeys.ways import PATIENCE_S, add, open_streamer, sign_up_in_window, write_request

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.home_server import HomeServer

NOBODY = "http://127.0.0.1:9"


async def test_c16_an_account_a_streamer_and_a_request_at_a_server_elsewhere(
    desktop: Desktop, streamer_farm: StreamerFarm, home_server: HomeServer
) -> None:
    streamer_farm.start(1)
    desktop.is_policy_put_off = False
    pilot = await desktop.open("--language", "en", "--server", home_server.url)
    await sign_up_in_window(pilot)
    # The decision comes from the server, and until then sending waits for it.
    url = home_server.url.removeprefix("http://")
    await pilot.wait_for("navigation", text=url, within_s=PATIENCE_S)

    pilot.press("navigation.streamers")
    await open_streamer(pilot)
    await add(pilot, streamer_farm)
    await pilot.wait_for("streamer.own.name", within_s=WORKS_S)
    number = await write_request(pilot)
    await pilot.wait_for("support.sent", text=f"Sent as {number}.", within_s=PATIENCE_S)
    await home_server.reply(number, "Is it plugged in?")
    await pilot.wait_for("support.thread", text="Is it plugged in?", within_s=PATIENCE_S)

    await home_server.stop()
    pilot.type("support.reply", "It is plugged in.")
    pilot.press("support.reply.send")
    await pilot.wait_for("support.thread", text="It is plugged in.")
    await pilot.wait_for("support.thread", text="Waiting to be sent", within_s=PATIENCE_S)
    pilot.press("navigation.account")
    await pilot.wait_for("account.away", text="The server does not answer.", within_s=PATIENCE_S)
    pilot.press("navigation.streamers")
    await pilot.wait_for("streamers.card.mac-*")

    await home_server.start()
    await said_at(
        home_server, number, ["Why is it silent?", "Is it plugged in?", "It is plugged in."]
    )
    await desktop.close()
    assert not desktop.profile.server_folder.exists()


async def said_at(home_server: HomeServer, number: str, wanted: list[str]) -> None:
    """Wait until the server has exactly these messages."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            ticket = await home_server.ticket(number)
            said = [message.text for message in ticket.messages]
            if said == wanted:
                return
            assert said == wanted[: len(said)]
            await asyncio.sleep(0.3)


async def test_a_first_start_without_the_server_paints_finds_and_claims_nothing(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(1)
    desktop.is_policy_put_off = False
    pilot = await desktop.open("--language", "en", "--server", NOBODY)

    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    pilot.press("navigation.privacy")
    await pilot.wait_for("privacy", text="The policy in force is not known just now")
    await pilot.wait_for("privacy", text="The server does not answer")
    pilot.press("navigation.account")
    await pilot.wait_for("account.away", text="The server does not answer.")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.server", text="127.0.0.1:9")

    assert "accept" not in pilot.read("navigation").lower()
    await desktop.close()
    assert not desktop.profile.replica_file.exists()


async def test_a_command_goes_to_the_server_of_the_open_window_and_to_no_other(
    desktop: Desktop, home_server: HomeServer
) -> None:
    desktop.is_policy_put_off = False
    pilot = await desktop.open("--language", "en", "--server", home_server.url)
    await pilot.wait_for("policy.later", within_s=PATIENCE_S)
    pilot.press("policy.later")
    folder = desktop.profile.folder

    def ways() -> None:
        ask(folder, "policy", "accept", "--server", home_server.url)
        made = ask(folder, "account", "create", EMAIL, "--password-stdin", typed=PASSWORD)
        assert (made["standing"], made["email"]) == ("signed_in", EMAIL)
        refused = ask(folder, "account", "sessions", "--server", NOBODY, status=1)
        assert refused["error"]["code"] == "server.another"
        assert refused["error"]["arguments"] == {"server": home_server.url.removeprefix("http://")}

    await asyncio.to_thread(ways)
    await pilot.wait_for("navigation", text=EMAIL)


def test_a_second_window_for_another_server_is_refused_and_says_which_is_used(
    tmp_path: Path, home_server: HomeServer
) -> None:
    profile = tmp_path / "profile"
    where = ("--profile", str(profile))
    with running_window(profile, "--server", home_server.url):
        other = run(WINDOW, *where, "--server", NOBODY)
        same = run(WINDOW, *where, "--server", home_server.url)
        unnamed = run(WINDOW, *where)

    assert (other.returncode, same.returncode, unnamed.returncode) == (1, 0, 0)
    assert home_server.url.removeprefix("http://") in other.stderr
    assert "Traceback" not in other.stderr


def test_the_console_alone_uses_the_server_that_is_named(
    tmp_path: Path, home_server: HomeServer
) -> None:
    profile = tmp_path / "profile"

    shown = ask(profile, "policy", "show", "--server", home_server.url)
    accepted = ask(profile, "policy", "accept", "--server", home_server.url)
    here = ask(profile, "policy", "accept")
    away = ask(profile, "policy", "show", "--server", NOBODY, status=3)

    assert shown["version"] == accepted["version"]
    assert (accepted["decision"], here["decision"]) == ("accepted", "accepted")
    assert away["error"]["code"] == "server.away"
    assert len(list((profile / "servers").iterdir())) == 1


@pytest.mark.parametrize("program", [WINDOW, CONSOLE], ids=["window", "console"])
@pytest.mark.parametrize("way", ["word", "environment"])
@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://music.example.test", "https://"),
        ("https://ada:secret@music.example.test", "without a name or password"),
    ],
)
def test_an_address_that_may_not_be_used_is_wrong_usage(
    tmp_path: Path, program: tuple[str, ...], way: str, url: str, said: str
) -> None:
    command = () if program is WINDOW else ("policy", "show")
    words = ("--server", url) if way == "word" else ()
    twin = {"ALTRABITS_SERVER": url} if way == "environment" else {}

    done = run(program, *command, "--profile", str(tmp_path / "profile"), *words, **twin)

    assert done.returncode == 2
    assert said in done.stderr
    assert "secret" not in done.stderr
    assert not (tmp_path / "profile").exists()
