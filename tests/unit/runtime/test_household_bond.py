"""What is kept of a bond: whole it is taken as it was written, damaged it is one kind of no."""

from __future__ import annotations

import json
import ssl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.runtime.certificates import Identity, make_identity
from altrabits_desktop.runtime.household_bond import Bond, bond_context, bond_text, read_bond
from tests.harness.damaged_keys import damaged_key

SERVER = make_identity("server")
BOND = Bond(make_identity("own"), ssl.PEM_cert_to_DER_cert(SERVER.certificate.decode("ascii")))


def test_what_was_written_is_read() -> None:
    read = read_bond(bond_text(BOND))

    assert (read.pin, read.own.fingerprint) == (BOND.pin, BOND.own.fingerprint)
    bond_context(read)


@pytest.mark.parametrize("text", ["", "7", "[]", "{}", "[" * 100_000, '{"a":' * 100_000])
def test_what_is_none_is_no_bond(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        bond_context(read_bond(text))


@pytest.mark.parametrize("part", ["algorithm", "curve"])
def test_a_key_of_a_kind_that_nobody_knows_is_no_bond(part: str) -> None:
    own = Identity(BOND.own.certificate, damaged_key(BOND.own.key, part))
    with pytest.raises(ValueError, match=r".*"):
        bond_context(read_bond(bond_text(Bond(own, BOND.server))))


@given(
    st.fixed_dictionaries({}, optional={name: st.text() for name in ("key", "own", "server")}),
    st.sampled_from(["key", "own", "server", "none"]),
)
def test_no_other_error_leaves_it(damage: dict[str, str], whole: str) -> None:
    table = json.loads(bond_text(BOND))
    text = json.dumps({**table, **damage, whole: table.get(whole, "")})
    try:
        bond_context(read_bond(text))
    except (ValueError, ssl.SSLError):
        return
    assert not damage.keys() - {whole}
