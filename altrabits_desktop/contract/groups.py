"""Groups in the control API: streamers that play what one of them, the leader, plays, in step.

A streamer follows where both say so: its owner told it whom to follow, and the leader's owner told
the leader whom to let follow. So nobody can listen in, and nobody can make another one play.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from altrabits_desktop.contract.control_fields import Identifier

MEMBERS_MOST = 32
"""How many may follow one leader."""

Members = Annotated[tuple[Identifier, ...], Meta(max_length=MEMBERS_MOST)]


class LeadCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="lead"):
    """Let these streamers play along, and nobody else; whoever it followed it follows no more."""

    members: Members
    """Their `id`; empty to lead nobody."""


class FollowCommand(Struct, frozen=True, kw_only=True, tag_field="command", tag="follow"):
    """Play along with another one as long as that lets it; whom it led it leads no more."""

    leader: Identifier | None
    """Its `id`; null to follow nobody, and be still."""
