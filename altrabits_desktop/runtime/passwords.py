"""Passwords: hashed by Argon2id off the loop, a few at once, with rules that help and no others.

Source: docs/security-requirements.md R14; RFC 9106; docs/commitments.md C27, C28.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.accounts import PASSWORD_LEAST, PASSWORD_MOST
from altrabits_desktop.runtime.common_passwords import is_common

if TYPE_CHECKING:
    from argon2 import PasswordHasher

AT_ONCE = min(os.cpu_count() or 1, 8)
"""Hashes computed side by side: each takes 64 MiB and as many cores as it has lanes."""
_SALT_BYTES = 16
_HASH_BYTES = 32


@dataclass(frozen=True, slots=True)
class Strength:
    """Parameters of Argon2id."""

    memory_mib: int = 64
    passes: int = 3
    lanes: int = 4

    def in_words(self) -> str:
        """Say how passwords are kept; shown to their owner (C28)."""
        return f"argon2id, {self.memory_mib} MiB, {self.passes} passes, {self.lanes} lanes"


def strength_of(kept: str) -> Strength:
    """Give the parameters that a hash was made with; they stand in it.

    Raises:
        ValueError: it is no hash of Argon2id.
    """
    from argon2 import extract_parameters

    found = extract_parameters(kept)
    return Strength(found.memory_cost // 1024, found.time_cost, found.parallelism)


def fault_of(password: str, *, email: str = "") -> str | None:
    """Give the code of what is wrong with a new password, or None; pure.

    Any characters are allowed, none is required. Nothing is ever cut.

    Args:
        password: as typed.
        email: of its account; the address itself is the first thing anybody tries.
    """
    if len(password) < PASSWORD_LEAST:
        return "account.password_short"
    if len(password) > PASSWORD_MOST:
        return "account.password_long"
    if is_common(password) or (email and email.casefold() in password.casefold()):
        return "account.password_common"
    return None


class Passwords:
    """Hashes and verifies on pool threads. Belongs to one loop.

    Args:
        strength: of new hashes; weaker ones are renewed at the next sign-in.
    """

    def __init__(self, strength: Strength | None = None) -> None:
        self.strength = strength or Strength()
        # Bound to the loop of whoever waits first, so it may be made before there is one.
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._hasher: PasswordHasher | None = None

    async def hash(self, password: str) -> str:
        """Give what is kept of a password: its hash with a fresh salt and all parameters."""
        async with self._slots:
            return await asyncio.to_thread(self._hash, password)

    async def verify(self, kept: str | None, password: str) -> bool:
        """Tell whether a password is the one that was hashed.

        With nothing kept it takes as long as with a wrong password, so that time does not tell
        which accounts exist (R12).
        """
        async with self._slots:
            return await asyncio.to_thread(self._verify, kept, password)

    def is_due(self, kept: str) -> bool:
        """Tell whether a hash is weaker in anything than new ones; a stronger one stays."""
        has, wanted = strength_of(kept), self.strength
        return (
            has.memory_mib < wanted.memory_mib
            or has.passes < wanted.passes
            or has.lanes < wanted.lanes
        )

    def _hash(self, password: str) -> str:
        return self._made().hash(password)

    def _verify(self, kept: str | None, password: str) -> bool:
        from argon2.exceptions import InvalidHashError, VerificationError

        hasher = self._made()
        if kept is None:
            hasher.hash(password)
            return False
        try:
            return hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False

    def _made(self) -> PasswordHasher:
        # Imported when the first password comes: most starts see none.
        if self._hasher is None:
            from argon2 import PasswordHasher, Type

            self._hasher = PasswordHasher(
                time_cost=self.strength.passes,
                memory_cost=self.strength.memory_mib * 1024,
                parallelism=self.strength.lanes,
                hash_len=_HASH_BYTES,
                salt_len=_SALT_BYTES,
                type=Type.ID,
            )
        return self._hasher
