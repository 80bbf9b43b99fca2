from __future__ import annotations

import asyncio
import base64
import threading
import time

import pytest
from argon2.exceptions import InvalidHashError

from altrabits_desktop.runtime import passwords as module
from altrabits_desktop.runtime.passwords import Passwords, Strength, fault_of, strength_of

WEAK = Strength(memory_mib=8, passes=1, lanes=1)
CHECKED_S = 5.0
"""Five times what the design allows: tests share their computer."""
PASSWORD = "a long walk by the harbour"


def unpadded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4))


async def test_r14_a_hash_has_the_agreed_strength_salt_and_length() -> None:
    passwords = Passwords()

    kept = await passwords.hash(PASSWORD)

    _, method, version, parameters, salt, digest = kept.split("$")
    assert (method, version, parameters) == ("argon2id", "v=19", "m=65536,t=3,p=4")
    assert (len(unpadded(salt)), len(unpadded(digest))) == (16, 32)
    assert await passwords.verify(kept, PASSWORD)
    assert not passwords.is_due(kept)


async def test_c28_equal_passwords_are_kept_differently() -> None:
    passwords = Passwords(WEAK)

    kept = {await passwords.hash(PASSWORD) for _ in range(5)}

    assert len({one.split("$")[4] for one in kept}) == len(kept) == 5
    assert PASSWORD not in "".join(kept)


@pytest.mark.parametrize(
    ("other", "is_due"),
    [
        (WEAK, False),
        (Strength(memory_mib=9, passes=1, lanes=1), True),
        (Strength(memory_mib=8, passes=2, lanes=1), True),
        (Strength(memory_mib=8, passes=1, lanes=2), True),
    ],
)
async def test_c28_what_is_weaker_is_due_and_nothing_is_ever_made_weaker(
    other: Strength, is_due: bool
) -> None:
    kept, stronger = await Passwords(WEAK).hash(PASSWORD), await Passwords(other).hash(PASSWORD)

    assert Passwords(other).is_due(kept) is is_due
    assert not Passwords(WEAK).is_due(stronger)


async def test_c28_the_parameters_of_a_hash_can_be_read_from_it() -> None:
    kept = await Passwords(WEAK).hash(PASSWORD)

    assert strength_of(kept) == WEAK
    assert WEAK.in_words() == "argon2id, 8 MiB, 1 passes, 1 lanes"
    with pytest.raises(InvalidHashError):
        strength_of("no hash at all")


async def test_c28_a_password_is_checked_within_a_bounded_time() -> None:
    passwords = Passwords()
    kept = await passwords.hash(PASSWORD)

    begin_s = time.monotonic()
    found = [await passwords.verify(kept, typed) for typed in (PASSWORD, PASSWORD + "!")]
    took_s = (time.monotonic() - begin_s) / len(found)

    assert found == [True, False]
    assert took_s < CHECKED_S


@pytest.mark.parametrize("kept", [None, "", "no hash", "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA"])
async def test_what_is_kept_wrongly_opens_nothing(kept: str | None) -> None:
    assert not await Passwords(WEAK).verify(kept, PASSWORD)


async def test_r14_few_hashes_are_computed_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = threading.Lock()
    side_by_side, most = 0, 0

    class Watched(Passwords):
        def _verify(self, kept: str | None, password: str) -> bool:
            nonlocal side_by_side, most
            with counting:
                side_by_side += 1
                most = max(most, side_by_side)
            found = super()._verify(kept, password)
            with counting:
                side_by_side -= 1
            return found

    passwords = Watched(WEAK)
    kept = await passwords.hash(PASSWORD)

    found = await asyncio.gather(*(passwords.verify(kept, PASSWORD) for _ in range(50)))

    assert found == [True] * 50
    assert 1 <= most <= module.AT_ONCE
    assert module.AT_ONCE * Strength().memory_mib < 600


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("x" * 14, "account.password_short"),
        ("x" * 15, "account.password_common"),
        ("🎵🎶🎷🎸🎹🎺🎻🥁🪕🪗🎤🎧📻🎼", "account.password_short"),
        ("🎵🎶🎷🎸🎹🎺🎻🥁🪕🪗🎤🎧📻🎼🪘", None),
        ("harbour lights", "account.password_short"),
        ("harbour lights!", None),
        ("harbour lights " * 68, None),
        ("harbour lights " * 69, "account.password_long"),
        ("my ADA@example.test", "account.password_common"),
        ("", "account.password_short"),
    ],
)
def test_r14_what_is_wrong_with_a_new_password(password: str, fault: str | None) -> None:
    assert fault_of(password, email="ada@example.test") == fault
