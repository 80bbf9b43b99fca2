"""What a renderer is told of an address that it shall play: the least that names it; pure.

Source: UPnP ContentDirectory:2, appendix B; DLNA Guidelines, protocolInfo.
"""

from __future__ import annotations

from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from altrabits_desktop.streamers.drivers.upnp.metadata import title_in_address

_DIDL = "urn:schemas-upnp-org:metadata-1-0/DIDL-Lite/"
_TERMS = "http://purl.org/dc/elements/1.1/"
_UPNP = "urn:schemas-upnp-org:metadata-1-0/upnp/"
_PIECE = "object.item.audioItem.musicTrack"
_BROADCAST = "object.item.audioItem.audioBroadcast"
_MEDIA_TYPES = {
    "aac": "audio/aac",
    "aif": "audio/aiff",
    "aiff": "audio/aiff",
    "dff": "audio/x-dff",
    "dsf": "audio/x-dsf",
    "flac": "audio/flac",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "mp4": "audio/mp4",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "wma": "audio/x-ms-wma",
}
"""By the ending of a file; whatever else lies at an address is taken for a station."""


def metadata_of(url: str) -> str:
    """Give the DIDL-Lite of an address: a title, a class and how it is had.

    A file is a piece of its kind. Anything else is a broadcast of any kind, as stations rarely
    say in their address what they send.

    Args:
        url: http or https, checked.
    """
    ending = urlsplit(url).path.rpartition("/")[2].rpartition(".")[2].lower()
    media_type = _MEDIA_TYPES.get(ending, "*")
    root = Element("DIDL-Lite", {"xmlns": _DIDL, "xmlns:dc": _TERMS, "xmlns:upnp": _UPNP})
    item = SubElement(root, "item", {"id": "0", "parentID": "-1", "restricted": "1"})
    SubElement(item, "dc:title").text = title_in_address(url) or urlsplit(url).hostname
    SubElement(item, "upnp:class").text = _BROADCAST if media_type == "*" else _PIECE
    how = {"protocolInfo": f"http-get:*:{media_type}:*"}
    SubElement(item, "res", how).text = url
    return tostring(root, encoding="unicode")
