from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QProxyStyle,
    QPushButton,
    QScrollArea,
    QSlider,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from altrabits_desktop.qa.pilot import NotSeenError, Pilot

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Page(QWidget):
    """A little of everything."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(300, 300)
        self.pressed: list[str] = []
        self.column = QVBoxLayout(self)
        self.button = QPushButton("Find")
        self.button.setObjectName("page.find")
        self.button.clicked.connect(lambda: self.pressed.append("find"))
        self.field = QLineEdit("before")
        self.field.setObjectName("page.field")
        self.label = QLabel("nothing yet")
        self.label.setObjectName("page.label")
        for widget in (self.button, self.field, self.label):
            self.column.addWidget(widget)
        self.setObjectName("page")


class JumpingStyle(QProxyStyle):
    """A slider goes where it is pressed, as the app's own do."""

    def styleHint(self, hint: QStyle.StyleHint, *others: Any) -> int:  # noqa: ANN401 # as Qt's
        if hint == QStyle.StyleHint.SH_Slider_AbsoluteSetButtons:
            return Qt.MouseButton.LeftButton.value
        return super().styleHint(hint, *others)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def pilot(page: Page, tmp_path: Path) -> Pilot:
    return Pilot(page, pictures=tmp_path / "pictures")


def test_presses_by_pointer(page: Page, pilot: Pilot) -> None:
    pilot.press("page.find")

    assert page.pressed == ["find"]


def test_types_in_place_of_what_stood_there(page: Page, pilot: Pilot) -> None:
    typed: list[str] = []
    page.field.textEdited.connect(typed.append)

    pilot.type("page.field", "after")

    assert page.field.text() == "after"
    assert typed == ["", "a", "af", "aft", "afte", "after"]


def test_presses_keys_in_an_object_or_where_the_focus_is(page: Page, pilot: Pilot) -> None:
    pilot.key(Qt.Key.Key_End, name="page.field")
    pilot.key(Qt.Key.Key_Space, name="page.find")

    assert page.pressed == ["find"]


def test_reads_one_object_or_the_whole_window(page: Page, pilot: Pilot) -> None:
    assert pilot.read("page.label") == "nothing yet"
    assert pilot.read() == "Find\nbefore\nnothing yet"


@pytest.mark.parametrize("name", ["page.none", "page.*"])
def test_one_object_must_be_meant(pilot: Pilot, name: str) -> None:
    with pytest.raises(NotSeenError, match="objects are called"):
        pilot.find(name)


def test_what_is_missing_is_said_with_what_is_there_and_a_picture(
    pilot: Pilot, tmp_path: Path
) -> None:
    with pytest.raises(NotSeenError) as caught:
        pilot.press("page.none")

    assert "page.find, page.field, page.label" in str(caught.value)
    assert "nothing yet" in str(caught.value)
    assert (tmp_path / "pictures" / "not-seen.png").exists()


def test_what_is_switched_off_cannot_be_pressed(page: Page, pilot: Pilot) -> None:
    page.button.setEnabled(False)

    with pytest.raises(NotSeenError, match="switched off"):
        pilot.press("page.find")


def test_what_lies_under_something_else_cannot_be_pressed(page: Page, pilot: Pilot) -> None:
    cover = QLabel("cover", page)
    cover.setObjectName("page.cover")
    cover.setGeometry(page.rect())
    cover.show()

    with pytest.raises(NotSeenError, match=r"page\.cover is at its place"):
        pilot.press("page.find")


def test_only_a_field_takes_a_text(pilot: Pilot) -> None:
    with pytest.raises(NotSeenError, match="no field"):
        pilot.type("page.find", "text")


