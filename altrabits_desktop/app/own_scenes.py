"""What is the person's: page Streamer of it, how it becomes theirs, and the list at the start."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace as replace_struct

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.scene import Scene, staged_window
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.possessions import Owned, OwnedFields
from altrabits_desktop.contract.streamers import Presence, Streamer, StreamerId
from altrabits_desktop.runtime.remembered import Remembered
from altrabits_desktop.runtime.settings import Settings
from altrabits_desktop.sync.merge import View
from altrabits_desktop.sync.outbox import Errand, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QApplication, QWidget

    from altrabits_desktop.app.staged_adding import StagedClaim
    from altrabits_desktop.app.staging import Stage, StagedServer
    from altrabits_desktop.ui.shell.window import Window
    from altrabits_desktop.ui.theme.theme import Theme

_OWN = "fireside-1"
_MOMENT_S = 0.2
_REMEMBERED = (
    Remembered(_OWN, "Fireside", "Living room", "Cobalt S1", rank=0),
    Remembered("piano-1", "Piano", "Living room", "Cobalt Amp", rank=2),
    Remembered("kitchen-1", "Kitchen radio", "", "Cobalt Mini", rank=1),
)
_MANY = tuple(
    Remembered(f"{room}-{number}", f"{room} {number}", room, product)
    for room in ("Attic", "Hall", "Kitchen", "Library", "Terrace")
    for number, product in enumerate(("Cobalt S1", "Cobalt S2", "Cobalt Mini", "Cobalt Bar"), 1)
) + tuple(
    Remembered(f"Studio-{number}", f"Studio {number}", "Workshop", "Cobalt Amp")
    for number in range(1, 9)
)


def _of_the_person(now: datetime) -> Streamer:
    return replace(houses.fireside(now), is_owned=True, owned_id=_OWN)


def _to_be_handed_over(now: datetime) -> Streamer:
    own = _of_the_person(now)
    return replace(own, capabilities=own.capabilities | {Capability.HAND_OVER})


def _hand_over(window: QWidget) -> None:
    acts.press("streamer.hand_over.begin", window)
    acts.press("streamer.hand_over.go", window)


def _of_somebody_else(now: datetime) -> Streamer:
    return replace(_of_the_person(now), has_other_owner=True)


def _without_its_key(now: datetime) -> Streamer:
    return replace(_of_the_person(now), is_locked=True)


def _borrowed(now: datetime) -> Streamer:
    return replace(houses.fireside(now), borrowed_id=_OWN)


def _kept() -> StagedServer:
    """Give somebody who has one streamer of their own."""
    now = houses.afternoon()
    owned = Owned(
        id=_OWN, name="Fireside", room="Living room", pin="ab" * 32, revision=3, added_at=now
    )
    return replace(homes.accepted(), view=View(streamers=(owned,)))


def _roomless() -> StagedServer:
    """Give the same, with no room that the person has named."""
    told = _kept()
    [owned] = told.view.streamers
    return replace(told, view=View(streamers=(replace_struct(owned, room=""),)))


def _unsent() -> StagedServer:
    """Give the same, with a name that the server has not heard of."""
    told = _kept()
    return replace(told, view=replace(told.view, waiting=frozenset({_OWN})))


def _not_saved() -> StagedServer:
    """Give the same, with a name that the server would not have."""
    told = _kept()
    [owned] = told.view.streamers
    change = Waiting(
        key="refused",
        errand=Errand.CHANGE_STREAMER,
        object_id=_OWN,
        body=OwnedFields(name="Fireside radio", room=owned.room, pin=owned.pin),
        made_at=owned.added_at,
        refused_code="object.changed",
    )
    return replace(told, view=replace(told.view, refused=(change,)))


def _unheard(now: datetime) -> tuple[Streamer, ...]:
    """Give streamers of the person's of which nothing was heard since the start."""
    return tuple(
        Streamer(
            id=StreamerId(f"own-{one.owned_id}"),
            name=one.name,
            room=one.room or None,
            product=one.product,
            address="",
            presence=Presence.GONE,
            first_heard_at=now,
            last_heard_at=now,
            is_heard=False,
            is_owned=True,
            owned_id=one.owned_id,
        )
        for one in _REMEMBERED
    )


def _start(
    remembered: tuple[Remembered, ...],
    theme: Theme,
    application: QApplication,
    *,
    is_narrow: bool = False,
) -> QWidget:
    """Give the window as it is painted first."""
    from altrabits_desktop.ui.pages.streamers.first_list import first_look
    from altrabits_desktop.ui.shell.window import Window

    window = Window(theme, application=application, first=first_look(remembered, Settings()))
    if is_narrow:
        window.resize(window.minimumSize())
    return window


