"""How the person stands, wherever the window says it: side bar, banner, dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import left_to_right
from altrabits_desktop.ui.shell.asking import PolicyAsker
from altrabits_desktop.ui.shell.navigation import Place
from altrabits_desktop.ui.shell.server_line import server_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.navigation import Navigation
    from altrabits_desktop.ui.shell.notices import Notices
    from altrabits_desktop.ui.theme.theme import Theme


class StandingDisplay(QObject):
    """Follows the server's report. Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        navigation: the side bar, with who is here and how the server stands.
        notices: what the banners say.
        window: what the dialog stands before.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        services: Services,
        navigation: Navigation,
        notices: Notices,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._navigation = navigation
        self._notices = notices
        self._place = Place.STREAMERS
        self._asker = PolicyAsker(theme, services=services, window=window, parent=self)
        self._unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(self._unsubscribe)
        self._show()

    def leave(self) -> None:
        """Follow nothing any more."""
        self._unsubscribe()
        self._asker.leave()

    def ask_policy(self) -> None:
        """Open the dialog about the policy, because the person wants it."""
        self._asker.ask()

    def set_place(self, place: Place) -> None:
        """Say nothing twice: page Privacy has the banner's words, page Account those and the way.

        Page Account leads to the dialog itself, where a form may be half typed.
        """
        self._place = place
        self._show_banner()
        self._asker.set_quiet(is_quiet=place is Place.ACCOUNT)

    def _follow(self, changes: Changes) -> None:
        if Topic.HOME in changes.topics:
            self._show()
        if changes.topics & (Topic.DEMO | Topic.KIOSK):
            self._asker.look()

    def _show(self) -> None:
        report = self._services.home.report()
        if report.is_known:
            # Until then the side bar goes on saying what it said first.
            name, note, meaning, icon = person_words(report)
            self._navigation.person.show_person(name=name, note=note, meaning=meaning, icon=icon)
        self._navigation.show_server(server_words(report))
        self._notices.show_refused()
        self._show_banner()
        self._asker.look()

    def _show_banner(self) -> None:
        report = self._services.home.report()
        says_page = self._place is Place.PRIVACY or (
            self._place is Place.ACCOUNT and bool(report.email)
        )
        is_declined = report.standing is Standing.DECLINED
        self._notices.show_declined(is_shown=is_declined and not says_page)


def person_words(report: HomeReport) -> tuple[str, str, str, str]:
    """Give name, note, meaning and icon of who is here. Pure but for the language.

    A server elsewhere is named, so that nobody takes it for the one of this computer.
    """
    name, note, meaning, icon = _person_words(report)
    if not report.elsewhere:
        return name, note, meaning, icon
    server = left_to_right(plain_text(report.elsewhere))
    words = translate("navigation", "{meaning} The server is {server}.", "not on this computer")
    # There is room for one of them: for what is wrong, where something is.
    is_well = report.standing in {Standing.SIGNED_IN, Standing.ANONYMOUS}
    return name, server if is_well else note, fill(words, meaning=meaning, server=server), icon


def _person_words(report: HomeReport) -> tuple[str, str, str, str]:
    name = report.email or translate("navigation", "Anonymous")
    match report.standing:
        case Standing.SIGNED_IN:
            note = translate("navigation", "Signed in")
            meaning = translate("navigation", "You are signed in, and the policy is accepted.")
            return name, note, meaning, "account"
        case Standing.LIMITED:
            note = translate("navigation", "Limited", "signed in, undecided about the policy")
            meaning = translate(
                "navigation",
                "You are signed in. What needs a yes to the privacy policy waits for your"
                " decision.",
            )
            return name, note, meaning, "account"
        case Standing.DECLINED:
            note = translate("navigation", "Policy declined")
            meaning = translate(
                "navigation",
                "The privacy policy is declined. You can change your mind on page Privacy.",
            )
            return name, note, meaning, "lock"
        case Standing.ANONYMOUS:
            note, meaning = _kept_without_account(report)
            return name, note, meaning, "eye-off"


def _kept_without_account(report: HomeReport) -> tuple[str, str]:
    """Give note and meaning of what this computer keeps while nobody is signed in."""
    has_database = report.server in {ServerState.REACHED, ServerState.AWAY}
    if has_database and not report.elsewhere:
        return translate("navigation", "Not signed in"), translate(
            "navigation",
            "Nobody is signed in. What the accounts of this computer keep stays until they are"
            " deleted.",
        )
    if report.has_account_data:
        return translate("navigation", "Not signed in"), translate(
            "navigation",
            "Nobody is signed in. What this computer keeps of the last account stays until the next"
            " sign-in; signing out after that removes it.",
        )
    if report.decision is not None:
        return translate("navigation", "Your yes is kept"), translate(
            "navigation",
            "Your yes to the privacy policy is kept, and nothing else about you or your streamers.",
        )
    return translate("navigation", "Nothing is kept", "nothing about the person"), translate(
        "navigation",
        "Nothing about you or your streamers is kept; only your choices and a log without names.",
    )
