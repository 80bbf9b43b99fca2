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


async def test_r52_no_byte_of_it_is_left_on_the_disk(replica: Replica) -> None:
    await keep_groups(replica, KEPT)
    folder = replica.path.parent

    before = bytes_of(folder)
    await replica.forget_account()

    assert b"Evening" in before
    assert b"Evening" not in bytes_of(folder)


async def test_r52_no_byte_of_it_is_left_once_somebody_else_is_signed_in(
    replica: Replica,
) -> None:
    await keep_groups(replica, KEPT)

    await replica.begin_account("account-2", "oak@example.net")

    assert b"Evening" not in bytes_of(replica.path.parent)


def bytes_of(folder: Path) -> bytes:
    """Give the bytes of all files, the log beside the database too."""
    return b"".join(path.read_bytes() for path in folder.iterdir())
