"""Whether two pictures are the same, and where they are not."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

_FORMAT = QImage.Format.Format_RGBX8888
_PIXEL_BYTES = 4
_MOST = 255
_FADED = 0.25


class Difference(NamedTuple):
    """Where a picture is not as it should be."""

    pixels: int
    """How many differ."""
    share: float
    """Of all pixels: 0.0 to 1.0."""
    picture: QImage
    """The picture, faded, with what differs in strong colour."""


def difference_of(approved: QImage, shown: QImage, *, tolerance: int) -> Difference:
    """Compare two pictures; what lies outside one of them differs. Some 20 ms for a window.

    Args:
        approved: how it should be.
        shown: how it is.
        tolerance: by how much a pixel's red, green or blue may be off: 0 to 255.
    """
    width = max(approved.width(), shown.width())
    height = max(approved.height(), shown.height())
    mask = _mask(approved, shown, tolerance=tolerance, size=(width, height))
    pixels = mask.count(_MOST)
    picture = _marked(shown, mask, size=(width, height))
    return Difference(pixels, pixels / max(width * height, 1), picture)


def _mask(approved: QImage, shown: QImage, *, tolerance: int, size: tuple[int, int]) -> bytes:
    """Give a byte for each pixel: 255 where it differs."""
    off = _on_ground(approved, size)
    painter = QPainter(off)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, _on_ground(shown, size))
    painter.end()
    content = bytes(off.constBits())
    judged = content.translate(bytes(0 if by <= tolerance else _MOST for by in range(_MOST + 1)))
    red, green, blue = (
        int.from_bytes(judged[channel::_PIXEL_BYTES]) for channel in range(_PIXEL_BYTES - 1)
    )
    mask = bytearray((red | green | blue).to_bytes(size[0] * size[1]))
    _mark_outside(mask, approved, shown, width=size[0])
    return bytes(mask)


def _mark_outside(mask: bytearray, approved: QImage, shown: QImage, *, width: int) -> None:
    """Mark what only one of the two has, whatever its colour."""
    common_width = min(approved.width(), shown.width())
    common_height = min(approved.height(), shown.height())
    for row in range(len(mask) // max(width, 1)):
        begin = row * width + (common_width if row < common_height else 0)
        end = (row + 1) * width
        mask[begin:end] = bytes([_MOST]) * (end - begin)


def _on_ground(picture: QImage, size: tuple[int, int]) -> QImage:
    ground = QImage(*size, _FORMAT)
    ground.fill(Qt.GlobalColor.black)
    painter = QPainter(ground)
    painter.drawImage(0, 0, picture.convertToFormat(_FORMAT))
    painter.end()
    return ground


def _marked(shown: QImage, mask: bytes, *, size: tuple[int, int]) -> QImage:
    marked = QImage(*size, _FORMAT)
    marked.fill(Qt.GlobalColor.white)
    marks = QImage(*size, QImage.Format.Format_ARGB32)
    marks.fill(QColor(Qt.GlobalColor.magenta))
    marks.setAlphaChannel(QImage(mask, *size, size[0], QImage.Format.Format_Alpha8))
    painter = QPainter(marked)
    painter.setOpacity(_FADED)
    painter.drawImage(0, 0, shown.convertToFormat(QImage.Format.Format_Grayscale8))
    painter.setOpacity(1.0)
    painter.drawImage(0, 0, marks)
    painter.end()
    return marked
