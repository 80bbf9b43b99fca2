"""The skeleton: the blocks of what is coming, shown only where it takes longer than a moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from altrabits_desktop.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the final shape, in pixels from the corner where reading begins."""

    left: int
    top: int
    width: int
    height: int
    radius: int = 4
    is_card: bool = False
    """The ground of a card, on which others stand that come later."""


def streamer_card_blocks() -> tuple[Block, ...]:
    """Give the blocks of a streamer card with all controls, as the sheet of components has it."""
    return (
        Block(0, 0, 72, 72, 8),
        Block(88, 4, 128, 14),
        Block(88, 28, 96, 12),
        Block(88, 50, 160, 12),
        Block(0, 88, 40, 40, 20),
        Block(52, 106, 260, 4, 2),
    )


class Skeleton(QWidget):
    """Blocks that stand still; nothing shimmers.

    Args:
        theme: the look in force.
        blocks: the shape of what is coming.
        name: what is being waited for, read aloud.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        blocks: Sequence[Block],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._blocks = tuple(blocks)
        self._shape: Callable[[QSize], Sequence[Block]] | None = None
        self._has_appeared = False
        self._moment = QTimer(self, singleShot=True)
        self._moment.setInterval(theme.tokens.duration_ms("skeleton"))
        self._moment.timeout.connect(self.appear)
        self.setAccessibleName(name)

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Take another shape."""
        self._blocks = tuple(blocks)
        self.updateGeometry()
        self.update()

    def follow(self, shape: Callable[[QSize], Sequence[Block]]) -> None:
        """Take the shape that fits the size it is given, from now on."""
        self._shape = shape
        self._take_shape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_shape()

    def _take_shape(self) -> None:
        if self._shape is not None:
            self.set_blocks(self._shape(self.size()))

    @property
    def has_appeared(self) -> bool:
        """Whether the blocks are to be seen."""
        return self._has_appeared

    def begin(self) -> None:
        """Waiting begins: the blocks come after 300 ms."""
        self._has_appeared = False
        self._moment.start()
        self.update()

    def end(self) -> None:
        """What was waited for is there."""
        self._moment.stop()
        self._has_appeared = False
        self.update()

    def appear(self) -> None:
        """Show the blocks now."""
        self._moment.stop()
        self._has_appeared = True
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(
            max(block.left + block.width for block in self._blocks),
            max(block.top + block.height for block in self._blocks),
        )

    def minimumSizeHint(self) -> QSize:
        # What follows its size asks for none: it would never let the window become smaller.
        return QSize(0, self.sizeHint().height() if self._shape is None else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._has_appeared:
            return
        painter = QPainter(self)
        for block in self._blocks:
            left = block.left
            if self.isRightToLeft():
                left = self.width() - block.left - block.width
            place = QRectF(left, block.top, block.width, block.height)
            fill = self._theme.colour("card" if block.is_card else "chip")
            edge = self._theme.colour("border") if block.is_card else None
            paint_box(painter, place, fill=fill, edge=edge, radius=block.radius)
        painter.end()
