"""What a banner says of a change to a streamer that the server will not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.belongings import ChangeKind
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from altrabits_desktop.actions.belongings import RefusedChange


def refused_headline(change: RefusedChange) -> str:
    """Say what was not done. Pure but for the language."""
    match change.kind:
        case ChangeKind.ADDED:
            words = translate("banner", "“{name}” was not added to your streamers.")
        case ChangeKind.CHANGED:
            words = translate("banner", "The name and room of “{name}” were not saved.")
        case ChangeKind.REMOVED if change.name:
            words = translate("banner", "“{name}” was not removed from your streamers.")
        case _:
            words = translate("banner", "A streamer was not removed from your streamers.")
    return fill(words, name=change.name)


def refused_reason(change: RefusedChange) -> str:
    """Say why, and what to do. Pure but for the language."""
    if change.kind is ChangeKind.CHANGED and change.code == "object.unknown":
        return translate("banner", "It was removed from your streamers on another computer.")
    return sentence_of(Refused(change.code))
