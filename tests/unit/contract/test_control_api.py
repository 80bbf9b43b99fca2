"""The messages of the control API, and the codec that reads them."""

from __future__ import annotations

import contextlib
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.codec import (
    ClaimingMessage,
    command_word,
    decode_as,
    decode_command,
    decode_info,
    decode_problem,
    decode_state,
    encode,
)
from altrabits_desktop.contract.control_api import (
    ClaimMessage,
    ClaimRequestMessage,
    ConfirmRequestMessage,
    ExchangeMessage,
    ExchangeRequestMessage,
    InfoMessage,
    NowPlayingMessage,
    OwnershipMessage,
    ProblemMessage,
    StreamerStateMessage,
)
from altrabits_desktop.contract.control_commands import (
    COMMAND_WORDS,
    AutoStandbyCommand,
    BalanceCommand,
    ClearPresetCommand,
    CommandMessage,
    EqualiserCommand,
    HideInputCommand,
    InputCommand,
    LightCommand,
    LockCommand,
    MuteCommand,
    NameInputCommand,
    NextCommand,
    PauseCommand,
    PlayCommand,
    PresetCommand,
    PreviousCommand,
    RenameCommand,
    ResetCommand,
    RestartCommand,
    SavePresetCommand,
    SeekCommand,
    SleepCommand,
    StandbyCommand,
    StopCommand,
    VolumeCommand,
    VolumeMaximumCommand,
)
from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.groups import FollowCommand, LeadCommand
from altrabits_desktop.contract.limits import EVENT_BYTES
from altrabits_desktop.contract.streamer_settings import Light
from altrabits_desktop.contract.streamers import Playback

INFO = {"id": "a-1", "name": "Fireside", "product": "Cobalt S1", "api_version": 1}
STATE = {"playback": "playing", "revision": 3}


def test_info_with_required_fields_alone_has_its_defaults() -> None:
    info = decode_info(json.dumps(INFO))

    assert info == InfoMessage(id="a-1", name="Fireside", product="Cobalt S1", api_version=1)
    assert (info.page, info.maker, info.room, info.inputs) == ("/", "AltraBits", None, ())


def test_state_with_required_fields_alone_has_its_defaults() -> None:
    state = decode_state(json.dumps(STATE))

    assert state == StreamerStateMessage(playback=Playback.PLAYING, revision=3)


def test_unknown_fields_are_ignored() -> None:
    info = decode_info(json.dumps({**INFO, "colour": {"deep": [1, 2]}}))

    assert info.name == "Fireside"


def test_unknown_playback_is_read_as_unknown() -> None:
    state = decode_state(json.dumps({**STATE, "playback": "rewinding"}))

    assert state.playback is Playback.UNKNOWN


@pytest.mark.parametrize(
    "change",
    [
        {"id": ""},
        {"id": "a b"},
        {"id": "a\n"},
        {"id": "x" * 65},
        {"name": ""},
        {"name": "x" * 129},
        {"product": None},
        {"mac": "00:04:A3:00:00:02"},
        {"mac": "00:04:a3:00:00:02\n"},
        {"page": "//evil.example/"},
        {"page": "/\\evil.example/"},
        {"page": "http://evil.example/"},
        {"page": "/a b"},
        {"api_version": 0},
        {"api_version": "1"},
        {"inputs": ["x"] * 17},
        {"capabilities": ["State!"]},
    ],
)
def test_info_beyond_its_bounds_is_malformed(change: dict[str, object]) -> None:
    with pytest.raises(MalformedAnswer, match=r"control_api\.malformed"):
        decode_info(json.dumps({**INFO, **change}))


@pytest.mark.parametrize(
    "change",
    [
        {"playback": None},
        {"playback": 7},
        {"revision": -1},
        {"revision": 2**53},
        {"volume": 101},
        {"volume": 12.5},
        {"volume_maximum": None},
        {"is_muted": "no"},
        {"now_playing": []},
        {"now_playing": {"title": "x" * 513}},
        {"now_playing": {"position_s": -0.1}},
        {"now_playing": {"duration_s": 1e8}},
    ],
)
def test_state_beyond_its_bounds_is_malformed(change: dict[str, object]) -> None:
    with pytest.raises(MalformedAnswer):
        decode_state(json.dumps({**STATE, **change}))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"\xff\xfe",
        b'{"playback":"playing","revision":NaN}',
        b'{"playback":"playing","revision":3,"other":' + b"[" * 20_000,
        '{"playback":"playing","revision":3,"input":"\ud800"}',
        b'{"playback":"playing","revision":3,"input":"' + b"x" * EVENT_BYTES + b'"}',
    ],
)
def test_what_is_no_state_is_malformed(content: bytes | str) -> None:
    with pytest.raises(MalformedAnswer):
        decode_state(content)


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_any_content_is_read_or_malformed(content: bytes | str) -> None:
    for decode in (decode_info, decode_state, decode_problem):
        try:
            message = decode(content)
        except MalformedAnswer:
            continue
        assert isinstance(message, msgspec.Struct)


