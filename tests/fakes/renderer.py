"""A UPnP renderer in memory: its description, its services and their answers."""

from __future__ import annotations

from xml.sax.saxutils import escape

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped] # has no types

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.streamers.drivers.driver import DriverAddress
from tests.fakes.clock import FakeClock
from tests.fakes.fetch import FakeFetch, FaultToldError, Request

HOST = "192.168.71.30"
BASE = f"http://{HOST}:49494"
DESCRIPTION = f"{BASE}/description.xml"
TRANSPORT = "urn:schemas-upnp-org:service:AVTransport:1"
RENDERING = "urn:schemas-upnp-org:service:RenderingControl:1"

_NOTHING: list[str] = []
_TRANSPORT_ACTIONS = {
    "GetTransportInfo": ["CurrentTransportState", "CurrentTransportStatus", "CurrentSpeed"],
    "GetPositionInfo": [
        "Track",
        "TrackDuration",
        "TrackMetaData",
        "TrackURI",
        "RelTime",
        "AbsTime",
        "RelCount",
        "AbsCount",
    ],
    "GetMediaInfo": ["NrTracks", "CurrentURI", "CurrentURIMetaData"],
    **dict.fromkeys(("SetAVTransportURI", "Play", "Pause", "Stop"), _NOTHING),
    **dict.fromkeys(("Next", "Previous", "Seek"), _NOTHING),
}
_RENDERING_ACTIONS = {
    "GetVolume": ["CurrentVolume"],
    "GetMute": ["CurrentMute"],
    "SetVolume": _NOTHING,
    "SetMute": _NOTHING,
}
_WANTED = {
    "GetVolume": ["Channel"],
    "GetMute": ["Channel"],
    "SetVolume": ["Channel", "DesiredVolume"],
    "SetMute": ["Channel", "DesiredMute"],
    "SetAVTransportURI": ["CurrentURI", "CurrentURIMetaData"],
    "Play": ["Speed"],
    "Seek": ["Unit", "Target"],
}
_NUMBERS = frozenset({"Track", "RelCount", "AbsCount", "NrTracks"})


def didl(title: str = "First Light", **more: str) -> str:
    """Metadata of one track."""
    inner = "".join(f"<upnp:{name}>{escape(text)}</upnp:{name}>" for name, text in more.items())
    return (
        '<DIDL-Lite xmlns="urn:schemas-upnp-org:metadata-1-0/DIDL-Lite/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:upnp="urn:schemas-upnp-org:metadata-1-0/upnp/"><item id="1">'
        f"<dc:title>{escape(title)}</dc:title>{inner}"
        '<res protocolInfo="http-get:*:audio/x-flac:*" sampleFrequency="44100" '
        f'bitsPerSample="16">{BASE}/a.flac</res></item></DIDL-Lite>'
    )


def description(
    *,
    name: str = "Living room",
    control: str = "/control",
    document: str = "/scpd",
    types: tuple[str, ...] = (TRANSPORT, RENDERING),
    page: str = "/page",
) -> str:
    """A description; `control` and `document` are followed by the service's number."""
    services = "".join(
        f"<service><serviceType>{kind}</serviceType><serviceId>{number}</serviceId>"
        f"<SCPDURL>{document}{number}</SCPDURL><controlURL>{control}{number}</controlURL>"
        f"<eventSubURL>/event{number}</eventSubURL></service>"
        for number, kind in enumerate(types)
    )
    return (
        '<?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0"><device>'
        "<deviceType>urn:schemas-upnp-org:device:MediaRenderer:1</deviceType>"
        f"<friendlyName>{escape(name)}</friendlyName><manufacturer>Maker</manufacturer>"
        "<modelName>Model</modelName><modelNumber>1.2</modelNumber>"
        f"<presentationURL>{page}</presentationURL>"
        f"<UDN>uuid:u1</UDN><serviceList>{services}</serviceList></device></root>"
    )


