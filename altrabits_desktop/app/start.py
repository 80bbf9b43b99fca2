"""What a start of the window knows, once it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from altrabits_desktop.app.arguments import LaunchOptions
    from altrabits_desktop.app.first_paint import Painted
    from altrabits_desktop.app.ownership import Ownership
    from altrabits_desktop.runtime.paths import Profile
    from altrabits_desktop.runtime.settings import LoadedSettings, Settings


class Start(NamedTuple):
    """What a start of the window knows once it is painted."""

    painted: Painted
    options: LaunchOptions
    profile: Profile
    ownership: Ownership
    loaded: LoadedSettings
    settings: Settings
    """Those that hold for now: the loaded ones, and what the command line says."""


def settings_for_now(kept: Settings, options: LaunchOptions) -> Settings:
    """Put what the command line says in the place of the kept choices. Pure."""
    return kept._replace(
        theme=options.theme or kept.theme,
        language=options.shared.language or kept.language,
        cards=options.shared.interfaces or kept.cards,
    )
