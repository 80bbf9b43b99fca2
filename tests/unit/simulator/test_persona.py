"""Who the virtual streamers are."""

from __future__ import annotations

from uuid import UUID

from altrabits_desktop.simulator.persona import mac_of, persona


def test_same_number_is_the_same_streamer() -> None:
    assert persona(7, order=5) == persona(7, order=5)


def test_first_three_are_those_of_the_demo() -> None:
    house = [persona(2 + order, order=order) for order in range(3)]

    assert [(who.name, who.room, who.product) for who in house] == [
        ("Fireside", "Living room", "Cobalt S1"),
        ("Window seat", "Living room", "Cobalt Amp"),
        ("Bedroom", "Upstairs", "Cobalt Mini"),
    ]


def test_mac_begins_with_microchips_octets_and_ends_with_the_number() -> None:
    assert persona(0x0D0A0D, order=0).mac_text == "00:04:a3:0d:0a:0d"
    assert mac_of(2) == b"\x00\x04\xa3\x00\x00\x02"


def test_id_is_a_uuid_of_the_number_whatever_the_order() -> None:
    who = persona(9, order=0)

    assert UUID(who.id).version == 5
    assert who.id == persona(9, order=3, name="Attic").id


def test_given_name_wins() -> None:
    assert persona(9, order=0, name="Attic").name == "Attic"


def test_300_streamers_have_names_ids_and_macs_of_their_own() -> None:
    house = [persona(2 + order, order=order) for order in range(300)]

    assert len({who.name for who in house}) == 300
    assert len({who.id for who in house}) == 300
    assert len({who.mac for who in house}) == 300


def test_floors_above_the_tenth_are_numbered() -> None:
    assert persona(2, order=16).room == "First floor"
    assert persona(2, order=16).name == "Room 101"
    assert persona(2, order=16 + 12 * 10).room == "Floor 11"


def test_host_name_fits_netbios() -> None:
    assert len(persona(2**24 - 1, order=0).host_name) <= 15
