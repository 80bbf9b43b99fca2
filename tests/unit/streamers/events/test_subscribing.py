"""Subscriptions over real sockets on loopback: who is heard there, and for how long (R8, R15)."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable, StreamerSilent
from altrabits_desktop.contract.limits import EVENT_BYTES, EVENTS_PER_MINUTE, FETCHES_AT_ONCE
from altrabits_desktop.streamers.drivers.driver import Notice
from altrabits_desktop.streamers.events.door import Door
from altrabits_desktop.streamers.events.subscribing import ASKED_FOR_S, FIRST_WITHIN_S
from tests.fakes.callbacks import OWN, RENDERER, SID, STRANGER, URL, Asked, SubscribedRenderer
from tests.fakes.clock import settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.streamers.drivers.driver import Subscription

OK = b"HTTP/1.1 200 OK\r\n"


@pytest.fixture
async def renderer() -> AsyncIterator[SubscribedRenderer]:
    renderer = SubscribedRenderer()
    yield renderer
    await renderer.subscribing.stop()
    await settled()
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def next_of(subscription: Subscription) -> Notice:
    return await asyncio.wait_for(subscription.next(), 5)


def body_of(answer: bytes) -> bytes:
    return answer.partition(b"\r\n\r\n")[2]


async def test_what_the_renderer_sends_comes(renderer: SubscribedRenderer) -> None:
    async with renderer.subscribed() as subscription:
        answer = await renderer.notify(b"<one/>")
        first = await next_of(subscription)
        await renderer.notify(b"<two/>", sequence=1)
        second = await next_of(subscription)

    assert answer.startswith(OK)
    assert (first, second) == (Notice(b"<one/>"), Notice(b"<two/>"))


async def test_a_notice_in_pieces_comes_too(renderer: SubscribedRenderer) -> None:
    said = {"content_length": "", "transfer_encoding": "chunked"}
    async with renderer.subscribed() as subscription:
        answer = await renderer.notify(b"4\r\n<one\r\n2\r\n/>\r\n0\r\n\r\n", said=said)
        first = await next_of(subscription)

    assert answer.startswith(OK)
    assert first == Notice(b"<one/>")


async def test_asks_renews_and_ends(renderer: SubscribedRenderer) -> None:
    async with renderer.subscribed():
        await renderer.notify()
        await renderer.clock.advance(FIRST_WITHIN_S)
        await renderer.clock.advance(60 / 2 - FIRST_WITHIN_S)
        await renderer.clock.advance(60 / 2)

    begun, *renewed, ended = renderer.asked
    assert begun == Asked(
        "SUBSCRIBE",
        URL,
        {
            "CALLBACK": f"<{renderer.callback_url}>",
            "NT": "upnp:event",
            "TIMEOUT": f"Second-{ASKED_FOR_S}",
        },
    )
    assert (
        renewed == [Asked("SUBSCRIBE", URL, {"SID": SID, "TIMEOUT": f"Second-{ASKED_FOR_S}"})] * 2
    )
    assert ended == Asked("UNSUBSCRIBE", URL, {"SID": SID})


@pytest.mark.parametrize(
    ("granted", "renewed_after_s"),
    [("Second-1", 10.0), ("second-infinite", 150.0), ("Second-99999999", 150.0), ("", 150.0)],
)
async def test_whatever_is_granted_it_is_renewed_now_and_then(
    renderer: SubscribedRenderer, granted: str, renewed_after_s: float
) -> None:
    renderer.granted = {"sid": SID, "timeout": granted}
    async with renderer.subscribed():
        await renderer.notify()
        await renderer.clock.advance(renewed_after_s - 0.1)
        early = len(renderer.asked)
        await renderer.clock.advance(0.2)
        late = len(renderer.asked)

    assert (early, late) == (1, 2)


async def test_a_subscription_that_is_not_renewed_ends(renderer: SubscribedRenderer) -> None:
    async with renderer.subscribed() as subscription:
        await renderer.notify()
        await next_of(subscription)
        renderer.failure = MalformedAnswer("answer.status", status=412)
        await renderer.clock.advance(60)

        with pytest.raises(MalformedAnswer):
            await next_of(subscription)


async def test_where_no_notice_comes_it_is_said_so_that_it_is_asked_instead(
    renderer: SubscribedRenderer,
) -> None:
    async with renderer.subscribed() as subscription:
        await renderer.clock.advance(FIRST_WITHIN_S)

        with pytest.raises(NotReachable):
            await next_of(subscription)


async def test_a_notice_before_the_answer_is_taken_when_its_name_is_known(
    renderer: SubscribedRenderer,
) -> None:
    renderer.answering.clear()
    async with AsyncExitStack() as stack:
        opening = asyncio.ensure_future(stack.enter_async_context(renderer.subscribed()))
        await renderer.until_asked()
        early = asyncio.ensure_future(renderer.notify(b"<early/>"))
        foreign = asyncio.ensure_future(renderer.notify(b"<foreign/>", said={"sid": "uuid:other"}))
        await asyncio.sleep(0.05)
        renderer.answering.set()
        subscription = await opening

        assert await next_of(subscription) == Notice(b"<early/>")
        assert (await early).startswith(OK)
        assert b" 412 " in await foreign


@pytest.mark.parametrize("sid", ["", "two words", "x" * 300])
async def test_a_subscription_without_a_proper_name_is_none(
    renderer: SubscribedRenderer, sid: str
) -> None:
    renderer.granted = {"sid": sid}

    with pytest.raises(MalformedAnswer):
        async with renderer.subscribed():
            pass

    assert await renderer.send(b"") == b"refused"


async def test_who_stands_in_no_segment_of_this_computer_is_given_no_address(
    renderer: SubscribedRenderer,
) -> None:
    renderer.neighbourhood.use([])

    with pytest.raises(NotReachable):
        async with renderer.subscribed():
            pass

    assert renderer.asked == []


async def test_r15_there_is_one_port_at_one_address_and_only_while_somebody_is_subscribed(
    renderer: SubscribedRenderer,
) -> None:
    async with renderer.subscribed():
        first = renderer.callback_url
        async with renderer.subscribed():
            second = renderer.callback_url
        while_open = await renderer.send(b"x\r\n\r\n")
    after = await renderer.send(b"x\r\n\r\n")

    host, port = (f"http://{OWN}", renderer.port)
    assert [url.rpartition("/")[0] for url in (first, second)] == [f"{host}:{port}"] * 2
    assert first != second
    assert while_open.startswith(b"HTTP/1.1 400 ")
    assert after == b"refused"


async def test_r15_a_subscription_that_is_refused_leaves_no_port(
    renderer: SubscribedRenderer,
) -> None:
    renderer.failure = StreamerSilent("streamer.silent")

    with pytest.raises(StreamerSilent):
        async with renderer.subscribed():
            pass

    assert await renderer.send(b"") == b"refused"


async def test_r8_who_is_not_subscribed_is_closed_without_a_byte(
    renderer: SubscribedRenderer,
) -> None:
    async with renderer.subscribed() as subscription:
        answer = await renderer.notify(b"<forged/>", source=STRANGER)
        await renderer.notify(b"<true/>")

        assert answer == b""
        assert await next_of(subscription) == Notice(b"<true/>")


@pytest.mark.parametrize(
    ("other", "status"),
    [
        ({"sid": "uuid:other"}, b" 412 "),
        ({"path": "/other"}, b" 412 "),
        ({"nt": "upnp:other"}, b" 400 "),
        ({"content_length": ""}, b" 400 "),
        ({"content_length": str(EVENT_BYTES + 1)}, b" 400 "),
        ({"transfer_encoding": "chunked"}, b" 400 "),
    ],
)
async def test_r8_whatever_else_the_renderer_sends_is_refused_without_a_body(
    renderer: SubscribedRenderer, other: dict[str, str], status: bytes
) -> None:
    async with renderer.subscribed() as subscription:
        answer = await renderer.notify(b"<odd/>", said=other)
        await renderer.notify(b"<true/>")

        assert status in answer.partition(b"\r\n")[0]
        assert body_of(answer) == b""
        assert await next_of(subscription) == Notice(b"<true/>")


async def test_r7_a_renderer_that_says_too_much_is_heard_no_more(
    renderer: SubscribedRenderer,
) -> None:
    async with renderer.subscribed() as subscription:
        for _ in range(EVENTS_PER_MINUTE):
            await renderer.clock.advance(0.05)
            await renderer.notify(b"<again/>")
        answer = await renderer.notify(b"<more/>", sequence=1)
        await next_of(subscription)

        assert not answer.startswith(OK)
        with pytest.raises(MalformedAnswer, match=r"events\.too_many"):
            await next_of(subscription)


async def test_r7_few_connections_of_a_renderer_are_held_at_once(
    renderer: SubscribedRenderer,
) -> None:
    async with renderer.subscribed() as subscription:
        held = [
            await asyncio.open_connection(OWN, renderer.port, local_addr=(RENDERER, 0))
            for _ in range(FETCHES_AT_ONCE)
        ]
        await asyncio.sleep(0.05)
        beyond = await renderer.notify(b"<beyond/>")
        for _, writer in held:
            writer.close()
        await asyncio.sleep(0.05)
        await renderer.clock.advance(1.0)
        await renderer.notify(b"<true/>")

        assert beyond == b""
        assert await next_of(subscription) == Notice(b"<true/>")


async def test_r7_who_sends_byte_by_byte_is_closed_after_some_seconds(
    renderer: SubscribedRenderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Door.__init__, "__kwdefaults__", {"limit_s": 0.2})
    async with renderer.subscribed():
        answer = await asyncio.wait_for(renderer.send(b"NOTIFY /"), 5)

    assert answer == b""
