from __future__ import annotations

import ssl
from datetime import UTC, datetime

import pytest

from altrabits_desktop.runtime.certificates import (
    Identity,
    fingerprint_of,
    looking_context,
    make_identity,
    pinned_context,
    serving_context,
)
from tests.harness.handshake import shake_hands


@pytest.fixture(scope="module")
def identity() -> Identity:
    return make_identity("Fireside")


def der_of(identity: Identity) -> bytes:
    return ssl.PEM_cert_to_DER_cert(identity.certificate.decode())


def test_holder_of_the_pinned_certificate_is_talked_to(identity: Identity) -> None:
    heard = shake_hands(
        serving_context(identity), pinned_context(der_of(identity)), word=b"GET / HTTP/1.1"
    )

    assert heard == b"GET / HTTP/1.1"


@pytest.mark.uncounted
@pytest.mark.parametrize("number", range(100))
def test_r25_another_certificate_ends_it_before_the_first_byte_100_of_100(
    identity: Identity, number: int
) -> None:
    stranger = serving_context(make_identity("Fireside" if number % 2 else f"Other {number}"))

    with pytest.raises(ssl.SSLCertVerificationError) as caught:
        shake_hands(stranger, pinned_context(der_of(identity)), word=b"secret")

    assert caught.value.__notes__ == ["heard b''"]


def test_older_tls_is_refused_by_both_sides(identity: Identity) -> None:
    contexts = (
        serving_context(identity),
        pinned_context(der_of(identity)),
        looking_context(),
    )

    assert {context.minimum_version for context in contexts} == {ssl.TLSVersion.TLSv1_2}


def test_fingerprint_is_the_sha_256_of_what_is_on_the_wire(identity: Identity) -> None:
    assert identity.fingerprint == fingerprint_of(der_of(identity))
    assert len(identity.fingerprint) == 64


def test_r25_key_is_of_p_256_and_its_certificate_vouches_for_nobody_else() -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

    made = x509.load_pem_x509_certificate(make_identity("N" * 100).certificate)

    key = made.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert key.curve.name == "secp256r1"
    assert not made.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert made.subject == made.issuer
    assert made.not_valid_before_utc < datetime.now(UTC) < made.not_valid_after_utc


def test_each_identity_is_another(identity: Identity) -> None:
    assert make_identity("Fireside").fingerprint != identity.fingerprint


def test_key_stands_in_no_text(identity: Identity) -> None:
    assert "PRIVATE" not in repr(identity)


def test_any_certificate_may_be_looked_at(identity: Identity) -> None:
    assert shake_hands(serving_context(identity), looking_context(), word=b"-") == b"-"


def test_r2_no_server_chooses_how_large_the_numbers_of_a_handshake_are(
    identity: Identity,
) -> None:
    contexts = (looking_context(), pinned_context(der_of(identity)))
    named = {cipher["name"] for context in contexts for cipher in context.get_ciphers()}

    assert {name for name in named if not name.startswith(("ECDHE", "TLS_"))} == set()
