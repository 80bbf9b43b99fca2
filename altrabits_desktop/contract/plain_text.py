"""Foreign text becomes plain text: no control or direction characters, cut to a length.

Everything a streamer, a file or a person says about itself passes here once, at the border, and
is shown as plain text only (R3).
"""

from __future__ import annotations

import re
import unicodedata

from altrabits_desktop.contract.limits import NAME_CHARACTERS

_ELLIPSIS = "…"
# Cf would also drop the joiners that Arabic, Indic scripts and emoji need; these two stay.
_KEPT_FORMATS = frozenset("\u200c\u200d")
# Letters and signs by their category, and yet there is nothing to see: the fillers of Hangul, and
# the pattern of Braille without a dot.
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
# Control, surrogate, private use, unassigned, line and paragraph separators.
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_COMBINING_RUN = 4
# Letters and signs of European languages, whole already: in normal form C, none of them combining.
_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]*")


def plain_text(foreign: str, *, limit: int = NAME_CHARACTERS) -> str:
    """Give the text that may be shown, at most `limit` characters long.

    Pure. Control characters, direction overrides, isolates and invisible format characters go;
    white space of any kind becomes one space; more than four combining marks on one letter are
    dropped. The result is in normal form C and never interpreted as markup by anybody.

    Args:
        foreign: any text at all, lone surrogates included.
        limit: characters kept; a longer text ends with an ellipsis inside the limit.
    """
    head = foreign[: limit * 8]
    if _PLAIN.fullmatch(head):
        # Most names: nothing has to go, and the tables of all characters stay out of memory.
        return _cut(" ".join(head.split()), limit)
    kept: list[str] = []
    combining = 0
    for character in unicodedata.normalize("NFC", head):
        if character.isspace():
            kept.append(" ")
            combining = 0
            continue
        category = unicodedata.category(character)
        if category in _DROPPED_CATEGORIES and character not in _KEPT_FORMATS:
            continue
        combining = combining + 1 if category in {"Mn", "Me"} else 0
        if combining <= _COMBINING_RUN:
            kept.append(character)
    return _cut(" ".join("".join(kept).split()), limit)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + _ELLIPSIS


def plain_name(foreign: str | None) -> str | None:
    """Give a name that may be shown, or nothing where no visible character is left."""
    if foreign is None:
        return None
    name = plain_text(foreign)
    return name if any(_is_visible(character) for character in name) else None


def plain_host_name(foreign: str | None) -> str | None:
    """Give a host name in the one spelling that is shown: small letters, as DNS knows no others.

    One streamer writes its own large in one protocol and small in another.
    """
    return plain_name(foreign.lower()) if foreign is not None else None


def _is_visible(character: str) -> bool:
    if character.isalnum() and character.isascii():
        # Most; the tables of all characters stay out of memory as long as nobody needs them.
        return True
    if character.isspace() or character in _KEPT_FORMATS or character in _BLANKS:
        return False
    return unicodedata.category(character) not in {"Mn", "Me"}
