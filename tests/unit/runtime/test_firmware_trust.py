"""Whose firmware is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.runtime.firmware_trust import (
    KEY_SETTING,
    makers_keys,
    proved_manifest,
    trusted_keys,
)
from altrabits_desktop.runtime.signatures import is_signed, new_signing_key, public_key_of, sign
from tests.fakes.firmware import KEY, OTHER_SECRET, TRUSTED, manifest_for, signed_for, signed_text

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_signed_is_known_by_its_key_alone() -> None:
    secret = new_signing_key()
    signature = sign(b"content", secret)

    assert is_signed(b"content", key=public_key_of(secret), signature=signature)
    assert not is_signed(b"contents", key=public_key_of(secret), signature=signature)
    assert not is_signed(b"content", key=KEY, signature=signature)
    assert not is_signed(b"content", key="zz", signature=signature)


def test_signatures_are_those_of_rfc_8032() -> None:
    secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"

    assert public_key_of(secret) == (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    )
    assert sign(b"", secret) == (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
        "f9b46bd25bf5f0595bbe24655141438e7a100b"
    )


def test_the_makers_keys_are_lines_beside_remarks(tmp_path: Path) -> None:
    (tmp_path / "keys.txt").write_text(f"# of the maker\n\n{KEY}\n", encoding="utf-8")

    assert makers_keys(tmp_path) == {KEY}


def test_a_further_key_is_trusted_only_where_it_was_named() -> None:
    assert KEY not in trusted_keys({})
    assert trusted_keys({KEY_SETTING: KEY.upper()}) - trusted_keys({}) == {KEY}


def test_what_is_named_as_key_and_is_none_is_refused() -> None:
    with pytest.raises(Refused, match=r"firmware\.key_malformed"):
        trusted_keys({KEY_SETTING: "yes"})


def test_r57_a_signed_manifest_is_read() -> None:
    assert proved_manifest(signed_for(), trusted=TRUSTED) == manifest_for()


def test_r57_a_manifest_of_another_key_is_refused() -> None:
    with pytest.raises(Refused, match=r"firmware\.untrusted"):
        proved_manifest(signed_for(secret=OTHER_SECRET), trusted=TRUSTED)


def test_r57_a_forged_or_mixed_manifest_is_refused() -> None:
    good, other = signed_for(), signed_for(version="2.6.0")
    forged = [
        replace(signed_for(secret=OTHER_SECRET), key=KEY),
        replace(good, manifest=other.manifest),
        replace(good, signature=other.signature),
        replace(good, manifest=good.manifest.replace("2.5.0", "9.5.0")),
    ]

    for signed in forged:
        with pytest.raises(Refused, match=r"firmware\.forged"):
            proved_manifest(signed, trusted=TRUSTED)


def test_what_the_maker_signed_by_mistake_is_still_malformed() -> None:
    with pytest.raises(MalformedAnswer):
        proved_manifest(signed_text('{"format":1}'), trusted=TRUSTED)
