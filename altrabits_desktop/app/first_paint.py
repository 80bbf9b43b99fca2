"""The window, painted: the least that this takes, before anything else is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from altrabits_desktop.contract.version import PRODUCT_NAME, VERSION
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.shell.window import Window
from altrabits_desktop.ui.theme.theme import STYLE_ARGUMENTS, Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.runtime.remembered import Remembered
    from altrabits_desktop.runtime.settings import Settings
    from altrabits_desktop.ui.pages.streamers.first_sheet import FirstLook

PAINT_LIMIT_MS = 2000
"""A window behind others may never be painted; the house is looked for all the same."""


class Painted(NamedTuple):
    """What stands after the first paint."""

    application: QApplication
    window: Window
    theme: Theme
    remembered: tuple[Remembered, ...] = ()
    """The streamers that were shown."""


def make_application() -> QApplication:
    """Make the application of this process. Main thread, once."""
    application = QApplication([PRODUCT_NAME, *STYLE_ARGUMENTS])
    application.setApplicationName("altrabits-desktop")
    application.setApplicationDisplayName(PRODUCT_NAME)
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("altrabits-desktop")
    # The end of the program is decided by `lifetime`, which stops everything in order before.
    application.setQuitOnLastWindowClosed(False)
    return application


def paint_first(
    application: QApplication,
    settings: Settings,
    *,
    remembered: tuple[Remembered, ...] = (),
    is_kiosk: bool = False,
) -> Painted:
    """Show the window and wait for its first paint; blocks. Main thread.

    Args:
        application: of this process.
        settings: the choices that hold.
        remembered: streamers of the person's, to be shown in it.
        is_kiosk: whether visitors have the window, who see none of them.
    """
    theme = Theme(resource_folder())
    theme.apply(application, settings.theme)
    speak_in(application, settings.language)
    first = _first_look(remembered, settings) if remembered else None
    window = Window(theme, application=application, size=settings.window, first=first)
    # The screen of pictures and tests is nobody's, and smaller than the window is meant to be.
    if application.platformName() != "offscreen":
        fit_to_screen(window, frame_px=theme.px("window.frame"))
    window.first_painted.connect(application.exit)
    window.closed.connect(application.exit)
    limit = QTimer()
    limit.setSingleShot(True)
    limit.timeout.connect(application.exit)
    limit.start(PAINT_LIMIT_MS)
    if is_kiosk:
        window.cover()
    else:
        window.show()
    application.exec()
    limit.stop()
    window.first_painted.disconnect(application.exit)
    window.closed.disconnect(application.exit)
    return Painted(application, window, theme, remembered)


def fit_to_screen(window: QWidget, *, frame_px: int) -> None:
    """Let a window and its frame be no larger than the screen: its foot holds places to go to.

    Args:
        window: not shown yet.
        frame_px: height of what the system puts round it, which is not known before.
    """
    room = window.screen().availableSize()
    window.resize(window.size().boundedTo(QSize(room.width(), room.height() - frame_px)))


def _first_look(remembered: tuple[Remembered, ...], settings: Settings) -> FirstLook:
    # Imported here: only who has streamers of their own pays for it.
    from altrabits_desktop.ui.pages.streamers.first_list import first_look

    return first_look(remembered, settings)
