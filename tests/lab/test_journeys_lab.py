"""The real window in real networks: what it shows of them, and that the console says the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.harness.screen import virtual_screen

if TYPE_CHECKING:
    from collections.abc import Mapping

pytestmark = pytest.mark.lab

HERE = Path(__file__).parent
ALTRABITS = Path(sys.executable).with_name("altrabits")
NEW_ADDRESS = "192.168.71.77"
GONE_S = 10.0
STREAMERS_OF_TWO_NETWORKS = 3
STALL_S = 0.2
CROWD = 250
FARMS = 5
TITLE = "Grüße & a tone"
ARTIST = "The <Lab>"

Seen = dict[str, Any]


def seen(
    scene: str,
    *hosts: str,
    lab: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    console: tuple[str, ...] = (),
    screen: Mapping[str, str] | None = None,
) -> Seen:
    """Play a scene in a lab of these hosts; then look again by the console, in the same lab."""
    return played(
        scene,
        *hosts,
        lab=lab,
        words=words,
        console=("discover", "--json", *console),
        screen=screen,
    )


def played(
    scene: str,
    *hosts: str,
    lab: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    console: tuple[str, ...],
    screen: Mapping[str, str] | None = None,
    time_s: int = 110,
) -> Seen:
    """Play a scene in a lab of these hosts, then a console command there that gives JSON."""
    # The scene gives one line of JSON.
    then = (str(ALTRABITS), *console)
    script = '"$1" -W error "$2" $3 && shift 3 && exec "$@"'
    inside = ("sh", "-c", script, "sh", sys.executable, str(HERE / scene), " ".join(words), *then)
    listed = (word for host in hosts for word in ("--host", host))
    tried = subprocess.run(
        [str(HERE / "lan-lab"), "run", "--time", str(time_s), *lab, *listed, "--", *inside],
        capture_output=True,
        text=True,
        timeout=time_s + 10,
        check=False,
        env=variables(screen or os.environ),
    )
    assert tried.returncode == 0, tried.stdout[-4000:] + tried.stderr
    window, _, found = tried.stdout.partition("\n")
    return {**json.loads(window), "console": json.loads(found)}


def variables(surroundings: Mapping[str, str]) -> dict[str, str]:
    chosen = {"PYTHONPATH": str(HERE.parents[1]), "ALTRABITS_LANGUAGE": "en"}
    return {key: surroundings[key] for key in surroundings if key != "ALTRABITS_INTERFACE"} | chosen


def simulated(name: str, *more: str, net: int = 1) -> str:
    words = (str(ALTRABITS), "simulate --count 1 --address $LAN_LAB_IP --name", name, *more)
    return f"{name}=cmd:{' '.join(words)}@{net}"


def farm(number: int) -> str:
    """Fifty streamers in a namespace of their own, each at an address of its own."""
    first = number * CROWD // FARMS + 1
    addresses = f"seq {first} {first + CROWD // FARMS - 1}"
    add = f"{addresses} | sed 's|.*|addr add 192.168.68.&/22 dev eth0|' | ip -batch -"
    serve = f"{ALTRABITS} simulate --count {CROWD // FARMS} --address 192.168.68.{first}"
    return f"farm{number}=cmd:{add}; {serve}"


def names(listed: Mapping[str, str]) -> dict[str, str]:
    """Give the name on each card, by the streamer's id."""
    return {identity: said.splitlines()[2] for identity, said in listed.items()}


@pytest.fixture(scope="module")
def home() -> Seen:
    moving = (sys.executable, str(HERE / "moving_streamer.py"), "Gallery", NEW_ADDRESS)
    return seen(
        "home_scene.py",
        *("gmediarender", "rygel", simulated("Parlour"), f"Gallery=cmd:{' '.join(moving)}"),
        words=(NEW_ADDRESS,),
        console=("--seconds", "4"),
    )


def test_the_window_finds_real_renderers_and_simulated_streamers_once_each(home: Seen) -> None:
    found = names(home["found"])

    assert sorted(found.values()) == [
        "Audio/Video playback on rygel",
        "Gallery",
        "Parlour",
        "gmediarender",
    ]


@pytest.mark.parametrize("name", ["gmediarender", "Audio/Video playback on rygel"])
def test_the_window_shows_what_a_real_renderer_plays(home: Seen, name: str) -> None:
    said = next(text for text in home["playing"].values() if f"\n{name}\n" in text).splitlines()

    assert said[1] == "Playing"
    assert said[4:] == [TITLE, ARTIST, "37"]


