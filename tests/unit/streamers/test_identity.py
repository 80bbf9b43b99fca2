from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.streamers.identity import (
    Candidate,
    Identity,
    canonical_mac,
    identity_of,
    mac_in_udn,
    make_id,
    match,
)
from tests.fakes.streamers import ADDRESS, MAC, a_sighting

ELSEWHERE = "192.168.71.99"
UDN = "9ab0c000-f668-11de-9976-0004a3112233"


def known(
    name: str,
    *,
    address: str = ADDRESS,
    first_s: float = 0,
    last_s: float = 0,
    is_silent: bool = False,
    **identity: Any,  # noqa: ANN401 # any field of an identity
) -> Candidate:
    return Candidate(
        id=StreamerId(name),
        identity=Identity(**identity),
        address=address,
        first_heard_s=first_s,
        last_heard_s=last_s,
        is_silent=is_silent,
    )


@pytest.mark.parametrize(
    "written",
    ["00:04:A3:11:22:33", "00-04-a3-11-22-33", "0004.a311.2233", "0004A3112233", " 0004a3112233 "],
)
def test_mac_is_the_same_in_every_spelling(written: str) -> None:
    assert canonical_mac(written) == MAC


@pytest.mark.parametrize(
    "written",
    [
        "",
        "00:00:00:00:00:00",
        "01:04:a3:11:22:33",
        "ff:ff:ff:ff:ff:ff",
        "00:04:a3:11:22",
        "00:04:a3:11:22:33:44",
        "0g:04:a3:11:22:33",
        "00 04 a3 11 ",
        "\u0660\u0660\u0660\u0664a3112233",
    ],
)
def test_mac_that_no_card_has_is_none(written: str) -> None:
    assert canonical_mac(written) is None


@given(st.text(max_size=40))
def test_any_text_is_a_whole_mac_or_none(written: str) -> None:
    mac = canonical_mac(written)

    assert mac is None or len(mac) == 17


def test_node_of_a_time_based_udn_is_its_mac() -> None:
    assert mac_in_udn(UDN) == MAC


@pytest.mark.parametrize(
    "udn",
    [
        None,
        "",
        "GMediaRender-1_0-000-000-002",
        "9ab0c000-f668-41de-9976-0004a3112233",
        "9ab0c000-f668-11de-9976-0104a3112233",
    ],
)
def test_other_udns_have_no_mac(udn: str | None) -> None:
    assert mac_in_udn(udn) is None


def test_what_a_sighting_says_comes_before_its_udn() -> None:
    identity = identity_of(a_sighting(mac="00:04:a3:00:00:01", udn=UDN, api_id="d1"))

    assert identity == Identity(mac="00:04:a3:00:00:01", udn=UDN, api_id="d1")


def test_joined_identity_keeps_its_own_and_gathers_macs() -> None:
    joined = Identity(mac="a", udn="u1") | Identity(mac="b", udn="u2", api_id="d")

    assert joined == Identity(mac="a", udn="u1", api_id="d", other_macs=frozenset("b"))
    assert joined.texts() == ("id:d", "udn:u1", "mac:a", "mac:b")


def test_macs_of_one_streamer_are_bounded() -> None:
    identity = Identity(api_id="d")
    for number in range(100):
        identity |= Identity(mac=f"mac {number}")

    assert len(identity.macs) == 8
    assert identity.mac == "mac 0"


def test_sighting_without_known_identity_is_new() -> None:
    assert match(a_sighting(), []) is None


def test_equal_mac_at_the_same_address_is_the_same() -> None:
    found = match(a_sighting(api_id="d"), [known("one", mac=MAC)])

    assert found is not None
    assert found.into == "one"


def test_equal_id_is_the_same_wherever_it_is_heard() -> None:
    sighting = a_sighting(api_id="d", mac=None, address=ELSEWHERE)

    found = match(sighting, [known("one", api_id="d")])

    assert found is not None
    assert found.into == "one"


