"""Who a virtual streamer is: everything about it follows from its number."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid5

_PRODUCTS = ("Cobalt S1", "Cobalt Amp", "Cobalt Mini", "Cobalt S2", "Cobalt Bar")
_IDENTITIES = UUID("5f3f9f0e-6f0b-4c58-9b0e-6a7c1d2e8f40")
_OCTETS_OF_MICROCHIP = bytes((0x00, 0x04, 0xA3))

_HOUSE = (
    ("Fireside", "Living room"),
    ("Window seat", "Living room"),
    ("Bedroom", "Upstairs"),
    ("Kitchen counter", "Kitchen"),
    ("Study", "Upstairs"),
    ("Garden door", "Garden"),
    ("Bathroom", "Upstairs"),
    ("Dining table", "Kitchen"),
    ("Reception", "Lobby"),
    ("Fireplace", "Lobby"),
    ("Library corner", "Lobby"),
    ("Cloakroom", "Lobby"),
    ("Buffet", "Breakfast room"),
    ("Bay window", "Breakfast room"),
    ("Terrace", "Breakfast room"),
    ("Bar", "Lounge"),
)
_ROOMS_A_FLOOR = 12
_FLOORS = (
    "Ground",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """What stays the same about a streamer, wherever it stands."""

    number: int
    order: int
    id: str
    mac: bytes
    """Six octets."""
    name: str
    room: str
    product: str
    firmware: str = "2.4.1"
    inputs: tuple[str, ...] = ("Network", "Optical", "Coax", "Bluetooth", "Turntable")

    @property
    def mac_text(self) -> str:
        """Give the MAC in lower case with colons."""
        return self.mac.hex(":")

    @property
    def host_name(self) -> str:
        """Give the host name as NetBIOS has it: at most 15 characters, upper case."""
        return f"COBALT-{self.number:06X}"


def persona(number: int, *, order: int, name: str | None = None) -> Persona:
    """Make a streamer; pure, the same on every computer and every day.

    Args:
        number: 0 to 16,777,215: the last three octets of the MAC; the id follows from it too.
        order: place in the house, 0 or more: room, name and product follow from it.
        name: plain text instead of the name of its place.
    """
    mac = mac_of(number)
    own_name, room = _place(order)
    return Persona(
        number=number,
        order=order,
        id=str(uuid5(_IDENTITIES, mac.hex())),
        mac=mac,
        name=name or own_name,
        room=room,
        product=_PRODUCTS[order % len(_PRODUCTS)],
    )


def mac_of(number: int) -> bytes:
    """Give the six octets of a number's MAC: Microchip's first three, then the number."""
    return _OCTETS_OF_MICROCHIP + number.to_bytes(3, "big")


def _place(order: int) -> tuple[str, str]:
    if order < len(_HOUSE):
        return _HOUSE[order]
    floor, door = divmod(order - len(_HOUSE), _ROOMS_A_FLOOR)
    floor += 1
    named = f"{_FLOORS[floor]} floor" if floor < len(_FLOORS) else f"Floor {floor}"
    return f"Room {floor}{door + 1:02}", named
