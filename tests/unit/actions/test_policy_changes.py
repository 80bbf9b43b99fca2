from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.policy_changes import change_since, earlier_version
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.policies import DecisionKind
from tests.fakes.kept_home import EFFECTIVE, KeptHome, policy, receipts

if TYPE_CHECKING:
    from altrabits_desktop.runtime.changes import Changes

DAY = timedelta(days=1)
VERSIONS = tuple(
    policy(version, effective_at=EFFECTIVE + days * DAY, text=f"## One\n\nVersion {version} holds.")
    for version, days in (("1.2", 20), ("1.1", 10), ("1.0", 0))
)


@pytest.fixture
def home() -> KeptHome:
    home = KeptHome(_tell_nobody)
    home.policies = VERSIONS
    return home


def _tell_nobody(_changes: Changes) -> None:
    pass


@pytest.mark.parametrize(
    ("version", "decided", "expected"),
    [
        ("1.2", [], ("1.1", False)),
        ("1.2", ["1.0"], ("1.0", True)),
        ("1.2", ["1.0", "1.1"], ("1.1", True)),
        ("1.2", ["1.0", "1.2"], ("1.0", True)),
        ("1.1", ["1.2"], ("1.0", False)),
        ("1.2", ["0.1", ""], ("1.1", False)),
        ("1.0", ["1.2", "1.0"], ("", False)),
    ],
)
def test_c42_a_version_is_compared_with_what_was_decided_about_last(
    version: str, decided: list[str], expected: tuple[str, bool]
) -> None:
    (later,) = (each for each in VERSIONS if each.version == version)

    assert earlier_version(VERSIONS, policy=later, decided=decided) == expected


def test_c42_of_versions_of_one_day_the_later_published_is_the_later_one() -> None:
    both = (policy("1b"), policy("1a"))

    assert earlier_version(both, policy=both[0], decided=[]) == ("1a", False)
    assert earlier_version(both, policy=both[1], decided=["1b"]) == ("", False)


def test_a_version_that_is_not_listed_yet_is_the_latest() -> None:
    assert earlier_version([policy("1.0")], policy=policy("2.0"), decided=[]) == ("1.0", False)


async def test_c42_what_an_account_decided_counts(home: KeptHome) -> None:
    home.kept = receipts(DecisionKind.DECLINED, version="1.0")

    change = await change_since(home, VERSIONS[0])

    assert change is not None
    assert (change.before.version, change.after.version) == ("1.0", "1.2")
    assert (change.is_decided, change.difference.changes) == (True, 1)


async def test_c42_without_an_account_what_this_computer_keeps_counts(home: KeptHome) -> None:
    home.stand(decided_version="1.0")

    change = await change_since(home, VERSIONS[0])

    assert change is not None
    assert change.before.version == "1.0"


async def test_c42_the_first_version_changes_nothing(home: KeptHome) -> None:
    assert await change_since(home, VERSIONS[2]) is None


async def test_c42_texts_in_two_languages_are_not_compared(home: KeptHome) -> None:
    home.policies = (VERSIONS[0], policy("1.0", language="de-AT"))

    with pytest.raises(Refused) as refused:
        await change_since(home, VERSIONS[0])

    assert refused.value.code == "policy.language_missing"
