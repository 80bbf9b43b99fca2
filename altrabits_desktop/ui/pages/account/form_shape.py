"""The shape that the forms of page Account have in common: their head, and the way to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.card import Card


def form_column(
    form: Card, theme: Theme, *, sentence: str, fields: Sequence[QWidget]
) -> QVBoxLayout:
    """Give a form its head, named as the form is, and its fields; the rest is added below."""
    column = QVBoxLayout(form)
    edge = theme.px("card.form_padding") + theme.px("card.edge")
    column.setContentsMargins(edge, edge, edge, theme.px("space.4"))
    column.setSpacing(0)
    column.addWidget(ElidedLabel(theme, form.accessibleName(), type_name="heading"))
    column.addSpacing(theme.px("space.1"))
    column.addWidget(TextBlock(theme, sentence))
    for field in fields:
        column.addSpacing(theme.px("space.4"))
        column.addWidget(field)
    column.addSpacing(theme.px("space.4"))
    return column


def other_button(theme: Theme, words: str, *, name: str) -> PushButton:
    """Give the button that leads to the other form."""
    button = PushButton(theme, words, look=Look.QUIET, height=Height.SMALL)
    button.setObjectName(name)
    return button


def end_form(column: QVBoxLayout, theme: Theme, question: str, *, button: PushButton) -> None:
    """Add the last line of a form: a question, and the way to the other form."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addStretch(1)
    row.addWidget(ElidedLabel(theme, question, role="text.2"))
    row.addWidget(button)
    row.addStretch(1)
    column.addSpacing(theme.px("space.2"))
    column.addLayout(row)
    column.addStretch(1)
