"""Streamers of one's own, as client and server exchange them. Importing this imports msgspec."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from altrabits_desktop.contract.instant import Instant

Name = Annotated[str, Meta(min_length=1, max_length=64)]
Identity = Annotated[str, Meta(min_length=1, max_length=128)]
Id = Annotated[str, Meta(min_length=8, max_length=40, pattern=r"^[0-9A-Za-z-]+$(?!\n)")]


class OwnedFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person keeps of a streamer: what they see, and how it is known again (C5)."""

    name: Name
    room: Annotated[str, Meta(max_length=64)] = ""
    product: Annotated[str, Meta(max_length=64)] = ""
    api_id: Annotated[str, Meta(max_length=128)] = ""
    udn: Annotated[str, Meta(max_length=128)] = ""
    mac: Annotated[str, Meta(max_length=17)] = ""
    pin: Annotated[str, Meta(max_length=64)] = ""
    """SHA-256 of the certificate that was pinned when it was added; empty for those without."""


class AddOwned(OwnedFields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Adds a streamer; its id is made by the client."""

    id: Id


class Owned(OwnedFields, frozen=True, kw_only=True):
    """A streamer of one's own."""

    id: Id
    revision: int
    added_at: Instant


class OwnedList(Struct, frozen=True, kw_only=True):
    """All streamers of an account."""

    streamers: tuple[Owned, ...]
