"""Ids and numbers that a client makes itself, so that work goes on without a server. Pure.

The callers give the random bytes; nothing here draws any.
"""

from __future__ import annotations

from typing import NewType

AccountId = NewType("AccountId", str)
SessionId = NewType("SessionId", str)
OwnedId = NewType("OwnedId", str)
TicketNumber = NewType("TicketNumber", str)

ID_BYTES = 16
TICKET_BYTES = 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is mistaken for a digit."""
_BITS = 5
_ID_LETTERS = 26
_LETTERS = 8
"""Of a ticket number, without the one that checks."""
_LETTER = 0x1F
_REDUCE = 0b100101
"""x^5 + x^2 + 1, which has no factors over two elements."""


def new_id(random: bytes) -> str:
    """Give an id of 26 letters from 16 random bytes."""
    return _encoded(random, _ID_LETTERS)


def may_be_id(typed: str) -> bool:
    """Tell whether a person typed what has the form of an id of `new_id`, in whichever case."""
    return len(typed) == _ID_LETTERS and set(typed.upper()) <= set(_ALPHABET)


def new_ticket_number(random: bytes) -> TicketNumber:
    """Give a support number such as `AB-7K3M-9QXD-5` from 5 random bytes.

    The last letter checks the others, so that one misread letter, or two that changed places, is
    noticed on the telephone.
    """
    text = _encoded(random, _LETTERS)
    return TicketNumber(f"AB-{text[:4]}-{text[4:]}-{_check(text)}")


def read_ticket_number(typed: str) -> TicketNumber | None:
    """Give the number that a person typed, forgiving case, dashes and look-alikes; None if none."""
    text = typed.strip().upper().removeprefix("AB").replace("-", "").replace(" ", "")
    text = text.replace("O", "0").replace("I", "1").replace("L", "1")
    if len(text) != _LETTERS + 1 or any(letter not in _ALPHABET for letter in text):
        return None
    body, check = text[:_LETTERS], text[_LETTERS]
    return TicketNumber(f"AB-{body[:4]}-{body[4:]}-{check}") if check == _check(body) else None


def _encoded(random: bytes, letters: int) -> str:
    number = int.from_bytes(random, "big")
    return "".join(
        _ALPHABET[number >> (_BITS * place) & _LETTER] for place in reversed(range(letters))
    )


def _check(text: str) -> str:
    # A remainder in the field of 32 elements: any one changed letter and any two that changed
    # places give another one.
    rest = 0
    for letter in text:
        rest = _doubled(rest) ^ _ALPHABET.index(letter)
    return _ALPHABET[_doubled(rest)]


def _doubled(element: int) -> int:
    twice = element << 1
    return twice ^ _REDUCE if twice > _LETTER else twice
