"""Lies over the whole window while visitors have it, and shows one page of the kiosk at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from altrabits_desktop.contract.kiosk import Phase
from altrabits_desktop.privacy.kiosk_rules import VISITOR, KioskPlace
from altrabits_desktop.ui.pages.kiosk.start_page import StartPage
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from altrabits_desktop.privacy.kiosk_rules import KioskRules
    from altrabits_desktop.ui.pages.kiosk.view_model import KioskViewModel
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme

_VISITING = frozenset({Phase.VISIT, Phase.COUNTDOWN})


class KioskCover(QWidget):
    """Main thread only. Before `attach` it shows its start, which does not answer yet.

    Args:
        theme: the look in force.
        application: speaks a visitor's language for as long as the visit lasts.
        window: what it lies over; its owner.
        rules: what it may show.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        application: QApplication,
        window: QWidget,
        rules: KioskRules = VISITOR,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._application = application
        self._window = window
        self._rules = rules
        self._services: Services | None = None
        self._model: KioskViewModel | None = None
        self._place = KioskPlace.START
        self._was_visited = False
        self.has_spoken = False
        """Whether a visitor chose a language since it lies there."""
        self._page: QWidget | None = None
        self.setObjectName("kiosk")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.fit()
        self._show_place(KioskPlace.START)

    @property
    def place(self) -> KioskPlace:
        """What is shown."""
        return self._place

    def attach(self, services: Services, model: KioskViewModel) -> None:
        """Answer from now on."""
        self._services, self._model = services, model
        model.changed.connect(self._follow)
        self._show_place(KioskPlace.START)

    def fit(self) -> None:
        """Lie over the whole window, which has another size."""
        self.setGeometry(self._window.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=self._theme.colour("ground"), radius=0)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What no page took ends here: the window would go back or scroll behind this.
        event.accept()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        from PySide6.QtCore import Qt

        from altrabits_desktop.ui.shell.tab_order import neighbour

        # Tab stays in here: what lies below is not there for anybody.
        found = neighbour(self, [self], is_next=is_next)
        if found is None:
            return False
        reason = Qt.FocusReason
        found.setFocus(reason.TabFocusReason if is_next else reason.BacktabFocusReason)
        return True

    def _follow(self) -> None:
        if self._model is None:
            return
        is_visited = self._model.report.phase in _VISITING
        if is_visited is not self._was_visited:
            self._was_visited = is_visited
            if not is_visited:
                self._forget_visitor()

    def _forget_visitor(self) -> None:
        """Let nothing of a visit stay: its page, its language, what it might have copied."""
        clipboard = self._application.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        if self._services is not None:
            speak_in(self._application, self._services.settings.get().language)
        self._show_place(KioskPlace.START)

    def _open(self, place: KioskPlace) -> None:
        """Lead a visitor somewhere; whatever they look at is a visit, which ends by itself."""
        if self._model is None or place not in self._rules.places:
            return
        self._model.begin()
        if self._model.report.phase in _VISITING:
            self._was_visited = True
            self._show_place(place)

    def _leave_page(self) -> None:
        if self._model is not None:
            self._model.end()

    def _speak(self, language: str) -> None:
        if self._model is None:
            return
        # A language is chosen for a visit, and goes with it.
        self._model.begin()
        if self._model.report.phase in _VISITING:
            self._was_visited = self.has_spoken = True
            speak_in(self._application, language)
            self._show_place(KioskPlace.START)

    def _show_place(self, place: KioskPlace) -> None:
        self._place = place
        former, self._page = self._page, self._make(place)
        if former is not None:
            self._column.removeWidget(former)
            former.hide()
            former.deleteLater()
        self._column.addWidget(self._page)
        self._page.show()
        self._page.setFocus()

    def _make(self, place: KioskPlace) -> QWidget:
        if self._model is None or self._services is None or place is KioskPlace.START:
            return self._make_start()
        match place:
            case KioskPlace.STREAMERS:
                from altrabits_desktop.ui.pages.kiosk.visitor_page import VisitorPage

                page = VisitorPage(self._theme, model=self._model, parent=self)
                page.done.connect(self._leave_page)
                return page
            case KioskPlace.POLICY:
                from altrabits_desktop.ui.pages.kiosk.policy_page import KioskPolicyPage

                text = KioskPolicyPage(
                    self._theme, services=self._services, kiosk=self._model, parent=self
                )
                text.left.connect(self._leave_page)
                return text
            case KioskPlace.STAFF:
                from altrabits_desktop.ui.pages.kiosk.pin_page import PinPage

                staff = PinPage(self._theme, model=self._model, parent=self)
                staff.left.connect(self._leave_page)
                return staff

    def _make_start(self) -> StartPage:
        page = StartPage(self._theme, parent=self)
        page.begun.connect(lambda: self._open(KioskPlace.STREAMERS))
        page.policy_wanted.connect(lambda: self._open(KioskPlace.POLICY))
        page.staff_wanted.connect(lambda: self._open(KioskPlace.STAFF))
        page.language_chosen.connect(self._speak)
        if self._model is not None:
            page.show_model(self._model)
        return page
