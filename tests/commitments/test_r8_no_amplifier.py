"""R8: the app answers no discovery, from wherever it is asked; so it can amplify nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.commitments.conftest import Visit

pytestmark = pytest.mark.lab

FOREIGN = "198.51.100.9"


@pytest.mark.parametrize("part", ["window", "driven window", "console"])
def test_r8_whoever_asks_the_app_gets_no_answer(anonymous: Visit, part: str) -> None:
    sent = [kind.split() for kind in anonymous.traffic[part]["kinds"]]
    # ARP and ICMP are the system's own.
    answers = [to for protocol, to, _ in sent if protocol in {"udp", "tcp"}]

    assert {anonymous.curious, FOREIGN} & set(answers) == set()


@pytest.mark.parametrize("part", ["window", "driven window", "console"])
def test_r8_the_app_was_asked_in_every_way(anonymous: Visit, part: str) -> None:
    ports = {"30303", "1900", "5353"}
    asked = {tuple(question.split()) for question in anonymous.traffic[part]["asked"]}

    for source in (anonymous.curious, FOREIGN):
        assert {port for asker, port in asked if asker == source} >= ports
