"""Where a home is joined by the code that its server shows, and left again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.server_address import read_household_address
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import left_to_right
from altrabits_desktop.ui.pages.settings.household_model import HouseholdModel, Step
from altrabits_desktop.ui.pages.settings.section import Section
from altrabits_desktop.ui.widgets.field import Field
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent

    from altrabits_desktop.ui.theme.theme import Theme

_ADDRESS_CHARACTERS = 300
_CODE_CHARACTERS = 16
_OF_ADDRESS = frozenset(
    {
        *("household.address_malformed", "household.none_found", "household.several_found"),
        *("household.not_shared", "server.away", "server.malformed"),
    }
)
"""What is wrong with the address, not with the code."""


def make_household_section(
    theme: Theme, *, model: HouseholdModel, start_again: SignalInstance
) -> Section:
    """Give the section in which a home is joined.

    Args:
        theme: the look in force.
        model: what is under way.
        start_again: told when the program is to end and to start again.
    """
    return Section(
        theme,
        heading=translate("settings", "One home, several computers"),
        sentence=translate(
            "settings",
            "A computer of your home can share its server. Those that join it have the same"
            " accounts, streamers and support requests.",
        ),
        content=HouseholdPane(theme, model=model, start_again=start_again),
        first_px=theme.px("button.normal"),
    )


class HouseholdPane(QWidget):
    """One step at a time; Escape gives up. Main thread only.

    Args:
        theme: the look in force.
        model: what is under way.
        start_again: told when the program is to end and to start again.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        model: HouseholdModel,
        start_again: SignalInstance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = theme
        self._model = model
        self._start_again = start_again
        self._was_later = model.is_later
        self._told = QWidget()
        self._line = TextBlock(theme)
        self._line.setObjectName("settings.household.line")
        self._fault = TextBlock(theme, role="bad")
        self._fault.setObjectName("settings.household.fault")
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        model.changed.connect(self._show)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._give_up():
            return
        super().keyPressEvent(event)

    def _make_fields(self) -> None:
        theme = self._look
        self._address = Field(
            theme,
            label=translate("settings", "Address of the server"),
            placeholder=translate("settings", "Such as 192.168.1.20"),
        )
        self._address.line.setObjectName("settings.household.address")
        self._address.line.setMaxLength(_ADDRESS_CHARACTERS)
        self._code = Field(
            theme,
            label=translate("settings", "Code"),
            reason=translate(
                "settings", "Shown at the server by the command altrabits server pair."
            ),
        )
        self._code.line.setObjectName("settings.household.code")
        self._code.line.setMaxLength(_CODE_CHARACTERS)
        for field in (self._address, self._code):
            field.line.returnPressed.connect(self._join)
            field.line.textEdited.connect(self._model.forget_fault)

    def _make_buttons(self) -> None:
        theme, model = self._look, self._model
        self._again = PushButton(
            theme, translate("settings", "Start again now"), look=Look.PRIMARY, icon="restart"
        )
        self._again.setObjectName("settings.household.again")
        self._again.clicked.connect(self._start_again)
        self._open = PushButton(theme, translate("settings", "Join a home"), icon="add")
        self._open.setObjectName("settings.household.open")
        self._open.clicked.connect(self._begin)
        self._join_button = PushButton(
            theme,
            translate("settings", "Join"),
            look=Look.PRIMARY,
            busy_text=translate("settings", "Joining"),
        )
        self._join_button.setObjectName("settings.household.join")
        self._join_button.clicked.connect(self._join)
        self._cancel = PushButton(theme, translate("settings", "Cancel"))
        self._cancel.setObjectName("settings.household.cancel")
        self._cancel.clicked.connect(self._give_up)
        self._leave = PushButton(
            theme,
            translate("settings", "Leave this home"),
            busy_text=translate("settings", "Leaving"),
        )
        self._leave.setObjectName("settings.household.leave")
        self._leave.clicked.connect(model.leave)

    def _lay_out(self) -> None:
        theme = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("space.3"))
        told = QVBoxLayout(self._told)
        # Its first line stands where the button's words do when there is nothing to tell.
        lead_px = (theme.px("button.normal") - theme.line_px("lines")) // 2
        told.setContentsMargins(0, lead_px, 0, 0)
        told.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(theme.px("space.2"))
        for button in (self._again, self._open, self._join_button, self._cancel, self._leave):
            row.addWidget(button)
        row.addStretch(1)
        for part in (self._told, self._address, self._code, self._fault):
            column.addWidget(part)
        for field in (self._address, self._code):
            # Of one width, whatever stands above.
            field.setFixedWidth(theme.px("section.form"))
        column.addLayout(row)

    def _begin(self) -> None:
        is_by_key = has_ring(self._open)
        self._model.open()
        if self._model.is_open:
            self._code.line.setFocus(reason_of(is_by_key=is_by_key))

    def _join(self) -> None:
        self._model.join(self._address.line.text(), self._code.line.text())

    def _give_up(self) -> bool:
        is_by_key = has_ring(self.window().focusWidget())
        if not self._model.close():
            return False
        self._open.setFocus(reason_of(is_by_key=is_by_key))
        return True

    def _show(self) -> None:
        model = self._model
        is_open, is_joined = model.is_open, model.report.joined is not None
        self._line.set_text(_line_of(model))
        self._told.setVisible(bool(self._line.text()))
        self._open.setVisible(not is_open and not is_joined)
        is_later = model.is_later and not is_open
        self._again.setVisible(is_later)
        if is_later and not self._was_later and self._has_focus():
            # Before the part that has it is hidden: Enter once more would undo what was done.
            self._again.setFocus(reason_of(is_by_key=has_ring(self.window().focusWidget())))
        self._was_later = is_later
        self._leave.setVisible(is_joined)
        self._leave.set_busy(model.step is Step.LEAVING)
        for part in (self._address, self._code, self._join_button, self._cancel):
            part.setVisible(is_open)
        self._join_button.set_busy(model.step is Step.JOINING)
        self._cancel.setEnabled(model.step is not Step.JOINING)
        if not is_open:
            self._address.line.clear()
            self._code.line.clear()
        elif model.found and len(model.found) == 1 and not self._address.line.text():
            self._address.line.setText(model.found[0].address)
        self._show_fault(is_open=is_open)

    def _has_focus(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget())

    def _show_fault(self, *, is_open: bool) -> None:
        fault = self._model.fault
        words = sentence_of(fault) if fault is not None else ""
        is_of_address = fault is not None and fault.code in _OF_ADDRESS
        self._address.set_error(words if is_open and is_of_address else "")
        self._code.set_error(words if is_open and not is_of_address else "")
        self._fault.set_text("" if is_open else words)
        self._fault.setVisible(bool(self._fault.text()))


