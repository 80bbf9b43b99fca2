from __future__ import annotations

import pytest

from altrabits_desktop.cli.policy_history import history_in_order


def row(version: str, language: str) -> dict[str, object]:
    return {"version": version, "language": language}


SECOND_DE, SECOND_EN = row("2.0", "de"), row("2.0", "en")
FIRST_DE, FIRST_EN, FIRST_FR = row("1.0", "de"), row("1.0", "en"), row("1.0", "fr")


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("en", [SECOND_EN, SECOND_DE, FIRST_EN, FIRST_DE, FIRST_FR]),
        ("de-AT", [SECOND_DE, SECOND_EN, FIRST_DE, FIRST_EN, FIRST_FR]),
    ],
)
def test_of_each_version_the_language_asked_for_is_first_whoever_was_published_when(
    language: str, order: list[dict[str, object]]
) -> None:
    came = [SECOND_DE, SECOND_EN, FIRST_FR, FIRST_DE, FIRST_EN]

    assert history_in_order(came, language=language) == order
