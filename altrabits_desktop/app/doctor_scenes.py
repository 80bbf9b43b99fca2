"""The pictures of the empty page: what the doctor says of one broken network after another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app import made_up_network as networks
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.scene import Scene, staged_window

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.contract.doctor import Measurements
    from altrabits_desktop.contract.streamers import FindingReport


def _examined(
    measured: Measurements, report: Callable[[datetime], FindingReport], now: datetime
) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(now, report=report(now), measured=measured)


_guest = partial(_examined, networks.GUEST, houses.silent_report)


def _broken(
    name: str,
    measured: Measurements,
    report: Callable[[datetime], FindingReport] = houses.silent_report,
) -> Scene:
    stage = partial(_examined, measured, report)
    return Scene(f"nothing-found-{name}", partial(staged_window, stage))


DOCTOR_SCENES = (
    Scene("nothing-found", partial(staged_window, _guest), is_main=True),
    Scene("nothing-found-narrow", partial(staged_window, _guest, is_narrow=True)),
    Scene(
        "nothing-found-examined-details",
        partial(staged_window, _guest),
        act=partial(acts.press, "streamers.port.details"),
    ),
    _broken("firewall", networks.FIREWALL),
    _broken("port-program", networks.PORT_TAKEN, houses.port_taken_report),
    _broken("cable-out", networks.CABLE_OUT, houses.no_card_report),
    _broken("vpn", networks.VPN),
    _broken("mute", networks.MUTE),
    _broken("unasked", networks.UNASKED),
    _broken("alone", networks.ALONE),
    _broken("healthy", networks.HEALTHY),
)
"""A main one, as the design shows it, and one for each of the chief causes."""
