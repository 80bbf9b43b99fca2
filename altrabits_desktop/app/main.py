"""Entry of `altrabits-desktop`: the window is painted first, everything else comes after.

What this module imports, every start pays for before the first paint; a test holds the list.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from altrabits_desktop.app.arguments import LaunchOptions, read_launch_options
from altrabits_desktop.contract.errors import AltraBitsError, Refused, told_by_system

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from altrabits_desktop.app.arguments import SharedOptions
    from altrabits_desktop.app.ownership import Ownership
    from altrabits_desktop.runtime.paths import Profile

_LOOPBACK = "127.0.0.1"


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window until it is closed, and give the exit status; blocks.

    Called without arguments it is the program itself: it starts again where the person wants that,
    and where a thread of the pool still computes by then, the process ends here, with that status.
    """
    is_program = arguments is None
    words = tuple(sys.argv[1:] if arguments is None else arguments)
    status = _status(words, is_program=is_program)
    from altrabits_desktop.app.process_end import START_AGAIN, end_despite_pool

    if status == START_AGAIN:
        # Started by other code, it is for that code to start it again.
        status = _start_again(words) if is_program else 0
    if is_program:
        end_despite_pool(status)
    return status


def _status(words: tuple[str, ...], *, is_program: bool = False) -> int:
    try:
        return _answer(words, os.environ)
    except AltraBitsError as error:
        _refuse(error, words, os.environ)
        # Started by other code, this is no program of a person's, and nobody waits for a window.
        if is_program:
            _show(error, words, os.environ)
        return error.exit_status
    except ModuleNotFoundError as error:
        from altrabits_desktop.app.missing_library import refusal_of

        refusal = refusal_of(error)
        # Said where it was started: what would show it in a window may be what is missing.
        _refuse(refusal, words, os.environ)
        return refusal.exit_status
    except KeyboardInterrupt:
        return 0


def _start_again(words: tuple[str, ...]) -> int:
    from altrabits_desktop.app.process_end import flush
    from altrabits_desktop.app.starting_again import start_again

    flush()
    try:
        return start_again()
    except OSError as error:
        # Such as after its package was removed while the window was open.
        refusal = Refused("program.not_started_again", **told_by_system(error))
        _refuse(refusal, words, os.environ)
        _show(refusal, words, os.environ)
        return refusal.exit_status


def _answer(words: tuple[str, ...], environment: Mapping[str, str]) -> int:
    options = read_launch_options(words, environment)
    if options.shared.is_asking_for_help or options.shared.is_asking_for_version:
        return _say(options.shared, words, environment)
    if options.shots_folder is not None:
        from altrabits_desktop.app.shots import take_shots

        return take_shots(options.shots_folder)
    return _open(options, words, environment)


def _say(shared: SharedOptions, words: Sequence[str], environment: Mapping[str, str]) -> int:
    from altrabits_desktop.app.arguments import WINDOW
    from altrabits_desktop.cli.help import window_help
    from altrabits_desktop.contract.version import VERSION

    _speak(words, environment)
    _write(window_help(WINDOW) if shared.is_asking_for_help else f"altrabits-desktop {VERSION}")
    return 0


def _open(options: LaunchOptions, words: Sequence[str], environment: Mapping[str, str]) -> int:
    if not _has_display(environment, sys.platform):
        raise Refused("display.none")
    _check_cards(options.shared.interfaces)
    from altrabits_desktop.app.ownership import claim
    from altrabits_desktop.runtime.paths import may_exist, profile_at

    profile = profile_at(options.shared.profile)
    # A profile that cannot be looked into is said by whoever claims it.
    if options.is_kiosk and not may_exist(profile.kiosk_file):
        raise Refused("kiosk.not_set_up")
    ownership = claim(profile) or _hand_over(profile, options)
    if ownership is None:
        return _say_that_it_is_open(words, environment, is_kiosk=options.is_kiosk)
    try:
        # The collector would walk over all of Qt's classes several times before the first paint.
        gc.disable()
        from altrabits_desktop.app.quick_imports import import_qt_core

        import_qt_core()
        from altrabits_desktop.app.window_run import run_window

        return run_window(options, profile=profile, ownership=ownership)
    finally:
        ownership.release()


def _has_display(environment: Mapping[str, str], platform: str) -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environment.get(name) for name in named)


def _check_cards(named: tuple[str, ...]) -> None:
    # Loopback is always there; for any other card a look costs less than a window that vanishes.
    if set(named) <= {_LOOPBACK}:
        return
    from altrabits_desktop.streamers.discovery.adapters import card_names, choose, network_cards

    choose(network_cards(), named, names=card_names())


def _hand_over(profile: Profile, options: LaunchOptions) -> Ownership | None:
    # Imported here: the one start that owns its profile at once does not pay for it.
    from altrabits_desktop.app.hand_over import hand_over
    from altrabits_desktop.app.owner_talk import see_same_server

    server = options.shared.server
    see_same_server(profile, server.url if server else "")
    return hand_over(profile, address=options.address)


def _say_that_it_is_open(
    words: Sequence[str], environment: Mapping[str, str], *, is_kiosk: bool
) -> int:
    from altrabits_desktop.cli.notes import window_is_open

    _speak(words, environment)
    _write(window_is_open(is_kiosk=is_kiosk))
    return 0


def _refuse(error: AltraBitsError, words: Sequence[str], environment: Mapping[str, str]) -> None:
    from altrabits_desktop.cli.output import Output, reader_may_go

    _speak(words, environment)
    with reader_may_go():
        is_verbose = "--verbose" in words
        Output(sys.stdout, sys.stderr, is_json=False, is_verbose=is_verbose).error(error)


def _show(error: AltraBitsError, words: Sequence[str], environment: Mapping[str, str]) -> None:
    from altrabits_desktop.app.refusal import is_window_due, show_refusal
    from altrabits_desktop.app.spoken_language import named_language, saved_language

    if is_window_due(sys.stderr, environment, platform=sys.platform):
        language = named_language(words, environment) or saved_language(words, environment)
        show_refusal(error, language=language)


def _speak(words: Sequence[str], environment: Mapping[str, str]) -> None:
    from altrabits_desktop.app.spoken_language import speak_as_asked

    speak_as_asked(words, environment)


def _write(text: str) -> None:
    from altrabits_desktop.cli.output import Output, reader_may_go

    with reader_may_go():
        Output(sys.stdout, sys.stderr, is_json=False).text(text)
