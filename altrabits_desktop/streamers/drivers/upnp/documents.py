"""What a renderer says of itself, cut down to what is used here; pure.

The library behind reads whatever it is given, and a neighbour may give it anything: it sees two
services with the actions that are used, written anew.

Source: UPnP Device Architecture 2.0, chapters 2.3 and 2.5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import FETCH_BYTES, MARKUP_ELEMENTS
from altrabits_desktop.streamers.drivers.upnp.markup import Element, elements_of

if TYPE_CHECKING:
    from collections.abc import Iterable

TRANSPORT = "urn:schemas-upnp-org:service:AVTransport:"
RENDERING = "urn:schemas-upnp-org:service:RenderingControl:"

_DEVICE = "urn:schemas-upnp-org:device-1-0"
_SERVICE = "urn:schemas-upnp-org:service-1-0"
_VERSION = re.compile(r"\d{1,3}", re.ASCII)
_DEVICE_TEXTS = (
    "deviceType",
    "friendlyName",
    "manufacturer",
    "modelName",
    "modelNumber",
    "presentationURL",
    "UDN",
)
_SERVICE_TEXTS = ("serviceType", "serviceId", "SCPDURL", "controlURL", "eventSubURL")
_USED_ACTIONS = frozenset(
    {
        *("GetTransportInfo", "GetPositionInfo", "GetMediaInfo", "GetCurrentTransportActions"),
        *("SetAVTransportURI", "Play", "Pause", "Stop", "Next", "Previous", "Seek"),
        *("GetVolume", "GetMute", "SetVolume", "SetMute"),
    }
)
_VOLUME = "Volume"
_ARGUMENTS_MOST = 16
_VALUES_MOST = 32
_ARGUMENT_TEXTS = ("name", "direction", "relatedStateVariable")


@dataclass(frozen=True, slots=True)
class CutDescription:
    """The device that can play, with the services that are used."""

    text: str
    documents: tuple[str, ...]
    """Addresses of what its services can do, as written, in the order of the text."""
    udn: str | None
    """Who it is: the announced device where the description knows it, else the one that plays."""


def cut_description(content: bytes, udn: str | None = None) -> CutDescription:
    """Cut a description down to the announced device that can play, else to the first that can.

    Pure; a megabyte takes tens of milliseconds, so not on the loop.

    Args:
        content: the XML as it came.
        udn: the announced device; a renderer may be announced as the device that contains it.

    Raises:
        MalformedAnswer: `upnp.malformed`, or `upnp.no_transport` for something that cannot play.
    """
    elements = elements_of(content, most_bytes=FETCH_BYTES, most_elements=MARKUP_ELEMENTS)
    devices = [one for one in elements if (one.namespace, one.name) == (_DEVICE, "device")]
    playing = [device for device in devices if _used_services(device)]
    if not playing:
        raise MalformedAnswer("upnp.no_transport")
    announced = next((d for d in playing if udn is not None and _udn_of(d) == udn), None)
    device = announced or playing[0]
    used = _used_services(device)
    listed = "".join(_tag("service", _tags(service, _SERVICE_TEXTS)) for service in used)
    said = _tags(device, _DEVICE_TEXTS) + _tag("serviceList", listed)
    is_described = udn is not None and any(_udn_of(one) == udn for one in devices)
    return CutDescription(
        f'<root xmlns="{_DEVICE}">{_tag("device", said)}</root>',
        tuple(service.text_of("SCPDURL") for service in used),
        udn if is_described else _udn_of(device),
    )


def cut_service(content: bytes) -> str:
    """Cut what a service can do down to the actions that are used, with their variables.

    All variables become texts: values are read here, one by one, as a number that a renderer words
    as NOT_IMPLEMENTED would else cost the library the whole answer.

    Pure; not on the loop.

    Raises:
        MalformedAnswer: `upnp.malformed`.
    """
    elements = elements_of(content, most_bytes=FETCH_BYTES, most_elements=MARKUP_ELEMENTS)
    actions: dict[str, Element] = {}
    variables: dict[str, Element] = {}
    for element in elements:
        name = element.text_of("name")
        if element.namespace == _SERVICE and element.name == "action" and name in _USED_ACTIONS:
            actions.setdefault(name, element)
        elif element.namespace == _SERVICE and element.name == "stateVariable":
            variables.setdefault(name, element)
    arguments = {name: _arguments(action) for name, action in actions.items()}
    wanted = {a.text_of("relatedStateVariable") for used in arguments.values() for a in used}
    return (
        f'<scpd xmlns="{_SERVICE}">'
        + _tag("actionList", "".join(_action(name, used) for name, used in arguments.items()))
        + _tag(
            "serviceStateTable",
            "".join(
                _variable(name, variables[name])
                for name in sorted(wanted | {_VOLUME})
                if name in variables
            ),
        )
        + "</scpd>"
    )


def _udn_of(device: Element) -> str | None:
    return device.text_of("UDN").lower().removeprefix("uuid:") or None


def _used_services(device: Element) -> list[Element]:
    """Give the services that are used of a device; none where it cannot play."""
    services = [one for listed in device.all_named("serviceList") for one in listed.children]
    transport = _first_of_type(services, TRANSPORT)
    if transport is None:
        return []
    rendering = _first_of_type(services, RENDERING)
    return [transport] if rendering is None else [transport, rendering]


def _first_of_type(services: Iterable[Element], prefix: str) -> Element | None:
    for service in services:
        kind = service.text_of("serviceType")
        if kind.startswith(prefix) and _VERSION.fullmatch(kind, len(prefix)):
            return service
    return None


def _arguments(action: Element) -> list[Element]:
    listed = next(action.all_named("argumentList"), None)
    return list(listed.all_named("argument"))[:_ARGUMENTS_MOST] if listed is not None else []


def _action(name: str, arguments: Iterable[Element]) -> str:
    listed = "".join(_tag("argument", _tags(one, _ARGUMENT_TEXTS)) for one in arguments)
    return _tag("action", _tag("name", escape(name)) + _tag("argumentList", listed))


def _variable(name: str, variable: Element) -> str:
    limits = next(variable.all_named("allowedValueRange"), None)
    most = _tags(limits, ("maximum",)) if limits is not None else ""
    said = _tag("name", escape(name)) + _tag("dataType", "string")
    return _tag("stateVariable", said + _values(variable) + _tag("allowedValueRange", most))


def _values(variable: Element) -> str:
    listed = next(variable.all_named("allowedValueList"), None)
    values = list(listed.all_named("allowedValue"))[:_VALUES_MOST] if listed is not None else []
    return _tag(
        "allowedValueList",
        "".join(_tag("allowedValue", escape(value.text.strip())) for value in values),
    )


def _tags(element: Element, names: Iterable[str]) -> str:
    """Write the first child of each name anew; those that are missing stay so."""
    written = {name: element.text_of(name) for name in names}
    return "".join(_tag(name, escape(text)) for name, text in written.items() if text)


def _tag(name: str, inside: str) -> str:
    return f"<{name}>{inside}</{name}>"
