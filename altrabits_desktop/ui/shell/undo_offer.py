"""The banner that says what was just done, and takes it back for ten seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.shell.banners import Slot
from altrabits_desktop.ui.shell.message_banner import MessageBanner, banner_button

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamer.undo import Undo
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.banners import BannerPlace
    from altrabits_desktop.ui.theme.theme import Theme

OFFERED_S = 10.0


class UndoOffer(QObject):
    """One offer at a time; a newer one takes its place. Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        place: where banners stand.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, services: Services, place: BannerPlace, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._place = place
        self._offered: Undo | None = None

    def offer(self, undo: Undo) -> None:
        """Say what was done, and offer to take it back."""
        self._offered = undo
        words = translate("banner", "Undo")
        button = banner_button(self._theme, words, name="undo.banner.button")
        button.setAccessibleName(told_apart(words, undo.words))
        button.clicked.connect(self._take_back)
        banner = MessageBanner(self._theme, icon="check", headline=undo.words, buttons=(button,))
        banner.setObjectName("undo.banner")
        self._place.show_banner(Slot.UNDO, banner)
        self._services.launcher.launch(self, self._end_later(undo))

    def _take_back(self) -> None:
        undo, self._offered = self._offered, None
        self._place.clear(Slot.UNDO)
        if undo is not None:
            self._services.launcher.launch(self, undo.take_back(), is_carried_out=True)

    async def _end_later(self, undo: Undo) -> None:
        await self._services.clock.sleep(OFFERED_S)
        if self._offered is undo:
            self._offered = None
            self._place.clear(Slot.UNDO)
