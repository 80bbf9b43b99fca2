from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import keyring.backend
import keyring.errors
import pytest

from altrabits_desktop.runtime.keychain import SERVICE, Kept, Keychain, system_keyring

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "a token that must rest nowhere else"


class Store:
    """Keeps `Backend` in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Forgetful(Store):
    """Says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


class Locked(Store):
    """Refuses everything."""

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.InitError


class Hanging(Store):
    """Answers when it is released."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait(30)
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.released.wait(30)


@pytest.fixture
def hanging() -> Iterator[Hanging]:
    store = Hanging()
    yield store
    store.released.set()


async def test_a_secret_rests_in_the_keyring() -> None:
    store = Store()

    kept = await Keychain(lambda: store).put("session", SECRET)

    assert kept is Kept.KEYRING
    assert store.kept == {(SERVICE, "session"): SECRET}
    assert await Keychain(lambda: store).get("session") == SECRET


async def test_dropped_it_is_nowhere() -> None:
    store = Store()
    chain = Keychain(lambda: store)
    await chain.put("session", SECRET)

    await chain.drop("session")
    await chain.drop("never kept")

    assert store.kept == {}
    assert await chain.get("session") is None


@pytest.mark.parametrize("store", [None, Forgetful(), Locked()], ids=["none", "null", "locked"])
async def test_r50_without_a_store_of_use_it_stays_in_memory(store: Store | None) -> None:
    chain = Keychain(lambda: store)

    kept = await chain.put("session", SECRET)

    assert kept is Kept.MEMORY
    assert await chain.get("session") == SECRET
    assert await Keychain(lambda: store).get("session") is None


async def test_r43_a_store_that_hangs_holds_nobody_up(hanging: Hanging) -> None:
    chain = Keychain(lambda: hanging, limit_s=0.05)

    kept = await chain.put("session", SECRET)

    assert kept is Kept.MEMORY
    assert await chain.get("session") == SECRET


def named(module: str, name: str) -> object:
    """Give a store of a class of that name, such as a person may have configured."""
    return type(name, (Store,), {"__module__": module, "priority": 100})()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.fail", "Keyring"),
        ("keyring.backends.null", "Keyring"),
        ("keyring.backends.chainer", "ChainerBackend"),
        ("keyrings.alt.file", "PlaintextKeyring"),
        ("keyrings.alt.file", "EncryptedKeyring"),
    ],
)
def test_r50_no_weak_store_is_ever_taken(
    module: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: [named(module, name)])

    assert system_keyring() is None


def test_the_best_of_the_systems_own_stores_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    weak = named("keyrings.alt.file", "PlaintextKeyring")
    good = named("keyring.backends.SecretService", "Keyring")
    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: [weak, good])

    assert system_keyring() is good
