"""XML of a renderer, looked at before any library sees it; pure."""

from __future__ import annotations

from xml.parsers import expat

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import MARKUP_DEPTH

_ELEMENTS_MOST = 20_000


def checked_markup(content: bytes, *, most_bytes: int) -> str:
    """Give the text of a document that is whole, not too large, not too deep and has no DTD.

    Pure. Cost is linear in the length.

    Args:
        content: the document as it came.
        most_bytes: a longer one is refused unread.

    Raises:
        MalformedAnswer: `upnp.malformed`.
    """
    if len(content) > most_bytes:
        raise MalformedAnswer("upnp.malformed")
    text = _decoded(content).strip("\0 \t\r\n\ufeff")
    parser = expat.ParserCreate(namespace_separator=" ")
    watch = _Watch()
    parser.StartElementHandler = watch.begin
    parser.EndElementHandler = watch.end
    parser.StartDoctypeDeclHandler = watch.refuse
    try:
        parser.Parse(text, True)  # noqa: FBT003 # the C function takes no keyword
    except (expat.ExpatError, UnicodeError, ValueError) as error:
        raise MalformedAnswer("upnp.malformed") from error
    return text


class _Watch:
    def __init__(self) -> None:
        self._depth = 0
        self._elements = 0

    def begin(self, _name: str, _attributes: object) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > MARKUP_DEPTH or self._elements > _ELEMENTS_MOST:
            raise MalformedAnswer("upnp.malformed")

    def end(self, _name: str) -> None:
        self._depth -= 1

    def refuse(self, *_declaration: object) -> None:
        raise MalformedAnswer("upnp.malformed")


def _decoded(content: bytes) -> str:
    # Renderers write UTF-8 whatever they declare, or else their country's Latin.
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")
