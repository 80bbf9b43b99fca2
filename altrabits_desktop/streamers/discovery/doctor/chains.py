"""What chains of firewall rules make of one packet; for nftables and iptables alike. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEPTH_MOST = 16


class Verdict(Enum):
    """What a rule does with a packet that it fits."""

    ACCEPT = auto()
    DROP = auto()
    JUMP = auto()
    GOTO = auto()
    RETURN = auto()
    GO_ON = auto()
    """It counts or logs, and the next rule is looked at."""


@dataclass(frozen=True, slots=True)
class Packet:
    """An answer of a streamer as it comes in: UDP, new, not asked for as a firewall sees it."""

    port: int
    card: str
    to: str
    """IPv4 literal it is sent to: a broadcast address or a group."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, already held against the packet."""

    fits: bool
    verdict: Verdict
    chain: str = ""
    """Of a jump."""
    text: str = ""
    """As the firewall words it."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Rules in their order; with a policy where packets come in by it."""

    rules: tuple[Rule, ...]
    policy: Verdict | None = None
    text: str = ""
    """What its policy is said to be, for whoever looks for the rule."""


def dropped_by(chains: Mapping[str, Chain]) -> str | None:
    """Give the rule that keeps the packet out; None where every way in lets it pass.

    A rule that cannot be understood counts as one that does not fit; so this finds what is plainly
    written, and no more.
    """
    for name, chain in chains.items():
        if chain.policy is None:
            continue
        verdict, text = _walk(chains, name, depth=0)
        if verdict is Verdict.GO_ON:
            verdict, text = chain.policy, chain.text
        if verdict is Verdict.DROP:
            return text
    return None


def _walk(chains: Mapping[str, Chain], name: str, *, depth: int) -> tuple[Verdict, str]:
    chain = chains.get(name)
    if chain is None or depth > _DEPTH_MOST:
        return Verdict.GO_ON, ""
    for rule in chain.rules:
        if not rule.fits:
            continue
        if rule.verdict in {Verdict.ACCEPT, Verdict.DROP}:
            return rule.verdict, rule.text
        if rule.verdict is Verdict.RETURN:
            return Verdict.GO_ON, ""
        if rule.verdict in {Verdict.JUMP, Verdict.GOTO}:
            verdict, text = _walk(chains, rule.chain, depth=depth + 1)
            if verdict is not Verdict.GO_ON or rule.verdict is Verdict.GOTO:
                return verdict, text
    return Verdict.GO_ON, ""
