"""A start that is refused, for whoever cannot see standard error: in a small window too."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

    from altrabits_desktop.contract.errors import AltraBitsError

_UNSEEN = frozenset({"minimal", "minimalegl", "offscreen", "vnc"})


def is_window_due(errors: TextIO | None, environment: Mapping[str, str], *, platform: str) -> bool:
    """Tell whether a refusal needs a window to be seen.

    Args:
        errors: standard error; None where the system gives none, as Windows does to a program
            that has no console.
        environment: of this process.
        platform: as `sys.platform` names it.
    """
    return not _is_read(errors) and _has_screen(environment, platform)


def show_refusal(error: AltraBitsError, *, language: str) -> None:
    """Show the sentence of an error until the person closes it; blocks. Main thread.

    Where Qt cannot show anything the process ends here, with the status of a refusal: the
    sentence was said on standard error before.

    Args:
        error: what is in the way.
        language: BCP 47 tag; "" for the system's own.
    """
    from altrabits_desktop.app.qt_messages import QtMessages

    # Beside the sentence on standard error nothing is said there.
    logging.getLogger("altrabits_desktop").addHandler(logging.NullHandler())
    QtMessages(_say_no_more).listen()
    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.app.first_paint import make_application
    from altrabits_desktop.runtime.resources import resource_folder
    from altrabits_desktop.runtime.sentences import sentence_of
    from altrabits_desktop.runtime.settings import ThemeChoice
    from altrabits_desktop.ui.shell.language import speak_in
    from altrabits_desktop.ui.shell.refusal_window import RefusalWindow
    from altrabits_desktop.ui.theme.theme import Theme

    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else make_application()
    theme = Theme(resource_folder())
    theme.apply(application, ThemeChoice.SYSTEM)
    speak_in(application, language)
    window = RefusalWindow(theme, sentence_of(error))
    window.closed.connect(application.exit)
    window.show()
    application.exec()
    window.deleteLater()


def _is_read(errors: TextIO | None) -> bool:
    # A stream that was closed, as by `2>&-`, tells nothing of itself.
    with suppress(ValueError, OSError):
        return errors is not None and errors.isatty()
    return False


def _has_screen(environment: Mapping[str, str], platform: str) -> bool:
    plugin = environment.get("QT_QPA_PLATFORM", "")
    if plugin.partition(":")[0] in _UNSEEN:
        return False
    named = plugin or environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return bool(named) or not platform.startswith("linux")


def _say_no_more(_error: AltraBitsError) -> None:
    """Leave it at the sentence that was said: the display is not what the start failed for."""
