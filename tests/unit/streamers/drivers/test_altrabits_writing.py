"""What the driver of the control API sends, and what it makes of a no."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.codec import decode_command, encode
from altrabits_desktop.contract.commands import (
    Command,
    Next,
    Pause,
    Play,
    Previous,
    Seek,
    SelectInput,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.errors import (
    CertificateChanged,
    MalformedAnswer,
    NotReachable,
    Refused,
)
from altrabits_desktop.contract.limits import FETCH_SECONDS
from altrabits_desktop.runtime.sentences import known_codes
from altrabits_desktop.streamers.drivers.altrabits import driver
from altrabits_desktop.streamers.drivers.altrabits.commands import message_of
from altrabits_desktop.streamers.drivers.altrabits.driver import LOOK_AGAIN_S, AltraBitsDriver
from altrabits_desktop.streamers.drivers.altrabits.looks import LOOKS_COUNT_S
from altrabits_desktop.streamers.drivers.altrabits.reading import TELLING
from altrabits_desktop.streamers.drivers.altrabits.writing import REFUSALS, refuse_failure
from altrabits_desktop.streamers.drivers.driver import (
    NOTHING_SHOWN,
    DriverAddress,
    DriverIo,
    SecureAnswer,
)
from tests.fakes.clock import FakeClock
from tests.fakes.fetch import FakeFetch
from tests.fakes.secure_fetch import PIN, FakeSecureFetch, answer_of, problem_of
from tests.harness.driver_suite import refusal_of

ADDRESS = "192.168.71.20"
URL = f"http://{ADDRESS}:8080/api/v1"
TOKEN = "the-owners-token-of-22"
OWNED = DriverAddress(ADDRESS, URL, pin=PIN, token=TOKEN)
STATE = {"playback": "playing", "revision": 7}
ALL = sorted(capability.value for capability in frozenset(Capability) - TELLING)


class Spoken:
    """A streamer in memory, and what it was told."""

    def __init__(self) -> None:
        self.fetch = FakeFetch()
        self.secure = FakeSecureFetch()
        self.clock = FakeClock()
        self.io = DriverIo(fetch=self.fetch, clock=self.clock, secure=self.secure)
        self.be(capabilities=ALL, secure_port=8443)
        self.answer(answer_of(STATE))

    def be(self, **info: object) -> None:
        who = {"id": "ab-1", "name": "Kitchen", "product": "Cobalt S1", "api_version": 1}
        content = json.dumps({**who, **info}).encode()
        self.fetch.answers[f"http://{ADDRESS}:8080/api/v1/info"] = content

    def answer(self, answer: SecureAnswer) -> None:
        self.secure.answers["POST /api/v1/command"] = answer

    async def told(self, command: Command, *, address: DriverAddress = OWNED) -> str | None:
        """Perform, and give the code of the refusal."""
        async with AltraBitsDriver().open(address, self.io) as connection:
            return await refusal_of(connection, command)


@pytest.fixture
def spoken() -> Spoken:
    return Spoken()


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (Play(), {"command": "play", "url": ""}),
        (Play("HTTP://a/b.flac"), {"command": "play", "url": "HTTP://a/b.flac"}),
        (Pause(), {"command": "pause"}),
        (Stop(), {"command": "stop"}),
        (Next(), {"command": "next"}),
        (Previous(), {"command": "previous"}),
        (Seek(12.5), {"command": "seek", "position_s": 12.5}),
        (Seek(-1.0), {"command": "seek", "position_s": 0.0}),
        (SetVolume(34), {"command": "volume", "volume": 34}),
        (SetVolume(101), {"command": "volume", "volume": 100}),
        (SetMute(is_muted=False), {"command": "mute", "is_muted": False}),
        (SelectInput("Optical"), {"command": "input", "input": "Optical"}),
    ],
)
async def test_command_is_sent_as_its_message_with_pin_and_token(
    command: Command, message: dict[str, object], spoken: Spoken
) -> None:
    refusal = await spoken.told(command)

    [request] = spoken.secure.requests
    assert refusal is None
    assert request.message == message
    assert (request.method, request.url) == ("POST", f"https://{ADDRESS}:8443/api/v1/command")
    assert (request.pin, request.token) == (PIN, TOKEN)


@pytest.mark.parametrize("command", [Play("ftp://a/b"), Play("http://a/\u00fc"), Play("x" * 3000)])
async def test_address_that_no_streamer_plays_from_is_not_sent(
    command: Command, spoken: Spoken
) -> None:
    assert await spoken.told(command) == "control.url_refused"
    assert spoken.secure.requests == []


async def test_name_that_no_input_has_is_not_sent(spoken: Spoken) -> None:
    assert await spoken.told(SelectInput("x" * 129)) == "control.input_unknown"
    assert spoken.secure.requests == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        (DriverAddress(ADDRESS, URL), "control.not_owned"),
        (DriverAddress(ADDRESS, URL, pin=PIN), "control.locked"),
        (DriverAddress(ADDRESS, URL, token=TOKEN), "control.not_owned"),
    ],
)
async def test_streamer_that_this_computer_has_no_key_to_is_told_nothing(
    address: DriverAddress, code: str, spoken: Spoken
) -> None:
    assert await spoken.told(Pause(), address=address) == code
    assert spoken.secure.requests == []


async def test_r27_changed_certificate_is_an_alarm_and_nothing_is_sent(spoken: Spoken) -> None:
    spoken.secure.shown = "ee" * 32

    async with AltraBitsDriver().open(OWNED, spoken.io) as connection:
        with pytest.raises(CertificateChanged, match=r"streamer\.certificate_changed"):
            await connection.perform(Pause())

    assert spoken.secure.requests == []


@pytest.mark.parametrize("info", [{"capabilities": ALL}, {"secure_port": 8443}])
async def test_streamer_that_only_tells_is_told_nothing(
    info: dict[str, object], spoken: Spoken
) -> None:
    spoken.be(**info)

    assert await spoken.told(Pause()) == "control.unsupported"
    assert spoken.secure.requests == []


async def test_without_a_secure_way_streamers_are_only_read(spoken: Spoken) -> None:
    spoken.io = DriverIo(fetch=spoken.fetch, clock=FakeClock())

    assert await spoken.told(Pause()) == "control.unsupported"


async def test_capabilities_to_obey_need_a_secure_port(spoken: Spoken) -> None:
    spoken.be(capabilities=["state", *ALL])

    async with AltraBitsDriver().open(OWNED, spoken.io) as connection:
        assert connection.capabilities == {Capability.STATE}


async def test_whoever_plays_and_stops_over_the_api_pauses_too(spoken: Spoken) -> None:
    spoken.be(capabilities=["state", "control"], secure_port=8443)

    async with AltraBitsDriver().open(OWNED, spoken.io) as connection:
        assert Capability.PAUSE in connection.capabilities


@pytest.mark.parametrize(
    ("code", "status", "expected"),
    [
        ("token.unknown", 401, "control.owner_changed"),
        ("command.unsupported", 409, "control.not_now"),
        ("input.unknown", 409, "control.input_unknown"),
        ("url.refused", 422, "control.url_refused"),
        ("command.malformed", 422, "control.refused"),
        ("connections.full", 503, "control.refused"),
        # No answer to a command has people type a code or press a button.
        ("claim.waiting", 409, "control.refused"),
        ("claim.wrong_code", 403, "control.refused"),
        ("claim.braked", 429, "control.refused"),
    ],
)
async def test_no_of_the_streamer_is_ours(
    code: str, status: int, expected: str, spoken: Spoken
) -> None:
    spoken.answer(problem_of(code, status=status))

    assert await spoken.told(Pause()) == expected


def test_every_no_has_its_sentence() -> None:
    assert set(REFUSALS.values()) <= known_codes()


@pytest.mark.parametrize("status", [101, 201, 301, 302, 307])
def test_answer_that_is_neither_yes_nor_no_is_malformed(status: int) -> None:
    with pytest.raises(MalformedAnswer):
        refuse_failure(SecureAnswer(status, b"{}"))


@given(st.integers(400, 599), st.binary(max_size=100))
def test_any_failure_is_a_refusal_or_malformed(status: int, content: bytes) -> None:
    with pytest.raises((Refused, MalformedAnswer)):
        refuse_failure(SecureAnswer(status, content))


@given(
    st.one_of(
        st.builds(Seek, st.floats(allow_nan=False)),
        st.builds(SetVolume, st.integers()),
        st.builds(SelectInput, st.text(max_size=128)),
    )
)
def test_any_command_becomes_a_message_of_the_contract(command: Command) -> None:
    message = message_of(command)

    assert type(decode_command(encode(message))) is type(message)


async def told_pins(
    spoken: Spoken,
    address: DriverAddress,
    *,
    readings: int = 1,
    time_limit_s: float = FETCH_SECONDS,
) -> list[tuple[str, str]]:
    """Read, with time in between, and give what was told of the certificate."""
    spoken.fetch.answers[f"{URL}/state"] = json.dumps(STATE).encode()
    pins = []
    made = AltraBitsDriver(time_limit_s=time_limit_s)
    async with made.open(address, spoken.io) as connection:
        for _ in range(readings):
            pins.append((await connection.read_state()).facts.shown_pin)
            spoken.clock.move(LOOK_AGAIN_S)
    return pins


async def test_r5_the_certificate_of_one_that_may_be_the_persons_is_looked_at_once(
    spoken: Spoken,
) -> None:
    pins = await told_pins(spoken, replace(OWNED, token=""), readings=3)

    assert pins == [(ADDRESS, PIN)] * 3
    assert [(each.method, each.token) for each in spoken.secure.requests] == [("", "")]


async def test_certificate_of_anybody_elses_is_not_looked_at(spoken: Spoken) -> None:
    assert await told_pins(spoken, DriverAddress(ADDRESS, URL)) == [NOTHING_SHOWN]
    assert spoken.secure.requests == []


@pytest.mark.parametrize("error", [NotReachable("streamer.silent"), TimeoutError()])
async def test_certificate_that_is_not_shown_hinders_no_reading_and_is_looked_at_again(
    spoken: Spoken, error: Exception
) -> None:
    spoken.secure.look_fails = [error]

    assert await told_pins(spoken, OWNED, readings=2) == [NOTHING_SHOWN, (ADDRESS, PIN)]


async def test_r27_one_without_a_secure_port_shows_no_certificate_and_that_is_told(
    spoken: Spoken,
) -> None:
    spoken.be()

    assert await told_pins(spoken, OWNED) == [(ADDRESS, "")]
    assert await told_pins(spoken, DriverAddress(ADDRESS, URL)) == [NOTHING_SHOWN]


async def test_r27_one_that_shows_no_certificate_twice_is_told_of_until_it_does(
    spoken: Spoken,
) -> None:
    spoken.secure.look_fails = [NotReachable("streamer.silent")] * 3

    pins = await told_pins(spoken, OWNED, readings=4)

    assert pins == [NOTHING_SHOWN, (ADDRESS, ""), (ADDRESS, ""), (ADDRESS, PIN)]


@pytest.mark.parametrize(
    ("lasts_s", "told"),
    [
        (5.0, [NOTHING_SHOWN, (ADDRESS, ""), (ADDRESS, ""), (ADDRESS, PIN)]),
        # Busy twice at once, or now and then, is no lack of a certificate.
        (1.0, [NOTHING_SHOWN, NOTHING_SHOWN, (ADDRESS, ""), (ADDRESS, PIN)]),
        (LOOKS_COUNT_S + 1.0, [NOTHING_SHOWN] * 3 + [(ADDRESS, PIN)]),
    ],
)
async def test_r27_who_ends_each_connection_after_one_look_in_vain_is_told_of_all_the_same(
    spoken: Spoken, lasts_s: float, told: list[tuple[str, str]]
) -> None:
    spoken.secure.look_fails = [NotReachable("streamer.silent")] * 3
    spoken.fetch.answers[f"{URL}/state"] = json.dumps(STATE).encode()
    made, pins = AltraBitsDriver(), []

    for _ in range(4):
        async with made.open(OWNED, spoken.io) as connection:
            pins.append((await connection.read_state()).facts.shown_pin)
        spoken.clock.move(lasts_s)

    assert pins == told


async def test_r27_who_shows_another_certificate_to_a_command_is_looked_at_anew(
    spoken: Spoken,
) -> None:
    spoken.fetch.answers[f"{URL}/state"] = json.dumps(STATE).encode()
    async with AltraBitsDriver().open(OWNED, spoken.io) as connection:
        before = (await connection.read_state()).facts.shown_pin
        spoken.secure.shown = "ee" * 32
        refusal = await refusal_of(connection, Pause())
        after = (await connection.read_state()).facts.shown_pin

    assert (before, refusal) == ((ADDRESS, PIN), "streamer.certificate_changed")
    assert after == (ADDRESS, "ee" * 32)
    assert [each.token for each in spoken.secure.requests] == ["", ""]


async def test_r27_who_gives_its_secure_port_up_is_no_longer_believed(spoken: Spoken) -> None:
    spoken.fetch.answers[f"{URL}/state"] = json.dumps(STATE).encode()
    async with AltraBitsDriver().open(OWNED, spoken.io) as connection:
        before = (await connection.read_state()).facts.shown_pin
        spoken.be(capabilities=ALL)
        spoken.clock.move(LOOK_AGAIN_S)
        without = (await connection.read_state()).facts.shown_pin
        spoken.be(capabilities=ALL, secure_port=9443)
        spoken.clock.move(LOOK_AGAIN_S)
        elsewhere = (await connection.read_state()).facts.shown_pin

    assert [before, without, elsewhere] == [(ADDRESS, PIN), (ADDRESS, ""), (ADDRESS, PIN)]
    assert spoken.secure.requests[-1].url == f"https://{ADDRESS}:9443/"


async def test_r5_certificate_is_not_waited_for_longer_than_a_reading_allows(
    spoken: Spoken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "LOOK_S", 0.01)
    spoken.secure.look_hangs = True

    assert await told_pins(spoken, OWNED) == [NOTHING_SHOWN]


async def test_a_certificate_that_is_long_in_coming_costs_no_reading_its_time(
    spoken: Spoken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "LOOK_S", 0.2)
    spoken.secure.look_hangs = True

    assert await told_pins(spoken, OWNED, time_limit_s=0.1) == [NOTHING_SHOWN]
