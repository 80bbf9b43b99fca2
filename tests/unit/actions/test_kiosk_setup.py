"""What staff choose for a kiosk: kept whole, and never so that it cannot be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.kiosk import MOST_STREAMERS
from tests.fakes.shop import PIN, Shop, set_state

if TYPE_CHECKING:
    from pathlib import Path


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
