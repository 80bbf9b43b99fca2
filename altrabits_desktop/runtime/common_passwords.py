"""Passwords that everybody tries first, by what they are made of. Pure.

Of the commonest passwords hardly any has fifteen characters. Those that have are a short piece
repeated, a walk along the keyboard or the alphabet, or a few of the commonest words and numbers
in a row; all such are refused, which is far more than any list holds.
"""

from __future__ import annotations

_LOOKALIKES = str.maketrans("@4$5013!7", "aassoiiit")
_WALKS = (
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "abcdefghijklmnopqrstuvwxyz",
    "12345678901234567890",
    "09876543210987654321",
)
_WORDS = frozenset(
    """
    password passwort pass word letmein welcome willkommen login admin administrator root user test
    guest default changeme change secret geheim hello hallo dragon monkey football fussball baseball
    soccer hockey master superman batman spiderman sunshine princess prinzessin iloveyou love
    loveyou liebe ichliebedich starwars pokemon minecraft fortnite shadow ashley michael jordan
    michelle jessica daniel thomas charlie hannah summer winter spring autumn sommer january
    february march april may june july august september october november december monday sunday
    google facebook apple iphone samsung windows microsoft computer internet server music musik
    streamer altrabits cobalt abc qwe qwer qwert qwerty qwertz asdf asdfg zxcv yxcv trustno whatever
    killer cheese pepper ginger cookie banana flower freedom family god jesus money lucky angel
    baby killer blink killer matrix access correct horse battery staple
    i you me my the is a of for
    """.split()  # noqa: SIM905 # read as a paragraph, kept as words
)
_LONGEST = max(map(len, _WORDS))
_PIECES_MOST = 4
_UNIT_MOST = 6


def is_common(password: str) -> bool:
    """Tell whether a password is one of those that are tried first."""
    folded = password.casefold()
    forms = {folded, folded.translate(_LOOKALIKES)}
    forms |= {"".join(c for c in form if c.isalnum()) for form in forms}
    return any(_is_repeated(form) or _is_walk(form) or _is_of_words(form) for form in forms)


def _is_repeated(text: str) -> bool:
    """Whether a piece of at most six characters makes it up, such as `abcabcabcabcabc`."""
    return any(text == (text[:unit] * len(text))[: len(text)] for unit in range(1, _UNIT_MOST + 1))


def _is_walk(text: str) -> bool:
    """Whether it goes along a row of keys, the alphabet or the numbers, forward or back."""
    endless = (row * (len(text) // len(row) + 2) for row in (*_WALKS, *(r[::-1] for r in _WALKS)))
    return any(text in row for row in endless)


def _is_of_words(text: str) -> bool:
    """Whether it is a few of the commonest words, with digits and signs among them."""
    letters = "".join(c if c.isalpha() else " " for c in text).split()
    if not letters or len(letters) > _PIECES_MOST:
        return not letters and text.isdigit() and len(set(text)) <= 2  # noqa: PLR2004 # like 1212
    count = 0
    for piece in letters:
        words = _fewest_words(piece)
        if words is None:
            return False
        count += words
    return count <= _PIECES_MOST


def _fewest_words(text: str) -> int | None:
    """Give how few common words make a text up; None if none do."""
    fewest: list[int | None] = [0] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for begin in range(max(0, end - _LONGEST), end):
            before = fewest[begin]
            if before is not None and text[begin:end] in _WORDS:
                best = fewest[end]
                fewest[end] = before + 1 if best is None else min(best, before + 1)
    return fewest[len(text)]
