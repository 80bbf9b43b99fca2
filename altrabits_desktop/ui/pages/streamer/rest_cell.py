"""One of the small settings beside each other: icon, what it is, how it is, one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.widgets.choice_menu import ChoiceMenu
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.plain import without_shortcut
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.ui.theme.theme import Theme


class Choice(NamedTuple):
    """One entry of a menu."""

    words: str
    command: Command
    is_held: bool = False
    """Whether it is so now."""


class RestCell(QWidget):
    """Its button does one thing, or opens a menu of several.

    Args:
        theme: the look in force.
        icon: name of the icon.
        title: what it is about.
        name: object name of the button.
        parent: owner.
    """

    told = Signal(object)
    """A command."""

    def __init__(
        self, theme: Theme, *, icon: str, title: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = theme
        self._title_words = title
        self._choices: tuple[Choice, ...] = ()
        self._line = ElidedLabel(theme, role="text.2", numeric=True)
        self._line.setObjectName(f"{name}.state")
        self._button = PushButton(theme, "", look=Look.QUIET, height=Height.SMALL)
        self._button.setObjectName(name)
        self._button.clicked.connect(self._act)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(ElidedLabel(theme, title, type_name="label"))
        words.addWidget(self._line)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px("card.padding"), 0, theme.px("space.1"), 0)
        row.setSpacing(theme.px("rest.gap"))
        row.addWidget(IconMark(theme, icon, size_px=theme.px("icon.place")))
        row.addLayout(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(theme.px("rest.height"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, line: str, action: str, choices: Sequence[Choice]) -> None:
        """Show how it is, and what can be done.

        Args:
            line: how it is.
            action: the verb of the button.
            choices: what it does: at once where it is one thing, else chosen from a menu.
        """
        self._choices = tuple(choices)
        self._line.set_text(line)
        if self._button.text() != action:
            self._button.set_words(action)
        spoken = told_apart(action, self._title_words)
        if self._button.accessibleName() != spoken:
            self._button.setAccessibleName(spoken)
        self._button.setAccessibleDescription(line)

    def _act(self) -> None:
        if len(self._choices) == 1:
            self.told.emit(self._choices[0].command)
        else:
            open_choices(self._look, self._choices, under=self._button, tell=self.told)


def open_choices(
    theme: Theme, choices: Sequence[Choice], *, under: QWidget, tell: SignalInstance
) -> None:
    """Open a menu of choices under what was pressed.

    Args:
        theme: the look in force.
        choices: in order.
        under: where it opens; also its owner.
        tell: signal that tells the command of the one that is chosen.
    """
    menu = ChoiceMenu(theme, parent=under)
    menu.setObjectName(f"{under.objectName()}.menu")
    commands = []
    for number, choice in enumerate(choices):
        entry = menu.addAction(without_shortcut(choice.words))
        entry.setCheckable(True)
        entry.setChecked(choice.is_held)
        entry.setData(number)
        commands.append(choice.command)
    menu.triggered.connect(lambda entry: tell.emit(commands[int(entry.data())]))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(under.mapToGlobal(QPoint(0, under.height())))
