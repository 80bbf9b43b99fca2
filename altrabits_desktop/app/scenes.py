"""What the pictures show: every page and every state of it, from made-up houses."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.account_scenes import ACCOUNT_SCENES
from altrabits_desktop.app.control_scenes import CONTROL_SCENES
from altrabits_desktop.app.doctor_scenes import DOCTOR_SCENES
from altrabits_desktop.app.firmware_scenes import FIRMWARE_SCENES
from altrabits_desktop.app.giving_scenes import GIVING_SCENES
from altrabits_desktop.app.group_scenes import GROUP_SCENES
from altrabits_desktop.app.home_scenes import HOME_SCENES
from altrabits_desktop.app.household_scenes import HOUSEHOLD_SCENES
from altrabits_desktop.app.kiosk_scenes import KIOSK_SCENES
from altrabits_desktop.app.maker_scenes import MAKER_SCENES
from altrabits_desktop.app.noted_scenes import NOTED_SCENES
from altrabits_desktop.app.own_scenes import OWN_SCENES
from altrabits_desktop.app.palette_scenes import PALETTE_SCENES
from altrabits_desktop.app.scene import Scene, staged_window
from altrabits_desktop.app.streamer_scenes import STREAMER_SCENES
from altrabits_desktop.app.support_scenes import SUPPORT_SCENES
from altrabits_desktop.contract.errors import AltraBitsError, NotReachable, ProfileUnusable
from altrabits_desktop.runtime.settings import LoadedSettings, Settings, StreamerView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QApplication, QWidget

    from altrabits_desktop.app.staging import Stage
    from altrabits_desktop.contract.streamers import FindingReport, Streamer
    from altrabits_desktop.ui.shell.window import Window
    from altrabits_desktop.ui.theme.theme import Theme


_MOMENT_S = 0.4


def _at_home(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(now, streamers=houses.house(now), report=houses.found_report(now))


def _at_the_hotel(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(now, streamers=houses.hotel(now), report=houses.found_report(now))


def _demo(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(
        now,
        streamers=houses.demo_house(now),
        report=houses.silent_report(now),
        is_demo_on=True,
    )


def _demo_beside(now: datetime, *, view: StreamerView = StreamerView.AUTOMATIC) -> Stage:
    from altrabits_desktop.app.staging import Stage

    others = {streamer.name for streamer in houses.demo_house(now)}
    real = tuple(streamer for streamer in houses.house(now) if streamer.name not in others)
    return Stage(
        now,
        streamers=(*houses.demo_house(now), *real),
        report=houses.found_report(now),
        loaded=LoadedSettings(Settings(view=view)),
        is_demo_on=True,
    )


_demo_beside_in_rows = partial(_demo_beside, view=StreamerView.ROWS)


def _partly(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(now, streamers=houses.house(now)[:2], report=houses.port_taken_report(now))


def _set_aside(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    loaded = LoadedSettings(Settings(), set_aside=Path("settings.toml.damaged-1"))
    return Stage(now, streamers=houses.house(now), report=houses.found_report(now), loaded=loaded)


def _in_states(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(now, streamers=houses.states(now), report=houses.found_report(now))


def _in_states_as_rows(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(
        now,
        streamers=houses.states(now),
        report=houses.found_report(now),
        loaded=LoadedSettings(Settings(view=StreamerView.ROWS)),
    )


def _some_ignored(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    loaded = LoadedSettings(Settings(), ignored_keys=("theme", "cards"))
    return Stage(now, streamers=houses.house(now), report=houses.found_report(now), loaded=loaded)


def _unheard(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    silent = NotReachable("address.silent", address="192.168.50.61")
    return Stage(now, report=houses.silent_report(now), address_refusal=silent)


def _asking_again(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(now, report=houses.silent_report(now), is_asking_long=True)


def _empty(report: Callable[[datetime], FindingReport], now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(now, report=report(now))


def _one(make: Callable[[datetime], Streamer], now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(now, streamers=(make(now),), report=houses.found_report(now))


def _open(make: Callable[[datetime], Streamer], window: Window) -> None:
    window.show_streamer(make(houses.afternoon()).id)


def _open_forgotten(window: Window) -> None:
    window.show_streamer("forgotten")


def _open_settings(window: Window) -> None:
    window.show_settings()


def _open_keys(window: Window) -> None:
    window.show_keys()


def _ask_page(window: Window) -> None:
    window.ask_page(houses.announced(houses.afternoon()).id)


def _fail(window: Window) -> None:
    window.report(AltraBitsError("page.changed"))


def _leave_a_card_out(window: Window) -> None:
    from PySide6.QtWidgets import QCheckBox

    from altrabits_desktop.ui.widgets.pieces import finish_all

    window.show_settings()
    finish_all(window)
    for box in window.findChildren(QCheckBox, f"settings.card.{houses.WIFI.name}"):
        box.click()


def _read_only(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    refusal = ProfileUnusable(
        "profile.unwritable",
        folder="~/.local/share/AltraBits Desktop",
        reason="Read-only file system",
    )
    return Stage(now, streamers=houses.house(now), report=houses.found_report(now), refusal=refusal)


def _looking(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import Stage

    return Stage(now, report=houses.looking_report(now))


def _streamer(
    name: str,
    make: Callable[[datetime], Streamer],
    *,
    is_narrow: bool = False,
    patience_s: float = 0.0,
) -> Scene:
    return Scene(
        f"streamer-{name}",
        partial(staged_window, partial(_one, make), act=partial(_open, make), is_narrow=is_narrow),
        patience_s,
    )


def _refusal(theme: Theme, _application: QApplication) -> QWidget:
    from altrabits_desktop.runtime.sentences import sentence
    from altrabits_desktop.ui.shell.refusal_window import RefusalWindow

    # As everywhere in the pictures, the folder is none of this computer's.
    told = {"folder": "/home/anna/.local/share/altrabits", "errno": "EROFS", "reason": "read-only"}
    return RefusalWindow(theme, sentence("profile.unwritable", told))


def _components(theme: Theme, _application: QApplication) -> QWidget:
    from altrabits_desktop.ui.widgets.component_sheet import ComponentSheet

    sheet = ComponentSheet(theme)
    sheet.show_focus()
    return sheet


SCENES = (
    Scene("streamers", partial(staged_window, _at_home), is_main=True),
    Scene("streamers-narrow", partial(staged_window, _at_home, is_narrow=True), is_main=True),
    Scene(
        "streamers-focus",
        partial(staged_window, _at_home),
        act=partial(acts.focus_card, "streamers.card.window-seat"),
    ),
    Scene("streamers-states", partial(staged_window, _in_states)),
    Scene("streamers-states-rows", partial(staged_window, _in_states_as_rows)),
    Scene(
        "streamers-address",
        partial(staged_window, _at_home),
        act=partial(acts.press, "streamers.missing.type"),
    ),
    Scene(
        "streamers-why",
        partial(staged_window, _at_home),
        act=partial(acts.press, "streamers.missing.why"),
    ),
    Scene(
        "streamers-why-narrow",
        partial(staged_window, _at_home, is_narrow=True),
        act=partial(acts.press, "streamers.missing.why"),
    ),
    Scene(
        "streamers-menu",
        partial(staged_window, _at_home),
        act=partial(acts.press, "streamers.order.button"),
    ),
    Scene("streamers-rows", partial(staged_window, _at_the_hotel), is_main=True),
    Scene("streamers-rows-narrow", partial(staged_window, _at_the_hotel, is_narrow=True)),
    Scene("streamers-rows-focus", partial(staged_window, _at_the_hotel), act=acts.point_and_select),
    Scene("streamers-rows-folded", partial(staged_window, _at_the_hotel), act=acts.fold_room),
    Scene("streamers-rows-menu", partial(staged_window, _at_the_hotel), act=acts.open_row_menu),
    Scene("streamers-looking", partial(staged_window, _looking), _MOMENT_S),
    Scene("streamers-looking-narrow", partial(staged_window, _looking, is_narrow=True), _MOMENT_S),
    Scene("streamers-partly", partial(staged_window, _partly)),
    Scene(
        "streamers-partly-details",
        partial(staged_window, _partly),
        act=partial(acts.press, "streamers.port.details"),
    ),
    Scene("streamers-no-hit", partial(staged_window, _at_home, act=acts.search_in_vain)),
    Scene(
        "streamers-search-narrow",
        partial(staged_window, _at_home, is_narrow=True),
        act=acts.unfold_search,
    ),
    Scene("streamers-hostile", partial(staged_window, partial(_one, houses.hostile))),
    *DOCTOR_SCENES,
    Scene(
        "nothing-found-looking",
        partial(staged_window, _asking_again),
        act=partial(acts.press, "streamers.empty.again"),
    ),
    Scene(
        "nothing-found-details",
        partial(staged_window, partial(_empty, houses.port_taken_report)),
        act=partial(acts.press, "streamers.port.details"),
    ),
    Scene(
        "nothing-found-address",
        partial(staged_window, _unheard),
        act=partial(acts.try_address, "192.168.50.61"),
    ),
    Scene(
        "nothing-found-sweeping",
        partial(staged_window, partial(_empty, houses.silent_report)),
        act=partial(acts.press, "streamers.empty.sweep"),
    ),
    Scene("nothing-found-no-card", partial(staged_window, partial(_empty, houses.no_card_report))),
    Scene(
        "nothing-found-chosen-missing",
        partial(staged_window, partial(_empty, houses.chosen_missing_report)),
    ),
    Scene(
        "nothing-found-port-taken",
        partial(staged_window, partial(_empty, houses.port_taken_report)),
    ),
    Scene("nothing-found-refused", partial(staged_window, partial(_empty, houses.refused_report))),
    Scene("nothing-found-others", partial(staged_window, partial(_empty, houses.others_report))),
    replace(_streamer("managed", houses.fireside), is_main=True),
    _streamer("managed-narrow", houses.fireside, is_narrow=True),
    _streamer("standard", houses.renderer),
    _streamer("announced", houses.announced),
    _streamer("waiting", houses.waiting, patience_s=_MOMENT_S),
    _streamer("waiting-narrow", houses.waiting, is_narrow=True, patience_s=_MOMENT_S),
    _streamer("muted", houses.muted),
    _streamer("loading", houses.loading),
    _streamer("no-volume", houses.without_volume),
    _streamer("checking", houses.checking),
    _streamer("asleep", houses.asleep),
    _streamer("gone", houses.study),
    _streamer("fault", houses.faulty),
    replace(
        _streamer("fault-details", houses.faulty),
        act=partial(acts.press, "streamer.fault.details"),
    ),
    _streamer("hostile", houses.hostile),
    *CONTROL_SCENES,
    *GROUP_SCENES,
    *MAKER_SCENES,
    *OWN_SCENES,
    *GIVING_SCENES,
    *FIRMWARE_SCENES,
    *STREAMER_SCENES,
    Scene("streamer-forgotten", partial(staged_window, _at_home, act=_open_forgotten)),
    Scene("settings", partial(staged_window, _at_home, act=_open_settings), is_main=True),
    Scene("settings-narrow", partial(staged_window, _at_home, act=_open_settings, is_narrow=True)),
    Scene("settings-unwritable", partial(staged_window, _read_only, act=_leave_a_card_out)),
    Scene(
        "settings-unwritable-details",
        partial(staged_window, _read_only, act=_leave_a_card_out),
        act=partial(acts.press, "settings.fault.details"),
    ),
    *HOME_SCENES,
    *KIOSK_SCENES,
    *ACCOUNT_SCENES,
    *HOUSEHOLD_SCENES,
    *NOTED_SCENES,
    *SUPPORT_SCENES,
    *PALETTE_SCENES,
    Scene("keys", partial(staged_window, _at_home, act=_open_keys)),
    Scene("demo", partial(staged_window, _demo)),
    Scene("demo-beside", partial(staged_window, _demo_beside)),
    Scene("demo-rows", partial(staged_window, _demo_beside_in_rows), act=acts.point_and_select),
    Scene("demo-rows-narrow", partial(staged_window, _demo_beside_in_rows, is_narrow=True)),
    Scene("question", partial(staged_window, _at_home, act=_ask_page)),
    Scene("question-narrow", partial(staged_window, _at_home, act=_ask_page, is_narrow=True)),
    Scene("error", partial(staged_window, _at_home, act=_fail)),
    Scene("settings-set-aside", partial(staged_window, _set_aside)),
    Scene("settings-ignored", partial(staged_window, _some_ignored)),
    Scene("refusal", _refusal),
    Scene("components", _components),
)
"""All of them, in the order of the pages."""
