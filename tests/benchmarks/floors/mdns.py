"""Floor of G5: a raw mDNS question, answers read by zeroconf's parser; prints seconds."""

from __future__ import annotations

import select
import socket
import struct
import sys
import time

from zeroconf import DNSIncoming, DNSOutgoing  # type: ignore[attr-defined] # exported without a list
from zeroconf._dns import DNSPointer, DNSQuestion

TYPE = "_altrabits._tcp.local."
_PTR, _IN, _FLAGS_QUERY = 12, 1, 0


def main(count: int) -> None:
    """Ask on the loopback card and wait for `count` names."""
    channel = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
    channel.bind(("", 5353))
    card = socket.inet_aton("127.0.0.1")
    group = struct.pack("4s4s", socket.inet_aton("224.0.0.251"), card)
    channel.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
    channel.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, card)
    channel.setblocking(False)
    question = DNSOutgoing(_FLAGS_QUERY)
    question.add_question(DNSQuestion(TYPE, _PTR, _IN))
    names: set[str] = set()
    begin_s = time.monotonic()
    for packet in question.packets():
        channel.sendto(packet, ("224.0.0.251", 5353))
    while len(names) < count and time.monotonic() < begin_s + 20:
        select.select([channel], [], [], 1)
        while True:
            try:
                packet = channel.recv(9000)
            except BlockingIOError:
                break
            for record in DNSIncoming(packet).answers():
                if isinstance(record, DNSPointer) and record.name == TYPE:
                    names.add(record.alias)
    print(time.monotonic() - begin_s if len(names) == count else "nan", flush=True)


main(int(sys.argv[1]))
