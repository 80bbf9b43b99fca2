"""Page Settings: theme, language and network cards; each choice holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import nearest_spoken, translate
from altrabits_desktop.ui.formatting import left_to_right
from altrabits_desktop.ui.pages.settings.about import (
    make_about_section,
    make_keys_section,
    make_server_section,
)
from altrabits_desktop.ui.pages.settings.cards_choice import CardsChoice
from altrabits_desktop.ui.pages.settings.elsewhere_section import ElsewhereSection
from altrabits_desktop.ui.pages.settings.household_model import HouseholdModel
from altrabits_desktop.ui.pages.settings.household_pane import make_household_section
from altrabits_desktop.ui.pages.settings.ignored_card import IgnoredCard
from altrabits_desktop.ui.pages.settings.kiosk_card import make_kiosk_section
from altrabits_desktop.ui.pages.settings.section import Section
from altrabits_desktop.ui.pages.settings.typed_section import make_typed_section
from altrabits_desktop.ui.pages.settings.view_model import SettingsViewModel
from altrabits_desktop.ui.pages.settings.volume_section import make_volume_section
from altrabits_desktop.ui.widgets.card import CardGround
from altrabits_desktop.ui.widgets.notice_card import NoticeCard
from altrabits_desktop.ui.widgets.page_head import PageHead
from altrabits_desktop.ui.widgets.push_button import Height, PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.segmented import Segment, Segmented
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme

_THEME = "settings.theme."
_LANGUAGE = "settings.language."
_SYSTEM = "system"


class SettingsPage(QWidget):
    """Shows the choices that hold and takes new ones.

    Args:
        theme: the look in force.
        services: what the window was given.
        parent: owner.
    """

    keys_wanted = Signal()
    """Page Keys is wanted."""
    start_again_wanted = Signal()
    """The program is to end and to start again."""

    def __init__(self, theme: Theme, *, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._model = SettingsViewModel(services, parent=self)
        self._household = (
            HouseholdModel(services, services.household.get(), parent=self)
            if services.household is not None
            else None
        )
        self.setObjectName("settings")
        self.setAccessibleName(translate("settings", "Settings"))
        self._head = PageHead(
            theme,
            title=translate("settings", "Settings"),
        )
        self._make_choices()
        self._lay_out()
        self._model.changed.connect(self._show_choices)
        self._model.failed.connect(self._show_fault)
        self._show_choices()
        self._show_fault()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(self._column)

    def _make_choices(self) -> None:
        theme = self._theme
        system = translate("settings", "System")
        self._themes = Segmented(
            theme,
            (
                Segment(f"{_THEME}system", system),
                Segment(f"{_THEME}light", translate("settings", "Light")),
                Segment(f"{_THEME}dark", translate("settings", "Dark")),
            ),
            name=translate("settings", "Theme"),
        )
        self._themes.chosen.connect(self._choose_theme)
        self._languages = Segmented(
            theme,
            (
                Segment(f"{_LANGUAGE}system", system),
                # Languages are named in themselves, so that everybody finds the way back.
                Segment(f"{_LANGUAGE}en", "English"),
                Segment(f"{_LANGUAGE}de", "Deutsch"),
            ),
            name=translate("settings", "Language"),
        )
        self._languages.chosen.connect(self._choose_language)
        self._cards = CardsChoice(theme)
        self._cards.all_chosen.connect(self._model.choose_all_cards)
        self._cards.card_chosen.connect(self._choose_card)
        self._kept = TextBlock(theme)
        self._fault = self._make_fault()

    def _make_fault(self) -> NoticeCard:
        theme = self._theme
        again = PushButton(
            theme, translate("settings", "Try again"), height=Height.SMALL, icon="refresh"
        )
        again.setObjectName("settings.fault.retry")
        again.clicked.connect(self._model.try_again)
        fault = NoticeCard(
            theme,
            icon="error",
            icon_role="bad",
            heading="",
            sentence="",
            buttons=(again,),
            details_words=translate("settings", "Details"),
        )
        fault.setObjectName("settings.fault")
        fault.unfold_button.setObjectName("settings.fault.details")
        return fault

    def _lay_out(self) -> None:
        theme = self._theme
        ground = CardGround(theme)
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(theme.px("page.gap"))
        self._head.stand_over(ScrollArea(theme, ground), page=self)
        self._add_choices()
        self._add_networks()
        self._column.addWidget(make_volume_section(theme, model=self._model))
        self._add_notices()
        self._column.addWidget(self._make_kept())
        self._column.addWidget(make_server_section(theme, elsewhere=self._model.elsewhere))
        if self._household is not None:
            wanted = self.start_again_wanted
            section = make_household_section(theme, model=self._household, start_again=wanted)
            self._column.addWidget(section)
        if self._services.kiosk is not None:
            self._column.addWidget(
                make_kiosk_section(theme, services=self._services, kiosk=self._services.kiosk.get())
            )
        self._column.addWidget(make_keys_section(theme, wanted=self.keys_wanted))
        self._column.addWidget(make_about_section(theme))
        self._column.addStretch(1)

    def _add_choices(self) -> None:
        theme = self._theme
        self._column.addWidget(
            Section(
                theme,
                heading=translate("settings", "Theme"),
                sentence=translate("settings", "System follows the setting of this computer."),
                content=self._themes,
                first_px=theme.px("segments.height"),
            )
        )
        self._column.addWidget(
            Section(
                theme,
                heading=translate("settings", "Language"),
                sentence=translate("settings", "System follows the language of this computer."),
                content=self._languages,
                first_px=theme.px("segments.height"),
            )
        )

    def _add_notices(self) -> None:
        services = self._services
        if services.remarks is not None:
            ignored = IgnoredCard(self._theme, services=services, remarks=services.remarks)
            self._column.addWidget(ignored)
        self._column.addWidget(self._fault)

    def _add_networks(self) -> None:
        theme = self._theme
        self._column.addWidget(
            Section(
                theme,
                heading=translate("settings", "Network cards"),
                sentence=translate(
                    "settings", "Streamers are looked for on these, and nowhere else."
                ),
                content=self._cards,
                first_px=theme.px("target.least"),
            )
        )
        self._column.addWidget(make_typed_section(theme, self._services))
        self._column.addWidget(ElsewhereSection(theme, self._services))

    def _make_kept(self) -> Section:
        self._kept.set_text(left_to_right(self._model.folder))
        section = Section(
            self._theme,
            heading=translate("settings", "Where this is kept"),
            sentence=translate(
                "settings",
                "These choices, the size of the window, and a log without names or addresses. Once"
                " you decide about the policy, that decision; once you have an account, what"
                " belongs to it.",
            ),
            content=self._kept,
            first_px=self._theme.line_px("lines"),
        )
        section.setObjectName("settings.kept")
        return section

    def _show_choices(self) -> None:
        settings = self._model.settings
        self._themes.choose(f"{_THEME}{settings.theme.value}")
        # A tag from the settings file may be any; what is spoken is the nearest to it.
        spoken = nearest_spoken(settings.language) if settings.language else _SYSTEM
        self._languages.choose(f"{_LANGUAGE}{spoken}")
        self._cards.show_cards(self._model.cards, is_all=self._model.is_on_all_cards)

    def _show_fault(self) -> None:
        fault = self._model.fault
        line = translate("settings", "Each choice holds at once, on this computer only")
        if fault is not None:
            line = fault.line
            self._fault.set_words(
                heading=fault.heading, sentence=fault.sentence, details=fault.technical
            )
        self._head.set_words(title=translate("settings", "Settings"), line=line)
        self._fault.setVisible(fault is not None)

    def _choose_theme(self, key: str) -> None:
        self._model.choose_theme(key.removeprefix(_THEME))

    def _choose_language(self, key: str) -> None:
        language = key.removeprefix(_LANGUAGE)
        self._model.choose_language("" if language == _SYSTEM else language)

    def _choose_card(self, name: str, is_chosen: bool) -> None:
        self._model.choose_card(name, is_chosen=is_chosen)
