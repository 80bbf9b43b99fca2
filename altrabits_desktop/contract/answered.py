"""Who answers at an address that a person named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import HeardBy


class Answered(NamedTuple):
    """One answer; texts are plain, and empty where it did not say."""

    address: str
    name: str
    product: str
    way: HeardBy
    """By which way it answered; `manual` is its control API."""
