"""How a saved group is told in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import listed

if TYPE_CHECKING:
    from altrabits_desktop.contract.saved_groups import SavedGroup, SavedMember


def members_line(saved: SavedGroup) -> str:
    """Give who is in a group, and how loud each of them is in it."""
    return listed([_member(each) for each in saved.members])


def _member(member: SavedMember) -> str:
    if member.volume is None:
        return member.name
    words = translate("streamer", "{name} at {volume}", "a volume")
    return fill(words, name=member.name, volume=member.volume)
