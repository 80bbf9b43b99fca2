from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import socket
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.app.hand_over import (
    CLOSING,
    PREFIX,
    SOCKET,
    Reception,
    address_in,
    hand_over,
    make_endpoint,
    message_of,
    remove_endpoint,
)
from altrabits_desktop.app.ownership import NOWHERE, Endpoint, claim, read_endpoint
from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.runtime.paths import Profile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from altrabits_desktop.app.ownership import Ownership

WORD = "0123456789abcdef"


@contextlib.asynccontextmanager
async def owner_of(
    profile: Profile, calls: list[str], *, is_over: bool = False
) -> AsyncIterator[Ownership]:
    ownership = claim(profile)
    assert ownership is not None
    reception = Reception(
        ownership, come_forward=lambda: calls.append("forward"), is_over=lambda: is_over
    )
    await reception.start()
    try:
        yield ownership
    finally:
        await reception.stop()
        ownership.release()


async def exchange(profile: Profile, line: bytes) -> bytes:
    reader, writer = await asyncio.open_unix_connection(read_endpoint(profile).path)
    answer = b""
    with contextlib.suppress(ConnectionError):
        writer.write(line)
        await writer.drain()
        writer.write_eof()
        answer = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()
    return answer


@contextlib.contextmanager
def mute_owner_of(profile: Profile) -> Iterator[socket.socket]:
    """Own a profile and take what is sent, without a word."""
    ownership, endpoint = claim(profile), make_endpoint()
    assert ownership is not None
    ownership.announce(endpoint)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(endpoint.path)
        listening.listen()
        yield listening
    remove_endpoint(endpoint)
    ownership.release()


def open_sockets() -> list[str]:
    """Give where sockets of owners are open in this process."""
    sockets = (each for each in gc.get_objects() if isinstance(each, socket.socket))
    places = (str(each.getsockname()) for each in sockets if each.fileno() >= 0)
    return [place for place in places if place.endswith(SOCKET)]


async def test_a_later_start_brings_the_owner_forward(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    calls: list[str] = []

    async with owner_of(profile, calls):
        owned = await asyncio.to_thread(hand_over, profile)

    assert owned is None
    assert calls == ["forward"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("altrabits://settings", ["altrabits://settings"]),
        ("", []),
        ("altrabits://" + "x" * 9000, ["altrabits://" + "x" * 500]),
        ("altrabits://\ud800\U0001f600" * 200, ["altrabits:"]),
    ],
)
async def test_a_later_start_gives_the_owner_its_address_and_never_more_than_it_reads(
    tmp_path: Path, given: str, told: list[str]
) -> None:
    profile, opened = Profile(tmp_path), list[str]()
    ownership = claim(profile)
    assert ownership is not None
    reception = Reception(
        ownership,
        come_forward=lambda: None,
        is_over=lambda: False,
        open_address=opened.append,
    )
    await reception.start()

    owned = await asyncio.to_thread(hand_over, profile, address=given)

    await reception.stop()
    ownership.release()
    assert (owned, opened) == (None, told)


@pytest.mark.parametrize("address", ["[1]", "7", "null", "{}", "true"])
def test_an_address_that_is_no_text_is_none(address: str) -> None:
    line = f'{{"message": "come_forward", "word": "{WORD}", "address": {address}}}'.encode()

    assert (message_of(line, word=WORD), address_in(line)) == ("come_forward", "")


