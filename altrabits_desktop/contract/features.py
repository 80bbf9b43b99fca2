"""What a person can do, and what each needs of them: one closed list for app and server. Pure.

Source: docs/commitments.md C8 to C11; `privacy/gate.py` decides by it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Feature(StrEnum):
    """Something that is open to everybody, or gated."""

    FIND = "find"
    LOOK = "look"
    DEMO = "demo"
    READ_POLICY = "read_policy"
    READ_HELP = "read_help"
    DECIDE = "decide"
    """Accepting or declining a policy."""
    OWN_ACCOUNT = "own_account"
    """Seeing one's account, its sessions and decisions; signing out; changing the password."""
    LEAVE = "leave"
    """Taking one's data along and deleting the account."""
    OWN_STREAMERS = "own_streamers"
    """Adding, naming, placing and releasing streamers."""
    CONTROL = "control"
    FIRMWARE = "firmware"
    """Updating streamers of one's own."""
    SUPPORT = "support"
    SYNC = "sync"


class Need(StrEnum):
    """What a feature needs before it opens."""

    NOTHING = "nothing"
    SESSION = "session"
    """A sign-in; a pending or declined policy does not close it."""
    ACCEPTANCE = "acceptance"
    """A sign-in, and a yes to the policy in force."""


class Entry(NamedTuple):
    """A line of the catalogue."""

    need: Need
    data: tuple[str, ...] = ()
    """Personal data that it works with, as the policy words it."""


CATALOGUE: dict[Feature, Entry] = {
    Feature.FIND: Entry(Need.NOTHING),
    Feature.LOOK: Entry(Need.NOTHING),
    Feature.DEMO: Entry(Need.NOTHING),
    Feature.READ_POLICY: Entry(Need.NOTHING),
    Feature.READ_HELP: Entry(Need.NOTHING),
    Feature.DECIDE: Entry(Need.NOTHING),
    Feature.OWN_ACCOUNT: Entry(Need.SESSION, ("account.email",)),
    Feature.LEAVE: Entry(Need.SESSION, ("account.email",)),
    Feature.OWN_STREAMERS: Entry(Need.ACCEPTANCE, ("account.email", "streamer.identity")),
    Feature.CONTROL: Entry(Need.ACCEPTANCE, ("streamer.identity",)),
    Feature.FIRMWARE: Entry(Need.ACCEPTANCE, ("streamer.identity",)),
    Feature.SUPPORT: Entry(Need.ACCEPTANCE, ("account.email", "ticket.text")),
    Feature.SYNC: Entry(Need.ACCEPTANCE, ("account.email",)),
}
