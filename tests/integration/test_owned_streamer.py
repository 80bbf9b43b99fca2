"""The app's claiming and driver against simulated streamers, over real TLS on loopback."""

from __future__ import annotations

import asyncio
import contextlib
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.commands import (
    ClearPreset,
    HideInput,
    LockButtons,
    NameInput,
    Next,
    Pause,
    Play,
    PlayPreset,
    Rename,
    Reset,
    SavePreset,
    Seek,
    SelectInput,
    SetAutoStandby,
    SetBalance,
    SetEqualiser,
    SetLight,
    SetMute,
    SetSleepTimer,
    SetStandby,
    SetVolume,
    SetVolumeMaximum,
)
from altrabits_desktop.contract.errors import CertificateChanged, NotReachable, Refused
from altrabits_desktop.contract.streamer_settings import Light
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.contract.upkeep import (
    AskHealth,
    AskLogs,
    AskNetwork,
    AskSettings,
    Health,
    KeptSettings,
    LogLines,
    Network,
    TakeSettings,
)
from altrabits_desktop.runtime.certificates import (
    Identity,
    looking_context,
    make_identity,
    serving_context,
)
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.streamers.drivers.altrabits.claiming import (
    begin_claim,
    confirm_claim,
    release_claim,
)
from altrabits_desktop.streamers.drivers.altrabits.driver import AltraBitsDriver
from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo, Telling
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from altrabits_desktop.streamers.secure_fetching import SecureFetching
from tests.fakes.clock import settled
from tests.harness.quiet_farm import quiet_farm

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.simulator.farm import Farm
    from altrabits_desktop.simulator.streamer import VirtualStreamer


@dataclass
class Home:
    """One simulated streamer, and the app's way to it."""

    farm: Farm
    io: DriverIo

    @property
    def streamer(self) -> VirtualStreamer:
        return self.farm.streamers[0]

    @property
    def address(self) -> DriverAddress:
        return DriverAddress(
            self.streamer.address, self.streamer.control_url or "", is_loopback_allowed=True
        )

    async def own(self) -> DriverAddress:
        offer = await begin_claim(self.address, self.io, client_name="Study")
        result = await confirm_claim(offer, self.io, code=self.streamer.claims.shown_code)
        return replace(self.address, pin=result.pin, token=result.token)

    async def tell(self, address: DriverAddress, *commands: Command) -> None:
        async with AltraBitsDriver().open(address, self.io) as connection:
            for command in commands:
                await connection.perform(command)


@pytest.fixture
async def home() -> AsyncIterator[Home]:
    neighbourhood, clock = Neighbourhood(), SystemClock()
    fetch = Fetching(neighbourhood=neighbourhood, clock=clock)
    secure = SecureFetching(neighbourhood=neighbourhood)
    async with quiet_farm() as farm:
        yield Home(farm, DriverIo(fetch=fetch, clock=clock, secure=secure))
        await fetch.aclose()
        await secure.aclose()


async def test_owned_streamer_obeys_every_command(home: Home) -> None:
    owned = await home.own()

    await home.tell(owned, Next(), Seek(12.0), SetVolume(90), SetMute(is_muted=True))
    state = home.streamer.state()
    await home.tell(owned, Play("http://192.0.2.1/First%20Light.flac"), SelectInput("Optical"))
    await home.tell(owned, Pause())
    after = home.streamer.state()

    assert (state.volume, state.is_muted) == (80, True)
    assert state.now_playing is not None
    assert state.now_playing.title == "Rope and Lantern"
    assert after.now_playing is not None
    assert (after.now_playing.title, after.input) == ("First Light.flac", "Optical")
    assert after.playback is Playback.PAUSED


async def test_owned_streamer_takes_every_setting(home: Home) -> None:
    owned = await home.own()

    await home.tell(
        owned,
        *(PlayPreset(2), SavePreset(6, "Mine"), ClearPreset(1), SetBalance(-20)),
        *(SetEqualiser(curve="Late night"), SetSleepTimer(1800), SetAutoStandby(0)),
        *(SetLight(Light.OFF), LockButtons(is_locked=True), SetVolumeMaximum(20)),
        *(NameInput("optical", "Television"), HideInput("coax", is_hidden=True)),
        *(Rename("Hearth", ""), SetStandby(is_asleep=True)),
    )
    async with AltraBitsDriver().open(owned, home.io) as connection:
        reading = await connection.read_state()

    state, choices = reading.state, reading.facts.choices
    assert (reading.facts.name, reading.facts.room) == ("Hearth", None)
    assert [preset.name for preset in choices.presets][-1] == "Mine"
    assert choices.presets[0].number == 2
    assert reading.facts.inputs == ("Network", "Television", "Bluetooth", "Turntable")
    assert (state.balance, state.volume_maximum, state.volume) == (-20, 20, 20)
    assert state.equaliser is not None
    assert state.equaliser.curve == "Late night"
    assert (state.auto_standby_min, state.light, state.has_locked_buttons) == (0, Light.OFF, True)
    assert (state.is_asleep, state.sleep_left_s) == (True, None)


