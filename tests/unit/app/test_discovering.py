from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

from altrabits_desktop.app.arguments import SharedOptions
from altrabits_desktop.app.discovering import discover
from altrabits_desktop.cli.discover import DiscoverOptions
from altrabits_desktop.cli.output import Output
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.runtime.sentences import sentence

if TYPE_CHECKING:
    import pytest


class Faulty(Output):
    """Writes like any other, and leaves a callback in the loop that fails."""

    def text(self, text: str) -> None:
        asyncio.get_running_loop().call_soon(self._fail)
        super().text(text)

    def _fail(self) -> None:
        raise ValueError


def test_an_unforeseen_error_in_the_loop_is_logged_and_said_in_one_sentence(
    caplog: pytest.LogCaptureFixture,
) -> None:
    errors = io.StringIO()

    status = discover(
        DiscoverOptions(seconds=0.1, only=frozenset({HeardBy.ANNOUNCE})),
        shared=SharedOptions(interfaces=("127.0.0.1",)),
        saved_cards=(),
        output=Faulty(io.StringIO(), errors, is_json=False),
    )

    assert status == 0
    assert errors.getvalue() == f"{sentence('unexpected')}\n"
    assert "unexpected error" in caplog.text
