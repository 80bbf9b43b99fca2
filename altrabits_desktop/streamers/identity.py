"""Which sightings are the same streamer: by MAC, UDN and id, never by address or name alone.

Pure. The rules:

1. A *firm* identity is the control API's id or the UPnP UDN; a MAC is a weaker one, because
   copies of a firmware image and bridges repeat it.
2. A sighting belongs to a known streamer when they share an identity and no firm identity of
   the same kind differs.
3. Of several, the one with an equal firm identity wins, then the one at the same address, then
   the one heard last.
4. A sighting that shares identities with two streamers which do not contradict each other joins
   them into one; the older keeps its place and its id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from altrabits_desktop.contract.streamers import StreamerId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.streamers.sighting import Sighting

_TIME_BASED_VERSION = 1


@dataclass(frozen=True, slots=True)
class Identity:
    """The identities of one streamer or sighting; each kind at most once."""

    mac: str | None = None
    udn: str | None = None
    device_id: str | None = None

    def __or__(self, other: Identity) -> Identity:
        """Fill what is missing here with what the other knows."""
        return Identity(
            mac=self.mac or other.mac,
            udn=self.udn or other.udn,
            device_id=self.device_id or other.device_id,
        )

    def texts(self) -> tuple[str, ...]:
        """Give one text for each identity, firm ones first."""
        pairs = (("id", self.device_id), ("udn", self.udn), ("mac", self.mac))
        return tuple(f"{kind}:{value}" for kind, value in pairs if value)

    def contradicts(self, other: Identity) -> bool:
        """Whether a firm identity of the same kind differs."""
        return _differ(self.device_id, other.device_id) or _differ(self.udn, other.udn)

    def shares_firm(self, other: Identity) -> bool:
        """Whether a firm identity is equal."""
        return _equal(self.device_id, other.device_id) or _equal(self.udn, other.udn)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known streamer that shares an identity with a sighting."""

    id: StreamerId
    identity: Identity
    address: str
    first_heard_at: datetime
    last_heard_at: datetime


@dataclass(frozen=True, slots=True)
class Match:
    """Where a sighting belongs: the streamer that keeps its id, and those that join it."""

    into: StreamerId
    joined: tuple[StreamerId, ...] = ()


def identity_of(sighting: Sighting) -> Identity:
    """Give what a sighting says of itself; a time-based UUID's node counts as MAC."""
    return Identity(
        mac=sighting.mac or mac_in_udn(sighting.udn),
        udn=sighting.udn,
        device_id=sighting.device_id,
    )


def mac_in_udn(udn: str | None) -> str | None:
    """Give the MAC that a version 1 UUID carries; None for any other, or a random node."""
    if udn is None:
        return None
    try:
        uuid = UUID(udn)
    except ValueError:
        return None
    if uuid.version != _TIME_BASED_VERSION:
        return None
    return canonical_mac(f"{uuid.node:012x}")


def canonical_mac(text: str) -> str | None:
    """Give a MAC in lower case with colons; None for anything that no single card can have."""
    digits = text.strip().lower().replace(":", "").replace("-", "").replace(".", "")
    if len(digits) != 12 or not digits.isascii():  # noqa: PLR2004 # six bytes in hexadecimal
        return None
    try:
        value = bytes.fromhex(digits)
    except ValueError:
        return None
    if not any(value) or value[0] & 1:
        return None
    return ":".join(f"{byte:02x}" for byte in value)


def match(sighting: Sighting, candidates: Iterable[Candidate]) -> Match | None:
    """Decide where a sighting belongs among the streamers that share an identity with it.

    Returns:
        None when it is a new streamer.
    """
    identity = identity_of(sighting)
    fitting = [c for c in candidates if not identity.contradicts(c.identity)]
    if not fitting:
        return None
    fitting.sort(
        key=lambda c: (
            identity.shares_firm(c.identity),
            c.address == sighting.address,
            c.last_heard_at,
        ),
        reverse=True,
    )
    best = fitting[0]
    whole = identity | best.identity
    members = [best]
    for other in fitting[1:]:
        if (
            identity.shares_firm(other.identity) and not whole.contradicts(other.identity)
        ) or _is_same_by_mac(identity, whole=whole, other=other.identity):
            whole = whole | other.identity
            members.append(other)
    members.sort(key=lambda c: (c.first_heard_at, c.id))
    return Match(into=members[0].id, joined=tuple(c.id for c in members[1:]))


def make_id(identity: Identity, *, taken: Iterable[str] = ()) -> StreamerId:
    """Give the id of a new streamer: its MAC where it has one that is free, else what it has.

    Raises:
        ValueError: the identity is empty.
    """
    used = frozenset(taken)
    kinds = (("mac", identity.mac), ("udn", identity.udn), ("id", identity.device_id))
    names = [f"{kind}-{value.replace(':', '')}" for kind, value in kinds if value]
    if not names:
        raise ValueError("an identity needs at least one key")
    for name in names:
        if name not in used:
            return StreamerId(name)
    number = 2
    while f"{names[0]}-{number}" in used:
        number += 1
    return StreamerId(f"{names[0]}-{number}")


def _is_same_by_mac(identity: Identity, *, whole: Identity, other: Identity) -> bool:
    # An Announce answer carries only a MAC. Where two firm streamers share that MAC, the answer
    # must not glue them together, so only one side may be firm.
    shares = identity.mac is not None and identity.mac == other.mac
    return shares and not (_is_firm(whole) and _is_firm(other)) and not whole.contradicts(other)


def _is_firm(identity: Identity) -> bool:
    return bool(identity.device_id or identity.udn)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _equal(one: str | None, other: str | None) -> bool:
    return one is not None and one == other
