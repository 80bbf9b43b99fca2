"""What changed: in the dialog that asks again, and on page Policy."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from altrabits_desktop.actions.policy_changes import PolicyChange
from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.policy_difference import difference_of
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.pages.policy.dialog import PolicyDialog
from altrabits_desktop.ui.pages.policy.page import PolicyPage
from altrabits_desktop.ui.pages.policy.reader import PolicyReader
from altrabits_desktop.ui.widgets.fitting_label import FittingLabel
from altrabits_desktop.ui.widgets.segmented import Segmented
from tests.fakes.kept_home import EFFECTIVE, TEXT, policy, receipts
from tests.harness.hostile_texts import HOSTILE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.ui.pages.policy.text_view import PolicyTextView
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse

LATER = EFFECTIVE + timedelta(days=40)
NEW_TEXT = TEXT.replace("every** product", "every** product and service").replace(
    "- **Support:** what you write.", "- **Support:** what we read."
)


def changed(**known: object) -> Policy:
    return policy("1.1", effective_at=LATER, text=NEW_TEXT, **known)


@pytest.fixture
def asked_again(house: FullHouse) -> FullHouse:
    house.home.kept = receipts(DecisionKind.ACCEPTED)
    house.home.stand(decided_version="1.0")
    house.home.ask(changed())
    return house


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1180, 760)
    window.show()
    # Held to the end: its dialog ends with it.
    yield window
    window.hide()


@pytest.fixture
def dialog(theme: Theme, asked_again: FullHouse, window: QWidget) -> PolicyDialog:
    dialog = PolicyDialog(theme, services=asked_again.services, window=window)
    dialog.open()
    return dialog


def choice(parent: QWidget, name: str) -> QRadioButton:
    found = parent.findChild(QRadioButton, name)
    assert isinstance(found, QRadioButton)
    return found


def contents(reader: PolicyReader) -> list[str]:
    listed = reader.contents
    return [
        str(listed.item(row).data(Qt.ItemDataRole.AccessibleTextRole) or listed.item(row).text())
        for row in range(listed.count())
    ]


def look_of(view: PolicyTextView, words: str) -> tuple[bool, bool, str, str]:
    found = view.document().find(words)
    assert not found.isNull()
    look = found.charFormat()
    font = look.font()
    return (
        font.underline(),
        font.strikeOut(),
        look.foreground().color().name(),
        look.background().color().name(),
    )


def test_c42_the_dialog_begins_with_what_changed_since_the_decision(dialog: PolicyDialog) -> None:
    text = dialog.reader.text.toPlainText()

    assert dialog.accessibleName() == "The privacy policy has changed"
    assert dialog.reader.strip.isVisible()
    assert dialog.reader.strip.is_on_changes
    assert dialog.reader.strip.words == "Compared with version 1.0, which you decided about"
    assert "for every product and service." in text
    assert "what you writewe read" not in text
    assert "Whoever runs the server." not in text


def test_c42_what_it_means_comes_first(dialog: PolicyDialog) -> None:
    legend, name, summary, touched, *_ = dialog.reader.text.toPlainText().split("\n")

    assert legend == " +  added, underlined\u2003 \u2212  removed, struck through"
    assert name == "What this means for me"
    assert summary == "What version 1.1 says in short."
    assert touched == "Changed: What this covers and What we collect"


def test_c42_marks_are_not_colour_alone(dialog: PolicyDialog, theme: Theme) -> None:
    view = dialog.reader.text
    added, removed, kept = (
        look_of(view, words) for words in ("and service", "you write", "It holds for")
    )

    assert added[:2] == (True, False)
    assert removed[:2] == (False, True)
    assert kept[:2] == (False, False)
    assert added[2:] == (theme.colour("ok").name(), theme.colour("ok.soft").name())
    assert removed[2:] == (theme.colour("bad").name(), theme.colour("bad.soft").name())


def test_c42_the_contents_are_the_parts_that_changed(dialog: PolicyDialog) -> None:
    listed = dialog.reader.contents
    titles = [listed.item(row).text() for row in range(listed.count())]

    assert titles == ["What this covers", "What we collect"]
    assert [
        line.startswith(f"{title}, 1 change")
        for line, title in zip(contents(dialog.reader), titles, strict=True)
    ] == [True, True]


def test_c42_the_full_text_is_one_press_away(dialog: PolicyDialog) -> None:
    choice(dialog, "policy.view.text").click()
    full = dialog.reader.text.toPlainText()
    choice(dialog, "policy.view.changes").click()

    assert "Whoever runs the server." in full
    assert "What this means for me" not in full
    assert "What this means for me" in dialog.reader.text.toPlainText()


def test_c42_what_changed_is_reached_by_keys(dialog: PolicyDialog) -> None:
    before = choice(dialog, "policy.view.changes")
    before.setFocus()

    QTest.keyClick(before, Qt.Key.Key_Right)

    assert choice(dialog, "policy.view.text").isChecked()
    assert not dialog.reader.strip.is_on_changes


def test_c42_a_section_is_led_to(dialog: PolicyDialog) -> None:
    dialog.resize(600, 300)
    dialog.reader.contents.section_chosen.emit("2")

    block = dialog.reader.text.textCursor().block()

    assert block.text() == "What we collect"


def test_c42_search_finds_what_changed(dialog: PolicyDialog) -> None:
    dialog.reader.search("service")

    assert dialog.reader.text.hits == 1


def test_a_first_decision_has_nothing_to_compare(
    theme: Theme, house: FullHouse, window: QWidget
) -> None:
    dialog = PolicyDialog(theme, services=house.services, window=window)
    dialog.open()

    assert not dialog.reader.strip.isVisible()
    assert dialog.accessibleName() == "Privacy policy"
    assert "versions" not in house.home.asked


def open_page(qtbot: QtBot, theme: Theme, house: FullHouse, version: str = "") -> PolicyPage:
    page = PolicyPage(theme, services=house.services, version=version)
    qtbot.addWidget(page)
    page.resize(956, 740)
    page.show()
    return page


def test_c42_page_policy_begins_with_what_changed_since_the_decision(
    qtbot: QtBot, theme: Theme, asked_again: FullHouse
) -> None:
    page = open_page(qtbot, theme, asked_again, "1.1")

    assert page.reader.strip.is_on_changes
    assert "What this means for me" in page.reader.text.toPlainText()


def test_c42_of_a_version_that_is_known_the_text_comes_first(
    qtbot: QtBot, theme: Theme, asked_again: FullHouse
) -> None:
    asked_again.home.kept = ()
    asked_again.home.stand(decided_version="1.1", decision=DecisionKind.ACCEPTED)
    page = open_page(qtbot, theme, asked_again)
    first = page.reader.text.toPlainText()

    choice(page, "policy.view.changes").click()

    assert "Whoever runs the server." in first
    assert page.reader.strip.words == "Compared with version 1.0, the one before"
    assert "What this means for me" in page.reader.text.toPlainText()


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_choice_ends_where_the_text_below_ends(
    dialog: PolicyDialog, side: Qt.LayoutDirection
) -> None:
    dialog.setLayoutDirection(side)
    reader = dialog.reader
    is_rtl = side is Qt.LayoutDirection.RightToLeft
    form = reader.text.document().rootFrame().frameFormat()
    away = form.leftMargin() if is_rtl else form.rightMargin()

    bar = reader.strip.findChild(Segmented, "policy.view")
    assert bar is not None
    layout = reader.strip.layout()
    assert layout is not None
    layout.activate()

    strip_px = reader.strip.width()
    end = bar.x() if is_rtl else strip_px - bar.geometry().right() - 1
    assert end == away > 32


def test_where_there_is_little_room_the_strip_says_it_in_fewer_words(
    qtbot: QtBot, theme: Theme, asked_again: FullHouse
) -> None:
    page = open_page(qtbot, theme, asked_again)
    label = page.findChild(FittingLabel, "policy.view.words")
    assert label is not None

    label.resize(140, 20)

    assert label.shown_text == "Compared with 1.0"
    assert "which you decided about" in label.toolTip()


def test_c42_the_first_version_says_that_it_is(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    page = open_page(qtbot, theme, house)

    assert page.reader.strip.words == "This is the first version."
    assert not choice(page, "policy.view.changes").isVisible()


def test_c42_an_earlier_version_out_of_reach_is_said_and_the_text_shown(
    qtbot: QtBot, theme: Theme, asked_again: FullHouse
) -> None:
    asked_again.home.refusals["versions"] = NotReachable("server.away")
    page = open_page(qtbot, theme, asked_again)
    said, text = page.reader.strip.words, page.reader.text.toPlainText()

    del asked_again.home.refusals["versions"]
    choice(page, "policy.view.changes").click()

    assert said == "The server does not answer; the earlier version is kept there."
    assert "Whoever runs the server." in text
    assert page.reader.strip.words.startswith("Compared with version 1.0")
    assert "What this means for me" in page.reader.text.toPlainText()


def test_c42_while_it_is_compared_nothing_else_stands_there(
    qtbot: QtBot, theme: Theme, asked_again: FullHouse
) -> None:
    asked_again.launcher.is_holding = True
    page = open_page(qtbot, theme, asked_again)
    said, text = page.reader.strip.words, page.reader.text.toPlainText()

    asked_again.launcher.let_run()

    assert (said, text) == ("Comparing with an earlier version", "")
    assert "What this means for me" in page.reader.text.toPlainText()


def test_c42_a_newer_text_meanwhile_is_compared_anew(
    qtbot: QtBot, theme: Theme, asked_again: FullHouse
) -> None:
    asked_again.launcher.is_holding = True
    page = open_page(qtbot, theme, asked_again)
    newer = policy("1.2", effective_at=LATER + timedelta(days=1), text=TEXT + "\n\nAnd more.")
    asked_again.home.ask(newer)
    press = page.findChild(QWidget, "policy.accept")
    assert press is not None

    QTest.mouseClick(press, Qt.MouseButton.LeftButton)
    asked_again.launcher.let_run()

    assert asked_again.home.decided == []
    assert "And more." in page.reader.text.toPlainText()


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme) -> PolicyReader:
    reader = PolicyReader(theme)
    qtbot.addWidget(reader)
    reader.resize(906, 400)
    reader.show()
    return reader


def change_to(
    text: str, *, before: str = "## One\n\nWe keep less.", **known: object
) -> PolicyChange:
    return PolicyChange(
        before=policy(text=before),
        after=policy("1.1", text=text, **known),
        difference=difference_of(before, text),
    )


def test_c42_another_look_alone_says_that_no_word_differs(reader: PolicyReader) -> None:
    reader.show_changes(change_to("## One\n\nWe keep **less**."))

    assert "Not a word differs." in reader.text.toPlainText()
    assert reader.contents.count() == 0


def test_c42_what_stands_above_all_headings_has_a_name_too(reader: PolicyReader) -> None:
    reader.show_changes(change_to("We promise.\n\n## One\n\nWe keep less."))

    assert reader.contents.item(0).text() == "Above the first heading"
    assert "Above the first heading\nWe promise." in reader.text.toPlainText()


def test_c42_points_and_emphasis_stay(reader: PolicyReader) -> None:
    reader.show_changes(change_to("## One\n\nWe keep less.\n\n- **Never** sold\n- *Ever*"))

    found = reader.text.document().find("Never")
    assert found.charFormat().font().weight() >= found.charFormat().font().Weight.DemiBold
    assert found.block().blockFormat().indent() == 1
    assert not reader.grab().isNull()


@pytest.mark.parametrize("is_rtl", [False, True])
def test_c42_another_theme_keeps_place_and_search(
    qtbot: QtBot, qapp: QApplication, theme: Theme, reader: PolicyReader, *, is_rtl: bool
) -> None:
    ways = Qt.LayoutDirection
    reader.setLayoutDirection(ways.RightToLeft if is_rtl else ways.LeftToRight)
    reader.show_changes(change_to("## One\n\n" + "\n\n".join(f"Line {n}" for n in range(60))))
    reader.search("Line 4")
    bar = reader.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    was_at, hits = bar.value(), reader.text.hits
    was = theme.choice
    light = look_of(reader.text, "Line 4")[2]

    theme.apply(qapp, ThemeChoice.LIGHT if theme.is_dark else ThemeChoice.DARK)
    dark = look_of(reader.text, "Line 4")[2]
    assert not reader.grab().isNull()
    theme.apply(qapp, was)

    assert (bar.value(), reader.text.hits) == (was_at, hits)
    assert hits > 1
    assert light != dark


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_r3_a_hostile_change_is_plain_text(reader: PolicyReader, name: str) -> None:
    hostile = HOSTILE_TEXTS[name]
    reader.show_changes(
        change_to(f"## One\n\nWe say {hostile} to you", summary=hostile), contact="Somebody"
    )
    document = reader.text.document()
    cursor = QTextCursor(document)
    anchors = []
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        anchors.append(cursor.charFormat().isAnchor() or cursor.charFormat().isImageFormat())

    assert not any(anchors)
    assert "Somebody" in reader.text.toPlainText()
    assert "\u202e" not in reader.text.toPlainText()
