from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.widgets.empty_state import EmptyState
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


def test_it_shows_picture_sentence_and_action(theme: Theme, qtbot: QtBot) -> None:
    action = PushButton(theme, "Run the doctor")
    empty = EmptyState(
        theme,
        spot="nothing-found",
        heading="No streamer answered",
        sentence="A streamer in another network can be reached by its address.",
        action=action,
    )
    qtbot.addWidget(empty)
    empty.resize(600, 500)
    empty.show()

    picture = empty.grab().toImage()

    assert empty.accessibleName() == "No streamer answered"
    assert action.isVisible()
    assert action.geometry().center().x() in range(297, 303)
    lines = {picture.pixelColor(x, 200).name() for x in range(180, 420)}
    assert theme.colour("ground").name() in lines
    assert len(lines) > 1


def test_the_picture_follows_the_theme(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    empty = EmptyState(theme, spot="offline", heading="Away", sentence="Nothing is lost.")
    qtbot.addWidget(empty)
    light = empty.grab().toImage()

    theme.apply(qapp, ThemeChoice.DARK)

    assert empty.grab().toImage() != light


def test_a_sentence_of_several_lines_is_shown_to_its_end(theme: Theme, qtbot: QtBot) -> None:
    sentence = "Durchsucht werden Namen, Räume, Produkte, Adressen und was gerade spielt."
    empty = EmptyState(theme, spot="nothing-found", heading="Nichts passt", sentence=sentence)
    qtbot.addWidget(empty)
    empty.resize(700, 420)

    empty.show()

    blocks = [block for block in empty.findChildren(TextBlock) if block.text() == sentence]
    assert [block.height() for block in blocks] == [2 * theme.line_px("lines")]


def test_it_can_say_something_else(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, spot="offline", heading="Away", sentence="Nothing is lost.")
    qtbot.addWidget(empty)

    empty.set_words(heading="Back", sentence="All is in step.")

    assert empty.accessibleName() == "Back"
