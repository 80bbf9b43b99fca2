"""Opens and closes what takes the place of a streamer's cards, and keeps what is done there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import ClearPreset, SavePreset
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.widgets.focus_ring import has_ring
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedLayout, QWidget

    from altrabits_desktop.ui.pages.streamer.documents_model import DocumentsModel
    from altrabits_desktop.ui.pages.streamer.sheet import Sheet
    from altrabits_desktop.ui.pages.streamer.view_model import StreamerViewModel
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.page_head import PageHead


class SheetDesk(QObject):
    """One sheet at a time. Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        model: of the page.
        parent: the page, and owner.
    """

    undo_offered = Signal(object)
    """Something was done that can be undone: an `Undo`."""

    def __init__(
        self, theme: Theme, *, services: Services, model: StreamerViewModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._model = model
        self._page = parent
        self._head: PageHead | None = None
        self._documents: DocumentsModel | None = None
        self._body: QStackedLayout | None = None
        self._area: ScrollArea | None = None
        self._sheet: Sheet | None = None
        self._came_from: QWidget | None = None

    @property
    def is_open(self) -> bool:
        """Whether a sheet is in the place of the cards."""
        return self._sheet is not None

    def stand_in(self, body: QStackedLayout) -> None:
        """Open sheets in this stack, whose first part are the cards."""
        self._body = body

    def fit(self, head: PageHead) -> None:
        """Keep the open sheet as far from the sides as the head is."""
        self._head = head
        if self._sheet is not None:
            head.fit(self._sheet.row)

    def open(self, name: str) -> None:
        """Show the log, or the copies of the settings."""
        self.leave()
        if self._body is None:
            return
        focused: QWidget | None = self._page.window().focusWidget()
        is_by_key = has_ring(focused)
        self._came_from = focused
        sheet = self._sheet = self._make(name)
        sheet.left.connect(self.leave)
        self._area = ScrollArea(self._theme, sheet)
        self._body.addWidget(self._area)
        self._body.setCurrentWidget(self._area)
        if self._head is not None:
            self._head.fit(sheet.row)
        sheet.take_focus(is_by_key=is_by_key)

    def leave(self) -> bool:
        """Show the cards again; False where they are shown."""
        area, self._area, self._sheet = self._area, None, None
        if area is None or self._body is None:
            return False
        self._body.setCurrentIndex(0)
        self._body.removeWidget(area)
        area.hide()
        area.deleteLater()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus()
        self._came_from = None
        return True

    def keep_preset(self, command: SavePreset | ClearPreset) -> None:
        """Overwrite or clear a preset; taken back where the streamer tells its settings."""
        if Capability.SETTINGS not in self._model.offered.can:
            self._model.tell(command)
            return
        words = translate("documents", "Preset {number} is empty now.")
        if isinstance(command, SavePreset):
            words = translate("documents", "Preset {number} holds what plays now.")
        self._its_documents().change_preset(command, fill(words, number=command.number))

    def _make(self, name: str) -> Sheet:
        documents = self._its_documents()
        if name == "log":
            from altrabits_desktop.ui.pages.streamer.log_sheet import LogSheet

            return LogSheet(self._theme, model=documents)
        from altrabits_desktop.ui.pages.streamer.settings_sheet import SettingsSheet

        return SettingsSheet(self._theme, model=documents)

    def _its_documents(self) -> DocumentsModel:
        if self._documents is None:
            # Imported here: hardly anybody opens them.
            from altrabits_desktop.ui.pages.streamer.documents_model import DocumentsModel

            self._documents = DocumentsModel(self._services, self._model.streamer_id, parent=self)
            self._documents.undo_offered.connect(self.undo_offered)
        return self._documents
