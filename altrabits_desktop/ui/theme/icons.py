"""The icon set, drawn in the colour of a role at device pixels, each picture made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QIcon, QPainter

    from altrabits_desktop.ui.theme.tokens import Tokens

MIRRORED = frozenset(
    {
        "chevron-left",
        "chevron-right",
        "link-out",
        "send",
        "volume-high",
        "volume-low",
        "volume-mute",
        "input",
        "sign-out",
    }
)
"""Icons that look the other way where people read from right to left."""


class Icons:
    """Gives icons by name, role and size; knows the present tokens. Main thread only.

    An icon name that does not exist raises OSError: names come from the program alone.
    """

    def __init__(self, folder: Path, tokens: Tokens) -> None:
        self._folder = folder
        self._tokens = tokens
        self._texts: dict[str, str] = {}
        self._made: dict[tuple[str, str, int, float, bool], QPixmap] = {}

    def use(self, tokens: Tokens) -> None:
        """Take the colours of another theme; pictures of the former one are dropped."""
        self._tokens = tokens
        self._made.clear()

    def pixmap(
        self, name: str, role: str, *, size_px: int, ratio: float = 1.0, rtl: bool = False
    ) -> QPixmap:
        """Give one icon as a picture of `size_px` times `ratio` device pixels.

        Args:
            name: file name without its ending.
            role: role of the colour it is drawn in.
            size_px: width and height at scale 1.
            ratio: device pixels per pixel.
            rtl: whether it stands in a right-to-left place; only icons of `MIRRORED` turn.
        """
        is_mirrored = rtl and name in MIRRORED
        key = (name, role, size_px, ratio, is_mirrored)
        made = self._made.get(key)
        if made is None:
            svg = self._text(name).replace("currentColor", self._tokens.colours[role])
            made = draw_svg(svg, width_px=size_px, height_px=size_px, ratio=ratio)
            if is_mirrored:
                from PySide6.QtGui import QTransform

                made = made.transformed(QTransform.fromScale(-1, 1))
            self._made[key] = made
        return made

    def paint(
        self,
        painter: QPainter,
        name: str,
        role: str,
        *,
        corner: QPointF,
        size_px: int,
        rtl: bool = False,
    ) -> None:
        """Draw one icon with its upper left corner at a point."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(corner, self.pixmap(name, role, size_px=size_px, ratio=ratio, rtl=rtl))

    def paint_at(
        self, painter: QPainter, name: str, role: str, *, corner: QPointF, size_px: int
    ) -> None:
        """Draw one icon as `paint` does, mirrored where the painter's direction asks for it."""
        # Imported here: see `theme/paint_flags`.
        from PySide6.QtCore import Qt

        rtl = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.paint(painter, name, role, corner=corner, size_px=size_px, rtl=rtl)

    def icon(self, name: str, role: str, *, size_px: int, rtl: bool = False) -> QIcon:
        """Give one icon for Qt's own parts (menus, the window list) at scales 1 and 2."""
        # Imported here: its list of theme icons alone costs 2 ms, and no first window needs it.
        from PySide6.QtGui import QIcon

        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, role, size_px=size_px, ratio=ratio, rtl=rtl))
        return icon

    def _text(self, name: str) -> str:
        text = self._texts.get(name)
        if text is None:
            with (self._folder / f"{name}.svg").open(encoding="utf-8") as file:
                text = self._texts[name] = file.read()
        return text


def draw_svg(svg: str, *, width_px: int, height_px: int, ratio: float) -> QPixmap:
    """Draw an SVG of our own into a clear picture of its size times `ratio` device pixels.

    Qt's own picture reader does it (by QSvgRenderer): it draws at the size the file asks for, so
    the size is written into the text. That costs 2 ms less than loading the module QtSvg. An image
    in place of the pixmap would cost another half: Python makes a class of its 38 formats.

    Raises:
        OSError: the picture cannot be drawn; the program is not whole.
    """
    content = _sized(svg, round(width_px * ratio), round(height_px * ratio)).encode()
    picture = QPixmap()
    if not picture.loadFromData(content, "SVG"):
        raise OSError("svg")
    picture.setDevicePixelRatio(ratio)
    return picture


def _sized(svg: str, width: int, height: int) -> str:
    """Give the text with another size in its first tag, where all our pictures have one."""
    before, _, rest = svg.partition(' width="')
    old_width, _, rest = rest.partition('" height="')
    old_height, _, rest = rest.partition('"')
    if not (old_width + old_height).isdecimal() or ">" in before.partition("<svg")[2]:
        raise OSError("svg")
    return f'{before} width="{width}" height="{height}"{rest}'
