"""What is around, and beside it the person's own streamers that are not heard.

Until the first round of questions is over such a one is looked for, then it does not answer. Who
says to be one of them and has not proved it yet is held back for a moment, so that one streamer
never stands in the list twice, under two names.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.streamers import Origin, Presence, Reason, Streamer, StreamerId
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.streamers.identity import Identity
from altrabits_desktop.streamers.owned import OwnedBook, OwnedStreamer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import FindingReport
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.remembered import Remembered

HELD_BACK = timedelta(seconds=10)
"""As long as it may take a streamer to prove that it is the person's."""
_UNHEARD = "own-"


class Own(Protocol):
    """What is used of a streamer of the person's, kept here or said by the account."""

    @property
    def name(self) -> str:
        """What the person calls it."""

    @property
    def room(self) -> str:
        """Where they have it; empty for nowhere."""

    @property
    def product(self) -> str:
        """What it is; empty where unknown."""

    @property
    def api_id(self) -> str:
        """Of its control API; empty where unknown."""

    @property
    def udn(self) -> str:
        """Of its description; empty where unknown."""

    @property
    def mac(self) -> str:
        """Lower case with colons; empty where unknown."""


class Whereabouts(Protocol):
    """Knows in which network each of the person's streamers is (`actions.network_book`)."""

    def note(self, owned_id: str, address: str) -> None:
        """Take note that it was heard in a network of now."""

    def is_elsewhere(self, owned_id: str) -> bool:
        """Whether it is known from other networks only than those of now."""


class OwnDirectory:
    """A directory over another one; on its loop.

    Args:
        directory: what is around.
        remembered: whose streamers they were at the last end.
        listed: those of the account; None until it is known who is signed in.
        report: of the rounds of questions.
        clock: the present instant.
        publish: the change feed.
        networks: knows in which networks they are; those of others are not shown in this one.
    """

    def __init__(
        self,
        directory: Directory,
        *,
        remembered: Sequence[Remembered],
        listed: Callable[[], Sequence[Owned] | None],
        report: Callable[[], FindingReport],
        clock: Clock,
        publish: Callable[[Changes], None],
        networks: Whereabouts | None = None,
    ) -> None:
        self._directory = directory
        self._listed = listed
        self._report = report
        self._clock = clock
        self._publish = publish
        self._networks = networks
        self._began_at = clock.now()
        self._has_looked = False
        self._source: Sequence[Owned] | None = None
        self._own: dict[str, Own] = {}
        self._book = OwnedBook()
        self._take({one.owned_id: one for one in remembered})
        self._last: dict[str, Streamer] = {}
        """As each of them was when it was heard last in this run."""
        self._told: tuple[object, ...] = ()

    def streamers(self) -> tuple[Streamer, ...]:
        """Give all streamers; those of the person's that are not heard come last."""
        shown, unheard = self._sorted()
        return (*shown, *unheard.values()) if unheard else tuple(shown)

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        """Give one streamer; one of the person's by its former id too, heard or not."""
        heard = self._directory.streamer(streamer_id)
        if heard is not None and self._named_by(heard) is None:
            return heard
        shown, unheard = self._sorted()
        if heard is not None and heard in shown:
            return heard
        for one in unheard.values():
            if streamer_id in {one.id, _id_of(one.key)}:
                return one
        owned = (one for one in shown if one.owned_id and _id_of(one.key) == streamer_id)
        return next(owned, None)

    def follow(self, changes: Changes) -> None:
        """Tell who came and went by what has changed; for `ChangeFeed.subscribe`."""
        for streamer_id in changes.streamers:
            heard = self._directory.streamer(streamer_id)
            if heard is not None and heard.owned_id in self._own:
                self._last[heard.owned_id] = heard
                if self._networks is not None:
                    self._networks.note(heard.owned_id, heard.address)
        shown, unheard = self._sorted()
        held_back = {one.id for one in self._directory.streamers()} - {one.id for one in shown}
        told = (*unheard.values(), *sorted(held_back))
        if told != self._told:
            former, self._told = self._told, told
            self._publish(Changes(streamers=_ids(former) | _ids(told), has_new_set=True))

    def _renew(self) -> None:
        report = self._report()
        if report.finished_at is not None or report.error_code is not None:
            self._has_looked = True
        listed = self._listed()
        if listed is not None and listed is not self._source:
            self._source = listed
            self._take({one.id: one for one in listed})
            self._last = {key: one for key, one in self._last.items() if key in self._own}

    def _take(self, own: dict[str, Remembered] | dict[str, Owned]) -> None:
        self._own = {**own}
        self._book = OwnedBook(
            OwnedStreamer(
                id=owned_id,
                name=one.name,
                room=one.room,
                identity=Identity(one.mac or None, one.udn or None, one.api_id or None),
            )
            for owned_id, one in own.items()
        )

    def _sorted(self) -> tuple[Sequence[Streamer], dict[str, Streamer]]:
        """Give those heard that are shown, and the person's unheard ones by their owned id."""
        self._renew()
        heard = self._directory.streamers()
        here = {one.owned_id for one in heard}
        missing = self._own.keys() - here
        if self._networks is not None and missing:
            missing = {key for key in missing if not self._networks.is_elsewhere(key)}
        if not missing:
            return heard, {}
        named = {one.id: self._named_by(one) for one in heard}
        # One that was just added is here already, and its proof comes in a moment.
        missing -= {named[one.id] for one in heard if not self._is_new(one)}
        shown = [one for one in heard if named[one.id] not in missing]
        taken = {one.id for one in shown}
        unheard = {
            key: self._shown(key, own, taken) for key, own in self._own.items() if key in missing
        }
        return shown, unheard

    def _shown(self, owned_id: str, own: Own, taken: AbstractSet[StreamerId]) -> Streamer:
        last = self._last.get(owned_id)
        if last is not None:
            return replace(
                last,
                # Another one may have come in its place, and then goes by the id that it had.
                id=_id_of(owned_id) if last.id in taken else last.id,
                name=own.name,
                room=own.room or None,
                presence=Presence.GONE,
                silent_since=last.silent_since or last.last_heard_at,
                reason=last.reason if last.silent_since else Reason.TIMED_OUT,
                since=last.silent_since or last.last_heard_at,
                state=None,
                is_heard=False,
            )
        return Streamer(
            id=_id_of(owned_id),
            name=own.name,
            room=own.room or None,
            product=own.product or None,
            address="",
            presence=Presence.GONE if self._has_looked else Presence.CHECKING,
            reason=Reason.NOT_HEARD,
            since=self._began_at,
            first_heard_at=self._began_at,
            last_heard_at=self._began_at,
            is_heard=False,
            is_owned=True,
            owned_id=owned_id,
        )

    def _named_by(self, heard: Streamer) -> str | None:
        """Give which of the person's a streamer says to be without having proved it yet."""
        is_settled = heard.owned_id is not None or heard.borrowed_id is not None
        if is_settled or not self._own or heard.origin is Origin.DEMO:
            return None
        named = self._book.of(Identity(heard.mac, heard.udn, heard.api_id))
        return named.id if named is not None else None

    def _is_new(self, heard: Streamer) -> bool:
        # The clock may be set back meanwhile.
        return timedelta() <= self._clock.now() - heard.first_heard_at < HELD_BACK


def _id_of(owned_id: str) -> StreamerId:
    return StreamerId(f"{_UNHEARD}{owned_id}")


def _ids(told: tuple[object, ...]) -> frozenset[StreamerId]:
    return frozenset(StreamerId(one.id if isinstance(one, Streamer) else str(one)) for one in told)
