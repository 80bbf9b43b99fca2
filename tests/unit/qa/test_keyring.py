from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.keyring import FileKeyring, MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from altrabits_desktop.runtime.keychain import Backend


@pytest.mark.parametrize("make", [lambda _file: MemoryKeyring(), FileKeyring])
def test_a_secret_is_kept_read_and_dropped(make: Callable[[Path], Backend], tmp_path: Path) -> None:
    ring = make(tmp_path / "ring.json")
    none = ring.get_password("service", "token")
    ring.set_password("service", "token", "a secret")
    kept = ring.get_password("service", "token")
    ring.delete_password("service", "token")

    assert (none, kept, ring.get_password("service", "token")) == (None, "a secret", None)


def test_a_file_is_kept_for_the_next_program(tmp_path: Path) -> None:
    FileKeyring(tmp_path / "ring.json").set_password("service", "token", "a secret")

    assert FileKeyring(tmp_path / "ring.json").get_password("service", "token") == "a secret"


def test_a_locked_one_gives_nothing() -> None:
    ring = MemoryKeyring()
    ring.set_password("service", "token", "a secret")
    ring.is_locked = True

    with pytest.raises(PermissionError):
        ring.get_password("service", "token")
