"""What a person keeps of a group: its name, who plays along in it, and how loud each of them is.

Importing this module imports msgspec; what runs before the first paint leaves it alone.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from altrabits_desktop.contract.groups import MEMBERS_MOST

GROUPS_MOST = 50
"""More cannot be told apart in a list."""

Text = Annotated[str, Meta(max_length=128)]


class SavedMember(Struct, frozen=True, kw_only=True):
    """One streamer of a group, known again by what it says to be, wherever it is."""

    name: Text
    """How it was called when this was kept, for when it is not there."""
    volume: Annotated[int, Meta(ge=0, le=100)] | None = None
    """None of one that did not say how loud it was."""
    api_id: Text = ""
    udn: Text = ""
    mac: Text = ""


class SavedGroup(Struct, frozen=True, kw_only=True):
    """One group; its name is like no other's, whatever its case."""

    name: Annotated[str, Meta(min_length=1, max_length=128)]
    members: Annotated[tuple[SavedMember, ...], Meta(min_length=1, max_length=MEMBERS_MOST + 1)]
    """The one that led it first."""

    @property
    def key(self) -> str:
        """Give what no other group has."""
        return self.name.casefold()
