"""What the scrim paints below the dialog where no window can be seen through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt

from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.shell.picture import picture_of
from tests.harness.policy_dialog import around

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.ui.pages.policy.dialog import PolicyDialog
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.harness.policy_dialog import Opened


NO_MASKS = "This plugin does not support"
"""Said by the screen that is none; on a real one masks are looked at in `test_real_window`."""
ROUNDED = 3
"""By how much a channel may differ: what is seen through is rounded twice."""


def distance(one: QColor, other: QColor) -> int:
    """Give by how much the channels of two colours differ at most."""
    return max(
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )


@pytest.mark.qt_log_ignore(NO_MASKS)
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("width", [1180, 800])
def test_it_looks_the_same_where_no_window_can_be_seen_through(
    qapp: QApplication, theme: Theme, opened: Opened, choice: ThemeChoice, width: int
) -> None:
    theme.apply(qapp, choice)
    pictures = []

    for is_cut in (True, False):
        dialog = opened(width, is_cut=is_cut)
        # It is painted in the turn after the rest.
        dialog.reader.setUpdatesEnabled(True)
        pictures.append(picture_of(around(dialog)).toImage())
        dialog.accept()
    theme.apply(qapp, ThemeChoice.LIGHT)

    cut, clear = pictures
    furthest = max(
        distance(cut.pixelColor(x, y), clear.pixelColor(x, y))
        for x in range(cut.width())
        for y in (*range(0, 760, 7), *range(36, 56), *range(704, 724))
    )
    assert cut.size() == clear.size()
    assert furthest <= ROUNDED


def move_it(dialog: PolicyDialog) -> None:
    dialog.move(dialog.pos() + QPoint(24, 0))


def let_its_window_grow(dialog: PolicyDialog) -> None:
    """Its size follows and its corner stays where it is."""
    around(dialog).resize(986, 620)


@pytest.mark.qt_log_ignore(NO_MASKS)
@pytest.mark.parametrize("change", [move_it, let_its_window_grow])
def test_what_is_painted_below_it_goes_where_it_goes(
    opened: Opened, change: Callable[[PolicyDialog], None]
) -> None:
    pictures = []

    for is_cut in (True, False):
        dialog = opened(980, 600, is_cut=is_cut)
        # It is painted in the turn after the rest.
        dialog.reader.setUpdatesEnabled(True)
        change(dialog)
        pictures.append(picture_of(around(dialog)).toImage())
        dialog.accept()

    cut, clear = pictures
    middle = cut.width() // 2, cut.height() // 2
    across = [(x, middle[1]) for x in range(cut.width())]
    down = [(middle[0], y) for y in range(cut.height())]
    furthest = max(distance(cut.pixelColor(*at), clear.pixelColor(*at)) for at in (*across, *down))
    assert cut.size() == clear.size()
    assert furthest <= ROUNDED


@pytest.mark.qt_log_ignore(NO_MASKS)
def test_where_no_window_can_be_seen_through_none_of_it_is_clear(opened: Opened) -> None:
    dialog = opened(is_cut=True)

    assert not dialog.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert dialog.size() == QSize(908, 680)
    assert not dialog.mask().contains(QPoint(1, 1))
    assert dialog.mask().contains(QPoint(6, 6))
    assert dialog.mask().contains(dialog.rect().center())
