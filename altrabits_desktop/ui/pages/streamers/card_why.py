"""The button of a card that leads to why its streamer does not answer, and the one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.pages.streamers.face import Offer
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from altrabits_desktop.ui.pages.streamers.face import Face
    from altrabits_desktop.ui.theme.theme import Theme


class Places(NamedTuple):
    """Where the two buttons stand, from the left, and where both end."""

    why: QRect
    """Empty where it is not there."""
    button: QRect
    start: int


class WhyButton(PushButton):
    """Presses its card: the streamer's page says why.

    Args:
        theme: the look in force.
        card: its owner.
    """

    def __init__(self, theme: Theme, card: QAbstractButton) -> None:
        super().__init__(
            theme, translate("streamer", "Find out why"), height=Height.SMALL, parent=card
        )
        self.is_wanted = False
        self.setObjectName("streamers.card.why")
        self.clicked.connect(card.click)

    def show_name(self, name: str) -> None:
        """Be told apart from those of other cards."""
        self.setAccessibleName(told_apart(translate("streamer", "Find out why"), name))


def show_why(
    why: WhyButton | None, card: QAbstractButton, *, face: Face, theme: Theme
) -> WhyButton | None:
    """Give the button where there is anything to find out, made when it is needed first.

    Args:
        why: as it was given before.
        card: its owner.
        face: what the card shows.
        theme: the look in force.
    """
    is_wanted = face.offer is Offer.CHECK and not face.is_demo and bool(face.address)
    if why is None and is_wanted:
        why = WhyButton(theme, card)
    if why is not None:
        why.is_wanted = is_wanted
        why.setVisible(is_wanted)
        why.show_name(face.name)
    return why


def places_of(
    place: QRect, why: WhyButton | None, button: PushButton, *, gap: int, is_wide: bool
) -> Places:
    """Give where both stand; why is left out where there is no room, and leads where it is there.

    Args:
        place: for both.
        why: leads to the page; None where it was never needed.
        button: what else can be done.
        gap: between the two.
        is_wide: whether they stand at the end of the place.
    """
    size = button.sizeHint()
    wide = 0
    if why is not None:
        needed = why.sizeHint().width()
        wide = needed if why.is_wanted and needed + gap + size.width() <= place.width() else 0
        why.setVisible(bool(wide))
    button.set_look(Look.QUIET if wide else Look.SECONDARY)
    whole = size.width() + (wide + gap if wide else 0)
    left = place.right() + 1 - whole if is_wide else place.left()
    top = place.top() + (place.height() - size.height()) // 2
    begin = left + whole - size.width()
    return Places(
        QRect(left, top, wide, size.height()) if wide else QRect(),
        QRect(begin, top, size.width(), size.height()),
        place.left() + whole + gap,
    )
