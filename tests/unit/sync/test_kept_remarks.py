"""What is noted of streamers lies with the account's data, and what is damaged is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.remarks import Remark
from altrabits_desktop.sync.kept_remarks import REMARKS, keep_remarks, kept_remarks
from altrabits_desktop.sync.replica import Replica

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

NOTED = (Remark(key="mac:00:04:a3:00:00:01", name="Attic", mac="00:04:a3:00:00:01"),)


@pytest.fixture
async def replica(tmp_path: Path) -> AsyncIterator[Replica]:
    opened = Replica(tmp_path / "replica.sqlite3", changed=lambda: None)
    await opened.open()
    await opened.begin_account("account-1", "maple@example.net")
    yield opened
    await opened.close()


async def test_what_was_noted_is_read_again(replica: Replica) -> None:
    await keep_remarks(replica, NOTED)

    assert await kept_remarks(replica) == NOTED


async def test_nothing_noted_leaves_nothing(replica: Replica) -> None:
    await keep_remarks(replica, NOTED)

    await keep_remarks(replica, ())

    assert await replica.fact(REMARKS) == ""
    assert await kept_remarks(replica) == ()


async def test_what_is_damaged_is_left_out(replica: Replica) -> None:
    await replica.keep_fact(REMARKS, '[{"key": 5}]')

    assert await kept_remarks(replica) == ()


async def test_c08_it_goes_with_the_account(replica: Replica) -> None:
    await keep_remarks(replica, NOTED)

    await replica.forget_account()

    assert await kept_remarks(replica) == ()
