"""The curve, by numbers that are known of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.curve import (
    GENERATOR,
    ORDER,
    POINT_BYTES,
    add,
    multiply,
    negative,
    point_bytes,
    read_point,
)

SCALARS = st.integers(min_value=1, max_value=ORDER - 1)


def test_twice_the_generator_is_the_known_point() -> None:
    doubled = multiply(2, GENERATOR)

    assert doubled is not None
    assert doubled[0] == 0x7CF27B188D034F7E8A52380304B51AC3C08969E277F21B35A60B48FC47669978


def test_generator_comes_back_after_its_order() -> None:
    assert multiply(ORDER, GENERATOR) is None
    assert multiply(ORDER + 1, GENERATOR) == GENERATOR
    assert multiply(ORDER - 1, GENERATOR) == negative(GENERATOR)


def test_point_and_its_negative_are_nothing() -> None:
    assert add(GENERATOR, negative(GENERATOR)) is None
    assert add(None, GENERATOR) == add(GENERATOR, None) == GENERATOR
    assert negative(None) is None


def test_a_point_is_added_to_itself() -> None:
    assert add(GENERATOR, GENERATOR) == multiply(2, GENERATOR)


@given(SCALARS, SCALARS)
def test_sums_of_points_are_points_of_sums(one: int, other: int) -> None:
    total = add(multiply(one, GENERATOR), multiply(other, GENERATOR))

    assert total == multiply(one + other, GENERATOR)


@given(SCALARS)
def test_points_are_read_as_they_were_written(scalar: int) -> None:
    point = multiply(scalar, GENERATOR)

    assert point is not None
    assert read_point(point_bytes(point)) == point


@pytest.mark.parametrize(
    "content",
    [
        b"",
        bytes(POINT_BYTES),
        b"\x04" + bytes(64),
        b"\x02" + point_bytes(GENERATOR)[1:],
        point_bytes(GENERATOR)[:-1],
        point_bytes(GENERATOR) + b"\x00",
        b"\x04" + b"\xff" * 64,
    ],
)
def test_what_is_no_point_is_none(content: bytes) -> None:
    assert read_point(content) is None


@given(st.binary(min_size=POINT_BYTES, max_size=POINT_BYTES))
def test_any_bytes_are_a_point_or_none(content: bytes) -> None:
    assert read_point(content) is None
