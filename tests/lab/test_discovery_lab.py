"""Real renderers and real broadcasts: each is found once, on the card where it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.lab

LAN_LAB = Path(__file__).with_name("lan-lab")
PROJECT = Path(__file__).parents[2]
ALTRABITS = Path(sys.executable).with_name("altrabits")

Found = list[dict[str, Any]]


def simulated(name: str, *more: str) -> str:
    words = (str(ALTRABITS), "simulate --count 1 --address $LAN_LAB_IP --name", name, *more)
    return f"{name}=cmd:{' '.join(words)}"


def discovered(
    *hosts: str, lab: tuple[str, ...] = (), options: tuple[str, ...] = (), seconds: float = 4
) -> Found:
    """Build a lab of these hosts and look for streamers from its desktop."""
    command = [str(LAN_LAB), "run", "--time", "90", *lab]
    for host in hosts:
        command += ["--host", host]
    command += ["--", str(ALTRABITS), "discover", "--json", "--seconds", str(seconds), *options]
    environment = {key: os.environ[key] for key in os.environ if key != "ALTRABITS_INTERFACE"}
    tried = subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False, env=environment
    )
    assert tried.returncode == 0, tried.stdout + tried.stderr
    found: Found = json.loads(tried.stdout)
    return found


def heard(found: Found) -> dict[str, list[str]]:
    """Give by which ways each address was heard; two streamers at one address would show."""
    assert len({streamer["id"] for streamer in found}) == len(found)
    assert len({streamer["address"] for streamer in found}) == len(found)
    return {streamer["address"]: streamer["heard_by"] for streamer in found}


def at(found: Found, address: str) -> dict[str, Any]:
    return next(streamer for streamer in found if streamer["address"] == address)


@pytest.fixture(scope="module")
def home() -> Found:
    return discovered(
        "gmediarender",
        "rygel",
        simulated("Den"),
        simulated("Attic", "--fault", "announce-only"),
    )


def test_every_streamer_of_a_home_is_found_once(home: Found) -> None:
    assert heard(home) == {
        "192.168.71.20": ["ssdp"],
        "192.168.71.21": ["ssdp"],
        "192.168.71.22": ["announce", "mdns"],
        "192.168.71.23": ["announce"],
    }


@pytest.mark.parametrize(
    ("address", "name", "product", "maker"),
    [
        ("192.168.71.20", "gmediarender", "gmediarender", "Ivo Clarysse, Henner Zeller"),
        ("192.168.71.21", "Audio/Video playback on rygel", "Rygel", "Rygel Developers"),
    ],
)
def test_a_real_renderer_is_shown_as_it_describes_itself(
    home: Found, address: str, name: str, product: str, maker: str
) -> None:
    renderer = at(home, address)

    assert (renderer["name"], renderer["product"], renderer["maker"]) == (name, product, maker)


def test_what_two_protocols_say_is_one_streamer(home: Found) -> None:
    den = at(home, "192.168.71.22")

    assert (den["name"], den["page_url"]) == ("Den", "http://192.168.71.22/")


def test_a_streamer_that_gives_only_its_product_is_named_by_it(home: Found) -> None:
    bare = at(home, "192.168.71.23")

    assert bare["name"].startswith(bare["product"])
    assert bare["name"].endswith(bare["mac"][-5:].upper())


def test_streamers_on_both_networks_are_found() -> None:
    found = discovered(
        f"{simulated('Den')}@1",
        f"{simulated('Attic', '--fault', 'announce-only')}@2",
        "gmediarender@2",
        lab=("--nets", "2"),
    )

    assert heard(found) == {
        "192.168.71.20": ["announce", "mdns"],
        "192.168.72.21": ["announce"],
        "192.168.72.22": ["ssdp"],
    }


def test_only_the_chosen_card_is_looked_on() -> None:
    found = discovered(
        f"{simulated('Den')}@1",
        f"{simulated('Attic')}@2",
        lab=("--nets", "2"),
        options=("--interface", "eth1"),
    )

    assert heard(found) == {"192.168.72.21": ["announce", "mdns"]}


def test_no_default_route_hinders_nothing() -> None:
    found = discovered(
        simulated("Den"),
        simulated("Attic", "--fault", "announce-only"),
        "gmediarender",
        lab=("--no-default-route",),
    )

    assert heard(found) == {
        "192.168.71.20": ["announce", "mdns"],
        "192.168.71.21": ["announce"],
        "192.168.71.22": ["ssdp"],
    }


def played(program: str, *words: str) -> dict[str, Any]:
    """Run a program in the desktop of a home, and give the object that it prints."""
    hosts = ("--host", "gmediarender", "--host", simulated("Den"))
    path = Path(__file__).with_name(program)
    tried = subprocess.run(
        [LAN_LAB, "run", "--time", "290", *hosts, "--", sys.executable, path, *words],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    assert tried.returncode == 0, tried.stdout + tried.stderr
    told: dict[str, Any] = json.loads(tried.stdout)
    return told


def check_flapped(told: dict[str, Any]) -> None:
    assert told["first_s"] is not None
    assert told["again_s"] is not None
    assert told["again_s"] < 10
    assert told["leaked"] <= 0


def test_r9_a_card_that_comes_and_goes_is_followed_without_a_leak() -> None:
    check_flapped(played("flapping_desktop.py", "5"))


@pytest.mark.long
def test_r9_a_card_that_comes_and_goes_a_hundred_times_is_followed_without_a_leak() -> None:
    check_flapped(played("flapping_desktop.py", "100"))


@pytest.fixture(scope="module")
def conditions() -> dict[str, Any]:
    return played("conditions_desktop.py")


@pytest.mark.parametrize(
    ("condition", "heard", "said"),
    [
        ("no interface", [], ["cards.none"]),
        ("port taken", ["mdns", "ssdp"], ["announce.port_taken"]),
        ("multicast forbidden", ["announce"], ["mdns.not_sent", "ssdp.not_sent"]),
        ("vpn", ["announce", "mdns", "ssdp"], []),
        ("address change", ["announce", "mdns", "ssdp"], []),
        ("sleep", ["announce", "mdns", "ssdp"], []),
    ],
)
def test_r9_a_bad_condition_leaves_the_other_ways_working_and_passes_without_a_leak(
    conditions: dict[str, Any], condition: str, heard: list[str], said: list[str]
) -> None:
    told = conditions[condition]

    assert (told["heard"], told["said"]) == (heard, said)
    assert told["again_s"] is not None
    assert told["again_s"] < 10
    assert told["leaked"] <= 0


def test_every_address_is_asked_where_what_is_sent_to_all_gets_lost() -> None:
    # It says nothing by SSDP, so it is found by its address alone.
    found = discovered(simulated("Den"), "host", options=("--only", "ssdp", "--sweep"))

    assert heard(found) == {"192.168.71.20": ["manual"]}


def on_link(*words: str) -> str:
    program = Path(__file__).with_name("link_local_streamer.py")
    return f"Den=cmd:{' '.join((sys.executable, str(program), *words))}"


def test_a_streamer_without_an_address_of_ipv4_is_found_listed_and_asked() -> None:
    found = discovered(on_link(), seconds=8)

    [den] = found
    assert den["address"].startswith("fe80::")
    assert "%" in den["address"]
    assert (den["name"], den["heard_by"], den["state"]) == ("Den", ["mdns"], "answering")
    # That it says itself, when it is asked at that address.
    assert (den["depth"], den["maker"]) == ("managed", "AltraBits")


def test_a_streamer_with_an_address_of_each_kind_is_listed_once_by_that_of_ipv4() -> None:
    found = discovered(on_link("both"), seconds=8)

    assert heard(found) == {"192.168.71.20": ["mdns"]}


def test_a_renderer_without_an_address_of_ipv4_is_found_and_described() -> None:
    program = Path(__file__).with_name("link_local_renderer.py")
    found = discovered(f"Loft=cmd:{sys.executable} {program}", seconds=8)

    [loft] = found
    assert loft["address"].startswith("fe80::")
    assert (loft["name"], loft["maker"], loft["heard_by"]) == ("Loft", "Maker", ["ssdp"])
