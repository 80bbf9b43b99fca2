"""Calls a renderer's actions: the library words the question, the answer is read here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import ACTION_BYTES, ACTION_ELEMENTS
from altrabits_desktop.streamers.drivers.upnp.markup import elements_of
from altrabits_desktop.streamers.drivers.upnp.renderer import faults_told, own_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from async_upnp_client.client import UpnpAction

    from altrabits_desktop.streamers.drivers.driver import DriverAddress, Fetch


async def answer_of(
    action: UpnpAction,
    arguments: Mapping[str, str],
    *,
    address: DriverAddress,
    fetch: Fetch,
    takes_fault: bool = False,
) -> bytes:
    """Call an action at the renderer's own address and give the answer as it came.

    Args:
        action: of one of the renderer's services.
        arguments: by name.
        address: the renderer's.
        fetch: carries the question.
        takes_fault: give the answer of status 500 too, which tells a fault.

    Raises:
        NotReachable: no answer in time.
        MalformedAnswer: a status other than 2xx, too large, another address, or an action that
            wants to be told more.
    """
    with faults_told():
        request = action.create_request(request_timeout=None, **arguments)
    return await fetch.post(
        own_url(request.url, address),
        address=address.address,
        is_loopback_allowed=address.is_loopback_allowed,
        headers={k: v for k, v in request.headers.items() if k.lower() != "host"},
        content=(request.body or "").encode(),
        takes_fault=takes_fault,
    )


def values_of(content: bytes, action: str) -> Mapping[str, str]:
    """Give what an answer says, by name; pure, on the loop, so its limits are narrow.

    Raises:
        MalformedAnswer: `upnp.malformed`: beyond the limits, a fault, or another action's answer.
    """
    elements = elements_of(content, most_bytes=ACTION_BYTES, most_elements=ACTION_ELEMENTS)
    for element in elements:
        if element.name == f"{action}Response":
            return {child.name: child.text for child in element.children}
    raise MalformedAnswer("upnp.malformed")
