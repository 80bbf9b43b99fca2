from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.ui.pages.policy.dialog import PolicyDialog
from tests.fakes.house_on_show import Told
from tests.fakes.kept_home import policy
from tests.harness.policy_dialog import around

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse
    from tests.harness.policy_dialog import Opened


def button(dialog: PolicyDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def scrim(dialog: PolicyDialog) -> QWidget:
    found = around(dialog).findChild(QWidget, "scrim")
    assert isinstance(found, QWidget)
    return found


def test_opens_over_its_window_alone(opened: Opened) -> None:
    dialog = opened()

    assert dialog.windowModality() is Qt.WindowModality.WindowModal
    assert dialog.isVisible()
    assert scrim(dialog).isVisible()
    assert scrim(dialog).size() == around(dialog).size()


def test_says_which_policy_it_is(opened: Opened) -> None:
    dialog = opened()
    shown = [label.text() for label in dialog.findChildren(QLabel)]

    assert dialog.accessibleName() == "Privacy policy"
    assert "Version 1.0" in str(shown)
    assert "Fingerprint 4f9c 1a7e 08d2" in str(shown)


def test_yes_and_no_are_alike(opened: Opened) -> None:
    dialog = opened()
    yes, no = button(dialog, "policy.accept"), button(dialog, "policy.decline")

    assert yes.size() == no.size()
    assert yes.font() == no.font()
    assert yes.palette().buttonText() == no.palette().buttonText()
    assert (yes.isDefault(), no.isDefault()) == (False, False)
    assert (yes.autoDefault(), no.autoDefault()) == (False, False)


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("policy.accept", DecisionKind.ACCEPTED, "Accept"),
        ("policy.decline", DecisionKind.DECLINED, "Decline"),
    ],
)
def test_an_answer_takes_one_press_and_ends_the_dialog(
    opened: Opened, house: FullHouse, name: str, kind: DecisionKind, words: str
) -> None:
    dialog = opened()
    ended = Told(dialog.finished)

    button(dialog, name).click()

    (decided,) = house.home.decided
    assert (decided.kind, decided.wording, decided.policy) == (kind, words, policy())
    assert len(ended) == 1


def test_not_now_decides_nothing(opened: Opened, house: FullHouse) -> None:
    dialog = opened()
    ended = Told(dialog.finished)

    button(dialog, "policy.later").click()

    assert (house.home.put_off_times, house.home.decided) == (1, [])
    assert len(ended) == 1


@pytest.mark.parametrize("way", ["escape", "close"])
def test_leaving_it_is_not_now(opened: Opened, house: FullHouse, way: str) -> None:
    dialog = opened()

    if way == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()

    assert (house.home.put_off_times, house.home.decided) == (1, [])


def test_return_gives_no_answer(opened: Opened, house: FullHouse) -> None:
    dialog = opened()

    QTest.keyClick(dialog.reader.text, Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Enter)

    assert house.home.decided == []
    assert dialog.isVisible()


def test_the_keyboard_begins_in_the_text_without_a_ring(opened: Opened) -> None:
    dialog = opened()

    assert dialog.focusWidget() is dialog.reader.text
    assert not dialog.reader.text.has_ring


def test_tab_leads_to_everything(opened: Opened) -> None:
    dialog = opened()
    names = []
    for _ in range(7):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        names.append(dialog.focusWidget().objectName())

    assert set(names) == {
        "policy.later",
        "policy.decline",
        "policy.accept",
        "policy.search.field",
        "policy.contents",
        "policy.fingerprint.copy",
        "policy.text",
    }


def test_ctrl_f_leads_to_the_search_and_return_onwards(opened: Opened) -> None:
    dialog = opened()
    QTest.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = dialog.focusWidget()
    assert isinstance(field, QLineEdit)

    QTest.keyClicks(field, "what")
    first = dialog.reader.text.hit
    QTest.keyClick(field, Qt.Key.Key_Return)
    second = dialog.reader.text.hit
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert field.objectName() == "policy.search.field"
    assert (first, second, dialog.reader.text.hit) == (0, 1, 0)


def test_escape_empties_the_search_first(opened: Opened, house: FullHouse) -> None:
    dialog = opened()
    field = dialog.findChild(QLineEdit, "policy.search.field")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.setText("what")

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert field.text() == ""
    assert house.home.put_off_times == 0
    assert dialog.isVisible()


