"""Builds the person's membership and the server of the profile that it is of."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

from altrabits_desktop.actions.adding import Adder
from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.actions.membership import Membership
from altrabits_desktop.actions.records import Records
from altrabits_desktop.app.home_server import HomeServer
from altrabits_desktop.app.owner_errands import SAME_SERVER, SYSTEMS
from altrabits_desktop.app.server_elsewhere import ServerElsewhere
from altrabits_desktop.contract.accounts import InstallationMessage
from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.contract.version import VERSION
from altrabits_desktop.runtime.bundled_policy import bundled_policies
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.keychain import Kept, Keychain
from altrabits_desktop.runtime.late import Late
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.wording import spoken
from altrabits_desktop.sync.replica import Replica

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from altrabits_desktop.actions.household import Household, HouseholdBond
    from altrabits_desktop.app.cards_desk import Choices
    from altrabits_desktop.app.home_desk import HomeDesk
    from altrabits_desktop.app.house_desk import HouseDesk
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result
    from altrabits_desktop.app.wiring import House
    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.contract.server_address import ServerAddress
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.keychain import Backend
    from altrabits_desktop.runtime.passwords import Passwords
    from altrabits_desktop.runtime.paths import Profile
    from altrabits_desktop.server.embedded import EmbeddedServer

AnyServer = HomeServer | ServerElsewhere
"""The server of this computer, or one elsewhere."""

_DATABASE = "server.sqlite3"


def build_home_server(
    profile: Profile,
    *,
    clock: Clock,
    publish: Callable[[Changes], None] = lambda _changes: None,
    find_keyring: Callable[[], Backend | None] | None = None,
    passwords: Passwords | None = None,
    elsewhere: ServerAddress | None = None,
) -> AnyServer:
    """Build both on the running loop; nothing is opened, written or sent.

    Args:
        profile: whose server and data they are.
        clock: for pauses and instants.
        publish: the change feed.
        find_keyring: another keyring than the system's, in tests.
        passwords: weaker ones, in tests.
        elsewhere: where the server is; None for the one of this computer.
    """
    if elsewhere is None:
        return _server_here(
            profile, clock=clock, publish=publish, find_keyring=find_keyring, passwords=passwords
        )
    key = elsewhere.key
    keychain = Keychain(find_keyring, of_server=key)
    server = ServerElsewhere(
        elsewhere,
        keychain=keychain,
        clock=clock,
        chance=random.random,
        bond=_bond(keychain, pin=elsewhere.pin),
    )
    replica = profile.elsewhere(key) / profile.replica_file.name
    server.home = _membership(
        replica,
        server.keychain,
        prepare=lambda: profile.prepare_elsewhere(key),
        clock=clock,
        publish=publish,
        rouse=_not_at_all,
        bundled=tuple,
        elsewhere=elsewhere.name,
    )
    return server


def _server_here(
    profile: Profile,
    *,
    clock: Clock,
    publish: Callable[[Changes], None],
    find_keyring: Callable[[], Backend | None] | None,
    passwords: Passwords | None,
) -> HomeServer:
    database = profile.server_folder / _DATABASE

    def make() -> EmbeddedServer:
        # Imported here: the server is loaded where it is needed, and off the loop.
        from altrabits_desktop.server.embedded import EmbeddedServer

        return EmbeddedServer(database, bundled=_bundled(), passwords=passwords)

    keychain = Keychain(find_keyring)
    server = HomeServer(database, make=make, keychain=keychain)
    server.home = _membership(
        profile.replica_file,
        keychain,
        prepare=profile.prepare,
        clock=clock,
        publish=publish,
        rouse=server.rouse,
        bundled=_bundled,
        elsewhere="",
    )
    return server


def _membership(  # each of them differs between the two kinds of server
    replica: Path,
    keychain: Keychain,
    *,
    prepare: Callable[[], None],
    clock: Clock,
    publish: Callable[[Changes], None],
    rouse: Callable[[], Awaitable[None]],
    bundled: Callable[[], tuple[Policy, ...]],
    elsewhere: str,
) -> Membership:
    records = Records(
        Replica(replica, changed=lambda: publish(Changes(topics=Topic.HOME))),
        keychain,
        prepare=prepare,
    )
    return Membership(
        records=records,
        clock=clock,
        publish=publish,
        language=lambda: spoken().language,
        bundled=bundled,
        rouse=rouse,
        installation=InstallationMessage(
            system=SYSTEMS.get(sys.platform, "linux"), app_version=VERSION
        ),
        chance=random.random,
        elsewhere=elsewhere,
    )


def _bond(keychain: Keychain, *, pin: str) -> HouseholdBond | None:
    if not pin:
        return None
    # Imported here: most computers have joined no household.
    from altrabits_desktop.actions.household import HouseholdBond

    return HouseholdBond(keychain, pin=pin)


async def _not_at_all() -> None:
    """A server elsewhere never rests."""


def desk_of(
    server: AnyServer,
    clock: Clock,
    *,
    keeping: Callable[[], Awaitable[Kept | None]],
    around: HouseDesk | None = None,
) -> HomeDesk:
    """Give what serves console commands.

    Args:
        server: whose person it is.
        clock: when something was done.
        keeping: where a sign-in made here would rest.
        around: serves what streamers must be heard for.
    """
    # Imported here: most windows never hear of an errand.
    from altrabits_desktop.actions.remark_store import AccountRemarks
    from altrabits_desktop.app.belongings_desk import BelongingsDesk
    from altrabits_desktop.app.home_desk import HomeDesk

    return HomeDesk(
        server.home,
        now=clock.now,
        keeping=keeping,
        belongings=BelongingsDesk(
            Belongings(server.home, clock=clock),
            arrival=server.home.arrival.of,
            noted=AccountRemarks(server.home.records).read_own,
        ),
        around=around,
    )


def keeping_of(
    server: AnyServer, *, otherwise: Kept | None = None
) -> Callable[[], Awaitable[Kept | None]]:
    """Give what tells where a sign-in would rest.

    Args:
        server: whose keyring is asked.
        otherwise: where there is none; None where a sign-in would be lost at once.
    """

    async def keeping() -> Kept | None:
        return Kept.KEYRING if await server.keychain.has_store() else otherwise

    return keeping


async def bring_up(server: AnyServer) -> None:
    """Bring up the server, and see whether whoever was signed in still is.

    Raises:
        DecisionNeeded: the keyring does not give the sign-in it has taken.
    """
    await server.bring_up()
    if server.home.report().is_withheld:
        raise DecisionNeeded("keyring.withheld")


def adder_of(server: AnyServer, house: House) -> Adder:
    """Give what makes streamers of a house the person's."""
    return Adder(
        server.home,
        directory=house.registry,
        claims=house.claims,
        keychain=server.keychain,
        clock=house.clock,
        whose=lambda: server.home.report().email,
        tell=lambda: house.feed.publish(Changes(topics=Topic.HOME)),
    )


