"""Growing pauses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.runtime.backoff import pause_s


def test_doubles_up_to_the_most() -> None:
    pauses = [pause_s(tries, first_s=1, most_s=8, chance=1) for tries in (1, 2, 3, 4, 5)]

    assert pauses == [1, 2, 4, 8, 8]


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_stays_in_the_upper_half_of_its_range(tries: int, chance: float) -> None:
    assert 0.5 <= pause_s(tries, first_s=1, most_s=300, chance=chance) <= 300
