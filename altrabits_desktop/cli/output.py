"""Where a command writes: its answer to standard output, what is in the way to standard error.

As text or as JSON; as JSON standard output holds nothing else, and every error is one object on
standard error.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from altrabits_desktop.contract.errors import AltraBitsError


class Output:
    """Writes at once, so that a reader behind a pipe sees each line when it comes.

    Args:
        answers: standard output.
        errors: standard error.
        is_json: whether programs read this, not people.

    Raises, from any method:
        BrokenPipeError: the reader has gone.
    """

    def __init__(self, answers: TextIO, errors: TextIO, *, is_json: bool) -> None:
        self._answers = answers
        self._errors = errors
        self.is_json = is_json

    def text(self, text: str) -> None:
        """Write lines for people; nothing as JSON."""
        if not self.is_json:
            print(_writable(text, self._answers), file=self._answers, flush=True)

    def document(self, records: Sequence[dict[str, object]]) -> None:
        """Write the one document of the answer, as an array."""
        content = json.dumps(list(records), indent=2, ensure_ascii=False)
        print(_writable(content, self._answers), file=self._answers, flush=True)

    def record(self, record: dict[str, object]) -> None:
        """Write one object on a line of its own."""
        content = json.dumps(record, ensure_ascii=False)
        print(_writable(content, self._answers), file=self._answers, flush=True)

    def error(self, error: AltraBitsError) -> None:
        """Write an error: a sentence, or an object with its code, sentence and arguments."""
        message = sentence_of(error)
        if self.is_json:
            told = {"code": error.code, "message": message, "arguments": error.arguments}
            message = json.dumps({"error": told}, ensure_ascii=False)
        print(_writable(message, self._errors), file=self._errors, flush=True)


@contextmanager
def reader_may_go() -> Iterator[None]:
    """End the block without a word when whoever reads standard output or error has had enough."""
    try:
        yield
    except BrokenPipeError:
        # What is still buffered must not fail at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _writable(text: str, stream: TextIO) -> str:
    """Replace what the stream's encoding lacks: a name must never end a command."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)
