"""What a virtual streamer writes down."""

from __future__ import annotations

from altrabits_desktop.contract.control_upkeep import LOG_BYTES, LOG_LINE_CHARACTERS, LOG_LINES
from altrabits_desktop.simulator.log_book import LogBook
from tests.fakes.clock import FakeClock


def test_lines_say_when_and_what() -> None:
    clock = FakeClock()
    log = LogBook(clock.steady_s)
    log.write("started")
    clock.move(90)
    log.write_told("play")

    assert log.content() == b"0 s: started\n90 s: the owner said play\n"


def test_word_that_follows_itself_is_written_once() -> None:
    log = LogBook(FakeClock().steady_s)
    for word in ("volume", "volume", "pause", "volume"):
        log.write_told(word)

    assert log.content().count(b"volume") == 2


def test_the_newest_lines_stay_within_the_bounds() -> None:
    log = LogBook(FakeClock().steady_s)
    for number in range(LOG_LINES * 2):
        log.write(f"{number} " + "é" * LOG_LINE_CHARACTERS)

    lines = log.content().decode().splitlines()
    assert len(log.content()) <= LOG_BYTES
    assert all(len(line) <= LOG_LINE_CHARACTERS for line in lines)
    assert lines[-1].startswith(f"0 s: {LOG_LINES * 2 - 1} ")


def test_short_lines_are_as_many_as_are_kept() -> None:
    log = LogBook(FakeClock().steady_s)
    for number in range(LOG_LINES * 2):
        log.write(str(number))

    assert len(log.content().splitlines()) == LOG_LINES
