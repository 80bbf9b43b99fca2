"""The command `simulate`."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.simulator import command
from altrabits_desktop.simulator.command import SimulateOptions
from altrabits_desktop.simulator.farm import Farm, FarmPlan
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.mdns import MdnsResponder
from tests.harness.proving import Proving, own

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HERE = "127.0.0.4"


class Said:
    """Keeps what a command says, and stops it by a signal once it runs."""

    def __init__(self, number: int = signal.SIGTERM) -> None:
        self.told: list[tuple[str, Mapping[str, str | int]]] = []
        self._number = number
        self.before_the_end: Callable[[], object] = lambda: None

    def __call__(self, code: str, arguments: Mapping[str, str | int]) -> None:
        self.told.append((code, arguments))
        if code == "simulate.running":
            asyncio.get_running_loop().call_soon(self._act)

    def _act(self) -> None:
        self.before_the_end()
        os.kill(os.getpid(), self._number)


@pytest.fixture(autouse=True)
def farms(plan: FarmPlan, monkeypatch: pytest.MonkeyPatch) -> list[Farm]:
    """Free ports instead of 30303, 80, 443 and 5353."""
    farms: list[Farm] = []

    def make(wanted: FarmPlan) -> Farm:
        is_auto_confirm, seed = wanted.is_auto_confirm, wanted.seed
        assert wanted == FarmPlan(
            first_address=plan.first_address, is_auto_confirm=is_auto_confirm, seed=seed
        )
        farms.append(Farm(replace(plan, is_auto_confirm=is_auto_confirm, seed=seed)))
        return farms[-1]

    monkeypatch.setattr(command, "Farm", make)
    return farms


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_streamers_are_told_until_a_signal_ends_it(number: int, first_address: str) -> None:
    say = Said(number)

    status = command.run(SimulateOptions(address=first_address, count=2), say=say)

    assert status == 0
    assert [code for code, _ in say.told] == [
        "simulate.streamer",
        "simulate.streamer",
        "simulate.running",
    ]
    assert say.told[0][1]["name"] == "Fireside"
    assert say.told[0][1]["product"] == "Cobalt S1"
    assert say.told[2][1] == {"count": 2}


def test_json_is_one_line_a_streamer_and_nothing_else(
    first_address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    say = Said()

    def print_and_end(record: dict[str, str | None]) -> None:
        command.print_record(record)
        if record["control_url"] is None:
            asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.SIGTERM)

    options = SimulateOptions(
        address=first_address, count=2, faults=("announce-only",), is_json=True
    )

    status = command.run(options, say=say, tell=print_and_end)

    first, last = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert status == 0
    assert list(first) == ["id", "name", "address", "mac", "control_url"]
    assert first["control_url"].startswith(f"http://{first_address}:")
    assert last["control_url"] is None
    assert say.told == []


def test_missing_control_address_and_missing_mdns_are_told(
    first_address: str, plan: FarmPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(_: MdnsResponder) -> None:
        raise OSError(19, "No such device")

    def with_mdns(_: FarmPlan) -> Farm:
        return Farm(replace(plan, has_mdns=True))

    monkeypatch.setattr(MdnsResponder, "open", refuse)
    monkeypatch.setattr(command, "Farm", with_mdns)
    say = Said()

    options = SimulateOptions(address=first_address, count=1, faults=("announce-only",))

    command.run(options, say=say)

    assert say.told[0][1]["control_url"] == ""
    assert say.told[1] == ("simulate.mdns_off", {"reason": "No such device"})


def test_name_is_cleaned(first_address: str) -> None:
    say = Said()

    command.run(SimulateOptions(address=first_address, count=1, name="At\u202etic\n"), say=say)

    assert say.told[0][1]["name"] == "Attic"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (SimulateOptions(count=0), "simulate.count_wrong"),
        (SimulateOptions(count=1001), "simulate.count_wrong"),
        (SimulateOptions(name="\u202e"), "simulate.name_empty"),
        (SimulateOptions(faults=("lazy",)), "simulate.fault_unknown"),
        (SimulateOptions(count=1, faults=("doubled-mac",)), "simulate.fault_needs_two"),
    ],
)
def test_wrong_words_are_said_before_anything_opens(
    options: SimulateOptions, code: str, first_address: str
) -> None:
    with pytest.raises(WrongUsage, match=code):
        command.run(replace(options, address=first_address), say=Said())


def test_signals_work_where_loops_take_none(
    first_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(asyncio.SelectorEventLoop, "add_signal_handler", refuse)
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]

    try:
        status = command.run(SimulateOptions(address=first_address), say=Said())
    finally:
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGTERM, before[1])

    assert status == 0


def test_code_of_a_claim_is_told(first_address: str, farms: list[Farm]) -> None:
    say = Said()
    said = "Study 271828\u202e"
    say.before_the_end = lambda: farms[0].streamers[0].claims.begin(said, source=HERE)

    command.run(SimulateOptions(address=first_address, count=1), say=say)

    code, told = say.told[-1]
    assert code == "simulate.code"
    assert (told["name"], told["client"]) == ("Fireside", "Study")
    assert len(str(told["code"])) == 6


def test_code_of_a_claim_is_a_record(first_address: str, farms: list[Farm]) -> None:
    told: list[dict[str, str | None]] = []

    def tell_and_claim(record: dict[str, str | None]) -> None:
        told.append(record)
        if "code" not in record:
            loop = asyncio.get_running_loop()
            begin = farms[0].streamers[0].claims.begin
            loop.call_soon(partial(begin, "Study", source=HERE))
            loop.call_soon(os.kill, os.getpid(), signal.SIGTERM)

    options = SimulateOptions(address=first_address, count=1, is_json=True)
    command.run(options, say=Said(), tell=tell_and_claim)

    _, code = told
    assert list(code) == ["id", "code"]
    assert len(str(code["code"])) == 6


def test_auto_confirmed_claims_show_no_code(first_address: str, farms: list[Farm]) -> None:
    say = Said()
    say.before_the_end = lambda: farms[0].streamers[0].claims.begin("Study", source=HERE)

    command.run(SimulateOptions(address=first_address, count=1, is_auto_confirm=True), say=say)

    assert [code for code, _ in say.told] == ["simulate.streamer", "simulate.running"]


def proving(farm: Farm, place: int, *, is_waiting: bool = True) -> None:
    """Let somebody own a streamer, and somebody else prove its code, or be about to."""
    claims = farm.streamers[place].claims
    client = Proving(claims)
    own(claims, client)
    claim = claims.begin("Hall", source=HERE)
    if is_waiting:
        proof = client.exchange(claim.id, claims.shown_code).of_client.hex()
        with pytest.raises(Problem, match=r"claim\.waiting"):
            claims.confirm(claim.id, proof)


class Typist:
    """Keeps `FollowLines`; types a line when told to."""

    def __init__(self) -> None:
        self.type_line: Callable[[], None] = lambda: None

    def __call__(self, press: Callable[[], None]) -> bool:
        self.type_line = press
        return True


def test_a_line_presses_the_button_of_each_that_waits_for_it_and_of_no_other(
    first_address: str, farms: list[Farm]
) -> None:
    say, typist = Said(), Typist()
    waiting: list[bool] = []

    def act() -> None:
        proving(farms[0], 0)
        proving(farms[0], 1, is_waiting=False)
        proving(farms[0], 2)
        typist.type_line()
        typist.type_line()
        waiting.extend(streamer.claims.awaits_press for streamer in farms[0].streamers)

    say.before_the_end = act
    command.run(SimulateOptions(address=first_address, count=3), say=say, follow_lines=typist)

    first, second, third = (arguments["name"] for code, arguments in say.told[:3])
    told = [(code, arguments.get("name")) for code, arguments in say.told[3:]]
    assert [each for each in told if each[0] != "simulate.code"] == [
        ("simulate.running", None),
        ("simulate.enter", None),
        ("simulate.waits", first),
        ("simulate.waits", third),
        ("simulate.pressed", first),
        ("simulate.pressed", third),
        ("simulate.none_waits", None),
    ]
    assert ("simulate.waits", second) not in told
    assert waiting == [False, False, False]


def test_programs_learn_that_a_button_is_waited_for(first_address: str, farms: list[Farm]) -> None:
    told: list[dict[str, str | None]] = []
    typist = Typist()

    def tell_and_claim(record: dict[str, str | None]) -> None:
        told.append(record)
        loop = asyncio.get_running_loop()
        if "address" in record:
            loop.call_soon(partial(proving, farms[0], 0))
        if "waits_for" in record:
            typist.type_line()
            loop.call_soon(os.kill, os.getpid(), signal.SIGTERM)

    options = SimulateOptions(address=first_address, count=1, is_json=True)
    command.run(options, say=Said(), tell=tell_and_claim, follow_lines=typist)

    assert told[-1] == {"id": told[0]["id"], "waits_for": "press"}


def test_steps_of_a_script_are_done_and_told(first_address: str, farms: list[Farm]) -> None:
    told: list[Mapping[str, object]] = []

    def tell(record: Mapping[str, object]) -> None:
        told.append(record)
        if "step" in record:
            os.kill(os.getpid(), signal.SIGTERM)

    options = SimulateOptions(
        address=first_address, is_json=True, seed=7, script=b"0 2 fault slow # late"
    )
    status = command.run(options, say=lambda *_: None, tell=tell)

    assert status == 0
    assert told[-1] == {"step": "0 2 fault slow", "error": None}
    assert farms[0].plan.seed == 7


def test_people_are_told_of_steps_too(first_address: str) -> None:
    said: list[str] = []

    def note(code: str, arguments: Mapping[str, str | int]) -> None:
        if code == "simulate.step":
            said.append(str(arguments["step"]))
            os.kill(os.getpid(), signal.SIGTERM)

    command.run(SimulateOptions(address=first_address, script=b"0 1 move"), say=note)

    assert said == ["0 1 move"]


def test_an_error_in_a_step_ends_the_command_and_is_never_swallowed(
    first_address: str, farms: list[Farm], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def break_down(*_: object) -> None:
        raise LookupError("a step broke down")

    monkeypatch.setattr(Farm, "move", break_down)

    with pytest.raises(LookupError, match="a step broke down"):
        command.run(SimulateOptions(address=first_address, script=b"0 1 move"), say=lambda *_: None)

    assert farms[0].streamers == ()


def test_script_that_cannot_be_read_starts_nothing(first_address: str, farms: list[Farm]) -> None:
    with pytest.raises(WrongUsage, match=r"simulate\.script_line"):
        command.run(SimulateOptions(address=first_address, script=b"0 9 move"), say=lambda *_: None)

    assert farms == []
