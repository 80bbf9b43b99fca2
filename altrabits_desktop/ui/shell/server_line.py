"""How things stand with the server, at the foot of the side bar: an icon and a few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import clock_time
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.sync_state import SyncReport
    from altrabits_desktop.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class ServerWords:
    """What the line shows."""

    icon: str
    words: str
    meaning: str
    """The same in a sentence, for the tool tip and read aloud."""
    role: str = "text.2"


class ServerLine(QWidget):
    """Told, not pressed; folded it is the icon alone, with the words in its tool tip as well.

    Args:
        theme: the look in force.
        is_folded: whether it begins as an icon alone.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, is_folded: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_folded = is_folded
        self._mark = IconMark(theme, "check", parent=self)
        self._words = ElidedLabel(theme, role="text.2", parent=self)
        self._words.setVisible(not is_folded)
        self.setObjectName("navigation.server")

    def show_words(self, words: ServerWords) -> None:
        """Show how it stands."""
        self._mark.set_icon(words.icon, role=words.role)
        self._words.set_text(words.words)
        self._words.set_role(words.role)
        self.setAccessibleName(words.words)
        self.setAccessibleDescription(words.meaning)
        self._show_tip()

    def set_folded(self, is_folded: bool) -> None:
        """Show the icon alone, or everything."""
        self._is_folded = is_folded
        self._words.setVisible(not is_folded)
        self._show_tip()
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _show_tip(self) -> None:
        meaning = self.accessibleDescription()
        whole = f"{self.accessibleName()}\n{meaning}" if self._is_folded else meaning
        self.setToolTip(tool_tip(whole))

    def _settle(self) -> None:
        theme = self._theme
        size, line = theme.px("icon.chip"), theme.line_px("text")
        # Its middle stands below those of the places' icons, which are larger.
        edge = theme.px("place.padding") + (theme.px("icon.place") - size) // 2
        if self._is_folded:
            edge = (self.width() - size) // 2
        start = edge + size + theme.px("place.gap")
        wide = max(0, self.width() - start)
        is_mirrored = self.isRightToLeft()
        left = self.width() - edge - size if is_mirrored else edge
        self._mark.setGeometry(left, (self.height() - size) // 2, size, size)
        self._words.setGeometry(
            0 if is_mirrored else start, (self.height() - line) // 2, wide, line
        )


def server_words(report: HomeReport) -> ServerWords:
    """Give what is true of the server now. Pure but for the language."""
    if report.server is ServerState.STARTING:
        return _starting(report)
    if report.standing is Standing.DECLINED and report.email:
        # Whether the server answers changes nothing then.
        return _stopped(report)
    if ServerState.AWAY is report.server or report.sync.state is SyncState.AWAY:
        return _away(report)
    if report.server is ServerState.RESTING:
        return ServerWords(
            "standby",
            translate("navigation", "Server resting"),
            translate(
                "navigation",
                "Nothing has needed the server so far. It starts by itself when something does.",
            ),
        )
    return _by_standing(report)


def _starting(report: HomeReport) -> ServerWords:
    if report.elsewhere:
        return ServerWords(
            "waiting",
            translate("navigation", "Asking the server"),
            translate("navigation", "Whether the server answers is known in a moment."),
        )
    return ServerWords(
        "waiting",
        translate("navigation", "Server starting"),
        translate("navigation", "The server of this computer is being started."),
    )


def _away(report: HomeReport) -> ServerWords:
    words = translate("navigation", "Server away")
    if report.waits:
        words = translate("navigation", "Server away, %n waiting", "changes to send", report.waits)
    meaning = translate(
        "navigation", "Nothing can be sent now. What you do is kept, and sent once it can be."
    )
    if report.sync.state is SyncState.AWAY:
        meaning = _with_time(meaning, report.sync)
    return ServerWords("offline", words, meaning, role="warn")


def _by_standing(report: HomeReport) -> ServerWords:
    match report.standing:
        case Standing.ANONYMOUS:
            return ServerWords(
                "check",
                translate("navigation", "Server ready"),
                translate(
                    "navigation",
                    "The server answers. While nobody is signed in, nothing is kept there.",
                ),
            )
        case Standing.DECLINED:
            return _stopped(report)
        case Standing.LIMITED:
            return _due(report)
        case Standing.SIGNED_IN:
            return _in_step(report)


def _stopped(report: HomeReport) -> ServerWords:
    words = translate("navigation", "Sending stopped")
    meaning = translate("navigation", "Nothing is sent, since the privacy policy is declined.")
    if report.waits:
        words = translate("navigation", "Stopped, %n waiting", "changes to send", report.waits)
        follows = translate(
            "navigation", "What waits is kept, and sent once you accept the policy on page Privacy."
        )
        meaning = f"{meaning} {follows}"
    return ServerWords("stop", words, meaning)


def _due(report: HomeReport) -> ServerWords:
    words = translate("navigation", "Sending waits")
    if report.waits:
        words = translate("navigation", "%n waiting", "changes to send", report.waits)
    return ServerWords(
        "clock",
        words,
        translate("navigation", "Nothing is sent before you decide about the privacy policy."),
    )


def _in_step(report: HomeReport) -> ServerWords:
    match report.sync.state:
        case SyncState.IN_STEP if not report.waits:
            meaning = translate("navigation", "Everything is sent, and what is new is here.")
            words = translate("navigation", "All up to date")
            return ServerWords("check", words, _with_time(meaning, report.sync))
        case SyncState.DUE:
            return ServerWords(
                "clock",
                translate("navigation", "Sending waits"),
                translate(
                    "navigation", "A sign-in or a decision about the privacy policy comes first."
                ),
            )
        case _ if report.waits:
            return ServerWords(
                "sync",
                translate("navigation", "Sending %n change(s)", "to the server", report.waits),
                translate("navigation", "What you did is safe here, and on its way."),
            )
        case _:
            return ServerWords(
                "sync",
                translate("navigation", "Fetching what is new"),
                translate("navigation", "What is new on the server is being fetched."),
            )


def _with_time(meaning: str, sync: SyncReport) -> str:
    if sync.since is None:
        return meaning
    words = translate("navigation", "{meaning} Since {time}.", "how it stands, and since when")
    return fill(words, meaning=meaning, time=clock_time(sync.since))
