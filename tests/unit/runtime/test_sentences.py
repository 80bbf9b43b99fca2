from __future__ import annotations

import errno

import pytest

from altrabits_desktop.contract.errors import CardUnknown
from altrabits_desktop.contract.routes import STATUS_OF
from altrabits_desktop.runtime.sentences import _REASONS, known_codes, sentence, sentence_of
from altrabits_desktop.runtime.wording import Wording, speak
from tests.harness.codes import codes_in
from tests.harness.source_tree import PACKAGE, ROOT


@pytest.mark.uncounted
def test_every_code_of_the_package_has_its_sentence() -> None:
    codes = codes_in(ROOT / PACKAGE)

    missing = {code: path for code, path in codes.items() if code not in known_codes()}

    assert missing == {}


def test_every_refusal_of_the_server_has_its_sentence() -> None:
    assert sorted(set(STATUS_OF) - known_codes()) == []


def test_values_are_put_into_the_sentence() -> None:
    error = CardUnknown("cards.unknown", card="eth9", known="eth0, lo")

    text = sentence_of(error)

    assert "eth9" in text
    assert "eth0, lo" in text
    assert "{" not in text


def test_a_sentence_is_plain() -> None:
    texts = {code: sentence(code) for code in known_codes()}

    assert [
        code
        for code, text in texts.items()
        if not text.endswith(".") or "!" in text or "please" in text.lower()
    ] == []


def test_an_unknown_code_has_a_general_sentence() -> None:
    assert sentence("never.heard_of") == sentence("unexpected")


def test_braces_in_a_value_are_left_alone() -> None:
    assert "{known}" in sentence("cards.unknown", {"card": "{known}", "known": "eth0"})


def test_the_systems_reason_is_said_in_the_spoken_language() -> None:
    speak(Wording("ar", lambda: {"errors\u0004the disk is read-only\u0004": "nur lesbar"}))

    told = sentence(
        "profile.unwritable", {"folder": "/x", "reason": "Read-only file system", "errno": "EROFS"}
    )

    assert "nur lesbar" in told
    assert "Read-only" not in told


@pytest.mark.parametrize("name", sorted(_REASONS))
def test_each_reason_is_a_name_of_the_system_and_part_of_a_sentence(name: str) -> None:
    words = _REASONS[name]()

    assert name in errno.errorcode.values()
    assert not words.endswith(".")


def test_a_rare_reason_is_said_in_the_systems_own_words() -> None:
    told = sentence("output.unwritable", {"reason": "Level 3 reset", "errno": "EL3RST"})

    assert told == "The answer cannot be written: Level 3 reset."
