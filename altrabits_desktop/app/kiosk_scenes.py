"""The pictures of the kiosk: what invites, what visitors see, where staff type their PIN."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.scene import Scene, staged_window

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QApplication, QWidget

    from altrabits_desktop.actions.kiosk import KioskReport
    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.contract.kiosk import Wipe
    from altrabits_desktop.ui.shell.window import Window
    from altrabits_desktop.ui.theme.theme import Theme

_MOMENT_S = 0.3


def _wipe(now: datetime, *put_back: str) -> Wipe:
    from altrabits_desktop.contract.kiosk import Wipe, WipeReason

    return Wipe(at=now - timedelta(minutes=12), reason=WipeReason.IDLE, put_back=put_back)


def _waiting(now: datetime) -> KioskReport:
    from altrabits_desktop.actions.kiosk import KioskReport
    from altrabits_desktop.contract.kiosk import Phase

    return KioskReport(phase=Phase.START, last_wipe=_wipe(now, "Window"))


def _first(now: datetime) -> KioskReport:
    from altrabits_desktop.contract.kiosk import Phase

    return replace(_waiting(now), phase=Phase.WIPING, last_wipe=None)


def _visit(now: datetime) -> KioskReport:
    from altrabits_desktop.contract.kiosk import Phase

    return replace(_waiting(now), phase=Phase.VISIT)


def _countdown(now: datetime) -> KioskReport:
    from altrabits_desktop.contract.kiosk import Phase

    return replace(_waiting(now), phase=Phase.COUNTDOWN, seconds_left=12)


def _demo_alone(now: datetime) -> KioskReport:
    return replace(_visit(now), is_demo_alone=True)


def _damaged(now: datetime) -> KioskReport:
    return replace(_visit(now), is_damaged=True)


def _shop(report: KioskReport, now: datetime, *, count: int, contact: str = "") -> Stage:
    import msgspec

    from altrabits_desktop.app.made_up_shop import shop
    from altrabits_desktop.app.staged_kiosk import StagedKiosk
    from altrabits_desktop.app.staging import Stage, StagedDirectory

    streamers = shop(now)[:count]
    kiosk = StagedKiosk(report, shown=StagedDirectory(streamers))
    server = homes.signed_in()
    if contact and server.report.policy is not None:
        policy = msgspec.structs.replace(server.report.policy, contact=contact)
        server = replace(server, report=replace(server.report, policy=policy), policies=(policy,))
    return Stage(now, streamers=streamers, server=server, kiosk=kiosk)


def _kiosk(
    stage: Callable[[datetime], Stage],
    theme: Theme,
    application: QApplication,
    *,
    is_narrow: bool = False,
) -> QWidget:
    from PySide6.QtCore import QTimer

    from altrabits_desktop.ui.shell.kiosk_shell import KioskShell

    window = staged_window(stage, theme, application)
    # Pictures are of one size, whatever the screen is: here it does not stand full again.
    for shell in window.findChildren(KioskShell):
        window.removeEventFilter(shell)
        for timer in shell.findChildren(QTimer):
            timer.stop()
    window.showNormal()
    window.resize(window.minimumSize() if is_narrow else window.sizeHint())
    return window


def _scene(
    name: str,
    report: Callable[[datetime], KioskReport],
    *,
    place: str = "",
    press: str = "",
    count: int = 3,
    contact: str = "",
    is_narrow: bool = False,
) -> Scene:
    def build(theme: Theme, application: QApplication) -> QWidget:
        told = report(houses.afternoon())
        shop = partial(_shop, told, count=count, contact=contact)
        window = _kiosk(shop, theme, application, is_narrow=is_narrow)
        if place:
            acts.press(place, window)
        return window

    act = partial(acts.press, press) if press else None
    return Scene(name, build, _MOMENT_S if place else 0.0, act=act, is_main=True)


def _none(_now: datetime) -> KioskReport:
    from altrabits_desktop.actions.kiosk import KioskReport

    return KioskReport()


def _set_up(now: datetime) -> KioskReport:
    from altrabits_desktop.actions.putting_back import set_state_of
    from altrabits_desktop.app.made_up_shop import shop
    from altrabits_desktop.contract.kiosk import KioskSetup

    states = tuple(set_state_of(one) for one in shop(now)[:2])
    return replace(_none(now), setup=KioskSetup(pin="$argon2id$v=19$", streamers=states))


def _settings(name: str, report: Callable[[datetime], KioskReport]) -> Scene:
    def build(theme: Theme, application: QApplication) -> QWidget:
        told = report(houses.afternoon())
        stage = partial(_shop, told, count=3)
        return staged_window(stage, theme, application, act=_show_settings)

    return Scene(name, build, _MOMENT_S, act=_unfold, is_main=True)


def _show_settings(window: Window) -> None:
    window.show_settings()


def _unfold(window: QWidget) -> None:
    """Unfold the part of the kiosk, and bring its end into sight when it is laid out."""
    from PySide6.QtCore import QTimer

    acts.press("settings.kiosk.open", window)
    QTimer.singleShot(100, window, partial(acts.show_part, "settings.kiosk.keep", window))


_CONTACT = "AltraBits, help@altrabits.example, https://altrabits.example/privacy"
_BEGIN, _POLICY, _STAFF = "kiosk.start.begin", "kiosk.start.policy", "kiosk.start.staff"

KIOSK_SCENES = (
    _scene("kiosk-attract", _waiting),
    _scene("kiosk-attract-narrow", _waiting, is_narrow=True),
    _scene("kiosk-attract-first", _first),
    _scene("kiosk-visitor", _countdown, place=_BEGIN),
    _scene("kiosk-visitor-many", _visit, place=_BEGIN, count=7),
    _scene("kiosk-visitor-narrow", _countdown, place=_BEGIN, is_narrow=True),
    _scene("kiosk-visitor-none", _visit, place=_BEGIN, count=0),
    _scene("kiosk-demo", _demo_alone, place=_BEGIN),
    _scene("kiosk-policy", _visit, place=_POLICY),
    _scene("kiosk-policy-codes", _visit, place=_POLICY, contact=_CONTACT),
    _scene("kiosk-staff", _visit, place=_STAFF),
    _scene("kiosk-staff-damaged", _damaged, place=_STAFF),
    _settings("kiosk-setup", _none),
    _settings("kiosk-setup-changed", _set_up),
)
