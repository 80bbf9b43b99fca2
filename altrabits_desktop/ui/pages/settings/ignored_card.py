"""The streamers that are ignored, each with the way to see it again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.changes import Topic
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.pages.privacy.lines import Line, LinesCard
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import Height, PushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.remarks import Remark
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.ui.noting import Remarking
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class IgnoredCard(LinesCard):
    """Hidden while none is ignored. Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        remarks: of these services.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        services: Services,
        remarks: Remarking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, heading=translate("settings", "Ignored streamers"), parent=parent)
        self._theme_of_lines = theme
        self._services = services
        self._remarks = remarks
        self._buttons: list[PushButton] = []
        self._shown: tuple[Remark, ...] | None = None
        self._fault = ""
        self.setObjectName("settings.ignored")
        self.destroyed.connect(services.feed.subscribe(self._follow))
        self._show()

    def _follow(self, changes: Changes) -> None:
        if changes.topics & (Topic.REMARKS | Topic.HOME):
            self._show()

    def _show(self) -> None:
        ignored = self._remarks.ignored
        self.say(self._fault or self._kept_sentence())
        if ignored != self._shown:
            focused = next((button for button in self._buttons if button.hasFocus()), None)
            is_by_key = focused is not None and has_ring(focused)
            self._shown, self._buttons = ignored, []
            self.show_lines([self._line(number, remark) for number, remark in enumerate(ignored)])
            if focused is not None and self._buttons:
                self._buttons[0].setFocus(reason_of(is_by_key=is_by_key))
        self.setVisible(bool(ignored))

    def _kept_sentence(self) -> str:
        if self._remarks.is_kept:
            return translate("settings", "They are not listed, until you sign out.")
        return translate("settings", "They are not listed, until the window is closed.")

    def _line(self, number: int, remark: Remark) -> Line:
        name = remark.name or remark.seen_as
        words = translate("settings", "Show again")
        again = PushButton(self._theme_of_lines, words, height=Height.SMALL)
        again.setObjectName(f"settings.ignored.show.{number}")
        again.setAccessibleName(told_apart(words, name))
        again.clicked.connect(partial(self._heed, remark.key))
        self._buttons.append(again)
        return Line(
            self._theme_of_lines,
            icon="streamers",
            name=name,
            note=remark.product,
            rest="",
            end=again,
        )

    def _heed(self, key: str) -> None:
        self._fault = ""
        self._services.launcher.launch(self, self._remarks.heed(key), on_error=self._fail)

    def _fail(self, error: AltraBitsError) -> None:
        self._fault = sentence_of(error)
        self._show()
