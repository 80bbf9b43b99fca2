"""Policy files and their side files, good and bad."""

from __future__ import annotations

import contextlib
import hashlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import AltraBitsError, Malformed, Refused
from altrabits_desktop.contract.policies import (
    CONTACT_CHARACTERS,
    POLICY_BYTES_MOST,
    SUMMARY_CHARACTERS,
    ChangeClass,
    Policy,
)
from altrabits_desktop.privacy.policy_files import (
    SIDE_BYTES_MOST,
    PolicyFile,
    Statement,
    policy_of,
    read_policy_file,
)

TEXT = "# Privacy\r\n\r\nGrüße.\r\n\r\n- one\r\n- two\r\n".encode()
SIDE = b"""
version = "1.2-b"
language = "de-AT"
effective = 2026-11-01
class = "minor"
summary = "What changed."
contact = "privacy@house.example"
[states]
"1.1" = ["C1", "C2"]
"1.3" = ["C54"]
"""
FACTS = {
    "version": "1",
    "language": "en",
    "effective": "2026-11-01",
    "summary": "First.",
    "contact": "Me",
}


def side_with(name: str, value: str) -> bytes:
    kept = [line for line in SIDE.decode().splitlines() if not line.startswith(f"{name} =")]
    return "\n".join([f"{name} = {value}" if value else "", *kept]).encode()


def read(side: bytes) -> PolicyFile:
    return read_policy_file(TEXT, side)


def code_of(markdown: bytes, side: bytes | None, **given_facts: str) -> str:
    with pytest.raises(AltraBitsError) as caught:
        read_policy_file(markdown, side, given=given_facts)
    return caught.value.code


def test_a_file_and_its_side_file_give_all_facts() -> None:
    assert read(SIDE) == PolicyFile(
        version="1.2-b",
        language="de-AT",
        effective_at=datetime(2026, 11, 1, tzinfo=UTC),
        change_class=ChangeClass.MINOR,
        summary="What changed.",
        contact="privacy@house.example",
        text=TEXT.decode(),
        fingerprint=hashlib.sha256(TEXT).hexdigest(),
        states=(Statement("1.1", ("C1", "C2")), Statement("1.3", ("C54",))),
    )


def test_the_text_stays_as_it_is_byte_for_byte() -> None:
    markdown = "\ufeff# A\r\n\u202eb\r\x00c".encode()

    file = read_policy_file(markdown, SIDE.split(b"[states]")[0])

    assert file.text.encode() == markdown
    assert file.fingerprint == hashlib.sha256(markdown).hexdigest()


def test_a_policy_of_a_file_is_what_the_contract_knows() -> None:
    file, now = read(SIDE), datetime(2026, 11, 2, tzinfo=UTC)

    assert policy_of(file, published_at=now) == Policy(
        version=file.version,
        language=file.language,
        effective_at=file.effective_at,
        published_at=now,
        change_class=file.change_class,
        summary=file.summary,
        fingerprint=file.fingerprint,
        contact=file.contact,
        is_in_force=False,
        text=file.text,
    )


def test_without_a_side_file_the_given_facts_suffice() -> None:
    file = read_policy_file(b"Text", None, given=FACTS)

    assert (file.version, file.states) == ("1", ())


def test_given_facts_win_over_the_side_file() -> None:
    file = read_policy_file(TEXT, SIDE, given={"version": "9", "class": "editorial"})

    assert (file.version, file.change_class) == ("9", ChangeClass.EDITORIAL)
    assert file.language == "de-AT"


def test_c40_without_a_class_the_strictest_is_taken() -> None:
    assert read(side_with("class", "")).change_class is ChangeClass.MATERIAL


def test_a_side_file_may_begin_with_a_byte_order_mark() -> None:
    assert read(b"\xef\xbb\xbf" + SIDE) == read(SIDE)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"2026-11-01"', datetime(2026, 11, 1, tzinfo=UTC)),
        ("2026-11-01T02:00:00+02:00", datetime(2026, 11, 1, tzinfo=UTC)),
        ('"2026-11-01T12:30Z"', datetime(2026, 11, 1, 12, 30, tzinfo=UTC)),
    ],
)
def test_a_policy_takes_effect_at_an_instant_in_utc(written: str, expected: datetime) -> None:
    assert read(side_with("effective", written)).effective_at == expected


@pytest.mark.parametrize(
    ("markdown", "code"),
    [
        (b"", "policy.empty"),
        (b" \r\n\t\n", "policy.empty"),
        (b"\xef\xbb\xbf\n", "policy.empty"),
        (b"Gr\xfc\xdfe", "policy.not_utf8"),
        ("Text".encode("utf-16"), "policy.not_utf8"),
        (b"\xed\xa0\x80 lone surrogate", "policy.not_utf8"),
        (b"a" * (POLICY_BYTES_MOST + 1), "policy.too_large"),
        (b"\xff" * 5_000_000, "policy.too_large"),
        (b"# a\n" * 501, "policy.unreadable"),
    ],
    ids=range(9),
)
def test_r30_a_bad_text_is_refused(markdown: bytes, code: str) -> None:
    assert code_of(markdown, SIDE) == code


