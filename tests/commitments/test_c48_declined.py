"""C48: after a no nothing is sent and nothing is kept but the no itself, also after a restart."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from tests.commitments.private_computer import PERSON
from tests.commitments.test_c08_anonymous import WRITTEN
from tests.harness.traces import lasting_marks, traces
from tests.lab.person_window import EMAIL, PASSWORD

pytestmark = pytest.mark.lab

WINDOWS = ("declined", "window", "again")
SILENT = (*WINDOWS, "console", "accepted")
"""The parts in which not even this computer itself may be spoken to."""
NO = (*WINDOWS, "console", "demo")

Seen = dict[str, Any]


def files(declined: Seen, part: str) -> dict[str, bytes]:
    return {
        path: base64.b64decode(file["content"]) for path, file in declined["files"][part].items()
    }


def decision(declined: Seen, part: str) -> Seen:
    kept: Seen = json.loads(declined["kept"][part]["facts"]["decision"])
    return kept


@pytest.mark.parametrize("part", SILENT)
def test_c05_after_a_no_finding_sends_no_more_than_it_must(declined: Seen, part: str) -> None:
    assert declined["traffic"][part]["strays"] == []
    assert declined["traffic"][part]["told"] == []
    assert declined["lost"] == 0


@pytest.mark.parametrize("part", WINDOWS)
def test_c48_after_a_no_streamers_are_found_and_read(declined: Seen, part: str) -> None:
    kinds = set(declined["traffic"][part]["kinds"])

    assert {"udp 192.168.71.255 30303", "udp 224.0.0.251 5353", "udp 239.255.255.250 1900"} <= kinds
    assert {"tcp 192.168.71.20 49494", "tcp 192.168.71.21 80"} <= kinds


def test_c48_after_a_no_the_demo_goes_on_and_stays_on_this_computer(declined: Seen) -> None:
    beyond = [stray for stray in declined["traffic"]["demo"]["strays"] if " to 127." not in stray]

    assert beyond == []
    assert "What needs an account is closed" in declined["read"]["demo"]["declined"]
    assert "a demo on this computer" in declined["read"]["demo"]["demo"]


@pytest.mark.parametrize("part", NO)
def test_c48_a_no_is_all_that_is_kept_and_it_stays(declined: Seen, part: str) -> None:
    kept = declined["kept"][part]

    assert decision(declined, part)["message"]["kind"] == "declined"
    assert decision(declined, part) == decision(declined, "declined")
    assert set(kept["facts"]) == {"decision", "put_off"}
    assert kept["others"] == 0


@pytest.mark.parametrize("part", NO)
def test_c08_after_a_no_only_the_listed_files_are_there(declined: Seen, part: str) -> None:
    assert set(files(declined, part)) <= WRITTEN


@pytest.mark.parametrize("part", NO)
def test_c08_after_a_no_no_file_says_who_is_here(declined: Seen, part: str) -> None:
    person = {**PERSON, "typed address": EMAIL, "typed password": PASSWORD}
    known = json.dumps(decision(declined, part))
    contents = [text.partition(b"\n")[2] for text in files(declined, part).values()]

    assert [traces(text, person) for text in contents] == [[] for _ in contents]
    marks = {mark for text in contents for mark in lasting_marks(text)}
    assert {mark for mark in marks if mark not in known} == set()


@pytest.mark.parametrize("part", ["declined", "again"])
def test_c48_after_a_no_what_needs_an_account_is_closed(declined: Seen, part: str) -> None:
    read = declined["read"][part]

    assert "Controlling needs the policy accepted." in read["look"]
    assert "The privacy policy is declined, so nothing is sent." in read["gated"]
    assert "an account needs a yes" in read["gated"]
    assert read["crashes"] == []


@pytest.mark.parametrize("part", ["declined", "again"])
def test_c48_after_a_no_the_policy_can_be_read(declined: Seen, part: str) -> None:
    assert "Looking around, and saying no" in declined["read"][part]["policy"]


def test_c48_after_a_no_the_console_says_that_it_is_closed(declined: Seen) -> None:
    answers = declined["console"].values()

    assert {(answer["status"], answer["error"]) for answer in answers} == {
        (4, "gate.sign_in_needed")
    }


def test_c48_a_changed_mind_is_kept_and_sends_nothing_by_itself(declined: Seen) -> None:
    banner = "You declined the privacy policy."

    assert decision(declined, "accepted")["message"]["kind"] == "accepted"
    assert set(files(declined, "accepted")) <= WRITTEN
    assert banner not in declined["read"]["accepted"]["window"]


def test_c45_after_a_changed_mind_an_account_is_made_on_this_computer(declined: Seen) -> None:
    strays = declined["traffic"]["account"]["strays"]

    assert EMAIL in declined["read"]["account"]["create"]
    assert decision(declined, "account")["is_sent"]
    assert declined["read"]["account"]["request"].startswith("AB-")
    # The server of this computer is spoken to now, so it would have been seen before.
    assert strays
    assert [stray for stray in strays if not stray.startswith("lo: tcp to 127.0.0.1 ")] == []
