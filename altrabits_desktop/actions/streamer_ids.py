"""Which streamer an id means that somebody typed: of those around, or of one's own. Pure.

An id as `altrabits discover --json` prints it holds for one run of the program, so each of the ids
that a streamer can have by its identity is understood; and the one in the account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.streamers.identity import Identity, id_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import Streamer


def meant_streamer(text: str, streamers: Iterable[Streamer]) -> Streamer | None:
    """Give the streamer that an id means; None for none, and for an id that two could have.

    One of the person's goes before whoever came first and took its id in this run.
    """
    known = tuple(streamers)
    exact = [one for one in known if text in {one.id, one.owned_id}]
    alike = [one for one in known if text in id_names(Identity(one.mac, one.udn, one.api_id))]
    owned = [one for one in (*exact, *alike) if one.is_owned]
    if owned or exact:
        return (owned or exact)[0]
    return alike[0] if len(alike) == 1 else None


def meant_owned(text: str, owned: Iterable[Owned]) -> Owned | None:
    """Give the streamer of one's own that an id means; None like `meant_streamer`."""
    known = tuple(owned)
    exact = [one for one in known if one.id == text]
    if exact:
        return exact[0]
    alike = [
        one
        for one in known
        if text in id_names(Identity(one.mac or None, one.udn or None, one.api_id or None))
    ]
    return alike[0] if len(alike) == 1 else None
