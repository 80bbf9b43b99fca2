"""Numbers of Qt's flags for what is painted first.

Touching the name `Qt` makes Python build all of Qt's enumerations, 1,200 members in 94 classes:
13 ms, most of what the first window may cost. What stands in the first window therefore uses
these numbers; a test compares each with Qt's own.
"""

from __future__ import annotations

from typing import Final

LEFT: Final = 0x0001 | 0x0010 | 0x0080
"""Left whatever the direction, in the middle of the height."""
RIGHT: Final = 0x0002 | 0x0010 | 0x0080
"""Right whatever the direction, in the middle of the height."""
CENTRE: Final = 0x0004 | 0x0080
SINGLE_LINE: Final = 0x0100
FROM_LEFT: Final = 0x20000
"""The text begins at its left."""
FROM_RIGHT: Final = 0x40000
"""The text begins at its right."""
PLAIN_TEXT: Final = 0
"""For the property `textFormat` of a label."""
NO_FOCUS: Final = 0
"""For the property `focusPolicy`."""
NO_SCROLL_BAR: Final = 1
"""For the properties `verticalScrollBarPolicy` and `horizontalScrollBarPolicy`."""

_FIRST_FROM_RIGHT = "\u0590"
_PUNCTUATION = "\u2000"
_FIRST_FAR_EASTERN = "\u2e80"


def side(*, is_right: bool) -> int:
    """Give the flags of one side."""
    return RIGHT if is_right else LEFT


def is_low(text: str) -> bool:
    """Tell whether no letter reaches further up or down than those of Inter."""
    return text.isascii() or all(
        letter < _FIRST_FROM_RIGHT or _PUNCTUATION <= letter < _FIRST_FAR_EASTERN for letter in text
    )


def direction(text: str) -> int:
    """Give the flag of the direction the text itself is read in, by its first strong letter."""
    if text.isascii() or max(text) < _FIRST_FROM_RIGHT:
        return FROM_LEFT
    # Imported here: most windows show no script that begins at the right.
    from unicodedata import bidirectional

    for letter in text:
        kind = bidirectional(letter)
        if kind in {"L", "R", "AL"}:
            return FROM_LEFT if kind == "L" else FROM_RIGHT
    return FROM_LEFT
