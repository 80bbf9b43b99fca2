"""Points of the curve P-256, as far as a claim needs them. Pure.

OpenSSL multiplies, by way of `cryptography`, in a time that tells nothing of the number. It gives
the first coordinate alone, so a second product stands in for the other one. The little that stays
here are sums of two points, each done once with numbers that are never used again. A product takes
a third of a millisecond; the first one loads the library, a tenth of a second, so not on a loop
that draws.

Source: SEC 1 and SEC 2 (secp256r1); Okeya and Sakurai, "Efficient Elliptic Curve Cryptosystems from
a Scalar Multiplication Algorithm with Recovery of the y-Coordinate" (CHES 2001).
"""

from __future__ import annotations

Point = tuple[int, int]
"""Affine coordinates; never the point at infinity, which is None."""

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
POINT_BYTES = 65
_FIELD = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
_COORDINATE_BYTES = 32
_UNCOMPRESSED = 4
GENERATOR: Point = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def multiply(scalar: int, point: Point) -> Point | None:
    """Add a point of the curve to itself so many times; None is the point at infinity."""
    number = scalar % ORDER
    if number in (0, 1, ORDER - 1):
        return (None, point, negative(point))[min(number, 2)]
    x, y = point
    product = _first_coordinate(number, point)
    following = _first_coordinate(number + 1, point)
    # The line through point and product meets the curve in what follows: solved for the product.
    curve_there = pow(product, 3, _FIELD) - 3 * product + _B
    doubled = curve_there + y * y - (following + product + x) * (product - x) ** 2
    return product, doubled * pow(2 * y, -1, _FIELD) % _FIELD


def _first_coordinate(scalar: int, point: Point) -> int:
    from cryptography.hazmat.primitives.asymmetric import ec

    curve = ec.SECP256R1()
    public = ec.EllipticCurvePublicNumbers(*point, curve).public_key()
    shared = ec.derive_private_key(scalar, curve).exchange(ec.ECDH(), public)
    return int.from_bytes(shared, "big")


def add(one: Point | None, other: Point | None) -> Point | None:
    """Add two points; None is the point at infinity."""
    if one is None or other is None:
        return one or other
    (x1, y1), (x2, y2) = one, other
    if x1 == x2 and (y1 + y2) % _FIELD == 0:
        return None
    if one == other:
        slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, _FIELD)
    else:
        slope = (y2 - y1) * pow(x2 - x1, -1, _FIELD)
    x3 = (slope * slope - x1 - x2) % _FIELD
    return x3, (slope * (x1 - x3) - y1) % _FIELD


def negative(point: Point | None) -> Point | None:
    """Give what a point adds up with to infinity."""
    return None if point is None else (point[0], -point[1] % _FIELD)


def point_bytes(point: Point) -> bytes:
    """Write a point, uncompressed."""
    x, y = (number.to_bytes(_COORDINATE_BYTES, "big") for number in point)
    return bytes((_UNCOMPRESSED,)) + x + y


def read_point(content: bytes) -> Point | None:
    """Read an uncompressed point; None for anything that is no point of the curve.

    The curve has no smaller groups, so every other point may be used.
    """
    if len(content) != POINT_BYTES or content[0] != _UNCOMPRESSED:
        return None
    x = int.from_bytes(content[1 : 1 + _COORDINATE_BYTES], "big")
    y = int.from_bytes(content[1 + _COORDINATE_BYTES :], "big")
    is_on_curve = (y * y - (x * x * x - 3 * x + _B)) % _FIELD == 0
    return (x, y) if is_on_curve and max(x, y) < _FIELD else None
