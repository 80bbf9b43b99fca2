"""Who has joined is known, and followed, whatever one of their certificates is."""

from __future__ import annotations

import ssl
from functools import partial
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.certificates import make_identity, welcoming_context
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.server.household import rules
from altrabits_desktop.server.household.computers import Computers
from altrabits_desktop.server.household.rules import Joiner, OpenCode
from altrabits_desktop.server.store.store import sqlite_store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.runtime.database import Database

UNREADABLE = Joiner("ab" * 32, b"no certificate to this system", "linux")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Database]:
    store = sqlite_store(tmp_path / "server.sqlite3")
    await store.open()
    yield store
    await store.close()


async def let_in(store: Database, joiner: Joiner) -> None:
    now = SystemClock().now()
    await store.write(partial(rules.open_code, code=OpenCode("code", "271828"), now=now))
    await store.write(partial(rules.join, joiner=joiner, code_id="code", now=now))


async def test_r28_a_certificate_that_cannot_be_read_keeps_nobody_from_being_removed(
    store: Database, caplog: pytest.LogCaptureFixture
) -> None:
    own = make_identity("AltraBits")
    der = ssl.PEM_cert_to_DER_cert(own.certificate.decode())
    removed: list[frozenset[str]] = []
    computers = Computers(
        store, context=welcoming_context(make_identity("server")), removed=removed.append
    )
    await let_in(store, UNREADABLE)
    await let_in(store, Joiner(own.fingerprint, der, "linux"))

    await computers.look()
    had = computers.has(own.fingerprint)
    await store.write(partial(rules.remove, computer_id=own.fingerprint))
    await computers.look()

    assert had
    assert not computers.has(own.fingerprint)
    assert removed == [frozenset({own.fingerprint})]
    assert caplog.text.count("certificate of a computer") == 1
