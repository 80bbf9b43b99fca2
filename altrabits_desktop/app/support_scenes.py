"""The pictures of page Support: every state of it, and how it is used."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_support as requests
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.home_scenes import served
from altrabits_desktop.app.scene import Scene, staged_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.app.staging import StagedServer
    from altrabits_desktop.ui.shell.window import Window

_MOMENT_S = 0.4


def _open(act: Callable[[QWidget], None] | None, window: Window) -> None:
    window.show_support()
    if act is not None:
        act(window)


def _write(window: QWidget) -> None:
    from PySide6.QtWidgets import QLineEdit

    from altrabits_desktop.ui.widgets.text_field import TextField

    for name in ("support.new", "support.empty.new"):
        acts.press(name, window)
    for subject in window.findChildren(QLineEdit, "support.subject"):
        subject.setText("Kitchen streamer restarts")
    for text in window.findChildren(TextField, "support.text"):
        text.set_text(
            "It restarts about once an hour, since the update of yesterday.\n\n"
            "Only while the radio plays; never with the turntable."
        )


def _close_window(window: QWidget) -> None:
    _write(window)
    window.close()


def _send(window: QWidget) -> None:
    _write(window)
    acts.press("support.send", window)


def _send_nothing(window: QWidget) -> None:
    acts.press("support.empty.new", window)
    acts.press("support.send", window)


def _reply(window: QWidget) -> None:
    from altrabits_desktop.ui.widgets.text_field import TextField

    acts.press(f"support.ticket.{requests.ANSWERED}", window)
    for field in window.findChildren(TextField, "support.reply"):
        field.set_text("Channel 11 is quieter. The dropouts began after the new router came.")


def _ask_to_close(window: QWidget) -> None:
    acts.press(f"support.ticket.{requests.ANSWERED}", window)
    acts.press("support.close", window)


def _close(window: QWidget) -> None:
    _ask_to_close(window)
    acts.press("support.close.go", window)


def _scene(
    name: str,
    server: Callable[[], StagedServer],
    *,
    act: Callable[[QWidget], None] | None = None,
    is_main: bool = True,
    patience_s: float = 0.0,
) -> Scene:
    is_narrow = name.endswith("narrow")
    return Scene(
        name,
        partial(
            staged_window, partial(served, server), act=partial(_open, act), is_narrow=is_narrow
        ),
        patience_s,
        is_main=is_main,
    )


_ANSWERED = f"support.ticket.{requests.ANSWERED}"
_CLOSED = f"support.ticket.{requests.CLOSED}"

SUPPORT_SCENES = (
    _scene("support", homes.undecided),
    _scene("support-narrow", homes.undecided, is_main=False),
    _scene("support-empty", requests.empty),
    _scene("support-list", requests.listed, act=partial(acts.press, _CLOSED)),
    _scene("support-list-narrow", requests.listed),
    _scene("support-thread", requests.listed, act=_reply),
    _scene("support-thread-narrow", requests.listed, act=_reply),
    _scene("support-new", requests.listed, act=_write),
    _scene("support-new-narrow", requests.listed, act=_write),
    _scene("support-new-fault", requests.empty, act=_send_nothing, is_main=False),
    _scene("support-unsent", requests.listed, act=_close_window),
    _scene("support-unsent-narrow", requests.listed, act=_close_window, is_main=False),
    _scene("support-sent", requests.listed, act=_send),
    _scene("support-waiting", requests.waiting),
    _scene("support-declined", requests.stopped),
    _scene("support-declined-requests", requests.declined, is_main=False),
    _scene("support-reading", requests.reading, is_main=False, patience_s=_MOMENT_S),
    _scene("support-starting", homes.starting, is_main=False, patience_s=_MOMENT_S),
    _scene("support-unknown", homes.unknown, is_main=False),
    _scene("support-refused", requests.refused, is_main=False),
    _scene("support-close-question", requests.listed, act=_ask_to_close),
    _scene("support-new-elsewhere", requests.listed_elsewhere, act=_write, is_main=False),
    _scene(
        "support-close",
        requests.listed,
        act=_close,
        is_main=False,
    ),
    _scene("support-not-closed", requests.not_closed, is_main=False),
    _scene("support-many", requests.many, is_main=False),
    _scene("support-hostile", requests.hostile, is_main=False),
    _scene("support-hostile-narrow", requests.hostile, act=partial(acts.press, _ANSWERED)),
)
"""All of them, in the order of the page's states."""
