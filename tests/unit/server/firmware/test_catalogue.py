"""The catalogue on the disk, and what an operator and a maker do with it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from altrabits_desktop.contract.errors import AltraBitsError, Refused
from altrabits_desktop.contract.firmware import SignedManifest
from altrabits_desktop.runtime.firmware_trust import proved_manifest
from altrabits_desktop.runtime.signatures import public_key_of
from altrabits_desktop.server.firmware import catalogue as catalogue_module
from altrabits_desktop.server.firmware.catalogue import Catalogue
from altrabits_desktop.server.firmware.operating import (
    add_firmware,
    make_key,
    remove_firmware,
    sign_firmware,
)
from tests.fakes.firmware import (
    IMAGE,
    KEY,
    OTHER_SECRET,
    SECRET,
    TRUSTED,
    manifest_for,
    released,
    signed_for,
)

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 6, 1, tzinfo=UTC)
FACTS = """
products = ["Cobalt S1"]
version = "2.5.0"
released_at = 2026-01-01T00:00:00Z
valid_until = 2027-01-01T00:00:00Z

[notes]
en = "Quieter fans."
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "firmware")


def add(catalogue: Catalogue, folder: Path, image: bytes = IMAGE, **fields: object) -> None:
    given = released(folder, image, secret=SECRET, **fields)
    add_firmware(given, catalogue, trusted=TRUSTED, now=NOW)


def test_what_was_added_is_given_as_it_was_signed(catalogue: Catalogue, tmp_path: Path) -> None:
    add(catalogue, tmp_path / "given")

    image_id = manifest_for().sha256
    parts = [catalogue.part(image_id, offset=at, most=100_000) for at in (0, 100_000, 200_000)]

    assert catalogue.signed() == (signed_for(),)
    assert parts == [IMAGE[:100_000], IMAGE[100_000:], b""]


def test_only_its_owner_can_read_it(catalogue: Catalogue, tmp_path: Path) -> None:
    add(catalogue, tmp_path / "given")

    folder = tmp_path / "firmware"
    modes = {path.stat().st_mode & 0o777 for path in folder.iterdir()}

    assert folder.stat().st_mode & 0o777 == 0o700
    assert modes == {0o600}


def test_the_newest_release_comes_first(catalogue: Catalogue, tmp_path: Path) -> None:
    add(catalogue, tmp_path / "a", b"a", version="2.5.0")
    add(catalogue, tmp_path / "b", b"b", version="2.6.0", released_at=NOW)

    assert [one.version for one in catalogue.manifests()] == ["2.6.0", "2.5.0"]


