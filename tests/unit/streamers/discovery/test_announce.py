from __future__ import annotations

import dataclasses
import os
import random
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import MalformedDatagram
from altrabits_desktop.contract.streamers import HeardBy, Origin
from altrabits_desktop.streamers.discovery.announce import (
    REQUEST,
    AnnounceRecord,
    Stack,
    parse_announce,
    sighting_of,
)
from tests.benchmarks.processes import resident_bytes
from tests.fakes.discovery import reply
from tests.harness.announce_mutations import VALID, mutated
from tests.harness.announce_vectors import PAYLOADS, vectors

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


def outcome(datagram: bytes) -> dict[str, object]:
    try:
        record = parse_announce(datagram)
    except MalformedDatagram:
        return {"malformed": True}
    return {"request": True} if record is None else {"record": facts(record)}


def facts(record: AnnounceRecord) -> dict[str, object]:
    told: dict[str, object] = {}
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if field.default is dataclasses.MISSING or value != field.default:
            told[field.name] = plain(value)
    return told


def plain(value: object) -> object:
    if isinstance(value, bytes):
        return value.hex()
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def test_the_document_and_the_expectations_name_the_same_vectors() -> None:
    assert PAYLOADS.keys() == vectors().keys()
    assert {name[0] for name in PAYLOADS} == set("RALH")
    assert len(PAYLOADS) == 26


@pytest.mark.parametrize("name", sorted(PAYLOADS))
def test_reads_every_vector_as_the_document_says(name: str) -> None:
    assert outcome(PAYLOADS[name]) == vectors()[name]


def test_the_request_is_the_thirty_bytes_that_scanners_send() -> None:
    assert PAYLOADS["R1"] == REQUEST
    assert len(REQUEST) == 30


@pytest.mark.parametrize("name", VALID)
def test_every_truncation_gives_the_same_streamer_or_is_malformed(name: str) -> None:
    whole = parse_announce(PAYLOADS[name])
    assert whole is not None

    for length in range(len(PAYLOADS[name])):
        try:
            cut = parse_announce(PAYLOADS[name][:length])
        except MalformedDatagram:
            continue
        assert cut is not None
        assert cut.mac == whole.mac


@given(st.binary(max_size=1600))
def test_nothing_but_malformed_is_ever_raised(noise: bytes) -> None:
    assert outcome(noise).keys() <= {"malformed", "request", "record"}


@given(st.binary(max_size=1400))
def test_fields_of_any_content_after_the_mac_keep_the_mac(noise: bytes) -> None:
    record = parse_announce(b"\x02\x00\x04\xa3\x11\x22\x33\r\n" + noise)

    assert record is not None
    assert record.mac == "00:04:a3:11:22:33"


@given(st.text(max_size=200), st.text(max_size=200))
def test_names_come_out_clean_and_short(product: str, name: str) -> None:
    try:
        record = parse_announce(reply(said={"PN": product, "NM": name}))
    except MalformedDatagram:
        return

    assert record is not None
    for text in (record.product, record.name, record.host_name):
        assert text is None or (0 < len(text) <= 64 and text.isprintable() | ("\u200d" in text))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"PN": "S1", "ID": "ab-1"}, ("ab-1", None, None, None)),
        ({"PN": "S1", "ID": "not an id"}, (None, None, None, None)),
        ({"PN": "S1", "ID": 7}, (None, None, None, None)),
        ({"PN": "S1", "NM": "Den", "RM": "Attic", "CP": 8080}, (None, "Den", "Attic", 8080)),
        ({"PN": "S1", "CP": True}, (None, None, None, None)),
        ({"PN": "S1", "CP": 65536}, (None, None, None, None)),
        ({"PN": "S1", "CP": 0}, (None, None, None, None)),
        ({"PN": "S1", "NM": ["x"], "RM": {}}, (None, None, None, None)),
        ({"PN": " \u202e ", "NM": "Den"}, (None, None, None, None)),
    ],
)
def test_takes_from_user_data_what_fits(said: dict[str, object], expected: object) -> None:
    record = parse_announce(reply(said=said))

    assert record is not None
    assert (record.api_id, record.name, record.room, record.control_port) == expected


