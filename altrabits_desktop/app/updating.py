"""Builds what updates streamers once somebody needs it, and leaves nothing of it behind."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.late import Late

if TYPE_CHECKING:
    from altrabits_desktop.actions.firmware import Updater
    from altrabits_desktop.app.homing import AnyServer
    from altrabits_desktop.app.wiring import House
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.paths import Profile


class Updating:
    """On the loop of the house.

    Args:
        profile: where images and records lie.
        house: what is around.
        server: whose person it is.
    """

    def __init__(self, profile: Profile, house: House, server: AnyServer) -> None:
        self._profile = profile
        self._house = house
        self._server = server
        self._was_left = False
        self._clearing: set[asyncio.Task[None]] = set()
        self.late: Late[Updater] = Late(self._make, load=_load)
        house.feed.subscribe(self._follow)

    async def stop(self) -> None:
        """End what is under way."""
        await asyncio.gather(*self._clearing, return_exceptions=True)
        if self.late.made is not None:
            await self.late.made.stop()

    def _follow(self, changes: Changes) -> None:
        """Clear up once nobody is signed in, whatever was updated since the start."""
        if Topic.HOME not in changes.topics:
            return
        report = self._server.home.report()
        is_left = report.is_known and not report.email
        if is_left and not self._was_left:
            task = asyncio.ensure_future(self._clear())
            self._clearing.add(task)
            task.add_done_callback(self._clearing.discard)
        self._was_left = is_left

    async def _clear(self) -> None:
        if self.late.made is not None:
            await self.late.made.forget()
        elif await asyncio.to_thread(self._profile.firmware_folder.exists):
            from altrabits_desktop.runtime.firmware_files import FirmwareFiles

            await asyncio.to_thread(FirmwareFiles(self._profile.firmware_folder).clear)

    def _make(self) -> Updater:
        # Imported here: hardly any start updates a streamer.
        from altrabits_desktop.actions.firmware import Updater
        from altrabits_desktop.actions.firmware_source import FirmwareSource
        from altrabits_desktop.runtime.firmware_files import FirmwareFiles
        from altrabits_desktop.runtime.firmware_trust import makers_keys, named_key
        from altrabits_desktop.streamers.updating import StreamerUpdates

        house, home = self._house, self._server.home

        def trust() -> tuple[frozenset[str], frozenset[str]]:
            named = named_key(os.environ)
            return makers_keys(), frozenset({named} if named else ())

        async def look(streamer_id: StreamerId) -> None:
            await house.connections.check(streamer_id)

        return Updater(
            source=FirmwareSource(home.contact),
            streamers=StreamerUpdates(house.registry, house.updates_io),
            directory=house.registry,
            files=FirmwareFiles(self._profile.firmware_folder),
            trust=trust,
            closed_by=home.closed_by,
            clock=house.clock,
            publish=house.feed.publish,
            look=look,
            is_somebody=lambda: bool(home.report().email),
        )


def _load() -> None:
    """Import what updating takes: some 20 ms, too long for the loop of a window."""
    import altrabits_desktop.actions.firmware
    import altrabits_desktop.actions.firmware_source
    import altrabits_desktop.streamers.updating  # noqa: F401 # for those who make it afterwards
