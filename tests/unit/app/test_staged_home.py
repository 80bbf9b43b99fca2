from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.app.staged_home import NO_SERVER, StagedHome
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.runtime.changes import Changes, Topic
from tests.fakes.kept_home import DECIDED, policy, receipts


def staged(told: list[Changes], **known: object) -> StagedHome:
    report = known.pop("report", HomeReport(policy=policy(), is_asked=True))
    return StagedHome(report, publish=told.append, **known)  # type: ignore[arg-type] # fields


async def test_says_what_is_written() -> None:
    home = staged([], policies=(policy(),), receipts=receipts(DecisionKind.ACCEPTED))

    await home.refresh()

    assert home.report().policy == policy()
    assert (await home.versions()).policies == (policy(),)
    assert await home.version("1.0") == policy()
    assert await home.receipts() == receipts(DecisionKind.ACCEPTED)


async def test_a_version_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match=r"policy\.unknown"):
        await staged([]).version("2.0")


async def test_a_silent_server_answers_nothing() -> None:
    home = staged([], refusal=NotReachable("server.away"))

    for asking in (home.refresh, home.versions, home.receipts):
        with pytest.raises(NotReachable):
            await asking()


def test_putting_off_is_told() -> None:
    told: list[Changes] = []
    home = staged(told)

    home.put_off()

    assert not home.report().is_asked
    assert told == [Changes(topics=Topic.HOME)]


async def test_nothing_is_recorded() -> None:
    home = staged([])
    before = replace(home.report())

    with pytest.raises(NotReachable):
        await home.decide(policy(), DecisionKind.ACCEPTED, shown_at=DECIDED, wording="Accept")
    await home.sign_out()

    assert home.report() == before


async def test_there_is_no_account() -> None:
    home = staged([], report=NO_SERVER)
    email, password = "ada@example.test", "a few words in a row"

    for asking in (
        home.create_account(email, password),
        home.sign_in(email, password),
        home.account(),
        home.sessions(),
        home.end_session("1"),
        home.change_password(password, password),
        home.delete_account(password),
    ):
        with pytest.raises(NotReachable):
            await asking
