from __future__ import annotations

import pytest

from altrabits_desktop.cli.standing import standing_lines

STANDING = {
    "email": None,
    "decision": None,
    "version": "1.0",
    "kept": None,
    "is_no_of_computer": False,
}


def test_who_is_signed_in_and_what_is_decided_is_said() -> None:
    told = STANDING | {"email": "maple@example.net", "decision": "accepted", "kept": "keyring"}

    assert standing_lines(("account", "sign-in"), told).splitlines() == [
        "Signed in as maple@example.net.",
        "Version 1.0 of the policy is accepted.",
    ]


@pytest.mark.parametrize("words", [("account", "sign-out"), ("policy", "decline")])
def test_of_a_policy_that_is_not_known_nothing_is_said(words: tuple[str, ...]) -> None:
    told = STANDING | {"version": None}

    assert standing_lines(words, told) == "Nobody is signed in."