def test_the_largest_text_is_read() -> None:
    markdown = b"a " * (POLICY_BYTES_MOST // 2)

    assert len(read_policy_file(markdown, None, given=FACTS).text) == POLICY_BYTES_MOST


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("version", "", "policy.version_malformed"),
        ("version", "1.0", "policy.version_malformed"),
        ("version", '""', "policy.version_malformed"),
        ("version", '"1 0"', "policy.version_malformed"),
        ("version", '"1.0\\n"', "policy.version_malformed"),
        ("version", '"../1"', "policy.version_malformed"),
        ("version", f'"{"1" * 33}"', "policy.version_malformed"),
        ("language", "", "policy.language_malformed"),
        ("language", '"e"', "policy.language_malformed"),
        ("language", '"en_GB"', "policy.language_malformed"),
        ("language", '"en\\n"', "policy.language_malformed"),
        ("effective", "", "policy.date_malformed"),
        ("effective", "20261101", "policy.date_malformed"),
        ("effective", '"tomorrow"', "policy.date_malformed"),
        ("effective", '"2026-02-30"', "policy.date_malformed"),
        ("effective", "2026-11-01T12:00:00", "policy.date_malformed"),
        ("effective", "12:00:00", "policy.date_malformed"),
        ("effective", '"9999-12-31T23:00:00-05:00"', "policy.date_malformed"),
        ("class", '"huge"', "policy.class_malformed"),
        ("class", "[]", "policy.class_malformed"),
        ("summary", "", "policy.summary_malformed"),
        ("summary", '" \\u200B"', "policy.summary_malformed"),
        ("summary", "3", "policy.summary_malformed"),
        ("summary", f'"{"a" * (SUMMARY_CHARACTERS + 1)}"', "policy.summary_malformed"),
        ("contact", "", "policy.contact_missing"),
        ("contact", '" "', "policy.contact_missing"),
        ("contact", f'"{"a" * (CONTACT_CHARACTERS + 1)}"', "policy.contact_missing"),
    ],
)
def test_a_fact_that_is_missing_or_malformed_is_named(name: str, value: str, code: str) -> None:
    assert code_of(TEXT, side_with(name, value)) == code


@pytest.mark.parametrize(
    "side",
    [
        b"version",
        b"\xff\xfe",
        b'version = "1"\nversion = "2"',
        b"a = " + b"[" * 20_000,
        b"#" * (SIDE_BYTES_MOST + 1),
        SIDE.split(b"[states]")[0] + b'states = "C1"',
    ],
    ids=range(6),
)
def test_r30_a_side_file_that_is_none_is_refused(side: bytes) -> None:
    assert code_of(TEXT, side) == "policy.side_malformed"


def test_a_mistyped_fact_is_named_and_cleaned() -> None:
    with pytest.raises(Malformed) as caught:
        read(side_with('"clas\\u202Es"', '"minor"'))

    assert (caught.value.code, caught.value.arguments["key"]) == ("policy.side_unknown", "class")


@pytest.mark.parametrize(
    ("paragraph", "commitments"),
    [
        ("1.4", '["C1"]'),
        ("1", '["C1"]'),
        ("1.1", '"C1"'),
        ("1.1", "[]"),
        ("1.1", "[1]"),
        ("1.1", '["C0"]'),
        ("1.1", '["c1"]'),
        ("1.1", '["C1\\n"]'),
    ],
)
def test_c2_a_statement_needs_its_paragraph_and_its_commitments(
    paragraph: str, commitments: str
) -> None:
    side = SIDE.split(b"[states]")[0] + f'[states]\n"{paragraph}" = {commitments}'.encode()

    assert code_of(TEXT, side) == "policy.states_malformed"


def test_c40_a_policy_without_a_contact_is_refused_as_the_server_does() -> None:
    with pytest.raises(Refused):
        read(side_with("contact", ""))


def test_facts_that_people_read_are_plain_words() -> None:
    file = read(side_with("summary", '"One\\u202E\\ntwo"'))

    assert file.summary == "One two"


@given(st.binary(max_size=200), st.none() | st.binary(max_size=200))
def test_r30_whatever_stands_in_a_file_only_errors_of_the_tree_are_raised(
    markdown: bytes, side: bytes | None
) -> None:
    with contextlib.suppress(AltraBitsError):
        file = read_policy_file(markdown, side, given=FACTS)

        assert file.text.encode() == markdown
