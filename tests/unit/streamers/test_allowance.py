from __future__ import annotations

from altrabits_desktop.streamers.allowance import Allowance


def test_some_may_happen_at_once_and_then_so_many_a_second() -> None:
    allowance = Allowance(at_once=2, per_s=1)

    taken = [allowance.take(at_s) for at_s in (10.0, 10.0, 10.0, 10.5, 11.0, 11.1)]

    assert taken == [True, True, False, False, True, False]


def test_it_fills_up_to_its_bound() -> None:
    allowance = Allowance(at_once=2, per_s=1)
    allowance.take(0.0)

    taken = [allowance.take(1000.0) for _ in range(3)]

    assert taken == [True, True, False]
