"""A person's computer whose disk is filled and emptied under the running window (R33).

Profile and server have a small disk each. For namespaces of its own (`unshare --mount --uts --net
--pid`), as root. Words: how many rounds. Prints what was read in each, as one JSON object.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from altrabits_desktop.app.wiring import Surroundings
from altrabits_desktop.qa.desktop import Desktop
from altrabits_desktop.qa.loop import make_loop
from altrabits_desktop.runtime.paths import default_profile
from tests.commitments.private_computer import RUNTIME, move_in
from tests.lab.person_window import WORKS_S, accept, account, create, request, sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from altrabits_desktop.qa.pilot import Pilot

FULL = "The disk is full. Make room; what was kept before is safe."
_SIZE = "size=6m,mode=700"
_FILL_BYTES = 4096


@contextlib.contextmanager
def full(folder: Path) -> Iterator[None]:
    """Leave not a byte on the disk of a folder while the block runs."""
    filler = folder / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(_FILL_BYTES))
    try:
        yield
    finally:
        filler.unlink()


def tickets(database: Path) -> list[str]:
    """Give the numbers of all requests that a server has kept, after a check of its file."""
    with contextlib.closing(sqlite3.connect(database)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [number for (number,) in opened.execute("SELECT number FROM tickets")]


def small_disks(profile: Path, server: Path) -> None:
    for folder in (profile, server):
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", _SIZE, "tmpfs", folder], check=True)


async def refused_then_sent(pilot: Pilot, disk: Path, subject: str) -> dict[str, Any]:
    """Write a request on a full disk of the profile; press again once there is room."""
    pilot.press("support.new")
    await pilot.wait_for("support.subject")
    pilot.type("support.subject", subject)
    pilot.type("support.text", f"Text of {subject}")
    with full(disk):
        pilot.press("support.send")
        await pilot.wait_for("support.fault", text=FULL)
        said = pilot.read("support.form")
    return {"said": said, **await sent(pilot, "Sent as")}


async def sent(pilot: Pilot, text: str) -> dict[str, Any]:
    began_at_s = time.monotonic()
    pilot.press("support.send")
    await pilot.wait_for("support.sent", text=text, within_s=WORKS_S)
    number = pilot.read("support.number")
    return {"number": number, "took_s": time.monotonic() - began_at_s}


async def kept_then_sent(pilot: Pilot, disk: Path, subject: str) -> dict[str, Any]:
    """Write a request while the disk of the server is full; it arrives once there is room."""
    pilot.press("support.new")
    await pilot.wait_for("support.subject")
    pilot.type("support.subject", subject)
    pilot.type("support.text", f"Text of {subject}")
    with full(disk):
        kept = await sent(pilot, "Kept as")
    await pilot.wait_for("support.sent", text="Sent as", within_s=WORKS_S)
    return kept


async def undecided(pilot: Pilot, disk: Path) -> dict[str, str]:
    """Decline on a full disk, and go on as before."""
    pilot.press("navigation.privacy")
    await pilot.wait_for("privacy.read.button")
    pilot.press("privacy.read.button")
    await pilot.wait_for("policy.decline")
    with full(disk):
        pilot.press("policy.decline")
        await pilot.wait_for("policy.answers.words", text=FULL)
        said = pilot.read("policy.answers.words")
    pilot.press("policy.back.button")
    await pilot.wait_for("privacy.read.button")
    return {"said": said, "privacy": pilot.read("privacy"), "account": await account(pilot)}


async def rounds(desktop: Desktop, count: int) -> dict[str, Any]:
    profile = desktop.profile
    desktop.is_policy_put_off = False
    pilot = await desktop.open("--language", "en")
    await accept(pilot)
    await create(pilot)
    told: dict[str, Any] = {"first": await request(pilot), "refused": [], "kept": []}
    for number in range(count):
        told["refused"] += [await refused_then_sent(pilot, profile.folder, f"Window {number}")]
        told["kept"] += [await kept_then_sent(pilot, profile.server_folder, f"Server {number}")]
    told["undecided"] = await undecided(pilot, profile.folder)
    told["logs_bytes"] = [path.stat().st_size for path in profile.folder.rglob("*-wal")]
    return told


async def whole(desktop: Desktop, count: int) -> dict[str, Any]:
    try:
        told = await rounds(desktop, count)
        pilot = await desktop.open("--language", "en")
        await sign_in(pilot)
        pilot.press("navigation.support")
        await pilot.wait_for("support.list", text=told["kept"][-1]["number"], within_s=WORKS_S)
        return {**told, "again": pilot.read("support.list")}
    finally:
        await desktop.close()


def main(count: int) -> dict[str, Any]:
    move_in()
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    profile = default_profile()
    small_disks(profile.folder, profile.server_folder)
    desktop = Desktop(profile.folder, surroundings=Surroundings(), pictures=RUNTIME / "pictures")
    loop = make_loop()
    told = loop.run_until_complete(whole(desktop, count))
    loop.close()
    asyncio.set_event_loop(None)
    told["at the server"] = tickets(profile.server_folder / "server.sqlite3")
    told["crashes"] = [error.code for error in desktop.crashes]
    return told


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1])), ensure_ascii=False))
