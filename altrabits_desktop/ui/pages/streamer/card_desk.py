"""What the cards of page Streamer are given, and tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.pages.streamer.care_card import CareCard
    from altrabits_desktop.ui.pages.streamer.group_card import GroupCard
    from altrabits_desktop.ui.pages.streamer.noted_model import NotedModel
    from altrabits_desktop.ui.pages.streamer.own_card import OwnCard, OwnModels
    from altrabits_desktop.ui.pages.streamer.playing_card import PlayingCard
    from altrabits_desktop.ui.pages.streamer.view_model import StreamerViewModel
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class CardDesk(QObject):
    """Main thread only.

    Args:
        theme: the look in force.
        model: of the page; takes what streamers are told.
        own: what is under way with streamers of the person's.
        services: what the window was given.
        parent: owner.
    """

    privacy_wanted = Signal()
    account_wanted = Signal()
    focus_lost = Signal(bool)
    """What had the keyboard is gone; whether a key had led there."""
    sheet_wanted = Signal(str)
    """Something that takes the place of the cards: "log" or "copies"."""
    left = Signal()
    """The streamer is listed no more, as the person wanted it."""
    saved_wanted = Signal(str)
    """The name of a saved group that is to play together."""
    preset_kept = Signal(object)
    """A command that overwrites or clears a preset."""

    def __init__(
        self,
        theme: Theme,
        *,
        model: StreamerViewModel,
        own: OwnModels,
        services: Services,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self._page = parent
        self.look = theme
        self.model = model
        self.own = own
        self.playing: PlayingCard | None = None
        """There after the first turn of the loop."""
        self.care: CareCard | None = None
        """There some turns later, as the next ones."""
        self.group: GroupCard | None = None
        self.whose: OwnCard | None = None
        self._noted: NotedModel | None = None

    @property
    def is_seen(self) -> bool:
        """Whether the page is in sight."""
        return self._page.isVisible()

    @property
    def noted(self) -> NotedModel:
        """What the person notes of the streamer; made when it is first asked for."""
        if self._noted is None:
            from altrabits_desktop.ui.pages.streamer.noted_model import NotedModel

            self._noted = NotedModel(self.services, parent=self)
            self._noted.left.connect(self.left)
        return self._noted
