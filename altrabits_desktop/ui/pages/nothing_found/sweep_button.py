"""The button that has every address of the own networks asked, where nothing else helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class SweepButton(PushButton):
    """There once a first round of questions is over: three seconds, then silence means something.

    Args:
        theme: the look in force.
        services: what the window was given.
        prefix: begin of the object name, such as `streamers.empty`.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, services: Services, *, prefix: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme,
            translate("address", "Ask every address"),
            look=Look.QUIET,
            height=Height.SMALL,
            icon="search",
            parent=parent,
        )
        self._services = services
        self._is_offered = False
        self.setObjectName(f"{prefix}.sweep")
        told = translate(
            "address",
            "For networks that lose what is sent to all: asks each address beside that of this"
            " computer, up to 254 on each network card, and no other.",
        )
        self.setToolTip(tool_tip(told))
        self.setAccessibleDescription(told)
        self.clicked.connect(self._sweep)
        self.destroyed.connect(services.feed.subscribe(self._follow))
        self._show()

    def _sweep(self) -> None:
        services = self._services
        if not services.finding.is_sweeping:
            services.launcher.launch(self, services.finding.sweep(), on_done=self._show)
            self._show()

    def _follow(self, changes: Changes) -> None:
        if changes.topics & (Topic.FINDING | Topic.OPERATIONS):
            self._show()

    def _show(self) -> None:
        finding = self._services.finding
        report = finding.report()
        self.setEnabled(not finding.is_sweeping and bool(report.cards))
        # Once it is offered it stays where it is, also during a later round.
        self._is_offered = self._is_offered or report.finished_at is not None
        self.setVisible(self._is_offered)
