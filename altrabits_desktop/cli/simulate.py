"""What `altrabits simulate` is told, and what it says to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.cli.output import Output

OPTIONS = (
    Option("--count", "N"),
    Option("--address", "ADDRESS"),
    Option("--name", "NAME"),
    Option("--fault", "NAME", is_repeatable=True),
    Option("--auto-confirm"),
    Option("--seed", "N"),
    Option("--script", "FILE"),
    Option("--json"),
)


class SimulateSpeech:
    """Turns what the farm reports into lines.

    Args:
        output: where they go.
    """

    def __init__(self, output: Output) -> None:
        self._output = output

    def say(self, code: str, arguments: Mapping[str, str | int]) -> None:
        """Say one thing; what is said only to programs is left to them."""
        line = _line(code, arguments)
        if line:
            self._output.text(line)


def _line(code: str, arguments: Mapping[str, str | int]) -> str:
    words = _WORDS.get(code)
    return words(arguments) if words is not None else ""


def _streamer(arguments: Mapping[str, str | int]) -> str:
    return "  ".join(str(arguments[name]) for name in ("address", "name", "product"))


def _running(arguments: Mapping[str, str | int]) -> str:
    return translate(
        "simulate",
        "%n streamer(s) running. Ctrl+C ends.",
        "after the list",
        int(arguments["count"]),
    )


def _code(arguments: Mapping[str, str | int]) -> str:
    return fill(
        translate("simulate", "{name} shows the code {code} to “{client}”."),
        name=arguments["name"],
        code=_in_groups(str(arguments["code"])),
        client=arguments["client"],
    )


def _in_groups(code: str) -> str:
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"


_WORDS: dict[str, Callable[[Mapping[str, str | int]], str]] = {
    "simulate.streamer": _streamer,
    "simulate.mdns_off": lambda arguments: fill(
        translate("simulate", "They are not announced by mDNS: {reason}."), **arguments
    ),
    "simulate.running": _running,
    "simulate.enter": lambda _: translate(
        "simulate", "Enter presses the button of each streamer that waits for it."
    ),
    "simulate.code": _code,
    "simulate.waits": lambda arguments: fill(
        translate("simulate", "{name} waits for its button."), **arguments
    ),
    "simulate.pressed": lambda arguments: fill(
        translate("simulate", "The button of {name} is pressed."), **arguments
    ),
    "simulate.step": lambda arguments: fill(translate("simulate", "Step: {step}"), **arguments),
    "simulate.none_waits": lambda _: translate("simulate", "No streamer waits for its button."),
}
