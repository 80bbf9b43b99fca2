"""Ways in which a virtual streamer is broken, by name."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence


class Fault(StrEnum):
    """One way of being broken; several may hold for one streamer."""

    SILENT = "silent"
    """Answers nothing: no announcement, no mDNS; connections are taken and left hanging."""
    SLOW = "slow"
    """Answers HTTP after seconds."""
    GARBAGE = "garbage"
    """Says malformed things: datagrams, JSON, events, TXT records."""
    DOUBLED_MAC = "doubled-mac"
    """Has the MAC of the farm's first streamer, and an id of its own."""
    NEW_ADDRESS = "new-address"
    """Moves to another address some seconds after it started."""
    NEW_CERTIFICATE = "new-certificate"
    """Shows another certificate to each secure connection, as an impostor would."""
    WRONG_CERTIFICATE = "wrong-certificate"
    """Shows one certificate that is not its own, always the same, as one in its place would."""
    HALF_ANSWER = "half-answer"
    """Ends each connection in the middle of the answer."""
    REFUSES = "refuses"
    """Says no to every command and to settings of its owner."""
    REBOOTS = "reboots"
    """Starts anew by itself from time to time, and is away for a while each time."""
    FULL = "full"
    """Has no stream of events left, and no room for a preset or settings."""
    LIES_ABOUT_STATE = "lies-about-state"
    """Says that it plays, sounds and counts otherwise than it does, each time something else."""
    ANNOUNCE_ONLY = "announce-only"
    """Has only what today's firmware has: Announce with a product name, and a page."""
    NO_UPDATE = "no-update"
    """Refuses every update."""
    NO_SPACE = "no-space"
    """Has no room for an update."""
    BAD_MEMORY = "bad-memory"
    """Keeps another image than it was given."""
    ON_BATTERY = "on-battery"
    """Runs on its battery, and installs nothing meanwhile."""
    UNSTEADY_POWER = "unsteady-power"
    """Has a supply that drops now and then, and installs nothing meanwhile."""
    POWER_AT_BEGIN = "power-at-begin"
    """Loses its power once, as an update begins; the four that follow, at later moments of it."""
    POWER_AT_UPLOAD = "power-at-upload"
    POWER_AT_VERIFY = "power-at-verify"
    POWER_AT_INSTALL = "power-at-install"
    POWER_AT_RESTART = "power-at-restart"


Faults = frozenset[Fault]
NO_FAULTS: Faults = frozenset()


def fault_named(name: str) -> Fault:
    """Give the fault of a name.

    Raises:
        WrongUsage: `simulate.fault_unknown`, with the name and all known names.
    """
    try:
        return Fault(name)
    except ValueError as error:
        raise WrongUsage(
            "simulate.fault_unknown", fault=name[:64], known=", ".join(sorted(Fault))
        ) from error


def allot(faults: Sequence[Fault], *, count: int) -> tuple[Faults, ...]:
    """Share faults out to streamers: the first to the last streamer, and so on backwards.

    Pure. So the streamers at the front stay healthy and can be compared; with more faults than
    streamers some have several.

    Raises:
        WrongUsage: `simulate.fault_needs_two`: a doubled MAC takes two streamers.
    """
    if Fault.DOUBLED_MAC in faults and count == 1:
        raise WrongUsage("simulate.fault_needs_two", fault=Fault.DOUBLED_MAC.value)
    shared: list[set[Fault]] = [set() for _ in range(count)]
    for place, fault in enumerate(faults):
        shared[count - 1 - place % count].add(fault)
    # The first streamer cannot double its own MAC.
    if Fault.DOUBLED_MAC in shared[0]:
        shared[0].remove(Fault.DOUBLED_MAC)
        shared[1].add(Fault.DOUBLED_MAC)
    return tuple(frozenset(each) for each in shared)
