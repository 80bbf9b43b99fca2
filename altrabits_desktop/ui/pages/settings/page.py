"""Page Settings: theme, language and network cards; each choice holds at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import nearest_spoken, translate
from altrabits_desktop.ui.formatting import left_to_right
from altrabits_desktop.ui.pages.settings.section import Section
from altrabits_desktop.ui.pages.settings.view_model import SettingsViewModel
from altrabits_desktop.ui.widgets.card import CardGround
from altrabits_desktop.ui.widgets.growing_column import GrowingColumn
from altrabits_desktop.ui.widgets.page_head import PageHead
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.segmented import Segment, Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.runtime.late import Late
    from altrabits_desktop.ui.noting import Remarking
    from altrabits_desktop.ui.services import Joining, Kiosking, Services
    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.notice_card import NoticeCard

_THEME = "settings.theme."
_LANGUAGE = "settings.language."
_SYSTEM = "system"
_HOUSEHOLD = (
    *(f"altrabits_desktop.{name}" for name in ("contract.join_code", "actions.household")),
    *(f"{__package__}.{name}" for name in ("household_model", "household_pane")),
)
"""What joining a household needs, each after those that it needs itself."""
_KIOSK = (
    *(
        f"altrabits_desktop.{name}"
        for name in (
            *("privacy.kiosk_rules", "actions.shop", "actions.kiosk"),
            *("runtime.passwords", "runtime.kiosk_files"),
        )
    ),
    *(f"{__package__}.{name}" for name in ("kiosk_model", "kiosk_card")),
)
"""What a kiosk needs, the same."""


class SettingsPage(QWidget):
    """Shows the choices that hold and takes new ones.

    Head and first choice are there at once, the others follow from top to bottom in turns of the
    loop. A maker imports what it makes, so that opening waits for nothing else.

    Args:
        theme: the look in force.
        services: what the window was given.
        parent: owner.
    """

    keys_wanted = Signal()
    """Page Keys is wanted."""
    start_again_wanted = Signal()
    """The program is to end and to start again."""
    whole = Signal()
    """Every choice is there."""

    def __init__(self, theme: Theme, *, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._model = SettingsViewModel(services, parent=self)
        self._fault: NoticeCard | None = None
        self._shows: list[Callable[[], None]] = []
        """What shows the choices that hold, of each section that is there."""
        self.setObjectName("settings")
        self.setAccessibleName(translate("settings", "Settings"))
        self._head = PageHead(
            theme,
            title=translate("settings", "Settings"),
        )
        ground = CardGround(theme)
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(theme.px("page.gap"))
        self._head.stand_over(ScrollArea(theme, ground), page=self)
        self._column.addWidget(self._make_themes())
        self._column.addStretch(1)
        self._growing = GrowingColumn(self._column, self._makes(), parent=ground)
        self._growing.whole.connect(self.whole)
        self._model.changed.connect(self._show_choices)
        self._model.failed.connect(self._show_fault)
        self._show_fault()

    def build_until(self, is_enough: Callable[[], bool]) -> None:
        """Make at once what comes before something that somebody looks for."""
        self._growing.build_until(is_enough)

    def build_rest(self) -> None:
        """Make at once what is not there yet, because somebody looks for a part of the page."""
        self._growing.build_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(self._column)

    def _makes(self) -> Iterator[Callable[[], QWidget] | str]:
        services = self._services
        yield self._make_languages
        yield self._make_cards
        yield self._make_typed
        yield self._make_elsewhere
        yield self._make_volume
        if services.remarks is not None:
            yield partial(self._make_ignored, services.remarks)
        yield self._make_fault
        yield self._make_kept
        yield self._make_server
        if services.household is not None:
            yield from _HOUSEHOLD
            yield partial(self._make_household, services.household)
        if services.kiosk is not None:
            yield from _KIOSK
            yield partial(self._make_kiosk, services.kiosk)
        yield self._make_keys
        yield self._make_about

    def _make_themes(self) -> Section:
        themes = Segmented(
            self._theme,
            (
                Segment(f"{_THEME}system", translate("settings", "System")),
                Segment(f"{_THEME}light", translate("settings", "Light")),
                Segment(f"{_THEME}dark", translate("settings", "Dark")),
            ),
            name=translate("settings", "Theme"),
        )
        themes.chosen.connect(self._choose_theme)
        self._add_show(lambda: themes.choose(f"{_THEME}{self._model.settings.theme.value}"))
        return Section(
            self._theme,
            heading=translate("settings", "Theme"),
            sentence=translate("settings", "System follows the setting of this computer."),
            content=themes,
            first_px=self._theme.px("segments.height"),
        )

    def _make_languages(self) -> Section:
        languages = Segmented(
            self._theme,
            (
                Segment(f"{_LANGUAGE}system", translate("settings", "System")),
                # Languages are named in themselves, so that everybody finds the way back.
                Segment(f"{_LANGUAGE}en", "English"),
                Segment(f"{_LANGUAGE}de", "Deutsch"),
            ),
            name=translate("settings", "Language"),
        )
        languages.chosen.connect(self._choose_language)
        self._add_show(lambda: languages.choose(f"{_LANGUAGE}{self._spoken()}"))
        return Section(
            self._theme,
            heading=translate("settings", "Language"),
            sentence=translate("settings", "System follows the language of this computer."),
            content=languages,
            first_px=self._theme.px("segments.height"),
        )

    def _make_cards(self) -> Section:
        from altrabits_desktop.ui.pages.settings.cards_choice import CardsChoice

        cards, model = CardsChoice(self._theme), self._model
        cards.all_chosen.connect(model.choose_all_cards)
        cards.card_chosen.connect(self._choose_card)
        self._add_show(lambda: cards.show_cards(model.cards, is_all=model.is_on_all_cards))
        return Section(
            self._theme,
            heading=translate("settings", "Network cards"),
            sentence=translate("settings", "Streamers are looked for on these, and nowhere else."),
            content=cards,
            first_px=self._theme.px("target.least"),
        )

    def _make_typed(self) -> QWidget:
        from altrabits_desktop.ui.pages.settings.typed_section import make_typed_section

        return make_typed_section(self._theme, self._services)

    def _make_elsewhere(self) -> QWidget:
        from altrabits_desktop.ui.pages.settings.elsewhere_section import ElsewhereSection

        return ElsewhereSection(self._theme, self._services)

    def _make_volume(self) -> QWidget:
        from altrabits_desktop.ui.pages.settings.volume_section import make_volume_section

        return make_volume_section(self._theme, model=self._model)

    def _make_ignored(self, remarks: Remarking) -> QWidget:
        from altrabits_desktop.ui.pages.settings.ignored_card import IgnoredCard

        return IgnoredCard(self._theme, services=self._services, remarks=remarks)

    def _make_fault(self) -> QWidget:
        from altrabits_desktop.ui.widgets.notice_card import NoticeCard
        from altrabits_desktop.ui.widgets.push_button import Height, PushButton

        theme = self._theme
        again = PushButton(
            theme, translate("settings", "Try again"), height=Height.SMALL, icon="refresh"
        )
        again.setObjectName("settings.fault.retry")
        again.clicked.connect(self._model.try_again)
        self._fault = fault = NoticeCard(
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
        fault.hide()
        self._show_fault()
        return fault

    def _make_kept(self) -> Section:
        from altrabits_desktop.ui.widgets.text_block import TextBlock

        kept = TextBlock(self._theme)
        kept.set_text(left_to_right(self._model.folder))
        section = Section(
            self._theme,
            heading=translate("settings", "Where this is kept"),
            sentence=translate(
                "settings",
                "These choices, the size of the window, and a log without names or addresses. Once"
                " you decide about the policy, that decision; once you have an account, what"
                " belongs to it.",
            ),
            content=kept,
            first_px=self._theme.line_px("lines"),
        )
        section.setObjectName("settings.kept")
        return section

    def _make_server(self) -> QWidget:
        from altrabits_desktop.ui.pages.settings.about import make_server_section

        return make_server_section(self._theme, elsewhere=self._model.elsewhere)

    def _make_household(self, household: Late[Joining]) -> QWidget:
        from altrabits_desktop.ui.pages.settings.household_model import HouseholdModel
        from altrabits_desktop.ui.pages.settings.household_pane import make_household_section

        model = HouseholdModel(self._services, household.get(), parent=self)
        wanted = self.start_again_wanted
        return make_household_section(self._theme, model=model, start_again=wanted)

    def _make_kiosk(self, kiosk: Late[Kiosking]) -> QWidget:
        from altrabits_desktop.ui.pages.settings.kiosk_card import make_kiosk_section

        return make_kiosk_section(self._theme, services=self._services, kiosk=kiosk.get())

    def _make_keys(self) -> QWidget:
        from altrabits_desktop.ui.pages.settings.about import make_keys_section

        return make_keys_section(self._theme, wanted=self.keys_wanted)

    def _make_about(self) -> QWidget:
        from altrabits_desktop.ui.pages.settings.about import make_about_section

        return make_about_section(self._theme)

    def _add_show(self, show: Callable[[], None]) -> None:
        self._shows.append(show)
        show()

    def _show_choices(self) -> None:
        for show in self._shows:
            show()

    def _spoken(self) -> str:
        settings = self._model.settings
        # A tag from the settings file may be any; what is spoken is the nearest to it.
        return nearest_spoken(settings.language) if settings.language else _SYSTEM

    def _show_fault(self) -> None:
        fault = self._model.fault
        line = translate("settings", "Each choice holds at once, on this computer only")
        self._head.set_words(
            title=translate("settings", "Settings"), line=line if fault is None else fault.line
        )
        if self._fault is None:
            return
        if fault is not None:
            self._fault.set_words(
                heading=fault.heading, sentence=fault.sentence, details=fault.technical
            )
            self._fault.show()
        else:
            self._fault.hide()

    def _choose_theme(self, key: str) -> None:
        self._model.choose_theme(key.removeprefix(_THEME))

    def _choose_language(self, key: str) -> None:
        language = key.removeprefix(_LANGUAGE)
        self._model.choose_language("" if language == _SYSTEM else language)

    def _choose_card(self, name: str, is_chosen: bool) -> None:
        self._model.choose_card(name, is_chosen=is_chosen)
