from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.main import main
from altrabits_desktop.app.refusal import is_window_due, show_refusal
from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.shell.refusal_window import RefusalWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from altrabits_desktop.contract.errors import AltraBitsError

ERROR = ProfileUnusable("profile.unwritable", folder="/kept", reason="it is on a read-only disk")
SCREEN = {"DISPLAY": ":0"}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def closed_stream() -> io.StringIO:
    stream = io.StringIO()
    stream.close()
    return stream


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    yield
    speak_in(qapp, "en")


@pytest.mark.parametrize(
    ("errors", "environment", "platform", "is_due"),
    [
        (io.StringIO(), SCREEN, "linux", True),
        (io.StringIO(), {"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        (io.StringIO(), {"QT_QPA_PLATFORM": "xcb"}, "linux", True),
        (closed_stream(), SCREEN, "linux", True),
        (None, {}, "win32", True),
        (io.StringIO(), {}, "darwin", True),
        (Terminal(), SCREEN, "linux", False),
        (Terminal(), {}, "win32", False),
        (io.StringIO(), {}, "linux", False),
        (io.StringIO(), {**SCREEN, "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        (io.StringIO(), {"QT_QPA_PLATFORM": "minimal:enable_fonts"}, "darwin", False),
    ],
)
def test_a_window_is_due_where_nobody_reads_standard_error_and_a_screen_is_there(
    errors: io.StringIO | None, environment: dict[str, str], platform: str, *, is_due: bool
) -> None:
    assert is_window_due(errors, environment, platform=platform) is is_due


def test_it_is_shown_in_the_language_that_is_asked_for(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QWidget] = []
    said: list[tuple[str, str]] = []
    ends: list[bool] = []

    def look() -> int:
        windows = [one for one in qapp.topLevelWidgets() if isinstance(one, RefusalWindow)]
        shown.extend(one for one in windows if one.isVisible())
        said.append((shown[0].accessibleName(), shown[0].accessibleDescription()))
        shown[0].close()
        return 0

    monkeypatch.setattr(qapp, "exec", look)
    # Without a loop that runs, it would keep every later one from running.
    monkeypatch.setattr(qapp, "exit", lambda *_: ends.append(True))
    monkeypatch.setattr("altrabits_desktop.app.qt_messages.qInstallMessageHandler", lambda _: None)

    show_refusal(ERROR, language="de")

    [(name, description)] = said
    assert ends == [True]
    assert name == "AltraBits Desktop kann nicht starten"
    assert "/kept" in description


@pytest.mark.parametrize(("is_seen", "windows"), [(True, []), (False, ["usage.option_unknown"])])
def test_what_an_icon_started_says_its_refusal_in_a_window(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    is_seen: bool,
    windows: list[str],
) -> None:
    shown: list[str] = []

    def show(error: AltraBitsError, *, language: str) -> None:
        assert language == "de"
        shown.append(error.code)

    monkeypatch.setenv("ALTRABITS_LANGUAGE", "de")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(sys, "argv", ["altrabits-desktop", "--nonsense"])
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_seen)
    monkeypatch.setattr("altrabits_desktop.app.refusal.show_refusal", show)
    monkeypatch.setattr("altrabits_desktop.app.process_end.end_despite_pool", lambda _: None)

    status = main()

    assert (status, shown) == (2, windows)
    assert "--nonsense" in capsys.readouterr().err


def test_other_code_that_starts_it_waits_for_no_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")

    assert main(["--nonsense"]) == 2
    assert "--nonsense" in capsys.readouterr().err
