"""The words of a command line, read by a table of options. Pure.

Both programs answer in a fraction of a second and in the person's language; that is why the
standard parser, which is slower and speaks English, is not used. Named tuples, because they are
made in a tenth of a dataclass's time and every start of the window waits for them.
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.errors import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

HELP = "--help"
_SHORT = {"-h": HELP}
_NO_VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Option(NamedTuple):
    """One option of a command.

    Args:
        name: with its dashes, such as `--interface`.
        metavar: what the value is called in the help; a switch without a value has none.
        choices: the only values there are; any when empty.
        is_repeatable: whether each value counts; else the last one does.
        is_value_optional: whether it may stand alone; the next word is its value unless it
            begins with a dash. For programs without words of their own.
    """

    name: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    is_repeatable: bool = False
    is_value_optional: bool = False


class Words(NamedTuple):
    """A command line that was read.

    Args:
        values: by option; a switch has one empty value.
        rest: what is no option, in order.
    """

    values: Mapping[str, tuple[str, ...]] = _NO_VALUES
    rest: tuple[str, ...] = ()

    def has(self, name: str) -> bool:
        """Tell whether an option was given."""
        return name in self.values

    def value(self, name: str) -> str | None:
        """Give the last value of an option; None when it was not given, or has no value."""
        given = self.values.get(name, ("",))
        return given[-1] or None

    def each(self, name: str) -> tuple[str, ...]:
        """Give every value of an option, in order."""
        return self.values.get(name, ())

    def whole_number(self, name: str, *, default: int, least: int, most: int) -> int:
        """Give a value as a whole number.

        Raises:
            WrongUsage: `usage.number`.
        """
        text = self.value(name)
        if text is None:
            return default
        # Longer digits would be refused by Python itself, with an error of another kind.
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None  # noqa: PLR2004
        if number is None or not least <= number <= most:
            raise _no_number(name, text, least=least, most=most)
        return number

    def seconds(self, name: str, *, default: float, least: float, most: float) -> float:
        """Give a value as seconds.

        Raises:
            WrongUsage: `usage.number`.
        """
        text = self.value(name)
        if text is None:
            return default
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not least <= number <= most:
            raise _no_number(name, text, least=least, most=most)
        return number


def read_words(
    words: Sequence[str], options: Iterable[Option], *, stops_at_rest: bool = False
) -> Words:
    """Read the words of a command line.

    `--name value`, `--name=value` and, after `--`, anything. Options are never shortened; `-5` is
    none.

    Args:
        words: without the program's name.
        options: all that are known here; `--help` and `-h` always are.
        stops_at_rest: whether everything from the first word that is no option on is left alone,
            because it belongs to a command with options of its own.

    Raises:
        WrongUsage: `usage.option_unknown`, `usage.value_missing`, `usage.value_unwanted`,
            `usage.choice`.
    """
    known = {option.name: option for option in (*options, Option(HELP))}
    values: dict[str, tuple[str, ...]] = {}
    rest: list[str] = []
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            return Words(values, (*rest, *waiting))
        # No option begins with a digit: such a word is a number below zero.
        if not word.startswith("-") or word == "-" or word[1].isdigit():
            rest.append(word)
            if stops_at_rest:
                return Words(values, (*rest, *waiting))
            continue
        name, equals, attached = word.partition("=")
        option = known.get(_SHORT.get(name, name))
        if option is None:
            raise WrongUsage("usage.option_unknown", option=_plain(name))
        value = _value(option, attached if equals else None, waiting)
        before = values.get(option.name, ()) if option.is_repeatable else ()
        values[option.name] = (*before, value)
    return Words(values, tuple(rest))


def refuse_rest(words: Words) -> None:
    """See to it that nothing was given beside options.

    Raises:
        WrongUsage: `usage.argument_unexpected`.
    """
    if words.rest:
        raise WrongUsage("usage.argument_unexpected", argument=_plain(words.rest[0]))


def _value(option: Option, attached: str | None, waiting: list[str]) -> str:
    if not option.metavar:
        if attached is not None:
            raise WrongUsage("usage.value_unwanted", option=option.name)
        return ""
    value = attached
    if value is None and waiting and _may_follow(option, waiting[0]):
        value = waiting.pop(0)
    if not value:
        if option.is_value_optional and value is None:
            return ""
        raise WrongUsage("usage.value_missing", option=option.name, metavar=option.metavar)
    if option.choices and value not in option.choices:
        raise WrongUsage(
            "usage.choice",
            option=option.name,
            value=_plain(value),
            choices=", ".join(option.choices),
        )
    return value


def _may_follow(option: Option, word: str) -> bool:
    return not word.startswith("-" if option.is_value_optional else "--")


def _plain(text: str) -> str:
    # Imported here: a start of the window with nothing wrong does not pay for it.
    from altrabits_desktop.contract.plain_text import plain_text

    return plain_text(text)


def _no_number(name: str, text: str, *, least: float, most: float) -> WrongUsage:
    return WrongUsage(
        "usage.number", option=name, value=_plain(text), least=f"{least:g}", most=f"{most:g}"
    )
