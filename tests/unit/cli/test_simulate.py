from __future__ import annotations

import io

from altrabits_desktop.cli.output import Output
from altrabits_desktop.cli.simulate import SimulateSpeech


def said(code: str, **arguments: str | int) -> str:
    answers = io.StringIO()
    SimulateSpeech(Output(answers, io.StringIO(), is_json=False)).say(code, arguments)
    return answers.getvalue()


def test_each_streamer_is_a_line() -> None:
    line = said(
        "simulate.streamer", name="Kitchen", product="Cobalt S1", address="127.0.0.2", mac="x"
    )

    assert line == "127.0.0.2  Kitchen  Cobalt S1\n"


def test_says_when_mdns_is_not_to_be_had() -> None:
    assert "No such device" in said("simulate.mdns_off", reason="No such device")


def test_says_how_many_run_and_how_to_end_them() -> None:
    line = said("simulate.running", count=2)

    assert line.startswith("2 ")
    assert "Ctrl+C" in line


def test_says_nothing_of_what_it_does_not_know() -> None:
    assert said("simulate.anything") == ""


def test_says_the_code_of_a_claim_in_two_groups() -> None:
    answers = io.StringIO()
    speech = SimulateSpeech(Output(answers, io.StringIO(), is_json=False))

    speech.say("simulate.code", {"name": "Kitchen", "code": "123456", "client": "Study"})

    assert answers.getvalue() == "Kitchen shows the code 123 456 to “Study”.\n"


def test_says_what_enter_does_who_waits_and_what_came_of_it() -> None:
    assert said("simulate.enter") == (
        "Enter presses the button of each streamer that waits for it.\n"
    )
    assert said("simulate.waits", name="Kitchen") == "Kitchen waits for its button.\n"
    assert said("simulate.pressed", name="Kitchen") == "The button of Kitchen is pressed.\n"
    assert said("simulate.none_waits") == "No streamer waits for its button.\n"
