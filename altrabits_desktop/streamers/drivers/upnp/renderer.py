"""A renderer's description and services, read by the library away from the loop.

The library reads whatever it is given, and raises whatever happens to go wrong: `faults_told`
makes one error of that. Its log would repeat what renderers sent, so it is off.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree.ElementTree import ParseError

from async_upnp_client.client import UpnpRequester
from async_upnp_client.client_factory import UpnpFactory
from async_upnp_client.const import HttpResponse
from async_upnp_client.exceptions import UpnpError

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.privacy.link_guard import page_address
from altrabits_desktop.streamers.drivers.upnp.documents import (
    RENDERING,
    TRANSPORT,
    cut_description,
    cut_service,
)
from altrabits_desktop.streamers.drivers.upnp.writing import SEEK_MODE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from async_upnp_client.client import UpnpAction, UpnpDevice, UpnpService
    from async_upnp_client.const import HttpRequest

    from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo
    from altrabits_desktop.streamers.drivers.upnp.desk import ReadingDesk

_OK = 200
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
    udn: str | None
    transport: UpnpService
    rendering: UpnpService | None
    volume_maximum: str
    """As the renderer words it; empty where it does not say."""
    _actions: Mapping[str, UpnpAction] = field(default_factory=dict)
    event_urls: tuple[str, ...] = ()
    """Where its services take subscriptions, on its own address; empty where one of them does not:
    then what changes is learnt by asking alone."""

    @property
    def actions(self) -> Collection[str]:
        """Give the names of the actions that are offered and can be used."""
        return self._actions.keys()

    def action(self, name: str) -> UpnpAction:
        """Give one of `actions`."""
        return self._actions[name]


class PreparedRequester(UpnpRequester):
    """Gives documents that were fetched before, each once; the library opens no socket.

    Args:
        documents: in the order in which the library asks: the description, then its services.
    """

    def __init__(self, documents: Iterable[str]) -> None:
        self._rest = iter(documents)

    async def async_http_request(
        self,
        http_request: HttpRequest,  # noqa: ARG002 # the library's signature
    ) -> HttpResponse:
        """Give the next document at once.

        Raises:
            MalformedAnswer: there is none any more.
        """
        document = next(self._rest, None)
        if document is None:
            raise MalformedAnswer("upnp.malformed")
        return HttpResponse(_OK, {}, document)


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


async def open_renderer(address: DriverAddress, io: DriverIo, desk: ReadingDesk) -> Renderer:
    """Fetch and read a description and the two services that are used here.

    Raises:
        NotReachable: no answer in time.
        MalformedAnswer: `upnp.malformed`, `upnp.foreign_address` for a service that lies
            elsewhere, `upnp.no_transport` for something that cannot play.
    """
    content = await _fetched(address.url, address, io)
    description = await desk.read(cut_description, content, address.udn)
    documents = [description.text]
    for written in description.documents:
        with faults_told():
            url = own_url(urljoin(address.url, written), address)
        documents.append(await desk.read(cut_service, await _fetched(url, address, io)))
    with faults_told():
        device = await desk.read(_read, address.url, documents)
        return _renderer(device, address, udn=description.udn)


def own_url(url: str, address: DriverAddress) -> str:
    """Give an address that lies on the renderer's own.

    Raises:
        MalformedAnswer: `upnp.foreign_address`.
    """
    own = page_address(url, address=address.address)
    if own is None:
        raise MalformedAnswer("upnp.foreign_address")
    return own


async def _fetched(url: str, address: DriverAddress, io: DriverIo) -> bytes:
    return await io.fetch.get(
        url, address=address.address, is_loopback_allowed=address.is_loopback_allowed
    )


def _read(url: str, documents: list[str]) -> UpnpDevice:
    factory = UpnpFactory(PreparedRequester(documents), non_strict=True)
    # Every document is at hand, so this waits for nothing; but the library is written for a loop,
    # and this thread has none.
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(factory.async_create_device(url))


def _renderer(device: UpnpDevice, address: DriverAddress, *, udn: str | None) -> Renderer:
    transport = _service(device, TRANSPORT)
    if transport is None or not transport.has_action("GetTransportInfo"):
        raise MalformedAnswer("upnp.no_transport")
    rendering = _service(device, RENDERING)
    for service in (transport, rendering):
        if service is not None:
            own_url(service.control_url, address)
    return Renderer(
        device,
        udn,
        transport,
        rendering,
        _volume_maximum(rendering),
        _usable_actions(transport, rendering),
        _event_urls((transport, rendering), address),
    )


def _event_urls(services: Iterable[UpnpService | None], address: DriverAddress) -> tuple[str, ...]:
    used = [service for service in services if service is not None]
    with suppress(MalformedAnswer), faults_told():
        if all(service.event_sub_url != service.device.device_url for service in used):
            return tuple(own_url(service.event_sub_url, address) for service in used)
    return ()


def _usable_actions(
    transport: UpnpService, rendering: UpnpService | None
) -> Mapping[str, UpnpAction]:
    actions = {**(rendering.actions if rendering is not None else {}), **transport.actions}
    seek = actions.get("Seek")
    unit = seek.argument("Unit", "in") if seek is not None else None
    modes = unit.related_state_variable.allowed_values if unit is not None else None
    if modes and SEEK_MODE not in modes:
        del actions["Seek"]
    return actions


def _volume_maximum(rendering: UpnpService | None) -> str:
    if rendering is None or not rendering.has_state_variable("Volume"):
        return ""
    return str(rendering.state_variable("Volume").max_value or "")


def _service(device: UpnpDevice, prefix: str) -> UpnpService | None:
    services = (one for one in device.services.values() if one.service_type.startswith(prefix))
    return next(services, None)