def test_streamers_whose_cable_is_pulled_are_marked_within_ten_seconds(home: Seen) -> None:
    assert set(home["gone_s"]) == {"Parlour", "Gallery"}
    assert max(home["gone_s"].values()) < GONE_S


def test_a_streamer_that_comes_back_at_another_address_is_the_same_one(home: Seen) -> None:
    assert names(home["back"]) == names(home["found"])
    moved = next(text for text in home["back"].values() if "\nGallery\n" in text)
    assert NEW_ADDRESS in moved


def test_the_console_gives_the_same_facts_as_the_window(home: Seen) -> None:
    told = {record["id"]: record for record in home["console"]}

    assert {identity: record["name"] for identity, record in told.items()} == names(home["back"])
    assert all(
        f"{record['product']} · {record['address']}" in home["back"][identity]
        for identity, record in told.items()
    )
    assert {record["state"] for record in told.values()} == {"answering"}


def test_the_window_lives_through_all_of_it_without_an_error_or_a_stall(home: Seen) -> None:
    assert home["crashes"] == []
    assert home["longest_turn_s"] < STALL_S


@pytest.fixture(scope="module")
def networks() -> Seen:
    with virtual_screen() as screen:
        return seen(
            "networks_scene.py",
            simulated("Parlour"),
            simulated("Gallery", net=2),
            "gmediarender@2",
            lab=("--nets", "2"),
            console=("--interface", "eth1"),
            screen=screen,
        )


@pytest.mark.parametrize("when", ["with_route", "without_route"])
def test_a_window_on_a_screen_shows_the_streamers_of_two_networks(
    networks: Seen, when: str
) -> None:
    assert networks["screen"] == "xcb"
    assert sorted(names(networks[when]).values()) == ["Gallery", "Parlour", "gmediarender"]


def test_with_this_computers_own_cable_out_its_streamers_are_out_of_reach_and_nobody_else(
    networks: Seen,
) -> None:
    said = networks["own_cables"]["one_out"]

    assert ["Out of reach" in said[ip] for ip in sorted(said)] == [True, False, False]
    assert all("Out of reach" in text for text in networks["own_cables"]["both_out"].values())


def test_with_all_cables_out_the_window_says_that_there_is_no_network(networks: Seen) -> None:
    page = networks["own_cables"]["page"]

    assert "This computer is in no network, so none of 3 answers" in page
    assert "Streamers are looked for on" not in page


def test_with_its_cable_in_again_the_window_recovers_without_a_restart(networks: Seen) -> None:
    assert len(networks["own_cables"]["back"]) == STREAMERS_OF_TWO_NETWORKS
    assert networks["own_cables"]["back_s"] < GONE_S


def test_a_streamer_is_asked_by_the_name_that_only_mdns_knows(networks: Seen) -> None:
    assert "Parlour (Cobalt" in networks["named"]


def test_a_window_for_one_card_shows_only_its_network(networks: Seen) -> None:
    shown = names(networks["only_eth1"])

    assert sorted(shown.values()) == ["Gallery", "gmediarender"]
    assert {record["id"]: record["name"] for record in networks["console"]} == shown


@pytest.fixture(scope="module")
def crowd() -> Seen:
    return seen(
        "crowd_scene.py",
        *(farm(number) for number in range(FARMS)),
        lab=("--prefix", "22"),
        words=(str(CROWD),),
    )


def test_the_window_lists_250_streamers_and_none_twice(crowd: Seen) -> None:
    addresses = {record["address"] for record in crowd["console"]}

    assert (len(crowd["rows"]), len(set(crowd["rows"]))) == (CROWD, CROWD)
    assert all(any(f" {address}," in row for row in crowd["said"]) for address in addresses)
    assert crowd["line"].startswith(f"{CROWD} here")


def test_the_console_lists_the_same_250_streamers(crowd: Seen) -> None:
    expected = {f"192.168.68.{number}" for number in range(1, CROWD + 1)}

    assert sorted(record["id"] for record in crowd["console"]) == sorted(crowd["rows"])
    assert {record["address"] for record in crowd["console"]} == expected


def test_the_window_does_not_stand_still_while_250_are_found(crowd: Seen) -> None:
    assert crowd["crashes"] == []
    assert crowd["longest_turn_s"] < STALL_S
