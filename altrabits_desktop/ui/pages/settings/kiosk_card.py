"""The kiosk's part of page Settings: which streamers, the staff PIN, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.kiosk import PIN_LEAST, PIN_MOST
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import exact_time, joined
from altrabits_desktop.ui.pages.account.fields import PasswordField
from altrabits_desktop.ui.pages.kiosk.words import reason_words, wiped_line
from altrabits_desktop.ui.pages.settings.kiosk_model import KioskModel
from altrabits_desktop.ui.pages.settings.section import Section
from altrabits_desktop.ui.widgets.check_box import CheckBox
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import bring_into_sight
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.ui.services import Kiosking, Services
    from altrabits_desktop.ui.theme.theme import Theme

_SHOWN_WIPES = 5


def make_kiosk_section(theme: Theme, *, services: Services, kiosk: Kiosking) -> Section:
    """Give the section in which a shop sets its kiosk up."""
    return Section(
        theme,
        heading=translate("settings", "Kiosk"),
        sentence=translate(
            "settings",
            "Lets visitors of a shop try its streamers on the whole screen, and reach nothing"
            " else. Staff come back by a PIN.",
        ),
        content=KioskChoice(theme, services=services, kiosk=kiosk),
        first_px=theme.px("button.normal"),
    )


class KioskChoice(QWidget):
    """Folded until somebody wants a kiosk. Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        kiosk: of these services.
    """

    def __init__(self, theme: Theme, *, services: Services, kiosk: Kiosking) -> None:
        super().__init__()
        self._theme = theme
        self._model = KioskModel(services, kiosk=kiosk, parent=self)
        self._boxes: dict[str, CheckBox] = {}
        self._unfold = PushButton(theme, translate("settings", "Set up a kiosk"), icon="kiosk")
        self._unfold.setObjectName("settings.kiosk.open")
        self._unfold.clicked.connect(self._open)
        self._start = PushButton(theme, translate("settings", "Start the kiosk"), icon="kiosk")
        self._start.setObjectName("settings.kiosk.start")
        self._start.clicked.connect(self._model.start)
        self._form = self._make_form()
        self._lay_out()
        self._model.changed.connect(self._show)
        self._model.kept.connect(self._forget_typed)
        self._model.read()
        self._show()

    def _open(self) -> None:
        self._form.setVisible(self._form.isHidden())
        self._show()
        if not self._form.isHidden():
            # Once it is laid out.
            QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        for part in (self._keep, self._unfold):
            bring_into_sight(part)

    def _show(self) -> None:
        model, setup = self._model, self._model.setup
        words = translate("settings", "Set up a kiosk")
        if setup is not None:
            words = translate("settings", "Change the kiosk")
        self._unfold.set_words(words)
        self._unfold.set_icon_names(before="kiosk" if setup is None else "settings")
        self._start.setVisible(setup is not None)
        has_one = setup is not None or model.is_damaged
        if not has_one and self._remove.hasFocus():
            # Before it is hidden: the keyboard would go on with another section.
            self._unfold.setFocus(reason_of(is_by_key=has_ring(self._remove)))
        self._remove.setVisible(has_one)
        self._pin.set_reason(_pin_words(is_first=setup is None))
        self._closed.set_text(model.why_demo_alone)
        self._closed.setVisible(bool(model.why_demo_alone))
        damage = sentence("kiosk.damaged") if model.is_damaged else ""
        self._fault.set_text(model.fault or damage)
        self._fault.setVisible(bool(model.fault or damage))
        self._said.set_text(model.said)
        self._said.setVisible(bool(model.said))
        self._keep.set_busy(model.is_keeping)
        self._show_streamers()
        wipes = tuple(reversed(model.wipes[-_SHOWN_WIPES:]))
        lines = (joined((exact_time(w.at), reason_words(w.reason), wiped_line(w))) for w in wipes)
        self._wipes.set_text("\n".join(lines))
        self._wipes_head.setVisible(bool(wipes))
        self._wipes.setVisible(bool(wipes))

    def _show_streamers(self) -> None:
        names = {one.owned_id or "": one.name for one in self._model.streamers()}
        for owned_id, box in self._boxes.items():
            # What was chosen of one that is gone for a while is there when it comes back.
            box.setVisible(owned_id in names)
        before: QWidget = self._unfold
        for place, (owned_id, name) in enumerate(names.items()):
            box = self._box(owned_id, name)
            self._list.insertWidget(place, box)
            # Tab goes by the order of making, and these come after the whole page.
            self.setTabOrder(before, box)
            before = box
        self._none.setVisible(not names)

    def _box(self, owned_id: str, name: str) -> CheckBox:
        known = self._boxes.get(owned_id)
        if known is not None and known.accessibleName() == name:
            return known
        box = CheckBox(self._theme, name, parent=self._form)
        box.setObjectName(f"settings.kiosk.streamer.{owned_id}")
        box.setChecked(self._model.is_listed(owned_id))
        if known is not None:
            box.setChecked(known.isChecked())
            known.hide()
            known.deleteLater()
        self._boxes[owned_id] = box
        box.show()
        return box

    def _send(self) -> None:
        listed = frozenset(key for key, box in self._boxes.items() if box.isChecked())
        hidden = frozenset(self._boxes) - listed
        self._model.keep(
            self._pin.line.text(), self._again.line.text(), listed=listed, hidden=hidden
        )

    def _forget_typed(self) -> None:
        self._pin.forget()
        self._again.forget()

    def _make_form(self) -> QWidget:
        theme = self._theme
        form = QWidget()
        form.setObjectName("settings.kiosk.form")
        form.setFixedWidth(theme.px("section.form"))
        form.hide()
        self._closed = TextBlock(theme)
        self._none = TextBlock(
            theme,
            translate(
                "settings",
                "No streamer of the account answers now, so visitors see the demo alone.",
            ),
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._make_fields()
        self._make_answers()
        self._wipes_head = ElidedLabel(
            theme, translate("settings", "The last visits"), type_name="label"
        )
        self._wipes = TextBlock(theme, numeric=True)
        self._fill(form)
        return form

    def _make_fields(self) -> None:
        theme = self._theme
        self._pin = PasswordField(
            theme,
            "settings.kiosk.pin",
            label=translate("settings", "Staff PIN"),
            reason=_pin_words(is_first=True),
        )
        self._again = PasswordField(
            theme, "settings.kiosk.again", label=translate("settings", "The same PIN again")
        )
        for line in (self._pin.line, self._again.line):
            line.returnPressed.connect(self._send)

    def _make_answers(self) -> None:
        theme = self._theme
        self._fault = TextBlock(theme, role="bad")
        self._said = TextBlock(theme, role="ok")
        self._keep = PushButton(
            theme,
            translate("settings", "Keep it so"),
            look=Look.PRIMARY,
            busy_text=translate("settings", "Keeping"),
        )
        self._keep.setObjectName("settings.kiosk.keep")
        self._keep.clicked.connect(self._send)
        self._remove = PushButton(theme, translate("settings", "Remove the kiosk"), look=Look.QUIET)
        self._remove.setObjectName("settings.kiosk.remove")
        self._remove.clicked.connect(self._model.remove)

    def _fill(self, form: QWidget) -> None:
        theme = self._theme
        column = QVBoxLayout(form)
        column.setContentsMargins(0, theme.px("space.3"), 0, 0)
        column.setSpacing(theme.px("space.3"))
        column.addWidget(self._closed)
        column.addWidget(
            ElidedLabel(theme, translate("settings", "Visitors see"), type_name="label")
        )
        column.addLayout(self._list)
        column.addWidget(self._none)
        column.addWidget(self._pin)
        column.addWidget(self._again)
        column.addWidget(self._fault)
        column.addWidget(self._said)
        answers = QHBoxLayout()
        answers.setSpacing(theme.px("space.2"))
        answers.addWidget(self._keep)
        answers.addWidget(self._remove)
        answers.addStretch(1)
        column.addLayout(answers)
        column.addWidget(self._wipes_head)
        column.addWidget(self._wipes)

    def _lay_out(self) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px("space.2"))
        row.addWidget(self._start)
        row.addWidget(self._unfold)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._form)


def _pin_words(*, is_first: bool) -> str:
    """Say what a PIN has to be, and what an empty field means where there is one already."""
    if is_first:
        words = translate(
            "settings",
            "{least} to {most} digits. It leads out of the kiosk, so write it"
            " down where visitors do not come.",
        )
    else:
        words = translate(
            "settings",
            "{least} to {most} digits. It leads out of the kiosk, so write it"
            " down where visitors do not come. Empty keeps the one there is.",
        )
    return fill(words, least=PIN_LEAST, most=PIN_MOST)