def test_a_fault_is_said_in_place(opened: Opened, house: FullHouse) -> None:
    house.home.refusals["decide"] = NotReachable("server.away")
    dialog = opened()
    before = dialog.answers.words

    button(dialog, "policy.accept").click()

    assert before.startswith("A yes opens")
    assert "nothing was recorded" in dialog.answers.words
    assert dialog.isVisible()


def test_an_answer_on_its_way_is_shown(opened: Opened, house: FullHouse) -> None:
    house.launcher.is_holding = True
    dialog = opened()

    button(dialog, "policy.decline").click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    was_busy, was_open = dialog.answers.decline.is_busy, dialog.isVisible()
    house.launcher.let_run()

    assert (was_busy, was_open) == (True, True)
    assert [decided.kind for decided in house.home.decided] == [DecisionKind.DECLINED]


def test_a_newer_version_is_read_before_it_is_decided_about(
    opened: Opened, house: FullHouse
) -> None:
    dialog = opened()
    house.home.ask(policy("1.1", fingerprint="a" * 64, text="## Newer\n\nwords"))

    button(dialog, "policy.accept").click()

    assert house.home.decided == []
    assert dialog.reader.text.toPlainText().startswith("Newer\nwords")
    assert "1.1" in dialog.answers.words


def test_the_whole_fingerprint_is_copied(opened: Opened) -> None:
    dialog = opened()

    button(dialog, "policy.fingerprint.copy").click()

    assert QGuiApplication.clipboard().text() == policy().fingerprint


def test_has_the_size_of_the_design(opened: Opened, theme: Theme) -> None:
    dialog = opened()
    reader = dialog.reader

    assert reader.width() == theme.px("policy.width")
    middle = around(dialog).mapToGlobal(around(dialog).rect().center())
    assert dialog.mapToGlobal(dialog.rect().center()) == middle


def test_fills_a_narrow_window(opened: Opened) -> None:
    dialog = opened(760, 560)

    assert dialog.size() == around(dialog).size()
    assert button(dialog, "policy.accept").isVisible()
    assert not dialog.grab().isNull()


def test_follows_its_window(qtbot: QtBot, opened: Opened, theme: Theme) -> None:
    dialog = opened()
    window = around(dialog)

    window.resize(800, 600)

    qtbot.waitUntil(lambda: dialog.size() == window.size())
    assert scrim(dialog).size() == window.size()


def test_the_scrim_goes_with_it(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened()
    cover = scrim(dialog)

    button(dialog, "policy.later").click()

    assert not cover.isVisible()
    assert not any(
        isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets()
    )


def test_everything_has_a_name(opened: Opened) -> None:
    dialog = opened()

    nameless = [
        each
        for each in dialog.findChildren(QPushButton)
        if each.isVisible() and not (each.objectName() and each.accessibleName())
    ]

    assert nameless == []


def test_the_contact_stands_below_the_text(opened: Opened, house: FullHouse) -> None:
    house.home.ask(policy(contact="privacy@example.test \u202e", fingerprint="b" * 64))

    dialog = opened()

    last = dialog.reader.text.toPlainText().splitlines()[-1]
    assert last == "Contact named with this policy: privacy@example.test [U+202E]"


def test_made_in_pieces_it_is_whole_in_the_end_and_gives_way_without_an_answer(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = PolicyDialog(theme, services=house.services, window=window, is_in_pieces=True)
    pieces = 0
    while dialog.build_next():
        pieces += 1

    text = dialog.reader.text.toPlainText()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.give_up()

    assert pieces > 1
    assert "It holds for every product." in text
    assert house.home.put_off_times == 0


def test_c48_after_a_no_from_before_the_sign_in_it_says_why_it_asks(
    house: FullHouse, opened: Opened
) -> None:
    before = opened().answers.words
    house.home.stand(is_no_of_computer=True)

    dialog = opened()

    assert before.startswith("A yes opens")
    assert "declined on this computer before this sign-in" in dialog.answers.words
    assert "holds here until you decide" in dialog.answers.words


def test_ended_again_while_it_goes_it_blocks_nothing(
    opened: Opened, qtbot: QtBot, qapp: QApplication
) -> None:
    dialog = opened()
    ends: list[int] = []
    dialog.finished.connect(ends.append)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.reader.text)

    def end_again(former: QWidget | None) -> None:
        if former is dialog.reader.text:
            dialog.accept()

    qapp.focusChanged.connect(end_again)
    try:
        dialog.accept()
    finally:
        qapp.focusChanged.disconnect(end_again)

    assert QApplication.activeModalWidget() is None
    assert ends == [QDialog.DialogCode.Accepted]
