"""The pictures of page Account, as rows for `app.scenes`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app import scene_acts as acts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.app.staging import StagedServer

_TYPED = ("maple@example.net", "correct-lamp-orchard")


class AccountScene(NamedTuple):
    """One picture of page Account."""

    name: str
    server: Callable[[], StagedServer]
    act: Callable[[QWidget], None] | None = None
    """What is done on the page when all of it is there."""
    is_narrow: bool = False


_SEND = partial(acts.fill_account, *_TYPED)
_TYPE = partial(
    acts.fill_fields, {"account.create.email": _TYPED[0], "account.create.password": _TYPED[1][:9]}
)
_SIGN_IN = partial(acts.press, "account.sign_in.open")
_ASK = partial(acts.press, "account.delete.open")

ACCOUNT_SCENES = (
    AccountScene("account-create", homes.ready, _TYPE),
    AccountScene("account-create-narrow", homes.ready, _TYPE, is_narrow=True),
    AccountScene("account-create-undecided", homes.undecided),
    AccountScene("account-create-refused", homes.ready, _SEND),
    AccountScene("account-sign-in", homes.undecided, _SIGN_IN),
    AccountScene("account-sign-in-narrow", homes.undecided, _SIGN_IN, is_narrow=True),
    AccountScene("account", homes.signed_in),
    AccountScene("account-narrow", homes.signed_in, is_narrow=True),
    AccountScene("account-limited", homes.without_keyring),
    AccountScene("account-delete", homes.signed_in, _ASK),
    AccountScene("account-delete-narrow", homes.signed_in, _ASK, is_narrow=True),
    AccountScene("account-away", homes.away),
    AccountScene("account-away-narrow", homes.away, is_narrow=True),
    AccountScene("account-create-away", homes.signed_out_away, _SEND),
    AccountScene("account-starting", homes.starting),
)
