"""Log lines."""

from __future__ import annotations

import asyncio
import logging
import os
import stat
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.logs import Discreet, OneLine, log_to_console, log_to_files
from tests.fakes.clock import FakeClock, settled
from tests.fakes.discovery import until
from tests.harness.planted import ADDRESS, HOME, MAC, NAME, planted_error, secrets_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

logger = logging.getLogger("altrabits_desktop")

DAY_S = 24 * 3600


class Wall:
    """A wall clock that a test moves."""

    def __init__(self) -> None:
        self.now_s = time.time()

    def __call__(self) -> float:
        return self.now_s

    def line(self, *, days_ago: float) -> str:
        """Give a line as it was written then."""
        at = datetime.fromtimestamp(self.now_s - days_ago * DAY_S, UTC)
        return f"{at:%Y-%m-%dT%H:%M:%S}.000Z INFO altrabits_desktop a line\n"


@pytest.fixture(autouse=True)
def handlers_as_before() -> Iterator[None]:
    before, level = list(logger.handlers), logger.level
    yield
    for handler in [h for h in logger.handlers if h not in before]:
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


def test_an_event_is_one_line_whatever_it_says() -> None:
    record = logging.LogRecord(
        "a", logging.INFO, "f", 1, "two\nlines\x1b[31m %s", ("\u202e",), None
    )

    line = OneLine("%(asctime)s %(message)s").format(record)

    assert "\\n" in line
    assert "\n" not in line
    assert "\x1b" not in line
    assert "\u202e" not in line
    assert line.split(" ")[0].endswith("Z")


