"""Which server is used: the one that was named, else that of the household that was joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.app.arguments import SharedOptions
    from altrabits_desktop.runtime.settings import Settings


def with_household(shared: SharedOptions, settings: Settings) -> SharedOptions:
    """Let the server of the household be used where the command line names no other; pure."""
    joined = settings.household
    if joined is None or shared.server is not None:
        return shared
    # Imported here: a computer that has joined none does not pay for it before the first paint.
    from altrabits_desktop.contract.server_address import read_household_address

    place = read_household_address(joined.url)
    return shared._replace(server=place._replace(pin=joined.pin))


def named_url(shared: SharedOptions) -> str:
    """Give the URL of the server that the command line names; empty where it names none."""
    server = shared.server
    return server.url if server is not None and not server.pin else ""
