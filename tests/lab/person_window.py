"""A person at the real window, in a process of its own: does what the words name, then quits.

For a computer of its own (`private_computer.py`). Prints one JSON object: by word what was read
then, the whole window at the end, and what went wrong in it.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from altrabits_desktop.app.wiring import Surroundings
from altrabits_desktop.qa.desktop import Desktop
from altrabits_desktop.qa.loop import make_loop
from altrabits_desktop.runtime.logs import log_to_files
from altrabits_desktop.runtime.paths import default_profile
from tests.commitments.private_computer import RUNTIME
from tests.harness.source_tree import ROOT
from tests.lab.window_scene import cards, hosts, until_listed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from altrabits_desktop.qa.pilot import Pilot

EMAIL = "maple@example.test"
PASSWORD = "violet kettle under the stairs"
SUBJECT, TEXT = "No sound", "Why is it silent?"
WORKS_S = 30.0
"""A password is hashed in about a second, and a keyring that hangs is given up after 20 s."""
_LIMIT_S = 60.0


async def accept(pilot: Pilot) -> str:
    await pilot.wait_for("policy.accept")
    pilot.press("policy.accept")
    await pilot.wait_for("policy", is_gone=True)
    return pilot.read()


async def decline(pilot: Pilot) -> str:
    await pilot.wait_for("policy.decline")
    pilot.press("policy.decline")
    await pilot.wait_for("policy", is_gone=True)
    return await declined(pilot)


async def declined(pilot: Pilot) -> str:
    await pilot.wait_for("policy.banner", text="You declined the privacy policy.")
    return pilot.read()


async def change_of_mind(pilot: Pilot) -> str:
    await declined(pilot)
    pilot.press("policy.banner.open")
    await pilot.wait_for("privacy", text="You declined version")
    pilot.press("privacy.read.button")
    await accept(pilot)
    await pilot.wait_for("privacy", text="You accepted it on this computer.")
    return pilot.read()


async def look(pilot: Pilot) -> str:
    """Wait for all streamers of the lab, and look at one of them."""
    pilot.press("navigation.streamers")
    await until_listed(pilot, {host["ip"] for host in hosts().values()})
    pilot.press(f"streamers.card.{min(cards(pilot))}")
    await pilot.wait_for("streamer.closed", text="Controlling")
    return pilot.read()


async def demo(pilot: Pilot) -> str:
    """Look at a streamer of the demo, which obeys."""

    def of_the_demo() -> list[str]:
        return [who for who, said in cards(pilot).items() if " 127." in said]

    await pilot.wait_until(lambda: bool(of_the_demo()), wanted="a demo streamer")
    pilot.press(f"streamers.card.{of_the_demo()[0]}")
    await pilot.wait_for("streamer.volume")
    return pilot.read()


async def policy(pilot: Pilot) -> str:
    pilot.press("navigation.privacy")
    await pilot.wait_for("privacy.read.button")
    pilot.press("privacy.read.button")
    await pilot.wait_for("policy.text", text="What we collect, and when")
    text = pilot.read("policy.text")
    pilot.press("policy.back.button")
    return text


async def gated(pilot: Pilot) -> str:
    """Try what needs an account: a request, and an account itself."""
    pilot.press("navigation.support")
    await pilot.wait_for("support.shut")
    shut = pilot.read("support.shut")
    await at_the_account(pilot)
    pilot.type("account.create.email", EMAIL)
    pilot.type("account.create.password", PASSWORD)
    said = pilot.read("account.create.policy")
    pilot.press("account.create.button")
    # Nothing is sent: the way to an account leads to the policy.
    await pilot.wait_for("policy.later")
    pilot.press("policy.later")
    await pilot.wait_for("policy", is_gone=True)
    return f"{shut}\n{said}"


async def create(pilot: Pilot) -> str:
    await at_the_account(pilot)
    await pilot.wait_for("account.create.policy", text="is accepted")
    pilot.type("account.create.email", EMAIL)
    pilot.type("account.create.password", PASSWORD)
    pilot.press("account.create.button")
    await pilot.wait_for("account.facts", text=EMAIL, within_s=WORKS_S)
    return pilot.read("account.facts")


async def sign_in(pilot: Pilot) -> str:
    await entrance(pilot)
    if not pilot.names("account.sign_in.email"):
        pilot.press("account.sign_in.open")
    pilot.type("account.sign_in.email", EMAIL)
    pilot.type("account.sign_in.password", PASSWORD)
    pilot.press("account.sign_in.button")
    await pilot.wait_for("account.facts", text=EMAIL, within_s=WORKS_S)
    return pilot.read("account.facts")


async def account(pilot: Pilot) -> str:
    """Read page Account of somebody who has done nothing here to be signed in."""
    await at_the_account(pilot)
    await pilot.wait_for("account.facts", text="argon2id", within_s=WORKS_S)
    return pilot.read()


async def entrance(pilot: Pilot) -> str:
    """Read page Account of somebody who is not signed in."""
    await pilot.wait_for("navigation.person", text="Anonymous", within_s=WORKS_S)
    await at_the_account(pilot)
    await pilot.wait_for("account", text="Create an account", within_s=WORKS_S)
    return pilot.read("account")


async def withheld(pilot: Pilot) -> str:
    """Read what the window says at its start, before anything is pressed."""
    await pilot.wait_for("window", text="keyring", within_s=WORKS_S)
    return pilot.read()


async def request(pilot: Pilot) -> str:
    pilot.press("navigation.support")
    await pilot.wait_for("support.empty.new")
    pilot.press("support.empty.new")
    pilot.type("support.subject", SUBJECT)
    pilot.type("support.text", TEXT)
    pilot.press("support.send")
    await pilot.wait_for("support.sent", text="Sent as", within_s=WORKS_S)
    return pilot.read("support.number")


async def requests(pilot: Pilot) -> str:
    pilot.press("navigation.support")
    await pilot.wait_for("support.message.text", text=TEXT, within_s=WORKS_S)
    return pilot.read("support")


async def at_the_account(pilot: Pilot) -> None:
    pilot.press("navigation.account")
    await pilot.wait_for("account")


ERRANDS: Mapping[str, Callable[[Pilot], Awaitable[str]]] = {
    errand.__name__: errand
    for errand in (
        *(accept, decline, declined, change_of_mind),
        *(look, demo, policy, gated),
        *(create, sign_in, account),
        *(entrance, withheld, request, requests),
    )
}


def at_the_window(*words: str, **variables: str) -> dict[str, Any]:
    """Let a person do something at a window of its own process, and give what was read.

    Args:
        words: of `ERRANDS`, and options of the window.
        variables: put into the environment.
    """
    command = [sys.executable, "-W", "error", "-m", "tests.lab.person_window", *words]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=_LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    read: dict[str, Any] = json.loads(done.stdout)
    return read


async def carried_out(desktop: Desktop, words: list[str]) -> dict[str, object]:
    # On this computer nobody has been asked about the policy before.
    desktop.is_policy_put_off = False
    options = [word for word in words if word not in ERRANDS]
    pilot = await desktop.open("--language", "en", *options)
    read = {word: await ERRANDS[word](pilot) for word in words if word in ERRANDS}
    return {**read, "window": pilot.read()}


def main(words: list[str]) -> None:
    profile = default_profile()
    log_to_files(profile.log_folder)
    loop = make_loop()
    desktop = Desktop(profile.folder, surroundings=Surroundings(), pictures=RUNTIME / "pictures")
    try:
        seen = loop.run_until_complete(carried_out(desktop, words))
    finally:
        loop.run_until_complete(desktop.close())
        loop.close()
        asyncio.set_event_loop(None)
    seen["crashes"] = [error.code for error in desktop.crashes]
    print(json.dumps(seen, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
