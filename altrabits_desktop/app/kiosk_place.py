"""Where the kiosk of a window is: made with the window where staff have set one up, else later."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.late import Late
from altrabits_desktop.runtime.paths import may_exist

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.actions.kiosk import Kiosk
    from altrabits_desktop.app.lifetime import Lifetime
    from altrabits_desktop.runtime.paths import Profile


class KioskPlace:
    """Belongs to one window and its loop.

    Args:
        profile: keeps what staff choose.
        lifetime: keeps it running.
        build: builds it, over a house that need not have begun.
        is_covering: whether visitors have the window from its start.
    """

    def __init__(
        self,
        profile: Profile,
        lifetime: Lifetime,
        *,
        build: Callable[[], Kiosk],
        is_covering: bool,
    ) -> None:
        self._profile = profile
        self._lifetime = lifetime
        self._build = build
        self._is_covering = is_covering
        self._has_begun = asyncio.Event()
        self.late: Late[Kiosk] = Late(self._make)
        """Hardly any profile has one."""
        if is_covering:
            self.late.get()

    def begin(self) -> None:
        """Let it act from now on, should there be one: what it acts on is there."""
        self._has_begun.set()
        self._lifetime.keep(self._find(), name="kiosk set-up")

    async def _find(self) -> None:
        """Make it where staff have set it up."""
        if await asyncio.to_thread(may_exist, self._profile.kiosk_file):
            self.late.get()

    def _make(self) -> Kiosk:
        from altrabits_desktop.contract.kiosk import WipeReason

        kiosk = self._build()
        if self._is_covering:
            kiosk.cover(WipeReason.START)
        self._lifetime.keep(self._run(kiosk), name="kiosk")
        return kiosk

    async def _run(self, kiosk: Kiosk) -> None:
        await self._has_begun.wait()
        await kiosk.load()
        await kiosk.run()


def guarded(
    open_address: Callable[[str], bool], place: Callable[[], KioskPlace | None]
) -> Callable[[str], bool]:
    """Give what opens addresses for staff, and for no visitor.

    Args:
        open_address: hands an address to the browser.
        place: gives that of the kiosk, as soon as there is one.
    """

    def open_for_staff(address: str) -> bool:
        there = place()
        kiosk = there.late.made if there is not None else None
        if kiosk is not None and kiosk.report().is_covering:
            from altrabits_desktop.privacy.kiosk_rules import VISITOR

            return VISITOR.opens_links and open_address(address)
        return open_address(address)

    return open_for_staff
