"""Which streamer an id means that somebody typed: of those around, or of one's own. Pure.

An id as `altrabits discover --json` prints it holds for one run of the program, so each of the ids
that a streamer can have by its identity is understood; and the one in the account. Capital and
small letters count as the same, unless that leaves two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.streamers.identity import Identity, id_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import Streamer


def shown_id(streamer: Streamer) -> str:
    """Give the id by which people are told of a streamer: the lasting one of their own."""
    return streamer.owned_id or streamer.id


def meant_streamer(text: str, streamers: Iterable[Streamer]) -> Streamer | None:
    """Give the streamer that an id means; None for none, and for an id that two could have.

    One of the person's goes before whoever came first and took its id in this run.
    """
    known = tuple(streamers)
    for is_same in _SAME:
        exact = [one for one in known if is_same(text, (one.id, one.owned_id or ""))]
        alike = [one for one in known if is_same(text, _names(one.mac, one.udn, one.api_id))]
        owned = [one for one in (*exact, *alike) if one.is_owned]
        if owned or exact:
            return (owned or exact)[0]
        if alike:
            return alike[0] if len(alike) == 1 else None
    return None


def meant_owned(text: str, owned: Iterable[Owned]) -> Owned | None:
    """Give the streamer of one's own that an id means; None like `meant_streamer`."""
    known = tuple(owned)
    for is_same in _SAME:
        exact = [one for one in known if is_same(text, (one.id,))]
        alike = [one for one in known if is_same(text, _names(one.mac, one.udn, one.api_id))]
        if exact:
            return exact[0]
        if alike:
            return alike[0] if len(alike) == 1 else None
    return None


def _names(mac: str | None, udn: str | None, api_id: str | None) -> tuple[str, ...]:
    return id_names(Identity(mac or None, udn or None, api_id or None))


def _is_very(text: str, names: Iterable[str]) -> bool:
    return text in names


def _is_but_for_case(text: str, names: Iterable[str]) -> bool:
    return text.casefold() in {name.casefold() for name in names}


_SAME: tuple[Callable[[str, Iterable[str]], bool], ...] = (_is_very, _is_but_for_case)
