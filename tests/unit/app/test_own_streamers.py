"""The registry learns which streamers are the person's, and only when that changes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest

from altrabits_desktop.app.own_streamers import OwnStreamers
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.runtime.changes import ChangeFeed, Changes, Topic
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.identity import Identity
from altrabits_desktop.streamers.owned import OwnedBook, OwnedStreamer, own_nothing
from altrabits_desktop.sync.merge import NOTHING, View

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.actions.adding import Adder
    from altrabits_desktop.actions.membership import Membership
    from altrabits_desktop.streamers.registry import Registry

KITCHEN = Owned(
    id="streamer-1",
    name="Kitchen",
    mac="00:04:a3:00:00:02",
    revision=1,
    added_at=SystemClock().now(),
)


class Person:
    """Keeps what is used of membership, adder and registry."""

    def __init__(self) -> None:
        self.view = NOTHING
        self.told: list[Callable[[Identity], OwnedStreamer | None]] = []

    async def book(self) -> OwnedBook:
        return OwnedBook(
            OwnedStreamer(id=one.id, name=one.name, room="", identity=Identity(one.mac))
            for one in self.view.streamers
        )

    def own(self, owns: Callable[[Identity], OwnedStreamer | None]) -> None:
        self.told.append(owns)


def at_once(_delay_s: float, call: Callable[[], None]) -> object:
    call()
    return None


def run(work: Coroutine[object, object, None]) -> None:
    asyncio.run(work)


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def feed() -> ChangeFeed:
    return ChangeFeed(call_later=at_once, steady_s=SystemClock().steady_s)


@pytest.fixture
def own(person: Person, feed: ChangeFeed) -> OwnStreamers:
    made = OwnStreamers(
        cast("Membership", person), cast("Adder", person), cast("Registry", person), keep=run
    )
    made.start(feed)
    return made


def test_the_registry_is_told_when_something_was_added(
    own: OwnStreamers, person: Person, feed: ChangeFeed
) -> None:
    person.view = View(streamers=(KITCHEN,))
    feed.publish(Changes(topics=Topic.HOME))
    feed.publish(Changes(topics=Topic.HOME))

    [owns] = person.told
    found = owns(Identity(KITCHEN.mac))
    assert found is not None
    assert found.name == "Kitchen"
    assert owns(Identity("00:04:a3:00:00:03")) is None


def test_other_changes_and_the_end_tell_nothing(
    own: OwnStreamers, person: Person, feed: ChangeFeed
) -> None:
    person.view = View(streamers=(KITCHEN,))
    feed.publish(Changes(topics=Topic.DEMO))
    asyncio.run(own.stop())
    feed.publish(Changes(topics=Topic.HOME))

    assert person.told == []


def test_a_firm_identity_that_differs_is_another_streamer() -> None:
    own_one = OwnedStreamer(
        id="1", name="Kitchen", room="", identity=Identity("00:04:a3:00:00:02", api_id="a1")
    )
    book = OwnedBook([own_one])

    assert book.of(Identity("00:04:a3:00:00:02")) is own_one
    assert book.of(Identity(None, api_id="a1")) is own_one
    assert book.of(Identity("00:04:a3:00:00:02", api_id="b2")) is None
    assert own_nothing(own_one.identity) is None
