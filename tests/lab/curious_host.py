"""A host of the lab that asks the desktop everything discovery knows to ask, again and again.

It asks from its own address and from one that belongs to no network here, which is what somebody
does who wants the answers sent to a victim.
"""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import time

from tests.harness.announce_vectors import PAYLOADS

DESKTOP = "192.168.71.10"
FOREIGN = "198.51.100.9"
_ROUND_S = 0.4
_SERVICES = ("_services._dns-sd._udp.local", "_altrabits._tcp.local")
_UNICAST_WANTED = 0x8000


def search(target: str) -> bytes:
    return (
        "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\n"
        f'MAN: "ssdp:discover"\r\nMX: 1\r\nST: {target}\r\n\r\n'
    ).encode()


def question(service: str, *, kind: int) -> bytes:
    labels = b"".join(bytes([len(part)]) + part.encode() for part in service.split("."))
    return struct.pack("!6H", 0, 0, 1, 0, 0, 0) + labels + b"\0" + struct.pack("!HH", 12, kind)


QUESTIONS = (
    *((said, 30303, None) for said in (PAYLOADS["R1"], b"D", b"Discovery", b"{}", b"D" * 1400)),
    *((search(what), 1900, "239.255.255.250") for what in ("ssdp:all", "upnp:rootdevice")),
    *(
        (question(service, kind=kind), 5353, "224.0.0.251")
        for service in _SERVICES
        for kind in (1, 1 | _UNICAST_WANTED)
    ),
)
"""What is asked, on which port, and by which group besides."""


def asking(source: str) -> dict[int, socket.socket]:
    """Open a socket for each port of the protocols at one address."""
    opened = {}
    for port in (30303, 1900, 5353):
        opened[port] = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        opened[port].setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(source))
        opened[port].bind((source, port))
    return opened


def main() -> None:
    subprocess.run(["ip", "addr", "add", f"{FOREIGN}/32", "dev", "eth0"], check=True)
    askers = [asking(source) for source in (os.environ["LAN_LAB_IP"], FOREIGN)]
    while True:
        for asker in askers:
            for said, port, group in QUESTIONS:
                for to in (DESKTOP, *([group] if group else [])):
                    asker[port].sendto(said, (to, port))
        time.sleep(_ROUND_S)


if __name__ == "__main__":
    main()
