"""What a console command lives with that owns the profile itself: its person, server and house.

Streamers are listened for only where a command is about them.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.app.homing import adder_of, build_home_server, desk_of, keeping_of
from altrabits_desktop.app.lifetime import Part
from altrabits_desktop.app.server_elsewhere import ServerElsewhere
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.late import Late
from altrabits_desktop.runtime.settings import read_settings

if TYPE_CHECKING:
    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.actions.household import Household
    from altrabits_desktop.actions.membership import Membership
    from altrabits_desktop.app.homing import AnyServer
    from altrabits_desktop.app.house_desk import HouseDesk
    from altrabits_desktop.app.lifetime import Lifetime
    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.owner_talk import Talk
    from altrabits_desktop.app.settings_store import KeptSettings
    from altrabits_desktop.app.wiring import House, Search, Surroundings
    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.contract.server_address import ServerAddress
    from altrabits_desktop.runtime.paths import Profile

IN_STEP_LIMIT_S = 5.0
"""How long a command waits for the server to be in step."""


async def talk_at_home(
    profile: Profile,
    talk: Talk,
    *,
    server: ServerAddress | None,
    cards: tuple[str, ...] = (),
    around: Surroundings | None,
) -> Result:
    """Have a talk about policy, account and belongings; no streamer is listened for.

    Args:
        profile: whose.
        talk: what is said.
        server: the one elsewhere that is used; None for this computer's own.
        cards: where that of a household is looked for, should it have moved; empty for all.
        around: another network and keyring only in tests.
    """
    clock, changed = SystemClock(), asyncio.Event()
    home_server = build_home_server(
        profile,
        clock=clock,
        publish=lambda _changes: changed.set(),
        find_keyring=around.find_keyring if around is not None else None,
        passwords=around.passwords if around is not None else None,
        elsewhere=server,
    )
    if isinstance(home_server, ServerElsewhere) and home_server.pin:
        home_server.household = Late(
            partial(_household, profile, home_server, cards=cards, around=around)
        )
    await home_server.bring_up()
    desk = desk_of(home_server, clock, keeping=keeping_of(home_server))
    try:
        await _in_step(home_server.home, changed)
        result = await talk(desk.carry_out)
        # What was done is to arrive before this process ends, if the server answers.
        await _in_step(home_server.home, changed)
        return result
    finally:
        await home_server.stop()


async def talk_of_kept(
    profile: Profile, talk: Talk, *, server: ServerAddress | None, around: Surroundings | None
) -> Result:
    """Have a talk about what this computer keeps; no server is started or asked."""
    clock = SystemClock()
    home_server = build_home_server(
        profile,
        clock=clock,
        find_keyring=around.find_keyring if around is not None else None,
        elsewhere=server,
    )
    try:
        await home_server.home.start()
        return await talk(desk_of(home_server, clock, keeping=keeping_of(home_server)).carry_out)
    finally:
        await home_server.home.stop()


async def talk_of_household(
    profile: Profile,
    talk: Talk,
    *,
    server: ServerAddress | None,
    cards: tuple[str, ...],
    around: Surroundings | None,
) -> Result:
    """Have a talk about the household of this computer; no server of a person's is asked."""
    from altrabits_desktop.app.householding import HouseholdDesk

    home_server = build_home_server(
        profile,
        clock=SystemClock(),
        find_keyring=around.find_keyring if around is not None else None,
        elsewhere=server,
    )
    household = _household(profile, home_server, cards=cards, around=around)
    try:
        await home_server.home.start()
        return await talk(HouseholdDesk(household).carry_out)
    finally:
        await home_server.home.stop()


async def talk_of_cards(profile: Profile, talk: Talk, *, around: Surroundings | None) -> Result:
    """Have a talk about the cards to look on; nothing is looked for on any of them."""
    # Imported here: they bring the network's libraries.
    from altrabits_desktop.app.cards_desk import CardsDesk, CardsInView
    from altrabits_desktop.app.wiring import Surroundings
    from altrabits_desktop.streamers.discovery.card_view import CardSource, CardView

    choices = _choices(profile)
    there = around or Surroundings()
    view = CardView(
        choices.get().cards,
        source=CardSource(there.cards, names=there.card_names, networks=there.networks),
    )
    await view.look()
    return await talk(CardsDesk(choices, cards=CardsInView(view)).carry_out)


