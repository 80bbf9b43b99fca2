"""One home and several computers, in page Settings: looked for, joined, refused, left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.scene import Scene, staged_window
from altrabits_desktop.contract.household import FoundHousehold
from altrabits_desktop.runtime.settings import JoinedHousehold

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.app.staged_household import StagedHousehold
    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.ui.shell.window import Window

_FOUND = FoundHousehold("3f2a9c04d17be865", "192.168.1.20:8619")
_SECOND = FoundHousehold("b81e55d0c9a3f762", "192.168.1.31:8619")
_JOINED = JoinedHousehold("https://192.168.1.20:8619", "3f2a9c04d17be865" * 4)


def _staged(make: Callable[[], StagedHousehold], now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(now, report=houses.found_report(now), household=make())


def _home(**told: object) -> Callable[[], StagedHousehold]:
    def make() -> StagedHousehold:
        from altrabits_desktop.app.staged_household import StagedHousehold

        return StagedHousehold(**told)  # type: ignore[arg-type] # its own fields

    return make


def _open_settings(window: Window) -> None:
    window.show_settings()


def _open(window: QWidget) -> None:
    acts.press("settings.household.open", window)
    _see(window)


def _join(window: QWidget) -> None:
    acts.press("settings.household.open", window)
    acts.fill_fields({"settings.household.code": "271828"}, window)
    acts.press("settings.household.join", window)
    _see(window)


def _see(window: QWidget) -> None:
    """Scroll to where a home is joined, once what was pressed has laid it out."""
    from PySide6.QtCore import QTimer

    from altrabits_desktop.ui.pages.settings.household_pane import HouseholdPane
    from altrabits_desktop.ui.widgets.scroll_area import bring_into_sight

    for pane in window.findChildren(HouseholdPane):
        QTimer.singleShot(0, pane, lambda pane=pane: bring_into_sight(pane))


def _household(
    name: str,
    make: Callable[[], StagedHousehold],
    act: Callable[[QWidget], None] | None = None,
    *,
    is_narrow: bool = False,
) -> Scene:
    build = partial(staged_window, partial(_staged, make), act=_open_settings, is_narrow=is_narrow)
    return Scene(name, build, act=act, is_main=True)


HOUSEHOLD_SCENES = (
    _household("settings-household", _home(found=(_FOUND,)), _open),
    _household("settings-household-narrow", _home(found=(_FOUND,)), _open, is_narrow=True),
    _household("settings-household-none", _home(), _open),
    _household("settings-household-several", _home(found=(_FOUND, _SECOND)), _open),
    _household("settings-household-refused", _home(found=(_FOUND,)), _join),
    _household("settings-household-joined", _home(joined=_JOINED), _see),
    _household("settings-household-joined-narrow", _home(joined=_JOINED), _see, is_narrow=True),
    _household("settings-household-later", _home(joined=_JOINED, is_used=False), _see),
    _household("settings-household-left", _home(is_used=False), _see),
)
