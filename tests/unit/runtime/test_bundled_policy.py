"""The policy that ships with the program, read from its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.bundled_policy import bundled_policies

if TYPE_CHECKING:
    from pathlib import Path

SIDE = """version = "2"
language = "{language}"
effective = 2026-11-01
summary = "First."
contact = "Me"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language in ("en", "de"):
        (tmp_path / f"policy.{language}.md").write_bytes(b"# Text\r\n")
        side = SIDE.format(language=language)
        (tmp_path / f"policy.{language}.toml").write_text(side, encoding="utf-8")
    return tmp_path


def test_every_language_is_read_as_it_is_on_disk(folder: Path) -> None:
    policies = bundled_policies(folder)

    assert [policy.language for policy in policies] == ["de", "en"]
    assert {policy.text for policy in policies} == {"# Text\r\n"}
    assert not any(policy.is_in_force for policy in policies)


@pytest.mark.parametrize("missing", ["policy.de.toml", "policy.*"])
def test_c01_nothing_starts_without_a_policy(folder: Path, missing: str) -> None:
    for path in folder.glob(missing):
        path.unlink()

    with pytest.raises(Refused) as caught:
        bundled_policies(folder)

    assert caught.value.code == "policy.bundled_damaged"


def test_c01_nothing_starts_with_a_damaged_policy(folder: Path) -> None:
    (folder / "policy.en.md").write_bytes(b"\xff")

    with pytest.raises(Refused) as caught:
        bundled_policies(folder)

    assert caught.value.code == "policy.bundled_damaged"
