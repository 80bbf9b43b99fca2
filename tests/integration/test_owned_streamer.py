"""The app's claiming and driver against simulated streamers, over real TLS on loopback."""

from __future__ import annotations

import asyncio
import contextlib
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.commands import (
    Next,
    Pause,
    Play,
    Seek,
    SelectInput,
    SetMute,
    SetVolume,
)
from altrabits_desktop.contract.errors import CertificateChanged, Refused
from altrabits_desktop.contract.streamers import Playback
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
from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo
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
