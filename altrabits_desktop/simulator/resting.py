"""When a virtual streamer goes to standby by itself; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.setting_turns import in_standby

if TYPE_CHECKING:
    from altrabits_desktop.simulator.opening import Setting

_MINUTE_S = 60.0


def rests_at_s(setting: Setting) -> float | None:
    """Give when it goes to standby, on the steady clock; None while nothing leads there."""
    if setting.is_asleep:
        return None
    ends = [] if setting.sleep_at_s is None else [setting.sleep_at_s]
    if setting.kept.auto_standby_min and setting.transport.playback is not Playback.PLAYING:
        ends.append(setting.idle_since_s + setting.kept.auto_standby_min * _MINUTE_S)
    return min(ends, default=None)


def rested(setting: Setting, now_s: float) -> Setting:
    """Give the setting as it is at an instant: in standby when it is time for that."""
    at_s = rests_at_s(setting)
    return setting if at_s is None or at_s > now_s else in_standby(setting, is_asleep=True)


def sleep_left_s(setting: Setting, now_s: float) -> int | None:
    """Give the whole seconds until the sleep timer ends; None where none runs."""
    if setting.sleep_at_s is None:
        return None
    return max(0, round(setting.sleep_at_s - now_s))
