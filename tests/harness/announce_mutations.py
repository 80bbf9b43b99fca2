"""Whole announcements with one to eight changes each (R1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.harness.announce_vectors import PAYLOADS, vectors

if TYPE_CHECKING:
    import random

VALID = [name for name, expected in vectors().items() if "record" in expected]
"""Names of the vectors that are a streamer's."""
_LONGEST = 1500


def mutated(chance: random.Random) -> bytes:
    """Give a datagram that was an announcement."""
    content = bytearray(PAYLOADS[chance.choice(VALID)])
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(content) or 1)
        match chance.randrange(4):
            case 0:
                content[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                content[at:at] = chance.randbytes(chance.randint(1, 40))
            case 2:
                del content[at : at + chance.randint(1, 40)]
            case _:
                content[at:at] = content[: chance.randrange(len(content) + 1)]
    return bytes(content[:_LONGEST])