async def test_a_later_start_waits_for_an_owner_that_is_just_starting(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    calls: list[str] = []
    ownership = claim(profile)
    assert ownership is not None
    reception = Reception(
        ownership, come_forward=lambda: calls.append("forward"), is_over=lambda: False
    )
    asking = asyncio.ensure_future(asyncio.to_thread(hand_over, profile))

    await reception.start()
    owned = await asking

    await reception.stop()
    ownership.release()
    assert (owned, calls) == (None, ["forward"])


async def test_an_owner_that_is_closing_says_so_and_stays_where_it_is(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    calls: list[str] = []

    async with owner_of(profile, calls, is_over=True):
        word = read_endpoint(profile).word
        request = json.dumps({"message": "come_forward", "word": word}).encode()
        answer = await exchange(profile, request + b"\n")

    assert (answer, calls) == (CLOSING, [])


async def test_a_later_start_owns_the_profile_when_its_owner_has_closed(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    calls: list[str] = []

    async with owner_of(profile, calls, is_over=True):
        asking = asyncio.ensure_future(asyncio.to_thread(hand_over, profile))
    owned = await asking

    assert calls == []
    assert owned is not None
    owned.release()


def test_a_profile_whose_owner_has_gone_is_owned_at_once(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.lock_file.write_text(json.dumps({"path": str(tmp_path / "none"), "word": WORD}))

    owned = hand_over(profile, limit_s=0.1)

    assert owned is not None
    owned.release()


def test_an_owner_that_listens_nowhere_is_waited_for_only_so_long(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    ownership = claim(profile)
    assert ownership is not None
    ownership.announce(Endpoint(str(tmp_path / "none"), WORD))

    with pytest.raises(ProfileUnusable) as caught:
        hand_over(profile, limit_s=0.1)

    ownership.release()
    assert caught.value.code == "profile.in_use"


def test_an_owner_that_says_nothing_is_waited_for_only_so_long(tmp_path: Path) -> None:
    profile = Profile(tmp_path)

    with mute_owner_of(profile), pytest.raises(ProfileUnusable) as caught:
        hand_over(profile, limit_s=0.2)

    assert caught.value.code == "profile.in_use"


async def test_the_socket_belongs_to_its_owner_alone_and_goes_with_it(tmp_path: Path) -> None:
    profile = Profile(tmp_path)

    async with owner_of(profile, []):
        place = Path(read_endpoint(profile).path)
        modes = [stat.S_IMODE(path.stat().st_mode) for path in (place, place.parent)]

    assert modes == [0o600, 0o700]
    assert not place.parent.exists()
    assert read_endpoint(profile) == NOWHERE


@pytest.mark.parametrize("turns", range(4))
async def test_a_start_that_is_given_up_at_any_moment_leaves_no_socket_open(
    tmp_path: Path, turns: int
) -> None:
    ownership = claim(Profile(tmp_path))
    assert ownership is not None
    reception = Reception(ownership, come_forward=lambda: None, is_over=lambda: True)

    starting = asyncio.ensure_future(reception.start())
    for _ in range(turns):
        await asyncio.sleep(0)
    starting.cancel()
    await asyncio.gather(starting, return_exceptions=True)
    await reception.stop()
    await asyncio.sleep(0)

    left = open_sockets()
    ownership.release()
    assert left == []


async def test_what_a_killed_owner_left_is_cleared(tmp_path: Path) -> None:
    left = make_endpoint()
    Path(left.path).touch()
    profile = Profile(tmp_path)
    profile.lock_file.write_text(json.dumps({"path": left.path, "word": left.word}))

    async with owner_of(profile, []):
        is_left = Path(left.path).parent.exists()

    assert not is_left


@pytest.mark.parametrize("name", ["owner.sock", "letters.txt"])
def test_nothing_else_is_ever_removed(tmp_path: Path, name: str) -> None:
    planted = tmp_path / name
    planted.touch()

    remove_endpoint(Endpoint(str(planted), WORD))

    assert planted.exists()


async def test_without_a_place_for_the_socket_the_owner_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(**_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("altrabits_desktop.app.hand_over.tempfile.mkdtemp", refuse)
    profile = Profile(tmp_path)

    async with owner_of(profile, []):
        endpoint = read_endpoint(profile)

    assert endpoint == NOWHERE
    assert "later starts cannot be heard" in caplog.text


@pytest.mark.parametrize("variable", ["TMPDIR", "XDG_RUNTIME_DIR"])
async def test_a_folder_that_is_too_long_for_a_socket_is_not_used(
    tmp_path: Path, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = tmp_path / ("a" * 50) / ("b" * 50)
    far.mkdir(parents=True)
    monkeypatch.setenv(variable, str(far))
    monkeypatch.setattr("tempfile.tempdir", None)

    endpoint = make_endpoint()

    server = await asyncio.start_unix_server(lambda _reader, _writer: None, endpoint.path)
    server.close()
    remove_endpoint(endpoint)
    assert list(far.iterdir()) == []


def test_where_every_folder_is_too_long_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("altrabits_desktop.app.hand_over._FOLDER_BYTES", 0)

    with pytest.raises(OSError, match="too long"):
        make_endpoint()


async def test_a_message_without_the_word_is_not_heard(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    calls: list[str] = []

    async with owner_of(profile, calls):
        answer = await exchange(profile, b'{"message": "come_forward", "word": "x"}\n')

    assert (answer, calls) == (b"", [])


@pytest.mark.parametrize("line", [b"", b"\n", b"x" * 100_000, b"\xff\n", b'{"message"'])
async def test_an_owner_survives_any_message(tmp_path: Path, line: bytes) -> None:
    profile = Profile(tmp_path)
    calls: list[str] = []

    async with owner_of(profile, calls):
        answer = await exchange(profile, line)
        owned = await asyncio.to_thread(hand_over, profile)

    assert (answer, owned, calls) == (b"", None, ["forward"])


def test_a_message_with_the_word_is_understood() -> None:
    line = json.dumps({"message": "come_forward", "word": WORD}).encode()

    assert message_of(line, word=WORD) == "come_forward"


@pytest.mark.parametrize(
    "table",
    [
        {"message": "come_forward"},
        {"message": "come_forward", "word": ["x"]},
        {"message": "come_forward", "word": "ä\ud800"},
        {"message": "delete_everything", "word": WORD},
        {"word": WORD},
        [],
        "come_forward",
    ],
)
def test_other_messages_mean_nothing(table: object) -> None:
    assert message_of(json.dumps(table).encode(), word=WORD) is None


def test_a_message_over_four_kilobytes_means_nothing() -> None:
    line = json.dumps({"message": "come_forward", "word": WORD, "x": "y" * 4096}).encode()

    assert message_of(line, word=WORD) is None


@given(st.binary(max_size=5000))
def test_any_bytes_mean_nothing(line: bytes) -> None:
    assert message_of(line, word=WORD) is None


@given(st.data())
def test_a_mutated_message_means_nothing_or_itself(data: st.DataObject) -> None:
    line = bytearray(json.dumps({"message": "come_forward", "word": WORD}).encode())
    place = data.draw(st.integers(0, len(line) - 1))
    line[place] = data.draw(st.integers(0, 255))

    assert message_of(bytes(line), word=WORD) in {None, "come_forward"}


@pytest.mark.parametrize("character", ["\0", "\ud800"])
def test_a_path_that_no_system_takes_is_left_alone(character: str) -> None:
    remove_endpoint(Endpoint(f"/tmp/{PREFIX}{character}/{SOCKET}", "word"))

    assert Path("/").is_dir()
