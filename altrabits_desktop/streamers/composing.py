"""One streamer from all its claims: pure, the same claims always give the same streamer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from altrabits_desktop.contract.streamer_settings import NO_CHOICES
from altrabits_desktop.contract.streamers import (
    Answer,
    Depth,
    HeardBy,
    Presence,
    Reason,
    Streamer,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.privacy.link_guard import page_address
from altrabits_desktop.streamers.allowance import Allowance
from altrabits_desktop.streamers.drivers.driver import NOTHING_SHOWN, Recognition, ToldFacts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from altrabits_desktop.streamers.identity import Identity
    from altrabits_desktop.streamers.owned import OwnedStreamer
    from altrabits_desktop.streamers.sighting import Sighting

_Value = TypeVar("_Value")

# Who is believed first for names and the like: what was set on the streamer by a person comes
# with mDNS, then the description, then the bare announcement.
_TRUST = (HeardBy.MDNS, HeardBy.SSDP, HeardBy.MANUAL, HeardBy.ANNOUNCE)
DEPTHS = (Depth.ANNOUNCED, Depth.STANDARD, Depth.MANAGED)
_LAST_WORDS_S = 3.0


@dataclass(slots=True)
class Known:
    """All that is known of one streamer; owned and changed by the registry alone."""

    id: StreamerId
    identity: Identity
    address: str
    first_heard_at: datetime
    last_heard_at: datetime
    first_heard_s: float = 0.0
    """This and all other seconds are of the steady clock."""
    claims: dict[HeardBy, Sighting] = field(default_factory=dict)
    claimed_s: dict[HeardBy, float] = field(default_factory=dict)
    """When each claim came; the computer's other clock may be set back in between."""
    recognitions: dict[HeardBy, Recognition] = field(default_factory=dict)
    facts: ToldFacts = field(default_factory=ToldFacts)
    state: StreamerState | None = None
    told_s: float = 0.0
    """When its driver last had an answer or a sign of life."""
    has_told: bool = False
    """Whether a driver ever had an answer of it."""
    faults: dict[Recognition, str] = field(default_factory=dict)
    """Drivers that were switched off for this streamer, with the code that says why."""
    presence: Presence = Presence.ANSWERING
    silent_since: datetime | None = None
    noted: Presence | None = None
    """How it is shown, since `noted_at` (`reasons.note_presence`)."""
    noted_at: datetime | None = None
    has_moved: bool = False
    """Whether it answers at another address than before its last silence."""
    is_replaced: bool = False
    """Whether another streamer answered at its address, after its last sign of life."""
    is_cut_off: bool = False
    """Whether this computer has left its network."""
    reachable_s: float = float("-inf")
    """Since when it is in reach again, after it was not."""
    is_doubted: bool = False
    """Whether it is to be asked at its address."""
    doubted_s: float = float("-inf")
    """Since when, if it is."""
    is_unanswered: bool = False
    """Whether it was asked at its address, in vain, after its last sign of life."""
    rival: Sighting | None = None
    """Says from another address that it is this streamer; believed when this one is silent."""
    settled_s: float = float("-inf")
    """When it last answered to a doubt."""
    goodbye_s: float = float("-inf")
    moved_at: datetime | None = None
    former_address: str | None = None
    answers: tuple[Answer, ...] = ()
    last_sign_s: float = 0.0
    named: OwnedStreamer | None = None
    """Which streamer of the person's it names; anybody may."""
    named_s: float = 0.0
    """Since when, at this address."""
    shown_pin: tuple[str, str] = NOTHING_SHOWN
    """SHA-256 of the certificate that it showed last, and the address where; empty for none."""
    owned: OwnedStreamer | None = None
    """What the person has of it, where it is theirs (`owning.Owning`)."""
    is_stranger: bool = False
    """Whether it names a streamer of the person's and is not it."""
    renames: Allowance = field(default_factory=lambda: Allowance(at_once=4, per_s=1))
    """Of name and room: whoever changes them all the time is shown so once a second."""

    @property
    def latest(self) -> Sighting:
        """Give the sighting heard last."""
        return self.claims[max(self.claims, key=lambda way: self.claimed_s[way])]

    @property
    def recognition(self) -> Recognition | None:
        """Give the deepest driver that works, at the address that holds now."""
        here = [self._dressed(self.recognitions[way]) for way in _TRUST if way in self.recognitions]
        usable = [r for r in here if r.address.address == self.address and r not in self.faults]
        return max(usable, key=lambda r: DEPTHS.index(r.depth), default=None)

    def _dressed(self, recognition: Recognition) -> Recognition:
        """Give a driver what only the owner of the streamer has."""
        named = self.named
        if named is None or not named.pin:
            return recognition
        # It may be at hand before the proof, as it leaves for the holder of the pin alone.
        token = "" if self.is_stranger else named.token
        address = replace(recognition.address, pin=named.pin, token=token)
        return replace(recognition, address=address)

    @property
    def is_silent(self) -> bool:
        """Whether it was asked where it was, and did not answer."""
        return self.is_unanswered or self.presence is Presence.GONE

    @property
    def has_said_goodbye(self) -> bool:
        """Whether its silence began with a goodbye; a last word may cross with one."""
        is_quiet = self.presence in {Presence.CHECKING, Presence.GONE}
        return is_quiet and self.goodbye_s >= self.last_sign_s - _LAST_WORDS_S


