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


def odd_identity(
    *, years: tuple[int, int] = (2000, 2100), issuer: Identity | None = None
) -> Identity:
    """Give a certificate that we would not make: of other years, or vouched for by somebody."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    own = make_identity("Fireside")
    key = serialization.load_pem_private_key(own.key, None)
    signing = serialization.load_pem_private_key((issuer or own).key, None)
    named = x509.load_pem_x509_certificate(own.certificate).subject
    vouching = x509.load_pem_x509_certificate((issuer or own).certificate).subject
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    assert isinstance(signing, ec.EllipticCurvePrivateKey)
    begin, end = (datetime(year, 1, 1, tzinfo=UTC) for year in years)
    number = x509.random_serial_number()
    made = x509.CertificateBuilder(vouching, named, key.public_key(), number, begin, end).sign(
        signing, hashes.SHA256()
    )
    return Identity(made.public_bytes(serialization.Encoding.PEM), own.key)


@pytest.mark.parametrize("years", [(2001, 2002), (2090, 2099)])
def test_days_of_a_pinned_certificate_do_not_count(years: tuple[int, int]) -> None:
    dated = odd_identity(years=years)

    heard = shake_hands(serving_context(dated), pinned_context(der_of(dated)), word=b"-")

    assert heard == b"-"


def test_pinned_certificate_may_be_vouched_for_by_anybody_who_gains_nothing_by_it() -> None:
    maker = make_identity("Maker")
    ours, theirs = odd_identity(issuer=maker), odd_identity(issuer=maker)
    trust = der_of(ours)

    assert shake_hands(serving_context(ours), pinned_context(trust), word=b"-") == b"-"
    for other in (theirs, maker, odd_identity(issuer=ours)):
        with pytest.raises(ssl.SSLCertVerificationError) as caught:
            shake_hands(serving_context(other), pinned_context(trust), word=b"secret")
        assert caught.value.__notes__ == ["heard b''"]


def test_r2_no_server_begins_a_handshake_anew(identity: Identity) -> None:
    contexts = (looking_context(), pinned_context(der_of(identity)))

    assert all(context.options & ssl.OP_NO_RENEGOTIATION for context in contexts)
