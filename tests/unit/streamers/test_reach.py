from __future__ import annotations

from ipaddress import IPv4Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.streamers.reach import LinkScope, http_url, may_reach
from tests.harness.forged_locations import FORGED, SENDER

SUBNETS = (IPv4Network("192.168.1.0/24"), IPv4Network("10.9.9.9/32"))


@pytest.mark.parametrize(("url", "code"), FORGED)
def test_r6_a_forged_location_is_refused(url: str, code: str) -> None:
    refusal = may_reach(url, address=SENDER, subnets=SUBNETS, is_loopback_allowed=False)

    assert refusal == code


def test_r6_there_are_at_least_thirty_six_forged_locations() -> None:
    assert len(FORGED) >= 36


@pytest.mark.parametrize(
    "url",
    [
        "http://192.168.1.50/d.xml",
        "HTTP://192.168.1.50:49152/d.xml",
        "https://192.168.1.50/d.xml?a=b&c#top",
        "http://192.168.1.50",
        "http://192.168.1.50?x",
    ],
)
def test_the_senders_own_address_may_be_reached(url: str) -> None:
    assert may_reach(url, address=SENDER, subnets=SUBNETS, is_loopback_allowed=False) is None


@pytest.mark.parametrize(
    ("sender", "code"),
    [
        ("127.0.0.1", "reach.loopback"),
        ("127.8.9.10", "reach.loopback"),
        ("169.254.169.254", "reach.special"),
        ("0.0.0.0", "reach.special"),
        ("224.0.0.251", "reach.special"),
        ("239.255.255.250", "reach.special"),
        ("255.255.255.255", "reach.special"),
        ("192.168.1.255", "reach.special"),
        ("192.168.1.0", "reach.special"),
        ("192.168.2.50", "reach.foreign"),
        ("8.8.8.8", "reach.foreign"),
        ("300.1.1.1", "reach.name"),
        ("10.9.9.9", None),
    ],
)
def test_r6_even_a_senders_own_address_must_be_one_local_host(
    sender: str, code: str | None
) -> None:
    refusal = may_reach(
        f"http://{sender}/", address=sender, subnets=SUBNETS, is_loopback_allowed=False
    )

    assert refusal == code


def test_r6_the_metadata_address_is_refused_on_a_link_local_card_too() -> None:
    subnets = (IPv4Network("169.254.0.0/16"),)

    assert (
        may_reach(
            "http://169.254.169.254/",
            address="169.254.169.254",
            subnets=subnets,
            is_loopback_allowed=False,
        )
        == "reach.special"
    )
    assert (
        may_reach(
            "http://169.254.7.7/",
            address="169.254.7.7",
            subnets=subnets,
            is_loopback_allowed=False,
        )
        is None
    )


def test_loopback_may_be_reached_where_it_was_chosen() -> None:
    assert (
        may_reach("http://127.0.0.2:80/", address="127.0.0.2", subnets=(), is_loopback_allowed=True)
        is None
    )
    assert (
        may_reach("http://127.0.0.1/", address="127.0.0.2", subnets=(), is_loopback_allowed=True)
        == "reach.other_host"
    )


@given(st.text(max_size=60))
def test_whatever_is_written_only_the_sender_is_ever_allowed(noise: str) -> None:
    url = f"http://{noise}"

    refusal = may_reach(url, address=SENDER, subnets=SUBNETS, is_loopback_allowed=True)

    assert refusal is not None or noise.startswith(SENDER)


def test_a_page_address_leaves_the_usual_port_out() -> None:
    assert http_url(SENDER) == "http://192.168.1.50/"
    assert http_url(SENDER, port=80) == "http://192.168.1.50/"
    assert http_url(SENDER, port=8080, path="/api/v1") == "http://192.168.1.50:8080/api/v1"


LINK = "fe80::1%2"


@pytest.mark.parametrize("url", [f"http://[{LINK}]/", f"https://[{LINK}]:8080/api/v1"])
def test_a_sender_on_a_link_that_is_looked_on_may_be_reached(url: str) -> None:
    subnets = (*SUBNETS, LinkScope(2))

    assert may_reach(url, address=LINK, subnets=subnets, is_loopback_allowed=False) is None


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://[fe80::2%2]/", "reach.other_host"),
        ("http://[fe80::1%3]/", "reach.other_host"),
        ("http://[fe80::1]/", "reach.name"),
        ("http://[fe80::1%252]/", "reach.other_host"),
        ("http://[fe80::1%eth0]/", "reach.name"),
        ("http://[FE80::1%2]/", "reach.name"),
        ("http://[fe80:0::1%2]/", "reach.other_host"),
        ("http://[::1]/", "reach.name"),
        ("http://[::ffff:127.0.0.1]/", "reach.name"),
        ("http://[fd00::1]/", "reach.name"),
        ("http://fe80::1%2/", "reach.name"),
        (f"http://[{LINK}", "reach.name"),
        (f"http://[{LINK}]:0/", "reach.port"),
        (f"http://[{LINK}]x/", "reach.name"),
        (f"http://user@[{LINK}]/", "reach.user_info"),
        (f"ftp://[{LINK}]/", "reach.scheme"),
        ("http://192.168.1.50/", "reach.other_host"),
    ],
)
def test_r6_a_sender_on_a_link_leads_to_its_own_literal_alone(url: str, code: str) -> None:
    subnets = (*SUBNETS, LinkScope(2), LinkScope(3))

    assert may_reach(url, address=LINK, subnets=subnets, is_loopback_allowed=True) == code


def test_r6_a_link_that_is_not_looked_on_is_foreign() -> None:
    for subnets in ((), SUBNETS, (LinkScope(3),)):
        refusal = may_reach(
            f"http://[{LINK}]/", address=LINK, subnets=subnets, is_loopback_allowed=True
        )
        assert refusal == "reach.foreign"


def test_a_page_on_a_link_stands_in_brackets() -> None:
    assert http_url(LINK, port=8080, path="/x") == "http://[fe80::1%2]:8080/x"
