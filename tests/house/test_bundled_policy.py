"""The bundled policy says what was promised, once, and the same in both languages."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.privacy.bundled_contact import BUNDLED_CONTACTS, is_bundled_contact
from altrabits_desktop.privacy.policy_files import PolicyFile, read_policy_file
from altrabits_desktop.privacy.policy_text import (
    Heading,
    Paragraph,
    paragraphs_of,
    plain,
    policy_blocks,
)
from altrabits_desktop.privacy.visible_text import visible
from altrabits_desktop.runtime.bundled_policy import bundled_policies
from altrabits_desktop.server.beginning import begin
from altrabits_desktop.server.policies.service import get_policy
from altrabits_desktop.server.store.store import sqlite_store
from house.wheel import wanted_files
from tests.fakes.clock import FakeClock
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "resources" / "policy"
LANGUAGES = ("de", "en")
PARTS = 14
FINGERPRINTS = {
    ("1.0", "de"): "c33e762a2a941a155c0c6c238e5c9edf70d7d7d9e2a46aaadcf3f87a3a328ffd",
    ("1.0", "en"): "4e6562ccbf3e7dc5f5fd6a7c2640de1573821e588f2296cb6aa2bfd14ed64900",
}
_STATED = re.compile(r"^\| (C[1-9]\d*) \| S \|", re.MULTILINE)
_LINK = re.compile(r"\w+://|\]\(|<\w|www\.", re.IGNORECASE)
_PASSWORD = re.compile(r"passw", re.IGNORECASE)
_ENCRYPTED = re.compile(r"encrypt|verschlüssel|cipher|chiffr", re.IGNORECASE)


def read(language: str) -> PolicyFile:
    path = FOLDER / f"policy.{language}.md"
    return read_policy_file(path.read_bytes(), path.with_suffix(".toml").read_bytes())


def paragraphs(language: str) -> list[Paragraph]:
    return list(paragraphs_of(policy_blocks(read(language).text)))


def stated_in_the_document() -> list[str]:
    return _STATED.findall((ROOT / "docs" / "commitments.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_c2_every_commitment_that_is_stated_is_stated_exactly_once(language: str) -> None:
    stated = [number for entry in read(language).states for number in entry.commitments]

    assert len(stated) > 40
    assert sorted(stated) == sorted(stated_in_the_document())


def test_the_bundled_contact_is_known_as_such() -> None:
    assert {read(language).contact for language in LANGUAGES} == BUNDLED_CONTACTS
    assert not is_bundled_contact("help@example.test")


def test_both_languages_are_built_alike() -> None:
    shapes = [
        [
            (type(block), block.id if isinstance(block, Heading | Paragraph) else "")
            for block in policy_blocks(read(language).text)
        ]
        for language in LANGUAGES
    ]
    ids = [[paragraph.id for paragraph in paragraphs(language)] for language in LANGUAGES]

    assert shapes[0] == shapes[1]
    assert ids[0] == ids[1]
    assert len([shape for shape in shapes[0] if shape[0] is Heading]) == PARTS
    assert read("de").states == read("en").states


@pytest.mark.parametrize("language", LANGUAGES)
def test_c40_version_and_date_in_the_text_are_those_that_hold(language: str) -> None:
    file = read(language)
    months = {"de": "November", "en": "November"}

    first = plain(paragraphs(language)[0].spans)

    assert file.version in first
    date = file.effective_at
    assert re.search(rf"\b{date.day}\.? {months[language]} {date.year}\b", first)
    assert date == datetime(2026, 11, 1, tzinfo=UTC)


def test_c40_both_languages_can_be_published_as_one_version() -> None:
    policies = bundled_policies(FOLDER)

    assert [policy.language for policy in policies] == list(LANGUAGES)
    assert len({(policy.version, policy.effective_at) for policy in policies}) == 1
    assert all(policy.contact and policy.summary for policy in policies)


@pytest.mark.parametrize("language", LANGUAGES)
def test_c40_another_text_is_another_version(language: str) -> None:
    file = read(language)

    assert file.fingerprint == FINGERPRINTS[file.version, language]


def test_the_german_policy_calls_a_version_what_the_window_calls_it() -> None:
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob("policy.de.*")]
    texts.append((ROOT / "translations" / "de.ts").read_text(encoding="utf-8"))

    assert len(texts) == 3
    assert not any(re.search(r"\bFassung", text) for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_c28_no_paragraph_calls_a_password_encrypted(language: str) -> None:
    texts = [plain(paragraph.spans) for paragraph in paragraphs(language)]

    about_passwords = [text for text in texts if _PASSWORD.search(text)]

    assert about_passwords
    assert not any(_ENCRYPTED.search(text) for text in about_passwords)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leads_out_of_the_policy(language: str) -> None:
    assert _LINK.findall(read(language).text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_character_of_the_policy_can_be_seen(language: str) -> None:
    text = read(language).text

    assert visible(text) == text
    assert "\r" not in text
    assert not text.startswith("\ufeff")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_of_emphasis_has_its_partner(language: str) -> None:
    shown = "".join(plain(paragraph.spans) for paragraph in paragraphs(language))

    assert "*" not in shown
    assert "_" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_policy_is_read_in_a_few_minutes(language: str) -> None:
    words = re.findall(r"\w+", read(language).text)

    assert 900 <= len(words) <= 1500


def test_c01_a_wheel_holds_the_policy() -> None:
    wanted = wanted_files(ROOT)

    for language in LANGUAGES:
        for kind in ("md", "toml"):
            assert f"altrabits_desktop/resources/policy/policy.{language}.{kind}" in wanted


async def test_c01_the_first_start_of_a_server_publishes_it_byte_for_byte(tmp_path: Path) -> None:
    clock, store = FakeClock(), sqlite_store(tmp_path / "server.sqlite3")
    await store.open()
    await begin(store, bundled=bundled_policies(FOLDER), clock=clock)

    held = await store.read(lambda reading: get_policy(reading, None, "de", now=clock.now()))
    await store.close()

    assert (held.text, held.fingerprint) == (read("de").text, read("de").fingerprint)
    assert held.is_in_force
