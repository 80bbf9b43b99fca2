"""The library's requests on our own HTTP, which keeps the limits; the library opens no socket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from async_upnp_client.client import UpnpRequester
from async_upnp_client.const import HttpResponse

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.privacy.link_guard import page_address
from altrabits_desktop.streamers.drivers.upnp.markup import checked_markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from async_upnp_client.const import HttpRequest

    from altrabits_desktop.streamers.drivers.driver import DriverAddress, Fetch

ACTION_BYTES = 131_072
"""An answer of an action: metadata of one track at most."""

# A service that we do not use is not fetched; the library takes this for a service without actions.
_NO_SERVICE = '<scpd xmlns="urn:schemas-upnp-org:service-1-0"/>'
_OK = 200


class FetchRequester(UpnpRequester):
    """Carries out the actions of one renderer, on its own address only."""

    def __init__(self, address: DriverAddress, fetch: Fetch) -> None:
        self._address = address
        self._fetch = fetch

    async def async_http_request(self, http_request: HttpRequest) -> HttpResponse:
        """Post an action.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: a status other than 2xx, too large, too deep, another address.
        """
        url = own_url(http_request.url, self._address)
        headers = {k: v for k, v in http_request.headers.items() if k.lower() != "host"}
        content = await self._fetch.post(
            url,
            address=self._address.address,
            is_loopback_allowed=self._address.is_loopback_allowed,
            headers=headers,
            content=(http_request.body or "").encode(),
        )
        return HttpResponse(_OK, {}, checked_markup(content, most_bytes=ACTION_BYTES))


class PreparedRequester(UpnpRequester):
    """Answers with documents that were fetched before, so that nothing waits while it is read."""

    def __init__(self, documents: Mapping[str, str]) -> None:
        self._documents = documents

    async def async_http_request(self, http_request: HttpRequest) -> HttpResponse:
        """Give a document at once."""
        return HttpResponse(_OK, {}, self._documents.get(http_request.url, _NO_SERVICE))


def own_url(url: str, address: DriverAddress) -> str:
    """Give an address that lies on the renderer's own.

    Raises:
        MalformedAnswer: `upnp.foreign_address`.
    """
    own = page_address(url, address=address.address)
    if own is None:
        raise MalformedAnswer("upnp.foreign_address")
    return own
