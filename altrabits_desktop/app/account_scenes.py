"""The pictures of page Account, and of a server that runs elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import scene_acts as acts
from altrabits_desktop.app.home_scenes import served
from altrabits_desktop.app.scene import Scene, staged_window

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.app.staging import Stage, StagedServer
    from altrabits_desktop.ui.shell.window import Window

_TYPED = ("maple@example.net", "correct-lamp-orchard")


def _account(
    name: str,
    server: Callable[[], StagedServer],
    act: Callable[[QWidget], None] | None = None,
    *,
    is_narrow: bool = False,
) -> Scene:
    build = partial(staged_window, partial(served, server), act=_open_account, is_narrow=is_narrow)
    return Scene(name, build, act=act, is_main=True)


def _open_account(window: Window) -> None:
    window.show_account()


def _open_settings(window: Window) -> None:
    window.show_settings()


_SEND = partial(acts.fill_account, *_TYPED)
_TYPE = partial(
    acts.fill_fields, {"account.create.email": _TYPED[0], "account.create.password": _TYPED[1][:9]}
)
_SIGN_IN = partial(acts.press, "account.sign_in.open")


def _sign_in_wrong(window: QWidget) -> None:
    acts.press("account.sign_in.open", window)
    typed = {"account.sign_in.email": _TYPED[0], "account.sign_in.password": _TYPED[1]}
    acts.fill_fields(typed, window)
    acts.press("account.sign_in.button", window)


_LEAVE = partial(acts.press, "account.sign_out")
_ASK = partial(acts.press, "account.delete.open")


def _with_typed(now: datetime) -> Stage:
    from altrabits_desktop.app.staging import StagedMemory

    stage = served(homes.signed_in, now)
    stage.services.finding.memory = StagedMemory(("192.168.50.61", "kitchen.local"))
    return stage


ACCOUNT_SCENES = (
    _account("account-create", homes.ready, _TYPE),
    _account("account-create-narrow", homes.ready, _TYPE, is_narrow=True),
    _account("account-create-undecided", homes.undecided),
    _account("account-create-refused", homes.ready, _SEND),
    _account("account-sign-in", homes.undecided, _SIGN_IN),
    _account("account-sign-in-narrow", homes.undecided, _SIGN_IN, is_narrow=True),
    _account("account-sign-in-refused", homes.not_signed_in, _sign_in_wrong),
    _account("account", homes.signed_in),
    _account("account-narrow", homes.signed_in, is_narrow=True),
    _account("account-limited", homes.without_keyring),
    _account("account-delete", homes.signed_in, _ASK),
    _account("account-delete-narrow", homes.signed_in, _ASK, is_narrow=True),
    _account("account-away", homes.away),
    _account("account-away-narrow", homes.away, is_narrow=True),
    _account("account-unsent", homes.unsent, _LEAVE),
    _account("account-unsent-narrow", homes.unsent, _LEAVE, is_narrow=True),
    _account("account-create-away", homes.signed_out_away, _SEND),
    _account("account-starting", homes.starting),
    _account("account-elsewhere", homes.elsewhere),
    _account("account-elsewhere-not-opened", homes.not_opened, _SEND),
    _account("account-elsewhere-never-reached", homes.never_reached),
    Scene(
        "settings-elsewhere",
        partial(staged_window, partial(served, homes.elsewhere), act=_open_settings),
        is_main=True,
    ),
    Scene(
        "settings-typed",
        partial(staged_window, _with_typed, act=_open_settings),
    ),
)
