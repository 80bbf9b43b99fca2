"""The UPnP device types that are looked for, and which devices are of one of them; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TYPE = re.compile(r"(urn:[A-Za-z0-9.-]{1,64}:device:[A-Za-z0-9._-]{1,64}):([0-9]{1,3})", re.ASCII)


class DeviceTypes:
    """Some device types, such as `urn:schemas-upnp-org:device:MediaRenderer:1`; immutable.

    A device of a later version is one of every earlier version too, and answers as such: the
    lowest version named for a type stands for all of them.

    Source: UPnP Device Architecture 2.0, chapter 1.3.2 "Search request with M-SEARCH".

    Args:
        names: words that are no device types are left out.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._lowest: dict[str, int] = {}
        for bare, version in map(_parts, names):
            if bare:
                self._lowest[bare] = min(version, self._lowest.get(bare, version))

    @property
    def searched(self) -> tuple[str, ...]:
        """Give one type to search for by each question, sorted."""
        return tuple(sorted(f"{bare}:{version}" for bare, version in self._lowest.items()))

    def has(self, name: str) -> bool:
        """Whether a device of this type is looked for; anything else but a type is not."""
        bare, version = _parts(name)
        return bare in self._lowest and version >= self._lowest[bare]


def _parts(name: str) -> tuple[str, int]:
    found = _TYPE.fullmatch(name)
    return (found[1], int(found[2])) if found else ("", 0)
