"""A streamer with an address of another network: answers each question by limited broadcast."""

from __future__ import annotations

import socket

from tests.harness.announce_vectors import PAYLOADS

if __name__ == "__main__":
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        ear.bind(("", 30303))
        while True:
            datagram, _ = ear.recvfrom(2048)
            if datagram[:1] == b"D":
                ear.sendto(PAYLOADS["A1"], ("255.255.255.255", 30303))
