# ruff: noqa: ARG002 # arguments are as the library keyring has them
"""Keyrings for tests: a computer on which secrets are kept from start to start."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class MemoryKeyring:
    """Keeps `runtime.keychain.Backend` in memory; goes on when the window is opened again.

    For `desktop.keyring`.
    """

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        """By name; never the program's own to change."""
        self.is_locked = False
        """Whether reading fails, as where the person did not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        """Give a secret.

        Raises:
            PermissionError: it is locked.
        """
        if self.is_locked:
            raise PermissionError
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Drop a secret."""
        del self.kept[username]


class FileKeyring:
    """Keeps `runtime.keychain.Backend` in a file of a test, for programs of their own.

    Args:
        file: read and written each time; no secret of a person belongs in it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def get_password(self, service: str, username: str) -> str | None:
        """Give a secret."""
        return self._kept().get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""
        self._write({**self._kept(), username: password})

    def delete_password(self, service: str, username: str) -> None:
        """Drop a secret."""
        kept = self._kept()
        del kept[username]
        self._write(kept)

    def _write(self, kept: dict[str, str]) -> None:
        self._file.write_text(json.dumps(kept), encoding="utf-8")

    def _kept(self) -> dict[str, str]:
        if not self._file.exists():
            return {}
        kept: dict[str, str] = json.loads(self._file.read_text(encoding="utf-8"))
        return kept
