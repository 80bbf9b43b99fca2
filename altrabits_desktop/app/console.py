"""Entry of `altrabits`: the console, without Qt; a command's rooms are imported when called."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING

from altrabits_desktop.app.arguments import SHARED, refuse_meaningless, shared_options
from altrabits_desktop.app.home_place import with_household
from altrabits_desktop.app.spoken_language import speak_as_asked
from altrabits_desktop.contract.errors import AltraBitsError, WrongUsage
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.version import VERSION
from altrabits_desktop.runtime.command_line import HELP, Option, read_words, refuse_rest
from altrabits_desktop.runtime.wording import is_language_tag, is_spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TextIO

    from altrabits_desktop.app.arguments import SharedOptions
    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.runtime.command_line import Words
    from altrabits_desktop.runtime.settings import Settings

    Command = Callable[[Sequence[str], Mapping[str, str], Output], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line and give the exit status; blocks until it is done.

    Called without arguments it is the program itself: where a thread of the pool still computes
    by then, the process ends here, with that status.
    """
    if arguments is not None:
        return _status(tuple(arguments))
    status = _status(tuple(sys.argv[1:]))
    from altrabits_desktop.app.process_end import end_despite_pool

    end_despite_pool(status)
    return status


def _status(words: tuple[str, ...]) -> int:
    from altrabits_desktop.cli.output import reader_may_go

    _see_input()
    with suppress(KeyboardInterrupt), reader_may_go():
        return _answer(words, os.environ)
    return 0


def _see_input() -> None:
    """Let there be an empty input where the system gives none, as to a service."""
    given: TextIO | None = sys.stdin
    if given is None:
        sys.stdin = io.StringIO()


def _answer(words: tuple[str, ...], environment: Mapping[str, str]) -> int:
    named = speak_as_asked(words, environment)
    said = words[: words.index("--")] if "--" in words else words
    # Help and version are for people, whoever else was to be answered.
    is_json = _JSON in said and not _is_for_people(said)
    output = _output(is_json=is_json, is_verbose="--verbose" in said)
    if is_language_tag(named) and not is_spoken(named):
        from altrabits_desktop.cli.notes import language_is_unknown

        output.note(language_is_unknown(plain_text(named)))
    try:
        return _carry_out(words, environment, output)
    except AltraBitsError as error:
        output.error(error)
        return error.exit_status
    except ModuleNotFoundError as error:
        from altrabits_desktop.app.missing_library import refusal_of

        refusal = refusal_of(error)
        output.error(refusal)
        return refusal.exit_status


def _output(*, is_json: bool, is_verbose: bool) -> Output:
    from altrabits_desktop.cli.output import Output

    if is_json and isinstance(sys.stdout, io.TextIOWrapper):
        # JSON is UTF-8 whatever the console of the system speaks.
        sys.stdout.reconfigure(encoding="utf-8")
    return Output(sys.stdout, sys.stderr, is_json=is_json, is_verbose=is_verbose)


def _is_for_people(said: Sequence[str]) -> bool:
    """Tell whether help or the program's version is asked for.

    Behind a command `--version` is that command's own: which version of a policy is published.
    """
    before = takewhile(lambda word: word not in COMMANDS, said)
    return not _HELPS.isdisjoint(said) or _VERSION in before


def _carry_out(words: tuple[str, ...], environment: Mapping[str, str], output: Output) -> int:
    read = read_words(words, (*SHARED, Option(_JSON)), stops_at_rest=True)
    shared = shared_options(read, environment)
    if shared.is_asking_for_version:
        output.text(f"altrabits {VERSION}")
        return 0
    if not read.rest:
        if shared.is_asking_for_help:
            return _explain((), environment, output)
        from altrabits_desktop.cli.help import console_help

        output.note(f"{console_help(SHARED)}\n")
        raise WrongUsage("usage.command_missing", known=", ".join(COMMANDS))
    command = _explain if read.rest[0] == _EXPLAIN else _command(read.rest[0])
    return command(_words_of_command(words, read), environment, output)


def _words_of_command(words: tuple[str, ...], read: Words) -> tuple[str, ...]:
    """Give what a command is to read: what all commands know, then its own; pure."""
    before = words[: len(words) - len(read.rest)]
    own = read.rest[1:]
    if not read.has(_JSON):
        return (*before, *own)
    # Not every command answers programs: it is one of its own options, wherever it was said.
    end = own.index("--") if "--" in own else len(own)
    return (*(word for word in before if word != _JSON), *own[:end], _JSON, *own[end:])


def _command(name: str) -> Command:
    if name not in COMMANDS:
        raise WrongUsage(
            "usage.command_unknown", command=plain_text(name), known=", ".join(COMMANDS)
        )
    return _COMMANDS[name]


