from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QLabel

from altrabits_desktop.actions.home import HomeReport, ServerState
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.shell.server_line import server_words
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from tests.harness.window_parts import part

if TYPE_CHECKING:
    from tests.fakes.full_house import FullHouse
    from tests.unit.ui.shell.conftest import OpenWindow

TWO = datetime(2025, 10, 2, 14, 2, tzinfo=UTC)
REACHED = ServerState.REACHED
SIGNED_IN, DECLINED = Standing.SIGNED_IN, Standing.DECLINED


def report(**told: Any) -> HomeReport:  # noqa: ANN401 # fields of a report
    return HomeReport(
        **{"server": REACHED, "standing": SIGNED_IN, "email": "a@example.test"} | told
    )


@pytest.mark.parametrize(
    ("told", "words", "icon", "role"),
    [
        ({"server": ServerState.STARTING}, "Server starting", "waiting", "text.2"),
        ({"server": ServerState.RESTING}, "Server resting", "standby", "text.2"),
        ({"server": ServerState.AWAY}, "Server away", "offline", "warn"),
        ({"server": ServerState.AWAY, "waits": 2}, "Server away, 2 waiting", "offline", "warn"),
        ({"sync": SyncReport(SyncState.AWAY, TWO)}, "Server away", "offline", "warn"),
        ({"standing": Standing.ANONYMOUS, "email": ""}, "Server ready", "check", "text.2"),
        ({"standing": Standing.DECLINED}, "Sending stopped", "stop", "text.2"),
        ({"standing": DECLINED, "waits": 1}, "Stopped, 1 waiting", "stop", "text.2"),
        (
            {"standing": DECLINED, "server": ServerState.AWAY, "waits": 2},
            "Stopped, 2 waiting",
            "stop",
            "text.2",
        ),
        ({"standing": Standing.LIMITED}, "Sending waits", "clock", "text.2"),
        ({"standing": Standing.LIMITED, "waits": 3}, "3 waiting", "clock", "text.2"),
        ({"sync": SyncReport(SyncState.IN_STEP, TWO)}, "All up to date", "check", "text.2"),
        ({"sync": SyncReport(SyncState.WORKING), "waits": 1}, "Sending 1 change", "sync", "text.2"),
        (
            {"sync": SyncReport(SyncState.IN_STEP), "waits": 2},
            "Sending 2 changes",
            "sync",
            "text.2",
        ),
        ({"sync": SyncReport(SyncState.WORKING)}, "Fetching what is new", "sync", "text.2"),
        ({"sync": SyncReport(SyncState.OFF)}, "Fetching what is new", "sync", "text.2"),
        ({"sync": SyncReport(SyncState.DUE, due_code="x")}, "Sending waits", "clock", "text.2"),
    ],
)
def test_the_words_say_what_is_true_of_the_server(
    told: dict[str, Any], words: str, icon: str, role: str
) -> None:
    found = server_words(report(**told))

    assert (found.words, found.icon, found.role) == (words, icon, role)
    assert found.meaning.endswith(".")


@pytest.mark.parametrize("server", [REACHED, ServerState.AWAY])
def test_c48_what_waits_after_a_no_says_why_and_what_lets_it_go(server: ServerState) -> None:
    meaning = server_words(report(server=server, standing=DECLINED, waits=1)).meaning

    assert "since the privacy policy is declined" in meaning
    assert "sent once you accept the policy on page Privacy" in meaning


def test_a_server_elsewhere_is_asked_and_not_started() -> None:
    found = server_words(report(server=ServerState.STARTING, elsewhere="music.example.test"))

    assert found.words == "Asking the server"
    assert "computer" not in found.meaning


@pytest.mark.parametrize("state", [SyncState.AWAY, SyncState.IN_STEP])
def test_since_when_is_said_where_it_is_known(state: SyncState) -> None:
    with_time = server_words(report(sync=SyncReport(state, TWO))).meaning
    without = server_words(report(sync=SyncReport(state))).meaning

    assert with_time.startswith(without)
    assert with_time.removeprefix(without).startswith(" Since ")


def test_the_line_follows_the_server(open_window: OpenWindow, house: FullHouse) -> None:
    window = open_window()

    house.home.stand(
        server=REACHED,
        standing=SIGNED_IN,
        email="a@example.test",
        sync=SyncReport(SyncState.IN_STEP),
    )
    before = part(window, "navigation.server").accessibleName()
    house.home.stand(sync=SyncReport(SyncState.AWAY), waits=1)

    line = part(window, "navigation.server")
    mark = line.findChild(IconMark)
    assert isinstance(mark, IconMark)
    assert before == "All up to date"
    assert line.accessibleName() == "Server away, 1 waiting"
    assert line.accessibleDescription() in line.toolTip()
    assert mark.icon_name == "offline"


def test_the_line_stands_above_the_settings(open_window: OpenWindow) -> None:
    window = open_window()

    line, settings = part(window, "navigation.server"), part(window, "navigation.settings")

    assert line.geometry().bottom() + 1 == settings.y()
    assert (line.x(), line.width(), line.height()) == (settings.x(), settings.width(), 32)
    mark, words = line.findChild(IconMark), line.findChild(QLabel)
    assert mark is not None
    assert words is not None
    assert (mark.x(), words.x()) == (14, 42)


def test_folded_the_icon_stands_alone_and_the_tool_tip_has_the_words(
    open_window: OpenWindow, house: FullHouse
) -> None:
    window = open_window(760, 560)

    house.home.stand(server=ServerState.AWAY)

    line = part(window, "navigation.server")
    mark, words = line.findChild(IconMark), line.findChild(QLabel)
    assert mark is not None
    assert words is not None
    assert words.isHidden()
    assert mark.x() == (line.width() - mark.width()) // 2
    assert line.geometry().getRect() == (12, 412, 40, 40)
    assert "Server away" in line.toolTip()


def test_unfolded_again_the_words_are_back(open_window: OpenWindow, house: FullHouse) -> None:
    window = open_window(760, 560)
    house.home.stand(server=ServerState.AWAY)

    window.resize(1180, 760)

    words = part(window, "navigation.server").findChild(QLabel)
    assert words is not None
    assert words.isVisible()
    assert "Server away" not in part(window, "navigation.server").toolTip()


def test_read_from_the_right_the_icon_stands_at_the_right(
    from_the_right: None, open_window: OpenWindow
) -> None:
    line = part(open_window(), "navigation.server")

    mark, words = line.findChild(IconMark), line.findChild(QLabel)
    assert mark is not None
    assert words is not None
    assert mark.x() == line.width() - 14 - 16
    assert words.geometry().right() + 1 == line.width() - 42
