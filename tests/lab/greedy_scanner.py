"""Holds UDP port 30303 as another scanner does, until the lab ends. Word: alone or sharing."""

from __future__ import annotations

import socket
import sys
import time

if __name__ == "__main__":
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as held:
        if sys.argv[1] == "sharing":
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("", 30303))
        time.sleep(600)
