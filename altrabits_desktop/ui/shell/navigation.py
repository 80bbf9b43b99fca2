"""The side bar: the mark, the ways to the pages; at the foot server, settings, and who is here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.shell.person_line import PersonLine
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.side_place import SidePlace
from altrabits_desktop.ui.widgets.wordmark import Wordmark

if TYPE_CHECKING:
    from altrabits_desktop.ui.shell.server_line import ServerLine, ServerWords
    from altrabits_desktop.ui.theme.theme import Theme


class Place(StrEnum):
    """Where the side bar leads."""

    STREAMERS = "streamers"
    SUPPORT = "support"
    PRIVACY = "privacy"
    ACCOUNT = "account"
    SETTINGS = "settings"


class Navigation(QWidget):
    """Places at the top, the foot below a line; folded it shows icons alone.

    It lays its few parts out itself: it is in the first paint, and a layout would cost more than
    the parts.

    Args:
        theme: the look in force.
        parent: owner.
    """

    place_chosen = Signal(Place)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_folded = False
        self.setObjectName("navigation")
        self.setAccessibleName(translate("navigation", "Places"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._mark = Wordmark(theme, name=translate("navigation", "AltraBits"), parent=self)
        self._streamers = SidePlace(
            theme, icon="streamers", text=translate("navigation", "Streamers"), parent=self
        )
        self._streamers.setObjectName("navigation.streamers")
        self._support = SidePlace(
            theme, icon="support", text=translate("navigation", "Support"), parent=self
        )
        self._support.setObjectName("navigation.support")
        self._privacy = SidePlace(
            theme, icon="privacy", text=translate("navigation", "Privacy"), parent=self
        )
        self._privacy.setObjectName("navigation.privacy")
        self._account = SidePlace(
            theme, icon="account", text=translate("navigation", "Account"), parent=self
        )
        self._account.setObjectName("navigation.account")
        self._settings = SidePlace(
            theme, icon="settings", text=translate("navigation", "Settings"), parent=self
        )
        self._settings.setObjectName("navigation.settings")
        self._person = PersonLine(theme, parent=self)
        self._server: ServerLine | None = None
        for place in self._places:
            # Of places that exclude each other Tab would reach only the open one.
            place.setAutoExclusive(False)
        self._streamers.clicked.connect(self._choose_streamers)
        self._support.clicked.connect(self._choose_support)
        self._privacy.clicked.connect(self._choose_privacy)
        self._account.clicked.connect(self._choose_account)
        self._settings.clicked.connect(self._choose_settings)
        self._person.clicked.connect(self._choose_account)

    def set_folded(self, is_folded: bool) -> None:
        """Show icons alone, or everything."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            for place in self._places:
                place.set_folded(is_folded)
            self._mark.set_folded(is_folded)
            self._person.set_folded(is_folded)
            if self._server is not None:
                self._server.set_folded(is_folded)
                self._server.setGeometry(self._server_place())
            self._settle_mark()
            self.updateGeometry()
            self.update()

    @property
    def _places(self) -> tuple[SidePlace, ...]:
        return self._streamers, self._support, self._privacy, self._account, self._settings

    @property
    def person(self) -> PersonLine:
        """Who is here."""
        return self._person

    def show_server(self, words: ServerWords) -> None:
        """Show how things stand with the server; its place is kept free until then."""
        if self._server is None:
            # Imported here: nothing is known of the server at the first paint.
            from altrabits_desktop.ui.shell.server_line import ServerLine

            self._server = ServerLine(self._theme, is_folded=self._is_folded, parent=self)
            self._server.setGeometry(self._server_place())
            self._server.show()
        self._server.show_words(words)

    def set_count(self, streamers: int | None) -> None:
        """Show how many streamers are listed; None while nothing is known."""
        if streamers is None:
            self._streamers.set_count("")
            return
        spoken = fill(translate("navigation", "Streamers, {count}", "read aloud"), count=streamers)
        self._streamers.set_count(str(streamers), spoken=spoken)

    def set_answers(self, unread: int) -> None:
        """Mark how many support requests have an answer that was not read."""
        if not unread:
            self._support.set_count("")
            return
        spoken = translate("navigation", "Support, %n new answer(s)", "read aloud", unread)
        self._support.set_count(str(unread), spoken=spoken, is_news=True)

    def show_place(self, place: Place) -> None:
        """Mark the place whose page is open."""
        self._streamers.setChecked(place is Place.STREAMERS)
        self._support.setChecked(place is Place.SUPPORT)
        self._privacy.setChecked(place is Place.PRIVACY)
        self._account.setChecked(place is Place.ACCOUNT)
        self._settings.setChecked(place is Place.SETTINGS)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("side.folded" if self._is_folded else "side.width"), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self._theme
        edge, gap = theme.px("side.padding"), theme.px("space.1")
        width = self.width() - 2 * edge
        self._settle_mark()
        top, high = self._top_px(), theme.px("place.height")
        for place in (self._streamers, self._support, self._privacy, self._account):
            place.setGeometry(edge, top, width, high)
            top += high + gap
        high = theme.px("side.person")
        top = self.height() - edge - high
        self._person.setGeometry(edge, top, width, high)
        high = theme.px("side.settings")
        self._settings.setGeometry(edge, top - gap - high, width, high)
        if self._server is not None:
            self._server.setGeometry(self._server_place())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        # `fillRect` would load the name `Qt` (see `ui.theme.paint_flags`).
        paint_box(painter, QRectF(self.rect()), fill=theme.colour("side"), radius=0)
        border, line = theme.colour("border"), theme.px("card.edge")
        left = 0 if self.isRightToLeft() else self.width() - line
        paint_box(painter, QRectF(left, 0, line, self.height()), fill=border, radius=0)
        edge = theme.px("side.padding")
        top = self._server_place().y() - edge - line
        foot = QRectF(edge, top, self.width() - 2 * edge, line)
        paint_box(painter, foot, fill=border, radius=0)
        painter.end()

    def _server_place(self) -> QRect:
        theme, settings = self._theme, self._settings.geometry()
        high, gap = theme.px("side.server"), 0
        if self._is_folded:
            # Among icons alone all stand equally far from each other.
            high, gap = theme.px("place.folded"), theme.px("space.1")
        return QRect(settings.x(), settings.y() - gap - high, settings.width(), high)

    def _settle_mark(self) -> None:
        size = self._mark.sizeHint()
        left = self._theme.px("side.wordmark_start")
        if self._is_folded:
            left = (self.width() - size.width()) // 2
        elif self.isRightToLeft():
            left = self.width() - left - size.width()
        top = self._theme.px("side.mark_middle") - size.height() // 2
        self._mark.setGeometry(left, top, size.width(), size.height())

    def _top_px(self) -> int:
        return 2 * self._theme.px("side.mark_middle")

    def _choose_streamers(self) -> None:
        self._choose(Place.STREAMERS)

    def _choose_support(self) -> None:
        self._choose(Place.SUPPORT)

    def _choose_privacy(self) -> None:
        self._choose(Place.PRIVACY)

    def _choose_account(self) -> None:
        self._choose(Place.ACCOUNT)

    def _choose_settings(self) -> None:
        self._choose(Place.SETTINGS)

    def _choose(self, place: Place) -> None:
        # Pressing the open place takes its mark away; it stays open.
        self.show_place(place)
        self.place_chosen.emit(place)
