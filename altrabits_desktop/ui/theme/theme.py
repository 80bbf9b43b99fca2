"""The look that is in force: tokens, fonts, icons and pictures, and the change between themes.

One `Theme` is made at the start and given to every widget by its constructor; nothing finds it
by itself. Widgets read colours while they paint, so a change of theme needs no work of theirs: the
application's palette changes with it and Qt repaints every widget. Text has its colour by the
widget's palette (`dress`); that and every finished picture is renewed on `changed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.ui.theme.fonts import Fonts
from altrabits_desktop.ui.theme.icons import Icons
from altrabits_desktop.ui.theme.palette import make_palette, make_text_palette
from altrabits_desktop.ui.theme.pictures import Pictures
from altrabits_desktop.ui.theme.stylesheet import make_stylesheet
from altrabits_desktop.ui.theme.tokens import Shade, Tokens, read_tokens

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QFont, QPalette
    from PySide6.QtWidgets import QApplication, QWidget

STYLE_ARGUMENTS = ("-style", "Fusion")
"""For the list given to QApplication: asking it for a style later costs 5 ms."""


class Theme(QObject):
    """The present look. Main thread only; needs a QApplication.

    Args:
        resources: the folder `resources`.
        parent: owner.
    """

    changed = Signal()
    """After the tokens have changed and the application has taken them."""

    def __init__(self, resources: Path, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = resources
        self._choice = ThemeChoice.LIGHT
        self._is_calm = False
        self._application: QApplication | None = None
        self._read: dict[Shade, Tokens] = {}
        self._text_palettes: dict[tuple[str, str], QPalette] = {}
        self.tokens = self._tokens_of(Shade.LIGHT)
        self._fonts = Fonts(resources / "fonts", self.tokens)
        self.icons = Icons(resources / "icons", self.tokens)
        self.pictures = Pictures(resources / "brand", self.tokens)

    def apply(self, application: QApplication, choice: ThemeChoice) -> None:
        """Give the application the chosen look, now and whenever the system's choice changes.

        Under 1 ms before the first widget is made; call it then. The style is the application's
        own by `STYLE_ARGUMENTS`.
        """
        is_first = self._application is None
        shade = _own_shade(choice) or self._system_shade(application)
        self._choice = choice
        if is_first:
            self._application = application
            application.setFont(self.font("text"))
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._show(shade, is_first=is_first)

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Whether the dark tokens are in force."""
        return self.tokens.shade is Shade.DARK

    def set_reduced_motion(self, is_reduced: bool) -> None:
        """Stop all motion, or leave it to the system's own wish."""
        self._is_calm = is_reduced

    def duration_ms(self, name: str) -> int:
        """Give a time of motion ("press", "page"); 0 where the person or system wants none."""
        return 0 if self.has_reduced_motion else self.tokens.duration_ms(name)

    @property
    def has_reduced_motion(self) -> bool:
        """Whether nothing may move, by the setting or by the system."""
        if self._is_calm:
            return True
        # Imported here: nothing moves before the first paint.
        from PySide6.QtCore import Qt

        hints = QGuiApplication.styleHints()
        return hints.accessibility().motionPreference() is Qt.MotionPreference.ReducedMotion

    def colour(self, role: str) -> QColor:
        """Give the present colour of a role; not to be kept over a change of theme."""
        return self.tokens.colour(role)

    def px(self, name: str) -> int:
        """Give a measure such as "slider.handle" in pixels at scale 1; the same in both themes."""
        return self.tokens.px(name)

    def dress(self, widget: QWidget, role: str, *, disabled_role: str = "text.3") -> None:
        """Give a widget's text the colour of a role, until the theme changes."""
        key = (role, disabled_role)
        palette = self._text_palettes.get(key)
        if palette is None:
            palette = make_text_palette(self.tokens, role, disabled_role=disabled_role)
            self._text_palettes[key] = palette
        widget.setPalette(palette)

    def font(self, type_name: str, *, numeric: bool = False) -> QFont:
        """Give the font of a row of the type table, with digits of one width where asked for."""
        return self._fonts.font(type_name, numeric=numeric)

    def line_px(self, type_name: str) -> int:
        """Give the height of one line of a row of the type table."""
        return self._fonts.line_px(type_name)

    def _system_shade(self, application: QApplication) -> Shade:
        if self._application is None:
            # The palette still is the system's; asking for the scheme by name would load all of
            # Qt's enumerations before the first paint. An unknown scheme comes with a light one.
            palette = application.palette()
            ground = palette.window().color().lightness()
            return Shade.DARK if ground < palette.windowText().color().lightness() else Shade.LIGHT
        return _shade_of(QGuiApplication.styleHints().colorScheme())

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._show(_shade_of(scheme), is_first=False)

    def _show(self, shade: Shade, *, is_first: bool) -> None:
        if self._application is None or (shade is self.tokens.shade and not is_first):
            return
        self.tokens = self._tokens_of(shade)
        self._text_palettes.clear()
        self.icons.use(self.tokens)
        self.pictures.use(self.tokens)
        self._application.setPalette(make_palette(self.tokens))
        sheet = make_stylesheet(self.tokens)
        if self._application.styleSheet() != sheet:
            # What was not seen yet would be given its old colours again when it is.
            for widget in () if is_first else self._application.allWidgets():
                widget.ensurePolished()
            # Setting it polishes every widget again, also where nothing differs.
            self._application.setStyleSheet(sheet)
        self.changed.emit()

    def _tokens_of(self, shade: Shade) -> Tokens:
        if shade not in self._read:
            self._read[shade] = read_tokens(self._folder / "tokens", shade)
        return self._read[shade]


def _own_shade(choice: ThemeChoice) -> Shade | None:
    return None if choice is ThemeChoice.SYSTEM else Shade(choice)


def _shade_of(scheme: Qt.ColorScheme) -> Shade:
    from PySide6.QtCore import Qt

    return Shade.DARK if scheme is Qt.ColorScheme.Dark else Shade.LIGHT
