"""What is true for the whole window, as it changes: counts in the side bar, demo, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.runtime.changes import Changes, Topic

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.navigation import Navigation
    from altrabits_desktop.ui.shell.notices import Notices


class Following(QObject):
    """Follows the change feed until `leave`. Main thread only.

    Args:
        services: what the window was given.
        support: support requests.
        navigation: the side bar.
        notices: what the banners say.
        parent: owner.
    """

    theme_chosen = Signal()
    """The settings hold another theme than before."""
    language_chosen = Signal()
    """The settings hold another language than before."""

    def __init__(
        self,
        services: Services,
        *,
        support: SupportViewModel,
        navigation: Navigation,
        notices: Notices,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._support = support
        self._navigation = navigation
        self._notices = notices
        self._settings = services.settings.get()
        self._unsubscribe = services.feed.subscribe(self._follow)
        # A window that is destroyed without `leave` takes its parts along; the feed outlives them.
        self.destroyed.connect(self._unsubscribe)
        support.changed.connect(self._mark_support)
        self._count()
        self._mark_support()

    def leave(self) -> None:
        """Follow nothing any more."""
        self._unsubscribe()
        self._support.changed.disconnect(self._mark_support)

    def _follow(self, changes: Changes) -> None:
        if changes.has_new_set or Topic.FINDING in changes.topics:
            self._count()
        if Topic.DEMO in changes.topics:
            self._notices.show_demo()
        if Topic.SETTINGS in changes.topics:
            self._take_settings()
        if Topic.OPERATIONS in changes.topics:
            self._notices.show_operations()

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
