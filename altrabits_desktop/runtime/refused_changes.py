"""What window and console say of a change to a streamer that the server will not have.

Kinds are those of `ChangeKind` in `actions/belongings.py`, as text.
"""

from __future__ import annotations

from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.runtime.wording import fill, translate


def refused_headline(kind: str, name: str) -> str:
    """Say what was not done. Pure but for the language.

    Args:
        kind: `added`, `changed` or `removed`.
        name: of the streamer, whatever stands in it; empty where nobody knows it.
    """
    match kind:
        case "added":
            words = translate("refused", "“{name}” was not added to your streamers.")
        case "changed":
            words = translate("refused", "The name and room of “{name}” were not saved.")
        case "removed" if name:
            words = translate("refused", "“{name}” was not removed from your streamers.")
        case _:
            words = translate("refused", "A streamer was not removed from your streamers.")
    return fill(words, name=plain_text(name))


def refused_reason(kind: str, code: str) -> str:
    """Say why, and what to do. Pure but for the language.

    Args:
        kind: as for `refused_headline`.
        code: of the refusal.
    """
    if kind == "changed" and code == "object.unknown":
        return translate("refused", "It was removed from your streamers on another computer.")
    return sentence(code)
