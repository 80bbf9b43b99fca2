"""How loud a streamer may become: its maximum, and by how much one press makes it louder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from altrabits_desktop.contract.commands import SetVolumeMaximum
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.number_field import NumberField
from altrabits_desktop.ui.widgets.segmented import Segment, Segmented
from altrabits_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme

_FULL = 100
_LEAST = 1
"""At 0 nobody would hear why."""
_PREFIX = "streamer.volume.step."
_STEPS = (10, 25, 50)


class VolumeLimits(QWidget):
    """Two lines below the volume. Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    told = Signal(object)
    """A command."""
    step_chosen = Signal(int)
    """By how much one press may make a streamer louder, on this computer; 0 for anything."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("streamer.volume.limits")
        self._maximum = Slider(
            theme, name=translate("streamer", "Loudest it goes"), minimum=_LEAST, maximum=_FULL
        )
        self._maximum.setObjectName("streamer.volume.maximum")
        self._maximum.chosen.connect(self._choose)
        self._exact = NumberField(theme, name=translate("streamer", "Loudest it goes, as a number"))
        self._exact.setObjectName("streamer.volume.maximum.number")
        self._exact.taken.connect(self._take)
        self._exact.stepped.connect(lambda way: self._take(self._maximum.value() + way))
        steps = (Segment(f"{_PREFIX}{step}", str(step)) for step in _STEPS)
        self._step = Segmented(
            theme,
            (*steps, Segment(f"{_PREFIX}0", translate("settings", "Any", "step of the volume"))),
            name=translate("settings", "Largest step of the volume"),
        )
        self._step.chosen.connect(lambda key: self.step_chosen.emit(int(key.removeprefix(_PREFIX))))
        self._maximum_words = ElidedLabel(
            theme, translate("streamer", "Loudest it goes"), role="text.2"
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px("space.2"), 0, 0)
        grid.setHorizontalSpacing(theme.px("space.3"))
        grid.setVerticalSpacing(theme.px("space.1"))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._maximum_words, 0, 0)
        grid.addWidget(self._maximum, 0, 1)
        grid.addWidget(self._exact, 0, 2)
        words = translate("streamer", "Louder by one press, at most")
        grid.addWidget(ElidedLabel(theme, words, role="text.2"), 1, 0)
        grid.addWidget(self._step, 1, 1, 1, 2)

    def show_limits(self, limit: int | None, *, can_limit: bool, step: int) -> None:
        """Show what holds; a handle that is held stays where it is.

        Args:
            limit: the streamer's maximum; None for none.
            can_limit: whether it can be changed.
            step: by how much one press may make it louder; 0 for anything.
        """
        for part in (self._maximum_words, self._maximum, self._exact):
            part.setVisible(can_limit)
        if not self._maximum.isSliderDown():
            self._show(_FULL if limit is None else limit)
        if step in (*_STEPS, 0):
            self._step.choose(f"{_PREFIX}{step}")

    def _show(self, maximum: int) -> None:
        self._maximum.setValue(maximum)
        self._exact.show_value(maximum)

    def _choose(self, maximum: int) -> None:
        self._exact.show_value(maximum)
        self.told.emit(SetVolumeMaximum(maximum))

    def _take(self, maximum: int) -> None:
        maximum = max(_LEAST, min(maximum, _FULL))
        is_other = maximum != self._maximum.value()
        self._show(maximum)
        if is_other:
            self.told.emit(SetVolumeMaximum(maximum))
