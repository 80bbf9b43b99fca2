"""Streamers that are ignored, in page Settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app.scene import Scene, staged_window

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.ui.shell.window import Window


def _staged(now: datetime) -> Stage:
    from altrabits_desktop.app.staged_remarks import StagedRemarks
    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.contract.remarks import Remark

    ignored = (
        Remark(key="1", is_ignored=True, seen_as="Cobalt S2 3C:7F", product="Cobalt S2"),
        Remark(key="2", is_ignored=True, name="Next door", seen_as="Oval", product="Oval"),
    )
    return Stage(now, report=houses.found_report(now), remarks=StagedRemarks(ignored))


def _open_settings(window: Window) -> None:
    window.show_settings()


NOTED_SCENES = (
    Scene(
        "settings-ignored-streamers",
        partial(staged_window, _staged, act=_open_settings),
        is_main=True,
    ),
)
