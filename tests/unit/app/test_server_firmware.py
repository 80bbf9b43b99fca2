"""`altrabits server firmware` at the console, from the maker's key to what is offered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.app.console import main
from altrabits_desktop.runtime.firmware_trust import KEY_SETTING
from tests.fakes.firmware import IMAGE, KEY, manifest_for, released

if TYPE_CHECKING:
    from pathlib import Path

FACTS = """
products = ["Cobalt S1", "Cobalt Amp"]
version = "2.5.0"
least_version = "2.0"
released_at = 2026-01-01T00:00:00Z
valid_until = 9000-01-01T00:00:00Z
notes.en = "Quieter fans."
"""


class Operator:
    """Types commands for one profile, on which a server has run."""

    def __init__(self, profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.profile = profile
        self._capsys = capsys
        (profile / "server").mkdir(parents=True)
        (profile / "server" / "server.sqlite3").touch()

    def says(self, *words: str, status: int = 0) -> str:
        assert main(["server", "firmware", *words, "--profile", str(self.profile)]) == status
        told = self._capsys.readouterr()
        return told.out or told.err

    def tells(self, *words: str, status: int = 0) -> Any:  # noqa: ANN401 # JSON
        return json.loads(self.says(*words, "--json", status=status))


@pytest.fixture
def operator(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Operator:
    return Operator(tmp_path / "profile", capsys)


def test_what_a_maker_signs_an_operator_offers_and_takes_back(
    operator: Operator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image, key = tmp_path / "cobalt.bin", tmp_path / "maker.key"
    image.write_bytes(IMAGE)
    image.with_suffix(".toml").write_text(FACTS, encoding="utf-8")

    public = operator.tells("key", str(key))["public_key"]
    signed = operator.tells("sign", str(image), "--key", str(key))
    monkeypatch.setenv(KEY_SETTING, public)
    added = operator.tells("add", str(image))
    listed = operator.tells("list")
    removed = operator.tells("remove", added["id"][:8])

    assert signed == {**added, "file": str(image.with_suffix(".json"))}
    assert added == {
        "id": manifest_for().sha256,
        "version": "2.5.0",
        "products": ["Cobalt S1", "Cobalt Amp"],
        "least_version": "2.0",
        "size_bytes": len(IMAGE),
        "released_at": "2026-01-01T00:00:00Z",
        "valid_until": "9000-01-01T00:00:00Z",
    }
    assert (listed, removed) == ([added], added)
    assert operator.tells("list") == []


def test_people_are_told_in_sentences(
    operator: Operator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY_SETTING, KEY)
    image = released(tmp_path / "given", products=("Cobalt S1",))

    assert operator.says("list") == "No firmware is offered.\n"
    assert operator.says("add", str(image)) == "Firmware 2.5.0 is offered for Cobalt S1.\n"
    assert manifest_for().sha256[:12] in operator.says("list")
    removed = operator.says("remove", manifest_for().sha256[:12])
    assert removed == "Firmware 2.5.0 is no longer offered for Cobalt S1.\n"


def test_r57_an_operator_cannot_offer_what_nobody_trusted_has_signed(
    operator: Operator, tmp_path: Path
) -> None:
    image = released(tmp_path / "given")

    told = operator.tells("add", str(image), status=1)

    assert told["error"]["code"] == "firmware.untrusted"
    assert operator.tells("list") == []


def test_nothing_is_signed_without_a_key(operator: Operator, tmp_path: Path) -> None:
    told = operator.tells("sign", str(tmp_path / "cobalt.bin"), status=2)

    assert told["error"]["code"] == "usage.operand_missing"


def test_a_folder_on_which_no_server_has_run_is_said(operator: Operator) -> None:
    (operator.profile / "server" / "server.sqlite3").unlink()

    assert operator.tells("list", status=1)["error"]["code"] == "server.no_database"


def test_help_says_what_the_commands_are_for(operator: Operator) -> None:
    said = operator.says("--help")

    assert all(word in said for word in ("add FILE", "list", "remove ID", "sign FILE", "key FILE"))
