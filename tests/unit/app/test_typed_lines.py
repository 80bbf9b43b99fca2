"""Lines at a terminal or through a pipe are told to the loop, and never hold it up."""

from __future__ import annotations

import asyncio
import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app import typed_lines
from altrabits_desktop.app.typed_lines import follow_typed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Input:
    """Standard input, as far as its descriptor goes."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def fileno(self) -> int:
        return self._descriptor


class Heard:
    """Counts lines, and lets them be waited for."""

    def __init__(self) -> None:
        self.count = 0
        self._more = asyncio.Event()

    def __call__(self) -> None:
        self.count += 1
        self._more.set()

    async def until(self, count: int) -> None:
        async with asyncio.timeout(30):
            while self.count < count:
                self._more.clear()
                await self._more.wait()


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Standard input is a pipe; gives the end that is written to."""
    reader, writer = os.pipe()
    monkeypatch.setattr(sys, "stdin", Input(reader))
    yield writer
    # The reading thread ends with the last writer; only then may the number be given away.
    os.close(writer)


async def test_each_line_is_told_to_the_loop(pipe: int) -> None:
    heard = Heard()

    can_type = follow_typed_lines(heard)
    os.write(pipe, b"\n")
    await heard.until(1)
    os.write(pipe, b"now\n\nand a")
    await heard.until(3)
    os.write(pipe, b"gain\n")
    await heard.until(4)

    assert (can_type, heard.count) == (True, 4)


async def test_lines_at_a_terminal_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard, terminal = os.openpty()
    # Not the one that this process belongs to: nobody is in its foreground or background.
    monkeypatch.setattr(sys, "stdin", Input(terminal))
    heard = Heard()

    can_type = follow_typed_lines(heard)
    os.write(keyboard, b"\r")
    await heard.until(1)
    os.close(keyboard)

    assert can_type


async def test_in_the_background_of_a_terminal_nothing_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keyboard, terminal = os.openpty()
    monkeypatch.setattr(sys, "stdin", Input(terminal))
    others = [os.getpgrp() + 1, os.getpgrp() + 1]
    monkeypatch.setattr(os, "tcgetpgrp", lambda _: others.pop() if others else os.getpgrp())
    monkeypatch.setattr(typed_lines, "_LOOK_AGAIN_S", 0.0)
    heard = Heard()

    follow_typed_lines(heard)
    os.write(keyboard, b"\r")
    await heard.until(1)
    os.close(keyboard)

    assert others == []


async def test_a_file_brings_no_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lines").write_text("\n\n")
    with (tmp_path / "lines").open() as file:
        monkeypatch.setattr(sys, "stdin", file)

        assert not follow_typed_lines(Heard())


@pytest.mark.parametrize("stdin", [None, io.StringIO("\n")], ids=["none", "not the system's"])
async def test_without_standard_input_nobody_can_type(
    stdin: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)

    assert not follow_typed_lines(Heard())


async def test_a_closed_standard_input_brings_no_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    os.close(writer)
    monkeypatch.setattr(sys, "stdin", Input(reader))

    assert not follow_typed_lines(Heard())
