"""Reads the rules of iptables (`iptables-save -t filter`). Pure."""

from __future__ import annotations

import shlex
from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.discovery.doctor.chains import Chain, Rule, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.streamers.discovery.doctor.chains import Packet

_TARGETS = {
    "ACCEPT": Verdict.ACCEPT,
    "DROP": Verdict.DROP,
    "REJECT": Verdict.DROP,
    "RETURN": Verdict.RETURN,
    "LOG": Verdict.GO_ON,
    "NFLOG": Verdict.GO_ON,
}
_WITHOUT_MEANING = frozenset({"-m", "--comment", "--reject-with", "--log-prefix", "--log-level"})
_TEXT_CHARACTERS = 120


def parse_iptables(text: str, packet: Packet) -> dict[str, Chain] | None:
    """Give the chains of table filter as they meet a packet; None where there is none.

    Args:
        text: what `iptables-save` prints.
        packet: what comes in.
    """
    policies: dict[str, str] = {}
    rules: dict[str, list[Rule]] = {}
    table = ""
    for line in text.splitlines():
        if line.startswith("*"):
            table = line[1:].strip()
        elif table == "filter" and line.startswith(":"):
            name, policy, *_ = (*line[1:].split(), "", "")
            policies[name] = policy
        elif table == "filter" and line.startswith("-A "):
            name, rule = _rule(line, packet)
            rules.setdefault(name, []).append(rule)
    if "INPUT" not in policies:
        return None
    return {
        name: _chain(name, policy, tuple(rules.get(name, ()))) for name, policy in policies.items()
    }


def _chain(name: str, policy: str, rules: tuple[Rule, ...]) -> Chain:
    if name != "INPUT":
        return Chain(rules)
    is_closed = policy == "DROP"
    return Chain(
        rules, Verdict.DROP if is_closed else Verdict.ACCEPT, f"chain {name}: policy {policy}"
    )


def _rule(line: str, packet: Packet) -> tuple[str, Rule]:
    try:
        words = shlex.split(line)
    except ValueError:
        return "", Rule(fits=False, verdict=Verdict.GO_ON)
    name, fits, verdict, chain = words[1], True, Verdict.GO_ON, ""
    for option, value, is_not in _options(words[2:]):
        if option in {"-j", "-g"}:
            usual = Verdict.JUMP if option == "-j" else Verdict.GOTO
            verdict = _TARGETS.get(value, usual)
            chain = value
        elif option not in _WITHOUT_MEANING:
            fits = fits and _fits(option, value, packet) is not is_not
    return name, Rule(fits, verdict, chain, line[:_TEXT_CHARACTERS])


def _options(words: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Give each option, its value, and whether it is turned round."""
    is_not, option = False, ""
    for word in words:
        if word == "!":
            is_not = True
        elif word.startswith("-"):
            if option:
                yield option, "", is_not
                is_not = False
            option = word
        elif option:
            yield option, word, is_not
            option, is_not = "", False
    if option:
        yield option, "", is_not


def _fits(option: str, value: str, packet: Packet) -> bool:
    try:
        return {
            "-p": lambda: value in {"udp", "17", "all"},
            "--dport": lambda: _is_port_in(packet.port, value),
            "--dports": lambda: any(_is_port_in(packet.port, one) for one in value.split(",")),
            "-i": lambda: (
                value == packet.card or (value.endswith("+") and packet.card.startswith(value[:-1]))
            ),
            "-d": lambda: IPv4Address(packet.to) in IPv4Network(value, strict=False),
            "--ctstate": lambda: "NEW" in value.split(","),
            "--state": lambda: "NEW" in value.split(","),
            "--pkt-type": lambda: value == _kind(packet),
            "--dst-type": lambda: value.lower() == _kind(packet),
        }[option]()
    except (KeyError, ValueError):
        # Not to be understood from here: better not to accuse it.
        return False


def _kind(packet: Packet) -> str:
    return "multicast" if IPv4Address(packet.to).is_multicast else "broadcast"


def _is_port_in(port: int, value: str) -> bool:
    first, _, last = value.partition(":")
    return int(first or 0) <= port <= int(last or first or 0)
