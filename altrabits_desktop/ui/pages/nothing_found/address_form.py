"""The field for an address or host name, with the button that tries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.nothing_found.sweep_button import SweepButton
from altrabits_desktop.ui.widgets.field import Field
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class AddressForm(QWidget):
    """One line to type in; what is wrong with it is said below.

    Args:
        theme: the look in force.
        services: what the window was given.
        prefix: begin of the object names, such as `streamers.empty`.
        parent: owner.
    """

    found = Signal(str)
    """A streamer answers at the typed address: who it is, in a sentence."""

    def __init__(
        self, theme: Theme, services: Services, *, prefix: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._answer = ""
        words = translate("address", "Address or host name")
        self._field = Field(theme, name=words, placeholder=words, parent=self)
        self._field.line.setObjectName(f"{prefix}.address")
        self._button = PushButton(theme, translate("address", "Try"))
        self._button.setObjectName(f"{prefix}.try")
        self._field.line.returnPressed.connect(self._try)
        self._field.line.textEdited.connect(self._forget_error)
        self._button.clicked.connect(self._try)
        row = QHBoxLayout()
        row.setSpacing(theme.px("space.2"))
        row.addWidget(self._field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px("space.1"))
        layout.addLayout(row)
        sweep = SweepButton(theme, services, prefix=prefix, parent=self)
        layout.addWidget(sweep, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self._field.line)

    def _try(self) -> None:
        text = self._field.line.text().strip()
        if self._button.is_busy:
            return
        if not text:
            self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._answer = ""
        self._field.set_error("")
        # Room for the longer words only while they stand there: it is the field's.
        self._button.set_words(
            translate("address", "Try"), busy_text=translate("address", "Trying")
        )
        self._button.set_busy(True)
        self._services.launcher.launch(
            self,
            self._ask(text),
            on_error=self._fail,
            on_done=self._end,
        )

    async def _ask(self, text: str) -> None:
        # Imported here: most windows never ask.
        from altrabits_desktop.actions.answered_words import answered_sentence

        self._answer = answered_sentence(await self._services.finding.try_address(text))

    def _fail(self, error: AltraBitsError) -> None:
        self._field.set_error(sentence_of(error))

    def _end(self) -> None:
        self._button.set_busy(False)
        self._button.set_words(translate("address", "Try"))
        if self._answer:
            self._field.line.clear()
            self.found.emit(self._answer)

    def _forget_error(self) -> None:
        self._field.set_error("")
