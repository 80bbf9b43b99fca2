from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from altrabits_desktop.privacy.policy_text import policy_blocks
from altrabits_desktop.ui.pages.policy.progress import HitsLine, ProgressLine
from altrabits_desktop.ui.pages.policy.reader import PolicyReader
from altrabits_desktop.ui.pages.policy.sections import sections_of
from altrabits_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

LONG = "\n\n".join(["# Policy", *(f"## Part {n}\n\n" + "word " * 120 for n in range(1, 7))])
HOSTILE = """# <b>Policy</b>

## One <img src=x>

<script>alert(1)</script> and [a link](http://evil.test) with \u202e turned

- a point
"""


def reading(qtbot: QtBot, theme: Theme, text: str = LONG) -> PolicyReader:
    reader = PolicyReader(theme)
    qtbot.addWidget(reader)
    reader.resize(906, 520)
    reader.show()
    blocks = policy_blocks(text)
    reader.show_policy(blocks, sections_of(blocks))
    return reader


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme) -> PolicyReader:
    return reading(qtbot, theme)


def progress(reader: PolicyReader) -> str:
    line = reader.findChild(ProgressLine)
    assert isinstance(line, ProgressLine)
    return line.words


def hits(reader: PolicyReader) -> HitsLine:
    line = reader.findChild(HitsLine)
    assert isinstance(line, HitsLine)
    return line


def test_text_is_shown_as_it_is_written(qtbot: QtBot, theme: Theme) -> None:
    reader = reading(qtbot, theme, HOSTILE)

    shown = reader.text.toPlainText()

    assert "<b>Policy</b>" in shown
    assert "<script>alert(1)</script>" in shown
    assert "a link (http://evil.test)" in shown
    assert "[U+202E]" in shown


def test_nothing_in_the_text_is_a_link(qtbot: QtBot, theme: Theme) -> None:
    reader = reading(qtbot, theme, HOSTILE)

    assert "<a href" not in reader.text.toHtml()
    assert "<img" not in reader.text.toHtml()


def test_contents_name_the_sections(reader: PolicyReader) -> None:
    titles = [reader.contents.item(row).text() for row in range(reader.contents.count())]

    assert titles == [f"Part {n}" for n in range(1, 7)]


def test_contents_follow_the_scroll(reader: PolicyReader) -> None:
    before = reader.contents.currentRow()

    reader.text.verticalScrollBar().setValue(reader.text.top_of("4"))

    assert (before, reader.contents.currentRow()) == (0, 2)


def test_contents_name_the_last_section_at_the_end(reader: PolicyReader) -> None:
    bar = reader.text.verticalScrollBar()

    bar.setValue(bar.maximum())

    assert reader.contents.currentRow() == 5


def test_a_chosen_section_comes_to_the_upper_edge(reader: PolicyReader) -> None:
    reader.contents.setFocus()

    QTest.keyClick(reader.contents, Qt.Key.Key_Down)

    assert reader.text.scrolled_px == pytest.approx(reader.text.top_of("3"), abs=30)
    assert reader.contents.currentRow() == 1


def test_a_pressed_section_is_shown_again(reader: PolicyReader) -> None:
    reader.text.verticalScrollBar().setValue(20)
    place = reader.contents.visualItemRect(reader.contents.item(0)).center()

    QTest.mouseClick(
        reader.contents.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y())
    )

    assert reader.text.scrolled_px == pytest.approx(reader.text.top_of("2"), abs=30)


def test_nothing_is_read_at_the_begin(reader: PolicyReader) -> None:
    assert reader.read == frozenset()
    assert progress(reader) == "0 of 6 read, 4 min left"


def test_a_section_is_read_once_its_end_came_up(reader: PolicyReader) -> None:
    reader.text.verticalScrollBar().setValue(reader.text.top_of("3") - 200)

    assert reader.read == {"2"}
    assert progress(reader).startswith("1 of 6 read")


def test_sections_that_were_jumped_over_are_not_read(reader: PolicyReader) -> None:
    reader.contents.setCurrentRow(3)

    assert reader.read == frozenset()


def test_the_end_is_the_end(reader: PolicyReader) -> None:
    bar = reader.text.verticalScrollBar()
    for value in range(0, bar.maximum() + 50, 50):
        bar.setValue(value)

    assert progress(reader) == "Read to the end"
    spoken = reader.contents.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Part 1, read"


def test_a_search_counts_and_leads_to_its_places(reader: PolicyReader) -> None:
    reader.search("PART")
    counted = hits(reader).words

    reader.step(4)

    assert (counted, hits(reader).words) == ("1 of 6", "5 of 6")
    assert reader.text.hit == 4
    assert reader.text.scrolled_px > 0


