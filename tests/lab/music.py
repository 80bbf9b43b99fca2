"""Music for the renderers of a lab: a tone served from its desktop, played as others would."""

from __future__ import annotations

import contextlib
import io
import math
import re
import socket
import socketserver
import struct
import threading
import time
import urllib.request
import wave
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

DESKTOP = "192.168.71.10"
TITLE = "Grüße & a tone"
ARTIST = "The <Lab>"
RENDERER = "urn:schemas-upnp-org:device:MediaRenderer:1"
TRANSPORT = "urn:schemas-upnp-org:service:AVTransport:1"
RENDERING = "urn:schemas-upnp-org:service:RenderingControl:1"
_SEARCH = (
    "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\n"
    f'MAN: "ssdp:discover"\r\nMX: 1\r\nST: {RENDERER}\r\n\r\n'
)
_LIMIT_S = 30.0


def tone() -> bytes:
    """A quiet tone of a minute as WAV."""
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        second = [int(3000 * math.sin(n * 2 * math.pi * 440 / 8000)) for n in range(8000)]
        file.writeframes(struct.pack("<8000h", *second) * 60)
    return content.getvalue()


class _Tone(BaseHTTPRequestHandler):
    content = tone()

    def do_HEAD(self) -> None:
        self._begin()

    def do_GET(self) -> None:
        begins_at = self._begin()
        try:
            self.wfile.write(self.content[begins_at:])
        except ConnectionError:
            return

    def _begin(self) -> int:
        """Send the head, and give the first byte that is wanted: going to a place asks for it."""
        wanted = re.fullmatch(r"bytes=(\d+)-\d*", self.headers.get("Range", ""))
        begins_at = min(int(wanted[1]), len(self.content) - 1) if wanted else 0
        size = len(self.content)
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Type", "audio/wav")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(size - begins_at))
        if wanted:
            self.send_header("Content-Range", f"bytes {begins_at}-{size - 1}/{size}")
        self.end_headers()
        return begins_at

    def log_message(self, *_said: object) -> None:
        return


class _Server(ThreadingHTTPServer):
    def server_bind(self) -> None:
        # The library would look its own name up, and the lab has no name server to ask.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = DESKTOP, self.server_address[1]


@contextlib.contextmanager
def served_tone() -> Iterator[str]:
    """Serve the tone inside the block and give its address."""
    serving = _Server((DESKTOP, 0), _Tone)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://{DESKTOP}:{serving.server_port}/tone.wav"
    serving.shutdown()
    serving.server_close()


def find(addresses: set[str]) -> dict[str, str]:
    """Ask by SSDP until every renderer has told where its description is."""
    found: dict[str, str] = {}
    ends_at_s = time.monotonic() + _LIMIT_S
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(DESKTOP))
        asking.bind((DESKTOP, 0))
        asking.settimeout(3.0)
        while addresses - found.keys() and time.monotonic() < ends_at_s:
            asking.sendto(_SEARCH.encode(), ("239.255.255.250", 1900))
            try:
                while addresses - found.keys():
                    answer, (sender, _) = asking.recvfrom(4096)
                    location = re.search(rb"(?im)^location:\s*(\S+)", answer)
                    if location and sender in addresses:
                        found[sender] = location[1].decode()
            except TimeoutError:
                continue
    return found


def call(description: str, service: str, action: str, **arguments: str) -> None:
    """Send an action as any other control point would."""
    with urllib.request.urlopen(description, timeout=5) as answer:  # noqa: S310 # http, in the lab
        text = answer.read().decode()
    kind = re.escape(service.rpartition(":")[0])
    control = re.search(rf"{kind}:\d.*?<controlURL>([^<]*)</controlURL>", text, re.DOTALL)
    assert control is not None
    said = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in arguments.items())
    body = (
        '<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" '
        's:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><s:Body>'
        f'<u:{action} xmlns:u="{service}"><InstanceID>0</InstanceID>{said}</u:{action}>'
        "</s:Body></s:Envelope>"
    )
    request = urllib.request.Request(  # noqa: S310 # http, in the lab
        urljoin(description, control[1]),
        body.encode(),
        {"SOAPAction": f'"{service}#{action}"', "Content-Type": 'text/xml; charset="utf-8"'},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 # the same
        answer.read()


def play(description: str, url: str) -> None:
    """Make a renderer play the tone."""
    metadata = (
        '<DIDL-Lite xmlns="urn:schemas-upnp-org:metadata-1-0/DIDL-Lite/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:upnp="urn:schemas-upnp-org:metadata-1-0/upnp/">'
        '<item id="1" parentID="0" restricted="1">'
        f"<dc:title>{escape(TITLE)}</dc:title><upnp:artist>{escape(ARTIST)}</upnp:artist>"
        "<upnp:class>object.item.audioItem.musicTrack</upnp:class>"
        f'<res protocolInfo="http-get:*:audio/wav:*">{escape(url)}</res></item></DIDL-Lite>'
    )
    call(description, TRANSPORT, "SetAVTransportURI", CurrentURI=url, CurrentURIMetaData=metadata)
    call(description, RENDERING, "SetVolume", Channel="Master", DesiredVolume="37")
    call(description, TRANSPORT, "Play", Speed="1")
