from __future__ import annotations

import io
import json

from altrabits_desktop.cli.doctor import tell
from altrabits_desktop.cli.output import Output
from altrabits_desktop.contract.doctor import Echo, Firewall, FirewallKind, Measurements
from altrabits_desktop.support.checks import judge
from tests.fakes.full_house import SILENT

KEPT_OUT = Measurements(
    took_s=1.5,
    echoes=(Echo(card_name="eth0", broadcast_ms=1.0, mdns_ms=1.0, is_port_open=True),),
    firewall=Firewall(
        kind=FirewallKind.NFTABLES,
        is_on=True,
        blocks=("announce",),
        rules=("t i: udp dport 30303 drop",),
    ),
)


def said(
    *, is_json: bool, measured: Measurements | None = KEPT_OUT, listed: int = 0
) -> tuple[int, str]:
    answers = io.StringIO()
    output = Output(answers, io.StringIO(), is_json=is_json)
    status = tell(judge(SILENT, measured, listed=listed), output)
    return status, answers.getvalue()


def test_people_read_one_cause_one_thing_to_do_and_what_was_checked() -> None:
    status, text = said(is_json=False)

    assert status == 3  # not reachable
    assert text.startswith("The firewall keeps the streamers' answers out.\n")
    assert "\n\nAllow AltraBits Desktop in the firewall.\n" in text
    assert "Firewall       bad    blocks 30303" in text
    assert text.endswith("\n\nt i: udp dport 30303 drop\n")


def test_where_the_windows_list_would_fill_the_console_names_the_command_that_lists() -> None:
    _, text = said(is_json=False, measured=None)

    assert "The list fills" not in text
    assert "`altrabits discover --watch`" in text


def test_programs_read_all_findings_as_one_object() -> None:
    status, text = said(is_json=True)
    told = json.loads(text)

    assert status == 3  # not reachable
    assert (told["cause"], told["place"]) == ("firewall_announce", "computer")
    assert told["arguments"] == {"rule": "t i: udp dport 30303 drop"}
    assert len(told["checks"]) == 11  # all of them
    assert told["checks"][1]["finding"] == "announce_kept_out"
    assert told["findings"]["firewall"]["blocks"] == ["announce"]
    assert told["findings"]["cards"][0]["address"] == SILENT.cards[0].address


def test_found_streamers_are_success() -> None:
    status, text = said(is_json=True, listed=1)

    assert status == 0
    assert json.loads(text)["cause"] == "found"


def test_without_a_measurement_the_report_is_told_all_the_same() -> None:
    assert json.loads(said(is_json=True, measured=None)[1])["cause"] == "nothing_answered"
