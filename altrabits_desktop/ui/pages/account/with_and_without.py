"""What works without an account, and what one opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.account.rule_line import RuleLine
from altrabits_desktop.ui.pages.privacy.words import feature_lines
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_mark import IconMark

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class WithAndWithout(Card):
    """By the one rule of the gate, so that it cannot promise anything else.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        heading = translate("account", "With and without")
        self.setObjectName("account.comparison")
        self.setAccessibleName(heading)
        column = QVBoxLayout(self)
        edge = theme.px("card.padding") + theme.px("card.edge")
        column.setContentsMargins(edge, edge, edge, theme.px("space.2"))
        column.setSpacing(0)
        column.addWidget(ElidedLabel(theme, heading, type_name="name"))
        column.addSpacing(theme.px("space.2"))
        nobody = HomeReport()
        without = translate("account", "Without an account")
        self._add(column, without, nobody, icon="check", role="ok", is_open=True)
        column.addSpacing(theme.px("space.2"))
        column.addWidget(RuleLine(theme))
        column.addSpacing(theme.px("space.3"))
        opened = translate("account", "An account opens")
        self._add(column, opened, nobody, icon="lock", role="text.2", is_open=False)
        column.addStretch(1)

    def _add(
        self,
        column: QVBoxLayout,
        heading: str,
        report: HomeReport,
        *,
        icon: str,
        role: str,
        is_open: bool,
    ) -> None:
        theme = self._look
        column.addWidget(ElidedLabel(theme, heading, role="text.2"))
        column.addSpacing(theme.px("space.1"))
        for feature in feature_lines(report, is_open=is_open):
            line = QWidget()
            line.setFixedHeight(theme.px("account.row"))
            line.setAccessibleName(f"{heading}: {feature.words}")
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px("space.3"))
            row.addWidget(IconMark(theme, icon, role=role, size_px=theme.px("icon.button")))
            row.addWidget(ElidedLabel(theme, feature.words), 1)
            column.addWidget(line)
