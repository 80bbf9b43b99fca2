"""Which texts are policies that a person could read (R30, R43)."""

from __future__ import annotations

import pytest

from altrabits_desktop.contract.policies import (
    POLICY_BYTES_MOST,
    POLICY_HEADINGS_MOST,
    POLICY_LINES_MOST,
    POLICY_SIGNS_MOST,
    POLICY_WORD_MOST,
    is_readable,
)

PIECES = {
    "bytes": ("\u00fc  ", POLICY_BYTES_MOST // 4),
    "lines": ("a\n", POLICY_LINES_MOST - 1),
    "headings": ("# a\n", POLICY_HEADINGS_MOST),
    "signs": ("*a ", POLICY_SIGNS_MOST),
    "unseen": ("\u202e ", POLICY_SIGNS_MOST),
    "a word": ("w", POLICY_WORD_MOST),
}


@pytest.mark.parametrize("name", PIECES)
def test_r30_a_policy_is_readable_up_to_its_limits(name: str) -> None:
    piece, most = PIECES[name]

    assert is_readable(piece * (most - 1))
    assert is_readable(piece * most)
    assert not is_readable(piece * (most + 1))
