"""The field for an address or host name, with the button that tries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.field import Field
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class AddressForm(QWidget):
    """One line to type in; what is wrong with it is said below. Nothing of it is stored.

    Args:
        theme: the look in force.
        services: what the window was given.
        prefix: begin of the object names, such as `streamers.empty`.
        parent: owner.
    """

    found = Signal()
    """A streamer answers at the typed address."""

    def __init__(
        self, theme: Theme, services: Services, *, prefix: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._has_failed = False
        words = translate("address", "Address or host name")
        self._field = Field(theme, name=words, placeholder=words, parent=self)
        self._field.line.setObjectName(f"{prefix}.address")
        self._button = PushButton(theme, translate("address", "Try"))
        self._button.setObjectName(f"{prefix}.try")
        self._field.line.returnPressed.connect(self._try)
        self._field.line.textEdited.connect(self._forget_error)
        self._button.clicked.connect(self._try)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px("space.2"))
        layout.addWidget(self._field, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self._field.line)

    def _try(self) -> None:
        text = self._field.line.text().strip()
        if self._button.is_busy:
            return
        if not text:
            self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._has_failed = False
        self._field.set_error("")
        # Room for the longer words only while they stand there: it is the field's.
        self._button.set_words(
            translate("address", "Try"), busy_text=translate("address", "Trying")
        )
        self._button.set_busy(True)
        self._services.launcher.launch(
            self,
            self._services.finding.try_address(text),
            on_error=self._fail,
            on_done=self._end,
        )

    def _fail(self, error: AltraBitsError) -> None:
        self._has_failed = True
        self._field.set_error(sentence_of(error))

    def _end(self) -> None:
        self._button.set_busy(False)
        self._button.set_words(translate("address", "Try"))
        if not self._has_failed:
            self._field.line.clear()
            self.found.emit()

    def _forget_error(self) -> None:
        self._field.set_error("")
