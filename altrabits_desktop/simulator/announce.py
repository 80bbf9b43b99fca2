"""The Announce messages of a Harmony streamer, composed; pure.

Source: docs/protocols/announce.md. Nothing is shared with the app's parser, so that an error in
one of them shows.
"""

from __future__ import annotations

import json
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.simulator.persona import Persona

ANNOUNCE_PORT = 30303
TICK_S = 0.333
"""How often the Harmony stack looks at its queue."""

MOST_BYTES = 512
"""What a Harmony build sends by default."""

_END = b"\r\n"
_TRUNCATED, _MAC, _MAC_DRIVER, _HOST_NAME, _IPV4 = (bytes((kind,)) for kind in range(1, 6))
_HOST_NAME_WIDTH = 15
_SPREAD = 0.618034  # the golden section leaves no two of many phases close together


def is_request(datagram: bytes) -> bool:
    """Tell whether a datagram is a request: a streamer looks at its first byte only."""
    return datagram[:1] == b"D"


def reply(persona: Persona, *, address: str, control_port: int | None) -> bytes:
    """Compose an answer, which is also the announcement that nobody asked for.

    Args:
        persona: who answers.
        address: IPv4 literal of the interface that answers.
        control_port: port of the control API; None gives what today's firmware gives, `PN` only.

    Returns:
        At most 512 bytes; what does not fit costs the user data, and the message says so.
    """
    fields = b"".join(
        (
            _MAC + persona.mac + _END,
            _MAC_DRIVER + b"GMAC" + _END,
            _HOST_NAME + persona.host_name.ljust(_HOST_NAME_WIDTH).encode("ascii") + _END,
            _IPV4 + IPv4Address(address).packed + _END,
        )
    )
    whole = fields + _END + _user_data(persona, control_port=control_port)
    return whole if len(whole) <= MOST_BYTES else _TRUNCATED + _END + fields


def until_tick_s(now_s: float, *, phase_s: float) -> float:
    """Give the seconds until a streamer looks at its queue again: more than 0, at most a tick."""
    return TICK_S - (now_s - phase_s) % TICK_S


def phase_s(order: int) -> float:
    """Give when a streamer's ticks begin; neighbours answer at different instants."""
    return order * _SPREAD % 1 * TICK_S


def malformed_replies(persona: Persona, *, address: str) -> tuple[bytes, ...]:
    """Give messages that break the protocol, in the order a broken streamer sends them."""
    whole = reply(persona, address=address, control_port=80)
    fields, separator, _ = whole.partition(_END + _END)
    head = fields + separator
    return (
        _MAC + persona.mac[:3],
        _MAC + persona.mac + whole[9:],
        b"\rA",
        head + b'{"PN":"Cobalt S1","FW":"1.',
        head + b"[" * 400,
        head + b'{"PN":"\xff\xfe"}',
        head + b'{"PN":{"a":1},"CP":"80","ID":7}',
        whole + b"A" * 2000,
        bytes(range(256)),
    )


def _user_data(persona: Persona, *, control_port: int | None) -> bytes:
    keys: dict[str, str | int] = {"PN": persona.product}
    if control_port is not None:
        keys |= {"ID": persona.id, "NM": persona.name, "CP": control_port, "RM": persona.room}
    return json.dumps(keys, ensure_ascii=False, separators=(",", ":")).encode()
