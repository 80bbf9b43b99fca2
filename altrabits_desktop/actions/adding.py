"""Making a streamer one's own: its code or its button proves that the person stands before it.

A streamer that takes no owner, such as any UPnP renderer, is added as it is: it obeys everybody in
the house anyway. What only its owner has, the token, rests in the keyring with the pin of the
certificate (`streamer_tokens`); the account keeps the pin.

Source: docs/commitments.md C15; docs/protocols/control-api.md, "Claiming".
"""

from __future__ import annotations

import asyncio
import secrets
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.streamer_tokens import StreamerTokens
from altrabits_desktop.contract.errors import (
    CLAIM_OVER,
    NOT_PRESSED,
    AltraBitsError,
    DecisionNeeded,
    Refused,
)
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.ids import ID_BYTES, new_id
from altrabits_desktop.contract.possessions import AddOwned
from altrabits_desktop.streamers.identity import Identity
from altrabits_desktop.streamers.owned import OwnedBook, OwnedStreamer
from altrabits_desktop.sync.outbox import Errand, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.actions.belongings import Keeping
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.keychain import Keychain
    from altrabits_desktop.streamers.drivers.altrabits.claiming import ClaimOffer, ClaimResult
    from altrabits_desktop.streamers.drivers.driver import DriverAddress

CLIENT_NAME = "AltraBits Desktop"
"""Shown on the streamer; never the computer's or the person's name (C5)."""

_OVER = frozenset({CLAIM_OVER, NOT_PRESSED})
_STOP_S = 1.0


class Claims(Protocol):
    """What is used of the drivers that take an owner; raises as `drivers.altrabits.claiming`."""

    async def begin(self, streamer_id: StreamerId, *, client_name: str) -> ClaimOffer | None:
        """Ask for a code or a press; None for a streamer that takes no owner."""

    async def confirm(self, offer: ClaimOffer, *, code: str) -> ClaimResult:
        """Make a claim good."""

    async def cancel(self, offer: ClaimOffer) -> None:
        """Give a claim up."""

    def held(self, streamer_id: StreamerId) -> DriverAddress | None:
        """Give the way to a streamer with what makes it obey, if it is here."""

    async def release(self, address: DriverAddress) -> None:
        """Be the owner no longer."""

    async def give_back(self, offer: ClaimOffer, won: ClaimResult) -> None:
        """Be the owner no longer of what was just won and cannot be kept."""


@dataclass(frozen=True, slots=True)
class Adding:
    """A streamer that is about to be added."""

    streamer: Streamer
    offer: ClaimOffer | None

    @property
    def needs_code(self) -> bool:
        """Whether the streamer shows a code that is to be typed."""
        return self.offer is not None and self.offer.needs_code

    @property
    def is_hand_over(self) -> bool:
        """Whether its owner was given that code, and no display shows it."""
        return self.offer is not None and self.offer.is_hand_over

    @property
    def needs_press(self) -> bool:
        """Whether its button is to be pressed."""
        return self.offer is not None and self.offer.needs_press


