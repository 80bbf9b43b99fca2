"""Against a server on loopback that misbehaves in every way a streamer could (R6, R7)."""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import subprocess
import sys
import time
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable, StreamerSilent
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers import fetching
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from tests.harness.misbehaving_server import (
    CHUNKED,
    GZIPPED,
    HERE,
    MEGABYTE,
    OK,
    Conversation,
    Server,
    body,
    endless,
    hang,
    redirect,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable


@pytest.fixture
async def patient() -> AsyncIterator[Fetching]:
    """Counts what comes; a busy computer takes its time with many small pieces."""
    made = Fetching(neighbourhood=Neighbourhood(), clock=SystemClock(), fetch_s=60, silence_s=20)
    yield made
    await made.aclose()


async def get(fetch: Fetching, url: str) -> bytes:
    return await fetch.get(url, address=HERE, is_loopback_allowed=True)


async def refusal_of(fetch: Fetching, url: str) -> str:
    with pytest.raises(MalformedAnswer) as refused:
        await get(fetch, url)
    return refused.value.code


@pytest.mark.asyncio(loop_factories=["plain", "qt"])
async def test_gives_a_body_and_says_little_of_us(server: Server, fetch: Fetching) -> None:
    server.answer(body(b"hello"))

    assert await get(fetch, server.url("/a?b=c")) == b"hello"
    head = server.requests[0].decode().lower()
    assert head.startswith("get /a?b=c http/1.1")
    assert "user-agent: altrabits-desktop\r\n" in head
    assert "accept-encoding: identity" in head
    assert "cookie" not in head


async def test_a_body_as_long_as_allowed_comes_whole(server: Server, fetch: Fetching) -> None:
    server.answer(body(b"x" * MEGABYTE))

    assert len(await get(fetch, server.url())) == MEGABYTE


async def test_a_packed_body_is_unpacked(server: Server, fetch: Fetching) -> None:
    server.answer(body(gzip.compress(b"x" * MEGABYTE), headers=b"Content-Encoding: gzip\r\n"))

    assert len(await get(fetch, server.url())) == MEGABYTE


async def test_no_cookie_is_ever_sent_back(server: Server, fetch: Fetching) -> None:
    server.answer(body(b"", headers=b"Set-Cookie: a=b; Path=/\r\n"))

    await get(fetch, server.url())
    await get(fetch, server.url())

    assert b"ookie" not in server.requests[1]


BOMB = gzip.compress(b"\0" * 64_000_000)


@pytest.mark.parametrize(
    ("head", "part"),
    [
        (OK + b"Content-Length: 1000000000\r\n\r\n", b"x" * 65_536),
        (OK + b"\r\n", b"x" * 65_536),
        (CHUNKED, b"10000\r\n" + b"x" * 65_536 + b"\r\n"),
        (CHUNKED, b"1\r\nx\r\n" * 10_000),
        (OK + GZIPPED + b"Transfer-Encoding: chunked\r\n\r\n", b"%x\r\n" % len(BOMB) + BOMB),
        (OK + GZIPPED + b"\r\n", BOMB),
    ],
    ids=["announced", "endless", "chunks", "crumbs", "bomb-chunks", "bomb"],
)
async def test_r7_too_much_is_cut_off_without_taking_memory(
    server: Server, patient: Fetching, head: bytes, part: bytes
) -> None:
    async def behave(conversation: Conversation) -> None:
        await endless(conversation, head=head, part=part)

    server.behave = behave
    await patient._opened()  # noqa: SLF001 # loading it is not what is measured
    tracemalloc.start()

    code = await refusal_of(patient, server.url())

    _, most_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert code == "answer.too_large"
    assert most_bytes < 20_000_000


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        OK + b"Content-Length: -1\r\n\r\n",
        OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        OK + b"Content-Length: 50\r\n\r\nhello",
        CHUNKED + b"zz\r\nhello\r\n",
        CHUNKED + b"5\r\nhel",
        OK + b"X: " + b"x" * 200_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 30_000 + b"\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
    ],
)
async def test_r7_what_is_no_http_is_malformed(
    server: Server, fetch: Fetching, answer: bytes
) -> None:
    server.answer(answer)

    assert await refusal_of(fetch, server.url()) == "answer.protocol"


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        (b"br", b"hello"),
        (b"deflate", zlib.compress(b"hello")),
        (b"gzip, gzip", b"hello"),
        (b"gzip", b"hello"),
        (b"gzip", gzip.compress(b"hello" * 100, mtime=0)[:-10]),
    ],
)
async def test_r7_strangely_packed_bodies_are_malformed(
    server: Server, fetch: Fetching, encoding: bytes, content: bytes
) -> None:
    server.answer(body(content, headers=b"Content-Encoding: " + encoding + b"\r\n"))

    assert await refusal_of(fetch, server.url()) == "answer.encoding"


@pytest.mark.parametrize("status", [b"100", b"204", b"304", b"400", b"404", b"500", b"999"])
async def test_only_an_answer_with_content_is_taken(
    server: Server, fetch: Fetching, status: bytes
) -> None:
    server.answer(b"HTTP/1.1 " + status + b" X\r\nContent-Length: 0\r\n\r\n")

    if status == b"204":
        assert await get(fetch, server.url()) == b""
    else:
        assert await refusal_of(fetch, server.url()) in {"answer.status", "answer.protocol"}


async def drip(conversation: Conversation) -> None:
    await conversation.say(OK + b"Content-Length: 100\r\n\r\n")
    while True:
        await conversation.say(b"x")
        await asyncio.sleep(0.05)


