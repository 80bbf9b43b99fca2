"""What `--help` says, for both programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from altrabits_desktop.cli.errand import Errand
    from altrabits_desktop.runtime.command_line import Option

Purposes = Mapping[str, Callable[[], str]]
"""What each option is for, by its name."""

_NOTHING: Purposes = MappingProxyType({})
_INDENT = "  "
_COLUMN = 30
_WIDTH = 96


def window_help(options: Iterable[Option]) -> str:
    """Give the help of the window's program."""
    address = translate("help", "ADDRESS")
    return _page(
        translate("help", "Finds the streamers of your home and shows what they play."),
        "altrabits-desktop",
        (
            translate(
                "help",
                "An address such as altrabits://settings or altrabits://streamer/ID leads to that"
                " place.",
            ),
            _section(translate("help", "Options"), options),
        ),
        usage=f"[{address}]",
    )


def console_help(options: Iterable[Option]) -> str:
    """Give the help of the console's program."""
    word = translate("help", "COMMAND")
    lines = (_entry(name, text) for name, text in _commands(word))
    return _page(
        translate("help", "Finds the streamers of your home, for people and for scripts."),
        "altrabits",
        (
            "\n".join((translate("help", "Commands"), *lines)),
            _section(translate("help", "Options"), options),
            fill(
                translate("help", "{command} says more about a command."),
                command=f"altrabits {word} --help",
            ),
            "\n".join((translate("help", "Exit status"), *_statuses())),
        ),
        usage=word,
    )


def _commands(word: str) -> Iterator[tuple[str, str]]:
    yield from (
        ("discover", translate("help", "find the streamers of your home")),
        ("doctor", translate("help", "find out why no streamer is found")),
        ("addresses", translate("help", "ask addresses of streamers that are not found")),
        ("cards", translate("help", "choose the network cards that are looked on")),
        ("simulate", translate("help", "run streamers that exist in this computer only")),
        ("policy", translate("help", "show the privacy policy, accept or decline it")),
        ("account", translate("help", "create your account, sign in and out")),
        ("streamers", translate("help", "add streamers to your account, list and name them")),
        (
            "play, pause, stop, next, previous, seek",
            translate("help", "control what a streamer plays"),
        ),
        (
            "volume, mute, input, input-name, input-hide",
            translate("help", "say or set how a streamer plays it"),
        ),
        (
            "preset, equaliser, balance, maximum",
            translate("help", "say or set what a streamer has at hand and how it sounds"),
        ),
        (
            "sleep, standby, light, lock",
            translate("help", "say or set when a streamer sleeps, its lights and buttons"),
        ),
        (
            "network, health, logs, restart, reset",
            translate("help", "look after a streamer of yours"),
        ),
        ("snapshot", translate("help", "save settings of a streamer, compare and restore them")),
        ("firmware", translate("help", "say which firmware a streamer has, or update it")),
        ("group", translate("help", "let streamers play together")),
        ("support", translate("help", "open support requests and read the answers")),
        ("household", translate("help", "join a home whose computers share a server")),
        ("server", translate("help", "run the server module, and do what its operator does")),
        (
            f"help [{word}]",
            translate("help", "say more about a command"),
        ),
    )


def _statuses() -> Iterator[str]:
    meanings = (
        translate("help", "done"),
        translate("help", "refused, or it failed"),
        translate("help", "wrong usage"),
        translate("help", "not reachable: network, ways of finding, streamer or server"),
        translate("help", "a sign-in or a decision about the privacy policy comes first"),
    )
    for status, meaning in enumerate(meanings):
        yield _entry(str(status), meaning)


def command_help(name: str, options: Iterable[Option]) -> str:
    """Give the help of one command of the console."""
    purpose = {
        "discover": lambda: translate(
            "help",
            "Looks for streamers on every network card by Announce, mDNS and SSDP, and lists them.",
        ),
        "doctor": lambda: translate(
            "help",
            "Looks for streamers and examines this computer's network: cards, routes, VPN,"
            " firewall, port 30303, router and neighbours. Says one likely cause and one thing to"
            " do. It asks inside this computer's own networks alone, and keeps and sends nothing."
            " Exit status 0 where streamers are found, else 3.",
        ),
        "simulate": lambda: translate(
            "help",
            "Runs streamers that exist in this computer only, until it is stopped."
            " altrabits discover --interface 127.0.0.1 finds them like real ones. On another card,"
            " named with --interface, its whole network finds them."
            " While it runs, Enter presses the button of each streamer that waits for it: one that"
            " has an owner already, and one that was asked for codes too often.",
        ),
    }[name]()
    own = {"simulate": _SIMULATE, "discover": _DISCOVER}.get(name, {})
    section = _section(translate("help", "Options"), options, own=own)
    return _page(purpose, f"altrabits {name}", (section,))


def group_help(group: str, errands: Iterable[Errand], *, purpose: str) -> str:
    """Give the help of a group of commands, such as `server`."""
    word = translate("help", "COMMAND")
    lines = (
        _entry(" ".join(part for part in (*errand.words, errand.operand) if part), errand.purpose())
        for errand in errands
    )
    return _page(
        purpose,
        f"altrabits {group}",
        (
            "\n".join((translate("help", "Commands"), *lines)),
            fill(
                translate("help", "{command} says more about a command."),
                command=f"altrabits {group} {word} --help",
            ),
        ),
        usage=word,
    )


