"""A card `tun0` such as a VPN makes, with an address; it swallows all until the lab ends."""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess

_MAKE = 0x400454CA
_TUN, _BARE = 0x0001, 0x1000
_READ_BYTES = 2048

if __name__ == "__main__":
    tunnel = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(tunnel, _MAKE, struct.pack("16sH", b"tun0", _TUN | _BARE))
    for words in ("addr add 10.8.0.2/32 dev tun0", "link set tun0 up"):
        subprocess.run(["ip", *words.split()], check=True)
    while True:
        os.read(tunnel, _READ_BYTES)
