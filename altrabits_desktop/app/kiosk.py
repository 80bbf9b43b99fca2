"""Builds the kiosk over the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.actions.kiosk import Kiosk
from altrabits_desktop.actions.staff_pin import StaffPin
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.runtime.kiosk_files import KioskFiles
from altrabits_desktop.runtime.passwords import Passwords

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.actions.controlling import Controlling
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.app.homing import AnyServer
    from altrabits_desktop.app.wiring import House
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.paths import Profile


class _OfTheShop:
    """Tells the streamers of the shop's list alone, none that one of them plays along with."""

    def __init__(self, controlling: Controlling) -> None:
        self._controlling = controlling

    async def perform(
        self,
        streamer_id: StreamerId,
        command: Command,
        *,
        check: Callable[[], None] | None = None,
    ) -> None:
        """Tell this very streamer; raises what `Controlling.perform_itself` raises."""
        await self._controlling.perform_itself(streamer_id, command, check=check)


def build_kiosk(
    profile: Profile,
    house: House,
    server: AnyServer,
    *,
    directory: Directory,
    controlling: Controlling,
) -> Kiosk:
    """Build it on the running loop, following the house; nothing is read or sent.

    Args:
        profile: keeps what staff choose.
        house: streamers, demo and time.
        server: tells whether the shop's account may control.
        directory: all streamers, the account's among them.
        controlling: takes commands.
    """
    files = KioskFiles(profile)

    def is_open() -> bool | None:
        report = server.home.report()
        if not report.is_known or report.server is ServerState.STARTING:
            return None
        return server.home.closed_by(Feature.CONTROL, is_demo=False) is None

    kiosk = Kiosk(
        files=files,
        pin=StaffPin(files, passwords=Passwords(), clock=house.clock),
        directory=directory,
        heard=house.registry,
        telling=_OfTheShop(controlling),
        has_other_owner=controlling.has_other_owner,
        is_open=is_open,
        demo=house.finding,
        clock=house.clock,
        publish=house.feed.publish,
    )
    house.feed.subscribe(kiosk.follow)
    return kiosk
