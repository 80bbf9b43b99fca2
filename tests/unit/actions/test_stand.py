from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.stand import Stand
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.sync.kept_decision import KeptDecision, message_of
from tests.fakes.kept_home import DECIDED, policy

if TYPE_CHECKING:
    from altrabits_desktop.contract.policies import Policy

READ = policy(language="en", fingerprint="a" * 64)


def decided_about_what_was_read(now: Policy) -> bool:
    message = message_of(READ, DecisionKind.ACCEPTED, shown_at=DECIDED, wording="Accept")
    decision = KeptDecision(message=message, decided_at=DECIDED, key="k")
    stand = Stand(has_session=True, policy=now, is_of_server=True, decision=decision)
    assert stand.is_asked is (stand.decided is None)
    return stand.decided is decision


def test_a_decision_holds_for_the_text_that_was_read_and_for_what_cannot_be_compared() -> None:
    assert decided_about_what_was_read(READ)
    assert decided_about_what_was_read(policy(language="de", fingerprint="b" * 64))


@pytest.mark.parametrize("language", ["en", "EN", "eN"])
def test_another_text_in_the_language_that_was_read_asks_anew_however_it_is_spelled(
    language: str,
) -> None:
    assert not decided_about_what_was_read(policy(language=language, fingerprint="b" * 64))
