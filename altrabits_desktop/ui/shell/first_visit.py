"""Loads what a page needs before it is opened for the first time, one module in each turn."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

_SHARED = (
    *(f"ui.widgets.{name}" for name in ("pieces", "place", "page_head", "own_viewport")),
    *("ui.widgets.scroll_area", "ui.shell.page_rise"),
)
_SOME = ("ui.widgets.wanted", "ui.widgets.banner", "ui.widgets.skeleton")
_MODULES = {
    "settings": (
        *("ui.pages.settings.section", "actions.cards", "ui.pages.settings.fault"),
        *("ui.pages.settings.view_model", *_SHARED, "ui.widgets.growing_column"),
        *("ui.widgets.choice_look", "ui.widgets.segmented"),
    ),
    "support": (
        *(*_SHARED, *_SOME, "ui.widgets.icon_button", "ui.widgets.field"),
        *("ui.widgets.lead_button", "ui.widgets.fitting_label", "ui.widgets.empty_state"),
        *(
            f"ui.pages.support.{name}"
            for name in (
                *("contact_line", "loading_blocks", "minutes", "preview", "ruler", "new_request"),
                *("closing_question", "message", "reply_box", "thread", "ticket_list"),
            )
        ),
    ),
    "privacy": (
        *(*_SHARED, *_SOME, "privacy.receipts", "ui.pages.policy.words"),
        *(
            f"ui.pages.privacy.{name}"
            for name in (
                *("words", "lines", "decisions_card", "features", "timeline", "versions_card"),
                "view_model",
            )
        ),
    ),
    "account": (*(*_SHARED, *_SOME, "ui.pages.account.entrance", "ui.pages.account.own_account"),),
    "streamer": (
        *(
            *_SHARED,
            "ui.widgets.icon_button",
            "ui.widgets.empty_state",
            "actions.latency",
            "actions.naming",
        ),
        *(
            f"ui.pages.streamer.{name}"
            for name in (
                *("profile", "card_desk", "card_makers", "columns", "own_gate", "naming_model"),
                *("head_tools", "sheet_desk", "undo", "view_model", "adding_model"),
                *("facts_card", "handing_model", "new_owner_model", "own_words", "own_panes"),
                *("owned_model", "upkeep_model", "own_card"),
            )
        ),
    ),
}
"""By page; each module after those that it needs, so that no turn loads more than one."""
_PACKAGE = "altrabits_desktop"


class FirstVisit(QObject):
    """Leads to one page at a time. Main thread only.

    Args:
        parent: owner; with its end nothing is opened any more.
    """

    def __init__(self, *, parent: QObject) -> None:
        super().__init__(parent)
        self._under_way: QObject | None = None

    def lead(self, page: str, opened: Callable[[], None]) -> None:
        """Open a page: at once where all of it is loaded, else in a turn after it is.

        Args:
            page: name of its package.
            opened: opens it.
        """
        self.give_up()
        names = [f"{_PACKAGE}.{name}" for name in modules_of(page)]
        missing = [name for name in names if name not in sys.modules]
        if not missing:
            opened()
            return
        # Imported here: it is needed for the first visits only.
        from altrabits_desktop.ui.widgets.pieces import Pieces

        pieces = Pieces((partial(import_module, name) for name in missing), parent=self)
        self._under_way = pieces
        pieces.over.connect(self._forget)
        pieces.over.connect(opened)

    def give_up(self) -> None:
        """Open nothing any more of what is still being loaded."""
        if self._under_way is not None:
            self._under_way.setParent(None)
            self._forget()

    def _forget(self) -> None:
        if self._under_way is not None:
            self._under_way.deleteLater()
            self._under_way = None


def modules_of(page: str) -> tuple[str, ...]:
    """Give what a page needs as it opens, within the program's package; the page comes last."""
    return (*_MODULES.get(page, ()), f"ui.pages.{page}.page")
