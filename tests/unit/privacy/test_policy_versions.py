from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.policies import ChangeClass, PolicySummary
from altrabits_desktop.privacy.policy_versions import (
    in_language,
    saying_which_holds,
    version_in_force,
)

if TYPE_CHECKING:
    from random import Random

AT = datetime(2026, 11, 1, tzinfo=UTC)


def policy(version: str, *, days: int, language: str = "en", published: int = 0) -> PolicySummary:
    return PolicySummary(
        version=version,
        language=language,
        effective_at=AT + timedelta(days=days),
        published_at=AT + timedelta(days=published),
        change_class=ChangeClass.MINOR,
        summary="",
        fingerprint="ab" * 32,
        contact="",
        is_in_force=False,
    )


def test_none_holds_before_the_first() -> None:
    assert version_in_force([], AT) is None
    assert version_in_force([policy("1", days=1)], AT) is None


def test_c40_exactly_one_holds_at_any_instant() -> None:
    policies = [policy("1", days=0), policy("2", days=10), policy("3", days=20)]

    held = [version_in_force(policies, AT + timedelta(days=day)) for day in (0, 9, 10, 19, 20, 99)]

    assert held == ["1", "1", "2", "2", "3", "3"]


def test_each_text_says_whether_its_version_holds() -> None:
    policies = [
        policy("2", days=10),
        policy("1", days=0),
        policy("1", days=0, language="de"),
    ]

    said = [
        [each.is_in_force for each in saying_which_holds(policies, AT + timedelta(days=day))]
        for day in (-1, 9, 10)
    ]

    assert said == [[False, False, False], [False, True, True], [True, False, False]]


def test_of_two_that_begin_together_the_later_published_holds() -> None:
    policies = [policy("1a", days=0, published=2), policy("1b", days=0, published=1)]

    assert version_in_force(policies, AT) == "1a"


def test_c40_a_language_that_follows_later_does_not_bring_its_version_to_the_front() -> None:
    policies = [
        policy("1a", days=0, published=1),
        policy("1b", days=0, published=2),
        policy("1a", days=0, published=3, language="de"),
    ]

    assert version_in_force(policies, AT) == "1b"


VERSIONS = st.lists(
    st.builds(
        policy,
        st.sampled_from(["1", "2", "3", "4"]),
        days=st.integers(-3, 3),
        published=st.integers(-3, 3),
        language=st.sampled_from(["en", "de", "fr"]),
    )
)


@given(VERSIONS, st.integers(-4, 4), st.randoms())
def test_c40_whatever_is_published_exactly_one_holds_once_the_first_took_effect(
    policies: list[PolicySummary], days: int, order: Random
) -> None:
    at = AT + timedelta(days=days)
    shuffled = order.sample(policies, len(policies))

    held = version_in_force(policies, at)

    assert (held is None) is all(each.effective_at > at for each in policies)
    assert version_in_force(shuffled, at) == held


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "de"), ("de-AT", "de"), ("DE", "de"), ("en-GB", "en"), ("fr", "en")],
)
def test_a_reader_gets_their_language_or_english(language: str, expected: str) -> None:
    both = [policy("1", days=0, language="de"), policy("1", days=0, language="en")]

    found = in_language(both, language)

    assert found is not None
    assert found.language == expected


def test_without_english_any_language_is_better_than_none() -> None:
    german = policy("1", days=0, language="de")

    assert in_language([german], "fr") is german
    assert in_language([], "fr") is None
