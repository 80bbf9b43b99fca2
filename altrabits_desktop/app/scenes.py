"""What the pictures show: every page and every state of it, from made-up houses."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.scene import Scene, staged
from altrabits_desktop.app.scenes_control import CONTROL_SCENES
from altrabits_desktop.contract.errors import AltraBitsError, NotReachable, ProfileUnusable
from altrabits_desktop.runtime.settings import LoadedSettings, Settings, StreamerView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QApplication, QWidget

    from altrabits_desktop.app.staging import Stage, StagedServer
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

    window.show_settings()
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


def _served(server: Callable[[], StagedServer], now: datetime) -> Stage:
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
        partial(staged, partial(_served, server), act=act, is_narrow=is_narrow),
        patience_s,
        is_main=is_main,
    )


def _streamer(
    name: str,
    make: Callable[[datetime], Streamer],
    *,
    is_narrow: bool = False,
    patience_s: float = 0.0,
) -> Scene:
    return Scene(
        f"streamer-{name}",
        partial(staged, partial(_one, make), act=partial(_open, make), is_narrow=is_narrow),
        patience_s,
    )


def _components(theme: Theme, _application: QApplication) -> QWidget:
    from altrabits_desktop.ui.widgets.component_sheet import ComponentSheet

    sheet = ComponentSheet(theme)
    sheet.show_focus()
    return sheet


SCENES = (
    Scene("streamers", partial(staged, _at_home), is_main=True),
    Scene("streamers-narrow", partial(staged, _at_home, is_narrow=True), is_main=True),
    Scene(
        "streamers-focus",
        partial(staged, _at_home),
        act=partial(acts.focus_card, "streamers.card.window-seat"),
    ),
    Scene("streamers-states", partial(staged, _in_states)),
    Scene("streamers-states-rows", partial(staged, _in_states_as_rows)),
    Scene(
        "streamers-address",
        partial(staged, _at_home),
        act=partial(acts.press, "streamers.missing.type"),
    ),
    Scene(
        "streamers-menu",
        partial(staged, _at_home),
        act=partial(acts.press, "streamers.order.button"),
    ),
    Scene("streamers-rows", partial(staged, _at_the_hotel), is_main=True),
    Scene("streamers-rows-narrow", partial(staged, _at_the_hotel, is_narrow=True)),
    Scene("streamers-rows-focus", partial(staged, _at_the_hotel), act=acts.point_and_select),
    Scene("streamers-rows-folded", partial(staged, _at_the_hotel), act=acts.fold_room),
    Scene("streamers-rows-menu", partial(staged, _at_the_hotel), act=acts.open_row_menu),
    Scene("streamers-looking", partial(staged, _looking), _MOMENT_S),
    Scene("streamers-looking-narrow", partial(staged, _looking, is_narrow=True), _MOMENT_S),
    Scene("streamers-partly", partial(staged, _partly)),
    Scene(
        "streamers-partly-details",
        partial(staged, _partly),
        act=partial(acts.press, "streamers.port.details"),
    ),
    Scene("streamers-no-hit", partial(staged, _at_home, act=acts.search_in_vain)),
    Scene(
        "streamers-search-narrow",
        partial(staged, _at_home, is_narrow=True),
        act=acts.unfold_search,
    ),
    Scene("streamers-hostile", partial(staged, partial(_one, houses.hostile))),
    Scene("nothing-found", partial(staged, partial(_empty, houses.silent_report)), is_main=True),
    Scene(
        "nothing-found-narrow",
        partial(staged, partial(_empty, houses.silent_report), is_narrow=True),
    ),
    Scene(
        "nothing-found-looking",
        partial(staged, _asking_again),
        act=partial(acts.press, "streamers.empty.again"),
    ),
    Scene(
        "nothing-found-details",
        partial(staged, partial(_empty, houses.port_taken_report)),
        act=partial(acts.press, "streamers.port.details"),
    ),
    Scene(
        "nothing-found-address",
        partial(staged, _unheard),
        act=partial(acts.try_address, "192.168.50.61"),
    ),
    Scene("nothing-found-no-card", partial(staged, partial(_empty, houses.no_card_report))),
    Scene(
        "nothing-found-chosen-missing",
        partial(staged, partial(_empty, houses.chosen_missing_report)),
    ),
    Scene("nothing-found-port-taken", partial(staged, partial(_empty, houses.port_taken_report))),
    Scene("nothing-found-refused", partial(staged, partial(_empty, houses.refused_report))),
    Scene("nothing-found-others", partial(staged, partial(_empty, houses.others_report))),
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
    Scene("streamer-forgotten", partial(staged, _at_home, act=_open_forgotten)),
    Scene("settings", partial(staged, _at_home, act=_open_settings), is_main=True),
    Scene("settings-narrow", partial(staged, _at_home, act=_open_settings, is_narrow=True)),
    Scene("settings-unwritable", partial(staged, _read_only, act=_leave_a_card_out)),
    Scene(
        "settings-unwritable-details",
        partial(staged, _read_only, act=_leave_a_card_out),
        act=partial(acts.press, "settings.fault.details"),
    ),
    Scene("policy-first", partial(staged, partial(_served, homes.first_asked)), is_main=True),
    Scene(
        "policy-first-narrow",
        partial(staged, partial(_served, homes.first_asked), is_narrow=True),
        is_main=True,
    ),
    Scene(
        "policy-search",
        partial(staged, partial(_served, homes.first_asked)),
        act=acts.search_policy,
        is_main=True,
    ),
    Scene(
        "policy-fault",
        partial(staged, partial(_served, homes.first_asked)),
        act=partial(acts.press, "policy.accept"),
    ),
    Scene(
        "policy-focus",
        partial(staged, partial(_served, homes.first_asked)),
        act=acts.walk_through_policy,
    ),
    _privacy("privacy", homes.undecided),
    _privacy("privacy-narrow", homes.undecided, is_narrow=True),
    _privacy("privacy-accepted", homes.accepted),
    _privacy("privacy-declined", homes.declined),
    _privacy("privacy-declined-narrow", homes.declined, is_narrow=True, is_main=False),
    _privacy("privacy-away", homes.away),
    _privacy("privacy-unknown", homes.unknown, is_main=False),
    _privacy("privacy-starting", homes.starting, is_main=False, patience_s=_MOMENT_S),
    _privacy("policy-page", homes.declined, act=_read_policy),
    _privacy("policy-page-narrow", homes.accepted, act=_read_policy, is_narrow=True),
    _privacy("policy-page-away", homes.away, act=_read_missing_policy, is_main=False),
    Scene("declined", partial(staged, partial(_served, homes.declined))),
    Scene("declined-narrow", partial(staged, partial(_served, homes.declined), is_narrow=True)),
    Scene("keys", partial(staged, _at_home, act=_open_keys)),
    Scene("demo", partial(staged, _demo)),
    Scene("question", partial(staged, _at_home, act=_ask_page)),
    Scene("question-narrow", partial(staged, _at_home, act=_ask_page, is_narrow=True)),
    Scene("error", partial(staged, _at_home, act=_fail)),
    Scene("settings-set-aside", partial(staged, _set_aside)),
    Scene("settings-ignored", partial(staged, _some_ignored)),
    Scene("components", _components),
)
"""All of them, in the order of the pages."""
