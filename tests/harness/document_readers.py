"""Whether a command line of a document is one, as far as the programs' own parsers tell."""

from __future__ import annotations

import argparse
import re
import shlex
from importlib.util import find_spec
from typing import TYPE_CHECKING

from altrabits_desktop.app.arguments import SHARED, read_launch_options
from altrabits_desktop.cli import discover, doctor, home, server, simulate
from altrabits_desktop.cli.control import CONTROLS
from altrabits_desktop.cli.control_words import read_control
from altrabits_desktop.cli.errand import OpenChoice, errand_of, operands_of
from altrabits_desktop.contract.errors import AltraBitsError, WrongUsage
from altrabits_desktop.contract.server_address import read_server_address
from altrabits_desktop.runtime.command_line import read_words, refuse_rest
from house import commands
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SETTING = re.compile(r"^([A-Z_]+)=\S*$")
_KNOWN_SETTINGS = frozenset(
    {"ALTRABITS_SERVER_KEY_FILE", "ALTRABITS_SERVER_OPTIONS", "CI", "QT_QPA_PLATFORM"}
)
_SHOWN = {"V1": "1.0", "V2": "1.1", "URL": "http://127.0.0.1:8619", "N": "3"}
"""What stands in a document for a word of the reader's own, where any word would not do."""
_CONTROLS = frozenset(CONTROLS)


class NotUnderstood(ValueError):
    """No program takes this command line."""


def read_command(command: str, *, may_be_named: bool = False) -> None:
    """See to it that a command line is one.

    Args:
        command: as it stands in a document.
        may_be_named: whether it may lack what must follow it, as where prose only names it.

    Raises:
        NotUnderstood: no program of ours has that command, option or file.
    """
    # On Windows a backslash is a part of a path.
    is_posix = not command.startswith("powershell ")
    words = [_SHOWN.get(word, word) for word in shlex.split(command, posix=is_posix)]
    while words and (setting := _SETTING.match(words[0])):
        _see(setting[1] in _KNOWN_SETTINGS, command)
        words.pop(0)
    if words[:1] == ["sudo"]:
        words.pop(0)
    _see(bool(words), command)
    reader = _reader(words[0])
    _see(reader is not None, command)
    try:
        if reader is not None:
            reader(words[1:])
    except WrongUsage as error:
        if not (may_be_named and error.code == "usage.operand_missing"):
            raise NotUnderstood(command) from error
    except (AltraBitsError, SystemExit, argparse.ArgumentError, NotUnderstood) as error:
        raise NotUnderstood(command) from error


def _reader(program: str) -> Callable[[Sequence[str]], None] | None:
    name = program.replace("\\", "/").rpartition("/")[2]
    if program.startswith("packaging/"):
        return lambda _words: _file(program)
    return _READERS.get(name)


def _see(holds: bool, what: str) -> None:
    if not holds:
        raise NotUnderstood(what)


def _file(name: str) -> None:
    _see((ROOT / name.replace("\\", "/")).is_file(), name)


def _console(words: Sequence[str]) -> None:
    if list(words[:1]) in (["--help"], ["--version"], ["-h"]):
        return
    plain = read_words(words, SHARED, stops_at_rest=True).rest
    group, within = plain[0], plain[1:]
    if group == "discover":
        discover.read_options(read_words(within, (*discover.OPTIONS, *SHARED)))
    elif group == "doctor":
        refuse_rest(read_words(within, (*doctor.OPTIONS, *SHARED)))
    elif group == "simulate":
        refuse_rest(read_words(within, (*simulate.OPTIONS, *SHARED)))
    else:
        _errand(group, within)


def _errand(group: str, words: Sequence[str]) -> None:
    errands = {"server": server.ERRANDS, **home.GROUPS}.get(group)
    _see(errands is not None, group)
    if list(words[-1:]) == ["--help"] or errands is None:
        return
    errand = errand_of(words, errands, shared=SHARED)
    if isinstance(errand, OpenChoice):
        _see(group in _CONTROLS, group)
        return
    own = {option.name for option in errand.options}
    shared = tuple(option for option in SHARED if option.name not in own)
    read = read_words(words, (*errand.options, *shared))
    operands = operands_of(read.rest[len(errand.words) :], errand, group=group)
    if group in _CONTROLS:
        read_control(group, operands[1:])
    if (address := read.value("--server")) is not None:
        read_server_address(address)


def _window(words: Sequence[str]) -> None:
    read_launch_options(words, {})


def _python(words: Sequence[str]) -> None:
    match list(words):
        case ["dev.py", "run", *rest]:
            _window(rest)
        case ["dev.py", *rest]:
            commands._parser().parse_args(rest)  # noqa: SLF001 # what would read the words itself
        case ["-m", "venv", _] | ["-m", "pip", "install", *_]:
            pass
        case ["-m", "pytest", *_] | ["-c", _]:
            pass
        case ["-m", module, *_]:
            _see(find_spec(module) is not None, module)
        case _:
            raise NotUnderstood(" ".join(words))


def _installer(words: Sequence[str]) -> None:
    is_removal = list(words) == ["purge", "altrabits-desktop"]
    _see(is_removal or list(words[:1]) == ["install"], " ".join(words))
    for name in re.findall(r"packaging/\S+", " ".join(words)):
        _file(name)


def _systemctl(words: Sequence[str]) -> None:
    unit = words[-1]
    folders = (ROOT / "packaging").glob(f"*/{unit}.service")
    _see(any(folders), unit)
    is_kiosk = "--user" in words
    _see(is_kiosk == (unit == "altrabits-kiosk"), unit)


def _as_the_service(words: Sequence[str]) -> None:
    """Read what runs beside the unit of the server: as its user, in its folder."""
    unit = (ROOT / "packaging/server/altrabits-server.service").read_text(encoding="utf-8")
    for word in words:
        setting = word.removeprefix("--property=")
        if setting.startswith("StateDirectory="):
            _see(f"{setting} " in unit, setting)
        elif setting != word:
            _see(f"\n{setting}\n" in unit, setting)
    _console(words[list(words).index("altrabits") + 1 :])


def _powershell(words: Sequence[str]) -> None:
    _see(list(words[:1]) == ["-File"], " ".join(words))
    _file(words[1])


def _ufw(words: Sequence[str]) -> None:
    profiles = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "packaging/linux/ufw").rglob("*")
        if path.is_file()
    )
    _see(list(words[:1]) == ["allow"] and f"[{words[1]}]" in profiles, " ".join(words))


def _foreign(_words: Sequence[str]) -> None:
    """Take what is a program of others."""


_READERS: dict[str, Callable[[Sequence[str]], None]] = {
    "altrabits": _console,
    "altrabits-desktop": _window,
    "python": _python,
    "python3": _python,
    "pip": _installer,
    "pytest": _foreign,
    "curl": _foreign,
    "cp": _foreign,
    "mkdir": _foreign,
    "apt": _installer,
    "systemctl": _systemctl,
    "systemd-run": _as_the_service,
    "powershell": _powershell,
    "ufw": _ufw,
}
