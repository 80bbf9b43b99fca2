"""A renderer's description and services, read by the library away from the loop.

The library reads whatever it is given, and raises whatever happens to go wrong: `faults_told`
makes one error of that. Its log would repeat what renderers sent, so it is off.
"""

from __future__ import annotations

import asyncio
import logging
import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree.ElementTree import ParseError

from async_upnp_client.client_factory import UpnpFactory
from async_upnp_client.exceptions import UpnpError
from defusedxml import (  # type: ignore[import-untyped] # it ships no types
    ElementTree as SafeElementTree,
)

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import FETCH_BYTES
from altrabits_desktop.streamers.drivers.upnp.markup import checked_markup
from altrabits_desktop.streamers.drivers.upnp.requester import (
    FetchRequester,
    PreparedRequester,
    own_url,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from async_upnp_client.client import UpnpDevice, UpnpService

    from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo

TRANSPORT = "urn:schemas-upnp-org:service:AVTransport:"
RENDERING = "urn:schemas-upnp-org:service:RenderingControl:"

_SERVICE = "{urn:schemas-upnp-org:device-1-0}service"
_TYPE = "{urn:schemas-upnp-org:device-1-0}serviceType"
_DOCUMENT = "{urn:schemas-upnp-org:device-1-0}SCPDURL"
# Values are read here, one by one: a number that a renderer words as NOT_IMPLEMENTED would else
# cost the library the whole answer.
_DATA_TYPE = re.compile(r"<dataType(?:\s[^<>]*)?>[^<>]*</dataType\s*>")
_FAULTS = (
    UpnpError,
    ParseError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)

logging.getLogger("async_upnp_client").setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True)
class Renderer:
    """A renderer whose actions can be called."""

    device: UpnpDevice
    """The (embedded) one that has the transport."""
    transport: UpnpService
    rendering: UpnpService | None
    volume_maximum: str
    """As the renderer words it; empty where it does not say."""


@contextmanager
def faults_told() -> Iterator[None]:
    """Tell everything that the library stumbles over as one error.

    Raises:
        MalformedAnswer: `upnp.malformed`.
    """
    try:
        yield
    except _FAULTS as error:
        raise MalformedAnswer("upnp.malformed") from error


async def open_renderer(address: DriverAddress, io: DriverIo) -> Renderer:
    """Fetch and read a description and the two services that are used here.

    Raises:
        NotReachable: no answer in time.
        MalformedAnswer: `upnp.malformed`, `upnp.foreign_address` for a service that lies
            elsewhere, `upnp.no_transport` for something that cannot play.
    """
    description = await _document(address.url, address, io)
    with faults_told():
        wanted = await asyncio.to_thread(_service_documents, description, base_url=address.url)
    documents = {address.url: description}
    for url in wanted:
        text = await _document(own_url(url, address), address, io)
        documents[url] = _DATA_TYPE.sub("<dataType>string</dataType>", text)
    with faults_told():
        device = await asyncio.to_thread(_read, address.url, documents)
        return _renderer(device, address, FetchRequester(address, io.fetch))


async def _document(url: str, address: DriverAddress, io: DriverIo) -> str:
    content = await io.fetch.get(
        url, address=address.address, is_loopback_allowed=address.is_loopback_allowed
    )
    return await asyncio.to_thread(checked_markup, content, most_bytes=FETCH_BYTES)


def _service_documents(description: str, *, base_url: str) -> tuple[str, ...]:
    """Give the addresses of the documents that say what the used services can do."""
    root = SafeElementTree.fromstring(description, forbid_dtd=True)
    found: dict[str, str] = {}
    for service in root.iter(_SERVICE):
        kind = (service.findtext(_TYPE) or "").strip()
        for prefix in (TRANSPORT, RENDERING):
            if kind.startswith(prefix):
                written = (service.findtext(_DOCUMENT) or "").strip()
                found.setdefault(prefix, urljoin(base_url, written))
    return tuple(found.values())


def _read(url: str, documents: dict[str, str]) -> UpnpDevice:
    factory = UpnpFactory(PreparedRequester(documents), non_strict=True)
    # Every document is at hand, so this waits for nothing; but the library is written for a loop,
    # and this thread has none.
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(factory.async_create_device(url))


def _renderer(device: UpnpDevice, address: DriverAddress, requester: FetchRequester) -> Renderer:
    transport = _service(device, TRANSPORT)
    if transport is None or not transport.has_action("GetTransportInfo"):
        raise MalformedAnswer("upnp.no_transport")
    rendering = _service(device, RENDERING)
    for service in (transport, rendering):
        if service is not None:
            own_url(service.control_url, address)
            service.requester = requester
    return Renderer(transport.device, transport, rendering, _volume_maximum(rendering))


def _volume_maximum(rendering: UpnpService | None) -> str:
    if rendering is None or not rendering.has_state_variable("Volume"):
        return ""
    return str(rendering.state_variable("Volume").max_value or "")


def _service(device: UpnpDevice, prefix: str) -> UpnpService | None:
    services = (one for one in device.all_services if one.service_type.startswith(prefix))
    return next(services, None)
