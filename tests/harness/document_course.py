"""A document from its first command to its last, typed at a terminal in that order."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.harness.document_steps import EMAIL
from tests.harness.document_terminal import LIMIT_S, DocumentFailed, filled
from tests.harness.document_ways import Typing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.harness.document_terminal import Terminal, Typed
    from tests.harness.document_ways import Way

_NUMBER = re.compile(r"\bAB-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b")
_ID = re.compile(r"\b(?:(?:mac|ab|uuid)-[0-9a-z-]{12,}|[0-9A-Z]{26})\b")
_CODE = re.compile(r"\b(\d{3}) (\d{3})(?!\d)")
_COMPUTER = re.compile(r"\b[0-9a-f]{12,64}\b")
_WINDOW_S = 20.0
_LOOK_EVERY_S = 0.05


class Course:
    """Types what is due, and keeps what commands said for those that come after.

    Args:
        terminal: where it is typed.
        note: told each command as it was typed, and what it said.
    """

    def __init__(self, terminal: Terminal, note: Callable[[str, str], None]) -> None:
        self._terminal = terminal
        self._note = note
        self._running: list[Typed] = []
        self._typed_code = ""
        """The last one that was asked for: each is shown for one use."""
        tomorrow = datetime.now(UTC).date() + timedelta(days=1)
        self._values = {
            "EMAIL": EMAIL,
            "SUBJECT": "Noise",
            "TEXT": '"It hums."',
            "V1": "1.0",
            "V2": "1.0",
            "2027-01-01": tomorrow.isoformat(),
        }

    def type(self, command: str, way: Typing) -> None:
        """Type one command, after what goes before it.

        Raises:
            DocumentFailed: it does something else than it should.
        """
        for before, how in way.first:
            self.type(before, how)
        for beginning in way.stops:
            self._stop(beginning)
        words = filled(filled(command, dict(way.instead)), {**self._values, "CODE": self._code()})
        typed = self._terminal.begin(words, computer=way.computer)
        self._running.append(typed)
        place = 0
        for prompt, answer in way.answers:
            place = typed.wait_for(prompt, since=place)
            typed.type(filled(answer, {"CODE": self._shown_code()}) if "CODE" in answer else answer)
        if way.stays or way.shows_window:
            self._let_run(typed, way)
        else:
            self._running.remove(typed)
            self._learn(words, typed.wait(way.status))
        self._note(words, typed.said)
        wanted = filled(way.says, self._values)
        if wanted not in typed.said:
            raise DocumentFailed(f"{words}\ndoes not say {wanted!r}:\n{typed.said}")

    def _let_run(self, typed: Typed, way: Typing) -> None:
        if way.shows_window:
            self._terminal.wait_for_window(way.computer)
        else:
            typed.wait_for(way.stays)
        if way.at_once:
            self._running.remove(typed)
            typed.stop()

    def _stop(self, beginning: str) -> None:
        for typed in [each for each in self._running if each.command.startswith(beginning)]:
            self._running.remove(typed)
            typed.stop()

    def _learn(self, command: str, said: str) -> None:
        for name, pattern, of in (
            ("ID", _ID, ("altrabits discover", "altrabits streamers add")),
            ("NUMBER", _NUMBER, ("altrabits support open",)),
            ("COMPUTER", _COMPUTER, ("altrabits server computers list",)),
        ):
            if command.startswith(of) and (found := pattern.search(said)):
                self._values[name] = found[0]

    def _code(self) -> str:
        """Give the latest code that is shown anywhere; nothing where none is."""
        shown = [found for typed in self._running for found in _CODE.findall(typed.said)]
        return "".join(shown[-1]) if shown else ""

    def _shown_code(self) -> str:
        """Wait for the code that is asked for, and give it.

        Raises:
            DocumentFailed: nothing shows one.
        """
        ends_at_s = time.monotonic() + LIMIT_S
        # Who shows it says so on another terminal than who asks for it, and maybe later.
        while (code := self._code()) in {"", self._typed_code}:
            if time.monotonic() > ends_at_s:
                raise DocumentFailed("nothing shows a code")
            time.sleep(_LOOK_EVERY_S)
        self._typed_code = code
        return code

    def end(self) -> None:
        """Stop what runs on; the last that began first."""
        while self._running:
            self._running.pop().stop()

    def give_up(self) -> None:
        """End what runs on, whatever it does."""
        while self._running:
            self._running.pop().kill()


def walk(
    steps: Iterable[tuple[str, Way]],
    terminal: Terminal,
    *,
    note: Callable[[str, str], None] = lambda _command, _said: None,
) -> list[str]:
    """Type all that is to be typed of a document, and give what was, as it stands there; blocks.

    Raises:
        DocumentFailed: a command does something else than the document says.
    """
    course = Course(terminal, note)
    typed = []
    try:
        for command, way in steps:
            if isinstance(way, Typing):
                course.type(command, way)
                typed.append(command)
        course.end()
    finally:
        course.give_up()
    return typed
