from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, cast

import pytest

from altrabits_desktop.cli.output import Output
from altrabits_desktop.cli.reaching import Reaching
from altrabits_desktop.contract.answered import Answered
from altrabits_desktop.contract.errors import NotReachable, WrongUsage
from altrabits_desktop.contract.streamers import HeardBy

if TYPE_CHECKING:
    from altrabits_desktop.actions.finding import Finding
    from altrabits_desktop.contract.errors import AltraBitsError

DEN = Answered("192.168.1.9", "Den", "Cobalt S1", HeardBy.MANUAL)


class FakeFinding:
    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answers: dict[str, Answered | AltraBitsError] = {"den.local": DEN}
        self.swept: int | None = 2

    async def try_address(self, text: str) -> Answered:
        self.asked.append(text)
        answer = self.answers[text]
        if isinstance(answer, Answered):
            return answer
        raise answer

    async def sweep(self) -> int | None:
        return self.swept


class Run:
    def __init__(
        self,
        *addresses: str,
        remembered: tuple[str, ...] = (),
        is_sweeping: bool = False,
        is_json: bool = False,
    ) -> None:
        self.finding = FakeFinding()
        self.answers, self.errors = io.StringIO(), io.StringIO()
        self.reaching = Reaching(
            cast("Finding", self.finding),
            output=Output(self.answers, self.errors, is_json=is_json),
            addresses=addresses,
            remembered=remembered,
            is_sweeping=is_sweeping,
        )

    def lines(self) -> list[str]:
        return self.errors.getvalue().splitlines()

    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines()]


async def test_who_answers_is_said_beside_the_list() -> None:
    run = Run("den.local")

    await run.reaching.run()

    assert run.lines() == ["Den (Cobalt S1) answers at 192.168.1.9."]
    assert (run.answers.getvalue(), run.reaching.exit_status) == ("", 0)


async def test_programs_are_told_in_objects() -> None:
    run = Run("den.local", is_sweeping=True, is_json=True)
    run.finding.answers["den.local"] = DEN._replace(name="")

    await run.reaching.run()

    [answered, waiting, swept] = run.objects()
    assert answered["answered"]["address"] == "192.168.1.9"
    assert answered["answered"]["name"] is None
    assert answered["answered"]["heard_by"] == "manual"
    assert waiting["waiting"]["code"] == "sweep"
    assert swept["swept"]["answered"] == 2


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotReachable("address.silent", address="192.168.1.7"), 3),
        (WrongUsage("address.malformed", address="?"), 2),
    ],
)
async def test_who_does_not_answer_is_said_and_ends_with_its_status(
    error: AltraBitsError, status: int
) -> None:
    run = Run("attic", "den.local")
    run.finding.answers["attic"] = error

    await run.reaching.run()

    assert run.reaching.exit_status == status
    assert len(run.lines()) == 2


async def test_a_sweep_that_was_stopped_says_no_number() -> None:
    run = Run(is_sweeping=True)
    run.finding.swept = None

    await run.reaching.run()

    assert run.lines() == ["Asking every address."]


async def test_what_was_typed_before_is_asked_once_and_nothing_is_said_of_it() -> None:
    run = Run("den.local", remembered=("den.local", "attic.local"))
    run.finding.answers["attic.local"] = NotReachable("address.silent", address="attic.local")

    await run.reaching.run()

    assert run.finding.asked == ["den.local", "attic.local"]
    assert (run.lines(), run.reaching.exit_status) == (
        ["Den (Cobalt S1) answers at 192.168.1.9."],
        0,
    )
