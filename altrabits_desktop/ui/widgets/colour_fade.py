"""A colour that glides to the next one, for hover and press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from altrabits_desktop.ui.theme.colours import mixed

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class ColourFade:
    """Gives, at each painting, the colour between the former and the wanted one.

    The first colour, a colour of another theme and every colour with reduced motion is there at
    once. While it glides it asks its widget to paint again.
    """

    def __init__(self, widget: QWidget, theme: Theme) -> None:
        self._widget = widget
        self._theme = theme
        self._tokens: object = None
        self._wanted = QColor()
        self._shown = QColor()
        self._start = QColor()
        self._motion: QVariantAnimation | None = None

    def toward(self, wanted: QColor) -> QColor:
        """Give the colour to paint now, on the way to the wanted one."""
        if self._tokens is not self._theme.tokens:
            self._tokens = self._theme.tokens
            self._jump(wanted)
        elif wanted != self._wanted:
            self._set_out(wanted)
        return self._shown

    def _jump(self, wanted: QColor) -> None:
        if self._motion is not None:
            self._motion.stop()
        self._wanted = self._shown = wanted

    def _set_out(self, wanted: QColor) -> None:
        duration_ms = self._theme.duration_ms("press")
        if not duration_ms or not self._widget.isVisible():
            self._jump(wanted)
            return
        self._start = self._shown
        self._wanted = wanted
        motion = self._motion or self._make_motion()
        motion.stop()
        motion.setDuration(duration_ms)
        motion.start()

    def _make_motion(self) -> QVariantAnimation:
        # Imported here: nothing glides before the first paint.
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        motion = self._motion = QVariantAnimation(self._widget)
        motion.setStartValue(0.0)
        motion.setEndValue(1.0)
        motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        motion.valueChanged.connect(self._step)
        return motion

    def _step(self, share: float) -> None:
        self._shown = mixed(self._start, self._wanted, share)
        self._widget.update()