def _explain(words: Sequence[str], environment: Mapping[str, str], output: Output) -> int:
    """Explain a command, or all of them."""
    read = read_words(words, SHARED)
    if read.rest:
        name, *words_within = read.rest
        command = _command(name)
        if name not in _GROUPS:
            refuse_rest(read._replace(rest=tuple(words_within)))
        return command((*words_within, HELP), environment, output)
    from altrabits_desktop.cli.help import console_help

    output.text(console_help(SHARED))
    return 0


def _discover(words: Sequence[str], environment: Mapping[str, str], output: Output) -> int:
    from altrabits_desktop.cli.discover import OPTIONS, read_options

    read = read_words(words, (*OPTIONS, *SHARED))
    shared = shared_options(read, environment)
    if shared.is_asking_for_help:
        return _help("discover", (*OPTIONS, *SHARED), output)
    options = read_options(read)
    kept = _kept_settings(shared, output)
    shared = with_household(shared, kept)
    # Imported when everything that was said holds: it brings the network's libraries.
    from altrabits_desktop.app.discovering import discover

    return discover(options, shared=shared, saved_cards=kept.cards, output=output)


def _doctor(words: Sequence[str], environment: Mapping[str, str], output: Output) -> int:
    from altrabits_desktop.cli.doctor import OPTIONS

    read = read_words(words, (*OPTIONS, *SHARED))
    shared = shared_options(read, environment)
    if shared.is_asking_for_help:
        taken = (option for option in SHARED if option.name != _SERVER)
        return _help("doctor", (*OPTIONS, *taken), output)
    refuse_meaningless(read, (_SERVER,), command="altrabits doctor")
    refuse_rest(read)
    kept = _kept_settings(shared, output)
    from altrabits_desktop.app.examining import examine

    return examine(shared=shared, saved_cards=kept.cards, output=output)


def _kept_settings(shared: SharedOptions, output: Output) -> Settings:
    from altrabits_desktop.runtime.paths import profile_at
    from altrabits_desktop.runtime.settings import read_settings

    loaded = read_settings(profile_at(shared.profile))
    if loaded.fault is not None:
        output.error(loaded.fault)
    return loaded.settings


def _simulate(words: Sequence[str], environment: Mapping[str, str], output: Output) -> int:
    from altrabits_desktop.cli.simulate import OPTIONS

    read = read_words(words, (*OPTIONS, *SHARED))
    shared = shared_options(read, environment)
    if shared.is_asking_for_help:
        taken = (option for option in SHARED if option.name != _SERVER)
        return _help("simulate", (*OPTIONS, *taken), output)
    refuse_meaningless(read, (_SERVER,), command="altrabits simulate")
    refuse_rest(read)
    from altrabits_desktop.app.simulating import simulate

    return simulate(read, shared=shared, output=output)


def _home(group: str) -> Command:
    def command(words: Sequence[str], environment: Mapping[str, str], output: Output) -> int:
        from altrabits_desktop.app.home_console import home

        return home(group, words, environment, output)

    return command


def _server(words: Sequence[str], environment: Mapping[str, str], output: Output) -> int:
    from altrabits_desktop.app.server_console import server

    return server(words, environment, output)


def _help(name: str, options: Sequence[Option], output: Output) -> int:
    from altrabits_desktop.cli.help import command_help

    output.text(command_help(name, options))
    return 0


_JSON = "--json"
_EXPLAIN = "help"
_SERVER = "--server"
_HELPS = frozenset({HELP, "-h"})
_VERSION = "--version"
_GROUPS = frozenset(
    {
        *("policy", "account", "streamers", "support", "household", "group", "server", "snapshot"),
        *("addresses", "cards"),
    }
)
"""Commands that have further ones below them."""
_CONTROLS = (
    *("play", "pause", "stop", "next", "previous", "seek", "volume", "mute", "input"),
    *("preset", "equaliser", "balance", "sleep", "standby", "light", "lock", "maximum"),
    *("input-name", "input-hide"),
    *("network", "health", "logs", "restart", "reset", "snapshot"),
)
_COMMANDS: dict[str, Command] = {
    "discover": _discover,
    "doctor": _doctor,
    "addresses": _home("addresses"),
    "cards": _home("cards"),
    "simulate": _simulate,
    "policy": _home("policy"),
    "account": _home("account"),
    "streamers": _home("streamers"),
    **{verb: _home(verb) for verb in _CONTROLS},
    "firmware": _home("firmware"),
    "support": _home("support"),
    "household": _home("household"),
    "group": _home("group"),
    "server": _server,
}
COMMANDS = tuple(_COMMANDS)
