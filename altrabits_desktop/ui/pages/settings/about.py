"""The last sections of page Settings: what the keyboard does, and what program this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.version import LICENCE, PRODUCT_NAME, VERSION
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.keys import Command, with_key
from altrabits_desktop.ui.pages.settings.section import Section
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from altrabits_desktop.ui.theme.theme import Theme


def make_keys_section(theme: Theme, *, wanted: SignalInstance) -> Section:
    """Give the section that leads to page Keys.

    Args:
        theme: the look in force.
        wanted: told when the page is wanted.
    """
    words = translate("settings", "Show the keys")
    button = PushButton(theme, words, icon="keyboard")
    button.setObjectName("settings.keys.button")
    button.setToolTip(tool_tip(with_key(words, Command.SHOW_KEYS)))
    button.clicked.connect(wanted)
    return Section(
        theme,
        heading=translate("settings", "Keyboard"),
        sentence=translate("settings", "Everything can be done without a mouse."),
        content=button,
        first_px=theme.px("button.normal"),
    )


def make_about_section(theme: Theme) -> Section:
    """Give the section with version and licence."""
    licence = fill(translate("settings", "Licence: {licence}"), licence=LICENCE)
    content = TextBlock(theme, licence)
    content.setObjectName("settings.about")
    return Section(
        theme,
        heading=translate("settings", "About"),
        sentence=fill(
            translate("settings", "{product}, version {version}"),
            product=PRODUCT_NAME,
            version=VERSION,
        ),
        content=content,
        first_px=theme.line_px("lines"),
    )
