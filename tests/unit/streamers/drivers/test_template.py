from __future__ import annotations

import ast
import runpy
from pathlib import Path

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.streamers.drivers.driver import Driver, DriverAddress
from altrabits_desktop.streamers.drivers.template import driver as template
from altrabits_desktop.streamers.drivers.template.__main__ import show
from altrabits_desktop.streamers.drivers.template.demonstration import (
    ADDRESS,
    DemonstrationStreamer,
)
from altrabits_desktop.streamers.drivers.template.driver import TemplateDriver
from altrabits_desktop.streamers.drivers.template.reading import parse_status, reading_of
from tests.fakes.clock import FakeClock
from tests.fakes.fetch import FakeFetch
from tests.harness.driver_suite import DriverSuite

STATUS = "http://192.168.71.20/status"


class TemplateStreamer:
    """A demonstration streamer whose answers a test can change."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.fetch = FakeFetch()
        self.address = DriverAddress("192.168.71.20", "http://192.168.71.20/")
        self.say(title="First piece")

    def say(self, *, name: str = "Demonstration", title: str) -> None:
        lines = f"name={name}\nplayback=playing\nvolume=30\nremark\ntitle={title}\n"
        self.fetch.answers[STATUS] = lines.encode()

    def answer_with(self, garbage: bytes) -> None:
        self.fetch.answers[STATUS] = garbage

    def shout(self) -> None:
        self.say(name="\x1b[31m\u202e" + "n" * 100, title="\u202e" + "t" * 400)

    def fail(self, error: Exception) -> None:
        self.fetch.answers[STATUS] = error

    def change(self) -> None:
        self.say(title="Second piece")


@pytest.fixture
def streamer() -> TemplateStreamer:
    return TemplateStreamer()


class TestTemplateDriver(DriverSuite):
    def driver(self, *, time_limit_s: float = 5.0) -> Driver:
        return TemplateDriver(time_limit_s=time_limit_s)


@pytest.mark.parametrize("volume", ["", "-1", "101", "9" * 9, "loud"])
def test_volume_that_is_no_percentage_is_unknown(volume: str) -> None:
    said = parse_status(f"name=a\nplayback=dancing\nvolume={volume}".encode())

    state = reading_of(said, took_ms=1).state

    assert (state.volume, state.playback, state.now_playing) == (None, Playback.UNKNOWN, None)


async def test_demonstration_streamer_plays_on_while_time_passes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Hurrying(FakeClock):
        async def sleep(self, duration_s: float) -> None:
            self.move(duration_s)

    await show(Hurrying(), for_s=8)

    said = capsys.readouterr().out
    assert said.index("First piece") < said.index("Second piece") < said.index("Third piece")


def test_template_runs_as_a_program_for_as_long_as_it_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["template", "0"])

    runpy.run_path(str(Path(template.__file__).with_name("__main__.py")), run_name="__main__")

    assert capsys.readouterr() == ("", "")


def test_status_that_is_no_text_is_refused() -> None:
    with pytest.raises(MalformedAnswer):
        parse_status(b"name=\xff")


async def test_demonstration_streamer_gives_nothing_but_its_status() -> None:
    streamer = DemonstrationStreamer(FakeClock())
    url = f"{ADDRESS.url}other"

    with pytest.raises(MalformedAnswer):
        await streamer.get(url, address=ADDRESS.address, is_loopback_allowed=True)
    with pytest.raises(MalformedAnswer):
        await streamer.post(
            url, address=ADDRESS.address, is_loopback_allowed=True, headers={}, content=b""
        )
    with pytest.raises(MalformedAnswer):
        streamer.lines(url, address=ADDRESS.address, is_loopback_allowed=True)


def test_template_says_what_a_driver_needs() -> None:
    source = Path(template.__file__).read_text(encoding="utf-8")
    needed = ("make_driver", "open", "capabilities", "read_state", "watch", "perform")
    defined = {
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert defined >= set(needed)
    assert all(f"- `{name}`:" in (template.__doc__ or "") for name in needed)
