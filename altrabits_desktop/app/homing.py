"""Builds the person's membership and the server of the profile that it is of."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

from altrabits_desktop.actions.adding import Adder
from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.actions.membership import Membership
from altrabits_desktop.actions.records import Records
from altrabits_desktop.app.belongings_desk import BelongingsDesk
from altrabits_desktop.app.home_desk import HomeDesk
from altrabits_desktop.app.home_server import HomeServer
from altrabits_desktop.contract.accounts import InstallationMessage
from altrabits_desktop.contract.version import VERSION
from altrabits_desktop.runtime.bundled_policy import bundled_policies
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.keychain import Keychain
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.wording import spoken
from altrabits_desktop.sync.replica import Replica

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from altrabits_desktop.app.house_desk import HouseDesk
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result
    from altrabits_desktop.app.wiring import House
    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.keychain import Backend
    from altrabits_desktop.runtime.passwords import Passwords
    from altrabits_desktop.runtime.paths import Profile
    from altrabits_desktop.server.embedded import EmbeddedServer

_DATABASE = "server.sqlite3"
_SYSTEMS = {"darwin": "macos", "win32": "windows"}


def build_home_server(
    profile: Profile,
    *,
    clock: Clock,
    publish: Callable[[Changes], None] = lambda _changes: None,
    find_keyring: Callable[[], Backend | None] | None = None,
    passwords: Passwords | None = None,
) -> HomeServer:
    """Build both on the running loop; nothing is opened, written or sent.

    Args:
        profile: whose server and data they are.
        clock: for pauses and instants.
        publish: the change feed.
        find_keyring: another keyring than the system's, in tests.
        passwords: weaker ones, in tests.
    """
    database = profile.server_folder / _DATABASE

    def make() -> EmbeddedServer:
        # Imported here: the server is loaded where it is needed, and off the loop.
        from altrabits_desktop.server.embedded import EmbeddedServer

        return EmbeddedServer(database, bundled=_bundled(), passwords=passwords)

    keychain = Keychain(find_keyring)
    server = HomeServer(database, make=make, keychain=keychain)
    records = Records(
        Replica(profile.replica_file, changed=lambda: publish(Changes(topics=Topic.HOME))),
        keychain,
        prepare=profile.prepare,
    )
    server.home = Membership(
        records=records,
        clock=clock,
        publish=publish,
        language=lambda: spoken().language,
        bundled=_bundled,
        rouse=server.rouse,
        installation=InstallationMessage(
            system=_SYSTEMS.get(sys.platform, "linux"), app_version=VERSION
        ),
        chance=random.random,
    )
    return server


def desk_of(
    server: HomeServer,
    clock: Clock,
    *,
    can_keep: Callable[[], Awaitable[bool]],
    around: HouseDesk | None = None,
) -> HomeDesk:
    """Give what serves console commands.

    Args:
        server: whose person it is.
        clock: when something was done.
        can_keep: whether a sign-in made here outlives this process.
        around: serves what streamers must be heard for.
    """
    return HomeDesk(
        server.home,
        now=clock.now,
        can_keep=can_keep,
        belongings=BelongingsDesk(Belongings(server.home, clock=clock)),
        around=around,
    )


def adder_of(server: HomeServer, house: House) -> Adder:
    """Give what makes streamers of a house the person's."""
    return Adder(
        server.home,
        directory=house.registry,
        claims=house.claims,
        keychain=server.keychain,
        clock=house.clock,
        tell=lambda: house.feed.publish(Changes(topics=Topic.HOME)),
    )


def window_desk(
    server: HomeServer, clock: Clock, *, around: HouseDesk
) -> Callable[[OwnerErrand], Awaitable[Result]]:
    """Give what carries out the errands of console commands while the window owns the profile."""

    async def can_keep() -> bool:
        # The window itself holds a sign-in that no keyring takes.
        return True

    desk = desk_of(server, clock, can_keep=can_keep, around=around)

    async def carry_out(errand: OwnerErrand) -> Result:
        await server.is_up.wait()
        return await desk.carry_out(errand)

    return carry_out


def _bundled() -> tuple[Policy, ...]:
    return bundled_policies(resource_folder() / "policy")
