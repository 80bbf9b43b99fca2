"""Runs on the lab's desktop, as one person who says nothing about themselves; everything recorded.

A window as a process of its own, a window under a pilot, and the console look for streamers. Then
everything that must not happen is done on purpose. Prints what was seen as one JSON object.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import signal
import socket
import stat
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.qa.programs import CONSOLE, WINDOW
from tests.commitments.private_computer import (
    ELSEWHERE,
    HOME,
    MADE_BEFORE,
    OWN_FOLDERS,
    PERSON,
    RUNTIME,
    move_in,
    open_the_gateway,
)
from tests.harness.lan_traffic import Record, Typed, asked, kinds, said, strays
from tests.harness.packets import Recorder
from tests.harness.traces import Stamp, content_of, new_files, stamps, traces

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.qa.desktop import Desktop

NETWORK = "192.168.71.0/24"
QUIET = "quiet"
"""A host of the lab where nobody answers."""
CURIOUS = "curious"
"""A host of the lab that asks and is no streamer."""
BEYOND = "198.51.100.7"
"""Of a network for documentation (RFC 5737): it is nobody's."""
_LIMIT_S = 30.0
_LOOK_EVERY_S = 0.05


class Visit:
    """What happens on this computer, in parts; each part is judged by itself.

    Args:
        recorder: records already.
        before: the files at the beginning.
    """

    def __init__(self, recorder: Recorder, before: Mapping[Path, Stamp]) -> None:
        self.traffic: dict[str, dict[str, object]] = {}
        self.files: dict[str, dict[str, dict[str, str]]] = {}
        self.folders: dict[str, str] = {}
        """Those that came, with their modes."""
        self._recorder = recorder
        self._before = before
        self._begun = 0
        self._typed: list[tuple[int, str]] = []

    def type(self, address: str) -> None:
        """Note that the person typed an address."""
        self._typed.append((len(self._recorder.frames()), address))

    def has_connected_to(self, addresses: set[str]) -> bool:
        """Tell whether this part has asked streamers at all of these addresses by TCP."""
        return addresses <= {where.split()[1] for where in self.kinds() if where[:3] == "tcp"}

    def end_part(self, name: str) -> None:
        """Judge what was sent since the part before."""
        records = self._records()
        spoken = said(records)
        self.traffic[name] = {
            "kinds": self.kinds(),
            "asked": asked(records),
            "strays": strays(records, network=NETWORK),
            "told": [
                f"{flow}: {trace}"
                for flow, content in spoken.items()
                for trace in traces(content, PERSON | own_marks())
            ],
        }
        self._begun = len(self._recorder.frames())

    def look_at_files(self, name: str) -> None:
        """Keep what stands in the files that came or changed since the beginning."""
        self.files[name] = {
            str(path): {
                "mode": mode_of(path),
                "content": base64.b64encode(content_of(path)).decode(),
            }
            for path in new_files(self._before, [*OWN_FOLDERS, *ELSEWHERE])
        }
        folders = {folder for path in self.files[name] for folder in Path(path).parents}
        self.folders |= {str(each): mode_of(each) for each in folders if is_new(each)}

    def kinds(self) -> list[str]:
        """Give each kind of packet that this part sent so far."""
        return kinds(self._records())

    def _records(self) -> list[Record]:
        records: list[Record] = list(self._recorder.frames())
        for place, address in reversed(self._typed):
            records.insert(place, Typed(address))
        return records[self._begun :]


def mode_of(path: Path) -> str:
    return f"{stat.S_IMODE(path.lstat().st_mode):04o}" if path.exists() else "gone"


def is_new(folder: Path) -> bool:
    """Tell whether a folder was made since the person moved in."""
    return folder not in MADE_BEFORE and any(map(folder.is_relative_to, OWN_FOLDERS))


def own_marks() -> dict[str, str]:
    """Give what tells this computer from others."""
    machine = Path("/etc/machine-id")
    known = {"card": Path("/sys/class/net/eth0/address").read_text(encoding="ascii").strip()}
    return known | ({"machine": machine.read_text("ascii").strip()} if machine.exists() else {})


def until(holds: Callable[[], bool], *, what: str) -> None:
    ends_at_s = time.monotonic() + _LIMIT_S
    while not holds():
        if time.monotonic() > ends_at_s:
            raise TimeoutError(what)
        time.sleep(_LOOK_EVERY_S)


def open_window(visit: Visit, streamers: set[str]) -> None:
    """Open the window as a person does, until it has asked every streamer, and end it."""
    with subprocess.Popen(WINDOW) as window:
        until(lambda: visit.has_connected_to(streamers), what="every streamer asked")
        visit.look_at_files("window open")
        window.send_signal(signal.SIGTERM)
        assert window.wait(_LIMIT_S) == 0
    visit.look_at_files("window closed")


