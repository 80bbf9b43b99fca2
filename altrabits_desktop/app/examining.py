"""`altrabits doctor`: the house on a plain loop for one round, and the doctor beside it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.app.crash import CrashNotice
from altrabits_desktop.app.lifetime import Lifetime
from altrabits_desktop.app.pool import run_beside_pool
from altrabits_desktop.app.wiring import Search, Surroundings, build_house
from altrabits_desktop.cli.doctor import tell
from altrabits_desktop.runtime.logs import log_to_console

if TYPE_CHECKING:
    from altrabits_desktop.app.arguments import SharedOptions
    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.contract.doctor import Diagnosis


def examine(
    *,
    shared: SharedOptions,
    saved_cards: tuple[str, ...],
    output: Output,
    surroundings: Surroundings | None = None,
) -> int:
    """Examine the network and say what is wrong; gives the exit status; blocks for up to 8 s.

    Takes no lock: it goes beside an open window.

    Args:
        shared: cards that are named here win over the saved ones.
        saved_cards: the person's choice in the window.
        output: where the answer goes.
        surroundings: another network only in tests.

    Raises:
        CardUnknown: a named card does not exist.
        BrokenPipeError: whoever reads the answer has gone.
    """
    log_to_console(is_verbose=shared.is_verbose)
    saved = () if shared.interfaces else saved_cards
    search = Search(
        cards=shared.interfaces or saved,
        saved_cards=saved,
        surroundings=surroundings or Surroundings(),
    )
    return tell(run_beside_pool(_examined(search, output)), output)


async def _examined(search: Search, output: Output) -> Diagnosis:
    notice = CrashNotice(output.error)
    notice.listen_to(asyncio.get_running_loop())
    house = build_house(search, open_address=lambda _address: False)
    lifetime = Lifetime(notice=notice)
    try:
        for part in house.parts:
            await lifetime.begin(part)
        doctor = house.doctor.get()
        await asyncio.gather(house.finding.find_again(), doctor.examine())
        return doctor.diagnosis()
    finally:
        await lifetime.stop()