@given(
    st.builds(
        StreamerStateMessage,
        playback=st.sampled_from(Playback),
        revision=st.integers(0, 2**53 - 1),
        volume=st.none() | st.integers(0, 100),
        now_playing=st.none()
        | st.builds(
            NowPlayingMessage,
            title=st.text(st.characters(codec="utf-8"), max_size=512),
            position_s=st.none() | st.floats(0, 1e7),
        ),
    )
)
def test_state_written_and_read_is_the_same(state: StreamerStateMessage) -> None:
    assert decode_state(encode(state)) == state


def test_message_is_written_whole_in_one_line() -> None:
    problem = ProblemMessage(status=404, code="path.unknown", title="Not\nFound")

    content = encode(problem)

    assert b"\n" not in content
    assert json.loads(content) == {
        "status": 404,
        "code": "path.unknown",
        "title": "Not\nFound",
        "type": "about:blank",
    }
    assert decode_problem(content) == problem


COMMANDS: list[CommandMessage] = [
    PlayCommand(),
    PlayCommand(url="http://192.168.1.9/a.flac"),
    PauseCommand(),
    StopCommand(),
    NextCommand(),
    PreviousCommand(),
    SeekCommand(position_s=12.5),
    VolumeCommand(volume=30),
    MuteCommand(is_muted=True),
    InputCommand(input="Optical"),
    PresetCommand(number=3),
    SavePresetCommand(number=3),
    SavePresetCommand(number=3, name="Evening"),
    ClearPresetCommand(number=3),
    EqualiserCommand(is_on=True),
    EqualiserCommand(gains_db=(2, 1, 0, -1, 1), curve="Warm evening"),
    BalanceCommand(balance=-20),
    SleepCommand(after_s=1800),
    StandbyCommand(is_asleep=True),
    AutoStandbyCommand(after_min=20),
    LightCommand(light=Light.DIM),
    LockCommand(has_locked_buttons=True),
    VolumeMaximumCommand(volume_maximum=70),
    NameInputCommand(slot="optical", name="Television"),
    HideInputCommand(slot="coax", is_hidden=True),
    RenameCommand(name="Fireside", room=""),
    RestartCommand(),
    ResetCommand(),
    LeadCommand(members=("ab-0002", "ab-0003")),
    LeadCommand(members=()),
    FollowCommand(leader="ab-0001"),
    FollowCommand(leader=None),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_command_is_read_as_it_was_written(command: CommandMessage) -> None:
    content = encode(command)

    assert decode_command(content) == command
    assert command_word(content) in COMMAND_WORDS


def test_every_command_has_a_word_of_its_own() -> None:
    assert {command_word(encode(command)) for command in COMMANDS} == COMMAND_WORDS
    assert len(COMMAND_WORDS) == 27


@pytest.mark.parametrize(
    "content",
    [
        b"{}",
        b'{"command":"volume"}',
        b'{"command":"volume","volume":101}',
        b'{"command":"preset","number":0}',
        b'{"command":"equaliser","gains_db":[13]}',
        b'{"command":"equaliser","gains_db":[1.5]}',
        b'{"command":"balance","balance":-101}',
        b'{"command":"lead"}',
        b'{"command":"lead","members":["' + b'","'.join([b"a"] * 33) + b'"]}',
        b'{"command":"follow"}',
        b'{"command":"follow","leader":""}',
        b'{"command":"sleep","after_s":-1}',
        b'{"command":"auto_standby","after_min":1441}',
        b'{"command":"light"}',
        b'{"command":"name_input","slot":"Optical","name":""}',
        b'{"command":"rename","name":""}',
        b'{"command":"volume","volume":"30"}',
        b'{"command":"seek","position_s":-1}',
        b'{"command":"mute","is_muted":1}',
        b'{"command":"explode"}',
        b'{"command":"play","url":"' + b"a" * 2049 + b'"}',
        b"[" * 3000,
        b"\xff",
    ],
)
def test_command_that_breaks_its_contract_is_refused(content: bytes) -> None:
    with pytest.raises(MalformedAnswer):
        decode_command(content)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_command_or_malformed(content: bytes) -> None:
    with contextlib.suppress(MalformedAnswer):
        assert encode(decode_command(content))


@pytest.mark.parametrize(
    "message",
    [
        ClaimRequestMessage(client_name="Study"),
        ClaimMessage(id="0" * 32, streamer_id="ab-1", needs_code=True, ends_in_s=120, tries_left=5),
        ExchangeRequestMessage(share="04" + "a" * 128),
        ExchangeMessage(share="04" + "a" * 128, proof="b" * 64),
        ConfirmRequestMessage(),
        OwnershipMessage(token="t" * 43),
    ],
)
def test_message_of_a_claim_is_read_as_it_was_written(message: ClaimingMessage) -> None:
    assert decode_as(type(message), encode(message)) == message


@pytest.mark.parametrize("token", ["", "short", "t" * 129, "t" * 30 + "\n", "t" * 30 + " "])
def test_token_that_breaks_its_contract_is_refused(token: str) -> None:
    with pytest.raises(MalformedAnswer):
        decode_as(OwnershipMessage, json.dumps({"token": token}).encode())
