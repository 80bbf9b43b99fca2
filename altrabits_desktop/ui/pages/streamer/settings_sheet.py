"""Copies of a streamer's settings: kept, compared with it, and put back onto it or another one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.pages.streamer import documents_words as words
from altrabits_desktop.ui.pages.streamer.facts_card import FactLines
from altrabits_desktop.ui.pages.streamer.profile import Fact
from altrabits_desktop.ui.pages.streamer.sheet import Sheet
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.actions.snapshot_shelf import KeptSnapshot
    from altrabits_desktop.ui.pages.streamer.documents_model import DocumentsModel
    from altrabits_desktop.ui.theme.theme import Theme


class SettingsSheet(Sheet):
    """Looks which copies there are as soon as it is made. Main thread only.

    Args:
        theme: the look in force.
        model: keeps, compares and puts back.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, model: DocumentsModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme,
            name="streamer.copies",
            heading=translate("documents", "Copies of the settings"),
            sentence=translate(
                "documents",
                "Presets, equaliser, inputs and all else that was set, in a file of your own. A"
                " copy is put back onto this streamer, or onto one that takes another’s place.",
            ),
            parent=parent,
        )
        self._model = model
        self._rows: list[_CopyRow] = []
        self._keep = PushButton(
            theme,
            translate("documents", "Copy the settings"),
            icon="download",
            busy_text=translate("documents", "Copying"),
        )
        self._keep.setObjectName("streamer.copies.keep")
        self._keep.clicked.connect(model.keep)
        self.add_buttons((self._keep,))
        self._none = TextBlock(theme, translate("documents", "There is no copy yet."))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px("space.2"))
        self.content.addWidget(self._none)
        self.content.addLayout(self._list)
        self.content.addStretch(1)
        model.changed.connect(self._show)
        self._show()
        model.read_kept()

    def _show(self) -> None:
        model = self._model
        kept = model.kept
        self._keep.set_busy(model.is_busy)
        if [row.kept for row in self._rows] != list(kept):
            self._show_rows(kept)
        self._none.setVisible(not kept)
        for row in self._rows:
            is_compared = model.compared is not None and row.kept == model.compared
            row.show_compared(model if is_compared else None)
        if model.saved:
            self.say(words.saved_words(model.saved))
        elif model.is_busy or not self.said.text():
            self.say("")

    def _show_rows(self, kept: tuple[KeptSnapshot, ...]) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for number, one in enumerate(kept, 1):
            row = _CopyRow(self.look, one, number=number)
            row.compare.clicked.connect(partial(self._model.compare, one))
            row.put_back.clicked.connect(partial(self._model.put_back, one))
            self._rows.append(row)
            self._list.addWidget(row)
            row.show()


class _CopyRow(QWidget):
    """One copy, and below it how it differs where that was asked."""

    def __init__(self, theme: Theme, kept: KeptSnapshot, *, number: int) -> None:
        super().__init__()
        self.kept = kept
        name, detail = words.kept_words(kept)
        self.compare = PushButton(theme, translate("documents", "Compare"), height=Height.SMALL)
        self.compare.setObjectName(f"streamer.copies.compare.{number}")
        self.put_back = PushButton(
            theme, translate("documents", "Put back"), look=Look.QUIET, height=Height.SMALL
        )
        self.put_back.setObjectName(f"streamer.copies.put_back.{number}")
        for button in (self.compare, self.put_back):
            button.setAccessibleName(told_apart(button.text(), f"{name}, {detail}"))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(theme, name, type_name="label"))
        texts.addWidget(ElidedLabel(theme, detail, role="text.2", numeric=True))
        row = QHBoxLayout()
        row.setSpacing(theme.px("space.2"))
        row.addLayout(texts, 1)
        row.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignVCenter)
        self._same = TextBlock(theme)
        self._facts = FactLines(theme)
        self._left_out = TextBlock(theme, role="warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("space.1"))
        column.addLayout(row)
        for part in (self._same, self._facts, self._left_out):
            column.addWidget(part)
        self.show_compared(None)

    def show_compared(self, model: DocumentsModel | None) -> None:
        """Show how it differs from the streamer; None where that was not asked."""
        differences = model.differences if model is not None else ()
        same = translate("documents", "The streamer is set just like this copy.")
        self._same.set_text(same if model is not None and not differences else "")
        self._same.setVisible(bool(self._same.text()))
        told = (words.difference_words(each) for each in differences)
        self._facts.set_facts([Fact(label, value) for label, value in told])
        self._left_out.set_text(words.left_out_words(model.left_out) if model is not None else "")
        self._left_out.setVisible(bool(self._left_out.text()))
