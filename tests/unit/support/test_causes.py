from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.doctor import (
    Cause,
    Echo,
    Firewall,
    FirewallKind,
    Holder,
    Link,
    Measurements,
    Neighbour,
    Place,
    Route,
    Router,
    Stray,
)
from altrabits_desktop.contract.streamers import (
    CardKind,
    FindingReport,
    HeardBy,
    ProtocolReport,
    ProtocolStatus,
)
from altrabits_desktop.support.causes import place_of, probable_cause
from altrabits_desktop.support.checks import judge
from altrabits_desktop.support.heard import works
from tests.fakes.full_house import SILENT, listening

TAKEN = ProtocolReport(HeardBy.ANNOUNCE, ProtocolStatus.FAILED, error_code="announce.port_taken")
NOWHERE = FindingReport(error_code="cards.none")
ALL_BACK = Echo(
    card_name="eth0",
    announce_ms=1.0,
    broadcast_ms=1.0,
    mdns_ms=1.0,
    group_ms=1.0,
    is_port_open=True,
    is_mdns_open=True,
    is_group_joined=True,
)
CALLED = replace(ALL_BACK, announce_ms=None, broadcast_ms=None, mdns_ms=None, group_ms=None)
HEALTHY = Measurements(
    links=(Link(name="eth0", kind=CardKind.ETHERNET, has_carrier=True, addresses=("10.0.0.2",)),),
    way_out=Route(card_name="eth0", kind=CardKind.ETHERNET, source="10.0.0.2"),
    ways_in=(("eth0", Route(card_name="eth0", kind=CardKind.ETHERNET, source="10.0.0.2")),),
    routers=(Router(address="10.0.0.1", card_name="eth0", answers=True, took_ms=2.0),),
    echoes=(ALL_BACK,),
    neighbours=(Neighbour("10.0.0.3", was_known=True, answers=True),),
)
ALONE = replace(HEALTHY, neighbours=(Neighbour("10.0.0.3"),))
TUNNEL = Route(card_name="tun0", kind=CardKind.POINT_TO_POINT, source="10.8.0.2")
REPORTS = st.builds(
    FindingReport,
    cards=st.sampled_from([(), SILENT.cards]),
    protocols=st.lists(
        st.builds(
            ProtocolReport,
            protocol=st.sampled_from(HeardBy),
            status=st.sampled_from(ProtocolStatus),
            questions_sent=st.integers(0, 9),
            heard=st.integers(0, 9),
        ),
        max_size=4,
    ).map(tuple),
    error_code=st.sampled_from([None, "cards.none", "cards.chosen_missing"]),
)


def cause_of(report: FindingReport, measured: Measurements | None = None) -> Cause:
    return probable_cause(report, measured)[0]


def card(kind: CardKind, *, carrier: bool | None, addresses: tuple[str, ...] = ()) -> Link:
    return Link(name="a card", kind=kind, has_carrier=carrier, addresses=addresses)


def test_silence_after_questions_is_silence() -> None:
    assert cause_of(SILENT) is Cause.NOTHING_ANSWERED


@pytest.mark.parametrize("told", [{"cards": ()}, {"error_code": "cards.none"}])
def test_without_a_card_there_is_no_network(told: dict[str, object]) -> None:
    assert cause_of(replace(SILENT, **told)) is Cause.NO_CARD  # type: ignore[arg-type] # fields of a report


def test_a_chosen_card_that_is_missing_is_no_missing_network() -> None:
    report = replace(SILENT, cards=(), error_code="cards.chosen_missing")

    assert cause_of(report) is Cause.CHOSEN_MISSING


def test_a_round_without_a_question_was_refused() -> None:
    report = replace(SILENT, protocols=listening(questions_sent=0))

    assert cause_of(report) is Cause.SENDING_REFUSED


def test_a_round_that_goes_on_may_still_send() -> None:
    report = replace(SILENT, protocols=listening(questions_sent=0), finished_at=None)

    assert cause_of(report) is Cause.NOTHING_ANSWERED


def test_a_taken_port_is_the_cause_while_others_go_on() -> None:
    report = replace(SILENT, protocols=(TAKEN, *SILENT.protocols[1:]))

    assert cause_of(report) is Cause.PORT_TAKEN


