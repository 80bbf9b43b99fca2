"""How the page of each place of the side bar is made, and where what is pressed there leads.

A page is owned from its making: Qt gives a page that changes its parent its first colours back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.shell.window_command import Shell
    from altrabits_desktop.ui.theme.theme import Theme


class PlacePages:
    """Makes them, each imported when it is wanted. Main thread only.

    Args:
        theme: the look in force.
        shell: shows what a page leads to.
        account: the account, and what is being typed there.
        support: support requests, the same.
        parent: owner of the pages.
    """

    def __init__(
        self,
        theme: Theme,
        shell: Shell,
        *,
        account: AccountViewModel,
        support: SupportViewModel,
        parent: QWidget,
    ) -> None:
        self._theme = theme
        self._shell = shell
        self._account = account
        self._support = support
        self._parent = parent

    def settings(self) -> QWidget:
        """Make page Settings."""
        from altrabits_desktop.ui.pages.settings.page import SettingsPage

        page = SettingsPage(self._theme, services=self._shell.services, parent=self._parent)
        page.keys_wanted.connect(self._shell.show_keys)
        page.start_again_wanted.connect(self._shell.start_again)
        return page

    def support(self) -> QWidget:
        """Make page Support."""
        from altrabits_desktop.ui.pages.support.page import SupportPage

        page = SupportPage(self._theme, model=self._support, parent=self._parent)
        page.privacy_wanted.connect(self._shell.show_privacy)
        page.account_wanted.connect(self._shell.show_account)
        return page

    def privacy(self) -> QWidget:
        """Make page Privacy."""
        from altrabits_desktop.ui.pages.privacy.page import PrivacyPage

        page = PrivacyPage(self._theme, services=self._shell.services, parent=self._parent)
        page.policy_wanted.connect(self._shell.show_policy)
        return page

    def account(self) -> QWidget:
        """Make page Account."""
        from altrabits_desktop.ui.pages.account.page import AccountPage

        page = AccountPage(self._theme, model=self._account, parent=self._parent)
        page.policy_wanted.connect(self._shell.ask_policy)
        page.stay_wanted.connect(self._shell.show_streamers)
        return page
