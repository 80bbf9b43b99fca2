"""Streamers that play together, and the groups that are kept: none, one, several, being changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.actions.saved_groups import saved_group
from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app.scene import Scene, staged_window
from altrabits_desktop.app.scene_acts import press, show_part
from altrabits_desktop.app.staged_groups import StagedGroups
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import Origin, StreamerState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.contract.saved_groups import SavedGroup
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.window import Window

    Act = Callable[[QWidget], None]


def _together(now: datetime) -> tuple[Streamer, ...]:
    """Give the house, of which one plays along with the first, and another one could."""
    first, second, gone, third, *rest = houses.house(now)
    leader, member, other = (
        replace(
            each,
            api_id=f"ab-{place}",
            is_owned=True,
            owned_id=each.id,
            capabilities=each.capabilities | {Capability.GROUP},
        )
        for place, each in enumerate((first, second, third))
    )
    leading = replace(leader.state or StreamerState(), members=(member.api_id or "",))
    following = replace(leading, leader=leader.api_id, members=(), volume=24, volume_maximum=None)
    return (
        replace(leader, state=leading),
        replace(member, state=following),
        gone,
        other,
        *rest,
    )


def _alone(now: datetime) -> tuple[Streamer, ...]:
    """Give the same house, in which each plays for itself."""
    return tuple(
        replace(each, state=replace(each.state, members=(), leader=None)) if each.state else each
        for each in _together(now)
    )


def _saved(now: datetime) -> tuple[SavedGroup, ...]:
    """Give five groups, the first of which is the one that plays."""
    first, second, _, third, *_ = _together(now)
    return (
        saved_group("Evening", (first, second)),
        saved_group("Breakfast", (third, first)),
        saved_group("Whole house", (first, second, third)),
        saved_group("Upstairs, softly and only until the children sleep", (third, second)),
        saved_group("Sunday", (second, third)),
    )


def _stage(
    streamers: Callable[[datetime], tuple[Streamer, ...]],
    count: int,
    now: datetime,
) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(
        now,
        streamers=streamers(now),
        report=houses.found_report(now),
        server=homes.accepted(),
        groups=StagedGroups(_saved(now)[:count]),
    )


def _stage_of_demo(now: datetime) -> Stage:
    """Give streamers of the demo that play together, and nobody who is signed in."""
    from altrabits_desktop.app.staging import Stage

    streamers = tuple(
        replace(each, origin=Origin.DEMO, is_owned=False, owned_id=None, heard_by=frozenset())
        for each in _together(now)
        if Capability.GROUP in each.capabilities
    )
    return Stage(
        now,
        streamers=streamers,
        report=houses.silent_report(now),
        is_demo_on=True,
        groups=StagedGroups(is_open=False),
    )


def _open_leader(window: Window) -> None:
    window.show_streamer(_together(houses.afternoon())[0].id)


def _name(window: QWidget) -> None:
    """Save the group under a name that another one has."""
    from PySide6.QtWidgets import QLineEdit

    press("streamer.saved.add", window)
    for line in window.findChildren(QLineEdit, "streamer.saved.name"):
        line.setText("Whole house")
        line.textEdited.emit(line.text())
    show_part("streamer.group", window)


def _change(window: QWidget) -> None:
    press("streamer.saved.edit", window)
    show_part("streamer.group", window)


def _look(window: QWidget) -> None:
    show_part("streamer.group", window)


def _scene(name: str, count: int, *, act: Act = _look, is_narrow: bool = False) -> Scene:
    stage = partial(_stage, _together, count)
    build = partial(staged_window, stage, act=_open_leader, is_narrow=is_narrow)
    return Scene(f"streamer-group-{name}", build, act=act, is_main=name == "several")


GROUP_SCENES = (
    Scene("streamers-control-group", partial(staged_window, partial(_stage, _together, 3))),
    Scene(
        "streamers-group-menu",
        partial(staged_window, partial(_stage, _together, 3)),
        act=partial(press, "streamers.together.button"),
    ),
    Scene(
        "streamers-group-menu-empty",
        partial(staged_window, partial(_stage, _together, 0)),
        act=partial(press, "streamers.together.button"),
    ),
    _scene("empty", 0),
    _scene("one", 1),
    _scene("several", 5),
    _scene("several-narrow", 5, is_narrow=True),
    _scene("name", 5, act=_name),
    _scene("change", 5, act=_change),
    Scene(
        "streamer-group-alone",
        partial(staged_window, partial(_stage, _alone, 3), act=_open_leader),
        act=_look,
    ),
    Scene(
        "streamer-group-account",
        partial(staged_window, _stage_of_demo, act=_open_leader),
        act=_look,
    ),
)
"""All of them."""
