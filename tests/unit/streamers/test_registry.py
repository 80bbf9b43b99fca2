from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from altrabits_desktop.contract.streamers import (
    Depth,
    HeardBy,
    Origin,
    Presence,
    StreamerId,
)
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.streamers.drivers.driver import (
    Reading,
    ToldFacts,
)
from tests.fakes.clock import NOON
from tests.fakes.registry import ELSEWHERE, PLAYING, World, heard
from tests.fakes.streamers import ADDRESS, MAC


@pytest.fixture
def world() -> World:
    return World()


def test_first_sighting_lists_a_streamer_and_says_so(world: World) -> None:
    streamer_id = heard(world)

    assert world.only().id == streamer_id
    assert world.published == [Changes(streamers=frozenset({streamer_id}), has_new_set=True)]
    assert world.registry.streamer(streamer_id) == world.only()


def test_sighting_without_identity_is_counted_and_refused(world: World) -> None:
    assert world.hear(mac=None) is None
    assert world.registry.refusals.without_identity == 1
    assert world.registry.streamers() == ()


def test_demo_goes_as_a_whole(world: World) -> None:
    here = heard(world)
    heard(world, origin=Origin.DEMO)

    world.registry.forget_origin(Origin.DEMO)

    assert world.only().id == here


def test_goodbye_is_checked_before_it_is_believed(world: World) -> None:
    streamer_id = heard(world)

    world.hear(is_goodbye=True)

    assert world.only().presence is Presence.CHECKING
    assert world.only().has_said_goodbye
    assert world.only().silent_since == NOON
    assert world.registry.streamer(streamer_id) is not None


@pytest.mark.parametrize(
    "said", [{"address": ELSEWHERE}, {"heard_by": HeardBy.MDNS}, {"mac": "00:04:a3:00:00:01"}]
)
def test_goodbye_of_somebody_else_changes_nothing(world: World, said: dict[str, Any]) -> None:
    heard(world)

    world.hear(is_goodbye=True, **said)

    assert world.only().presence is Presence.ANSWERING


def test_streamer_returns_after_its_goodbye(world: World) -> None:
    streamer_id = heard(world)
    world.hear(is_goodbye=True)
    world.registry.mark(streamer_id, Presence.GONE)
    world.clock.move(60)

    returned = heard(world)

    assert returned == streamer_id
    assert (world.only().presence, world.only().silent_since) == (Presence.ANSWERING, None)
    assert not world.only().has_said_goodbye


def test_loss_and_return_are_logged_once_each(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    streamer_id = heard(world)
    for _ in range(3):
        world.registry.mark(streamer_id, Presence.GONE)
    for _ in range(3):
        world.registry.answered(streamer_id)

    assert caplog.messages == ["a streamer no longer answers", "a streamer answers again"]


def test_announcement_without_product_is_kept_but_not_listed(world: World) -> None:
    streamer_id = heard(world, product=None)

    assert world.registry.streamers() == ()
    assert world.published == []
    assert heard(world) == streamer_id
    assert len(world.registry.streamers()) == 1


def test_truncated_announcement_takes_nothing_away(world: World) -> None:
    heard(world, product="Cobalt S1")
    world.clock.move(1)

    heard(world, product=None)

    assert world.only().product == "Cobalt S1"


def test_answer_of_the_driver_is_shown(world: World) -> None:
    streamer_id = heard(world)

    taken = world.registry.read(
        streamer_id, Reading(PLAYING, ToldFacts(name="Kitchen", mac=MAC), took_ms=4.0)
    )

    assert taken
    assert (world.only().name, world.only().state) == ("Kitchen", PLAYING)
    assert [answer.took_ms for answer in world.only().answers] == [4.0]


def test_only_the_latest_sixty_answers_are_kept(world: World) -> None:
    streamer_id = heard(world)

    for number in range(70):
        world.registry.answered(streamer_id, took_ms=float(number))

    assert [answer.took_ms for answer in world.only().answers] == list(map(float, range(10, 70)))


def test_answer_for_a_forgotten_streamer_is_not_taken(world: World) -> None:
    streamer_id = heard(world)
    world.registry.forget([streamer_id])

    world.registry.answered(streamer_id)
    world.registry.mark(streamer_id, Presence.GONE)
    world.registry.switch_off(streamer_id, "driver.failed")
    world.registry.switch_on(streamer_id)

    assert not world.read(streamer_id)
    assert world.registry.streamers() == ()
    assert world.registry.silence_s(streamer_id) is None
    assert world.registry.recognition(streamer_id) is None


def test_sign_of_life_that_shows_nothing_new_is_not_published(world: World) -> None:
    streamer_id = heard(world)
    world.published.clear()
    world.clock.move(3)

    world.registry.answered(streamer_id)

    assert world.published == []
    assert world.only().last_heard_at == NOON + timedelta(seconds=3)


def test_sign_of_life_with_a_time_is_published(world: World) -> None:
    streamer_id = heard(world)
    world.published.clear()

    world.registry.answered(streamer_id, took_ms=4.0)

    assert world.published == [Changes(streamers=frozenset({streamer_id}))]


def test_silence_is_counted_by_the_steady_clock(world: World) -> None:
    streamer_id = heard(world)
    world.clock.move(7)

    assert world.registry.silence_s(streamer_id) == 7


def test_driver_that_is_switched_off_is_said_and_can_be_tried_again(world: World) -> None:
    streamer_id = heard(world, api_id="d", control_url=f"http://{ADDRESS}/api/v1")
    world.read(streamer_id)

    world.registry.switch_off(streamer_id, "driver.failed")
    off = world.only()
    recognition_while_off = world.registry.recognition(streamer_id)
    world.registry.switch_on(streamer_id)

    assert (off.driver_fault, off.depth, off.state) == ("driver.failed", Depth.ANNOUNCED, None)
    assert recognition_while_off is None
    assert (world.only().driver_fault, world.only().depth) == (None, Depth.MANAGED)


def test_switching_off_what_has_no_driver_changes_nothing(world: World) -> None:
    streamer_id = heard(world)
    before = world.only()

    world.registry.switch_off(streamer_id, "driver.failed")

    assert world.only() == before


def test_forgetting_a_stranger_changes_nothing(world: World) -> None:
    heard(world)

    world.registry.forget([StreamerId("nobody")])

    assert len(world.registry.streamers()) == 1


def test_forgotten_streamer_is_new_when_heard_again(world: World) -> None:
    first = heard(world, api_id="d", udn="u")
    world.registry.forget([first])
    world.clock.move(1)

    heard(world, api_id="d", udn="u")

    assert world.only().first_heard_at == NOON + timedelta(seconds=1)


def test_unlisted_streamer_goes_without_a_word(world: World) -> None:
    streamer_id = heard(world, product=None)

    world.registry.forget([streamer_id])

    assert world.published == []
