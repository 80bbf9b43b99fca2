"""An mDNS responder that tells the group and nobody by themselves.

Importing this imports zeroconf: a server alone may be without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zeroconf import IPVersion, Zeroconf, current_time_millis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zeroconf import DNSOutgoing  # type: ignore[attr-defined] # its list of names lacks it

_PORT = 5353
_ONCE_IN_MS = 1000.0


class LocalResponder(Zeroconf):
    """Answers questions for an answer to one address by telling the group, once a second at most.

    Anybody can put another's address on a question, and an answer is five times as long (R8).
    Whoever asked hears the group too.

    Args:
        addresses: of this computer, on whose networks it is heard.
    """

    def __init__(self, addresses: Sequence[str]) -> None:
        super().__init__(interfaces=list(addresses), ip_version=IPVersion.V4Only, unicast=False)
        self._told_group_ms = float("-inf")

    def async_send(
        self,
        out: DNSOutgoing,
        addr: str | None = None,
        port: int = _PORT,
        v6_flow_scope: tuple[()] | tuple[int, int] = (),
        transport: object = None,
    ) -> None:
        """Send to the group, whoever is meant."""
        if addr is not None:
            now_ms = current_time_millis()
            if now_ms - self._told_group_ms < _ONCE_IN_MS:
                return
            self._told_group_ms = now_ms
            addr, port, transport = None, _PORT, None
        super().async_send(out, addr, port, v6_flow_scope, transport)  # type: ignore[arg-type] # its own kind of transport
