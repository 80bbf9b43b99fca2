"""What is to be seen on page Streamer, for its tests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QLabel, QSlider, QWidget

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.contract.streamer_settings import (
    Choices,
    Equaliser,
    InputSlot,
    Light,
    Preset,
)
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.clock import NOON
from tests.fakes.full_house import PLAYING, fireside

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


def is_seen(page: QWidget, name: str) -> bool:
    """Tell whether there is something of a name that can be seen; parts are made when shown."""
    found = page.findChild(QWidget, name)
    return isinstance(found, QWidget) and found.isVisible()


def button(page: QWidget, name: str) -> PushButton:
    found = page.findChild(PushButton, name)
    assert isinstance(found, PushButton)
    return found


def managed(**known: Any) -> Streamer:  # noqa: ANN401 # any field of a streamer
    """Give one of the person's own that can be told everything; `known` wins."""
    state = replace(
        PLAYING,
        input_name="Network",
        equaliser=Equaliser(is_on=True, gains_db=(2, 1, 0), curve="Warm evening"),
        balance=0,
        auto_standby_min=20,
        light=Light.DIM,
        has_locked_buttons=False,
    )
    plain: dict[str, Any] = {
        "capabilities": frozenset(Capability),
        "is_owned": True,
        "owned_id": OWNED_ID,
        "state": state,
        "inputs": ("Network", "Optical"),
        "choices": Choices(
            presets=(Preset(1, "Radio Meridian"), Preset(3, "Kitchen mix")),
            preset_places=4,
            bands_hz=(60, 1000, 12_000),
            curves=("Flat", "Warm evening"),
            input_slots=(
                InputSlot("network", "Network"),
                InputSlot("optical", "Optical"),
                InputSlot("usb", "USB", is_hidden=True),
            ),
        ),
    }
    return fireside(**(plain | known))


def with_state(streamer: Streamer, **told: Any) -> Streamer:  # noqa: ANN401 # fields of a state
    """Give a streamer with another state."""
    assert streamer.state is not None
    return replace(streamer, state=replace(streamer.state, **told))
