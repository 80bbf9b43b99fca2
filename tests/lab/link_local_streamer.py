"""Runs in a host of the lab: a streamer that has no address of IPv4, only a link-local one of IPv6.

It is a simulated one on the host's loopback; a relay brings its page to the host's card.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import ifaddr
from zeroconf import IPVersion, ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

CARD = "eth0"
TYPE = "_altrabits._tcp.local."
CHUNK_BYTES = 65_536
HAS_IPV4 = "both" in sys.argv
"""Told to, it has one of each."""


def is_tried_out() -> bool:
    """Tell whether the card's address may be used: a new one is tried out for a second or two."""
    words = ["ip", "-6", "addr", "show", "dev", CARD, "tentative"]
    return not subprocess.run(words, check=True, capture_output=True).stdout


def own_address() -> tuple[str, int]:
    """Give the link-local address of the card, and the card's number."""
    [card] = [each for each in ifaddr.get_adapters() if each.name == CARD]
    found = [ip.ip[0] for ip in card.ips if isinstance(ip.ip, tuple)]
    [address] = [each for each in found if each.startswith("fe80")]
    assert card.index is not None
    return address, card.index


async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while chunk := await reader.read(CHUNK_BYTES):
            writer.write(chunk)
            await writer.drain()
    writer.close()


async def serve(told: dict[str, str]) -> None:
    inside = urlsplit(told["control_url"])

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = await asyncio.open_connection(inside.hostname, inside.port or 80)
        await asyncio.gather(relay(reader, there[1]), relay(there[0], writer))

    address, index = own_address()
    ipv4 = os.environ["LAN_LAB_IP"]
    addresses = [socket.inet_pton(socket.AF_INET6, address)]
    await asyncio.start_server(take, "::", 80, family=socket.AF_INET6)
    if HAS_IPV4:
        await asyncio.start_server(take, ipv4, 80)
        addresses.append(socket.inet_aton(ipv4))
    zeroconf = AsyncZeroconf(
        interfaces=[index, ipv4] if HAS_IPV4 else [index],
        ip_version=IPVersion.All if HAS_IPV4 else IPVersion.V6Only,
    )
    await zeroconf.async_register_service(
        ServiceInfo(
            TYPE,
            f"{told['name']}.{TYPE}",
            addresses=addresses,
            port=80,
            properties={"id": told["id"], "api": "1", "pn": "Cobalt S1"},
            server="den.local.",
        ),
        # The simulated one says its name too, on loopback.
        cooperating_responders=True,
    )
    await asyncio.Event().wait()


def main() -> None:
    if not HAS_IPV4:
        subprocess.run(["ip", "-4", "addr", "flush", "dev", CARD], check=True)
    while not is_tried_out():
        time.sleep(0.1)
    altrabits = Path(sys.executable).with_name("altrabits")
    words = [str(altrabits), "simulate", "--json", "--count", "1", "--name", "Den"]
    words += ["--address", "127.0.0.2"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as simulated:
        assert simulated.stdout is not None
        try:
            asyncio.run(serve(json.loads(simulated.stdout.readline())))
        finally:
            simulated.terminate()


if __name__ == "__main__":
    main()
