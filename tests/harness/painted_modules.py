"""Prints the modules that are loaded at some moment of a start, one a line, and ends.

Run as a program of its own: with `bare` for a window of Qt without anything of ours, else for the
app's window, whose command line follows; after `filled` what is loaded once that window is filled
and the house stands.
"""

from __future__ import annotations

import os
import sys


def tell() -> None:
    """Print what is loaded by now and end the process."""
    print("\n".join(sorted(sys.modules)), flush=True)
    os._exit(0)


def paint_bare() -> None:
    """Show the barest window there is."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.show()
    QTimer.singleShot(0, application.exit)
    application.exec()
    tell()


def paint_ours(words: list[str]) -> None:
    """Start the app; the first thing that it calls after its first paint ends it."""
    from altrabits_desktop.app.main import main
    from altrabits_desktop.runtime import lasting_none

    lasting_none.keep_none = tell
    main(words)


def fill_ours(words: list[str]) -> None:
    """Start the app; its look for a session bus, which comes last, ends it."""
    from altrabits_desktop.app import session_bus
    from altrabits_desktop.app.main import main

    session_bus.bus_address = lambda *_, **__: tell()
    main(words)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bare"]:
            paint_bare()
        case ["filled", *words]:
            fill_ours(words)
        case words:
            paint_ours(words)