def errand_help(group: str, errand: Errand, options: Iterable[Option], *, own: Purposes) -> str:
    """Give the help of one command of a group.

    Args:
        group: such as `server`.
        errand: the command.
        options: all that it understands.
        own: what the options of its group are for; a name may mean another thing to all commands.
    """
    names = {option.name for option in errand.options}
    own = {name: purpose for name, purpose in own.items() if name in names}
    parts = ("altrabits", group, *errand.words, errand.operand)
    program = " ".join(part for part in parts if part)
    purpose = errand.purpose()
    section = _section(translate("help", "Options"), options, own=own)
    return _page(f"{purpose[:1].upper()}{purpose[1:]}.", program, (section,))


def _page(purpose: str, program: str, sections: Iterable[str], *, usage: str = "") -> str:
    options = translate("help", "OPTIONS")
    call = " ".join(part for part in (program, usage, f"[{options}]") if part)
    return "\n\n".join((*_wrapped(purpose), f"{_INDENT}{call}", *sections))


def _section(title: str, options: Iterable[Option], *, own: Purposes = _NOTHING) -> str:
    purposes = {**_SHARED, **_WINDOW, **_COMMANDS, **own}
    entries = [_entry(_shown(option), purposes[option.name]()) for option in options]
    entries.append(_entry("-h, --help", translate("help", "say this and end")))
    return "\n".join((title, *entries))


def _shown(option: Option) -> str:
    if not option.metavar:
        return option.name
    value = f"[{option.metavar}]" if option.is_value_optional else option.metavar
    return f"{option.name} {value}"


def _entry(left: str, text: str) -> str:
    import textwrap

    lines = textwrap.wrap(text, _WIDTH - _COLUMN)
    first = f"{_INDENT}{left}".ljust(_COLUMN)
    if len(first) > _COLUMN:
        lines, first = ["", *lines], f"{_INDENT}{left}"
    return f"\n{' ' * _COLUMN}".join((first + lines[0], *lines[1:])).rstrip()


def _wrapped(text: str) -> tuple[str]:
    import textwrap

    return ("\n".join(textwrap.wrap(text, _WIDTH)),)


_SHARED: dict[str, Callable[[], str]] = {
    "--profile": lambda: translate("help", "the folder that holds everything the program stores"),
    "--server": lambda: translate(
        "help", "use the server at this address, not the one of this computer"
    ),
    "--interface": lambda: translate(
        "help", "look on this network card only; may be given several times"
    ),
    "--language": lambda: translate("help", "the language to speak: en, de"),
    "--verbose": lambda: translate("help", "say on standard error what is going on"),
    "--version": lambda: translate("help", "say the version and end"),
}
_WINDOW: dict[str, Callable[[], str]] = {
    "--theme": lambda: translate("help", "the colours, for this start"),
    "--demo": lambda: translate("help", "start with so many demo streamers; 3 if not said"),
    "--kiosk": lambda: translate("help", "be the kiosk of a shop; set up in Settings before"),
    "--shots": lambda: translate("help", "render every page as a picture into a folder and end"),
}
_COMMANDS: dict[str, Callable[[], str]] = {
    "--seconds": lambda: translate("help", "how long to look; 3 if not said"),
    "--watch": lambda: translate(
        "help", "go on looking and tell each change, until stopped or for so many --seconds"
    ),
    "--only": lambda: translate("help", "look by these ways only, separated by commas"),
    "--json": lambda: translate("help", "answer for programs"),
    "--count": lambda: translate(
        "help",
        "how many streamers; 3 if not said, fewer where the named card has not so many addresses",
    ),
    "--address": lambda: translate(
        "help",
        "the address of the first one, the others count up; 127.0.0.2 if not said, or the one of"
        " the named card",
    ),
    "--name": lambda: translate("help", "what they are called"),
    "--fault": lambda: translate(
        "help",
        "break one of them: silent, slow, garbage, half-answer, doubled-mac, new-address,"
        " new-certificate, wrong-certificate, refuses, reboots, full, lies-about-state,"
        " announce-only; may be given several times",
    ),
    "--seed": lambda: translate(
        "help", "a number from which all follows that broken ones do by chance; 0 if not said"
    ),
    "--script": lambda: translate(
        "help", "a file of what happens to them and when, one step a line: 5 2 fault silent"
    ),
    "--auto-confirm": lambda: translate(
        "help", "let anybody add them: they ask for no code, as if their button were pressed"
    ),
}
_DISCOVER: dict[str, Callable[[], str]] = {
    "--address": lambda: translate(
        "help",
        "ask this address or host name by itself too; may be given several times",
    ),
    "--sweep": lambda: translate(
        "help",
        "ask every address beside this computer's own too, up to 254 on each network card",
    ),
}
_SIMULATE: dict[str, Callable[[], str]] = {
    "--interface": lambda: translate(
        "help",
        "stand on this network card, at its own address and those that follow it there; of"
        " several the first counts, and --address can be in any of them",
    ),
}
"""What a shared option means for `simulate`."""