def service(
    actions: dict[str, list[str]], *, volume_range: str = "", seek_modes: tuple[str, ...] = ()
) -> str:
    """What a service can do."""
    wanted = {name: ["InstanceID", *_WANTED.get(name, ())] for name in actions}
    listed = "".join(
        f"<action><name>{name}</name><argumentList>"
        + "".join(_argument(one, "in") for one in wanted[name])
        + "".join(_argument(one, "out") for one in results)
        + "</argumentList></action>"
        for name, results in actions.items()
    )
    results_told = {one for results in actions.values() for one in results}
    names = results_told.union(*wanted.values())
    variables = "".join(
        _variable(one, values=seek_modes if one == "Unit" else ()) for one in sorted(names)
    )
    volume = f"<stateVariable><name>Volume</name><dataType>ui2</dataType>{volume_range}"
    return (
        '<scpd xmlns="urn:schemas-upnp-org:service-1-0">'
        f"<actionList>{listed}</actionList><serviceStateTable>{variables}"
        f"{volume}</stateVariable></serviceStateTable></scpd>"
    )


def _argument(name: str, direction: str) -> str:
    return (
        f"<argument><name>{name}</name><direction>{direction}</direction>"
        f"<relatedStateVariable>A_{name}</relatedStateVariable></argument>"
    )


def _variable(name: str, *, values: tuple[str, ...] = ()) -> str:
    kind = "i4" if name in _NUMBERS else "string"
    listed = "".join(f"<allowedValue>{value}</allowedValue>" for value in values)
    return (
        f'<stateVariable sendEvents="no"><name>A_{name}</name>'
        f"<dataType>{kind}</dataType><allowedValueList>{listed}</allowedValueList></stateVariable>"
    )


def last_change(*, instance: str = "0", **changed: str) -> bytes:
    """A notice of what changed."""
    said = "".join(
        f'<{name} channel="Master" val="{escape(value, {chr(34): "&quot;"})}"/>'
        for name, value in changed.items()
    )
    inner = (
        '<Event xmlns="urn:schemas-upnp-org:metadata-1-0/AVT/">'
        f'<InstanceID val="{instance}">{said}</InstanceID></Event>'
    )
    return (
        '<e:propertyset xmlns:e="urn:schemas-upnp-org:event-1-0"><e:property>'
        f"<LastChange>{escape(inner)}</LastChange></e:property></e:propertyset>"
    ).encode()


def fault_body(code: str) -> bytes:
    """What a renderer sends with a fault."""
    return (
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>'
        "<faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail>"
        f'<UPnPError xmlns="urn:schemas-upnp-org:control-1-0"><errorCode>{code}</errorCode>'
        "<errorDescription>No</errorDescription></UPnPError></detail></s:Fault></s:Body>"
        "</s:Envelope>"
    ).encode()


def _call_of(request: Request) -> tuple[str, dict[str, str]]:
    (body,) = fromstring(request.content)
    (action,) = body
    said = {argument.tag: argument.text or "" for argument in action}
    return action.tag.rpartition("}")[2], said


