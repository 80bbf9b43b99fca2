"""What a renderer's notice says has changed: names only, never values; pure.

Source: UPnP AVTransport:3, chapter 2.3.1; RenderingControl:3, chapter 2.3.1.
"""

from __future__ import annotations

from enum import Enum, auto

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import ACTION_ELEMENTS, EVENT_BYTES
from altrabits_desktop.streamers.drivers.upnp.markup import elements_of

_INSTANCE = "0"
_OF_THE_TRANSPORT = frozenset(
    {
        *("TransportState", "TransportStatus", "CurrentTransportActions"),
        *("AVTransportURI", "AVTransportURIMetaData", "NumberOfTracks", "CurrentTrack"),
        *(
            "CurrentTrackURI",
            "CurrentTrackMetaData",
            "CurrentTrackDuration",
            "CurrentMediaDuration",
        ),
    }
)
_OF_THE_LEVEL = frozenset({"Volume", "VolumeDB", "Mute"})


class Part(Enum):
    """What is asked anew after a change."""

    TRANSPORT = auto()
    LEVEL = auto()


EVERYTHING = frozenset(Part)


def changed_parts(content: bytes) -> frozenset[Part]:
    """Give which parts of its state a renderer says have changed.

    A change whose inner document cannot be read may be of anything: some renderers undo one escape
    too many in it.

    Args:
        content: the property set as it came.

    Raises:
        MalformedAnswer: `upnp.malformed`: the notice itself is beyond the limits, or none.
    """
    elements = elements_of(content, most_bytes=EVENT_BYTES, most_elements=ACTION_ELEMENTS)
    if elements[0].name != "propertyset":
        raise MalformedAnswer("upnp.malformed")
    changes = [element.text for element in elements if element.name == "LastChange"]
    return frozenset(part for change in changes for part in _parts_of(change))


def _parts_of(change: str) -> frozenset[Part]:
    if not change.strip():
        return frozenset()
    try:
        inner = elements_of(
            change.encode("utf-8", "replace"),
            most_bytes=EVENT_BYTES,
            most_elements=ACTION_ELEMENTS,
        )
    except MalformedAnswer:
        return EVERYTHING
    names = {
        child.name
        for element in inner
        if element.name == "InstanceID" and element.attributes.get("val", "") == _INSTANCE
        for child in element.children
    }
    found = set()
    if names & _OF_THE_TRANSPORT:
        found.add(Part.TRANSPORT)
    if names & _OF_THE_LEVEL:
        found.add(Part.LEVEL)
    return frozenset(found)
