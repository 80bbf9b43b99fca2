"""What a person keeps of a streamer that is not in their account: a name, or that it is ignored.

Importing this module imports msgspec; what runs before the first paint leaves it alone.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

REMARKS_MOST = 1000
"""As many as streamers are listed."""

Text = Annotated[str, Meta(max_length=128)]


class Remark(Struct, frozen=True, kw_only=True):
    """One streamer, known again by what it says to be, wherever it is."""

    key: Annotated[str, Meta(min_length=1, max_length=128)]
    """Stays the same; says nothing to people."""
    name: Text = ""
    """What the person calls it; empty for what it calls itself."""
    is_ignored: bool = False
    seen_as: Text = ""
    """How it was called when this was kept, for the list of those that are ignored."""
    product: Text = ""
    mac: Text = ""
    udn: Text = ""
    api_id: Text = ""
