from __future__ import annotations

import json

import pytest

from altrabits_desktop.contract.doctor import FirewallKind
from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.streamers.discovery.doctor.firewall import judged, service_of
from altrabits_desktop.streamers.discovery.doctor.macos_firewall import parse_macos_firewall
from altrabits_desktop.streamers.discovery.doctor.windows_firewall import judge_windows

CARDS = (NetworkCard("eth0", "192.168.71.10", 24, "192.168.71.255", CardKind.ETHERNET),)
PROGRAM = r"C:\Program Files\AltraBits\altrabits-desktop.exe"


def nft(*rules: object, policy: str = "accept", more: tuple[object, ...] = ()) -> str:
    place = {"family": "inet", "table": "t", "chain": "i"}
    chain = {"family": "inet", "table": "t", "name": "i", "type": "filter", "hook": "input"}
    items = [
        {"chain": {**chain, "policy": policy}},
        *more,
        *({"rule": {**place, "expr": expressions}} for expressions in rules),
    ]
    return json.dumps({"nftables": items})


def match(left: object, right: object, op: str = "==") -> dict[str, object]:
    return {"match": {"op": op, "left": left, "right": right}}


PORT = {"payload": {"protocol": "udp", "field": "dport"}}
CARD = {"meta": {"key": "iifname"}}
STATE = {"ct": {"key": "state"}}
DROP, ACCEPT = {"drop": None}, {"accept": None}


@pytest.mark.parametrize(
    ("rules", "blocks"),
    [
        (nft(), ()),
        (nft([match(PORT, 30303), DROP]), ("announce",)),
        (nft([match(PORT, {"set": [5353, 1900]}), DROP]), ("mdns",)),
        (nft([match(PORT, {"range": [30000, 40000]}), DROP]), ("announce",)),
        (nft([match(PORT, 5353, "!="), DROP]), ("announce", "all")),
        (nft([DROP]), ("announce", "mdns", "all")),
        (nft(policy="drop"), ("announce", "mdns", "all")),
        (nft([match(PORT, 5353), ACCEPT], policy="drop"), ("announce", "all")),
        (nft([match(CARD, "lo"), ACCEPT], [{"reject": None}]), ("announce", "mdns", "all")),
        (nft([match(CARD, "eth*"), ACCEPT], policy="drop"), ()),
        (
            nft([match(STATE, ["established", "related"]), ACCEPT], policy="drop"),
            ("announce", "mdns", "all"),
        ),
        (nft([match(STATE, ["new"]), ACCEPT], policy="drop"), ()),
        (
            nft(
                [
                    match(
                        {"payload": {"protocol": "ip", "field": "daddr"}},
                        {"prefix": {"addr": "224.0.0.0", "len": 4}},
                    ),
                    DROP,
                ]
            ),
            ("mdns",),
        ),
        (nft([match({"unheard": "of"}, 1), DROP]), ()),
        (nft([{"xt": None}, DROP]), ()),
        (nft([{"counter": None}, DROP]), ("announce", "mdns", "all")),
    ],
)
def test_rules_of_nftables_are_held_against_what_streamers_send(
    rules: str, blocks: tuple[str, ...]
) -> None:
    assert judged(FirewallKind.NFTABLES, rules, cards=CARDS).blocks == blocks


def test_a_chain_that_is_jumped_to_counts_too() -> None:
    other = {"chain": {"family": "inet", "table": "t", "name": "other"}}
    drops = {
        "rule": {
            "family": "inet",
            "table": "t",
            "chain": "other",
            "expr": [match(PORT, 30303), DROP],
        }
    }

    told = judged(
        FirewallKind.NFTABLES,
        nft([{"jump": {"target": "other"}}], more=(other, drops)),
        cards=CARDS,
    )

    assert (told.blocks, told.rules) == (("announce",), ("t other: udp dport 30303 drop",))


def test_a_chain_that_jumps_to_itself_comes_to_an_end() -> None:
    assert judged(FirewallKind.NFTABLES, nft([{"jump": {"target": "i"}}]), cards=CARDS).blocks == ()


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", '{"nftables": 7}', '{"nftables": [null, 3, {"rule": 1}]}', "[" * 100_000],
)
def test_what_cannot_be_read_accuses_nobody(text: str) -> None:
    assert judged(FirewallKind.NFTABLES, text, cards=CARDS).blocks == ()


