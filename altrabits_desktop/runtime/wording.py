"""Words for people: English in the code, other languages from built tables; free of Qt.

Only the rooms that speak to people call `translate`. It takes positional literals only, because
the collector of the texts reads the source; values are put in afterwards by `fill`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Texts = Mapping[str, str | list[str]]

SEPARATOR = "\u0004"
SPOKEN = ("en", "de")
PSEUDO = "ar-XB"
"""Invented right-to-left language; shows clipped, unmirrored and untranslated words."""
LONG_PSEUDO = "en-XA"
"""Invented language whose words are a third longer than English ones, between brackets; shows where
words of other languages will have no room."""

_SUBTAG_LENGTHS = (2, 3)
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_PLACEHOLDER = r"\{(\w+)\}|%n"


class Wording:
    """The texts of one language.

    Args:
        language: BCP 47 tag, such as `de` or `de-AT`.
        read_texts: gives the table, key (context, text, comment joined by `SEPARATOR`) to text or
            plural forms; called once, when a text of it is needed first. English, the language of
            the source, has a table of plural forms only.
        invent: makes a text of an invented language from the English one; None for real ones.
    """

    def __init__(
        self,
        language: str,
        read_texts: Callable[[], Texts] = dict,
        *,
        invent: Callable[[str], str] | None = None,
    ) -> None:
        self.language = language
        self._read_texts = read_texts
        self._texts: Texts | None = None
        self._is_of_source = language == "en" or invent is not None
        self._invent = invent

    @property
    def is_right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self.language.split("-")[0] in _RIGHT_TO_LEFT

    def text(self, context: str, text: str, comment: str, count: int) -> str:
        """Give the text in this language; English where it has none."""
        found: str | list[str] | None = None
        if count >= 0 or not self._is_of_source:
            if self._texts is None:
                self._texts = self._read_texts()
            found = self._texts.get(SEPARATOR.join((context, text, comment)))
        if isinstance(found, list):
            found = found[_plural_form(count, len(found))]
        words = found or text
        if self._invent is not None:
            words = self._invent(words)
        return words if count < 0 else words.replace("%n", str(count))


class _Spoken:
    """The language that is spoken now; the one thing here that changes."""

    wording = Wording("en")


def speak(wording: Wording) -> None:
    """Speak this language from now on; texts already shown are the caller's to renew."""
    _Spoken.wording = wording


def spoken() -> Wording:
    """Give the language that is spoken now."""
    return _Spoken.wording


def translate(context: str, text: str, comment: str = "", count: int = -1) -> str:
    """Give a text in the spoken language.

    Args:
        context: the part of the program, one word.
        text: the English text; `%n` stands for the count, `{name}` for values of `fill`.
        comment: tells equal texts apart, and helps the translator.
        count: how many; chooses the plural form, -1 for a text without a number.
    """
    return _Spoken.wording.text(context, text, comment, count)


def fill(text: str, /, **values: str | float) -> str:
    """Put values into the `{name}` places of a text.

    Values are never read as a format again; a place without a value stays as it is.
    """
    # Without a pattern, which every start would make before its first paint.
    before, *parts = text.split("{")
    filled = [before]
    for part in parts:
        name, end, rest = part.partition("}")
        filled.append(f"{values[name]}{rest}" if end and name in values else "{" + part)
    return "".join(filled)


def load_wording(language: str, folder: Path) -> Wording:
    """Give the words of a language; of the nearest spoken one where there is none.

    Its table, one small file (under 2 ms), is read with the first text that needs it. A missing or
    damaged table gives English.
    """
    if language == PSEUDO:
        return Wording(PSEUDO, lambda: _read_texts(folder / "en.json"), invent=_pseudo)
    if language == LONG_PSEUDO:
        return Wording(LONG_PSEUDO, lambda: _read_texts(folder / "en.json"), invent=_long_pseudo)
    nearest = nearest_spoken(language)
    return Wording(nearest, lambda: _read_texts(folder / f"{nearest}.json"))


def nearest_spoken(language: str) -> str:
    """Give the language we speak that is nearest to a tag such as `de_AT.UTF-8`; else English."""
    first = _first_subtag(language)
    return first if first in SPOKEN else "en"


def is_spoken(language: str) -> bool:
    """Tell whether there are words in the language of a tag."""
    return language in {PSEUDO, LONG_PSEUDO} or _first_subtag(language) in SPOKEN


def is_language_tag(text: str) -> bool:
    """Tell whether a text names a language at all, spoken here or not, as `de-AT` or `fr` do."""
    first = _first_subtag(text)
    is_plain = text.isascii() and all(mark.isalnum() or mark in "-_.@" for mark in text)
    return is_plain and first.isalpha() and len(first) in _SUBTAG_LENGTHS


def _first_subtag(language: str) -> str:
    first = language.strip().lower()
    for mark in "-_.@":
        first = first.partition(mark)[0]
    return first


def _read_texts(path: Path) -> Texts:
    # Imported here: English without plural forms to choose does not pay for it at the first paint.
    import json

    try:
        table = json.loads(path.read_bytes())
        texts = table["texts"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return texts if isinstance(texts, dict) else {}


def _plural_form(count: int, forms: int) -> int:
    # English and German: one form for exactly one, one for all others.
    return 0 if count == 1 or forms == 1 else 1


_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = "ابسدعفغحيجكلمنوپقرستحڤوخيز"
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), _ARABIC + _ARABIC)


def _pseudo(text: str) -> str:
    """Write a text in Arabic letters, about as long, its places left untouched."""
    return _around_places(text, lambda words: words.translate(_LETTERS))


_DOUBLED = str.maketrans({vowel: vowel * 2 for vowel in "aeiou"})


def _long_pseudo(text: str) -> str:
    """Write a text with each vowel twice, between brackets, its places left untouched."""
    return f"[{_around_places(text, lambda words: words.translate(_DOUBLED))}]"


def _around_places(text: str, invent: Callable[[str], str]) -> str:
    parts: list[str] = []
    end = 0
    for place in re.finditer(_PLACEHOLDER, text):
        parts += (invent(text[end : place.start()]), place.group(0))
        end = place.end()
    return "".join((*parts, invent(text[end:])))
