"""Saved groups lie with the account's data, and what is damaged is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.saved_groups import SavedGroup, SavedMember
from altrabits_desktop.sync.kept_groups import GROUPS, keep_groups, kept_groups
from altrabits_desktop.sync.replica import Replica

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

KEPT = (
    SavedGroup(
        name="Evening",
        members=(SavedMember(name="Study", volume=40, api_id="ab-1"), SavedMember(name="Attic")),
    ),
)


@pytest.fixture
async def replica(tmp_path: Path) -> AsyncIterator[Replica]:
    opened = Replica(tmp_path / "replica.sqlite3", changed=lambda: None)
    await opened.open()
    await opened.begin_account("account-1", "maple@example.net")
    yield opened
    await opened.close()


async def test_what_is_kept_is_read_again(replica: Replica) -> None:
    await keep_groups(replica, KEPT)

    assert await kept_groups(replica) == KEPT


async def test_nothing_kept_leaves_nothing(replica: Replica) -> None:
    await keep_groups(replica, KEPT)

    await keep_groups(replica, ())

    assert await replica.fact(GROUPS) == ""
    assert await kept_groups(replica) == ()


async def test_what_is_damaged_is_left_out(replica: Replica) -> None:
    await replica.keep_fact(GROUPS, '[{"name": "Evening", "members": []}]')

    assert await kept_groups(replica) == ()


async def test_c08_it_goes_with_the_account(replica: Replica) -> None:
    await keep_groups(replica, KEPT)

    await replica.forget_account()

    assert await kept_groups(replica) == ()