IPTABLES = """*filter
:INPUT {policy} [0:0]
:FORWARD DROP [0:0]
:ufw-user-input - [0:0]
{rules}
COMMIT
"""


@pytest.mark.parametrize(
    ("policy", "rules", "blocks"),
    [
        ("ACCEPT", "", ()),
        ("DROP", "", ("announce", "mdns", "all")),
        ("ACCEPT", "-A INPUT -p udp -m udp --dport 30303 -j DROP", ("announce",)),
        ("ACCEPT", "-A INPUT -p tcp -m tcp --dport 30303 -j DROP", ()),
        (
            "ACCEPT",
            "-A INPUT -p udp -m multiport --dports 5353,30000:31000 -j REJECT",
            ("announce", "mdns"),
        ),
        (
            "DROP",
            "-A INPUT -d 224.0.0.251/32 -p udp -m udp --dport 5353 -j ACCEPT",
            ("announce", "all"),
        ),
        (
            "DROP",
            "-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
            ("announce", "mdns", "all"),
        ),
        ("ACCEPT", "-A INPUT ! -i lo -j DROP", ("announce", "mdns", "all")),
        (
            "DROP",
            "-A INPUT -j ufw-user-input\n-A ufw-user-input -p udp -m udp --dport 30303 -j ACCEPT",
            ("mdns", "all"),
        ),
        ("ACCEPT", "-A INPUT -m hashlimit --hashlimit-upto 5/sec -j DROP", ()),
        ("ACCEPT", '-A INPUT -m comment --comment "cut short', ()),
    ],
)
def test_rules_of_iptables_are_held_against_what_streamers_send(
    policy: str, rules: str, blocks: tuple[str, ...]
) -> None:
    text = IPTABLES.format(policy=policy, rules=rules)

    assert judged(FirewallKind.IPTABLES, text, cards=CARDS).blocks == blocks


@pytest.mark.parametrize(
    ("state", "block_all", "expected"),
    [
        (
            "Firewall is enabled. (State = 1)",
            "Firewall has block all state set to disabled.",
            (True, ()),
        ),
        ("Firewall is enabled. (State = 2)", "", (True, ("all",))),
        ("Firewall is enabled. (State = 1)", "Block all ENABLED!", (True, ("all",))),
        ("Firewall is disabled. (State = 0)", "", (False, ())),
        ("", "", (None, ())),
    ],
)
def test_the_firewall_of_macos_tells_its_state(
    state: str, block_all: str, expected: tuple[bool | None, tuple[str, ...]]
) -> None:
    told = parse_macos_firewall(state, block_all)

    assert (told.is_on, told.blocks) == expected


def windows(action: str, **fields: str) -> str:
    told = {"Active": "TRUE", "Dir": "In", "Protocol": "17", "App": PROGRAM, **fields}
    pairs = "|".join(f"{name}={value}" for name, value in told.items())
    return f"v2.31|Action={action}|{pairs}|Name=AltraBits Desktop|"


@pytest.mark.parametrize(
    ("rules", "is_kept_out"),
    [
        ([windows("Allow")], False),
        ([windows("Allow"), windows("Block")], True),
        ([windows("Block", Active="FALSE"), windows("Allow")], False),
        ([windows("Allow", Dir="Out")], True),
        ([windows("Allow", App=r"C:\other.exe")], True),
        ([windows("Allow", LPort="5353")], True),
        ([windows("Allow", Protocol="6")], True),
        ([], True),
    ],
)
def test_the_firewall_of_windows_lets_in_whom_a_rule_names(
    rules: list[str], is_kept_out: bool
) -> None:
    told = judge_windows(rules, is_on=True, program=PROGRAM.lower())

    assert told.blocks == (("announce",) if is_kept_out else ())


def test_a_firewall_of_windows_that_is_off_keeps_nothing_out() -> None:
    assert judge_windows([windows("Block")], is_on=False, program=PROGRAM).blocks == ()


@pytest.mark.parametrize(
    ("settings", "is_firewalld", "kind"),
    [
        ("# ufw\nENABLED=yes\n", False, FirewallKind.UFW),
        ("ENABLED=no\n", False, FirewallKind.UNKNOWN),
        ("", True, FirewallKind.FIREWALLD),
    ],
)
def test_whoever_may_not_read_rules_learns_which_service_keeps_them(
    settings: str, is_firewalld: bool, kind: FirewallKind
) -> None:
    assert service_of(settings, is_firewalld=is_firewalld).kind is kind
