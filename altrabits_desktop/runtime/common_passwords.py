"""Passwords that everybody tries first, by what they are made of. Pure.

Of the commonest passwords hardly any has fifteen characters. Those that have are a short piece
repeated, or a few pieces in a row that everybody thinks of: the commonest words and names, walks
along the keyboard or the alphabet, years, short repeats. All such are refused, which is far more
than any list holds.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOKALIKES = str.maketrans("@4$5013!7", "aassoieit")
_WALKS = (
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "1a2b3c4d5e6f7g8h9i0j",
    "a1b2c3d4e5f6g7h8i9j0",
    "abcdefghijklmnopqrstuvwxyz",
    "1234567890",
    "789456123",
    "147258369",
    "159357",
    "11223344556677889900",
    "13579",
    "24680",
    "!@#$%^&*()",
)
_WORDS = frozenset(
    """
    password passwort passwd pass word kennwort letmein welcome willkommen login logon admin
    administrator root user username test testing tester guest default changeme change secret geheim
    hello hallo hi bonjour hola ciao please sorry thanks access system server service support master
    internet computer laptop network windows microsoft google facebook twitter youtube instagram
    apple iphone samsung android linux ubuntu windows office outlook password hacker matrix

    dragon monkey tiger lion panther eagle falcon phoenix shark dolphin horse mustang bear puppy
    kitty kitten cat cats dog dogs bird birds fish snake wolf rabbit bunny turtle spider butterfly

    football fussball baseball basketball soccer hockey tennis golf rugby cricket racing runner
    liverpool arsenal chelsea manchester united barcelona madrid juventus milan bayern dortmund
    lakers yankees cowboys steelers eagles raiders rangers celtic ferrari porsche mercedes corvette
    camaro harley yamaha suzuki honda toyota

    superman batman spiderman ironman hulk starwars startrek pokemon pikachu minecraft fortnite
    naruto zelda mario nintendo playstation xbox gandalf merlin hobbit potter harry hogwarts matrix
    metallica nirvana slipknot eminem beatles guitar piano drummer music musik song dance dancer

    iloveyou iloveu loveyou loveme love lover lovely liebe ichliebedich schatz sweetheart sweet
    sweety baby babygirl babyboy honey angel angels devil heaven hell jesus christ god lord faith
    hope peace freedom blessed family friend friends forever together always never ever happy
    happiness smile life lucky luck money dollar rich power magic dream dreams dreamer heart kiss
    kisses sexy princess prinzessin prince queen king kings boss legend star stars shadow ghost
    killer hunter ninja samurai warrior soldier trooper ranger pirate cowboy

    sunshine sun moon sky rain snow winter spring summer autumn sommer herbst flower flowers rose
    roses orange banana apple cherry peach lemon melon strawberry chocolate cookie cookies cheese
    pepper ginger butter coffee pizza chicken burger candy sugar

    black white red blue green yellow purple pink silver golden gold diamond crystal

    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december januar februar maerz mai juni juli oktober
    dezember montag freitag sonntag

    michael jordan jordan23 thomas robert daniel david james john joseph william richard charles
    charlie george andrew anthony joshua matthew christopher christian nicholas alexander benjamin
    jonathan brandon justin austin tyler jason kevin brian steven patrick peter paul mark martin
    stefan andreas markus frank max alex sam jack harley buster tigger maggie bailey sophie

    ashley jessica jennifer amanda michelle nicole stephanie melissa elizabeth samantha victoria
    hannah emily sarah laura anna maria julia sandra claudia andrea barbara susan linda karen lisa
    daniela sabrina vanessa natasha olivia jasmine

    london paris berlin newyork york america canada england germany deutschland france mexico brazil
    california texas florida hamburg muenchen wien australia

    whatever trustno trustnoone nothing something anything everything awesome cool crazy super mega
    ultra extreme number one two three four five six seven eight nine ten zero first second last
    correct horse battery staple quick brown fox jumps over lazy big small little good bad best
    better great nice new old hot cold open sesame opensesame enter letme home house school work
    mom dad mother father sister brother mama papa wife girl girls boy boys man men woman

    streamer altrabits cobalt stereo audio

    abc abcd xyz qwe qwer asd asdf zxc zxcv yxcv qaz wsx edc
    name numbers
    """.split()  # noqa: SIM905 # read as a paragraph, kept as words
)
_FILLERS = frozenset(
    """
    i u you me my mine your yours we us the is am are was a an of for and or to in on at it this
    that no not yes do go be by with from him her his she he they all what who why how
    """.split()  # noqa: SIM905 # the same
)
_LONGEST = max(map(len, _WORDS))
_WALK_LEAST = 3
_UNITS = (1, 2, 3, 4)
"""Lengths of what is repeated inside, such as 1111, 1212 and 123123."""
_UNIT_MOST = 10
_YEAR = re.compile(r"(19|20)\d\d")
_YEAR_LENGTH = 4
_PIECE = 4
"""What a word, a walk, a repeat or a year costs whoever guesses, in digits."""
_FILLER = 2
"""Of the small words between them."""
_COST_MOST = 4 * _PIECE + 1
"""Four pieces and a digit, or fewer pieces and more digits, are tried first."""


def is_common(password: str) -> bool:
    """Tell whether a password is one of those that are tried first."""
    folded = password.casefold()
    bare = "".join(character for character in folded if character.isalnum())
    forms = {form for form in (folded, bare) if form}
    return any(_is_repeated(form) or _is_of_pieces(form) for form in forms)


def _is_repeated(text: str) -> bool:
    """Whether a piece of at most ten characters makes it up, such as `abcabcabcabcabc`."""
    units = range(1, min(_UNIT_MOST, len(text) // 2) + 1)
    return any(text == (text[:unit] * len(text))[: len(text)] for unit in units)


def _is_of_pieces(text: str) -> bool:
    """Whether it is a few pieces that everybody thinks of, with digits and signs among them."""
    plain = text.translate(_LOOKALIKES)
    # Beside letters a digit is an ornament; where there are only digits, they are the secret.
    ornament = 1 if any(character.isalpha() for character in text) else _PIECE
    costs: list[int | None] = [0] + [None] * len(text)
    for begin in range(len(text)):
        cost = costs[begin]
        if cost is None:
            continue
        for end, of_piece in _pieces(text, plain, begin):
            _lower(costs, end, cost + of_piece)
        if not text[begin].isalpha():
            _lower(costs, begin + 1, cost + ornament)
    whole = costs[len(text)]
    return whole is not None and whole <= _COST_MOST


def _lower(costs: list[int | None], place: int, cost: int) -> None:
    known = costs[place]
    costs[place] = cost if known is None else min(known, cost)


def _pieces(text: str, plain: str, begin: int) -> Iterator[tuple[int, int]]:
    """Give end and cost of each piece at a place; `plain` is the text without look-alikes."""
    for end in range(begin + 1, min(begin + _LONGEST, len(text)) + 1):
        written, meant = text[begin:end], plain[begin:end]
        if written in _FILLERS:
            yield end, _FILLER
        elif written in _WORDS or meant in _WORDS:
            yield end, _PIECE
    for end in range(begin + _WALK_LEAST, _end_of_walk(text, begin) + 1):
        yield end, _PIECE
    for unit in _UNITS:
        for end in range(begin + 2 * unit, _end_of_repeats(text, begin, unit) + 1):
            yield end, _PIECE
    if _YEAR.match(text, begin):
        yield begin + _YEAR_LENGTH, _PIECE


def _end_of_walk(text: str, begin: int) -> int:
    rows, end = _EVERY_ROW, begin + 1
    while end < len(text) and (on := rows & _ROWS.get(text[end - 1 : end + 1], _NO_ROW)):
        rows, end = on, end + 1
    return end


def _end_of_repeats(text: str, begin: int, unit: int) -> int:
    end = begin + unit
    while end < len(text) and text[end] == text[end - unit]:
        end += 1
    return end


def _rows_by_step() -> dict[str, frozenset[int]]:
    """Give the rows, forward and back, that two characters follow each other in; rows go on."""
    rows = [row + row[0] for row in (*_WALKS, *(row[::-1] for row in _WALKS))]
    steps: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for one, other in pairwise(row):
            steps.setdefault(one + other, set()).add(number)
    return {step: frozenset(numbers) for step, numbers in steps.items()}


_ROWS = _rows_by_step()
_EVERY_ROW = frozenset(range(2 * len(_WALKS)))
_NO_ROW: frozenset[int] = frozenset()
