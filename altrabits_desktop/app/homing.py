"""Builds the person's membership and the server of the profile that it is of."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

from altrabits_desktop.actions.membership import Membership
from altrabits_desktop.actions.records import Records
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
    from collections.abc import Callable

    from altrabits_desktop.app.wiring import Surroundings
    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.runtime.paths import Profile
    from altrabits_desktop.server.embedded import EmbeddedServer

_DATABASE = "server.sqlite3"
_SYSTEMS = {"darwin": "macos", "win32": "windows"}


def build_home_server(
    profile: Profile, surroundings: Surroundings, *, publish: Callable[[Changes], None]
) -> HomeServer:
    """Build both on the running loop; nothing is opened, written or sent.

    Args:
        profile: whose server and data they are.
        surroundings: the time, and in tests another keyring and weaker passwords.
        publish: the change feed.
    """
    database = profile.server_folder / _DATABASE

    def make() -> EmbeddedServer:
        # Imported here: the server is loaded where it is needed, and off the loop.
        from altrabits_desktop.server.embedded import EmbeddedServer

        return EmbeddedServer(database, bundled=_bundled(), passwords=surroundings.passwords)

    server = HomeServer(database, make=make)
    records = Records(
        Replica(profile.replica_file, changed=lambda: publish(Changes(topics=Topic.HOME))),
        Keychain(surroundings.find_keyring),
        prepare=profile.prepare,
    )
    server.home = Membership(
        records=records,
        clock=surroundings.clock,
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


def _bundled() -> tuple[Policy, ...]:
    return bundled_policies(resource_folder() / "policy")
