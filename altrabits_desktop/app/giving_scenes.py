"""A streamer of the person's on its way to somebody else; the head of its page, with its menu."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.scene import Scene, staged_window
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.sync.merge import View

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.app.staging import Stage, StagedServer
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.window import Window

_OWN = "fireside-1"
_MOMENT_S = 0.2
_CAN = frozenset(
    {
        *(Capability.HAND_OVER, Capability.RESET, Capability.RESTART),
        *(Capability.LOGS, Capability.SETTINGS),
    }
)


def _own(now: datetime) -> Streamer:
    own = replace(houses.fireside(now), is_owned=True, owned_id=_OWN)
    return replace(own, capabilities=own.capabilities | _CAN)


def _kept() -> StagedServer:
    now = houses.afternoon()
    owned = Owned(
        id=_OWN, name="Fireside", room="Living room", pin="ab" * 32, revision=3, added_at=now
    )
    return replace(homes.accepted(), view=View(streamers=(owned,)))


def _strange(now: datetime) -> Streamer:
    """Give the same once it has left the account."""
    return replace(_own(now), is_owned=False, owned_id=None)


def _stage(is_theirs: bool, is_taken: bool, refusal: AltraBitsError | None, now: datetime) -> Stage:
    from altrabits_desktop.actions.handing_over import HandOverEnd
    from altrabits_desktop.app.staged_handing import StagedHanding
    from altrabits_desktop.app.staged_new_owner import StagedNewOwner
    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.runtime.changes import Changes, Topic
    from altrabits_desktop.runtime.late import already

    stage = Stage(
        now,
        streamers=((_own if is_theirs else _strange)(now),),
        report=houses.found_report(now),
        server=_kept() if is_theirs else homes.accepted(),
    )
    publish = stage.services.feed.publish
    handing = StagedHanding(
        "Fireside", lambda: publish(Changes(topics=Topic.HOME)), end=HandOverEnd.TAKEN
    )
    if is_taken:
        handing.write(_own(now).id)
    stage.services = replace(
        stage.services,
        handing=already(handing),
        new_owner=already(StagedNewOwner(now, refusal)),
    )
    return stage


def _open(window: Window) -> None:
    window.show_streamer(_own(houses.afternoon()).id)


def _type_wrongly(window: QWidget) -> None:
    acts.press("streamer.new_owner.begin", window)
    acts.fill_fields({"streamer.new_owner.name": "Fire"}, window)
    acts.press("streamer.new_owner.go", window)
    acts.show_part("streamer.new_owner", window)


def _get_ready(window: QWidget) -> None:
    from altrabits_desktop.ui.pages.streamer.new_owner_model import NewOwnerModel

    for model in window.findChildren(NewOwnerModel):
        model.begin(_own(houses.afternoon()))
    acts.show_part("streamer.new_owner", window)


def _ask_ready(window: QWidget) -> None:
    acts.press("streamer.new_owner.begin", window)
    acts.show_part("streamer.new_owner.go", window)


def _rename_wrongly(window: QWidget) -> None:
    acts.press("streamer.rename.button", window)
    acts.fill_fields({"streamer.name.field": ""}, window)
    acts.press("streamer.name.save", window)


def _scene(
    name: str,
    act: Callable[[QWidget], None],
    *,
    is_theirs: bool = True,
    is_taken: bool = False,
    refusal: AltraBitsError | None = None,
) -> Scene:
    build = partial(
        staged_window,
        partial(_stage, is_theirs, is_taken, refusal),
        act=_open,
        is_narrow=name.endswith("narrow"),
    )
    return Scene(f"streamer-{name}", build, _MOMENT_S, act)


GIVING_SCENES = (
    _scene("named", partial(acts.press, "streamer.rename.button")),
    _scene("named-narrow", partial(acts.press, "streamer.rename.button")),
    _scene("named-wrong", _rename_wrongly),
    _scene("more", partial(acts.press, "streamer.more.button")),
    _scene("more-narrow", partial(acts.press, "streamer.more.button")),
    _scene(
        "handed-over",
        partial(acts.show_part, "streamer.hand_over"),
        is_theirs=False,
        is_taken=True,
    ),
    _scene("new-owner", _ask_ready),
    _scene("new-owner-narrow", _ask_ready),
    _scene("new-owner-wrong", _type_wrongly),
    _scene("new-owner-ready", _get_ready, is_theirs=False),
    _scene(
        "new-owner-away",
        _get_ready,
        is_theirs=False,
        refusal=NotReachable("new_owner.not_back"),
    ),
)
"""All of them, in the order of what a person does."""
