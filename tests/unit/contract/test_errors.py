"""The tree of errors."""

from __future__ import annotations

import pytest

from altrabits_desktop.contract import errors


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (errors.Refused, 1),
        (errors.ProfileUnusable, 1),
        (errors.CardUnknown, 1),
        (errors.WrongUsage, 2),
        (errors.NotReachable, 3),
        (errors.PortTaken, 3),
        (errors.Malformed, 1),
    ],
)
def test_an_error_knows_its_exit_status_code_and_arguments(
    kind: type[errors.AltraBitsError], status: int
) -> None:
    error = kind("some.code", card="eth9")

    assert error.exit_status == status
    assert error.code == "some.code"
    assert error.arguments == {"card": "eth9"}
    assert str(error) == "some.code"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left"), {"reason": "No space left", "errno": "ENOSPC"}),
        (OSError("no network card"), {"reason": "no network card", "errno": ""}),
    ],
)
def test_what_the_system_says_is_kept_with_its_name(error: OSError, told: dict[str, str]) -> None:
    assert errors.told_by_system(error) == told
