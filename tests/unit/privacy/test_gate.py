from __future__ import annotations

import pytest

from altrabits_desktop.contract.features import CATALOGUE, Feature, Need
from altrabits_desktop.privacy.gate import Closed, Standing, closed_by, standing_of

EVERYBODY = [(standing, has) for standing in Standing for has in (True, False)]
OPEN_TO_ALL = [feature for feature, entry in CATALOGUE.items() if entry.need is Need.NOTHING]
ACCEPTED_ONLY = [feature for feature, entry in CATALOGUE.items() if entry.need is Need.ACCEPTANCE]
OF_SESSIONS = [feature for feature, entry in CATALOGUE.items() if entry.need is Need.SESSION]


def test_the_catalogue_names_every_feature() -> None:
    assert set(CATALOGUE) == set(Feature)


@pytest.mark.parametrize(
    ("has_session", "is_accepted", "is_declined", "expected"),
    [
        (False, False, False, Standing.ANONYMOUS),
        (False, True, False, Standing.ANONYMOUS),
        (False, False, True, Standing.DECLINED),
        (True, False, False, Standing.LIMITED),
        (True, True, False, Standing.SIGNED_IN),
        (True, False, True, Standing.DECLINED),
    ],
)
def test_standing_follows_session_and_decision(
    *, has_session: bool, is_accepted: bool, is_declined: bool, expected: Standing
) -> None:
    standing = standing_of(
        has_session=has_session, is_accepted=is_accepted, is_declined=is_declined
    )

    assert standing is expected


@pytest.mark.parametrize("feature", OPEN_TO_ALL)
@pytest.mark.parametrize(("standing", "has_session"), EVERYBODY)
def test_c08_what_needs_nothing_is_open_to_everybody(
    feature: Feature, standing: Standing, *, has_session: bool
) -> None:
    assert closed_by(feature, standing=standing, has_session=has_session) is None


@pytest.mark.parametrize("feature", ACCEPTED_ONLY)
@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        (Standing.ANONYMOUS, Closed.SIGN_IN_NEEDED),
        (Standing.LIMITED, Closed.DECISION_NEEDED),
        (Standing.DECLINED, Closed.DECLINED),
        (Standing.SIGNED_IN, None),
    ],
)
def test_c09_what_needs_a_yes_is_closed_with_its_reason(
    feature: Feature, standing: Standing, reason: Closed | None
) -> None:
    assert closed_by(feature, standing=standing, has_session=True) is reason


@pytest.mark.parametrize("feature", OF_SESSIONS)
@pytest.mark.parametrize("standing", Standing)
def test_c48_who_declined_keeps_what_needs_a_session_alone(
    feature: Feature, standing: Standing
) -> None:
    assert closed_by(feature, standing=standing, has_session=True) is None
    assert closed_by(feature, standing=standing, has_session=False) is Closed.SIGN_IN_NEEDED


@pytest.mark.parametrize(("standing", "has_session"), EVERYBODY)
def test_c08_demo_streamers_are_free_from_the_gate(
    standing: Standing, *, has_session: bool
) -> None:
    for feature in (Feature.CONTROL, Feature.OWN_STREAMERS):
        assert closed_by(feature, standing=standing, has_session=has_session, is_demo=True) is None


def test_the_demo_opens_nothing_else() -> None:
    closed = closed_by(
        Feature.SUPPORT, standing=Standing.ANONYMOUS, has_session=False, is_demo=True
    )

    assert closed is Closed.SIGN_IN_NEEDED
