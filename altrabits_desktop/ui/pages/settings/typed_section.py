"""The addresses that a person typed in this network and that are asked at each start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.settings.section import Section
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton

if TYPE_CHECKING:
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


def make_typed_section(theme: Theme, services: Services) -> Section:
    """Give the section; it is there only while an address is remembered."""
    rows = _TypedRows(theme, services)
    section = Section(
        theme,
        heading=translate("settings", "Typed addresses"),
        sentence=translate(
            "settings", "Asked at each start in this network, because a streamer answered there."
        ),
        content=rows,
        first_px=theme.px("target.least"),
    )
    section.setObjectName("settings.typed")
    rows.stand_in(section)
    return section


class _TypedRows(QWidget):
    def __init__(self, theme: Theme, services: Services) -> None:
        super().__init__()
        self._theme = theme
        self._services = services
        self._section: Section | None = None
        self._shown: tuple[str, ...] = ()
        self._rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.destroyed.connect(services.feed.subscribe(self._follow))

    def stand_in(self, section: Section) -> None:
        self._section = section
        self._show()

    def _follow(self, changes: Changes) -> None:
        if changes.topics & (Topic.FINDING | Topic.HOME):
            self._show()

    def _show(self) -> None:
        typed = self._services.finding.typed()
        if self._section is not None:
            self._section.setVisible(bool(typed))
        if typed == self._shown:
            return
        self._shown = typed
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(text) for text in typed]
        for row in self._rows:
            self._layout.addWidget(row)
            row.show()

    def _row(self, text: str) -> QWidget:
        theme = self._theme
        row = QWidget(self)
        forget = PushButton(
            theme, translate("settings", "Forget"), look=Look.QUIET, height=Height.SMALL
        )
        forget.setObjectName("settings.typed.forget")
        forget.setAccessibleName(fill(translate("settings", "Forget {address}"), address=text))
        forget.clicked.connect(lambda: self._services.finding.forget_typed(text))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(ElidedLabel(theme, text, numeric=True, is_cut_in_middle=True), 1)
        line.addWidget(forget)
        return row
