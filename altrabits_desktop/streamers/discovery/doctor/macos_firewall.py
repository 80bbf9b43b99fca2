"""The firewall of macOS: it lets programs in or not, and knows no ports."""

from __future__ import annotations

from altrabits_desktop.contract.doctor import Firewall, FirewallKind
from altrabits_desktop.streamers.discovery.doctor.programs import answer_of

_PROGRAM = "socketfilterfw"


def read_macos() -> Firewall:
    """Ask the system's own program, which needs no rights for that; blocks for up to 4 s."""
    return parse_macos_firewall(
        answer_of(_PROGRAM, "--getglobalstate"), answer_of(_PROGRAM, "--getblockall")
    )


def parse_macos_firewall(state: str, block_all: str) -> Firewall:
    """Read what `--getglobalstate` and `--getblockall` print; pure.

    They say `Firewall is enabled. (State = 1)` and `Firewall has block all state set to enabled.`;
    state 2 keeps everything out too.
    """
    lowered = state.lower()
    if "enabled" not in lowered and "disabled" not in lowered:
        return Firewall(kind=FirewallKind.MACOS)
    is_on = "disabled" not in lowered
    is_closed = "state = 2" in lowered or _is_enabled(block_all.lower())
    return Firewall(
        kind=FirewallKind.MACOS, is_on=is_on, blocks=("all",) if is_on and is_closed else ()
    )


def _is_enabled(lowered: str) -> bool:
    return "block all" in lowered and "enabled" in lowered and "disabled" not in lowered
