"""250 made-up UPnP renderers in one process: answers spread over MX, one description each.

Prints `ready`, then runs until it is ended. Loopback only.
"""

from __future__ import annotations

import asyncio
import random
import socket
import struct
import sys
from functools import partial

FIRST = 10
_RENDERER = "urn:schemas-upnp-org:device:MediaRenderer:1"
_DESCRIPTION = """<?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0">
<specVersion><major>1</major><minor>0</minor></specVersion><device>
<deviceType>{kind}</deviceType><friendlyName>Renderer {number}</friendlyName>
<manufacturer>Somebody</manufacturer><modelName>Box</modelName><UDN>uuid:{udn}</UDN>
</device></root>"""


def udn_of(number: int) -> str:
    """Give a random-looking identity that carries no MAC."""
    return f"00000000-0000-4000-8000-{number:012x}"


def address_of(number: int) -> str:
    """Give the loopback address of a renderer."""
    return f"127.0.1.{FIRST + number % 100}"


class House(asyncio.DatagramProtocol):
    """Answers searches as the standard asks: at a random instant within MX."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._sockets: dict[str, socket.socket] = {}
        for number in range(count):
            address = address_of(number)
            if address not in self._sockets:
                channel = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                channel.bind((address, 0))
                channel.setblocking(False)
                self._sockets[address] = channel

    def datagram_received(self, data: bytes, sender: tuple[str, int]) -> None:
        """Plan one answer a renderer."""
        if not data.startswith(b"M-SEARCH") or _RENDERER.encode() not in data:
            return
        mx = next(
            (float(line[3:]) for line in data.decode().splitlines() if line.startswith("MX:")), 1.0
        )
        loop = asyncio.get_running_loop()
        for number in range(self._count):
            loop.call_later(random.uniform(0, mx), partial(self._answer, number, sender))

    def _answer(self, number: int, sender: tuple[str, int]) -> None:
        address = address_of(number)
        answer = (
            "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=1800\r\nEXT:\r\n"
            f"LOCATION: http://{address}:49494/{number}.xml\r\nST: {_RENDERER}\r\n"
            f"USN: uuid:{udn_of(number)}::{_RENDERER}\r\nSERVER: bench/1\r\n\r\n"
        )
        self._sockets[address].sendto(answer.encode(), sender)


async def describe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Serve one description."""
    request = await reader.readuntil(b"\r\n\r\n")
    number = int(request.split(b" ")[1].strip(b"/").partition(b".")[0])
    body = _DESCRIPTION.format(kind=_RENDERER, number=number, udn=udn_of(number)).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    writer.write(head.encode() + body)
    await writer.drain()
    writer.close()


async def main(count: int) -> None:
    """Run the house."""
    channel = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    channel.bind(("239.255.255.250", 1900))
    group = struct.pack("4s4s", socket.inet_aton("239.255.255.250"), socket.inet_aton("127.0.0.1"))
    channel.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
    await asyncio.get_running_loop().create_datagram_endpoint(lambda: House(count), sock=channel)
    addresses = sorted({address_of(number) for number in range(count)})
    servers = [await asyncio.start_server(describe, address, 49494) for address in addresses]
    print("ready", flush=True)
    await asyncio.gather(*(server.serve_forever() for server in servers))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
