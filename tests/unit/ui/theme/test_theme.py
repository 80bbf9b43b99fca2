from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import QLabel, QWidget

from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.theme.theme import STYLE_ARGUMENTS, Theme
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_the_application_has_the_ground_and_text_of_the_theme(
    theme: Theme, qapp: QApplication
) -> None:
    theme.apply(qapp, ThemeChoice.DARK)

    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor("#0F1218")
    assert palette.color(QPalette.ColorRole.WindowText) == QColor("#F0F3F9")
    assert theme.is_dark
    assert theme.choice is ThemeChoice.DARK


def test_the_style_sheet_holds_the_colours_of_the_theme(theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, ThemeChoice.DARK)

    assert theme.tokens.colours["track"] in qapp.styleSheet()


def test_a_change_is_told_once_and_only_when_there_is_one(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.apply(qapp, ThemeChoice.DARK)

    with qtbot.assertNotEmitted(theme.changed):
        theme.apply(qapp, ThemeChoice.DARK)


def test_dressed_text_has_the_colour_of_its_role(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("Fireside")
    qtbot.addWidget(label)

    theme.dress(label, "bad", disabled_role="text.3")

    palette = label.palette()
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    assert palette.color(QPalette.ColorRole.WindowText) == theme.colour("bad")
    assert disabled == theme.colour("text.3")


def test_what_was_not_seen_yet_has_the_new_colours_when_it_is(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, ThemeChoice.DARK)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    hidden = QWidget(window)
    label = ElidedLabel(theme, "made, not shown", parent=hidden)

    theme.apply(qapp, ThemeChoice.LIGHT)
    hidden.show()
    qapp.processEvents()

    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.colour("text")


def test_an_unknown_system_scheme_is_light(theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, ThemeChoice.DARK)

    theme.apply(qapp, ThemeChoice.SYSTEM)

    assert not theme.is_dark


def test_the_system_is_followed_while_it_is_chosen(theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, ThemeChoice.SYSTEM)

    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert theme.is_dark


def test_the_system_is_not_followed_against_a_choice(theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, ThemeChoice.LIGHT)

    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert not theme.is_dark


@pytest.mark.parametrize(("ground", "text", "is_dark"), [(20, 240, True), (240, 20, False)])
def test_the_first_look_follows_the_system_by_its_palette(
    theme: Theme, qapp: QApplication, ground: int, text: int, is_dark: bool
) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(ground, ground, ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(text, text, text))
    qapp.setPalette(palette)
    first = Theme(resource_folder())

    first.apply(qapp, ThemeChoice.SYSTEM)

    assert first.is_dark is is_dark
    theme.apply(qapp, ThemeChoice.DARK)


def test_reduced_motion_stops_all_motion(theme: Theme) -> None:
    theme.set_reduced_motion(False)
    moving_ms = theme.duration_ms("press")

    theme.set_reduced_motion(True)

    assert (moving_ms, theme.duration_ms("press")) == (120, 0)


@pytest.mark.parametrize(
    ("name", "size_px", "weight", "line_px"),
    [("title", 28, 600, 34), ("name", 15, 600, 20), ("text", 13, 400, 18), ("label", 13, 500, 18)],
)
def test_fonts_are_inter_in_the_sizes_of_the_type_table(
    theme: Theme, name: str, size_px: int, weight: int, line_px: int
) -> None:
    font = theme.font(name)

    assert QFontInfo(font).family() == "Inter"
    assert (font.pixelSize(), font.weight(), theme.line_px(name)) == (size_px, weight, line_px)


def test_numbers_have_digits_of_one_width(theme: Theme) -> None:
    tag = QFont.Tag("tnum")

    assert theme.font("text", numeric=True).isFeatureSet(tag)
    assert not theme.font("text").isFeatureSet(tag)


@pytest.mark.parametrize("name", ["text", "label", "chosen"])
def test_small_text_is_as_light_as_its_outlines(theme: Theme, name: str) -> None:
    # Outlines of the CFF kind are thickened by a third at this size: then it is 1.3.
    small, large = theme.font(name), QFont(theme.font(name))
    large.setPixelSize(8 * small.pixelSize())

    assert _ink(small) * 8 * 8 / _ink(large) == pytest.approx(1.0, abs=0.1)


def test_the_application_is_started_in_the_style_all_is_drawn_for() -> None:
    assert STYLE_ARGUMENTS == ("-style", "Fusion")


def test_before_it_is_applied_nothing_follows_the_system(qapp: QApplication) -> None:
    waiting = Theme(resource_folder())

    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert not waiting.is_dark


def _ink(font: QFont) -> float:
    """Give how much of white text on black is seen, in whole pixels."""
    text = "Harbour Lights at Noon"
    metrics = QFontMetrics(font)
    picture = QImage(
        metrics.horizontalAdvance(text), metrics.height(), QImage.Format.Format_Grayscale8
    )
    picture.fill(QColor("black"))
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(0, metrics.ascent(), text)
    painter.end()
    return sum(bytes(picture.constBits())) / 255
