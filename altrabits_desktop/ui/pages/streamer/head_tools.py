"""The head of page Streamer: the way back, its name, whether it answers, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.keys import Command, with_key
from altrabits_desktop.ui.pages.streamer import profile
from altrabits_desktop.ui.pages.streamer.naming_model import NamingModel
from altrabits_desktop.ui.widgets.chip import Chip, ChipKind
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.icon_button import IconButton, IconLook
from altrabits_desktop.ui.widgets.page_head import PageHead
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.name_editor import NameEditor
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class HeadTools(QObject):
    """Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        parent: the page, and owner.
    """

    left = Signal()
    """The person goes back."""
    page_wanted = Signal()
    """The person wants to open the streamer's own page."""
    menu_wanted = Signal()
    """The menu is to open below `more`."""

    def __init__(self, theme: Theme, *, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = theme
        self._streamer: Streamer | None = None
        self._naming = NamingModel(services, parent=self)
        self._editor: NameEditor | None = None
        back = translate("streamer", "Back to the streamers")
        self.back = self._make_icon("chevron-left", "back.button", back)
        """The way back."""
        self.back.setToolTip(tool_tip(with_key(back, Command.BACK)))
        self.back.clicked.connect(self.left)
        self._presence = Chip(theme)
        self._own_page = PushButton(theme, _own_page_words(), icon="link-out")
        self._own_page.setToolTip(tool_tip(_own_page_words()))
        self._own_page.setObjectName("streamer.page.button")
        self._own_page.clicked.connect(self.page_wanted)
        self._rename = self._make_icon("rename", "rename.button", translate("streamer", "Rename"))
        self._rename.clicked.connect(self._begin_naming)
        self.more = self._make_icon(
            "more", "more.button", translate("streamer", "More", "what can be done with a streamer")
        )
        """What opens the menu."""
        self.more.clicked.connect(self.menu_wanted)
        self.head = PageHead(
            theme,
            title="",
            before=self.back,
            tools=(self._presence, self._own_page, self._rename, self.more),
        )
        """The widget itself."""
        self._naming.named.connect(self._end_naming)
        self._naming.changed.connect(self._show)

    def show_streamer(self, streamer: Streamer, *, has_page: bool) -> None:
        """Show how a streamer is; a name that is being typed stays as it is."""
        if self._streamer is not None and self._streamer.id != streamer.id:
            self._end_naming()
        self._streamer = streamer
        icon, word = profile.presence_word(streamer)
        self._presence.set_state(icon, word, ChipKind.NEUTRAL)
        self._presence.setVisible(profile.has_chip_in_head(streamer))
        self._own_page.setVisible(has_page)
        self.more.show()
        self._show()

    def fit(self, width_px: int) -> None:
        """Leave the line below the name its room on a page of this width."""
        is_worded = width_px >= self._look.px("page.tools_worded_from")
        self._own_page.set_words(_own_page_words() if is_worded else "")
        self._own_page.setAccessibleName(_own_page_words())

    def show_forgotten(self, name: str) -> None:
        """Show that a streamer is listed no more."""
        self._end_naming()
        self._streamer = None
        for tool in (self._presence, self._own_page, self._rename, self.more):
            tool.hide()
        self.head.set_words(
            title=name or translate("streamer", "Streamer"),
            line=translate("streamer", "No longer listed"),
        )

    def leave(self) -> bool:
        """Leave the name as it was; False where it is not being changed."""
        was_naming = self._is_naming
        self._end_naming()
        return was_naming

    @property
    def _is_naming(self) -> bool:
        return self._editor is not None and not self._editor.isHidden()

    def _show(self) -> None:
        streamer = self._streamer
        if streamer is None:
            return
        may_name = self._naming.may_name(streamer)
        if not may_name:
            self._end_naming()
        self._rename.setVisible(may_name and not self._is_naming)
        fault = self._naming.fault if self._is_naming else ""
        if self._editor is not None:
            self._editor.show_state(is_busy=self._naming.is_busy, is_wrong=bool(fault))
        self.head.set_words(
            title=streamer.name, line=fault or profile.head_line(streamer), is_fault=bool(fault)
        )

    def _begin_naming(self) -> None:
        streamer = self._streamer
        if streamer is None:
            return
        is_by_key = has_ring(self._rename)
        if self._editor is None:
            # Imported here: hardly any page is opened to name something.
            from altrabits_desktop.ui.pages.streamer.name_editor import NameEditor

            self._editor = NameEditor(self._look)
            self._editor.kept.connect(self._keep)
            self._editor.edited.connect(self._naming.forget_fault)
            self._editor.left.connect(self._end_naming)
        self._naming.forget_fault()
        self.head.show_instead(self._editor)
        self._editor.begin(streamer.name, reason_of(is_by_key=is_by_key))
        self._show()

    def _keep(self, name: str) -> None:
        if self._streamer is not None:
            self._naming.name(self._streamer, name)

    def _end_naming(self) -> None:
        editor = self._editor
        if editor is None or not self._is_naming:
            return
        focused: QWidget | None = self.head.window().focusWidget()
        is_here = focused is not None and editor.isAncestorOf(focused)
        self.head.show_instead(None)
        self._show()
        if is_here and self._rename.isVisible():
            # A key led there, or led on from there.
            self._rename.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_icon(self, icon: str, name: str, words: str) -> IconButton:
        button = IconButton(
            self._look,
            icon,
            name=words,
            look=IconLook.BOXED,
            size_px=self._look.px("button.normal"),
        )
        button.setObjectName(f"streamer.{name}")
        return button


def _own_page_words() -> str:
    return translate("streamer", "Open its page")
