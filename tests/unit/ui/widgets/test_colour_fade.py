from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.widgets.colour_fade import ColourFade

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_the_first_colour_is_there_at_once(theme: Theme, widget: QWidget) -> None:
    theme.set_reduced_motion(False)
    fade = ColourFade(widget, theme)

    assert fade.toward(theme.colour("card")) == theme.colour("card")


def test_the_next_colour_is_reached_on_the_way(theme: Theme, widget: QWidget, qtbot: QtBot) -> None:
    theme.set_reduced_motion(False)
    fade = ColourFade(widget, theme)
    fade.toward(theme.colour("card"))

    at_first = fade.toward(theme.colour("accent"))

    assert at_first == theme.colour("card")
    qtbot.waitUntil(
        lambda: fade.toward(theme.colour("accent")) == theme.colour("accent"), timeout=2000
    )


def test_it_can_turn_back_on_the_way(theme: Theme, widget: QWidget, qtbot: QtBot) -> None:
    theme.set_reduced_motion(False)
    fade = ColourFade(widget, theme)
    fade.toward(theme.colour("card"))
    fade.toward(theme.colour("accent"))

    fade.toward(theme.colour("card"))

    qtbot.waitUntil(lambda: fade.toward(theme.colour("card")) == theme.colour("card"), timeout=2000)


def test_with_reduced_motion_every_colour_is_there_at_once(theme: Theme, widget: QWidget) -> None:
    fade = ColourFade(widget, theme)
    fade.toward(theme.colour("card"))

    assert fade.toward(theme.colour("accent")) == theme.colour("accent")


def test_a_hidden_widget_does_not_glide(theme: Theme, widget: QWidget) -> None:
    theme.set_reduced_motion(False)
    widget.hide()
    fade = ColourFade(widget, theme)
    fade.toward(theme.colour("card"))

    assert fade.toward(theme.colour("accent")) == theme.colour("accent")


def test_the_colour_of_a_new_theme_is_there_at_once(
    theme: Theme, widget: QWidget, qapp: QApplication
) -> None:
    theme.set_reduced_motion(False)
    fade = ColourFade(widget, theme)
    fade.toward(theme.colour("card"))
    fade.toward(theme.colour("accent"))

    theme.apply(qapp, ThemeChoice.DARK)

    assert fade.toward(theme.colour("card")) == theme.colour("card")
