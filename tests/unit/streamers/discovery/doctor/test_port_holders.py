from __future__ import annotations

import os
import socket

import pytest

from altrabits_desktop.streamers.discovery.doctor.port_holders import (
    parse_lsof,
    parse_netstat,
    parse_sockets,
    parse_tasklist,
    port_holders,
)

_TIMES = "00000000:00000000 00:00000000 00000000"
UDP = f"""  sl  local_address rem_address   st tx:rx tr:tm retrnsmt uid  timeout inode
  411: 00000000:765F 00000000:0000 07 {_TIMES}     0        0 44871 2 0000000000000000 0
  412: 0A47A8C0:765F 00000000:0000 07 {_TIMES}  1000        0 44872 2 0000000000000000 0
  999: 00000000:14E9 00000000:0000 07 {_TIMES}     0        0 44873 2 0000000000000000 0
  cut: 00000000
"""
LSOF = "p812\ncABScanner\nf5\np900\ncPython\nf7\n"
NETSTAT = """
Aktive Verbindungen

  Proto  Lokale Adresse         Remoteadresse          Status           PID
  UDP    0.0.0.0:5353           *:*                                    2212
  UDP    0.0.0.0:30303          *:*                                    7788
  UDP    [::]:30303             *:*                                    7788
"""


def test_the_sockets_of_a_port_are_found_by_their_inodes() -> None:
    assert parse_sockets(UDP, port=30303) == (44871, 44872)
    assert parse_sockets("", port=30303) == ()


def test_lsof_names_process_and_program() -> None:
    assert parse_lsof(LSOF) == ((812, "ABScanner"), (900, "Python"))
    assert parse_lsof("cnobody\n") == ()


def test_netstat_of_windows_names_the_process() -> None:
    assert parse_netstat(NETSTAT, port=30303) == (7788,)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ('"ABScanner.exe","7788","Console","1","12.344 K"\n', "ABScanner.exe"),
        ("INFO: No tasks are running which match the specified criteria.\n", ""),
        ("", ""),
    ],
)
def test_the_list_of_tasks_names_the_program(told: str, name: str) -> None:
    assert parse_tasklist(told) == name


def test_a_port_that_this_process_holds_is_known_to_be_ours() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]

        holders = port_holders(port)

    assert [(holder.pid, holder.is_ours) for holder in holders] == [(os.getpid(), True)]
    assert port_holders(port) == ()
