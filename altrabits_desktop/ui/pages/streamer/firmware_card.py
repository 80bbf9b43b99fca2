"""The card about a streamer's firmware: what is ready, how far it is, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer.facts_card import make_column
from altrabits_desktop.ui.pages.streamer.firmware_model import FirmwareModel
from altrabits_desktop.ui.pages.streamer.firmware_words import face_of
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.step_line import StepLine
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.firmware_words import FirmwareFace
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class FirmwareCard(Card):
    """Hidden for a streamer that takes no updates from here. Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._model = FirmwareModel(services, parent=self)
        self._model.changed.connect(self._show)
        self.setObjectName("streamer.firmware")
        heading = translate("firmware", "Firmware")
        self.setAccessibleName(heading)
        self._heading = ElidedLabel(theme, heading, type_name="name")
        self._now = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._sentence = TextBlock(theme)
        self._fault = TextBlock(theme, role="bad")
        self._note = TextBlock(theme)
        self._steps = StepLine(theme, name=translate("firmware", "Steps of the update"))
        self._news = TextBlock(theme, role="text")
        self._news.setObjectName("streamer.firmware.notes")
        self._make_buttons()
        self._lay_out()
        self.hide()

    def show_streamer(self, streamer: Streamer) -> None:
        """Show how it stands with a streamer's firmware."""
        self._model.show_streamer(streamer)
        self._show()

    def _make_buttons(self) -> None:
        theme = self._look
        new = translate("firmware", "What is new")
        self._install = self._button("install", Look.PRIMARY)
        self._install_late = self._button("install_late", Look.SECONDARY)
        self._new = self._button("new", Look.SECONDARY, new)
        self._later = self._button("later", Look.QUIET, translate("firmware", "Later"))
        self._again = self._button("look", Look.SECONDARY)
        self._others = self._button("others", Look.PRIMARY)
        self._install.clicked.connect(self._model.install)
        self._install_late.clicked.connect(self._model.install)
        self._new.clicked.connect(self._toggle_news)
        self._later.clicked.connect(self._model.put_off)
        self._again.clicked.connect(self._model.look)
        self._others.clicked.connect(self._model.install_others)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, theme.px("space.3"), 0, 0)
        row.setSpacing(theme.px("space.2"))
        for button in self._buttons():
            row.addWidget(button)
        row.addStretch(1)

    def _button(self, name: str, look: Look, text: str = "") -> PushButton:
        button = PushButton(self._look, text, look=look, height=Height.SMALL)
        button.setObjectName(f"streamer.firmware.{name}")
        return button

    def _buttons(self) -> tuple[PushButton, ...]:
        return (
            *(self._install, self._install_late, self._others),
            *(self._new, self._later, self._again),
        )

    def _lay_out(self) -> None:
        theme = self._look
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._now)
        column = make_column(self, theme)
        column.addLayout(head)
        column.addSpacing(theme.px("space.1"))
        for part in (self._sentence, self._fault, self._note):
            column.addWidget(part)
        self._steps_place = _apart(self._steps, theme.px("space.3"))
        self._news_place = _apart(self._news, theme.px("space.3"))
        for place in (self._steps_place, self._row, self._news_place):
            column.addWidget(place)
        self._news_place.hide()

    def _show(self) -> None:
        report = self._model.report
        self.setVisible(report is not None)
        if report is not None:
            self._show_face(face_of(report))

    def _show_face(self, face: FirmwareFace) -> None:
        focused: QWidget | None = self.window().focusWidget()
        had_focus = focused in self._buttons()
        is_by_key = has_ring(focused)
        self._now.set_text(face.now)
        said, fault = (face.sentence, "") if not face.is_fault else ("", face.sentence)
        for part, text in ((self._sentence, said), (self._fault, fault), (self._note, face.note)):
            part.set_text(text)
            part.setVisible(bool(text))
        self._steps.set_steps(face.steps)
        self._steps_place.setVisible(bool(face.steps))
        for button, text in (
            (self._install, face.install if face.is_led else ""),
            (self._install_late, "" if face.is_led else face.install),
            (self._others, face.others),
            (self._again, face.look),
        ):
            button.set_words(text)
            button.setVisible(bool(text))
        self._new.setVisible(face.has_news)
        self._later.setVisible(face.has_later)
        self._row.setVisible(any(not button.isHidden() for button in self._buttons()))
        self._news.set_text(face.news)
        if not face.has_news:
            self._news_place.hide()
        if had_focus and focused is not None and focused.isHidden():
            self._lead_on(is_by_key=is_by_key)

    def _lead_on(self, *, is_by_key: bool) -> None:
        """Lead the keyboard to what is left, as what had it is gone."""
        for button in self._buttons():
            if not button.isHidden():
                button.setFocus(reason_of(is_by_key=is_by_key))
                return

    def _toggle_news(self) -> None:
        self._news_place.setVisible(self._news_place.isHidden())


def _apart(part: QWidget, gap: int) -> QWidget:
    """Give a place for a part, with a gap above it that goes with it."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, gap, 0, 0)
    column.addWidget(part)
    return place
