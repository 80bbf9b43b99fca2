"""The PIN that leads out of a kiosk: digits alone, no default, and a brake that a restart keeps."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import ProfileUnusable, Refused
from altrabits_desktop.contract.kiosk import PIN_LEAST, PIN_MOST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.kiosk_files import KioskFiles
    from altrabits_desktop.runtime.passwords import Passwords

logger = logging.getLogger(__name__)

MOST_TRIES = 5
TRIES_WITHIN = timedelta(minutes=5)
"""Source: docs/security-requirements.md R55."""

_MINUTE_S = 60
_RUNS = ("01234567890123456789", "98765432109876543210")


def fault_of(pin: str) -> str | None:
    """Give the code of what is wrong with a new PIN; None where nothing is. Pure."""
    if not (pin.isascii() and pin.isdigit()):
        return "kiosk.pin_digits"
    if not PIN_LEAST <= len(pin) <= PIN_MOST:
        return "kiosk.pin_length"
    if len(set(pin)) == 1 or any(pin in run for run in _RUNS):
        return "kiosk.pin_common"
    return None


def wait_after(tries: Sequence[datetime], now: datetime) -> timedelta:
    """Give how long no further PIN is taken. Pure.

    Args:
        tries: when PINs were tried since the last right one, in any order. A time in the future,
            as a clock that was set back leaves it, counts as now.
        now: the present instant.
    """
    counted = sorted(min(at, now) for at in tries)
    if len(counted) < MOST_TRIES:
        return timedelta()
    return max(timedelta(), counted[-MOST_TRIES] + TRIES_WITHIN - now)


class StaffPin:
    """Tries PINs. On one loop.

    Args:
        files: keep the tries, so that pulling the plug does not clear them.
        passwords: hashes.
        clock: the present instant.
    """

    def __init__(self, files: KioskFiles, *, passwords: Passwords, clock: Clock) -> None:
        self._files = files
        self._passwords = passwords
        self._clock = clock
        self._tries: tuple[datetime, ...] | None = None
        self._steady_s: tuple[float, ...] = ()
        """The same tries, as far as this start has seen them: nobody in the network sets that."""
        self._turn = asyncio.Lock()

    async def hash(self, pin: str) -> str:
        """Give what is kept of a new PIN.

        Raises:
            Refused: `kiosk.pin_digits`, `kiosk.pin_length` or `kiosk.pin_common`.
        """
        code = fault_of(pin)
        if code is not None:
            raise Refused(code, least=PIN_LEAST, most=PIN_MOST)
        return await self._passwords.hash(pin)

    async def check(self, pin: str, *, kept: str) -> None:
        """Take a PIN that somebody typed; one after the other, whoever asks.

        A try counts before it is looked at, so that nothing that ends the program gives it back.

        Args:
            pin: as typed.
            kept: hash of the right one; "" for none, which no PIN fits.

        Raises:
            Refused: `kiosk.pin_braked` with the `minutes` to wait, or `kiosk.pin_wrong`.
        """
        async with self._turn:
            now = self._clock.now()
            tries = await self._known(now)
            if any(at > now for at in tries):
                # The clock was set back. Left in the future they would count as now for ever.
                tries = tuple(min(at, now) for at in tries)
                await self._keep(tries)
            wait = max(wait_after(tries, now), self._steady_wait())
            if wait:
                minutes = -(-int(wait.total_seconds()) // _MINUTE_S) or 1
                raise Refused("kiosk.pin_braked", minutes=minutes)
            self._steady_s = (*self._steady_s, self._clock.steady_s())[-MOST_TRIES:]
            await self._keep((*tries, now)[-MOST_TRIES:])
            # What cannot be one is not hashed: its length costs nothing.
            is_right = len(pin) <= PIN_MOST and await self._passwords.verify(kept or None, pin)
            if not is_right:
                raise Refused("kiosk.pin_wrong")
            self._steady_s = ()
            await self._keep(())

    def _steady_wait(self) -> timedelta:
        """Give the same as `wait_after`, whatever the computer's clock was set to meanwhile."""
        if len(self._steady_s) < MOST_TRIES:
            return timedelta()
        passed = timedelta(seconds=self._clock.steady_s() - self._steady_s[0])
        return max(timedelta(), TRIES_WITHIN - passed)

    async def _known(self, now: datetime) -> tuple[datetime, ...]:
        if self._tries is None:
            read = await asyncio.to_thread(self._files.tries)
            # A file that cannot be read may have been damaged to be rid of the brake.
            self._tries = (now,) * MOST_TRIES if read is None else read
            if read is None:
                await self._keep(self._tries)
        return self._tries

    async def _keep(self, tries: tuple[datetime, ...]) -> None:
        self._tries = tries
        try:
            await asyncio.to_thread(self._files.keep_tries, tries)
        except ProfileUnusable as error:
            # They count all the same until the program ends.
            logger.warning("tries of the staff PIN are not kept: %s", error.code)
