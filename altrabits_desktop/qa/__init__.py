"""Drives the whole app from tests: the plug-in that comes with `altrabits-desktop[qa]`."""

from __future__ import annotations

PUBLIC = {
    "console": "`Console`, the console that hears the test's streamers; `read_until`",
    "desktop": "`Desktop`; `loopback_alone` for one of your own making",
    "fake_clock": "`FakeClock`",
    "farm": "`StreamerFarm`, and `FAULTS`, the names of all faults",
    "fixtures": "the fixtures themselves, for `pytest_plugins` where nothing is installed",
    "home_server": "`HomeServer`; `EMAIL` and `PASSWORD`, which every server takes",
    "keyring": "`MemoryKeyring` for `desktop.keyring`; `FileKeyring`",
    "loop": "`make_loop`, the loop of Qt that tests of the window run on",
    "pilot": "`Pilot`; `NotSeenError`, which says what was there instead",
    "programs": "`WINDOW` and `CONSOLE` as processes: `run`, `ask`, `running_window`, `end`",
    "reading": "`shown` and `text_of`: what stands in a part of the window",
    "recorder": "`NetworkRecorder`, `Sent` and `Way`",
    "sentences": "`sentence`: what the program says for a code, in the language in use",
    "shots": "`Shots`; `PictureDiffersError`",
}
"""Modules whose names stay from release to release, with what they are for; all others of this
package may change with any."""
