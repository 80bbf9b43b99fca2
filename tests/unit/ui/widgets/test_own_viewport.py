from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QListView, QScrollArea, QTableView

from altrabits_desktop.ui.widgets.own_viewport import clear_viewport, take_touch

PROGRAM = """
import enum

built = []
make = enum.EnumType.__new__


def noted(kind, name, *rest, **words):
    built.append(name)
    return make(kind, name, *rest, **words)


from PySide6.QtWidgets import QApplication, QWidget

from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.ui.theme.theme import Theme
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea

application = QApplication(["-platform", "offscreen"])
theme = Theme(resource_folder())
enum.EnumType.__new__ = noted
area = ScrollArea(theme, QWidget())
area.show()
area.viewport()
print("WizardStyle" in built)
"""


def attributes(area: QAbstractScrollArea) -> set[Qt.WidgetAttribute]:
    known = set(Qt.WidgetAttribute) - {Qt.WidgetAttribute.WA_AttributeCount}
    return {each for each in known if area.viewport().testAttribute(each)}


@pytest.mark.parametrize("kind", [QScrollArea, QListView, QTableView])
@pytest.mark.usefixtures("qapp")
def test_it_is_as_the_one_that_qt_makes(kind: type[QAbstractScrollArea]) -> None:
    usual, own = kind(), kind()
    usual.viewport().setAutoFillBackground(False)

    take_touch(clear_viewport(own))

    assert attributes(own) == attributes(usual)
    assert own.viewport().backgroundRole() == usual.viewport().backgroundRole()
    assert own.viewport().acceptDrops() == usual.viewport().acceptDrops()
    assert not own.viewport().autoFillBackground()


def test_no_class_of_another_widget_is_built_for_what_scrolls() -> None:
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )

    assert (finished.returncode, finished.stdout.strip()) == (0, "False"), finished.stderr
