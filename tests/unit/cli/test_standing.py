from __future__ import annotations

import pytest

from altrabits_desktop.cli.standing import standing_lines

NOBODY: dict[str, object] = {
    "email": None,
    "decision": None,
    "version": "1.0",
    "kept": None,
    "is_no_of_computer": False,
}


@pytest.mark.parametrize(
    ("words", "told", "is_said"),
    [
        (("account", "sign-out"), {"ended_at_server": False}, True),
        (("account", "sign-out"), {"ended_at_server": True}, False),
        (("policy", "accept"), {}, False),
    ],
)
def test_what_a_sign_out_leaves_at_a_server_that_is_away_is_said(
    words: tuple[str, ...], told: dict[str, object], *, is_said: bool
) -> None:
    lines = standing_lines(words, NOBODY | told).splitlines()

    assert lines[0].startswith("The server has not heard of it") is is_said
    assert "Nobody is signed in." in lines


def test_who_is_signed_in_and_what_is_decided_is_said() -> None:
    told = NOBODY | {"email": "maple@example.net", "decision": "accepted", "kept": "keyring"}

    assert standing_lines(("account", "sign-in"), told).splitlines() == [
        "Signed in as maple@example.net.",
        "Version 1.0 of the policy is accepted.",
    ]


def test_of_a_policy_that_is_not_known_nothing_is_said() -> None:
    told = NOBODY | {"version": None}

    assert standing_lines(("account", "sign-out"), told) == "Nobody is signed in."