def _unheard_stage(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    report = houses.found_report(now)
    return Stage(now, streamers=_unheard(now), report=report, server=_kept())


def _open_unheard(window: Window) -> None:
    window.show_streamer(_unheard(houses.afternoon())[0].id)


def _stage(
    make: Callable[[datetime], Streamer],
    server: Callable[[], StagedServer],
    claim: Callable[[], StagedClaim] | None,
    other_owners: frozenset[str],
    now: datetime,
) -> Stage:
    from altrabits_desktop.app.staged_adding import StagedClaim
    from altrabits_desktop.app.staging import Stage

    return Stage(
        now,
        streamers=(make(now),),
        report=houses.found_report(now),
        server=server(),
        claim=claim() if claim is not None else StagedClaim(),
        other_owners=other_owners,
    )


def _open(make: Callable[[datetime], Streamer], window: Window) -> None:
    window.show_streamer(make(houses.afternoon()).id)


def _press() -> StagedClaim:
    from altrabits_desktop.app.staged_adding import StagedClaim

    return StagedClaim(needs_code=False, needs_press=True)


def _owned_by_another() -> StagedClaim:
    from altrabits_desktop.app.staged_adding import StagedClaim

    return StagedClaim(needs_press=True)


def _without_keyring() -> StagedClaim:
    from altrabits_desktop.app.staged_adding import StagedClaim

    return StagedClaim(has_keyring=False)


def _braked() -> StagedClaim:
    from altrabits_desktop.app.staged_adding import StagedClaim

    return StagedClaim(refusal=Refused("claim.braked", minutes=8))


def _under_way() -> StagedClaim:
    from altrabits_desktop.app.staged_adding import StagedClaim

    return StagedClaim(refusal=Refused("claim.under_way", seconds=87))


def _silent() -> StagedClaim:
    from altrabits_desktop.app.staged_adding import StagedClaim

    return StagedClaim(refusal=NotReachable("streamer.silent"))


def _type_wrong(window: QWidget) -> None:
    acts.fill_fields({"streamer.add.code": "271828"}, window)
    acts.press("streamer.add.confirm", window)


def _rename(window: QWidget) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    for line in window.findChildren(QLineEdit, "streamer.own.name"):
        QTest.keyClicks(line, " radio")


def _scene(
    name: str,
    make: Callable[[datetime], Streamer] = houses.fireside,
    *,
    server: Callable[[], StagedServer] = homes.accepted,
    claim: Callable[[], StagedClaim] | None = None,
    other_owners: frozenset[str] = frozenset(),
    is_begun: bool = False,
    act: Callable[[QWidget], None] | None = None,
) -> Scene:
    def begin(window: Window) -> None:
        _open(make, window)
        if is_begun:
            acts.press("streamer.add.button", window)

    build = partial(
        staged_window,
        partial(_stage, make, server, claim, other_owners),
        act=begin,
        is_narrow=name.endswith("narrow"),
    )
    is_main = name in {"own", "add-code"}
    return Scene(f"streamer-{name}", build, _MOMENT_S if act else 0.0, act, is_main=is_main)


OWN_SCENES = (
    _scene("add"),
    _scene("add-narrow"),
    _scene("add-renderer", houses.renderer),
    _scene("add-announced", houses.announced),
    _scene("add-closed", server=homes.undecided),
    _scene("add-closed-narrow", houses.announced, server=homes.undecided),
    _scene("add-declined", houses.announced, server=homes.declined),
    _scene("add-code", is_begun=True),
    _scene("add-code-narrow", is_begun=True),
    _scene("add-wrong", is_begun=True, act=_type_wrong),
    _scene("add-owned", claim=_owned_by_another, is_begun=True),
    _scene("add-press", claim=_press, is_begun=True),
    _scene("add-braked", claim=_braked, is_begun=True),
    _scene("add-under-way", claim=_under_way, is_begun=True),
    _scene("add-silent", claim=_silent, is_begun=True),
    _scene("own", _of_the_person, server=_kept),
    _scene("own-narrow", _of_the_person, server=_kept),
    _scene("own-typed", _of_the_person, server=_kept, act=_rename),
    _scene("own-waiting", _of_the_person, server=_unsent),
    _scene("own-not-saved", _of_the_person, server=_not_saved),
    _scene("own-not-saved-narrow", _of_the_person, server=_not_saved),
    _scene(
        "own-remove", _of_the_person, server=_kept, act=partial(acts.press, "streamer.own.remove")
    ),
    Scene("start-remembered", partial(_start, _REMEMBERED), is_main=True),
    Scene("start-remembered-narrow", partial(_start, _REMEMBERED, is_narrow=True)),
    Scene("start-remembered-many", partial(_start, _MANY)),
    Scene("streamers-unheard", partial(staged_window, _unheard_stage)),
    Scene("streamer-own-unheard", partial(staged_window, _unheard_stage, act=_open_unheard)),
    _scene(
        "own-hand-over",
        _to_be_handed_over,
        server=_kept,
        act=partial(acts.press, "streamer.hand_over.begin"),
    ),
    _scene("own-hand-over-code", _to_be_handed_over, server=_kept, act=_hand_over),
    _scene("own-locked", _without_its_key, server=_kept),
    _scene("own-elsewhere", _of_somebody_else, server=_kept, other_owners=frozenset({_OWN})),
    _scene("own-roomless", _of_the_person, server=_roomless),
    _scene("own-without-keyring", _of_the_person, server=_kept, claim=_without_keyring),
    _scene("own-borrowed", _borrowed, server=_kept),
    _scene("own-borrowed-narrow", _borrowed, server=_kept),
)
"""All of them, in the order of what a person does."""
