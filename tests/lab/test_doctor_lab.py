"""The doctor in broken networks: each cause is made, and the real command names it rightly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.lab

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
LAN_LAB = HERE / "lan-lab"
ALTRABITS = Path(sys.executable).with_name("altrabits")
VERDICT_S = 8.0
STALL_S = 0.2
FIRST_S = 15.0
NOT_REACHABLE = 3

Told = dict[str, Any]

ROUTER = "router=cmd:ip addr flush dev eth0; ip addr add 192.168.71.254/24 dev eth0; exec sleep 600"
SOMEBODY = "somebody=host"


def simulated(name: str, *more: str) -> str:
    words = (str(ALTRABITS), "simulate --count 1 --address $LAN_LAB_IP --name", name, *more)
    return f"{name}=cmd:{' '.join(words)}"


def told(
    break_it: str,
    *hosts: str,
    lab: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    statuses: tuple[int, ...] = (NOT_REACHABLE,),
) -> Told:
    """Build a lab, break it by a shell command on its desktop, and ask the doctor there.

    Args:
        break_it: shell command; what it starts in the background ends with the lab.
        hosts: as lan-lab takes them.
        lab: options of lan-lab.
        words: of the doctor's command line.
        statuses: exit statuses that may be.
    """
    scene = f"{break_it}\n$LAB_PYTHON {HERE / 'doctor_scene.py'} {' '.join(words)}"
    seen = in_lab(scene, *hosts, lab=lab)
    assert seen["status"] in statuses, seen
    assert seen["took_s"] < VERDICT_S
    return seen


def in_lab(scene: str, *hosts: str, lab: tuple[str, ...] = (), time_s: int = 60) -> Told:
    """Build a lab of these hosts, run a shell script on its desktop, and give the JSON it tells."""
    listed = (word for host in hosts for word in ("--host", host))
    kept = {key: os.environ[key] for key in os.environ if key != "ALTRABITS_INTERFACE"}
    tried = subprocess.run(
        [LAN_LAB, "run", "--time", str(time_s), *lab, *listed, "--", "bash", "-c", scene],
        capture_output=True,
        text=True,
        timeout=time_s + 10,
        check=False,
        env={**kept, "PYTHONPATH": str(PROJECT), "LAB_PYTHON": sys.executable},
    )
    assert tried.returncode == 0, tried.stdout[-2000:] + tried.stderr[-4000:]
    told_there: Told = json.loads(tried.stdout)
    return told_there


def cause(seen: Told) -> str:
    said: str = seen["answer"]["cause"]
    return said


def finding(seen: Told, name: str) -> str:
    found: str = next(c for c in seen["answer"]["checks"] if c["name"] == name)["finding"]
    return found


DROP = "nft add table inet lab; nft add chain inet lab way '{ type filter hook input priority 0; }'"
"""A table with a chain that every packet to the desktop passes; `drop` adds what it loses."""


def drop(rule: str) -> str:
    return f"{DROP}; nft add rule inet lab way {rule}"


def test_a_network_with_a_streamer_needs_no_doctor() -> None:
    seen = told("true", simulated("Den"), statuses=(0,))

    assert (cause(seen), seen["status"]) == ("found", 0)


def test_no_card_at_all() -> None:
    seen = told("ip link del eth0")

    assert cause(seen) == "no_card"


def test_a_cable_that_is_out() -> None:
    seen = told(f"{LAN_LAB} fault desktop down", ROUTER)

    assert cause(seen) == "cable_out"
    assert "eth0" in seen["answer"]["message"]


@pytest.mark.parametrize(
    "without",
    ["ip addr flush dev eth0", "ip addr flush dev eth0; ip addr add 169.254.9.9/16 dev eth0"],
)
def test_a_network_that_gave_no_address(without: str) -> None:
    seen = told(without, SOMEBODY)

    assert cause(seen) == "no_address"


@pytest.mark.parametrize(
    ("sharing", "expected"), [("alone", "port_taken"), ("sharing", "port_shared")]
)
def test_a_port_that_another_program_holds_and_which_one(sharing: str, expected: str) -> None:
    hold = f"$LAB_PYTHON {HERE / 'greedy_scanner.py'} {sharing} & sleep 1"

    seen = told(hold, ROUTER)

    assert cause(seen) == expected
    assert seen["answer"]["arguments"]["program"] == "greedy_scanner.py"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("udp dport 30303 drop", "firewall_announce"),
        ("udp dport 5353 drop", "firewall_mdns"),
        ("drop", "firewall_all"),
        ("iif != lo drop", "firewall_all"),
        ("ip daddr 224.0.0.0/4 drop", "multicast_refused"),
        ("ct state new udp dport 1024-65535 drop", "firewall_all"),
    ],
)
def test_a_firewall_that_keeps_something_out(rule: str, expected: str) -> None:
    seen = told(drop(rule), ROUTER, SOMEBODY)

    assert cause(seen) == expected


@pytest.mark.parametrize("rule", ["udp dport 30303 drop", "drop"])
def test_the_firewalls_rule_is_told_to_root(rule: str) -> None:
    seen = told(drop(rule), ROUTER)

    assert seen["answer"]["arguments"]["rule"].startswith("lab way: ")
    assert seen["answer"]["findings"]["firewall"]["kind"] == "nftables"


def test_a_firewall_is_noticed_by_somebody_who_may_not_read_its_rules() -> None:
    seen = told(drop("udp dport 30303 drop"), ROUTER, words=("--without-rights",))

    assert cause(seen) == "firewall_announce"
    assert seen["answer"]["findings"]["firewall"]["rules"] == []


def test_a_firewall_that_lets_nothing_out() -> None:
    out = (
        drop("accept")
        .replace("hook input", "hook output")
        .replace("way accept", "way oif eth0 drop")
    )

    seen = told(out, ROUTER)

    assert cause(seen) == "sending_refused"


def test_groups_that_may_not_be_joined() -> None:
    seen = told("echo 0 > /proc/sys/net/ipv4/igmp_max_memberships", ROUTER, SOMEBODY)

    assert cause(seen) == "multicast_refused"
    assert finding(seen, "membership") == "refused"


def test_a_guest_network_that_keeps_neighbours_apart(tmp_path: Path) -> None:
    met = "for last in 21 22 23; do ping -c 1 -W 1 192.168.71.$last > /dev/null; done"
    apart = f"touch {tmp_path}/apart; sleep 1"

    seen = told(
        f"{met}; {apart}",
        ROUTER,
        *(
            f"neighbour{number}=cmd:{sys.executable} {HERE / 'isolated_host.py'} {tmp_path}"
            for number in range(3)
        ),
    )

    assert cause(seen) == "guest_network"
    assert finding(seen, "router") == "answers_in"
    assert seen["answer"]["arguments"]["count"] == 3


TUNNEL = f"$LAB_PYTHON {HERE / 'tunnel.py'} & sleep 1"


def test_a_vpn_that_takes_the_own_network_too() -> None:
    halves = "for half in 0 128; do ip route add 192.168.71.$half/25 dev tun0; done"

    seen = told(f"{TUNNEL}; {halves}", simulated("Den", "--fault", "silent"))

    assert cause(seen) == "vpn_routes"
    assert seen["answer"]["arguments"] == {"vpn": "tun0", "card": "eth0"}


def test_a_vpn_that_is_the_only_way_out_where_nobody_answers() -> None:
    seen = told(f"{TUNNEL}; ip route replace default dev tun0")

    assert cause(seen) == "vpn"


def test_a_network_without_a_router() -> None:
    seen = told("true", lab=("--no-default-route",))

    assert cause(seen) == "no_router"


def test_a_router_that_does_not_answer() -> None:
    seen = told("true")

    assert cause(seen) == "router_silent"


def test_a_network_in_which_nobody_else_is() -> None:
    seen = told("true", ROUTER)

    assert cause(seen) == "nobody"


def test_other_devices_alone() -> None:
    seen = told("true", ROUTER, SOMEBODY)

    assert cause(seen) == "nothing_answered"
    assert finding(seen, "neighbours") == "of"


def test_a_streamer_that_answers_by_http_and_to_no_search() -> None:
    name, _, command = simulated("Den").partition("=cmd:")
    mute = f"{name}=cmd:{drop('meta l4proto udp drop')}; {command}"

    # What it says of itself when it begins is over by then.
    seen = told("sleep 2", ROUTER, mute)

    assert cause(seen) == "streamer_mute"
    assert seen["answer"]["arguments"]["address"] == "192.168.71.21"


def test_a_streamer_with_an_address_of_another_network() -> None:
    away = "ip addr flush dev eth0; ip addr add 10.9.9.9/24 broadcast + dev eth0"
    away += "; ip route add 255.255.255.255 dev eth0"
    stray = f"stray=cmd:{away}; exec {sys.executable} {HERE / 'stray_streamer.py'}"

    seen = told("sleep 1", ROUTER, stray)

    assert cause(seen) == "other_network"
    assert seen["answer"]["arguments"]["address"] == "10.9.9.9"


def test_streamers_in_the_network_of_a_card_that_is_left_out() -> None:
    seen = told("true", f"{simulated('Den')}@2", lab=("--nets", "2"), words=("--interface", "eth0"))

    assert cause(seen) == "other_card"
    assert seen["answer"]["arguments"]["card"] == "eth1"


@pytest.fixture(scope="module")
def window() -> Told:
    scene = f"$LAB_PYTHON -W error {HERE / 'doctor_window_scene.py'}"
    return in_lab(scene, ROUTER, simulated("Den"), time_s=110)


def test_the_window_names_a_firewall_and_sees_that_it_was_opened(window: Told) -> None:
    assert "The firewall keeps the streamers' answers out" in window["closed"]
    assert "The firewall keeps" not in window["opened"]
    assert "answers in" in window["opened"]


def test_the_window_speaks_to_no_neighbour_before_it_is_asked_to(window: Told) -> None:
    assert window["alone"] == []
    assert "192.168.71.20" in window["asked"]


def test_a_first_streamer_appears_soon_after_its_cable_is_in(window: Told) -> None:
    assert window["appeared_s"] < FIRST_S


def test_the_window_says_why_a_streamer_is_gone(window: Told) -> None:
    assert "Nobody is at 192.168.71.21, while the network works." in window["why"]


def test_the_window_does_not_stand_still_while_it_examines(window: Told) -> None:
    assert window["crashes"] == []
    assert window["longest_turn_s"] < STALL_S
