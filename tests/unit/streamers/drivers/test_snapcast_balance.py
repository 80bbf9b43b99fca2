from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.streamers.drivers.snapcast.balance import Balance, spread

VOLUMES = st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 100), min_size=1)


@given(volumes=VOLUMES, wanted=st.integers(0, 100))
def test_the_middle_is_what_is_wanted_and_nobody_passes_another(
    volumes: dict[str, int], wanted: int
) -> None:
    told = spread(volumes, wanted)

    assert told.keys() == volumes.keys()
    assert all(0 <= volume <= 100 for volume in told.values())
    assert sum(told.values()) == wanted * len(told)
    from_quiet_to_loud = sorted(volumes, key=lambda player: (volumes[player], told[player]))
    assert sorted(told.values()) == [told[player] for player in from_quiet_to_loud]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (40, {"den": 20, "hall": 60}),
        (20, {"den": 10, "hall": 30}),
        (0, {"den": 0, "hall": 0}),
        (70, {"den": 60, "hall": 80}),
        (100, {"den": 100, "hall": 100}),
    ],
)
def test_each_stays_as_loud_beside_the_other(wanted: int, told: dict[str, int]) -> None:
    assert spread({"den": 20, "hall": 60}, wanted) == told


@given(volumes=VOLUMES, way=st.lists(st.integers(0, 100), max_size=6))
def test_the_way_back_leads_to_where_it_began(volumes: dict[str, int], way: list[int]) -> None:
    balance = Balance()
    middle = round(sum(volumes.values()) / len(volumes))
    now = volumes
    for wanted in (*way, 0, 100, middle):
        now = balance.towards(now, wanted)

    assert all(abs(now[player] - volumes[player]) <= 2 for player in volumes)


def test_what_others_set_counts_from_then_on() -> None:
    balance = Balance()
    now = balance.towards({"den": 20, "hall": 60}, 0)
    now = {**now, "den": 50}

    assert balance.towards(now, 25) == {"den": 50, "hall": 0}