def window_desk(
    server: AnyServer,
    clock: Clock,
    *,
    around: HouseDesk | None,
    household: Late[Household] | None = None,
    choices: Choices | None = None,
) -> Callable[[OwnerErrand], Awaitable[Result]]:
    """Give what carries out the errands of console commands while the window owns the profile."""
    # The window itself holds a sign-in that no keyring takes.
    keeping = keeping_of(server, otherwise=Kept.MEMORY)
    desk = Late(lambda: desk_of(server, clock, keeping=keeping, around=around))

    async def carry_out(errand: OwnerErrand) -> Result:
        _check_server(errand, server)
        if errand.words == SAME_SERVER:
            return {}
        if errand.words[:1] == ("household",) and household is not None:
            # Imported here: most windows never hear of it.
            from altrabits_desktop.app.householding import HouseholdDesk

            return await HouseholdDesk(household.get()).carry_out(errand)
        if errand.words[:1] == ("cards",) and choices is not None and around is not None:
            from altrabits_desktop.app.cards_desk import CardsDesk

            return await CardsDesk(choices, cards=around.cards).carry_out(errand)
        await server.is_up.wait()
        return await desk.get().carry_out(errand)

    return carry_out


def _check_server(errand: OwnerErrand, server: AnyServer) -> None:
    """See to it that what is meant for one server is not done at another.

    Raises:
        Refused: `server.another`, `server.another_own`.
    """
    if errand.server in {"", server.url}:
        return
    if not server.url:
        raise Refused("server.another_own")
    raise Refused("server.another", server=server.home.report().elsewhere)


def _bundled() -> tuple[Policy, ...]:
    return bundled_policies(resource_folder() / "policy")
