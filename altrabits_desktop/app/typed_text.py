"""A text of several lines that follows a command: typed at a terminal, or piped in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from altrabits_desktop.cli.notes import how_a_text_ends

if TYPE_CHECKING:
    from altrabits_desktop.cli.output import Output

_SYSTEM = sys.platform
GIVEN_UP = 1
"""Exit status of a command that its person ended at a question."""


def typed_text(output: Output) -> str:
    """Read a text to the end of standard input; blocks.

    At a terminal it is said how the text ends: nothing else there tells that it is waited for.

    Args:
        output: where that is said.

    Raises:
        KeyboardInterrupt: the person gave up; nothing is to be done.
    """
    if sys.stdin.isatty():
        output.note(how_a_text_ends(is_windows=_SYSTEM == "win32"))
    return sys.stdin.read()
