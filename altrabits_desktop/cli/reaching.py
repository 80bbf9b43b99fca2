"""Whom `altrabits discover` asks one by one: named addresses, and all beside the computer's own."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import AltraBitsError

if TYPE_CHECKING:
    from altrabits_desktop.actions.finding import Finding
    from altrabits_desktop.cli.output import Output


class Reaching:
    """One run; on the loop of the finder.

    Args:
        finding: asks.
        output: told who answers, beside the list of streamers.
        addresses: as they were typed.
        remembered: typed before in this network; of those nothing is said.
        is_sweeping: whether every address beside the own ones is asked too.
    """

    def __init__(
        self,
        finding: Finding,
        *,
        output: Output,
        addresses: tuple[str, ...] = (),
        remembered: tuple[str, ...] = (),
        is_sweeping: bool = False,
    ) -> None:
        self._finding = finding
        self._output = output
        self._addresses = addresses
        self._remembered = tuple(each for each in remembered if each not in addresses)
        self._is_sweeping = is_sweeping
        self.exit_status = 0
        """Of the first address that was not reached."""

    async def run(self) -> None:
        """Ask all of it, the addresses at the same time; ends when each answered or did not.

        Raises:
            BrokenPipeError: the reader has gone.
            Refused: `output.unwritable`.
        """
        await asyncio.gather(
            *map(self._try, self._addresses), *map(self._try_quietly, self._remembered)
        )
        if self._is_sweeping:
            # Imported here, as below: few look so closely.
            from altrabits_desktop.actions.sweeping import found_words, sweep_title

            self._output.waiting("sweep", f"{sweep_title()}.")
            found = await self._finding.sweep()
            if found is not None:
                self._output.aside("swept", {"answered": found}, f"{found_words(found)}.")

    async def _try_quietly(self, address: str) -> None:
        with suppress(AltraBitsError):
            await self._finding.try_address(address)

    async def _try(self, address: str) -> None:
        try:
            answered = await self._finding.try_address(address)
        except AltraBitsError as error:
            self.exit_status = self.exit_status or error.exit_status
            self._output.error(error)
        else:
            from altrabits_desktop.actions.answered_words import answered_sentence

            told = {
                "address": answered.address,
                "name": answered.name or None,
                "product": answered.product or None,
                "heard_by": answered.way,
            }
            self._output.aside("answered", told, answered_sentence(answered))
