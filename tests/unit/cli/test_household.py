"""What the console says of a household."""

from __future__ import annotations

import pytest

from altrabits_desktop.cli.household import household_lines
from altrabits_desktop.cli.server_household import code_words, computer_table, shared_words
from altrabits_desktop.contract.household import Computer
from altrabits_desktop.runtime.wording import Wording, speak
from tests.fakes.clock import FakeClock

LATER = "The window uses that from its next start on"


@pytest.mark.parametrize("is_used", [True, False])
def test_it_says_which_home_is_used_and_from_when(is_used: bool) -> None:
    joined = household_lines({"address": "192.168.1.20:8619", "is_used": is_used})
    left = household_lines({"address": None, "is_used": is_used})

    assert "192.168.1.20:8619" in joined
    assert "no home" in left
    assert ((LATER in joined), (LATER in left)) == (not is_used, not is_used)


@pytest.mark.parametrize("is_told", [True, False])
def test_a_server_that_has_not_heard_of_a_leaving_is_said(is_told: bool) -> None:
    left = household_lines({"address": None, "is_used": True, "left_at_server": is_told})

    assert ("has not heard of it" in left) is not is_told


def test_what_is_found_is_a_list_of_plain_texts() -> None:
    found = household_lines([{"address": "192.168.1.20:8619", "id": "01\x1b[31m"}])

    assert "192.168.1.20:8619" in found
    assert "\x1b" not in found
    assert household_lines([]) == "No shared server answers on this network."


def test_a_code_is_shown_in_two_halves() -> None:
    assert code_words("012345").splitlines()[0] == "Code: 012 345"


def test_a_server_that_is_not_announced_says_how_it_is_joined_all_the_same() -> None:
    url = "https://192.168.1.20:8619"

    assert "by its address" in shared_words(url, is_announced=False)
    assert "by its address" not in shared_words(url, is_announced=True)


@pytest.mark.parametrize(
    ("system", "shown"), [("linux", "Linux"), ("macos", "macOS"), ("", "?"), ("\x1b[2J", "[2J")]
)
def test_computers_are_listed_by_their_system(system: str, shown: str) -> None:
    computer = Computer(id="ab" * 32, system=system, joined_at=FakeClock().now())

    table = computer_table([computer])

    assert shown in table
    assert "abababababab" in table
    assert "\x1b" not in table


def test_whoever_types_a_code_is_led_to_the_heading_of_the_settings() -> None:
    heading = "One home, several computers"

    in_english = code_words("271828")
    speak(Wording("de", lambda: {f"settings\u0004{heading}\u0004": "Ein Zuhause"}))
    in_german = code_words("271828")

    assert heading in in_english
    assert "Ein Zuhause" in in_german


def test_a_server_with_a_profile_of_its_own_is_paired_with_the_same_one() -> None:
    assert "--profile" in shared_words("https://192.168.1.20:8619", is_announced=True)
