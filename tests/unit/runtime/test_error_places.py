"""What is told of an error without its words."""

from __future__ import annotations

import errno

import pytest

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.error_places import place_of, told_of
from altrabits_desktop.runtime.settings import ThemeChoice, settings_from
from tests.harness.planted import ADDRESS, planted_error, secrets_in


def fail() -> None:
    raise ValueError(ADDRESS)


def test_an_error_is_told_by_kind_and_place() -> None:
    with pytest.raises(ValueError, match=ADDRESS) as failed:
        fail()

    told = told_of(failed.value)

    assert told.startswith(f"ValueError at {__name__}:fail:")
    assert ADDRESS not in told


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert told_of(KeyError(ADDRESS)) == "KeyError at ?"


def test_codes_are_told_with_the_kind() -> None:
    assert told_of(Refused("control.refused")) == "Refused control.refused at ?"
    assert told_of(OSError(errno.EMFILE, ADDRESS)) == "OSError EMFILE at ?"
    assert told_of(OSError(98765, ADDRESS)) == "OSError 98765 at ?"
    assert told_of(OSError(ADDRESS)) == "OSError at ?"


def test_the_last_place_of_ours_comes_before_the_one_in_a_library() -> None:
    class Table(dict[str, object]):
        def __contains__(self, name: object) -> bool:
            return bool(ThemeChoice(str(name)))

    with pytest.raises(ValueError, match="theme") as failed:
        settings_from(Table())

    place = place_of(failed.value)

    assert place.startswith("altrabits_desktop.runtime.settings:settings_from:")
    assert ", in enum:" in place


def test_what_led_to_an_error_and_what_is_inside_of_it_is_told_too() -> None:
    told = told_of(planted_error())

    kinds = [part.partition(" at ")[0] for part in told.split("; from ")]
    assert kinds == ["ExceptionGroup", "ValueError", "KeyError", "FileNotFoundError ENOENT"]
    assert secrets_in(told) == []


def test_what_was_hidden_on_purpose_is_not_told() -> None:
    error = ValueError()
    error.__context__, error.__suppress_context__ = KeyError(), True

    assert told_of(error) == "ValueError at ?"


def test_an_error_that_leads_to_itself_and_a_crowd_of_errors_come_to_an_end() -> None:
    circle, other = ValueError(), KeyError()
    circle.__context__, other.__context__ = other, circle
    crowd = ExceptionGroup("many", [OSError() for _ in range(1000)])

    assert told_of(circle) == "ValueError at ?; from KeyError at ?"
    assert told_of(crowd).endswith("; and 993 more")
