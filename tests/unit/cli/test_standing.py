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

    assert lines[0].startswith("The server did not answer") is is_said
    assert "Nobody is signed in." in lines