def test_answers_of_others_show_that_the_network_lets_them_through() -> None:
    report = replace(SILENT, protocols=listening(heard=2, refused=2))

    assert cause_of(report) is Cause.ONLY_OTHERS


def test_a_way_that_was_never_started_does_not_work() -> None:
    assert not works(FindingReport(), HeardBy.MDNS)


@pytest.mark.parametrize("status", [s for s in ProtocolStatus if s != "listening"])
def test_only_a_way_that_listens_works(status: ProtocolStatus) -> None:
    report = replace(SILENT, protocols=listening(status=status))

    assert works(SILENT, HeardBy.MDNS)
    assert not works(report, HeardBy.MDNS)


@given(REPORTS)
def test_every_report_has_a_cause(report: FindingReport) -> None:
    assert cause_of(report) in Cause


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (card(CardKind.ETHERNET, carrier=False), Cause.CABLE_OUT),
        (card(CardKind.WIFI, carrier=False), Cause.WIFI_OFF),
        (card(CardKind.ETHERNET, carrier=True), Cause.NO_ADDRESS),
        (card(CardKind.ETHERNET, carrier=None), Cause.NO_CARD),
        (card(CardKind.POINT_TO_POINT, carrier=False), Cause.NO_CARD),
        (replace(card(CardKind.ETHERNET, carrier=False), is_on=False), Cause.NO_CARD),
    ],
)
def test_without_a_network_the_cards_tell_why(link: Link, expected: Cause) -> None:
    assert cause_of(NOWHERE, Measurements(links=(link,))) is expected


def test_an_address_that_nobody_gave_is_none() -> None:
    local = replace(SILENT.cards[0], address="169.254.7.7")

    assert cause_of(replace(SILENT, cards=(local,))) is Cause.NO_ADDRESS
    assert cause_of(replace(SILENT, cards=(local, *SILENT.cards))) is not Cause.NO_ADDRESS


@pytest.mark.parametrize(
    ("echo", "expected"),
    [
        (CALLED, Cause.FIREWALL_ALL),
        (replace(ALL_BACK, announce_ms=None), Cause.FIREWALL_ANNOUNCE),
        (replace(CALLED, mdns_ms=1.0), Cause.FIREWALL_ANNOUNCE),
        (replace(ALL_BACK, mdns_ms=None), Cause.FIREWALL_MDNS),
        (replace(ALL_BACK, mdns_ms=None, group_ms=None), Cause.MULTICAST_REFUSED),
        (
            replace(
                ALL_BACK, mdns_ms=None, group_ms=None, is_mdns_open=False, is_group_joined=False
            ),
            Cause.MULTICAST_REFUSED,
        ),
        (replace(CALLED, refusal="EPERM"), Cause.SENDING_REFUSED),
        (replace(ALL_BACK, mdns_ms=None, group_ms=None, refusal="EPERM"), Cause.MULTICAST_REFUSED),
        (replace(ALL_BACK, announce_ms=None, is_port_open=False), Cause.NOTHING_ANSWERED),
        (ALL_BACK, Cause.NOTHING_ANSWERED),
    ],
)
def test_what_does_not_come_back_tells_what_is_kept_out(echo: Echo, expected: Cause) -> None:
    assert cause_of(SILENT, replace(HEALTHY, echoes=(echo,))) is expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("announce", Cause.FIREWALL_ANNOUNCE),
        ("mdns", Cause.FIREWALL_MDNS),
        ("all", Cause.FIREWALL_ALL),
    ],
)
def test_a_rule_that_was_read_counts_where_nothing_could_be_called(
    block: str, expected: Cause
) -> None:
    firewall = Firewall(kind=FirewallKind.WINDOWS, is_on=True, blocks=(block,), rules=("a rule",))

    found = probable_cause(SILENT, replace(HEALTHY, echoes=(), firewall=firewall))

    assert found == (expected, {"rule": "a rule"})


