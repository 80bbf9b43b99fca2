from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.console import WrongThreadError, read_until
from altrabits_desktop.qa.programs import ProgramFailedError

if TYPE_CHECKING:
    from altrabits_desktop.qa.console import Console
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm


async def test_beside_a_window_a_command_may_not_hold_up_its_loop(
    desktop: Desktop, console: Console
) -> None:
    await desktop.open()

    with pytest.raises(WrongThreadError, match=r"asyncio\.to_thread"):
        console.ask("policy", "show")

    told = await asyncio.to_thread(console.ask, "policy", "show")
    assert told["version"] == "1.0"


def test_another_end_than_expected_is_a_failure_with_what_was_said(console: Console) -> None:
    refused = console.ask("streamers", "list", status=4)

    with pytest.raises(ProgramFailedError, match=r"exit status 4: .*gate\.sign_in_needed"):
        console.ask("streamers", "list")

    assert refused["error"]["code"] == "gate.sign_in_needed"


def test_it_hears_the_streamers_of_the_test(console: Console, streamer_farm: StreamerFarm) -> None:
    streamer_farm.start(1)

    [found] = console.ask("discover", "--seconds", "2")

    assert (found["id"], found["name"]) == (streamer_farm.id_of("Fireside"), "Fireside")


def test_what_a_program_says_is_read_up_to_some_words(console: Console) -> None:
    with console.begin("streamers", "nonsense") as process:
        told = read_until(process, "nonsense")
        with pytest.raises(EOFError):
            read_until(process, "never said")

    assert told.endswith("nonsense")
