"""What the window was started with: the command line, and its twins in the environment. Pure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.runtime.command_line import HELP, Option, Words, read_words, refuse_rest
from altrabits_desktop.runtime.settings import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from altrabits_desktop.contract.server_address import ServerAddress

MOST_DEMO_STREAMERS = 250

SHARED = (
    Option("--profile", "DIR"),
    Option("--server", "URL"),
    Option("--interface", "NAME|ADDRESS", is_repeatable=True),
    Option("--language", "TAG"),
    Option("--verbose"),
    Option("--version"),
)
"""Understood by both programs."""

WINDOW = (
    Option("--theme", "system|light|dark", choices=tuple(ThemeChoice)),
    Option("--demo", "N", is_value_optional=True),
    Option("--kiosk"),
    Option("--shots", "DIR"),
    *SHARED,
)


class SharedOptions(NamedTuple):
    """What both programs are told."""

    profile: Path | None = None
    """None for the person's own on this computer."""
    server: ServerAddress | None = None
    """Where the server is that is used; None for the one of this computer."""
    interfaces: tuple[str, ...] = ()
    """Names or addresses of network cards; empty for what the settings say."""
    language: str = ""
    """BCP 47 tag; empty for what the settings or the system say."""
    is_verbose: bool = False
    is_asking_for_help: bool = False
    is_asking_for_version: bool = False


class LaunchOptions(NamedTuple):
    """What the window is told."""

    shared: SharedOptions = SharedOptions()
    theme: ThemeChoice | None = None
    """None for what the settings say."""
    demo_streamers: int = 0
    is_kiosk: bool = False
    """Whether visitors have the window from its first paint on."""
    shots_folder: Path | None = None
    address: str = ""
    """`altrabits://…`, whatever stands in it; the window says where it leads nowhere."""


def read_launch_options(words: Sequence[str], environment: Mapping[str, str]) -> LaunchOptions:
    """Read how the window was started.

    Args:
        words: the command line without the program's name; wins over the environment.
        environment: `ALTRABITS_PROFILE`, `ALTRABITS_SERVER`, `ALTRABITS_INTERFACE` (separated by
            commas) and `ALTRABITS_LANGUAGE` are read; empty ones do not count.

    Raises:
        WrongUsage: `usage.*`.
    """
    read = read_words(words, WINDOW)
    address, rest = _address(read.rest) if read.rest else ("", ())
    refuse_rest(read._replace(rest=rest))
    theme = read.value("--theme")
    shots = read.value("--shots")
    return LaunchOptions(
        shared=shared_options(read, environment),
        theme=ThemeChoice(theme) if theme else None,
        demo_streamers=_demo_streamers(read),
        is_kiosk=read.has("--kiosk"),
        shots_folder=Path(shots) if shots else None,
        address=address,
    )


def _address(rest: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Give the first address among words that are no options, and all other words."""
    # Imported here, as below: only a start with an address pays for it before the first paint.
    from altrabits_desktop.contract.app_address import is_app_address

    address = next((word for word in rest if is_app_address(word)), "")
    at = rest.index(address) if address else len(rest)
    return address, (*rest[:at], *rest[at + 1 :])


def shared_options(read: Words, environment: Mapping[str, str]) -> SharedOptions:
    """Take what both programs understand from words that were read.

    Raises:
        WrongUsage: `usage.language`, `usage.server_malformed`, `usage.server_open`.
    """
    profile = read.value("--profile") or environment.get("ALTRABITS_PROFILE")
    named = environment.get("ALTRABITS_INTERFACE", "").split(",")
    return SharedOptions(
        profile=Path(profile) if profile else None,
        server=_server(read, environment),
        interfaces=read.each("--interface")
        or tuple(name.strip() for name in named if name.strip()),
        language=_language(read) or environment.get("ALTRABITS_LANGUAGE", ""),
        is_verbose=read.has("--verbose"),
        is_asking_for_help=read.has(HELP),
        is_asking_for_version=read.has("--version"),
    )


def refuse_meaningless(read: Words, names: Iterable[str], *, command: str) -> None:
    """See to it that no option was given that all commands know and this one makes nothing of.

    What stands in the environment is for other commands, and is no mistake here.

    Raises:
        WrongUsage: `usage.meaningless`.
    """
    for name in names:
        if read.has(name):
            from altrabits_desktop.contract.errors import WrongUsage

            raise WrongUsage("usage.meaningless", option=name, command=command)


def _server(read: Words, environment: Mapping[str, str]) -> ServerAddress | None:
    text = read.value("--server") or environment.get("ALTRABITS_SERVER")
    if not text or read.has(HELP) or read.has("--version"):
        return None
    # Imported here, as below: only a start with the option pays for it before the first paint.
    from altrabits_desktop.contract.server_address import read_server_address

    return read_server_address(text)


def _language(read: Words) -> str | None:
    text = read.value("--language")
    if text is None:
        return None
    from altrabits_desktop.contract.errors import WrongUsage
    from altrabits_desktop.contract.plain_text import plain_text
    from altrabits_desktop.runtime.wording import SPOKEN, is_language_tag

    if not is_language_tag(text):
        raise WrongUsage("usage.language", value=plain_text(text), known=", ".join(SPOKEN))
    return text


def _demo_streamers(read: Words) -> int:
    if not read.has("--demo"):
        return 0
    from altrabits_desktop.actions.finding import DEMO_STREAMERS

    return read.whole_number("--demo", default=DEMO_STREAMERS, least=1, most=MOST_DEMO_STREAMERS)
