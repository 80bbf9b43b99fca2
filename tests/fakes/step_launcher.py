"""A launcher whose work ends at once, or when a test says so; it needs no loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import AltraBitsError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


class StepLauncher:
    """Stands for `ui.launching.Launcher`; what it starts may wait for nothing."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []
        self.is_holding = False
        self.reported: list[AltraBitsError] = []

    def launch(
        self,
        _owner: object,
        coroutine: Coroutine[object, object, object],
        *,
        on_error: Callable[[AltraBitsError], None] | None = None,
        on_done: Callable[[], None] | None = None,
        is_carried_out: bool = False,  # nothing in here ends before its time
    ) -> None:
        def run() -> None:
            try:
                coroutine.send(None)
            except StopIteration:
                pass
            except AltraBitsError as error:
                (on_error or self.reported.append)(error)
            if on_done is not None:
                on_done()

        self._waiting.append(run)
        if not self.is_holding:
            self.let_run()

    def let_run(self) -> None:
        """Run everything that was launched, to its end, and what that launches."""
        while self._waiting:
            self._waiting.pop(0)()