@pytest.mark.parametrize("block", ["announce", "mdns", "all"])
def test_what_came_back_counts_more_than_a_rule_that_was_read(block: str) -> None:
    firewall = Firewall(kind=FirewallKind.NFTABLES, is_on=True, blocks=(block,))

    assert cause_of(SILENT, replace(HEALTHY, firewall=firewall)) is Cause.NOTHING_ANSWERED


def test_macos_asks_for_permission_before_anything_is_sent() -> None:
    measured = replace(
        HEALTHY,
        echoes=(replace(CALLED, refusal="EHOSTUNREACH"),),
        firewall=Firewall(kind=FirewallKind.MACOS, is_on=False),
    )

    assert cause_of(SILENT, measured) is Cause.PERMISSION


@pytest.mark.parametrize(
    ("measured", "expected"),
    [
        (replace(HEALTHY, ways_in=(("eth0", TUNNEL),)), Cause.VPN_ROUTES),
        (replace(HEALTHY, way_out=TUNNEL), Cause.NOTHING_ANSWERED),
        (replace(ALONE, way_out=TUNNEL), Cause.VPN),
        (replace(HEALTHY, mute=("10.0.0.3",)), Cause.STREAMER_MUTE),
        (replace(HEALTHY, strays=(Stray("10.9.9.9", "Cobalt"),)), Cause.OTHER_NETWORK),
        (replace(HEALTHY, strays=(Stray("10.9.9.9", "Cobalt", "eth1"),)), Cause.OTHER_CARD),
        (replace(HEALTHY, left_out=SILENT.cards), Cause.OTHER_CARD),
        (replace(HEALTHY, holders=(Holder("scanner", 7),)), Cause.PORT_SHARED),
        (replace(HEALTHY, holders=(Holder("ours", 7, is_ours=True),)), Cause.NOTHING_ANSWERED),
        (
            replace(HEALTHY, neighbours=(Neighbour("10.0.0.3", was_known=True),)),
            Cause.GUEST_NETWORK,
        ),
        (ALONE, Cause.NOBODY),
        (replace(ALONE, routers=(Router(address="10.0.0.1"),)), Cause.ROUTER_SILENT),
        (replace(HEALTHY, routers=(Router(address="10.0.0.1"),)), Cause.NOTHING_ANSWERED),
        (replace(ALONE, way_out=Route(), routers=()), Cause.NO_ROUTER),
        (replace(HEALTHY, way_out=Route(), routers=()), Cause.NOTHING_ANSWERED),
        (HEALTHY, Cause.NOTHING_ANSWERED),
    ],
)
def test_what_was_measured_tells_the_cause(measured: Measurements, expected: Cause) -> None:
    assert cause_of(SILENT, measured) is expected


def test_a_guest_network_is_not_told_of_where_no_neighbour_was_known() -> None:
    assert cause_of(SILENT, ALONE) is not Cause.GUEST_NETWORK


@pytest.mark.parametrize("cause", Cause)
def test_a_broken_piece_is_one_of_the_way(cause: Cause) -> None:
    assert place_of(cause) in {*Place, None}
    is_harmless = cause in {
        Cause.FOUND,
        Cause.ONLY_OTHERS,
        Cause.NOBODY,
        Cause.NOTHING_ANSWERED,
    }
    assert (place_of(cause) is None) is is_harmless


@pytest.mark.parametrize(
    "known",
    [
        replace(HEALTHY, has_knocked=False, routers=(), neighbours=()),
        Measurements(has_knocked=False, way_out=Route(), links=HEALTHY.links),
        Measurements(
            has_knocked=False,
            way_out=Route(card_name="tun0", kind=CardKind.POINT_TO_POINT, source="10.8.0.2"),
        ),
    ],
)
def test_of_neighbours_that_were_not_asked_nothing_is_said(known: Measurements) -> None:
    diagnosis = judge(SILENT, known)

    assert diagnosis.cause is Cause.NOTHING_ANSWERED
    assert diagnosis.may_look_closer


def test_what_was_asked_needs_no_closer_look() -> None:
    assert not judge(SILENT, Measurements()).may_look_closer
    assert not judge(SILENT, None).may_look_closer
    assert not judge(NOWHERE, Measurements(has_knocked=False)).may_look_closer
