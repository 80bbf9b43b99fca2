"""The firewall of Windows, from its registry, which everybody may read and no language changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Firewall, FirewallKind
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.streamers.discovery.announce import PORT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_KEY = r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy"
_PROFILES = ("StandardProfile", "PublicProfile", "DomainProfile")
_UDP = "17"
_RULE_CHARACTERS = 120
_RULES_MOST = 8
_VALUES_MOST = 20_000


def read_windows() -> Firewall:
    """Read the registry; blocks for some milliseconds."""
    try:
        is_on = any(_values(rf"{_KEY}\{name}").get("EnableFirewall") == "1" for name in _PROFILES)
        rules = _values(rf"{_KEY}\FirewallRules").values()
    except OSError:
        return Firewall(kind=FirewallKind.WINDOWS)
    return judge_windows(rules, is_on=is_on, program=sys.executable)


def judge_windows(rules: Iterable[str], *, is_on: bool, program: str) -> Firewall:
    """Say whether UDP 30303 is kept from a program; pure.

    Blocking rules win over those that let in, and what no rule lets in is kept out.

    Args:
        rules: such as `v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=17|LPort=30303|App=...|`.
        is_on: whether the firewall is on for any kind of network.
        program: path of this program.
    """
    if not is_on:
        return Firewall(kind=FirewallKind.WINDOWS, is_on=False)
    ours = [fields for rule in rules if _is_ours(fields := parse_rule(rule), program)]
    blocking = [fields for fields in ours if fields.get("action") == "block"]
    is_let_in = any(fields.get("action") == "allow" for fields in ours)
    is_kept_out = bool(blocking) or not is_let_in
    return Firewall(
        kind=FirewallKind.WINDOWS,
        is_on=True,
        blocks=("announce",) if is_kept_out else (),
        rules=tuple(_shown(fields) for fields in blocking[:_RULES_MOST]),
    )


def parse_rule(rule: str) -> dict[str, str]:
    """Give the fields of a rule, names in small letters, `app` and `action` too; pure."""
    pairs = (part.partition("=") for part in rule.split("|") if "=" in part)
    fields = {name.lower(): value for name, _, value in pairs}
    return {name: value.lower() if name != "name" else value for name, value in fields.items()}


def _is_ours(fields: Mapping[str, str], program: str) -> bool:
    if fields.get("active") != "true" or fields.get("dir") != "in":
        return False
    if fields.get("protocol", _UDP) != _UDP:
        return False
    if fields.get("app", program.lower()) != program.lower():
        return False
    # A rule without program and port is about something else: an interface, a service.
    is_named = "app" in fields or "lport" in fields
    return is_named and fields.get("lport", str(PORT)) == str(PORT)


def _shown(fields: Mapping[str, str]) -> str:
    return plain_text(fields.get("name", ""), limit=_RULE_CHARACTERS)


def _values(path: str) -> dict[str, str]:
    found: dict[str, str] = {}
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
            for number in range(_VALUES_MOST):
                try:
                    name, value, _ = winreg.EnumValue(key, number)
                except OSError:
                    break
                found[name] = str(value)
    return found
