"""The bands of an equaliser side by side, each with its gain above and its frequency below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import decimal, signed
from altrabits_desktop.ui.widgets.band_slider import BandSlider
from altrabits_desktop.ui.widgets.focus_ring import reason_of
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.ui.theme.theme import Theme

_KILO = 1000
_ROOMY = 6
"""With more bands than this the units do not fit below them."""
_CROWDED = 11
"""With more than this every second frequency is written."""


class _Band(NamedTuple):
    part: QWidget
    gain: TextBlock
    slider: BandSlider


class EqualiserBands(QWidget):
    """Shows gains and tells those that the person chooses, also while a handle is held.

    Args:
        theme: the look in force.
        prefix: begin of the object names; a band is called by its number from 1 on.
        most: the greatest gain in dB.
        parent: owner.
    """

    chosen = Signal(object)
    """All gains, a tuple, whenever one of them is another."""

    def __init__(
        self, theme: Theme, *, prefix: str, most: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = theme
        self._prefix = prefix
        self._most = most
        self._bands: list[_Band] = []
        self._hz: tuple[int, ...] = ()
        self._told: tuple[int, ...] = ()
        # Frequencies rise to the right in every language, as time does in charts.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    @property
    def gains_db(self) -> tuple[int, ...]:
        """What the sliders show."""
        return tuple(band.slider.value() for band in self._bands)

    @property
    def is_held(self) -> bool:
        """Whether one of the handles is held."""
        return any(band.slider.isSliderDown() for band in self._bands)

    def set_bands(self, bands_hz: Sequence[int]) -> None:
        """Show other bands, all at 0; the same ones stay as they are."""
        if tuple(bands_hz) == self._hz:
            return
        self._hz = tuple(bands_hz)
        for band in self._bands:
            self._row.removeWidget(band.part)
            band.part.hide()
            band.part.deleteLater()
        self._bands = [self._make_band(number) for number in range(len(self._hz))]
        for band in self._bands:
            self._row.addWidget(band.part, 1)
            # Qt would show it only in the next turn of the loop.
            band.part.show()
        self._told = self.gains_db

    def show_gains(self, gains_db: Sequence[int]) -> None:
        """Show gains, one for each band; while a handle is held all stay as they are."""
        if self.is_held:
            return
        for band, gain_db in zip(self._bands, gains_db, strict=False):
            band.slider.setValue(gain_db)
            self._show_gain(band)
        self._told = self.gains_db

    def set_quiet(self, is_quiet: bool) -> None:
        """Show them without colour, because they do nothing now."""
        for band in self._bands:
            band.slider.set_quiet(is_quiet)

    def _make_band(self, number: int) -> _Band:
        theme, hz = self._look, self._hz[number]
        gain = TextBlock(theme, type_name="label", role="text", is_centred=True, numeric=True)
        slider = BandSlider(theme, name=frequency(hz), most=self._most)
        slider.setObjectName(f"{self._prefix}.{number + 1}")
        slider.chosen.connect(partial(self._choose, number))
        slider.left_for.connect(partial(self._lead, number))
        below = TextBlock(theme, self._below(number), is_centred=True, numeric=True)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (gain, slider, below):
            column.addWidget(each)
        band = _Band(part, gain, slider)
        self._show_gain(band)
        return band

    def _below(self, number: int) -> str:
        hz, count = self._hz[number], len(self._hz)
        if count > _CROWDED and number % 2:
            return ""
        if count > _ROOMY:
            return short_frequency(hz)
        # The unit is said once; what has thousands says its own.
        is_plain = number > 0 and hz < _KILO
        return decimal(hz) if is_plain else frequency(hz)

    def _show_gain(self, band: _Band) -> None:
        gain_db = band.slider.value()
        band.gain.set_text(signed(gain_db))
        spoken = fill(translate("equaliser", "{gain} dB", "of a band"), gain=signed(gain_db))
        band.slider.setAccessibleDescription(spoken)

    def _choose(self, number: int, _gain_db: int) -> None:
        self._show_gain(self._bands[number])
        self._tell()

    def _tell(self) -> None:
        if self.gains_db != self._told:
            self._told = self.gains_db
            self.chosen.emit(self._told)

    def _lead(self, number: int, way: int) -> None:
        to = number + way
        if 0 <= to < len(self._bands):
            self._bands[to].slider.setFocus(reason_of(is_by_key=True))


def frequency(hz: int) -> str:
    """Give a frequency with its unit, such as "60 Hz" and "1 kHz"."""
    if hz < _KILO:
        return fill(translate("equaliser", "{number} Hz"), number=decimal(hz))
    return fill(translate("equaliser", "{number} kHz"), number=decimal(hz / _KILO))


def short_frequency(hz: int) -> str:
    """Give a frequency for little room, such as "60" and "1k"."""
    return decimal(hz) if hz < _KILO else f"{decimal(hz / _KILO)}k"
