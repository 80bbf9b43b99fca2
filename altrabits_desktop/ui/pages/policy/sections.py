"""The parts of a policy as its contents list names them, and how long they take to read. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.privacy.policy_text import Heading, paragraphs_of, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.privacy.policy_text import Block

_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Section:
    """One line of the contents list, and everything down to the next one."""

    id: str
    """Of its heading."""
    title: str
    words: int
    """How many it holds, for the time that reading takes."""


def sections_of(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Give the sections in the order of reading.

    The first heading of a text that goes on with deeper ones is its name, and no section.
    """
    begins = [place for place, block in enumerate(blocks) if _begins(block)]
    if len(begins) > 1 and _is_name(blocks, begins):
        begins = begins[1:]
    ends = [*begins[1:], len(blocks)]
    return tuple(
        _section(blocks[begin:end]) for begin, end in zip(begins, ends, strict=bool(begins))
    )


def minutes_for(words: int, *, words_per_minute: int) -> int:
    """Give how many minutes so many words take; 0 for none, else 1 at least."""
    return -(-words // words_per_minute)


def _begins(block: Block) -> bool:
    return isinstance(block, Heading) and block.level <= _DEEPEST


def _is_name(blocks: Sequence[Block], begins: Sequence[int]) -> bool:
    first, *others = (blocks[place] for place in begins)
    return (
        isinstance(first, Heading)
        and first.level == 1
        and all(isinstance(other, Heading) and other.level > 1 for other in others)
    )


def _section(blocks: Sequence[Block]) -> Section:
    head = blocks[0]
    spans = head.spans if isinstance(head, Heading) else ()
    title = plain(spans)
    texts = (plain(paragraph.spans) for paragraph in paragraphs_of(blocks))
    words = len(title.split()) + sum(len(text.split()) for text in texts)
    return Section(head.id if isinstance(head, Heading) else "", title, words)
