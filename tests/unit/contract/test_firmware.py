"""What a maker signs, and which firmware may follow which."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.firmware import (
    Notes,
    best_for,
    hindrance,
    is_newer,
    notes_in,
    read_manifest,
    signed_bytes,
    text_of,
    version_in,
)
from tests.fakes.firmware import manifest_for

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("version", "than", "expected"),
    [
        ("2.5.0", "2.4.1", True),
        ("2.10.0", "2.9.9", True),
        ("2.4.1.1", "2.4.1", True),
        ("2.4.1", "2.4.1", False),
        ("2.4", "2.4.0", False),
        ("2.4.0", "2.4.1", False),
        ("1.99", "2.0", False),
    ],
)
def test_versions_are_compared_number_by_number(version: str, than: str, expected: bool) -> None:
    assert is_newer(version, than) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.4.1", "2.4.1"),
        ("Firmware 2.4.1", "2.4.1"),
        (None, None),
        ("", None),
        ("beta", None),
        ("2", None),
        ("02.4", None),
        ("2.4.1 2.5.0", None),
        ("2.123456", None),
    ],
)
def test_the_version_is_found_in_what_a_streamer_says(text: str | None, expected: str) -> None:
    assert version_in(text) == expected


def test_a_manifest_is_read_as_it_was_written() -> None:
    manifest = manifest_for(least_version="2.0")

    assert read_manifest(text_of(manifest)) == manifest


def test_what_is_signed_means_nothing_elsewhere() -> None:
    assert signed_bytes("{}") == b"AltraBits firmware manifest 1\n{}"


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"products": []},
        {"version": "2.5.0-beta"},
        {"version": "2.5.0\n"},
        {"size_bytes": 0},
        {"size_bytes": 2**29},
        {"sha256": "AB" * 32},
        {"notes": []},
        {"valid_until": "2027-01-01T00:00:00"},
        {"valid_until": "2025-01-01T00:00:00Z"},
        {"colour": "red"},
    ],
)
def test_a_manifest_beyond_its_bounds_is_malformed(change: dict[str, object]) -> None:
    table = {**json.loads(text_of(manifest_for())), **change}

    with pytest.raises(MalformedAnswer, match=r"firmware\.malformed"):
        read_manifest(json.dumps(table, sort_keys=True, separators=(",", ":")))


def test_another_spelling_of_a_manifest_is_malformed() -> None:
    text = text_of(manifest_for())
    spellings = [
        f" {text}",
        text.replace(",", ", ", 1),
        text.replace('"format":1', '"format":1,"format":1'),
        json.dumps(dict(reversed(json.loads(text).items())), separators=(",", ":")),
    ]

    for spelling in spellings:
        with pytest.raises(MalformedAnswer):
            read_manifest(spelling)


def test_a_manifest_larger_than_a_small_device_takes_is_malformed() -> None:
    notes = tuple(Notes(language="en", text="x" * 4000) for _ in range(5))

    with pytest.raises(MalformedAnswer):
        read_manifest(text_of(manifest_for(notes=notes)))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        ({"products": ("Other",)}, "firmware.other_product"),
        ({"version": "2.4.1"}, "firmware.not_newer"),
        ({"version": "2.4.0"}, "firmware.not_newer"),
        ({"least_version": "2.4.2"}, "firmware.too_far"),
        ({"least_version": "2.4.1"}, None),
        ({"valid_until": NOW}, "firmware.expired"),
    ],
)
def test_r57_a_firmware_is_taken_only_where_it_fits_and_is_newer_and_unexpired(
    fields: dict[str, Any], expected: str | None
) -> None:
    manifest = manifest_for(**fields)

    assert hindrance(manifest, product="Cobalt S1", version="2.4.1", now=NOW) == expected


def test_a_streamer_without_a_clock_does_not_judge_by_time() -> None:
    manifest = manifest_for(valid_until=NOW)

    assert hindrance(manifest, product="Cobalt S1", version="2.4.1", now=None) is None


def test_the_best_is_the_newest_that_fits() -> None:
    manifests = (
        manifest_for(version="2.4.2"),
        manifest_for(version="2.10.0"),
        manifest_for(version="3.0.0", least_version="2.9"),
        manifest_for(version="4.0.0", products=("Other",)),
    )

    best = best_for(manifests, product="Cobalt S1", version="2.4.1", now=NOW)

    assert best == manifests[1]
    assert best_for(manifests, product="Cobalt S1", version="9.0", now=NOW) is None


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de-AT", "Leisere Lüfter."), ("DE", "Leisere Lüfter."), ("fr", "Quieter fans.")],
)
def test_notes_are_given_in_the_nearest_language(language: str, expected: str) -> None:
    assert notes_in(manifest_for(), language) == expected


def test_notes_without_english_are_given_in_the_first_language() -> None:
    manifest = manifest_for(notes=(Notes(language="nl", text="Stiller."),))

    assert notes_in(manifest, "fr") == "Stiller."
