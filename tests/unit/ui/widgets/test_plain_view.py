from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import has_ring
from altrabits_desktop.ui.widgets.plain_view import PlainView
from altrabits_desktop.ui.widgets.ring_frame import RingFrame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> Iterator[PlainView]:
    page = QWidget()
    qtbot.addWidget(page)
    made = PlainView(theme, name="Message", most_px=100)
    QVBoxLayout(page).addWidget(made)
    page.resize(300, 300)
    page.show()
    yield made
    # It goes with what it stands on, which was kept until here.
    page.close()


def test_text_is_never_interpreted(view: PlainView) -> None:
    view.set_text("<b>bold</b> & more")

    assert view.toPlainText() == "<b>bold</b> & more"


def test_it_is_as_high_as_its_lines_up_to_its_bound(view: PlainView) -> None:
    view.set_text("One")
    one = view.height()
    view.set_text("One\nTwo")
    two = view.height()
    view.set_text("\n".join("Line" for _ in range(50)))

    assert (one, two, view.height()) == (20, 40, 100)
    view.set_most(200)
    assert view.height() == 200


def test_a_word_without_end_is_wrapped(view: PlainView) -> None:
    view.set_text("w" * 200)

    assert view.height() > 20
    assert view.horizontalScrollBar().maximum() == 0


def test_nothing_can_be_put_in(view: PlainView) -> None:
    view.set_text("One")
    foreign = QMimeData()
    foreign.setText("more")

    view.insertFromMimeData(foreign)
    QTest.keyClicks(view, "more")

    assert view.toPlainText() == "One"


def test_the_ring_is_shown_for_the_keyboard_alone(
    view: PlainView, activate: Callable[[QWidget], None]
) -> None:
    activate(view.window())
    view.set_text("One")
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    by_pointer = has_ring(view)
    view.clearFocus()

    view.setFocus(Qt.FocusReason.TabFocusReason)

    assert (by_pointer, has_ring(view)) == (False, True)
    view.clearFocus()
    assert not has_ring(view)


def test_the_ring_touches_no_letter(view: PlainView, activate: Callable[[QWidget], None]) -> None:
    activate(view.window())
    view.set_text("One")
    view.clearFocus()

    view.setFocus(Qt.FocusReason.TabFocusReason)

    [ring] = [one for one in view.window().findChildren(RingFrame) if one.isVisible()]
    assert ring.geometry().contains(view.geometry().adjusted(-2, -2, 2, 2))


def test_keys_that_scroll_are_for_the_page_while_all_is_seen(view: PlainView) -> None:
    heard: list[int] = []

    class Page(QWidget):
        def keyPressEvent(self, event: object) -> None:
            heard.append(getattr(event, "key", int)())

    page = Page()
    view.set_text("One")
    view.setParent(page)

    QTest.keyClick(view, Qt.Key.Key_Down)

    assert heard == [Qt.Key.Key_Down]
    view.setParent(None)


def test_lines_begin_at_the_right_where_people_read_from_there(
    view: PlainView, from_the_right: None
) -> None:
    view.set_text("One")

    side = view.document().defaultTextOption().alignment()

    assert side & Qt.AlignmentFlag.AlignRight


def test_it_stands_on_the_line_of_what_is_beside_it(theme: Theme, qtbot: QtBot) -> None:
    view, label = PlainView(theme, name="Number", most_px=60), ElidedLabel(theme, "HH")
    ends = []
    view.set_text("HH")
    for each in (view, label):
        qtbot.addWidget(each)
        each.resize(100, theme.line_px("lines"))
        each.show()
        picture = each.grab().toImage()
        ground = picture.pixel(99, 0)
        inked = [y for y in range(picture.height()) if picture.pixel(1, y) != ground]
        ends.append(inked[-1])

    assert ends[0] == ends[1]
