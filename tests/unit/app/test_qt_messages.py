from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from altrabits_desktop.app.qt_messages import QtMessages, level_of, why_no_window

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import Refused

FAILED = "This application failed to start because no Qt platform plugin could be initialized."
CURSOR = "From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin."
NO_DISPLAY = "could not connect to display :99"


def test_a_missing_library_is_named_with_its_package() -> None:
    error = why_no_window((CURSOR, FAILED))

    assert error.code == "display.library_missing"
    assert error.arguments["package"] == "libxcb-cursor0"


def test_a_display_that_does_not_answer_is_told_apart_from_that() -> None:
    error = why_no_window((NO_DISPLAY, CURSOR, FAILED))

    assert (error.code, error.arguments["reason"]) == ("display.unusable", NO_DISPLAY)


def test_anything_else_is_said_in_the_words_of_qt() -> None:
    error = why_no_window((FAILED,))

    assert (error.code, error.arguments["reason"]) == ("display.unusable", FAILED)


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (QtMsgType.QtDebugMsg, logging.DEBUG),
        (QtMsgType.QtInfoMsg, logging.INFO),
        (QtMsgType.QtWarningMsg, logging.WARNING),
        (QtMsgType.QtCriticalMsg, logging.ERROR),
        (QtMsgType.QtFatalMsg, logging.CRITICAL),
    ],
)
def test_messages_are_logged_at_their_level(kind: QtMsgType, level: int) -> None:
    assert level_of(kind) == level


def test_a_warning_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    messages = QtMessages(lambda _error: None)

    messages.take(QtMsgType.QtWarningMsg, QMessageLogContext(), "careful")
    messages.take(QtMsgType.QtWarningMsg, QMessageLogContext(), None)

    assert "Qt: careful" in caplog.text


def test_a_message_that_comes_again_and_again_is_logged_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    messages = QtMessages(lambda _error: None)
    broke = "The X11 connection broke (error 1). Did the X11 server die?"

    for text in (broke, broke, broke, "something else", broke):
        messages.take(QtMsgType.QtWarningMsg, QMessageLogContext(), text)

    assert [record.message for record in caplog.records] == [
        f"Qt: {broke}",
        "Qt: something else",
        f"Qt: {broke}",
    ]


def test_the_last_words_before_the_end_are_a_sentence(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[Refused] = []
    ended: list[int] = []
    monkeypatch.setattr("altrabits_desktop.app.qt_messages.os._exit", ended.append)
    messages = QtMessages(refused.append)

    messages.take(QtMsgType.QtWarningMsg, QMessageLogContext(), NO_DISPLAY)
    messages.take(QtMsgType.QtFatalMsg, QMessageLogContext(), FAILED)

    assert [error.arguments["reason"] for error in refused] == [NO_DISPLAY]
    assert ended == [1]


def test_messages_are_taken_when_it_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[object] = []
    name = "altrabits_desktop.app.qt_messages.qInstallMessageHandler"
    monkeypatch.setattr(name, installed.append)
    messages = QtMessages(lambda _error: None)

    messages.listen()

    assert installed == [messages.take]
