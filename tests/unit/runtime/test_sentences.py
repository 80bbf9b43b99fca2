from __future__ import annotations

import pytest

from altrabits_desktop.contract.errors import CardUnknown
from altrabits_desktop.contract.routes import STATUS_OF
from altrabits_desktop.runtime.sentences import known_codes, sentence, sentence_of
from tests.harness.codes import codes_in
from tests.harness.source_tree import PACKAGE, ROOT


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


@pytest.mark.parametrize("code", sorted(known_codes()))
def test_a_sentence_is_plain(code: str) -> None:
    text = sentence(code)

    assert text.endswith(".")
    assert "!" not in text
    assert "please" not in text.lower()


def test_an_unknown_code_has_a_general_sentence() -> None:
    assert sentence("never.heard_of") == sentence("unexpected")


def test_braces_in_a_value_are_left_alone() -> None:
    assert "{known}" in sentence("cards.unknown", {"card": "{known}", "known": "eth0"})
