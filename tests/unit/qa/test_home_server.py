from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import httpx
import pytest

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.qa.home_server import EMAIL, PASSWORD, HomeServer
from altrabits_desktop.qa.programs import ProgramFailedError, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.recorder import NetworkRecorder

WORKS_S = 30.0


async def test_a_window_signs_in_there_asks_and_is_answered(
    desktop: Desktop, home_server: HomeServer, network_recorder: NetworkRecorder
) -> None:
    await home_server.create_account()
    before = network_recorder.of("connection")
    pilot = await desktop.open("--language", "en", "--server", home_server.url)
    pilot.press("navigation.account")
    await pilot.wait_for("account.sign_in.open", within_s=WORKS_S)
    pilot.press("account.sign_in.open")
    await pilot.wait_for("account.sign_in.email")
    pilot.type("account.sign_in.email", EMAIL)
    pilot.type("account.sign_in.password", PASSWORD)
    pilot.press("account.sign_in.button")
    await pilot.wait_for("account.sign_out", within_s=WORKS_S)
    pilot.press("navigation.support")
    await pilot.wait_for("support.empty.new")
    pilot.press("support.empty.new")
    pilot.type("support.subject", "No sound")
    pilot.type("support.text", "Why is it silent?")
    pilot.press("support.send")
    await pilot.wait_for("support.sent", text="Sent as", within_s=WORKS_S)

    [ticket] = await home_server.tickets()
    answered = await home_server.reply(ticket.number, "Is it plugged in?")
    await pilot.wait_for("support.thread", text="Is it plugged in?", within_s=WORKS_S)
    await home_server.close_ticket(ticket.number)
    await pilot.wait_for("support.thread", text="Closed", within_s=WORKS_S)

    assert before == []
    assert (ticket.subject, answered.state) == ("No sound", "answered")
    said = (await home_server.ticket(ticket.number)).messages
    assert [message.text for message in said] == ["Why is it silent?", "Is it plugged in?"]
    ports = {sent.port for sent in network_recorder.of("connection")}
    assert ports == {int(home_server.url.rpartition(":")[2])}


async def test_a_version_of_the_policy_is_in_force_as_soon_as_it_is_published(
    home_server: HomeServer,
) -> None:
    first = await home_server.policy()
    added = await home_server.publish_policy("2.0", summary="Less is kept.")
    third = await home_server.publish_policy("3.0", text="# Policy\n\nNothing is kept.\n")

    now = await home_server.policy()

    assert first.version == "1.0"
    assert added.text.startswith(first.text.rstrip())
    assert added.text.endswith("This paragraph is new in version 2.0.\n")
    assert (now.version, now.text) == ("3.0", third.text)
    with pytest.raises(Refused, match=r"policy\.version_taken"):
        await home_server.publish_policy("3.0", text="# Another\n\nText.\n")


async def test_it_is_stopped_and_goes_on_at_the_same_address(home_server: HomeServer) -> None:
    url, pid = home_server.url, home_server.pid
    await home_server.start()
    same = home_server.pid
    await home_server.publish_policy("2.0")
    await home_server.stop()
    await home_server.stop()
    with pytest.raises(RuntimeError, match="does not run"):
        _ = home_server.pid

    await home_server.start()
    home_server.kill_now()
    await home_server.start()

    assert same == pid
    assert home_server.url == url
    assert (await home_server.policy()).version == "2.0"


def test_one_that_cannot_start_says_why(home_server: HomeServer, tmp_path: Path) -> None:
    second = HomeServer(home_server.profile.folder)

    with pytest.raises(ProgramFailedError, match=r"server\.in_use"):
        second.start_now()

    second.leave()


def test_it_ends_with_whoever_started_it_however_that_ends(tmp_path: Path) -> None:
    """As where somebody kills pytest, and no fixture is left to end anything."""
    start = (
        "import sys, pathlib; from altrabits_desktop.qa.home_server import HomeServer; "
        "server = HomeServer(pathlib.Path(sys.argv[1])); server.start_now(); "
        "print(server.url, flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", start, str(tmp_path / "server")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as starter:
        assert starter.stdout is not None
        url = starter.stdout.readline().strip()
        was_there = answers(url)
        starter.kill()

    assert was_there
    wait_until(lambda: not answers(url), within_s=10)
    # In order: what it kept is whole, and nobody holds it.
    second = HomeServer(tmp_path / "server")
    second.start_now()
    second.leave()


def answers(url: str) -> bool:
    """Tell whether a server is there."""
    with suppress(httpx.TransportError):
        return httpx.get(f"{url}/healthz", trust_env=False).is_success
    return False