def test_log_files_belong_to_the_owner_and_old_ones_go(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    old = folder / "altrabits.log.4"
    old.write_text("old")
    os.utime(old, (time.time() - 15 * 24 * 3600,) * 2)

    log_to_files(folder)
    logger.info("started")

    written = folder / "altrabits.log"
    assert "started" in written.read_text()
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert not old.exists()


def test_r51_no_line_goes_through_a_planted_link(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (folder / "altrabits.log").symlink_to(victim)

    log_to_files(folder)
    logger.info("started")

    assert victim.read_text() == "mine"
    assert capsys.readouterr().err == ""


def test_r51_a_planted_folder_holds_no_log(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    (tmp_path / "logs").symlink_to(victim)

    log_to_files(tmp_path / "logs")
    logger.info("started")

    assert list(victim.iterdir()) == []


def test_r51_a_log_that_others_could_read_is_the_owners_alone_from_now_on(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    folder.chmod(0o777)
    written = folder / "altrabits.log"
    written.touch()
    written.chmod(0o666)

    log_to_files(folder)
    logger.info("started")

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_a_pipe_in_the_place_of_the_log_holds_nobody_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    os.mkfifo(folder / "altrabits.log")

    log_to_files(folder)
    logger.info("started")

    assert capsys.readouterr().err == ""


def test_a_folder_that_cannot_be_written_costs_only_the_log(tmp_path: Path) -> None:
    place = tmp_path / "logs"
    place.write_text("a file")
    handlers = len(logger.handlers)

    log_to_files(place)

    assert len(logger.handlers) == handlers


@pytest.mark.parametrize(("is_verbose", "is_shown"), [(True, True), (False, False)])
def test_the_console_shows_details_only_when_asked(
    capsys: pytest.CaptureFixture[str], is_verbose: bool, is_shown: bool
) -> None:
    log_to_console(is_verbose=is_verbose)
    logger.debug("detail")

    assert ("detail" in capsys.readouterr().err) is is_shown


def test_what_goes_to_files_is_not_shown_on_the_console(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_console(is_verbose=False)
    log_to_files(tmp_path)

    logger.info("a streamer answers again")

    assert capsys.readouterr().err == ""


def test_r49_a_line_older_than_14_days_goes_although_the_file_was_written_today(
    tmp_path: Path,
) -> None:
    wall = Wall()
    for number, days_ago in (("", 2000), (".1", 13.5), (".2", 12)):
        (tmp_path / f"altrabits.log{number}").write_text(wall.line(days_ago=days_ago))

    log_to_files(tmp_path, now_s=wall)
    logger.info("started")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["altrabits.log", "altrabits.log.2"]
    assert len((tmp_path / "altrabits.log").read_text().splitlines()) == 1


def test_r49_a_file_holds_the_lines_of_a_few_days_only(tmp_path: Path) -> None:
    wall = Wall()
    log_to_files(tmp_path, now_s=wall)

    for _ in range(20):
        logger.info("a day")
        wall.now_s += DAY_S

    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["altrabits.log", *(f"altrabits.log.{number}" for number in range(1, 5))]
    assert {len(path.read_text().splitlines()) for path in tmp_path.iterdir()} == {4}


@pytest.mark.parametrize("days_ago", [4, -4])
def test_r49_a_file_that_began_long_ago_or_in_the_future_is_not_written_on(
    tmp_path: Path, days_ago: float
) -> None:
    wall = Wall()
    (tmp_path / "altrabits.log").write_text(wall.line(days_ago=days_ago))

    log_to_files(tmp_path, now_s=wall)
    logger.info("started")

    assert "started" not in (tmp_path / "altrabits.log.1").read_text()


def test_a_file_that_began_yesterday_is_written_on(tmp_path: Path) -> None:
    wall = Wall()
    (tmp_path / "altrabits.log").write_text(wall.line(days_ago=1))

    log_to_files(tmp_path, now_s=wall)
    logger.info("started")

    assert len((tmp_path / "altrabits.log").read_text().splitlines()) == 2


async def test_r49_a_quiet_program_lets_old_lines_go_too(tmp_path: Path) -> None:
    wall, clock = Wall(), FakeClock()
    files = log_to_files(tmp_path, now_s=wall)
    logger.info("started")
    assert files is not None
    keeping = asyncio.ensure_future(files.keep_young(clock))
    await settled()

    wall.now_s += 13.1 * DAY_S
    clock.move(6 * 3600)
    await until(lambda: not any(tmp_path.iterdir()))

    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)
    logger.info("still here")
    assert "started" not in (tmp_path / "altrabits.log").read_text()


def test_old_lines_that_the_system_does_not_let_go_cost_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wall = Wall()
    (tmp_path / "altrabits.log.1").write_text(wall.line(days_ago=20))
    (tmp_path / "altrabits.log.2").mkdir()
    os.utime(tmp_path / "altrabits.log.2", (0, 0))

    log_to_files(tmp_path, now_s=wall)
    logger.info("started")

    assert "started" in (tmp_path / "altrabits.log").read_text()
    assert not (tmp_path / "altrabits.log.1").exists()


def test_a_log_folder_that_others_use_too_holds_no_log_and_keeps_its_rights(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / "of another program").touch()
    folder.chmod(0o755)

    log_to_files(folder)
    logger.info("started")

    assert [path.name for path in folder.iterdir()] == ["of another program"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


@pytest.mark.parametrize("is_verbose", [True, False])
def test_r49_no_file_learns_what_an_error_says_even_if_the_console_does(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    is_verbose: bool,
) -> None:
    log_to_console(is_verbose=is_verbose)
    log_to_files(tmp_path)

    logger.error("it failed", exc_info=planted_error(), stack_info=True)

    line = (tmp_path / "altrabits.log").read_text()
    shown = capsys.readouterr().err
    assert "it failed: ExceptionGroup at " in line
    assert secrets_in(line) == []
    assert (NAME in shown, "Traceback" in shown) == (is_verbose, is_verbose)


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ("it failed: %s", (planted_error(),)),
        ("%(what)s failed at %(where)s", ({"what": "it", "where": f"{HOME}/{NAME}"},)),
        (planted_error(), ()),
        (f"seen at {ADDRESS}", ()),
        ("[%s]:30303", ("fd00::7:23",)),
        ("of %s", (MAC,)),
        ("of %s", (MAC.replace(":", ""),)),
        ("got %r", (b"\x00" + NAME.encode(),)),
        ("at %s", (f"http://{NAME}/it's/here",)),
        ("at %s", (f"{NAME}.local",)),
        ("at %s", (rf"C:\Users\{NAME} Q\list",)),
        ("by %s", (f"{NAME}@example.org",)),
    ],
)
def test_r49_a_line_in_a_file_holds_no_address_and_no_words_of_an_error(
    message: object, arguments: tuple[object, ...]
) -> None:
    record = logging.LogRecord("a", logging.INFO, "f", 1, message, arguments, None)

    line = Discreet("%(message)s").format(record)

    assert secrets_in(line) == []
    assert MAC.replace(":", "") not in line


@pytest.mark.parametrize(
    "message",
    [
        "the window stood still for 300 ms, busy for 280 ms of it",
        "driver upnp: driver.failed, ValueError at altrabits_desktop.streamers.x:Y.<locals>.z:33",
        "the network cards changed: 2 in use",
    ],
)
def test_an_innocent_line_is_left_as_it_is(message: str) -> None:
    record = logging.LogRecord("a", logging.INFO, "f", 1, message, (), None)

    assert Discreet("%(message)s").format(record) == message