async def drip_head(conversation: Conversation) -> None:
    while True:
        await conversation.say(b"H")
        await asyncio.sleep(0.05)


async def drip_redirects(conversation: Conversation) -> None:
    await asyncio.sleep(0.15)
    await conversation.say(b"HTTP/1.1 302 F\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")


@pytest.mark.parametrize("behave", [hang, drip, drip_head, drip_redirects])
async def test_r7_one_time_limit_holds_for_all_of_an_answer(
    server: Server, behave: Callable[[Conversation], Awaitable[None]]
) -> None:
    fetch = Fetching(neighbourhood=Neighbourhood(), clock=SystemClock(), fetch_s=0.3)
    server.behave = behave

    with pytest.raises(StreamerSilent) as silent:
        await get(fetch, server.url())

    assert silent.value.code == "streamer.silent"
    await fetch.aclose()


async def test_a_closed_port_is_not_reachable(server: Server, fetch: Fetching) -> None:
    url = server.url()
    await server.close()

    with pytest.raises(NotReachable) as failed:
        await get(fetch, url)

    assert failed.value.code == "streamer.unreachable"
    await server.open()


async def test_r7_who_does_not_take_a_connection_is_given_up_soon(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fetching, "CONNECT_SECONDS", 0.2)
    fetch = Fetching(neighbourhood=Neighbourhood(), clock=SystemClock(), fetch_s=20)
    began_at_s = time.monotonic()
    with socket.socket() as full, socket.socket() as one, socket.socket() as other:
        full.bind((HERE, 0))
        full.listen(0)
        for waiting in (one, other):
            waiting.setblocking(False)
            waiting.connect_ex(full.getsockname())

        with pytest.raises(StreamerSilent):
            await get(fetch, f"http://{HERE}:{full.getsockname()[1]}/")

    assert time.monotonic() - began_at_s < 10
    await fetch.aclose()


async def test_two_redirects_on_the_same_host_are_followed(server: Server, fetch: Fetching) -> None:
    answers = [redirect(b"/two"), redirect(server.url("/three").encode(), status=b"307")]

    async def behave(conversation: Conversation) -> None:
        await conversation.say(answers.pop(0) if answers else body(b"there"))

    server.behave = behave

    assert await get(fetch, server.url("/one")) == b"there"
    assert len(server.requests) == 3


async def test_r6_a_loop_of_redirects_ends_after_three_requests(
    server: Server, fetch: Fetching
) -> None:
    server.answer(redirect(b"/"))

    assert await refusal_of(fetch, server.url()) == "answer.redirects"
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    "location",
    [
        b"http://127.0.0.2:1/",
        b"http://localhost/",
        b"http://example.org/",
        b"//example.org/",
        b"file:///etc/passwd",
        b"http://user@127.0.0.1/",
        b"ftp://127.0.0.1/",
        b"http://169.254.169.254/",
    ],
)
async def test_r6_a_redirect_elsewhere_is_refused(
    server: Server, fetch: Fetching, location: bytes
) -> None:
    server.answer(redirect(location))

    assert await refusal_of(fetch, server.url()) == "answer.forbidden_address"
    assert len(server.requests) == 1


async def test_a_redirect_that_is_no_address_is_malformed(server: Server, fetch: Fetching) -> None:
    server.answer(redirect(b"http://["))

    assert await refusal_of(fetch, server.url()) == "answer.redirects"


async def test_r6_loopback_is_refused_where_it_was_not_chosen(
    server: Server, fetch: Fetching
) -> None:
    with pytest.raises(MalformedAnswer) as refused:
        await fetch.get(server.url(), address=HERE, is_loopback_allowed=False)

    assert refused.value.arguments == {"reason": "reach.loopback"}
    assert server.requests == []


async def test_r6_no_name_is_ever_looked_up(fetch: Fetching) -> None:
    assert await refusal_of(fetch, "http://localhost:80/") == "answer.forbidden_address"


async def test_many_at_once_share_one_client(
    server: Server, fetch: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    make = fetching._new_client  # noqa: SLF001 # counted

    def counted() -> object:
        made.append(1)
        return make()

    monkeypatch.setattr(fetching, "_new_client", counted)
    server.answer(body(b"x"))

    await asyncio.gather(*(get(fetch, server.url()) for _ in range(10)))

    assert len(made) == 1


async def test_ready_it_waits_for_its_library_no_more(
    server: Server, fetch: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fetch.ready()
    monkeypatch.delattr(fetching, "_new_client")
    server.answer(body(b"x"))

    assert await get(fetch, server.url()) == b"x"


async def test_the_system_proxy_is_not_used(
    server: Server, fetch: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    server.answer(body(b"direct"))

    assert await get(fetch, server.url()) == b"direct"


async def test_no_list_of_authorities_is_loaded() -> None:
    context = fetching._unverified_tls()  # noqa: SLF001 # the reason is in its docstring

    assert context.get_ca_certs() == []
    assert context.verify_mode is ssl.CERT_NONE


def test_the_client_brings_no_console_of_its_library() -> None:
    code = (
        "import sys; from altrabits_desktop.streamers.fetching import _new_client; _new_client();"
        "print([name for name in ('click', 'rich', 'pygments') if name in sys.modules])"
    )

    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    ).stdout

    assert said == "[]\n"


async def test_closed_it_may_be_used_anew(server: Server, fetch: Fetching) -> None:
    server.answer(body(b"x"))

    await fetch.aclose()
    await get(fetch, server.url())
    await fetch.aclose()

    assert await get(fetch, server.url()) == b"x"