def test_an_image_signed_anew_takes_the_place_of_the_old_one(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    add(catalogue, tmp_path / "a")
    add(catalogue, tmp_path / "b", valid_until=datetime(9100, 1, 1, tzinfo=UTC))

    assert [one.valid_until.year for one in catalogue.manifests()] == [9100]


@pytest.mark.parametrize(
    ("secret", "fields", "code"),
    [
        (OTHER_SECRET, {}, "firmware.untrusted"),
        (SECRET, {"valid_until": NOW}, "firmware.expired"),
    ],
)
def test_r57_what_is_not_signed_for_now_is_not_added(
    catalogue: Catalogue, tmp_path: Path, secret: str, fields: dict[str, Any], code: str
) -> None:
    image = released(tmp_path / "given", secret=secret, **fields)

    with pytest.raises(Refused, match=code.replace(".", r"\.")):
        add_firmware(image, catalogue, trusted=TRUSTED, now=NOW)

    assert catalogue.signed() == ()


@pytest.mark.parametrize("image", [IMAGE[:-1], IMAGE + b"x", b"x" + IMAGE[1:], b""])
def test_r57_an_image_that_is_not_the_signed_one_is_not_added(
    catalogue: Catalogue, tmp_path: Path, image: bytes
) -> None:
    file = released(tmp_path / "given")
    file.write_bytes(image)

    with pytest.raises(Refused, match=r"firmware\.differs"):
        add_firmware(file, catalogue, trusted=TRUSTED, now=NOW)

    assert list((tmp_path / "firmware").iterdir()) == []


def test_an_image_without_its_manifest_is_not_added(catalogue: Catalogue, tmp_path: Path) -> None:
    file = released(tmp_path / "given")
    file.with_suffix(".json").unlink()

    with pytest.raises(Refused, match=r"firmware\.unsigned"):
        add_firmware(file, catalogue, trusted=TRUSTED, now=NOW)


def test_a_manifest_that_is_none_is_not_added(catalogue: Catalogue, tmp_path: Path) -> None:
    file = released(tmp_path / "given")
    file.with_suffix(".json").write_bytes(b"[" * 10_000)

    with pytest.raises(AltraBitsError, match=r"firmware\.malformed"):
        add_firmware(file, catalogue, trusted=TRUSTED, now=NOW)


def test_the_catalogue_has_a_bound(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue_module, "IMAGES_MOST", 1)
    add(catalogue, tmp_path / "a", b"a")

    with pytest.raises(Refused, match=r"firmware\.too_many"):
        add(catalogue, tmp_path / "b", b"b")


def test_what_is_damaged_or_planted_is_left_out(catalogue: Catalogue, tmp_path: Path) -> None:
    add(catalogue, tmp_path / "given")
    folder = tmp_path / "firmware"
    (folder / f"{'a' * 64}.json").write_bytes(b"{}")
    (folder / f"{'b' * 64}.json").symlink_to(folder / f"{manifest_for().sha256}.json")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")

    assert catalogue.signed() == (signed_for(),)


def test_no_id_leads_out_of_the_folder(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "secret.bin").write_bytes(b"secret")

    assert catalogue.part("../secret", offset=0, most=10) is None


def test_an_image_is_removed_by_the_begin_of_its_id(catalogue: Catalogue, tmp_path: Path) -> None:
    add(catalogue, tmp_path / "given")

    removed = remove_firmware(manifest_for().sha256[:8], catalogue)

    assert removed == manifest_for()
    assert list((tmp_path / "firmware").iterdir()) == []


@pytest.mark.parametrize("begin", ["", "abcdefgh", "ffffffff", manifest_for().sha256[:7]])
def test_an_unknown_or_short_id_removes_nothing(
    catalogue: Catalogue, tmp_path: Path, begin: str
) -> None:
    add(catalogue, tmp_path / "given")

    with pytest.raises(Refused, match=r"firmware\.unknown"):
        remove_firmware(begin, catalogue)

    assert catalogue.signed() == (signed_for(),)


def test_a_server_without_a_folder_has_nothing() -> None:
    assert Catalogue(None).signed() == ()
    assert Catalogue(None).part("a" * 64, offset=0, most=1) is None


def test_a_key_is_made_for_its_owner_alone_and_never_twice(tmp_path: Path) -> None:
    file = tmp_path / "maker.key"

    public = make_key(file)

    assert public == public_key_of(file.read_text(encoding="ascii"))
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(Refused, match=r"firmware\.not_kept"):
        make_key(file)


def test_what_is_signed_by_the_facts_beside_it_can_be_added(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    image, key = tmp_path / "cobalt.bin", tmp_path / "maker.key"
    image.write_bytes(IMAGE)
    image.with_suffix(".toml").write_text(FACTS, encoding="utf-8")
    key.write_text(SECRET, encoding="ascii")

    manifest = sign_firmware(image, key)
    signed = msgspec.json.decode(image.with_suffix(".json").read_bytes(), type=SignedManifest)

    assert signed.key == KEY
    assert proved_manifest(signed, trusted=TRUSTED) == manifest
    assert add_firmware(image, catalogue, trusted=TRUSTED, now=NOW) == manifest
    assert (manifest.version, manifest.size_bytes) == ("2.5.0", len(IMAGE))


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (FACTS.replace("2.5.0", "2.5 beta"), "version"),
        (FACTS.replace('products = ["Cobalt S1"]', ""), "products"),
        (FACTS.replace("[notes]", "[news]"), "news"),
        (FACTS.replace("2027", "2025"), "valid_until, notes"),
        (FACTS.replace("[notes]", "sha256 = 'x'\n[notes]"), "sha256"),
        ("products = [", "cobalt.toml"),
    ],
)
def test_facts_beyond_their_bounds_are_named(tmp_path: Path, facts: str, field: str) -> None:
    image, key = tmp_path / "cobalt.bin", tmp_path / "maker.key"
    image.write_bytes(IMAGE)
    image.with_suffix(".toml").write_text(facts, encoding="utf-8")
    key.write_text(SECRET, encoding="ascii")

    with pytest.raises(Refused) as refusal:
        sign_firmware(image, key)

    assert (refusal.value.code, refusal.value.arguments["field"]) == (
        "firmware.facts_malformed",
        field,
    )


def test_a_key_that_is_none_signs_nothing(tmp_path: Path) -> None:
    image, key = tmp_path / "cobalt.bin", tmp_path / "maker.key"
    image.write_bytes(IMAGE)
    image.with_suffix(".toml").write_text(FACTS, encoding="utf-8")
    key.write_bytes(os.urandom(64))

    with pytest.raises(Refused, match=r"firmware\.key_unreadable"):
        sign_firmware(image, key)


def test_a_full_disk_keeps_what_was_there(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(catalogue, tmp_path / "a", b"a")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match=r"firmware\.not_kept"):
        add(catalogue, tmp_path / "b", b"b")

    assert len(list((tmp_path / "firmware").iterdir())) == 2
    assert catalogue.part(manifest_for(b"a").sha256, offset=0, most=5) == b"a"
