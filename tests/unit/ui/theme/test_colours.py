from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from altrabits_desktop.ui.theme.colours import clear, mixed, with_share

BLACK = QColor(0, 0, 0)
BLUE = QColor(31, 79, 216)


@pytest.mark.parametrize(("share", "name"), [(0, "#000000"), (1, "#1f4fd8"), (0.5, "#10286c")])
def test_a_mixed_colour_lies_on_the_way(share: float, name: str) -> None:
    assert mixed(BLACK, BLUE, share).name() == name


def test_a_clear_colour_appears_in_the_hue_of_the_other() -> None:
    appearing = mixed(clear(BLACK), BLUE, 0.5)
    vanishing = mixed(BLUE, clear(BLACK), 0.5)

    assert (appearing.name(), appearing.alpha()) == ("#1f4fd8", 128)
    assert (vanishing.name(), vanishing.alpha()) == ("#1f4fd8", 128)


def test_a_share_makes_a_colour_less_dense() -> None:
    assert with_share(BLUE, 0.5).alpha() == 128
