"""Where a command writes: its answer to standard output, what is in the way to standard error.

As text or as JSON; as JSON standard output holds nothing else, and every error, and whatever is
waited for, is one object on standard error.
"""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Refused, told_by_system
from altrabits_desktop.runtime.sentences_console import console_sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TextIO

    from altrabits_desktop.contract.errors import AltraBitsError

_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U0010ffff]"
)
"""What JSON may hold as it is and a terminal obeys: controls of eight bits, marks of direction,
what is invisible or anybody's. The two joiners stay, as in `contract.plain_text`."""


class Output:
    """Writes at once, so that a reader behind a pipe sees each line when it comes.

    Args:
        answers: standard output.
        errors: standard error.
        is_json: whether programs read this, not people.
        is_verbose: whether people also learn the system's own words.

    Raises, from any method:
        BrokenPipeError: the reader has gone.
        Refused: `output.unwritable`, from what writes the answer. What cannot be written to
            standard error is lost.
    """

    def __init__(
        self, answers: TextIO, errors: TextIO, *, is_json: bool, is_verbose: bool = False
    ) -> None:
        self._answers = answers
        self._errors = errors
        self._is_verbose = is_verbose
        self.is_json = is_json

    def text(self, text: str) -> None:
        """Write lines for people; nothing as JSON."""
        if not self.is_json:
            self._answer(text)

    def note(self, text: str) -> None:
        """Write lines for people beside the answer, to standard error; nothing as JSON."""
        if not self.is_json:
            self._tell(text)

    def waiting(self, code: str, text: str) -> None:
        """Say what is waited for, to standard error: a note, or an object with its code."""
        self.aside("waiting", {"code": code}, text)

    def aside(self, noun: str, record: Mapping[str, object], text: str) -> None:
        """Say something beside the answer, to standard error: lines, or an object with them."""
        if self.is_json:
            text = _as_json({noun: {**record, "message": text}})
        self._tell(text)

    def document(self, records: Sequence[dict[str, object]]) -> None:
        """Write the one document of the answer, as an array."""
        self._answer(_as_json(list(records), indent=2))

    def record(self, record: Mapping[str, object]) -> None:
        """Write one object on a line of its own."""
        self._answer(_as_json(record))

    def error(self, error: AltraBitsError) -> None:
        """Write an error: a sentence, or an object with its code, sentence and arguments."""
        message = console_sentence_of(error)
        if self.is_json:
            told = {"code": error.code, "message": message, "arguments": error.arguments}
            message = _as_json({"error": told})
        elif self._is_verbose and error.arguments.get("errno"):
            message = f"{message}\n{error.arguments['errno']}: {error.arguments['reason']}"
        self._tell(message)

    def _answer(self, text: str) -> None:
        try:
            _print(text, self._answers)
        except BrokenPipeError:
            raise
        except OSError as error:
            _give_up(self._answers)
            raise Refused("output.unwritable", **told_by_system(error)) from error

    def _tell(self, text: str) -> None:
        try:
            _print(text, self._errors)
        except BrokenPipeError:
            raise
        except OSError:
            _give_up(self._errors)


@contextmanager
def reader_may_go() -> Iterator[None]:
    """End the block without a word when whoever reads standard output or error has had enough."""
    try:
        yield
    except BrokenPipeError:
        _give_up(sys.stdout)


def _as_json(value: object, *, indent: int | None = None) -> str:
    """Write JSON that says the same to every program, and nothing to a terminal (R3)."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _print(text: str, stream: TextIO) -> None:
    print(_writable(text, stream), file=stream, flush=True)


def _give_up(stream: TextIO) -> None:
    """Let a stream write nowhere: what is still buffered must not fail at the exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _writable(text: str, stream: TextIO) -> str:
    """Replace what the stream's encoding lacks: a name must never end a command."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)
