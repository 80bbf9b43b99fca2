"""Leads from page to page: places, the way back, keys, and what is true for the whole window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShortcut

from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.keys import Command, sequences
from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
from altrabits_desktop.ui.shell.navigation import Place
from altrabits_desktop.ui.shell.notices import Notices
from altrabits_desktop.ui.shell.standing import StandingDisplay
from altrabits_desktop.ui.shell.whereabouts import return_to, whereabouts_on
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.pages.streamer.own_card import OwnModels
    from altrabits_desktop.ui.pages.streamers.page import StreamersPage
    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.banners import BannerPlace
    from altrabits_desktop.ui.shell.navigation import Navigation
    from altrabits_desktop.ui.shell.page_stack import PageStack
    from altrabits_desktop.ui.shell.whereabouts import Whereabouts
    from altrabits_desktop.ui.theme.theme import Theme


class Guide(QObject):
    """Begins with page Streamers. Main thread only, with the loop running.

    Args:
        theme: the look in force.
        services: what the window was given.
        account: the account, and what is being typed there.
        support: support requests, the same.
        navigation: the side bar.
        pages: the pages, with page Streamers in it.
        banners: where banners stand.
        streamers: page Streamers.
        window: where keys are heard, and owner.
    """

    theme_chosen = Signal()
    """The settings hold another theme than before."""
    language_chosen = Signal()
    """The settings hold another language than before."""

    def __init__(
        self,
        theme: Theme,
        *,
        services: Services,
        account: AccountViewModel,
        support: SupportViewModel,
        navigation: Navigation,
        pages: PageStack,
        banners: BannerPlace,
        streamers: StreamersPage,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._services = services
        self._account = account
        self._support = support
        self._navigation = navigation
        self._pages = pages
        self._banners = banners
        self._streamers = streamers
        self._settings = services.settings.get()
        self._place = Place.STREAMERS
        self._came_from: QWidget | None = None
        self._under: Whereabouts | None = None
        self._on_privacy: Whereabouts | None = None
        self._own: OwnModels | None = None
        self._open_again: Callable[..., None] = self._open_streamers
        self._notices = Notices(theme, services=services, place=banners, parent=self)
        self._notices.privacy_wanted.connect(self.show_privacy)
        self._unsubscribe = services.feed.subscribe(self._follow)
        # A window that is destroyed without `leave` takes its parts along; the feed outlives them.
        self.destroyed.connect(self._unsubscribe)
        navigation.place_chosen.connect(self._go_to)
        streamers.streamer_chosen.connect(self.show_streamer)
        streamers.page_wanted.connect(self.ask_page)
        streamers.attach(services, StreamersViewModel(services, parent=self))
        self._keys = self._make_keys(window)
        self._notices.begin()
        support.changed.connect(self._mark_support)
        self._show_counts()
        self._standing = StandingDisplay(
            theme,
            services=services,
            navigation=navigation,
            notices=self._notices,
            window=window,
            parent=self,
        )

    @property
    def place(self) -> Place:
        """Which place of the side bar is open."""
        return self._place

    @property
    def banners(self) -> BannerPlace:
        """Where the banners stand."""
        return self._banners

    @property
    def notices(self) -> Notices:
        """What the banners say."""
        return self._notices

    def leave(self) -> None:
        """Hear nothing any more; the parts belong to whoever made them."""
        self._unsubscribe()
        self._support.changed.disconnect(self._mark_support)
        self._standing.leave()
        for key in self._keys:
            key.setEnabled(False)
            key.deleteLater()
        self.deleteLater()

    def report(self, error: AltraBitsError) -> None:
        """Say an error in a banner."""
        self._notices.report(error)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Stand closer in a narrow window."""
        self._banners.set_narrow(is_narrow=is_narrow)

    def show_streamers(self) -> None:
        """Show page Streamers, and give the focus back to where it was."""
        self._open_streamers(is_by_key=self._has_ring())

    def show_streamer(self, streamer_id: str) -> None:
        """Show one streamer's page."""
        self._open_streamer(streamer_id, is_by_key=self._has_ring())

    def ask_page(self, streamer_id: str) -> None:
        """Ask whether to open a streamer's own page."""
        self._notices.ask_page(StreamerId(streamer_id))

    def show_settings(self) -> None:
        """Show page Settings."""
        self._open_settings()

    def show_support(self) -> None:
        """Show page Support."""
        self._open_support()

    def show_privacy(self) -> None:
        """Show page Privacy."""
        self._open_privacy(is_by_key=self._has_ring())

    def show_account(self) -> None:
        """Show page Account."""
        self._open_account(is_by_key=self._has_ring())

    def show_policy(self, version: str = "") -> None:
        """Show one version of the privacy policy; "" for the one in force."""
        self._open_policy(version, is_by_key=self._has_ring())

    def show_keys(self) -> None:
        """Show page Keys over whatever is open."""
        self._open_keys(is_by_key=self._has_ring())

    def go_back(self) -> None:
        """Take away what is in front: a question, an error, else the page over another one."""
        if self._notices.dismiss() or self._pages.page is self._streamers:
            return
        # Only keys lead here.
        if self._is_open("keys"):
            self._uncover(is_by_key=True)
        elif self._is_open("policy.page"):
            self._leave_policy(is_by_key=True)
        else:
            self._open_streamers(is_by_key=True)

    def _open_streamers(self, *, is_by_key: bool) -> None:
        self._open_again = self._open_streamers
        self._show(self._streamers, Place.STREAMERS)
        came_from, self._came_from = self._came_from, None
        if came_from is None or not shiboken6.isValid(came_from) or came_from.isHidden():
            return
        is_lost = self._streamers.hasFocus()
        if self._streamers.isAncestorOf(came_from) or (
            is_lost and self._navigation.isAncestorOf(came_from)
        ):
            came_from.setFocus(reason_of(is_by_key=is_by_key))

    def _open_streamer(self, streamer_id: str, *, is_by_key: bool) -> None:
        from altrabits_desktop.ui.pages.streamer.own_card import own_models
        from altrabits_desktop.ui.pages.streamer.page import StreamerPage

        self._own = self._own or own_models(self._services, parent=self)
        page = StreamerPage(
            self._theme,
            services=self._services,
            streamer_id=StreamerId(streamer_id),
            own=self._own,
            parent=self._pages,
        )
        page.left.connect(self.show_streamers)
        page.page_wanted.connect(self.ask_page)
        page.privacy_wanted.connect(self.show_privacy)
        page.account_wanted.connect(self.show_account)
        self._open_again = partial(self._open_streamer, streamer_id)
        self._show(page, Place.STREAMERS)
        page.take_focus(is_by_key=is_by_key)

    def _open_settings(self, **_how: bool) -> None:
        # The focus stays in the side bar, whatever led here.
        if not self._is_open("settings"):
            from altrabits_desktop.ui.pages.settings.page import SettingsPage

            # Owned from its making: Qt gives a page that changes its parent its first colours back.
            page = SettingsPage(self._theme, services=self._services, parent=self._pages)
            page.keys_wanted.connect(self.show_keys)
            self._open_again = self._open_settings
            self._show(page, Place.SETTINGS)

    def _open_support(self, **_how: bool) -> None:
        if not self._is_open("support"):
            from altrabits_desktop.ui.pages.support.page import SupportPage

            page = SupportPage(self._theme, model=self._support, parent=self._pages)
            page.privacy_wanted.connect(self.show_privacy)
            page.account_wanted.connect(self.show_account)
            self._open_again = self._open_support
            self._show(page, Place.SUPPORT)

    def _open_privacy(self, **_how: bool) -> None:
        if not self._is_open("privacy"):
            from altrabits_desktop.ui.pages.privacy.page import PrivacyPage

            page = PrivacyPage(self._theme, services=self._services, parent=self._pages)
            page.policy_wanted.connect(self.show_policy)
            self._open_again = self._open_privacy
            self._show(page, Place.PRIVACY)

    def _open_account(self, **_how: bool) -> None:
        if not self._is_open("account"):
            from altrabits_desktop.ui.pages.account.page import AccountPage

            page = AccountPage(self._theme, model=self._account, parent=self._pages)
            page.policy_wanted.connect(self._standing.ask_policy)
            page.stay_wanted.connect(self.show_streamers)
            self._open_again = self._open_account
            self._show(page, Place.ACCOUNT)

    def _open_policy(self, version: str, *, is_by_key: bool) -> None:
        from altrabits_desktop.ui.pages.policy.page import PolicyPage

        page = PolicyPage(self._theme, services=self._services, version=version, parent=self._pages)
        page.left.connect(self._leave_policy_page)
        self._open_again = partial(self._open_policy, version)
        if self._pages.page is not None and self._is_open("privacy"):
            self._on_privacy = whereabouts_on(self._pages.page)
        self._show(page, Place.PRIVACY)
        page.take_focus(is_by_key=is_by_key)

    def _leave_policy_page(self) -> None:
        self._leave_policy(is_by_key=self._has_ring())

    def _leave_policy(self, *, is_by_key: bool) -> None:
        self._open_privacy()
        page, was_at = self._pages.page, self._on_privacy
        if page is not None and was_at is not None:
            return_to(was_at, page, regions=(page, self._navigation), is_by_key=is_by_key)

    def _open_keys(self, *, is_by_key: bool) -> None:
        if not self._is_open("keys"):
            from altrabits_desktop.ui.pages.keys.page import KeysPage

            page = KeysPage(self._theme, parent=self._pages)
            page.left.connect(self._leave_keys)
            if self._pages.page is not None:
                self._under = whereabouts_on(self._pages.page)
            self._show(page, self._place)
            page.take_focus(is_by_key=is_by_key)

    def _leave_keys(self) -> None:
        self._uncover(is_by_key=self._has_ring())

    def _uncover(self, *, is_by_key: bool) -> None:
        self._open_again(is_by_key=is_by_key)
        page, under = self._pages.page, self._under
        if page is not None and page is not self._streamers and under is not None:
            regions = (page, self._navigation)
            return_to(under, page, regions=regions, is_by_key=is_by_key)

    def _hear_show_keys(self) -> None:
        self._open_keys(is_by_key=True)

    def _has_ring(self) -> bool:
        return has_ring(self._navigation.window().focusWidget())

    def _show(self, page: QWidget, place: Place) -> None:
        former = self._pages.page
        if former is self._streamers:
            self._came_from = self._navigation.window().focusWidget()
        self._notices.forget_question()
        self._pages.show_page(page)
        self._place = place
        self._navigation.show_place(place)
        self._standing.set_place(place)
        if former is not None and former is not page and former is not self._streamers:
            self._pages.remove_page(former)

    def _is_open(self, name: str) -> bool:
        page = self._pages.page
        return page is not None and page.objectName() == name

    def _go_to(self, place: Place) -> None:
        match place:
            case Place.SETTINGS:
                self.show_settings()
            case Place.PRIVACY:
                self.show_privacy()
            case Place.ACCOUNT:
                self.show_account()
            case Place.SUPPORT:
                self.show_support()
            case Place.STREAMERS:
                self.show_streamers()

    def _follow(self, changes: Changes) -> None:
        if changes.has_new_set or Topic.FINDING in changes.topics:
            self._count()
        if Topic.DEMO in changes.topics:
            self._notices.show_demo()
        if Topic.SETTINGS in changes.topics:
            self._take_settings()

    def _show_counts(self) -> None:
        self._count()
        self._mark_support()

    def _count(self) -> None:
        count = len(self._services.directory.streamers())
        # Before the first round is over, none heard does not mean that there are none.
        is_known = bool(count) or not self._services.finding.report().is_looking
        self._navigation.set_count(count if is_known else None)

    def _mark_support(self) -> None:
        self._navigation.set_answers(self._support.unread)

    def _take_settings(self) -> None:
        before, self._settings = self._settings, self._services.settings.get()
        if before.theme is not self._settings.theme:
            self.theme_chosen.emit()
        if before.language != self._settings.language:
            self.language_chosen.emit()

    def _make_keys(self, window: QWidget) -> tuple[QShortcut, ...]:
        table: tuple[tuple[Command, Callable[[], object]], ...] = (
            (Command.BACK, self.go_back),
            (Command.SEARCH, self._search),
            (Command.FIND_AGAIN, self._find_again),
            (Command.SHOW_KEYS, self._hear_show_keys),
            (Command.CLOSE, window.close),
            (Command.QUIT, window.close),
        )
        keys = []
        for command, action in table:
            key = QShortcut(window)
            key.setKeys(sequences(command))
            key.activated.connect(action)
            # Where two of its own keys mean the same press.
            key.activatedAmbiguously.connect(action)
            keys.append(key)
        return tuple(keys)

    def _search(self) -> None:
        if self._is_open("policy.page"):
            from altrabits_desktop.ui.pages.policy.page import PolicyPage

            page = self._pages.page
            if isinstance(page, PolicyPage):
                page.focus_search()
            return
        self.show_streamers()
        self._streamers.focus_search()

    def _find_again(self) -> None:
        self.show_streamers()
        self._streamers.find_again()