class UpnpRenderer:
    """Keeps `driver_suite.StreamerWorld`; plays."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.fetch = FakeFetch()
        self.address = DriverAddress(HOST, DESCRIPTION)
        self.describe(description())
        self.offer_transport(dict(_TRANSPORT_ACTIONS))
        self.offer_rendering(dict(_RENDERING_ACTIONS))
        self.say_state("PLAYING")
        self.say_position()
        self.say(0, "GetMediaInfo", NrTracks="1", CurrentURI="", CurrentURIMetaData="")
        self.say(1, "GetVolume", CurrentVolume="37")
        self.say(1, "GetMute", CurrentMute="0")
        for number, actions in enumerate((_TRANSPORT_ACTIONS, _RENDERING_ACTIONS)):
            for action in (name for name, results in actions.items() if not results):
                self.say(number, action)

    def describe(self, text: str) -> None:
        self.fetch.answers[DESCRIPTION] = text.encode()

    def offer_transport(
        self, actions: dict[str, list[str]], *, seek_modes: tuple[str, ...] = ()
    ) -> None:
        self.fetch.answers[f"{BASE}/scpd0"] = service(actions, seek_modes=seek_modes).encode()

    def offer_rendering(self, actions: dict[str, list[str]], *, volume_range: str = "") -> None:
        self.fetch.answers[f"{BASE}/scpd1"] = service(actions, volume_range=volume_range).encode()

    def without(self, *actions: str) -> None:
        transport, rendering = (
            {name: said for name, said in offered.items() if name not in actions}
            for offered in (_TRANSPORT_ACTIONS, _RENDERING_ACTIONS)
        )
        self.offer_transport(transport)
        self.offer_rendering(rendering)

    def seek_by(self, *modes: str) -> None:
        self.offer_transport(dict(_TRANSPORT_ACTIONS), seek_modes=modes)

    def offer_now(self, actions: str) -> None:
        """Say what would be obeyed just now."""
        told = {"GetCurrentTransportActions": ["Actions"]}
        self.offer_transport({**_TRANSPORT_ACTIONS, **told})
        self.say(0, "GetCurrentTransportActions", Actions=actions)

    def set_volume_range(self, most: int) -> None:
        limits = f"<allowedValueRange><maximum>{most}</maximum></allowedValueRange>"
        self.offer_rendering(dict(_RENDERING_ACTIONS), volume_range=limits)

    def fault(self, number: int, action: str, code: str) -> None:
        """Answer an action with a fault, as renderers do: status 500, the number within."""
        self.fetch.answers[f"{BASE}/control{number}#{action}"] = FaultToldError(fault_body(code))

    def calls(self) -> list[tuple[str, dict[str, str]]]:
        """What it was told so far: each action that does something, with its arguments."""
        posts = [one for one in self.fetch.requests if one.method == "POST"]
        return [call for call in map(_call_of, posts) if not call[0].startswith("Get")]

    def say(self, number: int, action: str, **values: str) -> None:
        kind = (TRANSPORT, RENDERING)[number]
        said = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values.items())
        self.fetch.answers[f"{BASE}/control{number}#{action}"] = (
            '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
            f'<u:{action}Response xmlns:u="{kind}">{said}</u:{action}Response>'
            "</s:Body></s:Envelope>"
        ).encode()

    def refuse(self, number: int, action: str) -> None:
        error = MalformedAnswer("answer.status", status=500)
        self.fetch.answers[f"{BASE}/control{number}#{action}"] = error

    def say_state(self, state: str) -> None:
        self.say(
            0,
            "GetTransportInfo",
            CurrentTransportState=state,
            CurrentTransportStatus="OK",
            CurrentSpeed="1",
        )

    def say_position(
        self,
        *,
        metadata: str | None = None,
        url: str = f"{BASE}/a.flac",
        position: str = "0:01:05",
        duration: str = "0:03:00",
    ) -> None:
        self.say(
            0,
            "GetPositionInfo",
            Track="1",
            TrackDuration=duration,
            TrackMetaData=didl() if metadata is None else metadata,
            TrackURI=url,
            RelTime=position,
            AbsTime="NOT_IMPLEMENTED",
            RelCount="NOT_IMPLEMENTED",
            AbsCount="2147483647",
        )

    def asked(self, action: str) -> int:
        return sum(
            request.headers.get("SOAPAction", "").endswith(f'#{action}"')
            for request in self.fetch.requests
        )

    def answer_with(self, garbage: bytes) -> None:
        self.fetch.answers = dict.fromkeys(self.fetch.answers, garbage)

    def shout(self) -> None:
        loud = "\u202e<img src=x>" + "x" * 400
        self.describe(description(name=loud))
        self.say_position(metadata=didl(loud))

    def fail(self, error: Exception) -> None:
        self.fetch.answers = dict.fromkeys(self.fetch.answers, error)

    def change(self) -> None:
        self.say_position(metadata=didl("Second Light"))
