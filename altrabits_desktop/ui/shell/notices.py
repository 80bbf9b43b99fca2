"""What the window says in its banners: demo, refused changes, settings, errors, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.runtime.refused_changes import refused_headline, refused_reason
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import left_to_right, listed, told_apart
from altrabits_desktop.ui.shell.banners import Slot
from altrabits_desktop.ui.shell.message_banner import MessageBanner, banner_button
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.ui.pages.streamer.undo import Undo
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.banners import BannerPlace
    from altrabits_desktop.ui.shell.operations_strip import OperationsStrip
    from altrabits_desktop.ui.shell.undo_offer import UndoOffer
    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.push_button import PushButton


class Notices(QObject):
    """Fills the banner place. Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        place: where banners stand.
        parent: owner.
    """

    privacy_wanted = Signal()
    """Page Privacy is wanted."""

    def __init__(
        self, theme: Theme, *, services: Services, place: BannerPlace, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._place = place
        self._strip: OperationsStrip | None = None
        self._asked: tuple[StreamerId, str] | None = None
        self._refused_key = ""
        self._came_from: QWidget | None = None
        self._had_ring = False
        self._undo: UndoOffer | None = None

    def begin(self) -> None:
        """Say what is so at the start."""
        self.show_demo()
        self.show_operations()
        self._show_settings_faults()

    def show_demo(self) -> None:
        """Say that demo streamers are running, or stop saying it."""
        if not self._services.finding.is_demo_on:
            self._place.clear(Slot.DEMO)
        elif self._place.banner(Slot.DEMO) is None:
            stop = banner_button(
                self._theme, translate("banner", "Stop the demo"), name="demo.banner.stop"
            )
            stop.clicked.connect(self._stop_demo)
            banner = MessageBanner(
                self._theme,
                icon="info",
                # True also where streamers of the house stand beside them.
                headline=translate(
                    "banner", "Streamers marked “Demo” exist on this computer alone."
                ),
                rest=translate("banner", "Nothing of them leaves it."),
                buttons=(stop,),
            )
            banner.setObjectName("demo.banner")
            self._place.show_banner(Slot.DEMO, banner)

    def show_operations(self) -> None:
        """Say what takes long and how far it is, or stop saying it."""
        operations = self._services.finding.operations
        strip = self._place.banner(Slot.OPERATIONS)
        if not operations.all:
            self._place.clear(Slot.OPERATIONS)
        elif strip is None:
            # Imported here: most windows never do what takes long.
            from altrabits_desktop.ui.shell.operations_strip import OperationsStrip

            self._strip = OperationsStrip(self._theme, operations)
            self._place.show_banner(Slot.OPERATIONS, self._strip)
        elif self._strip is not None:
            self._strip.show_all()

    def show_declined(self, *, is_shown: bool) -> None:
        """Say that the policy is declined and how that is changed, or stop saying it."""
        if not is_shown:
            self._place.clear(Slot.DECLINED)
        elif self._place.banner(Slot.DECLINED) is None:
            change = banner_button(
                self._theme, translate("banner", "See what it means"), name="policy.banner.open"
            )
            change.clicked.connect(self.privacy_wanted)
            banner = MessageBanner(
                self._theme,
                icon="lock",
                headline=translate("banner", "You declined the privacy policy."),
                rest=translate(
                    "banner",
                    "What needs an account is closed; finding, reading and the demo go on."
                    " You can change your mind at any time.",
                ),
                buttons=(change,),
            )
            banner.setObjectName("policy.banner")
            self._place.show_banner(Slot.DECLINED, banner)

    def show_refused(self) -> None:
        """Say the first change that the server would not have, until the person has seen it."""
        refused = self._services.belongings.refused_changes()
        key = refused[0].key if refused else ""
        if key == self._refused_key:
            return
        self._refused_key = key
        if not refused:
            self._place.clear(Slot.REFUSED)
            return
        headline = refused_headline(refused[0].kind, refused[0].name)
        close = self._close_button("refused.banner.close", headline)
        close.clicked.connect(self._forget_refused)
        banner = MessageBanner(
            self._theme,
            icon="warning",
            icon_role="warn",
            headline=headline,
            rest=refused_reason(refused[0].kind, refused[0].code),
            buttons=(close,),
        )
        banner.setObjectName("refused.banner")
        self._place.show_banner(Slot.REFUSED, banner)

    def report(self, error: AltraBitsError) -> None:
        """Say an error; a newer one takes its place."""
        headline = _sentence(error, report=self._services.home.report())
        close = self._close_button("error.banner.close", headline)
        close.clicked.connect(self._close_error)
        banner = MessageBanner(
            self._theme,
            icon="error",
            icon_role="bad",
            headline=headline,
            buttons=(close,),
        )
        banner.setObjectName("error.banner")
        self._place.show_banner(Slot.ERROR, banner)

    def tell(self, headline: str, rest: str) -> None:
        """Say what became of something, where an error would stand."""
        close = self._close_button("told.banner.close", headline)
        close.clicked.connect(self._close_error)
        banner = MessageBanner(
            self._theme, icon="info", headline=headline, rest=rest, buttons=(close,)
        )
        banner.setObjectName("told.banner")
        self._place.show_banner(Slot.ERROR, banner)

    def offer_undo(self, undo: Undo) -> None:
        """Say what was just done, and offer to take it back."""
        if self._undo is None:
            # Imported here: most windows never offer it.
            from altrabits_desktop.ui.shell.undo_offer import UndoOffer

            self._undo = UndoOffer(
                self._theme, services=self._services, place=self._place, parent=self
            )
        self._undo.offer(undo)

    def ask_page(self, streamer_id: StreamerId) -> None:
        """Ask whether to open a streamer's own page, showing the exact address."""
        address = self._services.finding.page_of(streamer_id)
        if address is None:
            self.report(AltraBitsError("page.none"))
            return
        if self._place.banner(Slot.QUESTION) is None:
            self._came_from = QApplication.focusWidget()
            self._had_ring = has_ring(self._came_from)
        self._asked = (streamer_id, address)
        stay = banner_button(
            self._theme, translate("banner", "Stay here"), name="streamer.page.stay"
        )
        stay.clicked.connect(self._stay)
        leave = banner_button(
            self._theme, translate("banner", "Open in browser"), name="streamer.page.open"
        )
        leave.clicked.connect(self._open_page)
        banner = MessageBanner(
            self._theme,
            icon="link-out",
            headline=translate("banner", "Open the streamer’s own page?"),
            rest=left_to_right(address),
            buttons=(leave, stay),
        )
        banner.setObjectName("streamer.page.question")
        self._place.show_banner(Slot.QUESTION, banner)
        # The answer that changes nothing has the focus, so that a second press opens nothing.
        stay.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> bool:
        """Take away the question, else the error; tells whether there was one."""
        if self._place.banner(Slot.QUESTION) is not None:
            self._stay()
            return True
        return self._place.clear(Slot.ERROR)

    def forget_question(self) -> None:
        """Take the question away without going back to where it came from."""
        self._asked = self._came_from = None
        self._place.clear(Slot.QUESTION)

    def _show_settings_faults(self) -> None:
        loaded, rest = self._services.settings.loaded, ""
        if loaded.fault is not None:
            headline = sentence_of(loaded.fault)
        elif loaded.set_aside is not None:
            headline = translate("banner", "The settings file could not be read.")
            rest = fill(
                translate("banner", "It was set aside as {file}, and the defaults hold."),
                file=left_to_right(loaded.set_aside.name),
            )
        elif loaded.ignored_keys:
            headline = translate("banner", "Some settings could not be used.")
            rest = fill(
                translate("banner", "The defaults hold for {settings}.", "names of settings"),
                settings=listed([setting_name(key) for key in loaded.ignored_keys]),
            )
        else:
            return
        close = self._close_button("settings.banner.close", headline)
        close.clicked.connect(self._close_settings)
        banner = MessageBanner(
            self._theme,
            icon="warning",
            icon_role="warn",
            headline=headline,
            rest=rest,
            buttons=(close,),
        )
        banner.setObjectName("settings.banner")
        self._place.show_banner(Slot.SETTINGS, banner)

    def _close_button(self, name: str, headline: str) -> PushButton:
        """Make a button whose spoken name says which of several banners it closes."""
        words = translate("banner", "Close")
        button = banner_button(self._theme, words, name=name)
        button.setAccessibleName(told_apart(words, headline))
        return button

    def _stop_demo(self) -> None:
        self._services.launcher.launch(self, self._services.finding.stop_demo())

    def _forget_refused(self) -> None:
        forgetting = self._services.belongings.forget_refused(self._refused_key)
        self._services.launcher.launch(self, forgetting)

    def _close_error(self) -> None:
        self._place.clear(Slot.ERROR)

    def _close_settings(self) -> None:
        self._place.clear(Slot.SETTINGS)

    def _stay(self) -> None:
        came_from = self._came_from
        self.forget_question()
        if came_from is not None and shiboken6.isValid(came_from) and came_from.isVisible():
            came_from.setFocus(reason_of(is_by_key=self._had_ring))

    def _open_page(self) -> None:
        asked = self._asked
        self._stay()
        if asked is None:
            return
        streamer_id, address = asked
        try:
            self._services.finding.open_page(streamer_id, shown_address=address)
        except AltraBitsError as error:
            self.report(error)


def setting_name(key: str) -> str:
    """Give what people call a setting, for a sentence; the key itself of an unknown one."""
    names = {
        "theme": translate("banner", "the theme", "a setting"),
        "language": translate("banner", "the language", "a setting"),
        "cards": translate("banner", "the network cards", "a setting"),
        "view": translate("banner", "the view of the streamers", "a setting"),
        "order": translate("banner", "the order of the streamers", "a setting"),
        "window": translate("banner", "the size of the window", "a setting"),
        "household": translate("banner", "the home that was joined", "a setting"),
        "volume_step": translate("banner", "the guard of the volume", "a setting"),
    }
    return names.get(key) or left_to_right(key)


def _sentence(error: AltraBitsError, *, report: HomeReport) -> str:
    """Give the sentence of an error; nothing is said to be safe where nothing waits."""
    if error.code == "server.away" and not report.waits:
        return translate("banner", "The server does not answer. Try again later.")
    return sentence_of(error)