class Adder:
    """The actions; on the loop of the membership.

    Args:
        membership: whose streamers they become.
        directory: what is around.
        claims: asks streamers.
        keychain: where tokens rest.
        clock: when it was done.
        whose: the e-mail address of whoever is signed in; empty for nobody.
        tell: that something is to be read again, which no change of the account has told.
    """

    def __init__(
        self,
        membership: Keeping,
        *,
        directory: Directory,
        claims: Claims,
        keychain: Keychain,
        clock: Clock,
        whose: Callable[[], str],
        tell: Callable[[], None],
    ) -> None:
        self._whose = whose
        self._tell = tell
        self._membership = membership
        self._directory = directory
        self._claims = claims
        self._tokens = StreamerTokens(keychain)
        self._clock = clock
        self._open: dict[StreamerId, Adding] = {}
        self._finishing: set[asyncio.Task[str]] = set()

    async def begin(self, streamer_id: StreamerId) -> Adding:
        """Ask a streamer to show its code, or to wait for its button.

        What was begun with it before is given up.

        Raises:
            DecisionNeeded: the gate is closed.
            Refused: `streamer.unknown`, `streamer.owned`, `claim.braked`, `claim.under_way`;
                `streamer.borrowed`: it names one of the person's and shows no certificate.
            CertificateChanged: it is known and shows another certificate.
            NotReachable: no answer in time.
            MalformedAnswer: an answer that does not fit.
        """
        streamer = self._directory.streamer(streamer_id)
        if streamer is None:
            raise Refused("streamer.unknown")
        self._need()
        if streamer.is_owned:
            raise Refused("streamer.owned")
        former = self._open.get(streamer_id)
        if former is not None:
            with suppress(AltraBitsError):
                await self.cancel(former)
        offer = await self._claims.begin(streamer_id, client_name=CLIENT_NAME)
        if offer is None:
            self._refuse_unproven(streamer)
        adding = Adding(streamer, offer)
        if offer is not None:
            self._open[streamer_id] = adding
        return adding

    async def confirm(self, adding: Adding, *, code: str = "") -> str:
        """Make it the person's, and give its id in the account; safe on disk then.

        Waits for the press where one is needed. After `claim.wrong_code` it may be called again
        with another code. Once the streamer has said yes it is kept, even when the caller is
        cancelled: its token is said once. Who said yes so late that somebody else is signed in, or
        nobody, has no owner after all.

        Raises:
            DecisionNeeded: the gate was closed meanwhile.
            Refused: `claim.wrong_code`, `claim.expired` (also: the person has left meanwhile),
                `claim.not_pressed`.
            CertificateChanged: another certificate than at the begin.
            NotReachable: no answer in time.
            StoreUnusable: it could not be kept.
        """
        self._need()
        if not self.is_open(adding):
            raise Refused(CLAIM_OVER if adding.needs_code else NOT_PRESSED)
        whose = self._whose()
        won = await self._win(adding.offer, adding, code=code) if adding.offer else None
        return await self._to_its_end(self._finish(adding, won, whose=whose))

    def is_open(self, adding: Adding) -> bool:
        """Tell whether it can still be made good: nothing else was begun with it, or ended it."""
        return adding.offer is None or self._open.get(adding.streamer.id) is adding

    async def cancel(self, adding: Adding) -> None:
        """Give it up, so that the next one need not wait; raises like `begin`."""
        try:
            if adding.offer is not None:
                await self._claims.cancel(adding.offer)
        except AltraBitsError:
            self._forget(adding)
            raise
        self._forget(adding)

    async def release(self, streamer_id: StreamerId) -> None:
        """Take a streamer off the account; it has no owner any more, if it can be told so.

        One that does not hear it keeps an owner that nobody is, and asks for its button when it is
        added again. Once begun it goes to its end, even when the caller is cancelled.

        Raises:
            DecisionNeeded: the gate is closed.
            Refused: `object.unknown`: it is none of the person's.
            StoreUnusable: it could not be kept; it is still theirs.
        """
        self._need()
        streamer = self._directory.streamer(streamer_id)
        # Who only says to be one of theirs is told nothing; the account forgets the one it names.
        owned_id = (streamer.owned_id or streamer.borrowed_id) if streamer is not None else None
        if owned_id is None:
            raise Refused("object.unknown")
        await self._to_its_end(self._let_go(owned_id, self._claims.held(streamer_id)))

    async def forget(self, owned_id: str) -> None:
        """Take a streamer that is not heard off the account; raises like `release`."""
        self._need()
        if all(one.id != owned_id for one in self._membership.view.streamers):
            raise Refused("object.unknown")
        await self._to_its_end(self._let_go(owned_id, None))

    def is_kept(self, owned_id: str) -> bool:
        """Tell whether what makes a streamer obey outlives the program."""
        return self._tokens.is_kept(owned_id)

    async def stop(self) -> None:
        """Finish what was won, and give up what is under way; within a second."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_STOP_S):
                await asyncio.gather(*self._finishing, return_exceptions=True)
                for adding in tuple(self._open.values()):
                    with suppress(AltraBitsError):
                        await self.cancel(adding)

    async def book(self) -> OwnedBook:
        """Give the person's streamers as they are recognised in the house.

        Tokens are read from the keyring once each.
        """
        return OwnedBook(
            [
                owned_streamer(
                    one, token=await self._tokens.read(one.id, pin=one.pin) if one.pin else ""
                )
                for one in self._membership.view.streamers
            ]
        )

    def _refuse_unproven(self, streamer: Streamer) -> None:
        """Refuse one without a certificate that names one of the person's that has one (R27)."""
        owned = (owned_streamer(one, token="") for one in self._membership.view.streamers)
        named = OwnedBook(owned).of(Identity(streamer.mac, streamer.udn, streamer.api_id))
        if named is not None and named.pin:
            raise Refused("streamer.borrowed", name=named.name)

    async def _win(self, offer: ClaimOffer, adding: Adding, *, code: str) -> ClaimResult:
        try:
            won = await self._claims.confirm(offer, code=code)
        except Refused as refusal:
            if refusal.code in _OVER:
                self._forget(adding)
            raise
        self._forget(adding)
        return won

    async def _finish(self, adding: Adding, won: ClaimResult | None, *, whose: str) -> str:
        owned_id = new_id(secrets.token_bytes(ID_BYTES))
        body = _body(adding.streamer, owned_id, won)
        if won is None or adding.offer is None:
            await self._keep(Errand.ADD_STREAMER, owned_id, body)
            return owned_id
        # At hand before anybody learns of the streamer, and kept once the account has it: a
        # keyring may take its time, and one that is full or locked leaves nothing half done.
        self._tokens.hold(owned_id, pin=won.pin, token=won.token)
        try:
            self._need()
            if self._whose() != whose:
                raise Refused(CLAIM_OVER)
            await self._keep(Errand.ADD_STREAMER, owned_id, body)
        except AltraBitsError:
            self._tokens.let_go(owned_id)
            with suppress(AltraBitsError):
                await self._claims.give_back(adding.offer, won)
            raise
        await self._tokens.keep(owned_id)
        if not self.is_kept(owned_id):
            self._tell()
        return owned_id

    async def _let_go(self, owned_id: str, held: DriverAddress | None) -> str:
        # The account first: a streamer without an owner must not go on looking like the person's.
        await self._keep(Errand.RELEASE_STREAMER, owned_id)
        if held is not None:
            with suppress(AltraBitsError):
                await self._claims.release(held)
        await self._tokens.drop(owned_id)
        return owned_id

    async def _to_its_end(self, work: Coroutine[object, object, str]) -> str:
        finishing = asyncio.ensure_future(work)
        self._finishing.add(finishing)
        finishing.add_done_callback(self._finishing.discard)
        return await asyncio.shield(finishing)

    def _forget(self, adding: Adding) -> None:
        if self._open.get(adding.streamer.id) is adding:
            del self._open[adding.streamer.id]

    async def _keep(self, errand: Errand, object_id: str, body: AddOwned | None = None) -> None:
        await self._membership.keep(
            Waiting(
                key=secrets.token_hex(16),
                errand=errand,
                object_id=object_id,
                body=body,
                made_at=self._clock.now(),
            )
        )

    def _need(self) -> None:
        closed = self._membership.closed_by(Feature.OWN_STREAMERS)
        if closed is not None:
            raise DecisionNeeded(closed.value)


def _body(streamer: Streamer, owned_id: str, won: ClaimResult | None) -> AddOwned:
    """Give what the account keeps of a streamer.

    What it said over its certificate is all that it is known by; anybody can say the rest. Where
    there is no certificate its own identity is, and a MAC only where there is nothing firmer.
    """
    udn = (streamer.udn or "") if won is None else ""
    api_id = won.api_id if won is not None else streamer.api_id or ""
    is_nameless = won is None and not (udn or api_id)
    return AddOwned(
        id=owned_id,
        name=streamer.name,
        room=streamer.room or "",
        product=streamer.product or "",
        api_id=api_id,
        udn=udn,
        mac=(streamer.mac or "") if is_nameless else "",
        pin=won.pin if won is not None else "",
    )


def owned_streamer(owned: Owned, *, token: str) -> OwnedStreamer:
    """Give a streamer of the account as it is recognised in the house."""
    identity = Identity(owned.mac or None, owned.udn or None, owned.api_id or None)
    return OwnedStreamer(
        id=owned.id,
        name=owned.name,
        room=owned.room,
        identity=identity,
        pin=owned.pin,
        token=token,
    )
