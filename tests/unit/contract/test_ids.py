from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.ids import (
    ID_BYTES,
    TICKET_BYTES,
    new_id,
    new_ticket_number,
    read_ticket_number,
)

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTERS = (3, 4, 5, 6, 8, 9, 10, 11, 13)
"""Where the letters of a number stand."""

randoms = st.binary(min_size=TICKET_BYTES, max_size=TICKET_BYTES)


@given(randoms)
def test_a_number_is_read_back(random: bytes) -> None:
    number = new_ticket_number(random)

    assert read_ticket_number(number) == number


@given(randoms, st.sampled_from(LETTERS), st.sampled_from(ALPHABET))
def test_one_misread_letter_is_noticed(random: bytes, place: int, letter: str) -> None:
    number = new_ticket_number(random)
    misread = number[:place] + letter + number[place + 1 :]

    assert read_ticket_number(misread) == (number if misread == number else None)


@given(randoms, st.sampled_from(LETTERS), st.sampled_from(LETTERS))
def test_two_letters_that_changed_places_are_noticed(random: bytes, one: int, other: int) -> None:
    number = new_ticket_number(random)
    letters = list(number)
    letters[one], letters[other] = letters[other], letters[one]
    swapped = "".join(letters)

    assert read_ticket_number(swapped) == (number if swapped == number else None)


def test_typing_is_forgiven() -> None:
    number = new_ticket_number(bytes(TICKET_BYTES))

    assert number == "AB-0000-0000-0"
    assert read_ticket_number(" ab oooo-0000 0 ") == number
    assert read_ticket_number("ABil00-0000-0") is None
    assert read_ticket_number("AB-0000-0000") is None
    assert read_ticket_number("AB-0000-000U-0") is None


@pytest.mark.parametrize("random", [bytes(ID_BYTES), b"\xff" * ID_BYTES, bytes(range(ID_BYTES))])
def test_an_id_has_26_letters_and_keeps_every_bit(random: bytes) -> None:
    text = new_id(random)
    number = 0
    for letter in text:
        number = number * 32 + ALPHABET.index(letter)

    assert len(text) == 26
    assert number.to_bytes(ID_BYTES, "big") == random