def test_keeps_unknown_keys_in_order_and_no_more_than_sixteen() -> None:
    said: dict[str, object] = {"PN": "S1", "list": [1], "SN": "0007", "v": 2}
    said |= {f"k{number}": number for number in range(20)}

    record = parse_announce(reply(said=said))

    assert record is not None
    assert record.extras[:3] == (("SN", "0007"), ("v", "2"), ("k0", "0"))
    assert len(record.extras) == 16


@pytest.mark.parametrize(
    "datagram",
    [
        b"\x02\x01\x04\xa3\x11\x22\x33\r\n",
        b"\x03ETH\r\n",
        b"\r\n{}",
        b"NAME\r\n00-00-00\r\n",
        b"xx",
    ],
)
def test_a_reply_without_a_single_cards_mac_is_malformed(datagram: bytes) -> None:
    assert outcome(datagram) == {"malformed": True}


@pytest.mark.parametrize("mac", [b"00-00-00-00-00-00", b"01-04-A3-AA-BB-CC"])
def test_a_legacy_reply_with_a_group_mac_is_malformed(mac: bytes) -> None:
    assert outcome(b"MCHPBOARD\r\n" + mac + b"\r\n") == {"malformed": True}


def test_the_longest_datagram_is_read_and_one_byte_more_is_not() -> None:
    longest = PAYLOADS["A1"] + b" " * (1472 - len(PAYLOADS["A1"]))

    assert outcome(longest) != {"malformed": True}
    assert outcome(longest + b" ") == {"malformed": True}


def test_a_sighting_is_at_the_senders_address_whatever_the_reply_says() -> None:
    record = parse_announce(PAYLOADS["A3"])
    assert record is not None

    sighting = sighting_of(record, sender="192.168.1.50", heard_at=NOON, card_name="eth0")

    assert record.stated_address == "10.13.10.13"
    assert sighting.address == "192.168.1.50"
    assert sighting.page_url == "http://192.168.1.50/"
    assert sighting.control_url is None
    assert (sighting.heard_by, sighting.origin) == (HeardBy.ANNOUNCE, Origin.LAN)
    assert (sighting.mac, sighting.product) == ("00:1e:c0:0d:0a:0d", "Cobalt S1")


def test_a_sighting_with_a_control_port_names_page_and_api_on_it() -> None:
    record = parse_announce(reply(said={"PN": "S1", "ID": "x", "CP": 8080}))
    assert record is not None

    sighting = sighting_of(record, sender="192.168.1.50", heard_at=NOON)

    assert sighting.page_url == "http://192.168.1.50:8080/"
    assert sighting.control_url == "http://192.168.1.50:8080/api/v1"
    assert sighting.api_id == "x"


def test_a_sighting_spells_its_host_as_mdns_does() -> None:
    record = parse_announce(reply(said={"PN": "S1"}))
    assert record is not None

    sighting = sighting_of(record, sender="192.168.1.50", heard_at=NOON)

    assert (record.host_name, sighting.host_name) == ("AB-STREAMER", "ab-streamer")


def test_a_legacy_reply_is_told_apart() -> None:
    record = parse_announce(PAYLOADS["L2"])

    assert record is not None
    assert record.stack is Stack.LEGACY


def processor_time_of(datagram: bytes) -> float:
    begun_at_s = time.thread_time()
    outcome(datagram)
    return time.thread_time() - begun_at_s


def mutations_are_survived(count: int) -> None:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    begun_bytes = resident_bytes(os.getpid())
    slowest_s = 0.0
    for _ in range(count):
        datagram = mutated(chance)
        took_s = processor_time_of(datagram)
        if took_s > slowest_s:
            # Beside other programs a processor loses time to them: what is slow by itself is so
            # each time.
            slowest_s = max(slowest_s, min(took_s, *(processor_time_of(datagram) for _ in "12")))
    grown_bytes = resident_bytes(os.getpid()) - begun_bytes
    print(f"slowest {slowest_s:.4f} s, grown {grown_bytes} bytes")
    assert slowest_s < 0.01
    assert grown_bytes < 5_000_000


@pytest.mark.uncounted
def test_r1_mutated_packets_never_raise_nor_take_long() -> None:
    mutations_are_survived(10_000)


@pytest.mark.long
def test_r1_a_million_mutated_packets_never_raise_nor_take_long() -> None:
    mutations_are_survived(1_000_000)
