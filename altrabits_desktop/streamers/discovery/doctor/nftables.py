"""Reads the rules of nftables (`nft -j list ruleset`). Pure."""

from __future__ import annotations

import json
from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING, TypeGuard

from altrabits_desktop.streamers.discovery.doctor.chains import Chain, Rule, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.streamers.discovery.doctor.chains import Packet

_FAMILIES = frozenset({"ip", "inet"})
_VERDICTS = {
    "accept": Verdict.ACCEPT,
    "drop": Verdict.DROP,
    "reject": Verdict.DROP,
    "jump": Verdict.JUMP,
    "goto": Verdict.GOTO,
    "return": Verdict.RETURN,
}
_TEXT_CHARACTERS = 120

_Json = dict[str, object]


def parse_nftables(text: str, packet: Packet) -> dict[str, Chain] | None:
    """Give the chains as they meet a packet, by table and name; None where nothing can be read.

    Args:
        text: JSON of the whole ruleset.
        packet: what comes in.
    """
    try:
        told = json.loads(text)
        items = told["nftables"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(items, list):
        return None
    sets = {_key(item, "name"): item for item in _each(items, "set")}
    rules: dict[str, list[Rule]] = {}
    for item in _each(items, "rule"):
        rules.setdefault(_key(item, "chain"), []).append(_rule(item, packet, sets))
    return {
        _key(item, "name"): _chain(item, tuple(rules.get(_key(item, "name"), ())))
        for item in _each(items, "chain")
    }


def _each(items: list[object], kind: str) -> list[_Json]:
    found = (item.get(kind) for item in items if isinstance(item, dict))
    return [item for item in found if _is_object(item) and item.get("family") in _FAMILIES]


def _key(item: _Json, name: str) -> str:
    return f"{item.get('family')} {item.get('table')} {item.get(name)}"


def _chain(item: _Json, rules: tuple[Rule, ...]) -> Chain:
    if item.get("hook") not in {"input", "prerouting"} or item.get("type") != "filter":
        return Chain(rules)
    is_closed = item.get("policy") == "drop"
    text = f"chain {item.get('table')} {item.get('name')}: policy drop"[:_TEXT_CHARACTERS]
    return Chain(rules, Verdict.DROP if is_closed else Verdict.ACCEPT, text)


def _rule(item: _Json, packet: Packet, sets: Mapping[str, _Json]) -> Rule:
    expressions = item.get("expr")
    fits, verdict, chain = True, Verdict.GO_ON, ""
    words: list[str] = []
    for expression in expressions if isinstance(expressions, list) else ():
        if not _is_object(expression):
            continue
        for kind, content in expression.items():
            words.append(_words(kind, content))
            if kind == "match" and _is_object(content):
                fits = fits and _fits(content, packet, _own_sets(item, sets))
            elif kind in _VERDICTS:
                verdict = _VERDICTS[kind]
                if _is_object(content) and isinstance(content.get("target"), str):
                    chain = f"{item.get('family')} {item.get('table')} {content['target']}"
            elif kind in {"xt", "vmap", "lookup"}:
                # Not to be understood from here: better not to accuse it.
                fits = False
    place = f"{item.get('table')} {item.get('chain')}:"
    return Rule(fits, verdict, chain, " ".join((place, *words))[:_TEXT_CHARACTERS])


def _own_sets(item: _Json, sets: Mapping[str, _Json]) -> dict[str, object]:
    before = f"{item.get('family')} {item.get('table')} "
    return {
        f"@{key.removeprefix(before)}": one.get("elem")
        for key, one in sets.items()
        if key.startswith(before)
    }


def _fits(match: _Json, packet: Packet, sets: Mapping[str, object]) -> bool:
    actual = _actual(match.get("left"), packet)
    if actual is None:
        return False
    right = match.get("right")
    if isinstance(right, str) and right in sets:
        right = {"set": sets[right]}
    is_in = any(value in _values(right, value) or _is_within(value, right) for value in actual)
    return is_in if match.get("op") in {"==", "in"} else match.get("op") == "!=" and not is_in


def _actual(left: object, packet: Packet) -> tuple[object, ...] | None:
    """Give what the packet has where a rule looks; None where that is not known here."""
    if not _is_object(left):
        return None
    payload, meta, tracked = left.get("payload"), left.get("meta"), left.get("ct")
    if _is_object(payload):
        return {
            ("udp", "dport"): (packet.port,),
            ("th", "dport"): (packet.port,),
            ("ip", "protocol"): ("udp", 17),
            ("ip", "daddr"): (packet.to,),
        }.get((str(payload.get("protocol")), str(payload.get("field"))))
    if _is_object(meta):
        kind = "multicast" if IPv4Address(packet.to).is_multicast else "broadcast"
        return {
            "l4proto": ("udp", 17),
            "iifname": (packet.card,),
            "iif": (packet.card,),
            "protocol": ("ip",),
            "nfproto": ("ipv4",),
            "pkttype": (kind,),
        }.get(str(meta.get("key")))
    if _is_object(tracked) and tracked.get("key") == "state":
        return ("new",)
    return None


def _values(right: object, like: object) -> tuple[object, ...]:
    if _is_object(right):
        inner = right.get("set")
        return tuple(inner) if isinstance(inner, list) else ()
    if isinstance(right, list):
        return tuple(right)
    is_pattern = isinstance(right, str) and right.endswith("*")
    if is_pattern and isinstance(like, str) and like.startswith(str(right)[:-1]):
        return (like,)
    return (right,)


def _is_within(value: object, right: object) -> bool:
    """Tell whether a value lies in a range or a network of the rule."""
    for one in (*_values(right, value), right):
        if not _is_object(one):
            continue
        bounds, prefix = one.get("range"), one.get("prefix")
        if isinstance(bounds, list) and isinstance(value, int) and len(bounds) == 2:  # noqa: PLR2004 # from, to
            first, last = bounds
            if isinstance(first, int) and isinstance(last, int) and first <= value <= last:
                return True
        if _is_object(prefix) and isinstance(value, str):
            try:
                network = IPv4Network((str(prefix.get("addr")), int(str(prefix.get("len")))))
                if IPv4Address(value) in network:
                    return True
            except ValueError:
                continue
    return False


def _words(kind: str, content: object) -> str:
    if kind == "match" and _is_object(content):
        left = content.get("left")
        inner = next(iter(left.values()), None) if _is_object(left) else None
        name = " ".join(str(word) for word in inner.values()) if _is_object(inner) else str(inner)
        op = "" if content.get("op") in {"==", "in"} else f"{content.get('op')} "
        right = content.get("right")
        shown = right if isinstance(right, str | int) else json.dumps(right)
        return f"{name} {op}{shown}"
    if _is_object(content) and "target" in content:
        return f"{kind} {content['target']}"
    return kind


def _is_object(value: object) -> TypeGuard[_Json]:
    return isinstance(value, dict)
