from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import Conflict
from altrabits_desktop.simulator import standing
from altrabits_desktop.simulator.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.simulator.farm import Farm, FarmPlan


def test_an_address_is_taken_by_one_farm_until_it_leaves(first_address: str) -> None:
    first, second = Standing(port=7), Standing(port=7)
    first.take(first_address)
    first.take(first_address)

    with pytest.raises(Conflict) as caught:
        second.take(first_address)
    first.leave_all()
    second.take(first_address)

    second.leave_all()
    assert caught.value.code == "simulate.address_simulated"


@pytest.mark.parametrize(("name", "value"), [("platform", "win32"), ("platform", "darwin")])
def test_elsewhere_nobody_is_told_apart(
    first_address: str, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setattr(f"altrabits_desktop.simulator.standing.sys.{name}", value)
    first, second = Standing(port=7), Standing(port=7)

    first.take(first_address)
    second.take(first_address)

    assert first._held == second._held == {}  # noqa: SLF001 # nothing else tells


def test_a_system_without_such_names_lets_everybody_stand(
    first_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "_NAME", "/nowhere/at/all/{address}")
    alone = Standing(port=7)

    alone.take(first_address)

    assert alone._held == {}  # noqa: SLF001 # nothing else tells


async def test_a_second_farm_on_the_same_addresses_is_refused_and_leaves_nothing_open(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm]
) -> None:
    await make_farm(plan).start(1)
    second = make_farm(plan)

    with pytest.raises(Conflict):
        await second.start(1)

    assert second.streamers == ()


async def test_a_streamer_does_not_move_onto_one_of_another_farm(
    plan: FarmPlan, make_farm: Callable[[FarmPlan], Farm], first_address: str
) -> None:
    first = make_farm(plan)
    await first.start(1)
    neighbour = Standing(port=plan.announce_port)
    neighbour.take(f"{first_address[:-1]}3")

    with pytest.raises(Conflict):
        await first.move(first.streamers[0])

    neighbour.leave_all()
    assert first.streamers[0].address == first_address
