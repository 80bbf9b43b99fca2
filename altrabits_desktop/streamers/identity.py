"""Which sightings are the same streamer: by MAC, UDN and id, never by address or name alone.

Pure. The rules:

1. A *firm* identity is the control API's id or the UPnP UDN; a MAC is a weaker one, because
   copies of a firmware image and bridges repeat it. A streamer with several network cards has
   several MACs, and any of them counts.
2. Where a firm identity of the same kind differs, it is another streamer, whatever else agrees.
3. Where a firm identity is equal, it is the same streamer, wherever it was heard.
4. Where only a MAC is equal, it is the same streamer when it was heard at the same address, or
   when neither says anything firm, or when one of them is not firm and
   the known one no longer answers where it was. Otherwise two streamers carry one MAC.
5. A sighting that is the same as two known streamers, which do not contradict each other, joins
   them into one; the older keeps its place and its id. One that answers at another address is
   never joined: anybody could make it vanish by naming it.
6. One that is bound to its address is the same only there: a silent one of the person's, as
   anybody may name it and only its certificate proves that it has moved, and one that pretends
   to be theirs, as it would keep out the true one.
7. Of several that contradict each other, the one with an equal firm identity gets the sighting,
   then the one at the same address, then the one heard last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from altrabits_desktop.contract.streamers import StreamerId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.streamers.sighting import Sighting

_TIME_BASED_VERSION = 1
_MAC_DIGITS = 12
_HEXADECIMAL = frozenset("0123456789abcdef")
_OTHER_MACS = 7
_PLAIN_SIGNS = frozenset("._-")
_API_ID = "id"
API_ID_TEXT = f"{_API_ID}:"
"""How the text of a control API's id begins (`Identity.texts`)."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The identities of one streamer or sighting; each firm kind at most once."""

    mac: str | None = None
    """The first one heard: the one that is shown."""
    udn: str | None = None
    api_id: str | None = None
    other_macs: frozenset[str] = frozenset()
    """Of its further network cards; bounded."""

    def __or__(self, other: Identity) -> Identity:
        """Fill what is missing here with what the other knows."""
        mac = self.mac or other.mac
        return Identity(
            mac=mac,
            udn=self.udn or other.udn,
            api_id=self.api_id or other.api_id,
            other_macs=_bounded(self.other_macs, (self.macs | other.macs) - {mac}),
        )

    @property
    def macs(self) -> frozenset[str]:
        """Give all MACs."""
        return self.other_macs | {self.mac} if self.mac else self.other_macs

    @property
    def is_firm(self) -> bool:
        """Whether it says more than a MAC."""
        return bool(self.api_id or self.udn)

    def texts(self) -> tuple[str, ...]:
        """Give one text for each identity, firm ones first."""
        firm = ((_API_ID, self.api_id), ("udn", self.udn))
        weak = (("mac", mac) for mac in sorted(self.macs))
        return tuple(f"{kind}:{value}" for kind, value in (*firm, *weak) if value)

    def contradicts(self, other: Identity) -> bool:
        """Whether a firm identity of the same kind differs."""
        return _differ(self.api_id, other.api_id) or _differ(self.udn, other.udn)

    def shares_firm(self, other: Identity) -> bool:
        """Whether a firm identity is equal."""
        return _equal(self.api_id, other.api_id) or _equal(self.udn, other.udn)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known streamer that shares an identity with a sighting."""

    id: StreamerId
    identity: Identity
    address: str
    first_heard_s: float
    """Of the steady clock: the computer's other one may be set back at any time."""
    last_heard_s: float
    is_silent: bool = False
    """Whether it was asked at its address, in vain."""
    is_bound: bool = False
    """Whether only what is heard at its address can be it."""


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
        api_id=sighting.api_id,
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
    if len(digits) != _MAC_DIGITS or not _HEXADECIMAL.issuperset(digits):
        return None
    value = bytes.fromhex(digits)
    if not any(value) or value[0] & 1:
        return None
    return ":".join(f"{byte:02x}" for byte in value)


def match(sighting: Sighting, candidates: Iterable[Candidate]) -> Match | None:
    """Decide where a sighting belongs among the streamers that share an identity with it.

    Args:
        candidates: each has a key of `Identity.texts` in common with the sighting.

    Returns:
        None when it is a new streamer.
    """
    identity = identity_of(sighting)
    fitting = [c for c in candidates if _is_same(identity, c, address=sighting.address)]
    if not fitting:
        return None
    fitting.sort(
        key=lambda c: (
            identity.shares_firm(c.identity),
            c.address == sighting.address,
            c.last_heard_s,
            c.id,
        ),
        reverse=True,
    )
    whole = identity | fitting[0].identity
    members = fitting[:1]
    for other in fitting[1:]:
        can_join = all(c.is_silent or c.address == sighting.address for c in (fitting[0], other))
        if can_join and not whole.contradicts(other.identity):
            whole = whole | other.identity
            members.append(other)
    members.sort(key=lambda c: (c.first_heard_s, c.id))
    return Match(into=members[0].id, joined=tuple(c.id for c in members[1:]))


def id_names(identity: Identity) -> tuple[str, ...]:
    """Give what a streamer with this identity can have as its id, the likeliest first.

    Which of them it is depends on what was heard first; a number may follow. People type and copy
    them behind a command: whatever anybody calls itself, a shell makes nothing of them.
    """
    kinds = (("mac", identity.mac), ("udn", identity.udn), (_API_ID, identity.api_id))
    return tuple(f"{kind}-{_typed(value)}" for kind, value in kinds if value)


def _typed(value: str) -> str:
    return "".join(
        c if c.isascii() and (c.isalnum() or c in _PLAIN_SIGNS) else "_"
        for c in value.replace(":", "")
    )


def make_id(identity: Identity, *, taken: Iterable[str] = ()) -> StreamerId:
    """Give the id of a new streamer: its MAC where it has one that is free, else what it has.

    Raises:
        ValueError: the identity is empty.
    """
    used = frozenset(taken)
    names = id_names(identity)
    if not names:
        raise ValueError("an identity needs at least one key")
    for name in names:
        if name not in used:
            return StreamerId(name)
    number = 2
    while f"{names[0]}-{number}" in used:
        number += 1
    return StreamerId(f"{names[0]}-{number}")


def _is_same(identity: Identity, known: Candidate, *, address: str) -> bool:
    if identity.contradicts(known.identity) or (known.is_bound and known.address != address):
        return False
    if identity.shares_firm(known.identity) or known.address == address:
        # Candidates share something: at the same address a MAC is enough.
        return True
    firm = identity.is_firm + known.identity.is_firm
    return firm == 0 or (firm == 1 and known.is_silent)


def _bounded(kept: frozenset[str], wanted: frozenset[str]) -> frozenset[str]:
    # Anybody can invent MACs for an id that it heard.
    room = max(0, _OTHER_MACS - len(kept))
    return (kept & wanted) | frozenset(sorted(wanted - kept)[:room])


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _equal(one: str | None, other: str | None) -> bool:
    return one is not None and one == other
