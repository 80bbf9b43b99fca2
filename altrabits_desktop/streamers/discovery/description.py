"""A UPnP description: which wanted device it speaks of and what that calls itself; pure.

Source: UPnP Device Architecture 2.0, chapter 2.3 "Device description".
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from altrabits_desktop.contract.errors import MalformedDescription
from altrabits_desktop.contract.limits import FETCH_BYTES, MARKUP_DEPTH, URL_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_name
from altrabits_desktop.streamers.reach import may_reach

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.sax.xmlreader import AttributesImpl

    from altrabits_desktop.streamers.discovery.device_types import DeviceTypes
    from altrabits_desktop.streamers.reach import Reachable

_DEVICES_READ = 64
_ELEMENTS_READ = 20_000
_TEXT_CHARACTERS = URL_CHARACTERS
_WANTED = frozenset(
    {
        "deviceType",
        "friendlyName",
        "manufacturer",
        "modelName",
        "modelNumber",
        "presentationURL",
        "UDN",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a device says of itself; texts are plain."""

    device_type: str
    udn: str | None = None
    """Without `uuid:`, lower case."""
    name: str | None = None
    maker: str | None = None
    product: str | None = None
    model_note: str | None = None
    page_url: str | None = None
    """As written, made whole; only `with_reachable_page` makes it fit to be used."""


def parse_description(
    content: bytes, *, location: str, udn: str | None, wanted: DeviceTypes
) -> Description:
    """Read a description and pick the device that was announced.

    Pure. Cost is linear in the length; a megabyte may take tens of milliseconds, so long ones
    belong on another thread.

    Args:
        content: the XML as it came, at most 1 MB.
        location: where it came from; its own page is named relative to that.
        udn: the announced device; where the description does not know it, the first one of a
            wanted type counts, embedded ones too.
        wanted: the types of which devices are looked for.

    Raises:
        MalformedDescription: too large, too deep, with a document type, broken, or without any
            device of a wanted type.
    """
    if len(content) > FETCH_BYTES:
        raise MalformedDescription("description.too_large")
    reader = _Reader()
    _parse(content.strip(b"\0 \t\r\n"), reader)
    fitting = [device for device in reader.devices if wanted.has(device.type)]
    if not fitting:
        raise MalformedDescription("description.no_device")
    device = next((d for d in fitting if udn is not None and d.udn == udn), fitting[0])
    return Description(
        device_type=device.type,
        udn=device.udn,
        name=plain_name(device.texts.get("friendlyName")),
        maker=plain_name(device.texts.get("manufacturer")),
        product=plain_name(device.texts.get("modelName")),
        model_note=plain_name(device.texts.get("modelNumber")),
        page_url=_whole_url(location, device.texts.get("presentationURL", "")),
    )


def with_reachable_page(
    description: Description,
    *,
    address: str,
    subnets: Iterable[Reachable],
    is_loopback_allowed: bool,
) -> Description:
    """Drop a page that lies anywhere but on the device's own address; pure."""
    if description.page_url is None:
        return description
    refusal = may_reach(
        description.page_url,
        address=address,
        subnets=subnets,
        is_loopback_allowed=is_loopback_allowed,
    )
    return description if refusal is None else replace(description, page_url=None)


@dataclass(slots=True)
class _Device:
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def type(self) -> str:
        return self.texts.get("deviceType", "")

    @property
    def udn(self) -> str | None:
        written = self.texts.get("UDN", "").lower()
        return written.removeprefix("uuid:") or None


class _Reader(ContentHandler):
    """Collects the devices of a description, the outer ones first."""

    def __init__(self) -> None:
        super().__init__()
        self.devices: list[_Device] = []
        self._open: list[_Device | None] = []
        self._texts: list[str] | None = None
        self._elements = 0

    def startElement(  # noqa: N802 # sax's name
        self,
        name: str,
        attrs: AttributesImpl,  # noqa: ARG002 # sax gives them, descriptions have none
    ) -> None:
        self._elements += 1
        if len(self._open) >= MARKUP_DEPTH:
            raise MalformedDescription("description.too_deep")
        if self._elements > _ELEMENTS_READ:
            raise MalformedDescription("description.too_large")
        bare_name = name.rpartition(":")[2]
        device = None
        if bare_name == "device" and len(self.devices) < _DEVICES_READ:
            device = _Device()
            self.devices.append(device)
        self._open.append(device)
        self._texts = [] if bare_name in _WANTED else None

    def characters(self, content: str) -> None:
        if self._texts is not None and len(self._texts) < _TEXT_CHARACTERS:
            self._texts.append(content[:_TEXT_CHARACTERS])

    def endElement(self, name: str) -> None:  # noqa: N802 # sax's name
        self._open.pop()
        device = self._open[-1] if self._open else None
        if self._texts is not None and device is not None:
            text = "".join(self._texts)[:_TEXT_CHARACTERS].strip()
            device.texts.setdefault(name.rpartition(":")[2], text)
        self._texts = None


def _parse(content: bytes, reader: _Reader) -> None:
    from defusedxml import DefusedXmlException  # type: ignore[import-untyped] # has no types
    from defusedxml.sax import parseString  # type: ignore[import-untyped] # the same

    try:
        parseString(content, reader, forbid_dtd=True)
    # Unknown encodings are told as LookupError or ValueError, depending on the name.
    except (SAXException, DefusedXmlException, LookupError, ValueError) as error:
        raise MalformedDescription("description.malformed") from error


def _whole_url(location: str, written: str) -> str | None:
    if not written:
        return None
    try:
        return urljoin(location, written)
    except ValueError:
        return None
