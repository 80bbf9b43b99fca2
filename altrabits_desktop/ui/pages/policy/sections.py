"""The parts of a policy as its contents list names them, and how long they take to read.

Pure but for the language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.privacy.policy_text import Heading, paragraphs_of, plain
from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.actions.policy_changes import PolicyChange
    from altrabits_desktop.privacy.policy_difference import ChangedSection
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
    note: str = ""
    """A second line; "" for none."""


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


def changed_sections(change: PolicyChange) -> tuple[Section, ...]:
    """Give the sections in which something changed, each with how much."""
    return tuple(
        Section(
            section.id,
            section_title(section),
            sum(len(piece.text.split()) for line in section.lines for piece in line.pieces),
            translate("policy", "%n change(s)", "in a section", section.changes),
        )
        for section in change.difference.sections
    )


def section_title(section: ChangedSection) -> str:
    """Give what a changed section is called."""
    return section.title or translate("policy", "Above the first heading")


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
