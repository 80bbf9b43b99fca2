"""The last sections of page Settings: keyboard, server, and what program this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.version import LICENCE, PRODUCT_NAME, VERSION
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import left_to_right
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


def make_server_section(theme: Theme, *, elsewhere: str) -> Section:
    """Give the section that says which server is used.

    Args:
        theme: the look in force.
        elsewhere: where it is; empty for the one of this computer.
    """
    here = translate("settings", "On this computer, inside this program")
    content = TextBlock(theme, left_to_right(plain_text(elsewhere)) if elsewhere else here)
    content.setObjectName("settings.server")
    return Section(
        theme,
        heading=translate("settings", "Server"),
        sentence=translate(
            "settings",
            "What needs an account is kept there. Another one is named at the start, by --server.",
        ),
        content=content,
        first_px=theme.line_px("lines"),
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
