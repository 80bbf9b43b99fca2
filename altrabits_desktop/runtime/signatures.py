"""Ed25519: signs what a maker releases, and tells whether something is signed. Loads late.

Keys and signatures are hexadecimal digits, as they stand in manifests and files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def new_signing_key() -> str:
    """Make a key to sign with: a secret of 32 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def public_key_of(secret: str) -> str:
    """Give the key that checks what a secret one signs.

    Raises:
        ValueError: it is no key.
    """
    return _secret_key(secret).public_key().public_bytes_raw().hex()


def sign(content: bytes, secret: str) -> str:
    """Sign something.

    Raises:
        ValueError: it is no key.
    """
    return _secret_key(secret).sign(content).hex()


def is_signed(content: bytes, *, key: str, signature: str) -> bool:
    """Tell whether the holder of a key has signed exactly this; False for what is no key too."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
        public.verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _secret_key(secret: str) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret.strip()))
