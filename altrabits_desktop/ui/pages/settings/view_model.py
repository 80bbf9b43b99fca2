"""The person's choices and how they are changed: at once, and kept off the loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.actions.cards import card_choices, with_card
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.pages.settings.fault import fault_of_cards, fault_of_keeping

if TYPE_CHECKING:
    from altrabits_desktop.actions.cards import CardChoice
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.runtime.settings import Settings
    from altrabits_desktop.ui.pages.settings.fault import ChoiceFault
    from altrabits_desktop.ui.services import Services


class SettingsViewModel(QObject):
    """Main thread only.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()
    failed = Signal()
    """`fault` is another one, or none any more."""

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._has_looked_in_vain = False
        self.fault: ChoiceFault | None = None
        """Why the latest choice is not kept or not carried out."""
        unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(unsubscribe)

    @property
    def settings(self) -> Settings:
        """The choices that hold now."""
        return self._services.settings.get()

    @property
    def folder(self) -> str:
        """Where they are kept."""
        return str(self._services.settings.folder)

    @property
    def elsewhere(self) -> str:
        """Where the server is; empty for the one of this computer."""
        return self._services.home.report().elsewhere

    @property
    def is_on_all_cards(self) -> bool:
        """Whether streamers are looked for on every card."""
        return not self.settings.cards

    @property
    def cards(self) -> tuple[CardChoice, ...]:
        """The cards of this computer, and chosen ones that are not here now."""
        return card_choices(self._services.finding.available_cards(), self.settings.cards)

    def choose_theme(self, theme: str) -> None:
        """Show another theme from now on."""
        self._change(self.settings._replace(theme=ThemeChoice(theme)))

    def choose_language(self, language: str) -> None:
        """Speak another language from now on; "" for the system's."""
        self._change(self.settings._replace(language=language))

    def choose_volume_step(self, step: int) -> None:
        """Let no single press make a streamer louder by more than this; 0 lets everything."""
        self._change(self.settings._replace(volume_step=step))

    def choose_all_cards(self) -> None:
        """Look on every card, also on ones that come later."""
        self._use_cards(())

    def choose_card(self, name: str, *, is_chosen: bool) -> None:
        """Look on a card, or no longer; the last one chosen stays."""
        names = with_card(self.cards, name, is_chosen=is_chosen, before=self.settings.cards)
        self._use_cards(names)

    def try_again(self) -> None:
        """Keep, or carry out, once more what holds now."""
        if self._has_looked_in_vain:
            self._look_on(self.settings.cards)
        else:
            self._change(self.settings)

    def _use_cards(self, names: tuple[str, ...]) -> None:
        if names == self.settings.cards:
            self.changed.emit()
        else:
            self._look_on(names)

    def _look_on(self, names: tuple[str, ...]) -> None:
        here = {card.name for card in self._services.finding.available_cards()}
        # Without any of them here it must not come to mean all cards.
        wanted = tuple(name for name in names if name in here) or names
        self._change(self.settings._replace(cards=names))
        self._services.launcher.launch(
            self, self._services.finding.use_cards(wanted), on_error=self._fail_to_look
        )

    def _change(self, settings: Settings) -> None:
        self._has_looked_in_vain = False
        self._say(None)
        self._services.launcher.launch(
            self, self._services.settings.change(settings), on_error=self._fail_to_keep
        )

    def _fail_to_keep(self, error: AltraBitsError) -> None:
        self._say(fault_of_keeping(error))

    def _fail_to_look(self, error: AltraBitsError) -> None:
        self._has_looked_in_vain = True
        self._say(fault_of_cards(error))

    def _say(self, fault: ChoiceFault | None) -> None:
        self.fault = fault
        self.failed.emit()
        self.changed.emit()

    def _follow(self, changes: Changes) -> None:
        if changes.topics & (Topic.SETTINGS | Topic.FINDING):
            self.changed.emit()
