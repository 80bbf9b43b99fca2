"""The card of the sound: the equaliser with its bands and curves, and the balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SetEqualiser
from altrabits_desktop.contract.streamer_settings import GAIN_DB
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.streamer.balance_line import BalanceLine
from altrabits_desktop.ui.pages.streamer.editable import make_headed_column
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.choice_menu import ChoiceMenu
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.equaliser_bands import EqualiserBands
from altrabits_desktop.ui.widgets.plain import without_shortcut
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamer_settings import Equaliser
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.theme.theme import Theme


class SoundCard(Card):
    """Hidden where neither can be set. Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    told = Signal(object)
    """A command."""
    undo_offered = Signal(str, object)
    """What was done, and the commands that take it back."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._curves: tuple[str, ...] = ()
        self._held: Equaliser | None = None
        self.setObjectName("streamer.sound")
        self._heading = ElidedLabel(theme, type_name="name")
        self._curve = PushButton(
            theme,
            translate("streamer", "Curve", "of an equaliser"),
            look=Look.PLAIN,
            height=Height.SMALL,
            icon_after="chevron-down",
        )
        self._curve.setObjectName("streamer.equaliser.curve")
        self._curve.clicked.connect(self._open_curves)
        self._switch = Switch(theme, name=translate("streamer", "Equaliser"))
        self._switch.setObjectName("streamer.equaliser.switch")
        self._switch.clicked.connect(self._turn)
        self._bands = EqualiserBands(theme, prefix="streamer.equaliser.band", most=GAIN_DB)
        self._bands.chosen.connect(self._choose_gains)
        self._balance = BalanceLine(theme)
        self._balance.told.connect(self.told)
        self._lay_out()
        self.hide()

    def show_sound(self, streamer: Streamer, offered: Offered) -> None:
        """Show how it sounds, and let it be changed where that is offered."""
        state = streamer.state
        held = state.equaliser if state is not None else None
        bands_hz = streamer.choices.bands_hz
        can_equalise = Capability.EQUALISER in offered.can and held is not None
        can_balance = Capability.BALANCE in offered.can and state is not None
        can_balance = can_balance and state is not None and state.balance is not None
        for part in (self._bands, self._switch):
            part.setVisible(can_equalise)
        self._curve.setVisible(can_equalise and bool(streamer.choices.curves))
        heading = translate("streamer", "Equaliser")
        if not can_equalise:
            heading = translate("streamer", "Balance")
        self._heading.set_text(heading)
        self.setAccessibleName(heading)
        if can_equalise and held is not None:
            self._bands.set_bands(bands_hz)
            self._show_equaliser(held, streamer.choices.curves)
        self._balance.setVisible(can_balance)
        if can_balance and state is not None and state.balance is not None:
            self._balance.show_balance(state.balance)
        self.setVisible(can_equalise or can_balance)

    def _show_equaliser(self, held: Equaliser, curves: tuple[str, ...]) -> None:
        self._held, self._curves = held, curves
        self._bands.show_gains(held.gains_db)
        self._bands.set_quiet(not held.is_on)
        if self._switch.isChecked() is not held.is_on:
            self._switch.setChecked(held.is_on)
        words = held.curve or translate("streamer", "Own curve", "of an equaliser")
        self._curve.set_words(_cut(words))
        spoken = fill(translate("streamer", "Curve: {name}", "of an equaliser"), name=words)
        self._curve.setAccessibleName(spoken)

    def _turn(self, is_on: bool) -> None:
        self.told.emit(SetEqualiser(is_on=is_on))

    def _choose_gains(self, gains_db: tuple[int, ...]) -> None:
        self.told.emit(SetEqualiser(gains_db=gains_db))

    def _open_curves(self) -> None:
        menu = ChoiceMenu(self._look, parent=self)
        menu.setObjectName("streamer.equaliser.curves")
        for name in self._curves:
            entry = menu.addAction(without_shortcut(name))
            entry.setCheckable(True)
            entry.setChecked(self._held is not None and self._held.curve == name)
            entry.setData(name)
        menu.triggered.connect(lambda entry: self._choose_curve(str(entry.data())))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._curve.mapToGlobal(QPoint(0, self._curve.height())))

    def _choose_curve(self, name: str) -> None:
        held = self._held
        self.told.emit(SetEqualiser(curve=name))
        if held is not None and not held.curve and any(held.gains_db):
            # Nobody else keeps a curve that has no name.
            words = translate("streamer", "“{curve}” has taken the place of your own curve.")
            back = SetEqualiser(gains_db=held.gains_db)
            self.undo_offered.emit(fill(words, curve=name), (back,))

    def _lay_out(self) -> None:
        theme = self._look
        whole = QWidget()
        whole.setFixedHeight(theme.px("button.small"))
        head = QHBoxLayout(whole)
        head.setSpacing(0)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._heading, 1)
        head.addWidget(self._curve)
        head.addWidget(self._switch)
        column = make_headed_column(self, theme, whole, reach_px=0)
        column.addWidget(self._bands)
        column.addWidget(self._balance)


_NAME_CHARACTERS = 20


def _cut(name: str) -> str:
    """Give a name that leaves the heading its room."""
    return name if len(name) <= _NAME_CHARACTERS else f"{name[: _NAME_CHARACTERS - 1]}…"
