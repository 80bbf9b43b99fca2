"""Settings and upkeep of a streamer at the console, through the window that owns the profile."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from altrabits_desktop.qa.programs import CONSOLE, ask, run
from tests.journeys.ways import sign_up

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm


class AtTheConsole:
    """A streamer of one's own, told things by commands; each blocks."""

    def __init__(self, profile: Path, farm: StreamerFarm, streamer_id: str) -> None:
        self._profile = profile
        self._farm = farm
        self.id = streamer_id

    def add(self) -> None:
        """Make the streamer one's own."""
        ask(self._profile, "streamers", "add", self.id, "--code", "000000", status=1)
        code = self._farm.code_of(self._farm.names[0])
        ask(self._profile, "streamers", "add", self.id, "--code", code)

    def ask(self, verb: str, *operands: str, status: int = 0) -> Any:  # noqa: ANN401 # JSON
        return ask(self._profile, verb, self.id, *operands, status=status)

    def name(self, name: str) -> Any:  # noqa: ANN401 # JSON
        return ask(self._profile, "streamers", "name", self.id, name)

    def snapshot(self, word: str, file: Path, *, status: int = 0) -> Any:  # noqa: ANN401 # JSON
        return ask(self._profile, "snapshot", word, self.id, str(file), status=status)

    def said(self, verb: str, *operands: str) -> str:
        """Give what people read."""
        words = (verb, self.id, *operands, "--language", "en")
        return run(CONSOLE, *words, "--profile", str(self._profile)).stdout.strip()


async def begun(desktop: Desktop, farm: StreamerFarm) -> AtTheConsole:
    """Open the window on one streamer that is the person's."""
    farm.start(1)
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    streamer_id = pilot.names("streamers.card.mac-*")[0].removeprefix("streamers.card.")
    await sign_up(desktop)
    console = AtTheConsole(desktop.profile.folder, farm, streamer_id)
    await asyncio.to_thread(console.add)
    return console


async def test_what_is_set_at_the_console_is_so_at_the_streamer(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    console = await begun(desktop, streamer_farm)

    def set_all() -> dict[str, Any]:
        return {
            "preset": console.ask("preset", "2"),
            "saved": console.ask("preset", "6", "save"),
            "cleared": console.ask("preset", "1", "clear"),
            "gains": console.ask("equaliser", "3,2,1,0,-1"),
            "curve": console.ask("equaliser", "late NIGHT"),
            "balance": console.ask("balance", "-20"),
            "sleep": console.ask("sleep", "30"),
            "light": console.ask("light", "off"),
            "lock": console.ask("lock", "on"),
            "maximum": console.ask("maximum", "20"),
            "after": console.ask("standby", "45"),
            "input": console.ask("input-name", "optical", "Television"),
            "hidden": console.ask("input-hide", "Coax", "on"),
            "named": console.name("Hearth"),
            "asleep": console.ask("standby", "on"),
        }

    told = await asyncio.to_thread(set_all)

    state = streamer_farm.state_of("Hearth")
    assert (told["preset"]["preset"], told["saved"]["presets"][-1]["number"]) == (2, 6)
    assert told["cleared"]["presets"][0]["number"] == 2
    assert told["gains"]["equaliser"]["gains_db"] == [3, 2, 1, 0, -1]
    assert told["curve"]["equaliser"]["curve"] == "Late night"
    assert told["sleep"]["sleep_left_s"] > 1700
    assert (state.balance, state.volume_maximum, state.volume) == (-20, 20, 20)
    assert (state.light, state.has_locked_buttons, state.auto_standby_min) == ("off", True, 45)
    assert told["asleep"]["is_asleep"]
    assert told["hidden"]["inputs"] == ["Network", "Television", "Bluetooth", "Turntable"]
    assert (told["named"]["name"], streamer_farm.names) == ("Hearth", ["Hearth"])
    assert state.is_asleep


async def test_people_read_how_it_is_set_and_why_it_cannot_be(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    console = await begun(desktop, streamer_farm)

    def read() -> list[Any]:
        said = [console.said(verb) for verb in ("preset", "balance", "sleep", "light", "lock")]
        said += [console.said("standby"), console.said("maximum"), console.said("equaliser")]
        codes = [
            console.ask("preset", "5", "save", status=0)["id"],
            console.ask("preset", "6", status=1)["error"]["code"],
            console.ask("equaliser", "Bathroom", status=1)["error"]["code"],
            console.ask("equaliser", "1,2", status=1)["error"]["code"],
            console.ask("equaliser", "1,99", status=2)["error"]["code"],
            console.ask("balance", "101", status=2)["error"]["code"],
            console.ask("light", "blue", status=2)["error"]["code"],
        ]
        return [said, codes[1:]]

    said, codes = await asyncio.to_thread(read)

    presets, balance, sleep, light, lock, standby, maximum, equaliser = said
    assert presets.splitlines()[0] == "1  Radio Meridian"
    assert (balance, sleep, light) == ("in the middle", "No sleep timer runs.", "dim")
    assert lock == "Its buttons work."
    assert standby == "It is up. It sleeps by itself 20 min after the music ended."
    assert maximum == "80"
    assert equaliser.startswith("on  Warm evening  60 Hz +2 dB, 250 Hz +1 dB")
    assert codes == [
        *("control.preset_unknown", "control.curve_not_listed", "control.gains_other"),
        *("usage.gains", "usage.number", "usage.choice"),
    ]


async def test_an_owner_looks_after_a_streamer_at_the_console(
    desktop: Desktop, streamer_farm: StreamerFarm, tmp_path: Path
) -> None:
    console = await begun(desktop, streamer_farm)
    file = tmp_path / "fireside.json"

    def look() -> dict[str, Any]:
        told = {
            "network": console.ask("network"),
            "health": console.ask("health"),
            "saved": console.snapshot("save", file),
            "twice": console.snapshot("save", file, status=1),
            "same": console.snapshot("compare", file),
        }
        console.ask("balance", "-20")
        return {
            **told,
            "other": console.snapshot("compare", file),
            "restored": console.snapshot("restore", file),
            "again": console.snapshot("compare", file),
            "no file": console.snapshot("restore", tmp_path / "none", status=1),
            "logs": console.ask("logs"),
            "said": console.said("network"),
        }

    told = await asyncio.to_thread(look)

    assert told["network"]["link"] == "wifi"
    assert told["said"].startswith(told["network"]["address"])
    assert told["health"]["restarts"] == 0
    assert told["saved"]["file"] == str(file)
    assert told["twice"]["error"]["code"] == "snapshot.file_exists"
    assert (told["same"]["differences"], told["again"]["differences"]) == ([], [])
    assert told["other"]["differences"] == [{"name": "balance", "before": 0, "after": -20}]
    assert told["restored"]["left_out"] == []
    assert told["restored"]["name"] == told["restored"]["known_as"]
    assert told["no file"]["error"]["code"] == "snapshot.unreadable"
    assert any("put settings in place" in line for line in told["logs"]["lines"])


async def test_c15_a_streamer_that_is_reset_is_nobodys_and_off_the_account(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    console = await begun(desktop, streamer_farm)
    [name] = streamer_farm.names

    def reset() -> list[Any]:
        unmeant = console.ask("reset", "yes", status=1)
        done = console.ask("reset", name)
        return [unmeant, done, ask(desktop.profile.folder, "streamers", "list")]

    unmeant, done, owned = await asyncio.to_thread(reset)

    assert unmeant["error"]["code"] == "reset.not_confirmed"
    assert done["id"]
    assert owned == []
