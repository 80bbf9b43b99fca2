"""A computer of a household: joins it, starts on its server, sees others announce themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.app.arguments import SharedOptions
from altrabits_desktop.app.home_place import with_household
from altrabits_desktop.app.homing import build_home_server
from altrabits_desktop.app.householding import HouseholdDesk, build_household
from altrabits_desktop.app.server_elsewhere import ServerElsewhere
from altrabits_desktop.app.settings_store import KeptSettings
from altrabits_desktop.app.wiring import Surroundings
from altrabits_desktop.contract.household import FoundHousehold
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.late import already
from altrabits_desktop.runtime.settings import read_settings
from tests.fakes.shared_home import shared_home
from tests.harness.person_elsewhere import Person, sign_up

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.actions.household import Household
    from altrabits_desktop.app.homing import AnyServer
    from altrabits_desktop.runtime.certificates import Identity
    from tests.fakes.shared_home import SharedHome


async def found_at_once(
    found: tuple[FoundHousehold, ...], wanted_id: str
) -> tuple[FoundHousehold, ...]:
    assert wanted_id in {"", *(each.id for each in found)}
    return found


class Computer(Person):
    """One computer of the household."""

    def household(self) -> Household:
        """Give what joins and leaves, as a console command of this moment has it."""
        loaded = read_settings(self.profile)
        choices = KeptSettings(
            self.profile, loaded, for_now=loaded.settings, publish=lambda _changes: None
        )
        around = Surroundings(find_keyring=lambda: self.ring, cards=tuple)
        server = self._used()
        return build_household(
            choices,
            server=server,
            cards=(),
            around=around,
        )

    def desk(self) -> HouseholdDesk:
        return HouseholdDesk(self.household())

    async def start_again(
        self, *, seen_at: tuple[SharedHome, ...] = (), as_id: str = ""
    ) -> AnyServer:
        """Start the program, on whichever server it uses by now.

        Args:
            seen_at: which servers announce themselves.
            as_id: what each of them says that it is.
        """
        shared = with_household(SharedOptions(), read_settings(self.profile).settings)
        server = await self.start(shared.server)
        if isinstance(server, ServerElsewhere):
            server.household = already(self.seeing(*seen_at, as_id=as_id))
        return server

    def seeing(self, *seen_at: SharedHome, as_id: str) -> Household:
        """Give what finds these, as if they announced themselves."""
        household = self.household()
        found = tuple(FoundHousehold(as_id, each.url[8:]) for each in seen_at)
        household._search = partial(found_at_once, found)  # noqa: SLF001 # no real network
        return household

    async def join(self, home: SharedHome) -> AnyServer:
        code = await home.show_code()
        await self.household().join(home.url, code)
        return await self.start_again()

    def _used(self) -> AnyServer:
        if self._started:
            return self._started[-1]
        return build_home_server(self.profile, clock=SystemClock(), find_keyring=lambda: self.ring)


async def joined_before(
    computer: Computer, folder: Path, *, identity: Identity, signs_up: bool = False
) -> SharedHome:
    """Let a computer join a home whose server and program have ended by now; gives that server."""
    async with shared_home(folder, identity=identity) as home:
        server = await computer.join(home)
        if signs_up:
            await sign_up(server)
        await computer.stop()
        return home
