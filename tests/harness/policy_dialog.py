"""The dialog about the policy, before a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.policy.dialog import PolicyDialog


class Opened(Protocol):
    def __call__(
        self, width: int = 1180, height: int = 760, *, is_cut: bool | None = None
    ) -> PolicyDialog: ...


def around(dialog: PolicyDialog) -> QWidget:
    window = dialog.parentWidget()
    assert isinstance(window, QWidget)
    return window
