"""Floor of G5: a raw socket that asks once and counts the answers' MACs; prints seconds."""

from __future__ import annotations

import select
import socket
import sys
import time

QUESTION = b"Discovery: Who is out there?\x00\n"


def main(count: int) -> None:
    """Ask on the loopback card and wait for `count` streamers."""
    channel = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
    channel.bind(("0.0.0.0", 30303))
    channel.setblocking(False)
    begin_s = time.monotonic()
    channel.sendto(QUESTION, ("127.255.255.255", 30303))
    heard: set[bytes] = set()
    while len(heard) < count and time.monotonic() < begin_s + 10:
        select.select([channel], [], [], 1)
        while True:
            try:
                answer = channel.recv(2048)
            except BlockingIOError:
                break
            if answer[:1] == b"\x02":
                heard.add(answer[1:7])
    print(time.monotonic() - begin_s if len(heard) == count else "nan", flush=True)


main(int(sys.argv[1]))
