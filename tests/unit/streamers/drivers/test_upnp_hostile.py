"""A renderer that costs as much as it can (R2, R7, R43)."""

from __future__ import annotations

import asyncio
import threading
from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import ACTION_BYTES, ACTION_ELEMENTS, MARKUP_ELEMENTS
from altrabits_desktop.streamers.drivers.driver import DriverIo
from altrabits_desktop.streamers.drivers.upnp import driver as upnp_driver
from altrabits_desktop.streamers.drivers.upnp.actions import values_of
from altrabits_desktop.streamers.drivers.upnp.desk import ReadingDesk
from altrabits_desktop.streamers.drivers.upnp.documents import cut_description, cut_service
from altrabits_desktop.streamers.drivers.upnp.driver import (
    COSTLY_S,
    POLL_IDLE_S,
    POLL_PLAYING_S,
    UpnpDriver,
)
from altrabits_desktop.streamers.drivers.upnp.renderer import PreparedRequester
from tests.fakes.clock import settled
from tests.fakes.renderer import BASE, TRANSPORT, UpnpRenderer, description, service
from tests.harness.driver_suite import read_once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from async_upnp_client.const import HttpRequest, HttpResponse

VARIABLE = "<stateVariable><name>a</name><dataType>string</dataType></stateVariable>"


def with_services(count: int) -> str:
    more = "<service><SCPDURL>/scpd0</SCPDURL></service>" * count
    return description().replace("</serviceList>", f"{more}</serviceList>")


def with_variables(count: int) -> bytes:
    plain = service({"GetTransportInfo": ["CurrentTransportState"]})
    return plain.replace("</serviceStateTable>", VARIABLE * count + "</serviceStateTable>").encode()


def soap(action: str, inside: str, *, before: str = "") -> bytes:
    return (
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
        f'{before}<u:{action}Response xmlns:u="{TRANSPORT}">{inside}</u:{action}Response>'
        "</s:Body></s:Envelope>"
    ).encode()


async def test_r7_the_library_is_given_each_used_document_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    streamer = UpnpRenderer()
    streamer.describe(with_services(1000))
    asked: list[str] = []
    give = PreparedRequester.async_http_request

    async def counted(self: PreparedRequester, request: HttpRequest) -> HttpResponse:
        asked.append(request.url)
        return await give(self, request)

    monkeypatch.setattr(PreparedRequester, "async_http_request", counted)

    reading = await read_once(UpnpDriver(), streamer)

    assert reading.facts.name == "Living room"
    assert len(asked) == 3


async def test_r7_nothing_is_read_of_a_renderer_of_nine_thousand_services() -> None:
    streamer = UpnpRenderer()
    streamer.describe(with_services(9000))
    streamer.fetch.answers[f"{BASE}/scpd0"] = with_variables(6500)

    with pytest.raises(MalformedAnswer):
        await read_once(UpnpDriver(), streamer)

    assert len(streamer.fetch.requests) == 1


async def test_r7_a_document_that_the_library_asks_for_once_more_is_none() -> None:
    requester = PreparedRequester(())

    with pytest.raises(MalformedAnswer):
        await requester.async_http_request(None)  # type: ignore[arg-type] # it is not looked at


def test_r7_a_description_keeps_the_two_services_that_are_used() -> None:
    cut = cut_description(with_services(1000).encode())

    assert cut.text.count("<service>") == 2
    assert cut.documents == ("/scpd0", "/scpd1")


def test_a_description_may_hold_the_renderer_within_another_device() -> None:
    inner = description()[description().index("<device>") : -len("</root>")]
    outer = (
        '<root xmlns="urn:schemas-upnp-org:device-1-0"><device><friendlyName>Box</friendlyName>'
        f"<deviceList>{inner}</deviceList></device></root>"
    )

    assert "<friendlyName>Living room</friendlyName>" in cut_description(outer.encode()).text


@pytest.mark.parametrize("kind", ["AVTransport:x", "AVTransport:", "AVTransport:1&#10;X: y"])
def test_r7_a_service_type_is_a_name_with_a_version(kind: str) -> None:
    odd = description(types=(f"urn:schemas-upnp-org:service:{kind}",))

    with pytest.raises(MalformedAnswer) as refused:
        cut_description(odd.encode())

    assert refused.value.code == "upnp.no_transport"


def test_r7_a_service_keeps_what_is_used() -> None:
    actions = {f"Action{number}": ["A"] for number in range(200)}
    crowded = service({**actions, "GetTransportInfo": ["CurrentTransportState"]})

    cut = cut_service(crowded.replace("i4", "ui4").encode())

    assert cut.count("<action>") == 1
    assert cut.count("<stateVariable>") == 3
    assert cut.count("<dataType>string</dataType>") == 3


def test_r7_an_action_keeps_sixteen_arguments_at_most() -> None:
    crowded = service({"GetTransportInfo": [f"A{number}" for number in range(100)]})

    assert cut_service(crowded.encode()).count("<argument>") == 16


def test_an_action_without_arguments_is_kept() -> None:
    bare = (
        '<scpd xmlns="urn:schemas-upnp-org:service-1-0"><actionList><action>'
        "<name>GetTransportInfo</name></action></actionList></scpd>"
    )

    assert "<name>GetTransportInfo</name>" in cut_service(bare.encode())


