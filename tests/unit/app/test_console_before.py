"""What the console says before it does anything, where a window carries out the command."""

from __future__ import annotations

import getpass
import io
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app import home_console, typed_secrets
from altrabits_desktop.app.owner_errands import READY, OwnerErrand
from altrabits_desktop.app.refused_talk import REFUSED, SEEN
from altrabits_desktop.cli.output import Output
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.paths import Profile
from tests.fakes.membership import EMAIL
from tests.unit.app.test_owner_talk import Owner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from altrabits_desktop.app.owner_errands import Result

CHANGE: dict[str, object] = {
    "key": "key-1",
    "kind": "added",
    "name": "Attic",
    "code": "object.unknown",
}


class Window:
    """Owns the profile, keeps no sign-in, and was refused a change."""

    def __init__(self) -> None:
        self.kept = "memory"
        self.seen: list[str] = []

    def answer_to(self, errand: OwnerErrand) -> Result:
        match errand.words:
            case words if words == READY:
                return {"kept": self.kept}
            case words if words == REFUSED:
                return [CHANGE]
            case words if words == SEEN:
                self.seen.extend(errand.operands)
                return {}
            case ("streamers", "list"):
                return []
            case _:
                raise Refused("sign_in.refused")


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def run(tmp_path: Path, window: Window) -> Iterator[Callable[..., str]]:
    owner = Owner(Profile(tmp_path), answers=window.answer_to)

    def run_command(*words: str) -> str:
        """Give what a person reads beside the answer."""
        told = io.StringIO()
        output = Output(io.StringIO(), told, is_json=False)
        home_console.home(words[0], words[1:], {"ALTRABITS_PROFILE": str(tmp_path)}, output)
        return told.getvalue()

    yield run_command
    owner.end()


@pytest.mark.parametrize("kept", ["memory", "keyring"])
def test_that_a_sign_in_will_end_with_the_window_is_said_before_the_password(
    window: Window, run: Callable[..., str], kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.kept = kept

    def interrupted(_prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(getpass, "getpass", interrupted)
    monkeypatch.setattr(typed_secrets, "has_terminal", lambda: True)

    told = run("account", "sign-in", EMAIL)

    assert told.startswith("No keyring on this computer keeps a sign-in") is (kept == "memory")


def test_what_was_refused_is_said_before_a_command_about_streamers(
    window: Window, run: Callable[..., str]
) -> None:
    told = run("streamers", "list")

    assert told.startswith("“Attic” was not added to your streamers.")
    assert window.seen == ["key-1"]
