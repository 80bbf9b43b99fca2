"""What is remembered of networks, without a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.runtime.networks import Network


class KeptNetworks:
    """Keeps `actions.finding.NetworkMemory`."""

    here: Callable[[], tuple[Network, ...]] = tuple

    def __init__(self, *typed: str, elsewhere: int = 0) -> None:
        self.kept = list(typed)
        self.elsewhere = elsewhere
        self.is_elsewhere_shown = False

    def typed(self) -> tuple[str, ...]:
        return tuple(self.kept)

    def add_typed(
        self,
        text: str,
        *,
        address: str = "",  # one network is like another here
        within: tuple[Network, ...] | None = None,  # as above
    ) -> None:
        self.kept.append(text)

    def forget_typed(self, text: str) -> None:
        self.kept.remove(text)

    def count_elsewhere(self) -> int:
        return self.elsewhere

    def show_elsewhere(self, *, is_shown: bool) -> None:
        self.is_elsewhere_shown = is_shown
