"""Settings of streamers that speak the control API: told, set, and asked by their owner alone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract import commands
from altrabits_desktop.contract.codec import decode_as, decode_command, encode
from altrabits_desktop.contract.control_upkeep import LOG_BYTES, SettingsMessage
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.contract.streamer_settings import (
    Choices,
    Equaliser,
    InputSlot,
    Light,
    Preset,
)
from altrabits_desktop.contract.upkeep import (
    AskHealth,
    AskLogs,
    AskNetwork,
    AskSettings,
    Health,
    Inquiry,
    KeptInput,
    KeptPreset,
    KeptSettings,
    LinkKind,
    LogLines,
    Network,
    TakeSettings,
)
from altrabits_desktop.streamers.drivers.altrabits.commands import message_of
from altrabits_desktop.streamers.drivers.altrabits.driver import AltraBitsDriver
from altrabits_desktop.streamers.drivers.driver import (
    DriverIo,
    SecureAnswer,
    Telling,
)
from tests.fakes.secure_fetch import answer_of, problem_of
from tests.harness.driver_suite import GARBAGE, read_once
from tests.unit.streamers.drivers.test_altrabits import HOSTILE, AltraBitsStreamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.upkeep import Told

NETWORK = {"address": "192.168.71.20", "link": "wifi", "wifi_name": "Maple", "signal_percent": 84}
HEALTH = {"uptime_s": 90, "firmware": "2.4.1", "temperature_c": 41.5}
EQUALISER = {"is_on": True, "gains_db": [2, 1], "curve": "Warm"}
SETTINGS = {
    "product": "Cobalt S1",
    "name": "Fireside",
    "room": "",
    "equaliser": EQUALISER,
    "bands_hz": [60, 250],
    "light": "dim",
    "inputs": [{"slot": "optical", "name": "Television", "is_hidden": True}],
    "presets": [{"number": 1, "name": "Evening", "source": "album:1"}],
}
KEPT = KeptSettings(
    product="Cobalt S1",
    name="Fireside",
    room="",
    equaliser=Equaliser(is_on=True, gains_db=(2, 1), curve="Warm"),
    bands_hz=(60, 250),
    light=Light.DIM,
    inputs=(KeptInput(slot="optical", name="Television", is_hidden=True),),
    presets=(KeptPreset(number=1, name="Evening", source="album:1"),),
)
INQUIRIES: list[tuple[Inquiry, str, object, Told]] = [
    (
        AskNetwork(),
        "GET /api/v1/network",
        NETWORK,
        Network(address="192.168.71.20", link=LinkKind.WIFI, wifi_name="Maple", signal_percent=84),
    ),
    (
        AskHealth(),
        "GET /api/v1/health",
        HEALTH,
        Health(uptime_s=90, firmware="2.4.1", temperature_c=41.5),
    ),
    (AskSettings(), "GET /api/v1/settings", SETTINGS, KEPT),
    (TakeSettings(KeptSettings(balance=4)), "PUT /api/v1/settings", SETTINGS, KEPT),
]
ALL: tuple[Inquiry, ...] = (*(inquiry for inquiry, *_ in INQUIRIES), AskLogs())


@pytest.fixture
def streamer() -> AltraBitsStreamer:
    return AltraBitsStreamer()


@pytest.fixture
def io(streamer: AltraBitsStreamer) -> DriverIo:
    return DriverIo(fetch=streamer.fetch, clock=streamer.clock, secure=streamer.secure)


async def told(streamer: AltraBitsStreamer, inquiry: Inquiry) -> Told:
    io = DriverIo(fetch=streamer.fetch, clock=streamer.clock, secure=streamer.secure)
    async with AltraBitsDriver().open(streamer.address, io) as connection:
        assert isinstance(connection, Telling)
        return await connection.tell(inquiry)


async def test_choices_and_settings_are_read(streamer: AltraBitsStreamer) -> None:
    streamer.say_info(
        presets=[{"number": 2, "name": "Two"}, {"number": 1, "name": "One"}],
        preset_places=6,
        bands_hz=[60, 250],
        curves=["Flat", "Warm", "Flat"],
        input_slots=[{"slot": "optical", "name": "Television", "is_hidden": True}],
    )
    streamer.say_state(
        preset=2,
        equaliser=EQUALISER,
        balance=-20,
        sleep_left_s=1450,
        auto_standby_min=20,
        light="dim",
        has_locked_buttons=True,
    )

    reading = await read_once(AltraBitsDriver(), streamer)

    state = reading.state
    assert reading.facts.choices == Choices(
        presets=(Preset(1, "One"), Preset(2, "Two")),
        preset_places=6,
        bands_hz=(60, 250),
        curves=("Flat", "Warm"),
        input_slots=(InputSlot("optical", "Television", is_hidden=True),),
    )
    assert state.equaliser == Equaliser(is_on=True, gains_db=(2, 1), curve="Warm")
    assert (state.preset, state.balance, state.sleep_left_s) == (2, -20, 1450)
    assert (state.auto_standby_min, state.light) == (20, Light.DIM)
    assert state.has_locked_buttons


async def test_small_streamer_has_none_of_it(streamer: AltraBitsStreamer) -> None:
    reading = await read_once(AltraBitsDriver(), streamer)

    assert reading.facts.choices == Choices()
    assert reading.state.equaliser is None
    assert reading.state.has_locked_buttons is None


async def test_light_of_later_firmware_is_unknown(streamer: AltraBitsStreamer) -> None:
    streamer.say_state(light="disco")

    reading = await read_once(AltraBitsDriver(), streamer)

    assert reading.state.light is Light.UNKNOWN


async def test_hostile_names_of_choices_are_plain_and_cut(streamer: AltraBitsStreamer) -> None:
    streamer.say_info(
        presets=[{"number": 1, "name": HOSTILE}],
        curves=[HOSTILE],
        input_slots=[{"slot": "optical", "name": HOSTILE}],
    )

    reading = await read_once(AltraBitsDriver(), streamer)

    choices = reading.facts.choices
    names = [choices.presets[0].name, choices.input_slots[0].name]
    assert all(name.isprintable() and len(name) <= NAME_CHARACTERS for name in names)
    assert choices.curves == ()


@pytest.mark.parametrize(("inquiry", "request_line", "answer", "expected"), INQUIRIES, ids=str)
async def test_owner_is_told_over_the_pinned_certificate(
    inquiry: Inquiry,
    request_line: str,
    answer: object,
    expected: Told,
    streamer: AltraBitsStreamer,
) -> None:
    streamer.secure.answers[request_line] = answer_of(answer)

    assert await told(streamer, inquiry) == expected

    [request] = streamer.secure.requests
    assert (request.token, request.address) == ("the-owners-token-of-22", "192.168.71.20")
    assert f"{request.method} {request.path}" == request_line


async def test_log_is_plain_lines(streamer: AltraBitsStreamer) -> None:
    content = f"0 s: started\n\n{HOSTILE}\r\n9 s: stopped".encode()
    streamer.secure.answers["GET /api/v1/logs"] = SecureAnswer(200, content)

    answer = await told(streamer, AskLogs())

    assert isinstance(answer, LogLines)
    assert (answer.lines[0], answer.lines[-1]) == ("0 s: started", "9 s: stopped")
    assert all(line and line.isprintable() for line in answer.lines)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a\n" * LOG_BYTES])
async def test_log_beyond_its_bounds_is_refused(
    content: bytes, streamer: AltraBitsStreamer
) -> None:
    streamer.secure.answers["GET /api/v1/logs"] = SecureAnswer(200, content)

    with pytest.raises(MalformedAnswer):
        await told(streamer, AskLogs())


@pytest.mark.parametrize("kind", sorted(set(GARBAGE) - {"nothing", "zeros", "text", "page"}))
@pytest.mark.parametrize("inquiry", ALL, ids=repr)
async def test_garbage_is_refused_or_a_log(
    inquiry: Inquiry, kind: str, streamer: AltraBitsStreamer
) -> None:
    streamer.secure.otherwise = SecureAnswer(200, GARBAGE[kind])

    if isinstance(inquiry, AskLogs) and _is_short_text(GARBAGE[kind]):
        assert isinstance(await told(streamer, inquiry), LogLines)
    else:
        with pytest.raises(MalformedAnswer):
            await told(streamer, inquiry)


def _is_short_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return len(content) <= LOG_BYTES


@pytest.mark.parametrize("inquiry", ALL, ids=repr)
async def test_who_does_not_name_it_is_not_asked(
    inquiry: Inquiry, streamer: AltraBitsStreamer
) -> None:
    streamer.say_info(capabilities=["state", "control"])

    with pytest.raises(Refused, match=r"control\.unsupported"):
        await told(streamer, inquiry)

    assert streamer.secure.requests == []


@pytest.mark.parametrize("inquiry", ALL, ids=repr)
async def test_nobody_but_the_owner_asks(inquiry: Inquiry, streamer: AltraBitsStreamer) -> None:
    streamer.address = replace(streamer.address, pin="", token="")

    with pytest.raises(Refused, match=r"control\.not_owned"):
        await told(streamer, inquiry)

    assert streamer.secure.requests == []


async def test_settings_that_are_refused_say_so(streamer: AltraBitsStreamer) -> None:
    streamer.secure.otherwise = problem_of("settings.refused", status=422)

    with pytest.raises(Refused, match=r"control\.settings_refused"):
        await told(streamer, TakeSettings(KEPT))


async def test_settings_that_nobody_has_room_for_are_not_sent(streamer: AltraBitsStreamer) -> None:
    presets = tuple(KeptPreset(number=n, name="a", source="b" * 600) for n in range(1, 33))

    with pytest.raises(Refused, match=r"control\.settings_refused"):
        await told(streamer, TakeSettings(KeptSettings(presets=presets)))

    assert streamer.secure.requests == []


async def test_settings_go_out_as_they_came(streamer: AltraBitsStreamer) -> None:
    streamer.secure.otherwise = answer_of(SETTINGS)

    await told(streamer, TakeSettings(KEPT))

    [request] = streamer.secure.requests
    expected = json.dumps({**SETTINGS, "product": None}).encode()
    assert decode_as(SettingsMessage, request.content) == decode_as(SettingsMessage, expected)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (commands.PlayPreset(0), "control.preset_unknown"),
        (commands.SavePreset(100), "control.preset_unknown"),
        (commands.SavePreset(1, "x" * 129), "control.name_refused"),
        (commands.SetEqualiser(curve="x" * 129), "control.curve_unknown"),
        (commands.NameInput("optical", "x" * 129), "control.name_refused"),
        (commands.NameInput("x" * 33, "TV"), "control.input_unknown"),
        (commands.HideInput("x" * 33, is_hidden=True), "control.input_unknown"),
        (commands.Rename(""), "control.name_refused"),
        (commands.Rename(room="x" * 129), "control.name_refused"),
    ],
    ids=repr,
)
def test_what_no_streamer_would_take_is_refused_here(command: commands.Command, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        message_of(command)

    assert refusal.value.code == code


@given(
    st.one_of(
        st.builds(commands.SetBalance, st.integers()),
        st.builds(commands.SetSleepTimer, st.integers()),
        st.builds(commands.SetAutoStandby, st.integers()),
        st.builds(commands.SetVolumeMaximum, st.integers()),
        st.builds(commands.SetEqualiser, gains_db=st.lists(st.integers()).map(tuple)),
    )
)
def test_numbers_beyond_their_bounds_are_taken_to_them(command: commands.Command) -> None:
    message = message_of(command)

    assert decode_command(encode(message)) == message
