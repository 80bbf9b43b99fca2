from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.commands import Pause, Play
from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.streamers.drivers.driver import Driver, DriverAddress, DriverIo
from altrabits_desktop.streamers.drivers.template.__main__ import show
from altrabits_desktop.streamers.drivers.template.line_demonstration import (
    ADDRESS,
    LineDemonstration,
)
from altrabits_desktop.streamers.drivers.template.line_driver import (
    GREETING,
    LineTemplateDriver,
)
from tests.fakes.clock import FakeClock
from tests.fakes.fetch import FakeFetch
from tests.fakes.lines import FakeLines
from tests.harness.line_driver_suite import LineDriverSuite

if TYPE_CHECKING:
    from tests.fakes.lines import Answer, FakeTalk


class LineStreamer:
    """A demonstration streamer of lines whose answers a test can change."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.fetch = FakeFetch()
        self.lines = FakeLines(self.clock, answer=self.answer, greeting=lambda: self.greeting)
        self.address = DriverAddress("192.168.71.20", "", port=6601)
        self.greeting: Answer = (GREETING,)
        self.name, self.title = "Demonstration", "First piece"
        self.always: bytes | Exception | None = None

    def answer(self, talk: FakeTalk, line: str) -> Answer:
        if self.always is not None:
            return self.always
        status = (f"name={self.name}", "playback=playing", "volume=30", f"title={self.title}", ".")
        return {"status": status, "watch": ()}.get(line, ("done",))

    def answer_with(self, garbage: bytes) -> None:
        self.greeting = self.always = garbage + b"\n" * 40

    def shout(self) -> None:
        self.name, self.title = "\x1b[31m\u202e" + "n" * 100, "\u202e" + "t" * 400

    def fail(self, error: Exception) -> None:
        self.greeting = self.always = error
        self.lines.tell_all(error)

    def change(self) -> None:
        self.title += "!"
        for talk in self.lines.talks:
            if "watch" in talk.said:
                talk.tell(("changed",))


@pytest.fixture
def streamer() -> LineStreamer:
    return LineStreamer()


class TestLineTemplateDriver(LineDriverSuite):
    performs = (Play(), Pause())

    def driver(self, *, time_limit_s: float = 5.0) -> Driver:
        return LineTemplateDriver(time_limit_s=time_limit_s)


async def test_demonstration_of_lines_plays_on_and_obeys(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Hurrying(FakeClock):
        async def sleep(self, duration_s: float) -> None:
            self.move(duration_s)

    await show(Hurrying(), for_s=9, in_lines=True)

    said = capsys.readouterr().out
    assert said.index("First piece") < said.index("Second piece") < said.index("Third piece")


async def test_demonstration_of_lines_pauses() -> None:
    clock = FakeClock()
    io = DriverIo(fetch=FakeFetch(), clock=clock, lines=LineDemonstration(clock))

    async with LineTemplateDriver().open(ADDRESS, io) as connection:
        await connection.perform(Pause())
        paused = await connection.read_state()
        await connection.perform(Play())
        playing = await connection.read_state()

    assert (paused.state.playback, playing.state.playback) == (Playback.PAUSED, Playback.PLAYING)


async def test_demonstration_of_lines_knows_its_address_and_its_words() -> None:
    lines = LineDemonstration(FakeClock())

    with pytest.raises(MalformedAnswer):
        await lines.open(80, address="127.0.0.1", is_loopback_allowed=True).__aenter__()
    async with lines.open(ADDRESS.port, address=ADDRESS.address, is_loopback_allowed=True) as talk:
        with pytest.raises(MalformedAnswer):
            await talk.say("dance")
