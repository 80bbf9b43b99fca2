"""What is remembered of networks, without a file."""

from __future__ import annotations


class KeptNetworks:
    """Keeps `actions.finding.NetworkMemory`."""

    def __init__(self, *typed: str, elsewhere: int = 0) -> None:
        self.kept = list(typed)
        self.elsewhere = elsewhere
        self.is_elsewhere_shown = False

    def typed(self) -> tuple[str, ...]:
        return tuple(self.kept)

    def add_typed(self, text: str) -> None:
        self.kept.append(text)

    def forget_typed(self, text: str) -> None:
        self.kept.remove(text)

    def count_elsewhere(self) -> int:
        return self.elsewhere

    def show_elsewhere(self, *, is_shown: bool) -> None:
        self.is_elsewhere_shown = is_shown
