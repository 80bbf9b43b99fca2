"""What is wrong with a piece of the way to the streamers, in two or three words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Cause
from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable


def trouble_words(cause: Cause) -> str:
    """Give what is wrong with the piece that a cause is at; "" for a cause that breaks none."""
    words = _TROUBLES.get(cause)
    return words() if words is not None else ""


_TROUBLES: dict[Cause, Callable[[], str]] = {
    Cause.NO_CARD: lambda: translate("doctor", "none is connected"),
    Cause.CHOSEN_MISSING: lambda: translate("doctor", "no chosen one is up"),
    Cause.CABLE_OUT: lambda: translate("doctor", "no cable"),
    Cause.WIFI_OFF: lambda: translate("doctor", "in no network"),
    Cause.OTHER_CARD: lambda: translate("doctor", "another is left out"),
    Cause.NO_ADDRESS: lambda: translate("doctor", "gave no address"),
    Cause.GUEST_NETWORK: lambda: translate("doctor", "keeps devices apart"),
    Cause.ROUTER_SILENT: lambda: translate("doctor", "does not answer"),
    Cause.NO_ROUTER: lambda: translate("doctor", "there is none"),
    Cause.SENDING_REFUSED: lambda: translate("doctor", "lets no question out"),
    Cause.PERMISSION: lambda: translate("doctor", "may not ask"),
    Cause.PORT_TAKEN: lambda: translate("doctor", "port 30303 is taken"),
    Cause.PORT_SHARED: lambda: translate("doctor", "port 30303 is shared"),
    Cause.FIREWALL_ALL: lambda: translate("doctor", "lets no answer in"),
    Cause.FIREWALL_ANNOUNCE: lambda: translate("doctor", "keeps answers out"),
    Cause.FIREWALL_MDNS: lambda: translate("doctor", "keeps mDNS out"),
    Cause.MULTICAST_REFUSED: lambda: translate("doctor", "hears no groups"),
    Cause.VPN: lambda: translate("doctor", "speaks by a VPN"),
    Cause.VPN_ROUTES: lambda: translate("doctor", "VPN takes all"),
    Cause.STREAMER_MUTE: lambda: translate("doctor", "answers no search"),
    Cause.OTHER_NETWORK: lambda: translate("doctor", "another network"),
}