@pytest.mark.parametrize("kind", ["api_id", "udn"])
def test_doubled_mac_stays_two_streamers(kind: str) -> None:
    first: dict[str, Any] = {kind: "first"}
    sighting = a_sighting(**{kind: "second"})

    found = match(sighting, [known("one", mac=MAC, **first)])

    assert found is None


def test_doubled_mac_of_different_kinds_at_two_addresses_stays_two() -> None:
    sighting = a_sighting(udn="u", address=ELSEWHERE)

    assert match(sighting, [known("one", mac=MAC, api_id="d")]) is None


def test_bare_mac_elsewhere_is_another_while_the_known_one_answers() -> None:
    sighting = a_sighting(address=ELSEWHERE)

    assert match(sighting, [known("one", mac=MAC, api_id="d")]) is None


def test_bare_mac_elsewhere_is_the_same_once_the_known_one_is_silent() -> None:
    sighting = a_sighting(address=ELSEWHERE)

    found = match(sighting, [known("one", mac=MAC, api_id="d", is_silent=True)])

    assert found is not None
    assert found.into == "one"


def test_bare_macs_are_one_streamer_at_any_address() -> None:
    found = match(a_sighting(address=ELSEWHERE), [known("one", mac=MAC)])

    assert found is not None
    assert found.into == "one"


def test_sighting_with_both_identities_joins_two_streamers_into_the_older() -> None:
    candidates = [known("young", udn="u", first_s=5), known("old", api_id="d", first_s=1)]

    found = match(a_sighting(udn="u", api_id="d", mac=None), candidates)

    assert found is not None
    assert (found.into, found.joined) == ("old", ("young",))


def test_naming_a_streamer_that_answers_elsewhere_does_not_join_it() -> None:
    candidates = [known("here", udn="u"), known("there", api_id="d", address=ELSEWHERE)]

    found = match(a_sighting(udn="u", api_id="d", mac=None), candidates)

    assert found is not None
    assert (found.into, found.joined) == ("here", ())


def test_contradicting_streamers_are_never_joined() -> None:
    candidates = [
        known("one", mac=MAC, api_id="d1", last_s=1),
        known("two", mac=MAC, api_id="d2", last_s=2),
    ]

    found = match(a_sighting(), candidates)

    assert found is not None
    assert (found.into, found.joined) == ("two", ())


def test_bare_mac_goes_to_the_streamer_at_its_address() -> None:
    candidates = [
        known("here", mac=MAC, api_id="d1", last_s=1),
        known("there", mac=MAC, api_id="d2", last_s=9, address=ELSEWHERE, is_silent=True),
    ]

    found = match(a_sighting(), candidates)

    assert found is not None
    assert found.into == "here"


def test_id_is_made_of_the_first_free_name() -> None:
    identity = Identity(mac=MAC, udn="u")

    first = make_id(identity)
    second = make_id(identity, taken=[first])
    third = make_id(identity, taken=[first, second])
    fourth = make_id(identity, taken=[first, second, third])

    assert (first, second, third, fourth) == (
        "mac-0004a3112233",
        "udn-u",
        "mac-0004a3112233-2",
        "mac-0004a3112233-3",
    )


def test_id_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="key"):
        make_id(Identity())


@pytest.mark.parametrize(
    ("udn", "streamer_id"),
    [
        ("$(reboot)", "udn-__reboot_"),
        ("a;b|c&d`e`'f'", "udn-a_b_c_d_e__f_"),
        ("küche \u202e1", "udn-k_che__1"),
        ("9ab0c000-f668-11de-9976", "udn-9ab0c000-f668-11de-9976"),
    ],
)
def test_r3_an_id_that_is_copied_behind_a_command_is_one_word_to_every_shell(
    udn: str, streamer_id: str
) -> None:
    assert make_id(Identity(udn=udn)) == streamer_id
