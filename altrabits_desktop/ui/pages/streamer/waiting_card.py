"""The shape of what plays, while the streamer has not told it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer.facts_card import make_column
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.skeleton import Block, Skeleton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class WaitingCard(Card):
    """Stands in the place of the playing card; hidden at first.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        name = translate("streamer", "Asking what it plays")
        self._skeleton = Skeleton(theme, _blocks(theme), name=name)
        make_column(self, theme).addWidget(self._skeleton)
        self.hide()

    @property
    def skeleton(self) -> Skeleton:
        """The blocks."""
        return self._skeleton

    def wait(self, *, is_waiting: bool) -> None:
        """Begin or end waiting."""
        if is_waiting and self.isHidden():
            self._skeleton.begin()
        elif not is_waiting:
            self._skeleton.end()
        self.setVisible(is_waiting)


def _blocks(theme: Theme) -> tuple[Block, ...]:
    picture, chip = theme.px("playing.picture"), theme.px("chip.height")
    start = picture + theme.px("space.4")
    line, gap = theme.px("space.4"), theme.px("space.3")
    word = theme.px("slider.least_width")
    second, third = chip + gap, chip + 2 * gap + theme.px("space.6")
    slider = theme.px("slider.height")
    groove = theme.px("slider.groove")
    first = picture + gap + (slider - groove) // 2
    begin = theme.px("playing.start") + theme.px("space.1") + theme.px("slider.overhang_still")
    whole = start + 2 * word - begin
    return (
        Block(0, 0, picture, picture, theme.px("corner.control")),
        Block(start, 0, word, chip, chip // 2),
        Block(start, second, 2 * word, theme.px("space.6")),
        Block(start, third, word + word // 2, line),
        Block(begin, first, whole, groove, groove // 2),
        Block(begin, first + slider + theme.px("space.1"), whole, groove, groove // 2),
        # As high as the lines are, so that nothing below moves when they come.
        Block(0, picture + gap, 0, 2 * slider + theme.px("space.1")),
    )
