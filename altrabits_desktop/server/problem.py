"""A request that is refused: a code of the contract, never a sentence."""

from __future__ import annotations

from altrabits_desktop.contract.routes import STATUS_OF


class Problem(Exception):
    """A request that is refused.

    Args:
        code: one of `STATUS_OF`.
        headers: further headers of the answer.
        arguments: values for the sentence of the code; nothing of the inside.
    """

    def __init__(
        self, code: str, *, headers: dict[str, str] | None = None, **arguments: str | int
    ) -> None:
        super().__init__(code)
        self.code = code
        self.headers = headers or {}
        self.arguments = arguments

    @property
    def status(self) -> int:
        """HTTP status of the answer."""
        return STATUS_OF[self.code]
