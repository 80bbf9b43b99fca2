from __future__ import annotations

import pytest

from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.privacy.gate import Standing, standing_of
from altrabits_desktop.privacy.receipts import first_broken


def test_the_policy_shown_is_the_one_that_ships() -> None:
    assert homes.in_force().version == "1.0"
    assert homes.in_force().language == "en"


def test_versions_go_from_the_latest_to_the_first() -> None:
    instants = [policy.effective_at for policy in homes.versions()]

    assert instants == sorted(instants, reverse=True)
    assert len({policy.fingerprint for policy in homes.versions()}) == 3


@pytest.mark.parametrize("make", [homes.accepted, homes.declined])
def test_receipts_are_a_whole_chain(make: object) -> None:
    assert callable(make)
    server = make()

    assert server.receipts
    assert first_broken(server.receipts) is None
    assert server.receipts[-1].kind is server.report.decision


@pytest.mark.parametrize(
    ("make", "standing"),
    [
        (homes.undecided, Standing.ANONYMOUS),
        (homes.accepted, Standing.SIGNED_IN),
        (homes.declined, Standing.DECLINED),
        (homes.away, Standing.LIMITED),
    ],
)
def test_nobody_stands_as_the_gate_does_not_know_it(make: object, standing: Standing) -> None:
    assert callable(make)
    report = make().report

    assert report.standing is standing
    assert standing is standing_of(
        has_session=bool(report.email),
        is_accepted=report.decision == "accepted",
        is_declined=report.decision == "declined",
    )


def test_the_question_is_open_at_a_first_start() -> None:
    assert homes.first_asked().report.is_asked
    assert homes.unknown().report.policy is None
    assert homes.starting().report.policy is None
