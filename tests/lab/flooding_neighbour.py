"""A neighbour of the lab that invents streamers, once, as soon as somebody asks who is there.

Words: how many, and how many a second. It speaks from forty addresses of its own and never answers
for any of them. Prints `done` when all are said.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time

ADDRESSES = 40
_FIRST = 100
_PORT = 30303
_DESKTOP = "192.168.71.10"


def invented(number: int) -> bytes:
    """Give the announcement of one that is not there."""
    mac = b"\x02" + (0x0004A3000000 + number).to_bytes(6, "big") + b"\r\n\r\n"
    return mac + json.dumps({"PN": "Invented", "NM": f"Number {number}"}).encode()


def open_senders() -> list[socket.socket]:
    senders = []
    for number in range(ADDRESSES):
        address = f"192.168.71.{_FIRST + number}"
        subprocess.run(["ip", "addr", "add", f"{address}/24", "dev", "eth0"], check=True)
        sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sender.bind((address, _PORT))
        senders.append(sender)
    return senders


def wait_for_a_question() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as heard:
        heard.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        heard.bind(("", _PORT))
        while not heard.recv(64).startswith(b"D"):
            pass


def main() -> None:
    count, per_second = map(int, sys.argv[1:])
    os.environ["LAN_LAB_IP"]  # it belongs to a lab alone
    wait_for_a_question()
    senders = open_senders()
    begun_at_s = time.monotonic()
    for number in range(count):
        senders[number % ADDRESSES].sendto(invented(number), (_DESKTOP, _PORT))
        time.sleep(max(0.0, begun_at_s + number / per_second - time.monotonic()))
    print("done", flush=True)
    # Their addresses stay, and nobody is at them.
    time.sleep(3600)


if __name__ == "__main__":
    main()
