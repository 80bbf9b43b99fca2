"""The palette of one theme, for the parts that Qt's own style paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.tokens import Tokens

_ROLES = (
    (QPalette.ColorRole.Window, "ground"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "card"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "card"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "bad"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on.accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent.text"),
    (QPalette.ColorRole.LinkVisited, "accent.text"),
    (QPalette.ColorRole.PlaceholderText, "text.3"),
    (QPalette.ColorRole.ToolTipBase, "dialog"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Light, "card"),
    (QPalette.ColorRole.Midlight, "row.hover"),
    (QPalette.ColorRole.Mid, "track"),
    (QPalette.ColorRole.Dark, "field"),
    (QPalette.ColorRole.Shadow, "shade"),
)
_TEXT = (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


def make_palette(tokens: Tokens) -> QPalette:
    """Give the palette of the theme: every role named, nothing derived by Qt."""
    palette = QPalette()
    for role, name in _ROLES:
        palette.setColor(role, tokens.colour(name))
    for role in (*_TEXT, QPalette.ColorRole.Text):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.colour("text.3"))
    return palette


def make_text_palette(tokens: Tokens, role: str, *, disabled_role: str) -> QPalette:
    """Give the palette of a widget whose text has the colour of a role.

    Args:
        tokens: the theme's colours.
        role: of its text while it can be used.
        disabled_role: of its text while it cannot.
    """
    palette = QPalette()
    for place in _TEXT:
        palette.setColor(place, tokens.colour(role))
        palette.setColor(QPalette.ColorGroup.Disabled, place, tokens.colour(disabled_role))
    return palette
