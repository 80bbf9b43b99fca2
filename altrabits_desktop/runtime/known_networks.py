"""What is kept of each network a person was in: their streamers there, and addresses they typed.

One small file of the profile beside `runtime.remembered`, and like it only while somebody is
signed in. It is read before the first paint, so that yesterday's office is not shown at home, and
holds plain lines for that reason. What is damaged gives nothing.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.runtime.networks import LOOPBACK, Network
from altrabits_desktop.runtime.paths import without_waiting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from altrabits_desktop.runtime.remembered import Remembered

FILE_BYTES = 262_144
NETWORKS_MOST = 16
TYPED_MOST = 16
"""In one network."""
_STREAMERS_MOST = 1000
_HEAD = "networks 1 "
_NETWORK, _STREAMER, _TYPED = "network", "streamer", "typed"
_FIELD_CHARACTERS = 300


class KnownNetwork(NamedTuple):
    """One network, the latest first where there are several."""

    network: Network
    owned_ids: tuple[str, ...] = ()
    """Streamers of the person's that were heard there."""
    typed: tuple[str, ...] = ()
    """Addresses and host names that the person typed there and that answered."""


def read_known(path: Path) -> tuple[KnownNetwork, ...]:
    """Read the file; blocks for one small read and never raises for what stands in it."""
    try:
        # A link or a pipe in its place can only have been planted.
        with open(path, "rb", opener=_as_it_is) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return ()
            return known_in(file.read(FILE_BYTES + 1))
    except OSError:
        return ()


def known_in(content: bytes) -> tuple[KnownNetwork, ...]:
    """Give what a file holds; nothing where any of it is damaged. Pure."""
    try:
        head, *lines, last = content.decode().split("\n")
    except ValueError:
        return ()
    if len(content) > FILE_BYTES or head != f"{_HEAD}{len(lines)}" or last:
        return ()
    known: list[KnownNetwork] = []
    for line in lines:
        kind, *fields = line.split("\t")
        if not all(len(text) <= _FIELD_CHARACTERS and text.isprintable() for text in fields):
            return ()
        if kind == _NETWORK and len(fields) == len(Network._fields) and fields[0]:
            known.append(KnownNetwork(Network(*fields)))
        elif kind in {_STREAMER, _TYPED} and len(fields) == 1 and fields[0] and known:
            known[-1] = _with_line(known[-1], kind, fields[0])
        else:
            return ()
    return tuple(known[:NETWORKS_MOST])


def content_of(known: Iterable[KnownNetwork]) -> bytes:
    """Give the content of the file: the latest networks, and nothing at all for none. Pure."""
    lines: list[str] = []
    left = FILE_BYTES - len(f"{_HEAD}{FILE_BYTES}\n")
    for one in list(known)[:NETWORKS_MOST]:
        block = ["\t".join((_NETWORK, *one.network))]
        block += [f"{_STREAMER}\t{owned_id}" for owned_id in one.owned_ids[:_STREAMERS_MOST]]
        block += [f"{_TYPED}\t{text}" for text in one.typed[:TYPED_MOST]]
        left -= sum(len(line.encode()) + 1 for line in block)
        if left < 0:
            break
        lines += block
    return "\n".join((f"{_HEAD}{len(lines)}", *lines, "")).encode() if lines else b""


def is_elsewhere(owned_id: str, known: Iterable[KnownNetwork], here: Sequence[Network]) -> bool:
    """Whether a streamer is known from other networks only than those of now. Pure.

    One that no network is known of may be anywhere; where it is not known which networks there
    are now, so may all.
    """
    if not here:
        return False
    its = [one.network for one in known if owned_id in one.owned_ids]
    present = (*here, LOOPBACK)
    return bool(its) and not any(one.is_same(other) for one in its for other in present)


def remembered_here(
    remembered: Sequence[Remembered], known: Sequence[KnownNetwork], here: Sequence[Network]
) -> tuple[Remembered, ...]:
    """Give those that the first paint shows in these networks. Pure."""
    return tuple(one for one in remembered if not is_elsewhere(one.owned_id, known, here))


def typed_in(known: Iterable[KnownNetwork], here: Sequence[Network]) -> tuple[str, ...]:
    """Give what was typed in the networks of now, each once. Pure."""
    entries = [one for network in here for one in known if one.network.is_same(network)]
    return tuple(dict.fromkeys(text for one in entries for text in one.typed))


def _with_line(one: KnownNetwork, kind: str, text: str) -> KnownNetwork:
    if kind == _STREAMER:
        return one._replace(owned_ids=(*one.owned_ids, text))
    return one._replace(typed=(*one.typed, text))


def _as_it_is(path: str, flags: int) -> int:
    return without_waiting(path, flags, follows_links=False)