def drive_window(visit: Visit, addresses: Mapping[str, str]) -> list[float]:
    """Go through a window: look, type an address, look closer, choose a theme, leave.

    Returns:
        How long the window stood still, each time that it did.
    """
    from altrabits_desktop.app.wiring import Surroundings
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.loop import make_loop
    from altrabits_desktop.runtime.logs import log_to_files
    from altrabits_desktop.runtime.paths import default_profile

    log_to_files(default_profile().log_folder)
    loop = make_loop()
    desktop = Desktop(
        default_profile().folder, surroundings=Surroundings(), pictures=RUNTIME / "pictures"
    )
    try:
        loop.run_until_complete(_look_around(desktop, visit, addresses))
    finally:
        loop.run_until_complete(desktop.close())
        loop.close()
        asyncio.set_event_loop(None)
    visit.look_at_files("driven window closed")
    return desktop.stalls_s


async def _look_around(desktop: Desktop, visit: Visit, addresses: Mapping[str, str]) -> None:
    # On this computer nobody has been asked about the policy before.
    desktop.is_policy_put_off = False
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("policy.later")
    pilot.press("policy.later")
    listed = [address for name, address in addresses.items() if name not in {QUIET, CURIOUS}]
    for address in listed:
        await pilot.wait_for("streamers.card.*", text=address)
    pilot.press("streamers.missing.type")
    await pilot.wait_for("streamers.missing.address")
    visit.type(addresses[QUIET])
    pilot.type("streamers.missing.address", addresses[QUIET])
    pilot.press("streamers.missing.try")
    await pilot.wait_for("window", text="No streamer answers at", within_s=_LIMIT_S)
    pilot.press("streamers.find.button")
    await pilot.wait_for("streamers.find.button", text="Find again")
    card = next(name for name in pilot.names("streamers.card.*") if "-" in name)
    pilot.press(card)
    await pilot.wait_for("streamer", text="AltraBits search")
    await asyncio.to_thread(visit.look_at_files, "driven window")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings")
    pilot.press("settings.theme.dark")
    settings = desktop.profile.settings_file
    await pilot.wait_until(settings.exists, wanted="the choice kept")


def ask_console() -> list[dict[str, str]]:
    asked = subprocess.run(
        [*CONSOLE, "discover", "--json", "--seconds", "4"],
        capture_output=True,
        check=True,
        timeout=_LIMIT_S,
    )
    found: list[dict[str, str]] = json.loads(asked.stdout)
    return found


def misbehave(listening: str, name: str) -> None:
    """Do what must never happen, so that it is seen whether it would be noticed.

    Args:
        listening: address of a streamer.
        name: of it.
    """
    letter = f"HELO {PERSON['host name']}\r\nFROM {PERSON['e-mail']}\r\n".encode()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"\0\1\1\0\0\1\0\0\0\0\0\0\7example\0\0\1\0\1", (BEYOND, 53))
        sender.sendto(b"\0\1\1\0\0\1\0\0\0\0\0\0\7example\0\0\1\0\1", ("127.0.0.53", 53))
        sender.sendto(base64.b64encode(letter), (listening, 30303))
    with socket.socket() as caller:
        caller.settimeout(0.2)
        with contextlib.suppress(OSError):
            caller.connect((BEYOND, 443))
    (HOME / ".cache").mkdir(exist_ok=True)
    (HOME / ".cache" / "seen").write_bytes(name.encode("utf-16"))


def main() -> dict[str, object]:
    table = Path(os.environ["LAN_LAB_HOSTS"])
    hosts = json.loads(table.read_text(encoding="utf-8"))
    addresses = {name: host["ip"] for name, host in hosts.items() if host["kind"] != "desktop"}
    move_in()
    open_the_gateway()
    others = {QUIET, CURIOUS}
    streamers = {address for name, address in addresses.items() if name not in others}
    with Recorder() as recorder:
        visit = Visit(recorder, stamps([*OWN_FOLDERS, *ELSEWHERE]))
        open_window(visit, streamers)
        visit.end_part("window")
        stalls_s = drive_window(visit, addresses)
        visit.end_part("driven window")
        found = ask_console()
        visit.look_at_files("end")
        visit.end_part("console")
        misbehave(min(streamers), found[0]["name"])
        until(lambda: any(BEYOND in kind for kind in visit.kinds()), what="misbehaviour")
        visit.look_at_files("misbehaviour")
        visit.end_part("misbehaviour")
        lost = recorder.lost()
    return {
        "curious": addresses[CURIOUS],
        "found": found,
        "stalls_s": stalls_s,
        "traffic": visit.traffic,
        "files": visit.files,
        "folders": visit.folders,
        "lost": lost,
    }


if __name__ == "__main__":
    print(json.dumps(main()))
