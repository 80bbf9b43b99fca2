"""The one stylesheet: only what Qt's own widgets paint, so that it stays small and cheap.

Our widgets paint themselves; a rule here costs every widget a look at it when it first shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.tokens import Tokens

_RULES = """
QToolTip {{ background: {dialog}; color: {text}; border: 1px solid {border}; padding: 4px 8px; }}
QMenu {{ background: {dialog}; color: {text}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 8px 16px; border-radius: {inner}px; }}
QMenu::item:selected {{ background: {soft}; color: {soft_text}; }}
QMenu::item:disabled {{ color: {text_3}; }}
QMenu::indicator {{ width: 16px; height: 16px; margin-left: 8px; image: none; border: none; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QLineEdit {{ background: transparent; border: none; }}
QLineEdit:read-only {{ color: {text_2}; }}
QScrollBar:vertical {{ width: {bar}px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: {bar}px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {track}; border-radius: {bar_radius}px; }}
QScrollBar::handle:vertical {{ min-height: {bar_least}px; }}
QScrollBar::handle:horizontal {{ min-width: {bar_least}px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {field}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def make_stylesheet(tokens: Tokens) -> str:
    """Give the stylesheet of the theme."""
    colour = tokens.colours
    return _RULES.format(
        dialog=colour["dialog"],
        text=colour["text"],
        text_2=colour["text.2"],
        text_3=colour["text.3"],
        border=colour["border"],
        field=colour["field"],
        track=colour["track"],
        soft=colour["accent.soft"],
        soft_text=colour["accent.text"],
        inner=tokens.px("corner.inner"),
        bar=tokens.px("scroll.width"),
        bar_radius=tokens.px("scroll.width") // 2,
        bar_least=tokens.px("scroll.least"),
    )
