"""The pictures of the privacy policy: the dialog that asks, page Privacy, the text as a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.scene import Scene, staged_window

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from altrabits_desktop.app.staging import Stage, StagedServer
    from altrabits_desktop.ui.shell.window import Window

_MOMENT_S = 0.4
_COMPARED_S = 0.3
"""Two versions are compared beside the loop."""


def served(server: Callable[[], StagedServer], now: datetime) -> Stage:
    """Give the house of a person whose server says something."""
    from altrabits_desktop.app.staging import Stage

    return Stage(
        now,
        streamers=houses.house(now),
        report=houses.found_report(now),
        server=server(),
    )


def _open_privacy(window: Window) -> None:
    window.show_privacy()


def _read_policy(window: Window) -> None:
    window.show_privacy()
    window.show_policy()


def _read_missing_policy(window: Window) -> None:
    window.show_privacy()
    window.show_policy("0.9")


def _privacy(
    name: str,
    server: Callable[[], StagedServer],
    *,
    act: Callable[[Window], None] = _open_privacy,
    is_narrow: bool = False,
    is_main: bool = True,
    patience_s: float = 0.0,
) -> Scene:
    return Scene(
        name,
        partial(staged_window, partial(served, server), act=act, is_narrow=is_narrow),
        patience_s,
        is_main=is_main,
    )


HOME_SCENES = (
    Scene("policy-first", partial(staged_window, partial(served, homes.first_asked)), is_main=True),
    Scene(
        "policy-first-narrow",
        partial(staged_window, partial(served, homes.first_asked), is_narrow=True),
        is_main=True,
    ),
    Scene(
        "policy-search",
        partial(staged_window, partial(served, homes.first_asked)),
        act=acts.search_policy,
        is_main=True,
    ),
    Scene(
        "policy-fault",
        partial(staged_window, partial(served, homes.first_asked)),
        act=partial(acts.press, "policy.accept"),
    ),
    Scene(
        "policy-focus",
        partial(staged_window, partial(served, homes.first_asked)),
        act=acts.walk_through_policy,
    ),
    Scene(
        "policy-changed",
        partial(staged_window, partial(served, homes.asked_again)),
        is_main=True,
        patience_s=_COMPARED_S,
    ),
    Scene(
        "policy-changed-narrow",
        partial(staged_window, partial(served, homes.asked_again), is_narrow=True),
        is_main=True,
        patience_s=_COMPARED_S,
    ),
    Scene(
        "policy-changed-text",
        partial(staged_window, partial(served, homes.asked_again)),
        act=partial(acts.press, "policy.view.text"),
        patience_s=_COMPARED_S,
    ),
    Scene(
        "policy-declined-before",
        partial(staged_window, partial(served, homes.declined_before_asked)),
    ),
    _privacy("policy-page-changed", homes.put_off_again, act=_read_policy, patience_s=_COMPARED_S),
    _privacy("privacy-changed", homes.put_off_again),
    _privacy("privacy", homes.undecided),
    _privacy("privacy-narrow", homes.undecided, is_narrow=True),
    _privacy("privacy-accepted", homes.accepted),
    _privacy("privacy-declined", homes.declined),
    _privacy("privacy-declined-narrow", homes.declined, is_narrow=True, is_main=False),
    _privacy("privacy-declined-before", homes.declined_before, is_main=False),
    _privacy("privacy-away", homes.away),
    _privacy("privacy-unknown", homes.unknown, is_main=False),
    _privacy("privacy-starting", homes.starting, is_main=False, patience_s=_MOMENT_S),
    _privacy("policy-page", homes.declined, act=_read_policy),
    _privacy("policy-page-narrow", homes.accepted, act=_read_policy, is_narrow=True),
    _privacy("policy-page-declined-before", homes.declined_before, act=_read_policy, is_main=False),
    _privacy("policy-page-away", homes.away, act=_read_missing_policy, is_main=False),
    Scene("declined", partial(staged_window, partial(served, homes.declined))),
    Scene(
        "declined-narrow", partial(staged_window, partial(served, homes.declined), is_narrow=True)
    ),
)