def _choices(profile: Profile) -> KeptSettings:
    from altrabits_desktop.app.settings_store import KeptSettings

    loaded = read_settings(profile)
    return KeptSettings(profile, loaded, for_now=loaded.settings, publish=lambda _changes: None)


def _household(
    profile: Profile,
    home_server: AnyServer,
    *,
    cards: tuple[str, ...],
    around: Surroundings | None,
) -> Household:
    # Imported here: they bring the network's libraries.
    from altrabits_desktop.app.householding import build_household
    from altrabits_desktop.app.wiring import Surroundings

    return build_household(
        _choices(profile),
        server=home_server,
        cards=cards,
        around=around or Surroundings(),
    )


async def talk_in_house(
    profile: Profile, talk: Talk, *, server: ServerAddress | None, search: Search, output: Output
) -> Result:
    """Have a talk about the streamers of the house, which are listened for meanwhile."""
    # Imported here, as below: they bring the network's libraries.
    from altrabits_desktop.app.crash import CrashNotice
    from altrabits_desktop.app.lifetime import Lifetime
    from altrabits_desktop.app.wiring import build_house

    notice = CrashNotice(output.error)
    notice.listen_to(asyncio.get_running_loop())
    house, changed = build_house(search, open_address=lambda _address: False), asyncio.Event()
    house.feed.subscribe(lambda _changes: changed.set())
    home_server = build_home_server(
        profile,
        clock=house.clock,
        publish=house.feed.publish,
        find_keyring=search.surroundings.find_keyring,
        passwords=search.surroundings.passwords,
        elsewhere=server,
    )
    lifetime = Lifetime(notice=notice)
    try:
        await lifetime.begin(Part("home server", start=home_server.bring_up, stop=home_server.stop))
        await _in_step(home_server.home, changed)
        around = await _begin_house(lifetime, house, home_server, profile)
        desk = desk_of(home_server, house.clock, keeping=keeping_of(home_server), around=around)
        result = await talk(desk.carry_out)
        await _in_step(home_server.home, changed)
        return result
    finally:
        await lifetime.stop()


async def _begin_house(
    lifetime: Lifetime, house: House, server: AnyServer, profile: Profile
) -> HouseDesk:
    from altrabits_desktop.actions.controlling import Controlling
    from altrabits_desktop.app.around import build_groups, build_remarks
    from altrabits_desktop.app.house_desk import HouseDesk
    from altrabits_desktop.app.own_house import TypedAgain, remember_networks
    from altrabits_desktop.app.updating import Updating

    remember_networks(house, server)
    controlling = Controlling(
        streamers=house.owner,
        directory=house.registry,
        closed_by=server.home.closed_by,
        clock=house.clock,
        publish=house.feed.publish,
    )
    house.feed.subscribe(controlling.follow)
    adder = adder_of(server, house)
    # Before anything is heard: each streamer is then known as the person's from the beginning.
    house.owner.own((await adder.book()).of)
    for part in house.parts:
        await lifetime.begin(part)
    again = TypedAgain(house, keep=lambda work: lifetime.keep(work, name="typed addresses"))
    await lifetime.begin(again.part())
    await lifetime.begin(Part("controlling", stop=controlling.stop))
    updating = Updating(profile, house, server)
    await lifetime.begin(Part("updates", stop=updating.stop))
    remarks = build_remarks(house, server, keep=lambda work: lifetime.keep(work, name="remarks"))
    groups = build_groups(house, server, keep=lambda work: lifetime.keep(work, name="groups"))
    await remarks.read()
    desk = HouseDesk(
        house,
        server.home,
        controlling=controlling,
        adder=adder,
        updater=updating.late,
        remarks=remarks,
        groups=groups,
    )
    await lifetime.begin(Part("adding", stop=adder.stop))
    await lifetime.begin(Part("begun claims", stop=desk.stop))
    return desk


async def _in_step(home: Membership, changed: asyncio.Event) -> None:
    """Wait until everything was sent and taken, or the server is away; at most 5 s."""
    with suppress(TimeoutError):
        async with asyncio.timeout(IN_STEP_LIMIT_S):
            while _is_busy(home.report()):
                changed.clear()
                await changed.wait()


def _is_busy(report: HomeReport) -> bool:
    """Tell whether something is being sent or taken, or is about to be; pure."""
    if report.standing is not Standing.SIGNED_IN or report.server is not ServerState.REACHED:
        return False
    state = report.sync.state
    is_working = state in {SyncState.OFF, SyncState.WORKING}
    return is_working or (state is SyncState.IN_STEP and report.waits > 0)
