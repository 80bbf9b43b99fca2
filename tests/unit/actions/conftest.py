from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.membership import computer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.fakes.membership import Computer


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Computer]:
    """Give a computer whose server answers; nobody is signed in."""
    async with computer(tmp_path) as made:
        await made.reach()
        yield made


@pytest.fixture
async def signed_up(here: Computer) -> None:
    """Let somebody have an account there, and be signed in."""
    await here.sign_up()
