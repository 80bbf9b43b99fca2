"""What staff choose for a kiosk: kept whole, and never so that it cannot be read again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.restoring import AGAIN_S
from altrabits_desktop.contract.errors import ProfileUnusable, Refused
from altrabits_desktop.contract.kiosk import MOST_STREAMERS
from altrabits_desktop.runtime.changes import Changes, Topic
from tests.fakes.clock import settled
from tests.fakes.shop import PIN, Shop, set_state

if TYPE_CHECKING:
    from pathlib import Path

HASH = b"$argon2id$v=19$m=1024,t=1,p=1$MTIzNDU2Nzg5MGFiY2RlZg$" + b"a" * 43
DAMAGED = {
    "nothing": b"",
    "cut": b'{"pin":"' + HASH,
    "no hash": b'{"pin":"384719384719384719"}',
    "dear": b'{"pin":"%s"}' % HASH.replace(b"m=1024", b"m=999999999"),
    "endless": b'{"pin":"%s"}' % HASH.replace(b"t=1", b"t=999999"),
    "deep": b'{"pin":"%s","more":%s%s}' % (HASH, b"[" * 100_000, b"]" * 100_000),
    "twice": b'{"pin":"%s","streamers":[{"id":"a"},{"id":"a"}]}' % HASH,
    "loud": b'{"pin":"%s","streamers":[{"id":"a","volume":101}]}' % HASH,
    "many": b'{"pin":"%s","streamers":[%s]}'
    % (HASH, b",".join(b'{"id":"%d"}' % number for number in range(65))),
    "half a sign": b'{"pin":"%s","streamers":[{"id":"\\ud800"}]}' % HASH,
    "huge": b" " * 300_000,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
async def test_whatever_is_damaged_is_called_so_and_stops_nothing(
    tmp_path: Path, content: bytes
) -> None:
    shop = Shop(tmp_path, 1)
    shop.keep_setup(1)
    (tmp_path / "kiosk" / "kiosk.json").write_bytes(content)

    with pytest.raises(ProfileUnusable, match=r"kiosk\.damaged"):
        shop.files.setup()
    await shop.kiosk.load()
    assert shop.kiosk.report().is_damaged


async def test_a_demo_that_cannot_start_is_tried_again_only_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shop = Shop(tmp_path)
    shop.keep_setup()
    tries: list[float] = []

    async def fail() -> None:
        tries.append(shop.clock.steady_s())
        # Each try is told, as the real one's is.
        shop.kiosk.follow(Changes(topics=Topic.DEMO))
        raise Refused("demo.not_started")

    monkeypatch.setattr(shop, "start_demo", fail)
    await shop.kiosk.load()
    shop.kiosk.cover()
    running = asyncio.ensure_future(shop.kiosk.run())
    for _ in range(5):
        await settled()
        await asyncio.sleep(0.02)
    assert len(tries) == 1
    assert "demo.not_started" in caplog.text

    await shop.clock.advance(AGAIN_S)
    await settled()
    running.cancel()
    assert len(tries) == 2


async def test_what_is_not_damaged_is_read(tmp_path: Path) -> None:
    shop = Shop(tmp_path, 1)
    shop.keep_setup(1)
    (tmp_path / "kiosk" / "kiosk.json").write_bytes(b'{"pin":"%s"}' % HASH)

    kept = shop.files.setup()
    assert kept is not None
    assert kept.pin.encode() == HASH


async def test_setting_up_keeps_a_pin_and_never_the_digits(tmp_path: Path) -> None:
    shop = Shop(tmp_path, 1)
    await shop.kiosk.load()
    with pytest.raises(Refused, match=r"kiosk\.pin_missing"):
        await shop.kiosk.set_up("", ())
    with pytest.raises(Refused, match=r"kiosk\.pin_length"):
        await shop.kiosk.set_up("1937", ())
    await shop.kiosk.set_up(PIN, ())

    kept = [path.read_bytes() for path in (tmp_path / "kiosk").iterdir()]
    assert kept
    assert all(PIN.encode() not in content for content in kept)
    before = shop.files.setup()
    await shop.kiosk.set_up("", ())
    assert shop.files.setup() == before
    await shop.kiosk.remove()
    assert shop.files.setup() is None


async def test_a_kiosk_that_is_removed_while_it_is_still_being_kept_is_removed(
    tmp_path: Path,
) -> None:
    shop = Shop(tmp_path, 1)
    keeping = asyncio.ensure_future(shop.kiosk.set_up(PIN, ()))
    await asyncio.sleep(0)

    await shop.kiosk.remove()
    await keeping

    assert shop.files.setup() is None
    assert shop.kiosk.report().setup is None


async def test_no_more_streamers_are_kept_than_can_be_read_again(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    many = tuple(map(set_state, range(MOST_STREAMERS + 1)))
    with pytest.raises(Refused, match=r"kiosk\.too_many"):
        await shop.kiosk.set_up(PIN, many)
    assert shop.files.setup() is None

    await shop.kiosk.set_up(PIN, many[:MOST_STREAMERS])
    kept = shop.files.setup()
    assert kept is not None
    assert kept.streamers == many[:MOST_STREAMERS]
