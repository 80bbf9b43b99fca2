"""Inter in its three weights, loaded from the bundled files, as ready fonts by type name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.ui.theme.tokens import Tokens

_FAMILIES = ("Inter", "Noto Sans Arabic")
_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")


class Fonts:
    """Gives the fonts of the type table; each is made once. Main thread only.

    Needs a QGuiApplication.
    """

    def __init__(self, folder: Path, tokens: Tokens) -> None:
        self._tokens = tokens
        self._made: dict[tuple[str, bool], QFont] = {}
        for name in _FILES:
            QFontDatabase.addApplicationFont(str(folder / name))

    def font(self, type_name: str, *, numeric: bool = False) -> QFont:
        """Give the font of a row of the type table: "title", "name", "text", "label" ...

        Args:
            type_name: a table `type.NAME` of the measures.
            numeric: digits of one width, for volumes, times, addresses, counts and sizes.
        """
        key = (type_name, numeric)
        font = self._made.get(key)
        if font is None:
            font = self._made[key] = self._make(type_name, numeric=numeric)
        return font

    def line_px(self, type_name: str) -> int:
        """Give the height of one line of a row of the type table."""
        return self._tokens.px(f"type.{type_name}.line")

    def _make(self, type_name: str, *, numeric: bool) -> QFont:
        font = QFont()
        font.setFamilies(_FAMILIES)
        font.setPixelSize(self._tokens.px(f"type.{type_name}.size"))
        font.setWeight(QFont.Weight(self._tokens.px(f"type.{type_name}.weight")))
        if numeric:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font
