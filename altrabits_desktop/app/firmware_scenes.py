"""The firmware card of page Streamer, at each moment of an update."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.scene import Scene, staged_window
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.runtime.late import already
from altrabits_desktop.sync.merge import View

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.actions.firmware_course import Progress
    from altrabits_desktop.actions.firmware_report import FirmwareReport
    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.contract.firmware import FirmwareManifest
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.window import Window

_OWN = "fireside-1"
_NOW, _NEW = "2.4.1", "2.5.0"
_SIZE = 24_000_000


def _streamer(now: datetime) -> Streamer:
    plain = houses.fireside(now)
    can = plain.capabilities | {Capability.FIRMWARE}
    return replace(
        plain, is_owned=True, owned_id=_OWN, capabilities=can, model_note=f"Firmware {_NOW}"
    )


def _manifest(now: datetime) -> FirmwareManifest:
    from altrabits_desktop.contract.firmware import FirmwareManifest, Notes

    return FirmwareManifest(
        format=1,
        products=("Cobalt S1",),
        version=_NEW,
        size_bytes=_SIZE,
        sha256="ab" * 32,
        notes=(
            Notes(
                language="en",
                text="Radio stations play on without a gap.\nThe display dims at night.",
            ),
            Notes(
                language="de",
                text="Radiosender spielen ohne Lücke weiter.\nDie Anzeige wird nachts dunkler.",
            ),
        ),
        released_at=now,
        valid_until=now + timedelta(days=300),
    )


def _report(now: datetime, **told: object) -> FirmwareReport:
    from altrabits_desktop.actions.firmware_report import FirmwareReport

    plain = FirmwareReport(version=_NOW, can_update=True, has_checked=True, ready=_manifest(now))
    return replace(plain, **told)  # type: ignore[arg-type] # fields of a report


def _progress(step: str, done: int = 0, *, is_away: bool = False) -> Progress:
    from altrabits_desktop.actions.firmware_course import Progress, Step

    return Progress(Step(step), done, _SIZE if done else 0, is_away)


def _going(step: str, done: int, is_away: bool, now: datetime) -> FirmwareReport:
    return _report(now, progress=_progress(step, done, is_away=is_away))


def _kept_old(now: datetime) -> FirmwareReport:
    return _report(now, fault=Refused("firmware.kept_power"))


def _later(now: datetime) -> FirmwareReport:
    from altrabits_desktop.runtime.firmware_files import UpdateRecord

    return _report(now, record=UpdateRecord(later=_NEW))


def _installed(now: datetime) -> FirmwareReport:
    from altrabits_desktop.runtime.firmware_files import UpdateRecord

    record = UpdateRecord(version=_NEW, is_installed=True, at=now)
    others = (StreamerId("other-1"), StreamerId("other-2"))
    return _report(now, version=_NEW, ready=None, record=record, others=others)


def _playing(now: datetime) -> FirmwareReport:
    return _report(now, is_playing=True)


def _on_battery(now: datetime) -> FirmwareReport:
    return _report(now, against="firmware.on_battery")


def _turn_of_other(now: datetime) -> FirmwareReport:
    from altrabits_desktop.actions.firmware_report import RestReport

    return replace(_installed(now), rest=RestReport(now="Study"))


def _other_failed(now: datetime) -> FirmwareReport:
    from altrabits_desktop.actions.firmware_report import RestReport

    rest = RestReport(failed="Study", fault=Refused("firmware.kept_power"))
    return replace(_installed(now), rest=rest)


def _nothing(now: datetime) -> FirmwareReport:
    return _report(now, ready=None)


def _tried(now: datetime) -> FirmwareReport:
    return _report(now, is_of_maker=False)


def _stage(make: Callable[[datetime], FirmwareReport], now: datetime) -> Stage:
    from altrabits_desktop.app.staged_firmware import StagedUpdating
    from altrabits_desktop.app.staging import Stage

    owned = Owned(
        id=_OWN, name="Fireside", room="Living room", pin="ab" * 32, revision=3, added_at=now
    )
    stage = Stage(
        now,
        streamers=(_streamer(now),),
        report=houses.found_report(now),
        server=replace(homes.accepted(), view=View(streamers=(owned,))),
    )
    stage.services = replace(stage.services, firmware=already(StagedUpdating(make(now))))
    return stage


def _open(window: Window) -> None:
    window.show_streamer(_streamer(houses.afternoon()).id)


def _scene(
    name: str,
    make: Callable[[datetime], FirmwareReport],
    *,
    act: Callable[[QWidget], None] | None = None,
) -> Scene:
    build = partial(
        staged_window, partial(_stage, make), act=_open, is_narrow=name.endswith("narrow")
    )
    return Scene(f"streamer-{name}", build, act=act, is_main=name == "firmware")


FIRMWARE_SCENES = (
    _scene("firmware", _report),
    _scene("firmware-narrow", _report),
    _scene("firmware-new", _report, act=partial(acts.press, "streamer.firmware.new")),
    _scene("firmware-playing", _playing),
    _scene("firmware-on-battery", _on_battery),
    _scene("firmware-load", partial(_going, "load", 9_600_000, False)),
    _scene("firmware-install", partial(_going, "install", 15_000_000, False)),
    _scene("firmware-away", partial(_going, "install", 15_000_000, True)),
    _scene("firmware-restart", partial(_going, "restart", 0, False)),
    _scene("firmware-kept", _kept_old),
    _scene("firmware-later", _later),
    _scene("firmware-installed", _installed),
    _scene("firmware-turn-of-other", _turn_of_other),
    _scene("firmware-other-failed", _other_failed),
    _scene("firmware-none", _nothing),
    _scene("firmware-tried", _tried),
)
"""All of them, in the order of an update."""
