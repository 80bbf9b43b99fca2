from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from altrabits_desktop.app.arguments import LaunchOptions, SharedOptions
from altrabits_desktop.app.first_paint import paint_first
from altrabits_desktop.app.ownership import claim
from altrabits_desktop.app.start import Start
from altrabits_desktop.app.window_life import open_in_browser, run_life
from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.settings import LoadedSettings, Settings, WindowSize, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

LOOPBACK = ("127.0.0.1",)


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    profile = Profile(tmp_path)
    ownership = claim(profile)
    assert ownership is not None
    settings = Settings(cards=LOOPBACK)
    qapp.setQuitOnLastWindowClosed(False)
    yield Start(
        painted=paint_first(qapp, settings),
        options=LaunchOptions(shared=SharedOptions(interfaces=LOOPBACK)),
        profile=profile,
        ownership=ownership,
        loaded=LoadedSettings(Settings()),
        settings=settings,
    )
    ownership.release()


def test_closing_the_window_ends_its_life(start: Start) -> None:
    QTimer.singleShot(200, start.painted.window.close)

    assert run_life(start) == 0
    assert not start.painted.window.isVisible()


def test_a_window_that_was_closed_before_its_life_began_ends_it(start: Start) -> None:
    start.painted.window.close()

    assert run_life(start) == 0


def test_a_size_that_a_person_gave_the_window_is_kept(start: Start) -> None:
    QTimer.singleShot(200, lambda: start.painted.window.resize(790, 590))
    QTimer.singleShot(300, start.painted.window.close)

    run_life(start)

    assert load_settings(start.profile).settings == Settings(window=WindowSize(790, 590))


def test_a_window_that_stays_as_it_was_is_not_written_of(start: Start) -> None:
    QTimer.singleShot(200, start.painted.window.close)

    run_life(start)

    assert not start.profile.settings_file.exists()


def test_a_size_that_cannot_be_kept_ends_with_a_line_in_the_log(
    start: Start, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ProfileUnusable("profile.unwritable", folder="profile", reason="full")

    monkeypatch.setattr("altrabits_desktop.app.settings_store.save_settings", refuse)
    QTimer.singleShot(200, lambda: start.painted.window.resize(790, 590))
    QTimer.singleShot(300, start.painted.window.close)

    status = run_life(start)

    assert status == 0
    assert "the size of the window is not kept: profile.unwritable" in caplog.messages


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_its_life(start: Start, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    QTimer.singleShot(200, lambda: os.kill(os.getpid(), number))

    status = run_life(start)

    signal.signal(number, before)
    assert status == 0


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://127.0.0.1:8080/page?x=1"])
def test_an_address_is_handed_to_the_browser_as_it_is(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: object) -> bool:
        opened.append(url.toString())  # type: ignore[attr-defined] # a QUrl
        return True

    name = "altrabits_desktop.app.window_life.QDesktopServices.openUrl"
    monkeypatch.setattr(name, open_url)

    assert open_in_browser(address)
    assert opened == [address]


def test_what_is_no_address_is_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "altrabits_desktop.app.window_life.QDesktopServices.openUrl"
    monkeypatch.setattr(name, lambda _url: pytest.fail("opened"))

    assert not open_in_browser("http://[nonsense")
