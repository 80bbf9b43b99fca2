"""What a virtual streamer keeps when it is switched off: what its owner has set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamer_settings import Light

if TYPE_CHECKING:
    from collections.abc import Mapping

BANDS_HZ = (60, 250, 1000, 4000, 12_000)
FLAT = "Flat"
CURVES: Mapping[str, tuple[int, ...]] = {
    FLAT: (0, 0, 0, 0, 0),
    "Warm evening": (2, 1, 0, -1, 1),
    "Clear voices": (-2, 0, 3, 2, 0),
    "Late night": (-4, -1, 1, 1, -2),
}
PRESET_PLACES = 6
OWN_INPUTS: Mapping[str, str] = {
    "network": "Network",
    "optical": "Optical",
    "coax": "Coax",
    "bluetooth": "Bluetooth",
    "turntable": "Turntable",
}
"""Inputs by their slot, with the names that they come with."""


@dataclass(frozen=True, slots=True)
class StoredInput:
    """One input."""

    slot: str
    own_name: str = ""
    """As the owner calls it; empty for the name that it came with."""
    is_hidden: bool = False

    @property
    def name(self) -> str:
        """Give the name as it is shown."""
        return self.own_name or OWN_INPUTS[self.slot]


@dataclass(frozen=True, slots=True)
class StoredPreset:
    """One preset."""

    number: int
    name: str
    source: str
    """What `sources` makes of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The settings; as they come from the factory where nothing is said."""

    inputs: tuple[StoredInput, ...] = tuple(StoredInput(slot) for slot in OWN_INPUTS)
    presets: tuple[StoredPreset, ...] = ()
    """By number."""
    is_equalised: bool = False
    gains_db: tuple[int, ...] = CURVES[FLAT]
    curve: str | None = FLAT
    balance: int = 0
    auto_standby_min: int = 20
    light: Light = Light.ON
    has_locked_buttons: bool = False

    @property
    def input_names(self) -> tuple[str, ...]:
        """Give the names of the inputs that are not hidden."""
        return tuple(each.name for each in self.inputs if not each.is_hidden)

    def preset(self, number: int) -> StoredPreset | None:
        """Give a preset; None where nothing is."""
        return next((each for each in self.presets if each.number == number), None)

    def with_preset(self, preset: StoredPreset) -> Kept:
        """Give the settings with a preset in the place of its number."""
        others = self.without_preset(preset.number).presets
        return replace(self, presets=tuple(sorted((*others, preset), key=_by_number)))

    def without_preset(self, number: int) -> Kept:
        """Give the settings with an empty place."""
        return replace(self, presets=tuple(one for one in self.presets if one.number != number))


FACTORY = Kept()
LIVED_IN = Kept(
    presets=(
        StoredPreset(1, "Radio Meridian", "station:meridian"),
        StoredPreset(2, "Evening quiet", "album:4:0"),
        StoredPreset(3, "Kitchen mix", "album:6:0"),
        StoredPreset(4, "Slow Sundays", "album:2:1"),
        StoredPreset(5, "Rain and piano", "album:3:0"),
    ),
    is_equalised=True,
    gains_db=CURVES["Warm evening"],
    curve="Warm evening",
    light=Light.DIM,
)
"""As somebody would have set it after some weeks."""


def _by_number(preset: StoredPreset) -> int:
    return preset.number
