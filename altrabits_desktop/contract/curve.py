"""Points of the curve P-256, as far as a claim needs them. Pure.

Plain whole numbers: the time taken tells of the numbers. That is good enough for a code that is
used once, tried five times and forgotten after two minutes; firmware uses its own library. One
multiplication takes some milliseconds, so never on a loop that draws.

Source: SEC 1 and SEC 2 (secp256r1).
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
    """Add a point to itself so many times."""
    product: Point | None = None
    doubled: Point | None = point
    rest = scalar % ORDER
    while rest:
        if rest & 1:
            product = add(product, doubled)
        doubled = add(doubled, doubled)
        rest >>= 1
    return product


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
