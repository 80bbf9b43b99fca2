"""Certificates made on the spot, and trust in exactly one of them.

A streamer or a shared server has no name that an authority could vouch for. Its certificate signs
itself, and its SHA-256 is what is known of it: the pin. Importing this loads no library; the first
certificate made takes a tenth of a second for that, so not on a loop that draws.

Source: docs/security-requirements.md R25, R27.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import ssl
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FROM = datetime(2000, 1, 1, tzinfo=UTC)
_UNTIL = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""No end, as RFC 5280 writes it: a small device has no clock, and its trust is its pin."""
_NAME_CHARACTERS = 64
_PASSWORD_BYTES = 32
_NO_CHECK_TIME = ssl.VerifyFlags(0x200000)
"""`X509_V_FLAG_NO_CHECK_TIME` of OpenSSL, for which Python has no name."""
_ANY_ISSUER = ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate that signs itself, with its key."""

    certificate: bytes
    """PEM."""
    key: bytes = field(repr=False)
    """PEM, PKCS 8, not locked."""

    @property
    def fingerprint(self) -> str:
        """Give the SHA-256 of the certificate."""
        return fingerprint_of(ssl.PEM_cert_to_DER_cert(self.certificate.decode("ascii")))


def make_identity(name: str) -> Identity:
    """Make an EC P-256 key and its certificate.

    Args:
        name: for people who look at it; cut to 64 characters, proves nothing.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:_NAME_CHARACTERS])])
    certificate = (
        x509.CertificateBuilder(named, named, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_FROM)
        .not_valid_after(_UNTIL)
        # It vouches for itself and for nobody else.
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Identity(
        certificate.public_bytes(serialization.Encoding.PEM),
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
    )


def identity_of(content: bytes) -> Identity:
    """Give the identity whose key and certificate stand in one text (PEM), and belong together.

    Raises:
        ValueError: they do not, or one of them is missing.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        PublicFormat,
        load_pem_private_key,
    )

    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    with _reading():
        key = load_pem_private_key(content, None)
        certificate = x509.load_pem_x509_certificate(content)
        belongs = key.public_key().public_bytes(*form) == certificate.public_key().public_bytes(
            *form
        )
    if not belongs:
        raise ValueError("the certificate is of another key")
    return Identity(
        certificate.public_bytes(Encoding.PEM),
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    )


def fingerprint_of(certificate: bytes) -> str:
    """Give the SHA-256 of a certificate (DER) in hexadecimal digits."""
    return hashlib.sha256(certificate).hexdigest()


def serving_context(identity: Identity) -> ssl.SSLContext:
    """Give what a server needs to show an identity; TLS 1.2 at least.

    Blocks for a small file: the system's library takes keys from files alone. What lies there for
    a moment is locked with a password that is never written.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    show(context, identity)
    return context


def show(context: ssl.SSLContext, identity: Identity) -> None:
    """Let a context show an identity, as a server or as a client. Blocks, as `serving_context`."""
    password = secrets.token_hex(_PASSWORD_BYTES)
    with tempfile.TemporaryDirectory(prefix="altrabits-") as folder:
        chain = Path(folder) / "identity.pem"
        chain.write_bytes(identity.certificate + _locked(identity.key, password))
        context.load_cert_chain(chain, password=password)


def welcoming_context(identity: Identity) -> ssl.SSLContext:
    """Give what a server needs that also looks at clients' certificates. Blocks, as above.

    A client need not show one. One that does must hold its key, and the certificate must have been
    taken by `trust_also`; else the handshake ends.
    """
    context = serving_context(identity)
    agree_cheaply(context)
    context.verify_mode = ssl.CERT_OPTIONAL
    context.verify_flags |= _NO_CHECK_TIME | _ANY_ISSUER
    return context


def trust_also(context: ssl.SSLContext, certificate: bytes) -> None:
    """Let a context also trust the holder of a certificate (DER).

    Raises:
        ssl.SSLError: no certificate.
    """
    context.load_verify_locations(cadata=certificate)


def pinned_context(certificate: bytes) -> ssl.SSLContext:
    """Give what a client needs to talk to the holder of one certificate and to nobody else.

    No name is checked, as there is none to check, and no date or issuer either: the pin is all
    that counts, and a small device or this computer may not know what day it is. Another
    certificate, also one that names the same holder, ends the handshake with
    `ssl.SSLCertVerificationError`, before anything was said.

    Args:
        certificate: DER, the one that was pinned.

    Raises:
        ssl.SSLError: no certificate.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    agree_cheaply(context)
    context.check_hostname = False
    context.verify_flags |= _NO_CHECK_TIME | _ANY_ISSUER
    context.load_verify_locations(cadata=certificate)
    return context


def trusting_context() -> ssl.SSLContext:
    """Give what a client needs to talk to whomever the authorities of this computer vouch for.

    Blocks while they are read. The name is checked; what a certificate lacks ends the handshake
    with `ssl.SSLCertVerificationError`, before anything was said.
    """
    context = ssl.create_default_context()
    agree_cheaply(context)
    return context


def looking_context() -> ssl.SSLContext:
    """Give what a client needs to look at a certificate; nothing may be said over it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    agree_cheaply(context)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


async def shown_certificate(host: str, port: int) -> bytes:
    """Give the certificate (DER) that is shown there: shakes hands without any trust, says nothing.

    Raises:
        OSError: no handshake.
    """
    _, writer = await asyncio.open_connection(host, port, ssl=looking_context())
    try:
        connection: ssl.SSLObject = writer.get_extra_info("ssl_object")
        return connection.getpeercert(binary_form=True) or b""
    finally:
        writer.transport.abort()


def agree_cheaply(context: ssl.SSLContext) -> None:
    """Agree with a server by P-256 alone.

    In the older ways the server chooses how large the numbers are; with ten thousand bits one
    handshake computes for most of a second, on the loop that draws.
    """
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES")
    context.set_ecdh_curve("prime256v1")
    # Whoever is asked could else begin anew as often as it likes, on the loop that draws.
    context.options |= ssl.OP_NO_RENEGOTIATION


def _locked(key: bytes, password: str) -> bytes:
    from cryptography.hazmat.primitives import serialization

    with _reading():
        read = serialization.load_pem_private_key(key, None)
    return read.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(password.encode("ascii")),
    )


@contextmanager
def _reading() -> Iterator[None]:
    """Know one kind of no.

    What is damaged may read as a key that is locked, or of a kind that nobody has heard of.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.x509 import InvalidVersion

    try:
        yield
    except (TypeError, UnsupportedAlgorithm, InvalidVersion) as error:
        raise ValueError(str(error)) from error
