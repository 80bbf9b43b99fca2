"""`altrabits discover`: the house on a plain loop, without Qt."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.app.crash import CrashNotice
from altrabits_desktop.app.lifetime import Lifetime
from altrabits_desktop.app.own_book import mine
from altrabits_desktop.app.pool import run_beside_pool
from altrabits_desktop.app.wiring import EVERY_WAY, Search, Surroundings, build_house
from altrabits_desktop.cli.discover import Discover
from altrabits_desktop.runtime.known_networks import read_known, typed_in
from altrabits_desktop.runtime.logs import log_to_console
from altrabits_desktop.runtime.paths import NETWORKS, profile_at

if TYPE_CHECKING:
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.app.arguments import SharedOptions
    from altrabits_desktop.app.own_book import Mine
    from altrabits_desktop.cli.discover import DiscoverOptions
    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.contract.remarks import Remark
    from altrabits_desktop.runtime.known_networks import KnownNetwork
    from altrabits_desktop.runtime.paths import Profile


def discover(
    options: DiscoverOptions,
    *,
    shared: SharedOptions,
    saved_cards: tuple[str, ...],
    output: Output,
    surroundings: Surroundings | None = None,
) -> int:
    """Look for streamers as long as was asked, and give the exit status; blocks.

    Streamers are called as the person calls them, and those they ignore are left out, as it is when
    it begins; for that alone the profile is looked into (`own_book.mine`).

    Args:
        options: what was asked for.
        shared: cards that are named here win over the saved ones.
        saved_cards: the person's choice in the window.
        output: where the answer goes.
        surroundings: another network only in tests; its ways of finding are those asked for.

    Raises:
        CardUnknown: a named card does not exist.
        NotReachable: from the start there is no card, or no way of finding works.
        BrokenPipeError: whoever reads the answer has gone.
    """
    log_to_console(is_verbose=shared.is_verbose)
    saved = () if shared.interfaces else saved_cards
    search = Search(
        cards=shared.interfaces or saved,
        saved_cards=saved,
        surroundings=replace(surroundings or Surroundings(), ways=options.only),
    )
    profile = profile_at(shared.profile)
    known = mine(profile, server=shared.server, around=surroundings)
    networks = _networks(profile, shared) if options.only == EVERY_WAY else ()
    return run_beside_pool(
        _discover(options, search=search, known=known, networks=networks, output=output)
    )


def _networks(profile: Profile, shared: SharedOptions) -> tuple[KnownNetwork, ...]:
    """Give what is known of networks; its file is there exactly while somebody is signed in."""
    remembered = profile.remembered_file(shared.server.key if shared.server else "")
    return read_known(remembered.with_name(NETWORKS))


async def _discover(
    options: DiscoverOptions,
    *,
    search: Search,
    known: Mine,
    networks: tuple[KnownNetwork, ...],
    output: Output,
) -> int:
    notice = CrashNotice(output.error)
    notice.listen_to(asyncio.get_running_loop())
    stopped = asyncio.Event()
    _stop_on_signals(stopped)
    house = build_house(search, open_address=lambda _address: False)
    # Before anything is heard: each streamer is then known as the person's from the beginning.
    house.owner.own(known.book.of)
    lifetime = Lifetime(notice=notice)
    try:
        for part in house.parts:
            await lifetime.begin(part)
        command = Discover(
            options,
            directory=_remarked(house.registry, known.remarks),
            finding=house.finding,
            feed=house.feed,
            clock=house.clock,
            output=output,
            stopped=stopped,
            remembered=typed_in(networks, house.roaming.here),
        )
        return await command.run()
    finally:
        await lifetime.stop()


def _remarked(directory: Directory, remarks: tuple[Remark, ...]) -> Directory:
    if not remarks:
        return directory
    # Imported here: most people have noted nothing.
    from altrabits_desktop.actions.remarked_directory import RemarkedDirectory
    from altrabits_desktop.actions.remarks import Told

    return RemarkedDirectory(directory, remarks=Told(remarks))


def _stop_on_signals(stopped: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no signals on loops; there they end the program as they always do.
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stopped.set)
