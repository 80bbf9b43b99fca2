"""Lets the window be a kiosk, and be the whole program again for staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.pages.kiosk.view_model import KioskViewModel
from altrabits_desktop.ui.shell.kiosk_cover import KioskCover
from altrabits_desktop.ui.shell.kiosk_lock import KioskLock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.services import Kiosking, Services
    from altrabits_desktop.ui.theme.theme import Theme


STAND_MS = 200
"""Until a window that was made small stands full again. A window manager that lets none be full
would else be asked without end."""


class KioskShell(QObject):
    """Follows the kiosk. Main thread only.

    Args:
        theme: the look in force.
        application: of this process.
        window: what is covered; its other parts are hidden meanwhile, so that nothing of the shop
            is in any picture of it.
        parts: these parts.
        renew: lets the window speak a language, for staff who come after a visitor.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        application: QApplication,
        window: QWidget,
        parts: tuple[QWidget, ...],
        renew: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._application = application
        self._window = window
        self._parts = parts
        self._renew = renew
        self._services: Services | None = None
        self._model: KioskViewModel | None = None
        self._cover: KioskCover | None = None
        self._kiosk: Kiosking | None = None
        self._lock = KioskLock(touched=self._touch, parent=self)
        self._standing = QTimer(self, singleShot=True, interval=STAND_MS)
        self._standing.timeout.connect(self._stand)
        window.installEventFilter(self)

    @property
    def is_covering(self) -> bool:
        """Whether visitors have the window."""
        return self._cover is not None

    def cover(self) -> None:
        """Cover the window; before `attach` with a start that does not answer yet."""
        if self._cover is not None:
            return
        while (menu := QApplication.activePopupWidget()) is not None and menu.close():
            # What staff left open is not there for visitors.
            pass
        for part in self._parts:
            _put_away(part)
        self._lock.set_locked(is_locked=True)
        self._cover = KioskCover(self._theme, application=self._application, window=self._window)
        if self._services is not None and self._model is not None:
            self._cover.attach(self._services, self._model)
        self._cover.show()
        self._cover.raise_()
        self._window.showFullScreen()

    def attach(self, services: Services, kiosk: Kiosking) -> None:
        """Follow the kiosk from now on."""
        self._services, self._kiosk = services, kiosk
        self._model = KioskViewModel(services, kiosk=kiosk, parent=self)
        self.destroyed.connect(services.feed.subscribe(self._follow))
        if self._cover is not None:
            self._cover.attach(services, self._model)
        self._settle()

    def fit(self) -> None:
        """Cover the whole window, which has another size."""
        if self._cover is not None:
            self._cover.fit()

    def take_parts(self, parts: tuple[QWidget, ...]) -> None:
        """Know the window's parts, which were made anew."""
        self._parts = parts
        if self._cover is not None:
            for part in parts:
                _put_away(part)
            self._cover.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowStateChange and self._cover is not None:
            # A key or a button of the window manager: what lies behind is nothing for visitors.
            self._standing.start()
        return False

    def _stand(self) -> None:
        """Stand full before everything, as long as visitors have the window."""
        window = self._window
        if self._cover is not None and (window.isMinimized() or not window.isFullScreen()):
            window.showFullScreen()
            window.raise_()
            window.activateWindow()

    def _follow(self, changes: Changes) -> None:
        if Topic.KIOSK in changes.topics:
            self._settle()

    def _settle(self) -> None:
        if self._kiosk is None:
            return
        is_covering = self._kiosk.report().is_covering
        if is_covering:
            self.cover()
        elif self._cover is not None:
            self._uncover(self._cover)

    def _uncover(self, cover: KioskCover) -> None:
        self._cover = None
        self._lock.set_locked(is_locked=False)
        cover.hide()
        cover.deleteLater()
        for part in self._parts:
            part.setEnabled(True)
            part.show()
        self._window.showNormal()
        if cover.has_spoken and self._services is not None:
            # What followed the house meanwhile did so in the language of visitors.
            self._renew(self._services.settings.get().language)

    def _touch(self) -> None:
        if self._kiosk is not None:
            self._kiosk.touch()


def _put_away(part: QWidget) -> None:
    part.hide()
    # Whatever helps a person to see or to press reaches what is hidden as well.
    part.setEnabled(False)