def compose(known: Known) -> Streamer:
    """Give the streamer as it is shown."""
    claims = [known.claims[way] for way in _TRUST if way in known.claims]
    here = [claim for claim in claims if claim.address == known.address]
    facts = known.facts
    recognition, owned = known.recognition, known.owned
    product = facts.product or _first(claim.product for claim in claims)
    mac = known.identity.mac
    announced_name = facts.name or _name(claims, product=product, mac=mac, address=known.address)
    return Streamer(
        id=known.id,
        name=(owned.name if owned else "") or announced_name,
        announced_name=announced_name,
        product=product,
        maker=facts.maker or _first(claim.maker for claim in claims),
        model_note=facts.model_note or _first(claim.model_note for claim in claims),
        depth=recognition.depth if recognition else Depth.ANNOUNCED,
        address=known.address,
        card_name=known.latest.card_name or _first(claim.card_name for claim in claims),
        mac=mac,
        udn=known.identity.udn,
        host_name=_first(claim.host_name for claim in claims),
        page_url=_page_url(known, here),
        control_url=_first(claim.control_url for claim in here),
        description_url=_first(claim.description_url for claim in here),
        service_types=frozenset().union(*(claim.service_types for claim in claims)),
        heard_by=frozenset(known.claims),
        origin=known.latest.origin,
        room=(owned.room if owned else "") or facts.room or _first(claim.room for claim in claims),
        is_owned=bool(owned and owned.id),
        owned_id=(owned.id or None) if owned else None,
        is_locked=bool(owned and owned.id and owned.pin and not owned.token),
        borrowed_id=(known.named.id or None) if known.named and known.is_stranger else None,
        api_id=known.identity.api_id,
        first_heard_at=known.first_heard_at,
        last_heard_at=known.last_heard_at,
        presence=presence_of(known),
        reason=reason_of(known),
        since=since_of(known),
        silent_since=known.silent_since,
        has_said_goodbye=known.has_said_goodbye,
        moved_at=known.moved_at,
        former_address=known.former_address,
        driver_id=recognition.driver_id if recognition else None,
        driver_fault=next(iter(known.faults.values()), None),
        state=known.state,
        capabilities=facts.capabilities if recognition else frozenset(),
        inputs=facts.inputs if recognition else (),
        choices=facts.choices if recognition else NO_CHOICES,
        answers=known.answers,
    )


def since_of(known: Known) -> datetime | None:
    """Give since when a streamer is as it is; a silence begins with the last sign of life."""
    return known.silent_since or known.noted_at


def reason_of(known: Known) -> Reason:
    """Give why a streamer is as it is."""
    if known.presence not in {Presence.CHECKING, Presence.GONE}:
        return Reason.ADDRESS_CHANGED if known.has_moved else Reason.ANSWERED
    if known.is_cut_off:
        return Reason.CABLE_OUT
    if known.is_replaced:
        return Reason.REPLACED
    return Reason.SAID_GOODBYE if known.has_said_goodbye else Reason.TIMED_OUT


def is_listed(known: Known) -> bool:
    """Whether it is shown: other makers announce themselves too, without a product's name."""
    return any(would_be_listed(claim) for claim in known.claims.values())


def place_of(streamer: Streamer) -> tuple[object, ...]:
    """Give what decides where it stands in a list."""
    return (streamer.name, streamer.room, streamer.presence, streamer.depth)


def would_be_listed(sighting: Sighting) -> bool:
    """Whether a sighting alone is enough for its streamer to be shown."""
    return sighting.heard_by is not HeardBy.ANNOUNCE or bool(sighting.product)


def presence_of(known: Known) -> Presence:
    """Give how a streamer is shown: asleep is who answers, and says so."""
    is_asleep = known.state is not None and known.state.is_asleep
    if known.presence is Presence.ANSWERING and is_asleep:
        return Presence.ASLEEP
    return known.presence


def _name(claims: list[Sighting], *, product: str | None, mac: str | None, address: str) -> str:
    given = _first(claim.name for claim in claims)
    if given:
        return given
    if product and mac:
        return f"{product} {mac[-5:].upper()}"
    return product or _first(claim.host_name for claim in claims) or address


def _page_url(known: Known, here: list[Sighting]) -> str | None:
    # Claims are made by anybody: only a page at the address that holds now is one.
    told = (known.facts.page_url, *(claim.page_url for claim in here))
    return _first(page_address(url, address=known.address) for url in told)


def _first(values: Iterable[_Value | None]) -> _Value | None:
    return next((value for value in values if value), None)
