"""A scene on the lab's desktop: the real window, a pilot, and what was seen as one JSON object."""

from __future__ import annotations

import asyncio
import json
import os
import re
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from PySide6.QtWidgets import QApplication

from altrabits_desktop.app.wiring import Surroundings
from altrabits_desktop.qa.desktop import Desktop
from altrabits_desktop.qa.loop import make_loop
from altrabits_desktop.qa.reading import shown, text_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from altrabits_desktop.qa.pilot import Pilot
    from altrabits_desktop.runtime.keychain import Backend

LAN_LAB = Path(__file__).with_name("lan-lab")
_LOOK_S = 30.0
_TURN_S = 0.01


class LabHost(TypedDict):
    """One host as the lab's file of hosts has it; it holds more than this."""

    ip: str
    mac: str
    kind: str
    net: int


def hosts() -> dict[str, LabHost]:
    """Give the streamers of this lab by name; the desktop is not among them."""
    listed: dict[str, LabHost] = json.loads(_hosts_file().read_text(encoding="utf-8"))
    return {name: host for name, host in listed.items() if host["kind"] != "desktop"}


def folder_of(host: str) -> Path:
    """Give a host's own folder, which its program has as HOME."""
    return _hosts_file().parent / host


async def cable(host: str, state: str) -> None:
    """Pull a host's cable (`down`) or plug it in again (`up`); the window lives on meanwhile."""
    pulling = await asyncio.create_subprocess_exec(LAN_LAB, "fault", host, state)
    assert await pulling.wait() == 0


def cards(pilot: Pilot) -> dict[str, str]:
    """Give what the card of each streamer says, by the streamer's id; top to bottom."""
    seen = shown(pilot.window, "streamers.card.*")
    return {
        str(card.property("streamerId")): text_of(card)
        for card in seen
        if card.property("streamerId")
    }


def card_saying(pilot: Pilot, text: str) -> str | None:
    """Give the id of the one streamer whose card says this."""
    found = [identity for identity, said in cards(pilot).items() if text in said]
    return found[0] if len(found) == 1 else None


async def until_listed(pilot: Pilot, addresses: set[str]) -> None:
    """Wait until the cards show streamers at all of these addresses."""

    def are_listed() -> bool:
        said = "\n".join(cards(pilot).values())
        return addresses <= set(re.findall(r"\d+\.\d+\.\d+\.\d+", said))

    wanted = f"streamers at {', '.join(sorted(addresses))}"
    await pilot.wait_until(are_listed, wanted=wanted, within_s=_LOOK_S)


class Stage:
    """The real window, opened as often as a scene wants; its work is measured once it is filled."""

    def __init__(self, desktop: Desktop) -> None:
        self.longest_turn_s = 0.0
        """The most processor time that the window's thread took before it answered again."""
        self._desktop = desktop
        self._measuring: asyncio.Task[None] | None = None

    async def open(self, *words: str) -> Pilot:
        """Open the window anew and give its pilot."""
        self.close()
        pilot = await self._desktop.open("--language", "en", *words)
        self._measuring = asyncio.create_task(self._measure())
        return pilot

    def keep_secrets(self, keyring: Backend) -> None:
        """Let the computer have a keyring."""
        self._desktop.keyring = keyring

    def close(self) -> None:
        """Measure no longer."""
        if self._measuring is not None:
            self._measuring.cancel()

    async def _measure(self) -> None:
        # Processor time: what else this computer does must not count.
        while True:
            before_s = time.thread_time()
            await asyncio.sleep(_TURN_S)
            self.longest_turn_s = max(self.longest_turn_s, time.thread_time() - before_s)


def play_scene(scene: Callable[[Stage], Awaitable[dict[str, object]]]) -> None:
    """Play a scene on Qt's loop and print what it saw, what went wrong, and the kind of screen."""
    loop = make_loop()
    with tempfile.TemporaryDirectory() as folder:
        desktop = Desktop(
            Path(folder) / "profile",
            surroundings=Surroundings(),
            pictures=Path(folder) / "pictures",
        )

        async def whole() -> dict[str, object]:
            stage = Stage(desktop)
            try:
                return await scene(stage) | {"longest_turn_s": stage.longest_turn_s}
            finally:
                stage.close()
                await desktop.close()

        saw = loop.run_until_complete(whole())
    loop.close()
    asyncio.set_event_loop(None)
    saw["stalls_s"] = desktop.stalls_s
    saw["crashes"] = [error.code for error in desktop.crashes]
    saw["screen"] = QApplication.platformName()
    print(json.dumps(saw, ensure_ascii=False))


def _hosts_file() -> Path:
    return Path(os.environ["LAN_LAB_HOSTS"])
