"""What is to be seen on page Streamer, for its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QLabel, QSlider, QWidget

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.clock import NOON
from tests.fakes.full_house import fireside

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage
    from tests.fakes.full_house import FullHouse


OWNED_ID = "owned-1"
SIGNED_IN = HomeReport(standing=Standing.SIGNED_IN, email="maple@example.net")


def own_streamer(house: FullHouse, **known: Any) -> Streamer:  # noqa: ANN401 # its fields
    """Let somebody who is signed in have Fireside; `known` are fields of the streamer."""
    house.home.told = SIGNED_IN
    house.membership.own(
        Owned(
            id=OWNED_ID,
            name="Fireside",
            room="Living room",
            pin="ab" * 32,
            revision=1,
            added_at=NOON,
        )
    )
    streamer = fireside(is_owned=True, owned_id=OWNED_ID, **known)
    house.show(streamer)
    return streamer


class OpenPage(Protocol):
    def __call__(self, *streamers: Streamer, width: int = 956) -> StreamerPage: ...


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def chips(page: QWidget) -> list[str]:
    return [chip.text() for chip in page.findChildren(Chip) if chip.isVisible()]


def levels(page: QWidget) -> dict[str, int]:
    sliders = [each for each in page.findChildren(QSlider) if each.isVisible()]
    return {slider.accessibleName(): slider.value() for slider in sliders}


def button(page: QWidget, name: str) -> PushButton:
    found = page.findChild(PushButton, name)
    assert isinstance(found, PushButton)
    return found