def test_r7_documents_are_read_up_to_their_limit_of_elements() -> None:
    few = with_variables(0)
    room = MARKUP_ELEMENTS - few.count(b"<") // 2
    padded = few.replace(b"</scpd>", b"<x/>" * room + b"</scpd>")

    assert "GetTransportInfo" in cut_service(padded)
    with pytest.raises(MalformedAnswer):
        cut_service(padded.replace(b"</scpd>", b"<x/>" * 40 + b"</scpd>"))


def test_r43_an_answer_is_read_up_to_its_limits() -> None:
    room = ACTION_ELEMENTS - 4
    full = soap("Get", "<A>1</A>", before="<x/>" * room)
    text = "y" * (ACTION_BYTES - len(soap("Get", "<A></A>")))

    assert values_of(full, "Get") == {"A": "1"}
    assert values_of(soap("Get", f"<A>{text}</A>"), "Get") == {"A": text}
    for beyond in (
        soap("Get", "<A>1</A>", before="<x/>" * (room + 1)),
        soap("Get", f"<A>{text}y</A>"),
    ):
        with pytest.raises(MalformedAnswer):
            values_of(beyond, "Get")


def test_an_answer_to_another_action_is_none() -> None:
    with pytest.raises(MalformedAnswer):
        values_of(soap("Set", "<A>1</A>"), "Get")


@pytest.mark.parametrize(
    ("cost_s", "pause_s"), [(COSTLY_S, POLL_PLAYING_S), (COSTLY_S + 0.001, POLL_IDLE_S)]
)
async def test_r43_a_renderer_whose_answers_cost_too_much_is_asked_less_often(
    monkeypatch: pytest.MonkeyPatch, cost_s: float, pause_s: float
) -> None:
    streamer = UpnpRenderer()
    worked_s = 0.0

    def costly(content: bytes, action: str) -> Mapping[str, str]:
        nonlocal worked_s
        worked_s += cost_s if action == "GetPositionInfo" else 0
        # The thread is kept from its work for so long: that is no fault of the renderer's.
        streamer.clock.move(0.1)
        return values_of(content, action)

    monkeypatch.setattr(upnp_driver, "values_of", costly)
    monkeypatch.setattr(upnp_driver, "thread_time", lambda: worked_s)
    io = DriverIo(fetch=streamer.fetch, clock=streamer.clock)
    async with (
        UpnpDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        asking = asyncio.ensure_future(anext(news))
        await streamer.clock.advance(pause_s - 0.01)
        early = streamer.asked("GetTransportInfo")
        await streamer.clock.advance(0.01)
        await asking

    assert (early, streamer.asked("GetTransportInfo")) == (1, 2)


async def test_a_pool_that_takes_no_work_leaves_the_desk_free(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = ReadingDesk()
    loop = asyncio.get_running_loop()

    def refuse(*_arguments: object) -> None:
        raise RuntimeError("cannot start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(loop, "run_in_executor", refuse)
        with pytest.raises(RuntimeError):
            await desk.read(str, 1)

    assert await asyncio.wait_for(desk.read(str, 2), 5) == "2"


async def test_r43_whoever_gives_up_waiting_leaves_no_second_thread_to_the_next() -> None:
    desk = ReadingDesk()
    began, release = threading.Event(), threading.Event()
    done: list[str] = []

    def endless() -> None:
        began.set()
        release.wait(10)
        done.append("endless")
        raise ValueError

    first = asyncio.ensure_future(desk.read(endless))
    await asyncio.to_thread(began.wait, 10)
    first.cancel()
    second = asyncio.ensure_future(desk.read(done.append, "second"))
    await settled()
    waiting = not second.done() and not done
    release.set()
    await second

    assert waiting
    assert done == ["endless", "second"]
    assert first.cancelled()


async def readings_of(count: int, *, within_s: float, driver: UpnpDriver) -> int:
    """Watch so many renderers that play, and give how often they are asked in that time."""
    streamer = UpnpRenderer()
    io = DriverIo(fetch=streamer.fetch, clock=streamer.clock)

    heard, have_all_begun = 0, asyncio.Event()

    async def watch() -> None:
        nonlocal heard
        async with (
            driver.open(streamer.address, io) as connection,
            aclosing(connection.watch()) as news,
        ):
            async for _ in news:
                heard += 1
                if heard == count:
                    have_all_begun.set()

    watching = [asyncio.ensure_future(watch()) for _ in range(count)]
    await asyncio.wait_for(have_all_begun.wait(), 20)
    await streamer.clock.advance(POLL_IDLE_S)
    before = streamer.asked("GetTransportInfo")
    await streamer.clock.advance(within_s)
    for each in watching:
        each.cancel()
    await asyncio.gather(*watching, return_exceptions=True)
    return streamer.asked("GetTransportInfo") - before


async def test_a_crowd_that_plays_is_asked_twenty_times_a_second_and_a_few_each_second() -> None:
    driver = UpnpDriver()

    crowd = await readings_of(40, within_s=20.0, driver=driver)
    # Who has gone is no part of a crowd any more.
    few = await readings_of(3, within_s=20.0, driver=driver)

    assert 380 <= crowd <= 420
    assert 57 <= few <= 60
