from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.runtime.known_networks import (
    FILE_BYTES,
    NETWORKS_MOST,
    TYPED_MOST,
    KnownNetwork,
    content_of,
    is_elsewhere,
    known_in,
    read_known,
    remembered_here,
)
from altrabits_desktop.runtime.networks import LOOPBACK, Network
from altrabits_desktop.runtime.remembered import Remembered

if TYPE_CHECKING:
    from pathlib import Path

HOME = Network("192.168.1.0/24", "192.168.1.1", "aa:bb:cc:00:11:22")
OFFICE = Network("10.0.0.0/8", "10.0.0.1", "aa:bb:cc:33:44:55")
KNOWN = (
    KnownNetwork(HOME, ("den", "attic"), ("192.168.1.61", "kitchen.local:8080")),
    KnownNetwork(OFFICE, ("lobby",)),
)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    (tmp_path / "networks.txt").write_bytes(content_of(KNOWN))

    assert read_known(tmp_path / "networks.txt") == KNOWN


def test_nothing_is_a_file_of_nothing() -> None:
    assert (content_of(()), known_in(b"")) == (b"", ())


@pytest.mark.parametrize(
    "content",
    [
        b"networks 1 1\nstreamer\tden\n",
        b"networks 1 1\nnetwork\t\t\t\n",
        b"networks 1 1\nnetwork\ta\tb\n",
        b"networks 1 2\nnetwork\ta\tb\tc\n",
        b"networks 1 1\nnetwork\ta\tb\tc\nx",
        b"networks 1 2\nnetwork\ta\tb\tc\nother\tden\n",
        b"networks 1 2\nnetwork\ta\tb\tc\nstreamer\t\x1b[31m\n",
        b"networks 1 2\nnetwork\ta\tb\tc\ntyped\t\n",
        b"networks 1 2\nnetwork\ta\tb\tc\ntyped\t" + b"x" * 301 + b"\n",
        b"\xff\xfe",
    ],
)
def test_what_is_damaged_gives_nothing(content: bytes) -> None:
    assert known_in(content) == ()


@given(st.binary(max_size=300))
def test_whatever_stands_in_it_nothing_is_raised(content: bytes) -> None:
    assert isinstance(known_in(content), tuple)


def test_a_file_cut_anywhere_gives_nothing() -> None:
    whole = content_of(KNOWN)

    assert {known_in(whole[:length]) for length in range(len(whole))} == {()}


def test_more_than_may_be_kept_is_left_out() -> None:
    crowd = [
        KnownNetwork(
            Network(f"10.{n}.0.0/16"),
            tuple(f"{n}-{'x' * 60}-{k}" for k in range(1000)),
            tuple(f"host{k}" for k in range(40)),
        )
        for n in range(40)
    ]

    content = content_of(crowd)
    known = known_in(content)

    assert len(content) <= FILE_BYTES
    assert 1 <= len(known) <= NETWORKS_MOST
    assert len(known[0].typed) == TYPED_MOST
    assert known[0].network == crowd[0].network


@pytest.mark.parametrize("kind", ["missing", "folder", "link"])
def test_what_is_no_file_gives_nothing(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "networks.txt"
    if kind == "folder":
        path.mkdir()
    elif kind == "link":
        (tmp_path / "real").write_bytes(content_of(KNOWN))
        path.symlink_to(tmp_path / "real")

    assert read_known(path) == ()


def test_a_streamer_of_the_office_is_elsewhere_at_home() -> None:
    assert is_elsewhere("lobby", KNOWN, (HOME,))
    assert not is_elsewhere("den", KNOWN, (HOME,))
    assert not is_elsewhere("lobby", KNOWN, (HOME, OFFICE))


def test_one_that_no_network_is_known_of_may_be_anywhere() -> None:
    assert not is_elsewhere("new", KNOWN, (HOME,))


def test_without_a_network_nobody_is_elsewhere() -> None:
    assert not is_elsewhere("lobby", KNOWN, ())


def test_loopback_is_always_here() -> None:
    assert not is_elsewhere("demo", (KnownNetwork(LOOPBACK, ("demo",)),), (HOME,))


def test_the_first_paint_shows_those_of_this_network() -> None:
    all_of_them = tuple(Remembered(name, name) for name in ("den", "lobby", "new"))

    shown = remembered_here(all_of_them, KNOWN, (HOME,))

    assert [one.owned_id for one in shown] == ["den", "new"]
