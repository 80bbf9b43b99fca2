"""The window: side bar, pages, banners. Painted first, filled when everything else is there.

What is imported here is paid for before the first paint; nothing of it may load the name `Qt`
(see `ui.theme.paint_flags`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers.page import StreamersPage
from altrabits_desktop.ui.shell.navigation import Navigation, Place
from altrabits_desktop.ui.shell.page_stack import PageStack

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.runtime.settings import WindowSize
    from altrabits_desktop.ui.keys import Command
    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.pages.streamers.first_sheet import FirstLook
    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.draft_question import DraftQuestion
    from altrabits_desktop.ui.shell.guide import Guide
    from altrabits_desktop.ui.shell.kiosk_shell import KioskShell
    from altrabits_desktop.ui.shell.sight import Sight
    from altrabits_desktop.ui.theme.theme import Theme


class Window(QWidget):
    """The one window. Main thread only.

    Until `attach` it shows page Streamers with what it is given first, and answers nothing but its
    own size.

    Args:
        theme: the look in force, applied already.
        application: takes another look or language when the person chooses one.
        size: how large the person made it; the screen bounds it.
        first: streamers that are shown until `attach`; None for none.
        parent: owner.
    """

    first_painted = Signal()
    """Once, from the loop, after everything was painted for the first time."""
    closed = Signal()
    streamer_shown = Signal(str)
    """The page of a streamer was opened; its id."""
    visibility_changed = Signal(bool)
    """Whether anybody can see it: false while hidden or minimised. Told from `attach` on."""

    def __init__(
        self,
        theme: Theme,
        *,
        application: QApplication,
        size: WindowSize | None = None,
        first: FirstLook | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._application = application
        self._guide: Guide | None = None
        self._sight: Sight | None = None
        self._services: Services | None = None
        self._account: AccountViewModel | None = None
        self._support: SupportViewModel | None = None
        self._drafts: DraftQuestion | None = None
        self._kiosk: KioskShell | None = None
        self._has_kiosk = False
        self._errors: list[AltraBitsError] = []
        self._is_painted = False
        self.is_starting_again = False
        """Whether the program starts again once this is closed."""
        self.setObjectName("window")
        self.setWindowTitle(translate("window", "AltraBits Desktop"))
        self.setMinimumSize(theme.px("window.least_width"), theme.px("window.least_height"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._build(first)
        self.resize(self.sizeHint() if size is None else self._on_screen(size))
        self._first_size = self.size()

    @property
    def navigation(self) -> Navigation:
        """The side bar."""
        return self._navigation

    @property
    def pages(self) -> PageStack:
        """The pages."""
        return self._pages

    @property
    def chosen_size(self) -> WindowSize | None:
        """How large the person made it; None where it is as large as it was when it was filled."""
        from altrabits_desktop.ui.shell.sight import chosen_size

        return chosen_size(self, first=self._first_size)

    def attach(self, services: Services) -> None:
        """Fill the window, on the running loop: it shows the house then, and does as it is told."""
        from altrabits_desktop.ui.shell.sight import Sight

        self._services = services
        if not self.isMaximized():
            # What the system made of it until now is no choice of a person.
            self._first_size = self.size()
        # Nobody looks for the icon before the window is there.
        self.setWindowIcon(self._theme.pictures.window_icon())
        self._sight = Sight(self)
        self._sight.changed.connect(self.visibility_changed)
        self._guide = self._make_guide(services)
        self.destroyed.connect(services.feed.subscribe(self._follow))
        self._settle_kiosk()

    def cover(self) -> None:
        """Show what visitors of a kiosk see, and nothing else, until staff come."""
        self._kiosk_shell().cover()

    def report(self, error: AltraBitsError) -> None:
        """Say an error in a banner; before `attach` it is kept until then."""
        if self._guide is None:
            self._errors.append(error)
        else:
            self._guide.report(error)

    def come_forward(self) -> None:
        """Stand before the other windows, as a second start wants it."""
        from altrabits_desktop.ui.shell.sight import come_forward

        come_forward(self)

    def show_streamers(self) -> None:
        """Show page Streamers."""
        if self._guide is not None:
            self._guide.show_streamers()

    def show_streamer(self, streamer_id: str) -> None:
        """Show one streamer's page."""
        if self._guide is not None:
            self._guide.show_streamer(streamer_id)

    def ask_page(self, streamer_id: str) -> None:
        """Ask whether to open a streamer's own page."""
        if self._guide is not None:
            self._guide.ask_page(streamer_id)

    def show_settings(self) -> None:
        """Show page Settings."""
        if self._guide is not None:
            self._guide.show_settings()

    def show_support(self) -> None:
        """Show page Support."""
        if self._guide is not None:
            self._guide.show_support()

    def show_privacy(self) -> None:
        """Show page Privacy."""
        if self._guide is not None:
            self._guide.show_privacy()

    def show_account(self) -> None:
        """Show page Account."""
        if self._guide is not None:
            self._guide.show_account()

    def show_policy(self, version: str = "") -> None:
        """Show one version of the privacy policy; "" for the one in force."""
        if self._guide is not None:
            self._guide.show_policy(version)

    def show_keys(self) -> None:
        """Show page Keys."""
        if self._guide is not None:
            self._guide.show_keys()

    def show_commands(self) -> None:
        """Show what can be done, to choose from."""
        if self._guide is not None:
            self._guide.show_commands()

    def may(self, command: Command) -> bool:
        """Tell whether a command may be given in this window."""
        return self._guide is not None and self._guide.desk.commands.may(command)

    def open_address(self, address: str) -> None:
        """Show where an `altrabits://` address leads, or say that it leads nowhere."""
        if self._guide is not None:
            self._guide.desk.addresses.open(address)

    def start_again(self) -> None:
        """Close as by a person, asking what is to be asked; the program starts again then."""
        self.is_starting_again = True
        self.close()

    def renew(self, language: str) -> None:
        """Speak another language: everything that shows words is made anew."""
        from altrabits_desktop.ui.shell.language import speak_in
        from altrabits_desktop.ui.shell.whereabouts import return_to, whereabouts_on

        page = self._pages.page
        was_at = whereabouts_on(page) if page is not None else None
        place = self._guide.place if self._guide is not None else Place.STREAMERS
        if self._guide is not None:
            self._guide.leave()
            self._guide = None
        speak_in(self._application, language)
        for part in (self._navigation, self._side):
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.setWindowTitle(translate("window", "AltraBits Desktop"))
        self._build()
        self._navigation.show()
        self._side.show()
        if self._kiosk is not None:
            self._kiosk.take_parts((self._navigation, self._side))
        self._fold()
        if self._services is not None:
            self._guide = self._make_guide(self._services)
            if place is not Place.STREAMERS:
                self._guide.show_place(place)
        page = self._pages.page
        if page is not None and was_at is not None:
            regions = (page, self._navigation)
            return_to(was_at, page, regions=regions, is_by_key=was_at.has_ring)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("window.width"), self._theme.px("window.height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._is_painted:
            self._is_painted = True
            # The pages are painted after this one, in the same turn of the loop.
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        if self._kiosk is not None:
            self._kiosk.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        # What has the focus comes first: a search field empties itself by the same key.
        if event.key() == Qt.Key.Key_Escape and self._guide is not None:
            self._guide.go_back()
        elif not self._scroll(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        from altrabits_desktop.ui.shell.tab_order import lead_on

        regions = [self._navigation, self._pages]
        if self._guide is not None:
            regions.append(self._guide.banners)
        return lead_on(self, regions, is_next=is_next)

    def closeEvent(self, event: QCloseEvent) -> None:
        is_again, self.is_starting_again = self.is_starting_again, False
        end = self.start_again if is_again else self.close
        if self._kiosk is not None and self._kiosk.is_covering:
            # Staff close it, after their PIN.
            event.ignore()
        elif self._drafts is not None and self._drafts.holds_back(end=end):
            event.ignore()
        else:
            super().closeEvent(event)
            self.is_starting_again = is_again
            self.closed.emit()

    def _follow(self, changes: Changes) -> None:
        from altrabits_desktop.runtime.changes import Topic

        if Topic.KIOSK in changes.topics:
            self._settle_kiosk()

    def _settle_kiosk(self) -> None:
        """Know the kiosk as soon as there is one."""
        kiosk = self._services.known_kiosk if self._services is not None else None
        if kiosk is None or self._services is None or self._has_kiosk:
            return
        if self._kiosk is not None or kiosk.report().is_covering:
            self._has_kiosk = True
            self._kiosk_shell().attach(self._services, kiosk)

    def _kiosk_shell(self) -> KioskShell:
        if self._kiosk is None:
            # Imported here: hardly any window is a kiosk.
            from altrabits_desktop.ui.shell.kiosk_shell import KioskShell

            self._kiosk = KioskShell(
                self._theme,
                application=self._application,
                window=self,
                parts=(self._navigation, self._side),
                renew=self.renew,
            )
        return self._kiosk

    def _scroll(self, event: QKeyEvent) -> bool:
        from altrabits_desktop.ui.shell.scrolling import scroll_by_press

        return scroll_by_press(self._pages.page, event)

    def _on_screen(self, size: WindowSize) -> QSize:
        return QSize(size.width_px, size.height_px).boundedTo(self.screen().availableSize())

    def _build(self, first: FirstLook | None = None) -> None:
        self._navigation = Navigation(self._theme, parent=self)
        self._navigation.show_place(Place.STREAMERS)
        if first is not None:
            self._navigation.person.await_person()
        self._side = QWidget(self)
        self._column = QVBoxLayout(self._side)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._pages = PageStack(self._theme)
        self._streamers = StreamersPage(self._theme, first=first)
        self._pages.show_page(self._streamers)
        self._column.addWidget(self._pages, 1)
        self._row.addWidget(self._navigation)
        self._row.addWidget(self._side, 1)
        # The keyboard begins nowhere, so that no ring stands in the first picture.
        self._side.setFocus()

    def _make_guide(self, services: Services) -> Guide:
        from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
        from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
        from altrabits_desktop.ui.shell.banners import BannerPlace
        from altrabits_desktop.ui.shell.draft_question import DraftQuestion
        from altrabits_desktop.ui.shell.guide import Guide

        # They hold what is being typed, and outlive their pages and a change of the language:
        # whoever signs out and goes on is signed out all the same.
        if self._account is None:
            self._account = AccountViewModel(services, parent=self)
        if self._support is None:
            self._support = SupportViewModel(services, parent=self)
        banners = BannerPlace(self._theme, parent=self._side)
        self._column.addWidget(banners)
        self._drafts = DraftQuestion(
            self._theme, application=self._application, model=self._support, place=banners
        )
        self._drafts.support_wanted.connect(self.show_support)
        guide = Guide(
            self._theme,
            services=services,
            account=self._account,
            support=self._support,
            navigation=self._navigation,
            pages=self._pages,
            banners=banners,
            streamers=self._streamers,
            window=self,
            allows=self._allows,
        )
        guide.set_narrow(is_narrow=self._is_narrow())
        guide.following.theme_chosen.connect(self._take_theme)
        guide.following.language_chosen.connect(self._take_language)
        guide.streamer_shown.connect(self.streamer_shown)
        guide.start_again_wanted.connect(self.start_again)
        while self._errors:
            guide.report(self._errors.pop(0))
        return guide

    def _allows(self, _command: Command) -> bool:
        """Tell whether a command may be given; the kiosk knows, its cover comes a moment later."""
        return self._services is None or self._services.takes_commands

    def _take_theme(self) -> None:
        if self._services is not None:
            self._theme.apply(self._application, self._services.settings.get().theme)

    def _take_language(self) -> None:
        if self._services is not None:
            self.renew(self._services.settings.get().language)

    def _is_narrow(self) -> bool:
        return self.width() < self._theme.px("page.narrow_below")

    def _fold(self) -> None:
        self._navigation.set_folded(self._is_narrow())
        if self._guide is not None:
            self._guide.set_narrow(is_narrow=self._is_narrow())
