"""The secrets of a command: asked for at the terminal, or read from standard input."""

from __future__ import annotations

import getpass
import os
import sys
import warnings
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.cli import passwords as words_of
from altrabits_desktop.cli.passwords import Secret
from altrabits_desktop.contract.accounts import email_as_kept
from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.cli.output import Output


_TERMINAL = "/dev/tty"
_CREATE = ("account", "create")


class _Typed(NamedTuple):
    secret: str
    is_unseen: bool
    """Whether its person could not see it."""


def piped_secrets(words: tuple[str, ...]) -> tuple[str, ...]:
    """Read the secrets of a command from standard input, one a line; blocks."""
    return tuple(sys.stdin.readline().rstrip("\r\n") for _ in words_of.secrets_of(words))


def see_terminal() -> None:
    """See to it that there is a terminal to ask for secrets at, before anything is said.

    Python would warn in its own words and read them from whatever input there is.

    Raises:
        Refused: `password.not_given`.
    """
    if not has_terminal():
        raise Refused("password.not_given")


def has_terminal() -> bool:
    """Tell whether a person can be asked: at the terminal of this process, or its input."""
    if os.name == "nt":
        # There it is asked at the console window, whatever the input is.
        return True
    try:
        os.close(os.open(_TERMINAL, os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return sys.stdin.isatty()
    return True


def typed_secrets(
    words: tuple[str, ...], operands: Sequence[str], *, output: Output
) -> tuple[str, ...]:
    """Ask a person for the secrets of a command; blocks.

    What a new password needs is said before it is asked for, and is seen to at once. One that
    nobody sees is typed twice.

    Args:
        words: of the command.
        operands: what followed it: an address is no password.
        output: where the rule is said.

    Raises:
        Refused: `password.not_given`, `password.differs`, `account.email_malformed` where an
            account is to be made, and `account.password_*` of a new password.
    """
    if words == _CREATE and email_as_kept(operands[0]) is None:
        # Before two passwords are typed for nothing.
        raise Refused("account.email_malformed")
    return tuple(
        _new(prompt, operands, output) if kind is Secret.NEW else _asked(prompt).secret
        for kind, prompt in words_of.secrets_of(words)
    )


def _new(prompt: str, operands: Sequence[str], output: Output) -> str:
    # Imported here, with its list: most commands ask for no new password.
    from altrabits_desktop.runtime.passwords import fault_of

    output.note(words_of.password_rule())
    typed = _asked(prompt)
    fault = fault_of(typed.secret, email=operands[0] if operands else "")
    if fault is not None:
        raise Refused(fault)
    if typed.is_unseen and _asked(words_of.again_prompt()).secret != typed.secret:
        raise Refused("password.differs")
    return typed.secret


def _asked(prompt: str) -> _Typed:
    with warnings.catch_warnings(record=True) as warned:
        # Where there is no terminal there is nothing to be hidden on, and this alone tells it.
        warnings.simplefilter("always", getpass.GetPassWarning)
        try:
            secret = getpass.getpass(prompt)
        except EOFError as error:
            raise Refused("password.not_given") from error
    return _Typed(secret, is_unseen=not warned)
