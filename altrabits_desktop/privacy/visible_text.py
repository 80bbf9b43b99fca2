"""A published text is shown with every one of its characters to be seen. Pure.

A policy is shown as its operator wrote it, never cut or cleaned (C40); what would be invisible,
turn the reading order round or move the line is marked by its code point, such as "[U+202E]".
Letters of every script stay as they are.

Source: docs/security-requirements.md R3, R30; RFC 5892 A.1 and A.2 for the joiners.
"""

from __future__ import annotations

import re
import unicodedata

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Signs of Arabic, Syriac and Kaithi numbers and verses: formats by category, and yet drawn.
_DRAWN_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
# Letters, marks and signs by category, with nothing to see: joiner of graphemes, fillers of
# Hangul, vowels of Khmer that are never drawn, Braille without a dot, place of an object.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc")
_SELECTORS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_EMOJI_LOOK = "\ufe0f"
_SKIN_COLOURS = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
# What European policies are written in: whole texts of it are seen at once, and the tables of all
# characters stay out of memory.
_PLAINLY_SEEN = re.compile("[\n\t -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]*")
_VIRAMA = 9
_MARKS_ON_A_LETTER = 4


def visible(text: str) -> str:
    """Give a text in which every character can be seen; nothing is left out. Cost is linear.

    Line ends (LF and CRLF), tabs and spaces of any width stay. Joiners stay where a script or a
    compound emoji needs them; on one letter the fifth combining mark and all after it are marked.

    Args:
        text: any text at all, lone surrogates included.
    """
    if _PLAINLY_SEEN.fullmatch(text):
        return text
    shown: list[str] = []
    marks = 0
    for place, character in enumerate(text):
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        after = text[place + 1 : place + 2]
        is_seen = marks <= _MARKS_ON_A_LETTER and _is_seen(
            text[max(place - 1, 0) : place], character, after
        )
        shown.append(character if is_seen else f"[U+{ord(character):04X}]")
    return "".join(shown)


def _is_seen(before: str, character: str, after: str) -> bool:
    """Whether a character can be seen between its neighbours, which are empty at the ends."""
    if character in "\n\t" or character in _DRAWN_FORMATS:
        return True
    if character == "\r":
        return after == "\n"
    if character in "\u200c\u200d":
        return _joins(before, character, after)
    if _SELECTORS.fullmatch(character):
        return character == _EMOJI_LOOK and _is_picture(before)
    return unicodedata.category(character) not in _HIDDEN_CATEGORIES and character not in _BLANKS


def _joins(before: str, joiner: str, after: str) -> bool:
    if not before or not after:
        return False
    if unicodedata.combining(before) == _VIRAMA:
        return True
    if unicodedata.bidirectional(before) == unicodedata.bidirectional(after) == "AL":
        return True
    is_compound = _is_picture(before) or before == _EMOJI_LOOK or before in _SKIN_COLOURS
    return joiner == "\u200d" and is_compound and _is_picture(after)


def _is_picture(character: str) -> bool:
    return bool(character) and unicodedata.category(character) == "So"