def _line_of(model: HouseholdModel) -> str:
    """Say how this computer stands to a home, or what was found of one."""
    report = model.report
    if report.joined is not None:
        place = left_to_right(plain_text(read_household_address(report.joined.url).name))
        told = fill(
            translate("settings", "This computer belongs to the home whose server is at {place}."),
            place=place,
        )
        return told if report.is_used else f"{told} {_when_used(is_overruled=report.is_overruled)}"
    if model.is_open:
        return _found_line(model)
    still = _listed_still() if model.is_listed_still else ""
    return " ".join(part for part in (still, _own_again() if model.is_later else "") if part)


def _found_line(model: HouseholdModel) -> str:
    if model.step is Step.LOOKING:
        return translate("settings", "Looking for a shared server on this network.")
    found = model.found or ()
    if not found:
        return translate(
            "settings",
            "No shared server answers on this network. Type its address, or start one at another"
            " computer: altrabits server run --lan.",
        )
    if len(found) == 1:
        return translate("settings", "One shared server answers on this network.")
    return fill(
        translate("settings", "Several servers answer: {addresses}. Type the address of yours."),
        addresses=left_to_right(", ".join(each.address for each in found)),
    )


def _listed_still() -> str:
    return translate(
        "settings",
        "The server of that home has not heard of it, so its list may still have this computer,"
        " which nobody can use any more. It is taken off there: altrabits server computers remove.",
    )


def _when_used(*, is_overruled: bool) -> str:
    if is_overruled:
        return translate(
            "settings", "It is used once the program is started without --server, which goes first."
        )
    return translate("settings", "It is used once the program has started again.")


def _own_again() -> str:
    return translate(
        "settings", "This computer uses its own server once the program has started again."
    )
