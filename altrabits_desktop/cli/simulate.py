"""What `altrabits simulate` is told, and what it says to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.cli.output import Output

OPTIONS = (
    Option("--count", "N"),
    Option("--address", "ADDRESS"),
    Option("--name", "NAME"),
    Option("--fault", "NAME", is_repeatable=True),
    Option("--auto-confirm"),
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
    match code:
        case "simulate.streamer":
            return "  ".join(str(arguments[name]) for name in ("address", "name", "product"))
        case "simulate.mdns_off":
            return fill(
                translate("simulate", "They are not announced by mDNS: {reason}."), **arguments
            )
        case "simulate.running":
            return translate(
                "simulate",
                "%n streamer(s) running. Ctrl+C ends.",
                "after the list",
                int(arguments["count"]),
            )
        case "simulate.code":
            return fill(
                translate("simulate", "{name} shows the code {code} to “{client}”."),
                name=arguments["name"],
                code=_in_groups(str(arguments["code"])),
                client=arguments["client"],
            )
        case _:
            return ""


def _in_groups(code: str) -> str:
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"
