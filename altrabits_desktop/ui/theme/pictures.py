"""Products, covers, spots and the mark: drawn at device pixels, corners cut, each made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from altrabits_desktop.ui.theme.icons import draw_svg

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QIcon

    from altrabits_desktop.ui.theme.tokens import Tokens

GENERIC_PRODUCT = "products/generic-renderer"
OWN_MAKER = "AltraBits"
"""Whose products have pictures."""
_PRODUCTS = {
    "cobalt s1": "products/cobalt-s1",
    "cobalt s2": "products/cobalt-s2",
    "cobalt amp": "products/cobalt-amp",
    "cobalt mini": "products/cobalt-mini",
    "cobalt bar": "products/cobalt-bar",
}
_WHOLE = 100
_WINDOW_SIZES = (16, 24, 32, 48, 64, 128, 256)


def product_picture(product: str, *, maker: str) -> str:
    """Give the picture's name for a streamer's product: its own, else the generic one.

    Pure. Only our own makes have pictures; letter case and blanks around do not matter.

    Args:
        product: product name as announced, such as "Cobalt S1".
        maker: maker as announced.
    """
    if maker.strip().casefold() != OWN_MAKER.casefold():
        return GENERIC_PRODUCT
    return _PRODUCTS.get(product.strip().casefold(), GENERIC_PRODUCT)


class Pictures:
    """Gives the artwork of `resources/brand` by name, such as "covers/3". Main thread only.

    A name that does not exist raises OSError: names come from the program alone.
    """

    def __init__(self, folder: Path, tokens: Tokens) -> None:
        self._folder = folder
        self._tokens = tokens
        self._made: dict[tuple[object, ...], QPixmap] = {}

    def use(self, tokens: Tokens) -> None:
        """Take the colours of another theme; pictures of the former one are dropped."""
        self._tokens = tokens
        self._made.clear()

    def picture(
        self,
        name: str,
        *,
        size_px: int,
        radius_px: int = 0,
        opacity_percent: int = 100,
        ratio: float = 1.0,
    ) -> QPixmap:
        """Give a square product or cover picture with its corners cut.

        Args:
            name: "products/..." or "covers/..." as `product_picture` gives it.
            size_px: width and height at scale 1.
            radius_px: of the corners.
            opacity_percent: 100 is whole; a streamer that is gone is shown at half.
            ratio: device pixels per pixel.
        """
        key = (name, size_px, radius_px, opacity_percent, ratio)
        made = self._made.get(key)
        if made is None:
            svg = self._svg(name)
            whole = draw_svg(svg, width_px=size_px, height_px=size_px, ratio=ratio)
            made = self._made[key] = _cut(whole, size_px, radius_px, opacity_percent / _WHOLE)
        return made

    def tinted(self, name: str, role: str, *, size: QSize, ratio: float = 1.0) -> QPixmap:
        """Give a one-colour picture (wordmark, spots, mono mark) in the colour of a role."""
        key = (name, role, size.width(), size.height(), ratio)
        made = self._made.get(key)
        if made is None:
            svg = self._svg(name).replace("currentColor", self._tokens.colours[role])
            made = draw_svg(svg, width_px=size.width(), height_px=size.height(), ratio=ratio)
            self._made[key] = made
        return made

    def window_icon(self) -> QIcon:
        """Give the mark in every size a desktop asks for. Costs a few milliseconds, once."""
        # Imported here: the window gets its icon after its first paint.
        from PySide6.QtGui import QIcon

        icon = QIcon()
        svg = self._svg("app-icon")
        for size_px in _WINDOW_SIZES:
            icon.addPixmap(draw_svg(svg, width_px=size_px, height_px=size_px, ratio=1.0))
        return icon

    def _svg(self, name: str) -> str:
        with (self._folder / f"{name}.svg").open(encoding="utf-8") as file:
            return file.read()


def _cut(whole: QPixmap, size_px: int, radius_px: int, opacity: float) -> QPixmap:
    if not radius_px and opacity >= 1:
        return whole
    cut = QPixmap(whole.size())
    cut.setDevicePixelRatio(whole.devicePixelRatio())
    cut.fill(QColor(0, 0, 0, 0))
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(0, 0, size_px, size_px), radius_px, radius_px)
    painter = QPainter(cut)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(outline)
    painter.setOpacity(opacity)
    painter.drawPixmap(0, 0, whole)
    painter.end()
    return cut
