"""Log lines."""

from __future__ import annotations

import logging
import os
import stat
import time
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.logs import OneLine, log_to_console, log_to_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

logger = logging.getLogger("altrabits_desktop")


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
