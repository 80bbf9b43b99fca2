"""How an owner hands a streamer over to somebody else, over the control API.

The owner asks the streamer for a code, tells it to whoever is to have it, and that person claims
the streamer by this code as any other. So both have said yes, nobody need stand before it, and
nothing of either account goes to the other.

Source: docs/protocols/control-api.md, "Handing over".
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

HAND_OVER_PATH = "/api/v1/hand-over"
"""Served at the secure port alone, to the owner alone."""

LONGEST_S = 3600


class HandOverMessage(Struct, frozen=True, kw_only=True):
    """A hand-over that waits for its claim: answer of `POST` and `GET`."""

    code: Annotated[str, Meta(pattern=r"^[0-9]{6}$(?!\n)")]
    ends_in_s: Annotated[int, Meta(ge=0, le=LONGEST_S)]
    tries_left: Annotated[int, Meta(ge=0, le=100)] = 0
    """Exchanges that are left for the code, over all claims."""
