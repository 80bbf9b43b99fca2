"""The tokens of one theme: colours by role, measures by part.

Three layers, all in `resources/tokens`: primitives (the colours there are) -> roles (what a
colour is for, a light and a dark value) -> components (the measures of each part). A named tuple,
because every start of the window waits for it (see `runtime.settings`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor

from altrabits_desktop.ui.theme.token_file import UnreadableTokens, read_token_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Shade(StrEnum):
    """The two themes there are; "system" is a choice between them, not a third."""

    LIGHT = "light"
    DARK = "dark"


class Tokens(NamedTuple):
    """Every colour and measure of one theme; unknown names raise KeyError."""

    shade: Shade
    colours: Mapping[str, str]
    """Role -> "#RRGGBB"."""
    measures: Mapping[str, int]
    """"part.name" -> pixels, milliseconds, weight or per cent."""
    ready_colours: Mapping[str, QColor]
    """Role -> the same as Qt's own value."""

    def colour(self, role: str) -> QColor:
        """Give the colour of a role; a shared value, not to be changed."""
        return self.ready_colours[role]

    def px(self, name: str) -> int:
        """Give a measure such as "slider.handle", in pixels at scale 1."""
        return self.measures[name]

    def duration_ms(self, name: str) -> int:
        """Give a time of `motion`, in milliseconds, whatever the wish for reduced motion."""
        return self.measures[f"motion.{name}"]

    def share(self, name: str) -> float:
        """Give a per cent value as a share from 0 to 1."""
        return self.measures[name] / 100


def read_tokens(folder: Path, shade: Shade) -> Tokens:
    """Read the tokens of one theme. Blocks for three small reads (under 1 ms together).

    Raises:
        UnreadableTokens: a file is not what the program was built with.
        OSError: a file is missing.
    """
    primitives = read_token_file(folder / "primitives.toml")["colour"]
    roles = read_token_file(folder / "roles.toml")[shade]
    colours = {role: _hex(primitives[str(name)], role) for role, name in roles.items()}
    return Tokens(
        shade=shade,
        colours=colours,
        measures=_measures(folder / "components.toml"),
        ready_colours={role: QColor(value) for role, value in colours.items()},
    )


def _measures(path: Path) -> Mapping[str, int]:
    measures: dict[str, int] = {}
    for table, values in read_token_file(path).items():
        for key, value in values.items():
            if not isinstance(value, int):
                raise UnreadableTokens(path.name, f"{table}.{key}")
            measures[f"{table}.{key}"] = value
    return measures


def _hex(value: object, role: str) -> str:
    if not isinstance(value, str):
        raise UnreadableTokens("primitives.toml", role)
    return value