async def test_owner_is_told_what_nobody_else_is(home: Home) -> None:
    owned = await home.own()

    async with AltraBitsDriver().open(owned, home.io) as connection:
        assert isinstance(connection, Telling)
        network = await connection.tell(AskNetwork())
        health = await connection.tell(AskHealth())
        log = await connection.tell(AskLogs())
        settings = await connection.tell(AskSettings())
        assert isinstance(settings, KeptSettings)
        after = await connection.tell(TakeSettings(replace(settings, balance=7, name="Hearth")))

    assert isinstance(network, Network)
    assert network.address == home.streamer.address
    assert isinstance(health, Health)
    assert isinstance(log, LogLines)
    assert log.lines[-1].endswith("claimed by a new owner")
    assert after == replace(settings, balance=7, name="Hearth")
    assert home.streamer.info().name == "Hearth"


async def test_streamer_that_was_reset_knows_nobody_and_shows_another_certificate(
    home: Home,
) -> None:
    owned = await home.own()
    told = asyncio.Event()
    home.streamer.subscribe(told.set)

    await home.tell(owned, Reset())
    await asyncio.wait_for(told.wait(), 10)
    with pytest.raises((CertificateChanged, NotReachable)):
        await home.tell(owned, Pause())
    await settled()

    assert not home.streamer.claims.is_owned
    assert home.streamer.certificate.fingerprint != owned.pin


async def test_stranger_and_former_owner_are_told_no(home: Home) -> None:
    owned = await home.own()
    await release_claim(owned, home.io)

    with pytest.raises(Refused, match=r"control\.owner_changed"):
        await home.tell(owned, Pause())
    with pytest.raises(Refused, match=r"control\.not_owned"):
        await home.tell(home.address, Pause())

    assert home.streamer.state().revision == 1


async def test_r27_streamer_that_changes_its_certificate_in_the_middle_gets_nothing(
    home: Home,
) -> None:
    owned = await home.own()
    await home.tell(owned, Pause())
    home.streamer.certificate.renew()
    await settled()

    with pytest.raises(CertificateChanged, match=r"streamer\.certificate_changed"):
        await home.tell(owned, Play())

    assert home.streamer.state().playback is Playback.PAUSED


async def test_commands_in_a_row_shake_hands_once(home: Home) -> None:
    owned = await home.own()
    await home.tell(owned, Pause())
    # Another handshake would be an alarm.
    home.streamer.certificate.is_fickle = True

    await home.tell(owned, Play())
    await home.tell(owned, Pause())

    assert home.streamer.state().playback is Playback.PAUSED


async def test_streamer_with_fickle_certificates_cannot_be_claimed(home: Home) -> None:
    await home.farm.set_faults(home.streamer, frozenset({Fault.NEW_CERTIFICATE}))

    with pytest.raises(CertificateChanged, match=r"streamer\.certificate_changed"):
        await home.own()


async def test_demo_streamer_is_ones_own_without_a_code(home: Home) -> None:
    home.streamer.claims.is_auto_confirm = True
    offer = await begin_claim(home.address, home.io, client_name="Study")
    result = await confirm_claim(offer, home.io)

    await home.tell(replace(home.address, pin=result.pin, token=result.token), Pause())

    assert home.streamer.state().playback is Playback.PAUSED
    assert not result.is_proved


@dataclass
class Between:
    """Somebody with a certificate of his own who passes everything on, word for word."""

    address: str
    port: int
    identity: Identity = field(default_factory=lambda: make_identity("Fireside"))
    passed: list[bytes] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A client that only looks leaves without a word.
        with contextlib.suppress(OSError):
            while request := await reader.read(8192):
                self.passed.append(request)
                writer.write(await self._answer(request))
        writer.close()

    async def _answer(self, request: bytes) -> bytes:
        beyond, onward = await asyncio.open_connection(
            self.address, self.port, ssl=looking_context()
        )
        onward.write(request)
        answer = await beyond.readuntil(b"\r\n\r\n")
        length = answer.lower().partition(b"content-length: ")[2].split()[0]
        answer += await beyond.readexactly(int(length))
        onward.close()
        return answer


@asynccontextmanager
async def somebody_between(streamer: VirtualStreamer) -> AsyncIterator[Between]:
    """Stand on the streamer's own address, and change the port that it tells in the clear."""
    between = Between(streamer.address, streamer.secure_port)
    server = await asyncio.start_server(
        between.serve,
        streamer.address,
        0,
        ssl=serving_context(between.identity),
        ssl_shutdown_timeout=0.2,
    )
    streamer.secure_port = server.sockets[0].getsockname()[1]
    yield between
    server.close()


async def test_r5_relayed_claim_over_the_network_makes_nobody_the_owner(home: Home) -> None:
    async with somebody_between(home.streamer) as between:
        offer = await begin_claim(home.address, home.io, client_name="Study")
        with pytest.raises(Refused, match=r"claim\.wrong_code"):
            await confirm_claim(offer, home.io, code=home.streamer.claims.shown_code)

    asked = [request.split(b" ")[1].rpartition(b"/")[2] for request in between.passed]
    assert asked == [b"claim", b"exchange"]
    assert not home.streamer.claims.is_owned


async def test_r5_token_does_not_go_to_somebody_between(home: Home) -> None:
    owned = await home.own()

    async with somebody_between(home.streamer) as between:
        with pytest.raises(CertificateChanged, match=r"streamer\.certificate_changed"):
            await home.tell(owned, Pause())

    assert between.passed == []
    assert home.streamer.state().playback is Playback.PLAYING
