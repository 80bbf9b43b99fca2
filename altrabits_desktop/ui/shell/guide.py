"""Leads from page to page: places, the way back, and what the commands of the window do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
from altrabits_desktop.ui.shell.command_desk import CommandDesk
from altrabits_desktop.ui.shell.commands import everything
from altrabits_desktop.ui.shell.first_visit import FirstVisit
from altrabits_desktop.ui.shell.following import Following
from altrabits_desktop.ui.shell.group_calls import GroupCalls
from altrabits_desktop.ui.shell.navigation import Place
from altrabits_desktop.ui.shell.notices import Notices
from altrabits_desktop.ui.shell.place_pages import PlacePages
from altrabits_desktop.ui.shell.standing import StandingDisplay
from altrabits_desktop.ui.shell.whereabouts import return_to, whereabouts_on
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.ui.keys import Command
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
        allows: whether a command may be given in this window; asked anew each time.
    """

    streamer_shown = Signal(str)
    """The page of a streamer was opened; its id."""
    start_again_wanted = Signal()

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
        allows: Callable[[Command], bool] = everything,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._services = services
        self._support = support
        self._navigation = navigation
        self._pages = pages
        self.banners = banners
        """Where the banners stand."""
        self._streamers = streamers
        self._window = window
        self._place = Place.STREAMERS
        self._came_from: QWidget | None = None
        self._under: Whereabouts | None = None
        self._on_privacy: Whereabouts | None = None
        self._own: OwnModels | None = None
        self._open_again: Callable[..., None] = self._open_streamers
        self._notices = Notices(theme, services=services, place=banners, parent=self)
        self._notices.privacy_wanted.connect(self.show_privacy)
        self.groups = GroupCalls(self, streamers=streamers, tell=self._notices.tell, parent=self)
        """What is told several streamers at once."""
        self._made = PlacePages(theme, self, account=account, support=support, parent=pages)
        self._first_visit = FirstVisit(parent=self)
        self._hear()
        streamers.attach(services, StreamersViewModel(services, parent=self))
        self.desk = CommandDesk(
            theme, services=services, shell=self, window=window, report=self.report, allows=allows
        )
        """Everything by which the window is told something."""
        if self.desk.tray is not None:
            self.streamer_shown.connect(self.desk.tray.choose)
        self._notices.begin()
        self.following = self._follow()
        """Tells of another theme, and of another language."""
        self._standing = self._stand()

    @property
    def services(self) -> Services:
        """What the window was given."""
        return self._services

    @property
    def place(self) -> Place:
        """Which place of the side bar is open."""
        return self._place

    def leave(self) -> None:
        """Hear nothing any more; the parts belong to whoever made them."""
        self.following.leave()
        self._standing.leave()
        self.desk.leave()
        self.deleteLater()

    def report(self, error: AltraBitsError) -> None:
        """Say an error in a banner."""
        self._notices.report(error)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Stand closer in a narrow window."""
        self.banners.set_narrow(is_narrow=is_narrow)

    def show_place(self, place: Place) -> None:
        """Show the page that a place of the side bar leads to."""
        ways = {
            Place.STREAMERS: self.show_streamers,
            Place.SUPPORT: self.show_support,
            Place.PRIVACY: self.show_privacy,
            Place.ACCOUNT: self.show_account,
            Place.SETTINGS: self.show_settings,
        }
        ways[place]()

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

    def show_keys(self, *, is_by_key: bool = False) -> None:
        """Show page Keys over whatever is open."""
        self._open_keys(is_by_key=is_by_key or self._has_ring())

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

    def show_commands(self) -> None:
        """Show what can be done, to choose from."""
        self.desk.picker.open()

    def leave_commands(self) -> bool:
        """Take that away; tells whether it was there."""
        return self.desk.picker.close()

    def start_again(self) -> None:
        """Start the program anew."""
        self.start_again_wanted.emit()

    def search(self) -> None:
        """Lead to the search of the open text, else to the one of the streamers."""
        if self._is_open("policy.page"):
            from altrabits_desktop.ui.pages.policy.page import PolicyPage

            page = self._pages.page
            if isinstance(page, PolicyPage):
                page.focus_search()
            return
        self.show_streamers()
        self._streamers.focus_search()

    def find_again(self) -> None:
        """Ask the network again, and show page Streamers."""
        self.show_streamers()
        self._streamers.find_again()

    def launch(self, work: Coroutine[object, object, object]) -> None:
        """Start something; its error is said in a banner."""
        self._services.launcher.launch(self, work)

    def lead_to(self, streamer_id: StreamerId, part: str) -> None:
        """Show one streamer's page, with the keyboard on a part of it, such as "volume"."""
        from altrabits_desktop.ui.pages.streamer.page import StreamerPage

        self._open_streamer(streamer_id, is_by_key=True)
        if isinstance(self._pages.page, StreamerPage):
            self._pages.page.lead_to(part)

    def write_request(self) -> None:
        """Show page Support with a new request."""
        from altrabits_desktop.ui.pages.support.page import SupportPage

        self.show_support()
        if isinstance(self._pages.page, SupportPage):
            self._pages.page.write()

    def ask_policy(self) -> None:
        """Ask about the privacy policy."""
        self._standing.ask_policy()

    def close_window(self) -> None:
        """Close the window."""
        self._window.close()

    def _hear(self) -> None:
        self._navigation.place_chosen.connect(self._visit_place)
        self._streamers.streamer_chosen.connect(self._visit_streamer)
        self._streamers.page_wanted.connect(self.ask_page)
        self._streamers.settings_wanted.connect(self.show_settings)

    def _visit_place(self, place: Place) -> None:
        self._first_visit.lead(place.value, partial(self.show_place, place))

    def _visit_streamer(self, streamer_id: str) -> None:
        self._first_visit.lead("streamer", partial(self.show_streamer, streamer_id))

    def _stand(self) -> StandingDisplay:
        return StandingDisplay(
            self._theme,
            services=self._services,
            navigation=self._navigation,
            notices=self._notices,
            window=self._window,
            parent=self,
        )

    def _follow(self) -> Following:
        return Following(
            self._services,
            support=self._support,
            navigation=self._navigation,
            notices=self._notices,
            parent=self,
        )

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

        self.streamer_shown.emit(streamer_id)
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
        page.undo_offered.connect(self._notices.offer_undo)
        page.saved_wanted.connect(self.groups.bring_back)
        self._open_again = partial(self._open_streamer, streamer_id)
        self._show(page, Place.STREAMERS)
        page.take_focus(is_by_key=is_by_key)

    def _open_settings(self, **_how: bool) -> None:
        # The focus stays in the side bar, whatever led here.
        self._open_place("settings", Place.SETTINGS, self._made.settings, self._open_settings)

    def _open_support(self, **_how: bool) -> None:
        self._open_place("support", Place.SUPPORT, self._made.support, self._open_support)

    def _open_privacy(self, **_how: bool) -> None:
        self._open_place("privacy", Place.PRIVACY, self._made.privacy, self._open_privacy)

    def _open_account(self, **_how: bool) -> None:
        self._open_place("account", Place.ACCOUNT, self._made.account, self._open_account)

    def _open_place(
        self, name: str, place: Place, make: Callable[[], QWidget], again: Callable[..., None]
    ) -> None:
        if not self._is_open(name):
            page = make()
            self._open_again = again
            self._show(page, place)

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
            from altrabits_desktop.ui.shell.key_lines import lines_of

            page = KeysPage(self._theme, groups=lines_of(self.desk.commands), parent=self._pages)
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
            return_to(under, page, regions=(page, self._navigation), is_by_key=is_by_key)

    def _has_ring(self) -> bool:
        return has_ring(self._navigation.window().focusWidget())

    def _show(self, page: QWidget, place: Place) -> None:
        self._first_visit.give_up()
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
