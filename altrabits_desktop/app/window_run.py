"""A start of the window: painted at once, then everything else."""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import TYPE_CHECKING

from altrabits_desktop.app.start import Start, settings_for_now
from altrabits_desktop.runtime.lasting_none import keep_none
from altrabits_desktop.runtime.paths import NETWORKS, may_exist
from altrabits_desktop.runtime.remembered import read_remembered
from altrabits_desktop.runtime.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.app.arguments import LaunchOptions
    from altrabits_desktop.app.ownership import Ownership
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.runtime.paths import Profile
    from altrabits_desktop.runtime.remembered import Remembered


def run_window(options: LaunchOptions, *, profile: Profile, ownership: Ownership) -> int:
    """Show the window until it is closed; blocks. Main thread, once in a process."""
    loaded = load_settings(profile)
    settings = settings_for_now(loaded.settings, options)
    # What is said before there are logs is kept by `QtMessages` as far as it matters.
    logging.getLogger("altrabits_desktop").addHandler(logging.NullHandler())
    from altrabits_desktop.app.first_paint import make_application, paint_first
    from altrabits_desktop.app.qt_messages import QtMessages

    QtMessages(lambda error: _refuse(error, language=settings.language)).listen()
    if loaded.settings.household is not None:
        from altrabits_desktop.app.home_place import with_household

        options = options._replace(shared=with_household(options.shared, loaded.settings))
    server = options.shared.server
    remembered = remembered_first(profile.remembered_file(server.key if server else ""))
    painted = paint_first(
        make_application(), settings, remembered=remembered, is_kiosk=options.is_kiosk
    )
    # What is loaded by now stays to the end: the collector need not look at it again.
    gc.freeze()
    keep_none()
    if not painted.window.isVisible():
        return 0
    from altrabits_desktop.app.window_life import run_life

    start = Start(
        painted=painted,
        options=options,
        profile=profile,
        ownership=ownership,
        loaded=loaded,
        settings=settings,
    )
    status = run_life(start)
    if painted.window.is_starting_again:
        from altrabits_desktop.app.process_end import START_AGAIN

        return START_AGAIN
    return status


def remembered_first(path: Path) -> tuple[Remembered, ...]:
    """Give whom the first paint shows: those of the person's that are not of another network."""
    remembered, networks = read_remembered(path), path.with_name(NETWORKS)
    if not remembered or not may_exist(networks):
        return remembered
    # Imported here: whoever has no streamers of their own pays for none of it.
    from altrabits_desktop.runtime.known_networks import read_known, remembered_here
    from altrabits_desktop.runtime.networks import networks_here

    known = read_known(networks)
    return remembered_here(remembered, known, networks_here()) if known else remembered


def _refuse(error: AltraBitsError, *, language: str) -> None:
    from altrabits_desktop.app.spoken_language import speak_without_window
    from altrabits_desktop.runtime.sentences import sentence_of

    speak_without_window(language, os.environ)
    print(sentence_of(error), file=sys.stderr)
