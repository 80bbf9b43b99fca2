"""Runs in a host of the lab: a UPnP renderer that has only a link-local address of IPv6."""

from __future__ import annotations

import socket
import struct
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

from tests.lab.link_local_streamer import CARD, is_tried_out, own_address

UDN = "6a3c7d2e-0000-4000-8000-00000000000b"
TYPE = "urn:schemas-upnp-org:device:MediaRenderer:1"
DESCRIPTION = f"""<?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0"><device>
<deviceType>{TYPE}</deviceType><friendlyName>Loft</friendlyName><manufacturer>Maker</manufacturer>
<modelName>Box</modelName><UDN>uuid:{UDN}</UDN></device></root>""".encode()


class Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(DESCRIPTION)))
        self.end_headers()
        self.wfile.write(DESCRIPTION)


class Server(HTTPServer):
    address_family = socket.AF_INET6


def answer() -> None:
    """Answer each search on the card; the location names no card, as its asker has its own."""
    address, index = own_address()
    location = f"http://[{address}]:49494/d.xml"
    said = (
        "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=1800\r\nEXT:\r\n"
        f"LOCATION: {location}\r\nST: {TYPE}\r\nUSN: uuid:{UDN}::{TYPE}\r\n\r\n"
    ).encode()
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as listening:
        listening.bind(("::", 1900))
        group = socket.inet_pton(socket.AF_INET6, "ff02::c") + struct.pack("@I", index)
        listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, group)
        while True:
            datagram, source = listening.recvfrom(2048)
            if datagram.startswith(b"M-SEARCH"):
                listening.sendto(said, source)


def main() -> None:
    subprocess.run(["ip", "-4", "addr", "flush", "dev", CARD], check=True)
    while not is_tried_out():
        time.sleep(0.1)
    threading.Thread(target=answer, daemon=True).start()
    Server(("::", 49494), Page).serve_forever()


if __name__ == "__main__":
    main()