def test_after_the_last_place_comes_the_first(reader: PolicyReader) -> None:
    reader.search("Part")

    reader.step(-1)

    assert hits(reader).words == "6 of 6"


def test_the_ways_between_places_are_buttons(reader: PolicyReader) -> None:
    reader.search("Part")
    on = reader.findChild(IconButton, "policy.search.next")
    back = reader.findChild(IconButton, "policy.search.previous")
    assert isinstance(on, IconButton)
    assert isinstance(back, IconButton)

    on.click()
    on.click()
    back.click()

    assert hits(reader).words == "2 of 6"


def test_a_search_in_vain_says_so(reader: PolicyReader) -> None:
    reader.search("nowhere")

    assert hits(reader).words == "Not in the text"
    assert reader.text.hit == -1


def test_the_end_of_a_search_shows_how_far_one_is(reader: PolicyReader) -> None:
    reader.search("Part")

    reader.search("")

    assert not hits(reader).isVisible()
    assert reader.text.extraSelections() == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space])
def test_keys_scroll_the_text(reader: PolicyReader, key: Qt.Key) -> None:
    QTest.keyClick(reader.text, key)

    assert reader.text.scrolled_px > 0


def test_a_screen_reader_goes_where_the_keys_scroll(reader: PolicyReader) -> None:
    QTest.keyClick(reader.text, Qt.Key.Key_End)

    assert reader.text.textCursor().blockNumber() > 0


def test_keys_with_shift_select(reader: PolicyReader) -> None:
    QTest.keyClick(reader.text, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert reader.text.textCursor().hasSelection()


def test_nothing_can_be_typed_or_put_in(reader: PolicyReader) -> None:
    before = reader.text.toPlainText()

    QTest.keyClicks(reader.text, "x")
    reader.text.paste()

    assert reader.text.toPlainText() == before


def test_the_ring_shows_for_keys_alone(
    reader: PolicyReader, activate: Callable[[QWidget], None]
) -> None:
    activate(reader)
    reader.text.setFocus(Qt.FocusReason.TabFocusReason)
    by_key = reader.text.has_ring
    reader.contents.setFocus(Qt.FocusReason.MouseFocusReason)
    reader.text.setFocus(Qt.FocusReason.MouseFocusReason)

    assert by_key
    assert not reader.text.has_ring
    assert not reader.contents.has_ring


def test_long_titles_take_two_lines(qtbot: QtBot, theme: Theme) -> None:
    reader = reading(qtbot, theme, "# P\n\n## Short\n\n## " + "Long words " * 5 + "\n\nend")
    reader.grab()
    heights = [
        reader.contents.visualItemRect(reader.contents.item(row)).height() for row in range(2)
    ]

    assert heights[0] == theme.px("policy.entry")
    assert heights[1] > heights[0]


def test_the_column_is_never_wider_than_the_design(qtbot: QtBot, theme: Theme) -> None:
    reader = reading(qtbot, theme)
    reader.resize(1400, 600)

    frame = reader.text.document().rootFrame().frameFormat()

    width = reader.text.width() - frame.leftMargin() - frame.rightMargin()
    assert width == pytest.approx(theme.px("policy.text"), abs=1)


def test_all_of_it_is_painted_in_both_directions(
    qtbot: QtBot, theme: Theme, from_the_right: None
) -> None:
    reader = reading(qtbot, theme, HOSTILE + "\n- \u0645\u0631\u062d\u0628\u0627\n")
    reader.search("point")

    picture = reader.grab()

    assert not picture.isNull()
    assert reader.contents.geometry().left() > reader.text.geometry().left()


def test_labels_hold_plain_text_only(reader: PolicyReader) -> None:
    formats = {label.textFormat() for label in reader.findChildren(QLabel)}

    assert formats == {Qt.TextFormat.PlainText}


def test_emphasis_and_points_keep_their_looks(qtbot: QtBot, theme: Theme) -> None:
    reader = reading(qtbot, theme, "plain *leaning* and **strong**\n\n- point")
    document = reader.text.document()
    first = document.begin()
    cursor = QTextCursor(first)
    cursor.setPosition(first.text().index("leaning") + 1)
    is_leaning = cursor.charFormat().fontItalic()
    cursor.setPosition(first.text().index("strong") + 1)

    assert is_leaning
    assert cursor.charFormat().fontWeight() >= QFont.Weight.DemiBold
    assert document.lastBlock().blockFormat().indent() == 1