def test_scrolls_to_what_is_out_of_sight(page: Page, pilot: Pilot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    spacer = QWidget()
    spacer.setFixedHeight(2000)
    far = QPushButton("far")
    far.setObjectName("page.far")
    far.clicked.connect(lambda: page.pressed.append("far"))
    column.addWidget(spacer)
    column.addWidget(far)
    area = QScrollArea()
    area.setWidget(inside)
    page.column.addWidget(area)
    area.show()
    page.column.activate()

    pilot.press("page.far")

    assert page.pressed == ["far"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
async def test_chooses_in_the_menu_of_a_button(page: Page, pilot: Pilot) -> None:
    menu = QMenu(page)
    for entry in ("By room", "By &name"):
        menu.addAction(entry).triggered.connect(
            lambda _is_checked=False, entry=entry: page.pressed.append(entry)
        )
    page.button.clicked.connect(lambda: menu.popup(page.button.mapToGlobal(page.rect().center())))

    await pilot.choose("page.find", "By name")

    assert page.pressed == ["find", "By &name"]
    with pytest.raises(NotSeenError, match="no entry"):
        await pilot.choose("page.find", "By magic")


async def test_waits_for_a_text(page: Page, pilot: Pilot) -> None:
    asyncio.get_running_loop().call_later(0.05, page.label.setText, "done")

    await pilot.wait_for("page.label", text="done")

    assert page.label.text() == "done"


async def test_waits_for_objects_to_come_and_to_go(page: Page, pilot: Pilot) -> None:
    page.label.hide()
    asyncio.get_running_loop().call_later(0.05, page.label.show)
    asyncio.get_running_loop().call_later(0.05, page.field.hide)

    await pilot.wait_for("page.label")
    await pilot.wait_for("page.field", is_gone=True)

    assert pilot.names("page.*") == ["page.find", "page.label"]


async def test_waits_for_a_number_of_objects(pilot: Pilot) -> None:
    await pilot.wait_for("page.*", count=3)

    assert len(pilot.names("page.*")) == 3


async def test_waits_only_so_long(pilot: Pilot) -> None:
    with pytest.raises(NotSeenError, match=r"not within 0\.05 s: window done"):
        await pilot.wait_for("window", text="done", within_s=0.05)


def test_saves_a_picture(pilot: Pilot) -> None:
    assert pilot.save_picture("page").read_bytes().startswith(b"\x89PNG")


def test_presses_in_a_dialog_and_not_behind_it(qtbot: QtBot, page: Page, pilot: Pilot) -> None:
    dialog = QDialog(page)
    answer = QPushButton("Yes", dialog)
    answer.setObjectName("dialog.yes")
    answer.clicked.connect(lambda: page.pressed.append("yes"))
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)

    pilot.press("dialog.yes")
    with pytest.raises(NotSeenError, match="cannot be reached"):
        pilot.press("page.find")

    assert page.pressed == ["yes"]
    dialog.close()


def test_a_slider_is_pressed_at_a_place_and_read(page: Page, pilot: Pilot) -> None:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setObjectName("page.level")
    slider.setStyle(JumpingStyle())
    page.column.addWidget(slider)
    slider.show()

    chosen = pilot.slide("page.level", 1.0)

    assert chosen == pilot.value("page.level") == slider.maximum()
    with pytest.raises(NotSeenError, match=r"page\.find is no slider"):
        pilot.slide("page.find", 0.5)


def test_of_several_alike_the_one_in_a_named_object_is_meant(page: Page, pilot: Pilot) -> None:
    pressed: list[str] = []
    for name in ("page.card.a", "page.card.b"):
        card = QWidget()
        card.setObjectName(name)
        button = QPushButton(name, card)
        button.setObjectName("page.card.play")
        button.clicked.connect(lambda _checked=False, name=name: pressed.append(name))
        QVBoxLayout(card).addWidget(button)
        page.column.addWidget(card)
        card.show()

    pilot.press("page.card.play", within="page.card.b")

    assert pressed == ["page.card.b"]
    assert pilot.read("page.card.play", within="page.card.a") == "page.card.a"
    with pytest.raises(NotSeenError, match="2 objects"):
        pilot.press("page.card.play")


async def test_without_a_mouse_tab_leads_to_what_is_typed_in_and_pressed(
    page: Page, pilot: Pilot
) -> None:
    await pilot.tab_to("page.field")
    pilot.key(Qt.Key.Key_A, modifiers=Qt.KeyboardModifier.ControlModifier)
    pilot.write("after")
    await pilot.tab_to("page.find")
    pilot.key(Qt.Key.Key_Space)

    assert (page.field.text(), page.pressed) == ("after", ["find"])


async def test_where_tab_does_not_lead_is_said(page: Page, pilot: Pilot) -> None:
    page.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page.field.setFocus()

    with pytest.raises(NotSeenError, match="Tab does not lead to page\\.find"):
        await pilot.tab_to("page.find")
