from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.theme.theme import STYLE_ARGUMENTS, Theme
from altrabits_desktop.ui.widgets.avatar import Avatar
from altrabits_desktop.ui.widgets.card import Card, CardGround
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.push_button import Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.search_field import SearchField
from altrabits_desktop.ui.widgets.segmented import Segment, Segmented
from altrabits_desktop.ui.widgets.side_place import SidePlace
from altrabits_desktop.ui.widgets.skeleton import Skeleton, streamer_card_blocks
from altrabits_desktop.ui.widgets.wordmark import Wordmark

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        application.exit()

application = QApplication(["altrabits", *STYLE_ARGUMENTS])
theme = Theme(resource_folder())
theme.apply(application, ThemeChoice.SYSTEM)
window, content, ground = Window(), QWidget(), CardGround(theme)
layout = QVBoxLayout(content)
place = SidePlace(theme, icon="streamers", text="Streamers")
place.setChecked(True)
for widget in (
    Wordmark(theme, name="AltraBits"),
    place,
    SidePlace(theme, icon="settings", text="Settings"),
    ElidedLabel(theme, "Streamers", type_name="title"),
    SearchField(theme, name="s", placeholder="Search", clear_name="Clear", key_words="Ctrl F"),
    Segmented(theme, [Segment("c", "Cards", "cards"), Segment("r", "Rows")], name="View"),
    PushButton(theme, "Find again", look=Look.PRIMARY, icon="refresh"),
    IconButton(theme, "more", name="More"),
    IconMark(theme, "room"),
    Avatar(theme, icon="account"),
    Chip(theme, icon="check", text="Ready"),
    Skeleton(theme, streamer_card_blocks(), name="Looking"),
    Card(theme),
    ScrollArea(theme, ground),
):
    layout.addWidget(widget)
window.setCentralWidget(content)
content.setFocus()
window.resize(600, 1000)
window.show()
application.exec()
slow = {"Qt": QtCore, "QIcon": QtGui, "QStyle": QtWidgets}
print(*sorted(name for name, module in slow.items() if module.__dict__.get(name) is not None))
"""


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_first_paint_loads_none_of_the_slow_parts_of_qt(direction: str) -> None:
    # The flag for right to left would load what is looked for, so the option sets it.
    option = '"-reverse", *STYLE_ARGUMENTS' if direction == "rtl" else "*STYLE_ARGUMENTS"
    program = PROGRAM.replace("*STYLE_ARGUMENTS]", f"{option}]")

    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )

    assert (finished.returncode, finished.stdout.strip()) == (0, ""), finished.stderr
