"""XML of a renderer, read once and within limits before anything else sees it; pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import MARKUP_ATTRIBUTES, MARKUP_DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEPARATOR = " "


@dataclass(slots=True, eq=False)
class Element:
    """One element of a document."""

    namespace: str
    name: str
    attributes: dict[str, str]
    text: str = ""
    """What stands before its first child."""
    children: list[Element] = field(default_factory=list)

    def all_named(self, name: str) -> Iterator[Element]:
        """Give its children of a name."""
        return (child for child in self.children if child.name == name)

    def text_of(self, name: str) -> str:
        """Give the text of its first child of a name, without white space around it."""
        return next((child.text.strip() for child in self.all_named(name)), "")


def elements_of(content: bytes, *, most_bytes: int, most_elements: int) -> list[Element]:
    """Give all elements of a document that keeps the limits, in its order; the first is its root.

    Pure; one pass. Cost is linear in the length, and bounded by the limits.

    Args:
        content: the document as it came.
        most_bytes: a longer one is refused unread.
        most_elements: reading ends at the first one beyond.

    Raises:
        MalformedAnswer: `upnp.malformed`: too large, too deep, broken, or with a document type.
    """
    if len(content) > most_bytes:
        raise MalformedAnswer("upnp.malformed")
    text = _decoded(content).strip("\0 \t\r\n\ufeff")
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.ordered_attributes = True
    # Else each character that is written as an entity would be told by itself.
    parser.buffer_text = True
    parser.buffer_size = max(1, most_bytes)
    collector = _Collector(most_elements)
    parser.StartElementHandler = collector.begin
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.say
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(text, True)  # noqa: FBT003 # the C function takes no keyword
    except (expat.ExpatError, UnicodeError, ValueError) as error:
        raise MalformedAnswer("upnp.malformed") from error
    return collector.elements


class _Collector:
    def __init__(self, most_elements: int) -> None:
        self.elements: list[Element] = []
        self._most_elements = most_elements
        self._open: list[Element] = []

    def begin(self, name: str, attributes: list[str]) -> None:
        if (
            len(self._open) >= MARKUP_DEPTH
            or len(self.elements) >= self._most_elements
            or len(attributes) > 2 * MARKUP_ATTRIBUTES
        ):
            _refuse()
        namespace, _, bare_name = name.rpartition(_SEPARATOR)
        said = dict(zip(attributes[::2], attributes[1::2], strict=True))
        element = Element(namespace, bare_name, said)
        if self._open:
            self._open[-1].children.append(element)
        self._open.append(element)
        self.elements.append(element)

    def say(self, text: str) -> None:
        element = self._open[-1]
        if not element.children:
            element.text += text

    def end(self, _name: str) -> None:
        self._open.pop()


def _refuse(*_declaration: object) -> None:
    raise MalformedAnswer("upnp.malformed")


def _decoded(content: bytes) -> str:
    # Renderers write UTF-8 whatever they declare, or else their country's Latin.
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")
