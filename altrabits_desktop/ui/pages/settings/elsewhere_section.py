"""The person's streamers that were heard in other networks only, and whether they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.settings.section import Section
from altrabits_desktop.ui.widgets.push_button import Height, PushButton

if TYPE_CHECKING:
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class ElsewhereSection(Section):
    """There only while there are such streamers.

    Args:
        theme: the look in force.
        services: what the window was given.
    """

    def __init__(self, theme: Theme, services: Services) -> None:
        self._services = services
        self._button = PushButton(theme, "", height=Height.SMALL)
        self._button.setObjectName("settings.elsewhere")
        super().__init__(
            theme,
            heading=translate("settings", "Streamers in other networks"),
            sentence=translate(
                "settings",
                "Some of your streamers were heard in other networks only. They are not listed in"
                " this one, unless you want them to be until the window is closed.",
            ),
            content=self._button,
            first_px=theme.px("target.least"),
        )
        self._button.clicked.connect(self._turn)
        self.destroyed.connect(services.feed.subscribe(self._follow))
        self._show()

    def _turn(self) -> None:
        finding = self._services.finding
        finding.show_elsewhere(is_shown=not finding.memory.is_elsewhere_shown)
        self._show()

    def _follow(self, changes: Changes) -> None:
        if changes.topics & (Topic.FINDING | Topic.HOME):
            self._show()

    def _show(self) -> None:
        memory = self._services.finding.memory
        self._button.set_words(
            translate("settings", "Hide them")
            if memory.is_elsewhere_shown
            else translate("settings", "List them here")
        )
        self.setVisible(bool(memory.count_elsewhere()))
