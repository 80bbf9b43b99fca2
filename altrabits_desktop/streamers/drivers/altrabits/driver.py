"""Streamers that speak the control API, version 1: read and watched over HTTP, told over HTTPS.

Source: docs/protocols/control-api.md.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.codec import decode_info, decode_state, encode
from altrabits_desktop.contract.control_api import (
    COMMAND_PATH,
    EVENTS_PATH,
    INFO_PATH,
    STATE_EVENT,
    STATE_PATH,
    InfoMessage,
    StreamerStateMessage,
)
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    CertificateChanged,
    MalformedAnswer,
    NotReachable,
    Refused,
    StreamerSilent,
)
from altrabits_desktop.contract.limits import FETCH_SECONDS
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.streamers.allowance import Allowance
from altrabits_desktop.streamers.drivers.altrabits.events import Comment, EventReader
from altrabits_desktop.streamers.drivers.altrabits.looks import LooksInVain
from altrabits_desktop.streamers.drivers.altrabits.reading import (
    capabilities_of,
    facts_of,
    state_of,
)
from altrabits_desktop.streamers.drivers.altrabits.secure_lane import SecureLane
from altrabits_desktop.streamers.drivers.altrabits.writing import (
    OF_COMMANDS,
    refuse_failure,
)
from altrabits_desktop.streamers.drivers.driver import NOTHING_SHOWN, Reading, StillThere, ToldFacts
from altrabits_desktop.streamers.drivers.time_limit import time_limit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.upkeep import Inquiry, Told
    from altrabits_desktop.streamers.drivers.driver import (
        Connection,
        Driver,
        DriverAddress,
        DriverIo,
        News,
        SecureAnswer,
    )

LOOK_S = 1.5
"""How long the certificate of a streamer that may be the person's is waited for."""
LOOK_AGAIN_S = 10.0
LOOK_ANEW_S = 60.0
"""Of one that is asked from time to time, each time over a connection that anybody may answer who
has its address by then: how long the certificate that was seen holds."""
LOOKS_IN_VAIN_MOST = 2
"""A small streamer grants few secure connections and may be busy once; whoever shows none twice,
on however many connections, is told of as showing none, whatever was seen here before."""
TELLS_NOTHING_MOST_S = 24.0
"""Of a stream that goes on; it says every 3 s that it lives, and waits its turn in a crowd."""
POLL_S = 1.0
"""How often a streamer without free event streams is asked while it plays."""
POLL_IDLE_S = 5.0
ASLEEP_ASKED_WHAT_S = 60.0
"""One that is asleep is asked only whether it still is; what it is, now and then."""
INFO_FRESH_S = 2.0
"""What a streamer is was asked this recently: a reading after the opening need not ask again."""
INFO_AT_ONCE = 5
"""How often it is asked in a row, because its states say that what it is has changed; somebody may
change some things at once. After that once a second at most."""

_MOVING = frozenset({Playback.PLAYING, Playback.LOADING})


def make_driver() -> Driver:
    """Make the driver; the host calls this."""
    return AltraBitsDriver()


class AltraBitsDriver:
    """Opens connections to streamers that speak the control API.

    Args:
        time_limit_s: of one reading, all its requests together; a look at the certificate, at
            first and while it was in vain, takes up to 1.5 s more.
    """

    def __init__(self, *, time_limit_s: float = FETCH_SECONDS) -> None:
        self._time_limit_s = time_limit_s
        self._in_vain = LooksInVain()

    @asynccontextmanager
    async def open(self, address: DriverAddress, io: DriverIo) -> AsyncIterator[Connection]:
        """Connect: the streamer must say what it is.

        A newer version of the API is no obstacle: it only adds to this one.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: no answer of the control API.
        """
        streamer = _Streamer(address, io)
        async with time_limit(self._time_limit_s):
            info = await streamer.info()
        yield _AltraBitsConnection(
            streamer, info, time_limit_s=self._time_limit_s, in_vain=self._in_vain
        )


class _Streamer:
    """The addresses of one streamer's API."""

    def __init__(self, address: DriverAddress, io: DriverIo) -> None:
        self._address = address
        self._io = io
        self.clock = io.clock
        self._fetch = io.fetch
        self.base_url = urljoin(address.url, "/")

    async def info(self) -> InfoMessage:
        return decode_info(await self._get(INFO_PATH))

    async def state(self) -> bytes:
        return await self._get(STATE_PATH)

    def event_lines(self) -> AsyncGenerator[str, None]:
        return self._fetch.lines(
            urljoin(self.base_url, EVENTS_PATH),
            address=self._address.address,
            is_loopback_allowed=self._address.is_loopback_allowed,
        )

    def owned_lane(self, port: int | None) -> SecureLane:
        """Give the owner's way to the secure port.

        Raises:
            Refused: `control.unsupported`, `control.not_owned`, `control.locked`.
        """
        lane = SecureLane.of(self._address, self._io).at(port)
        if not self._address.token:
            raise Refused("control.locked" if self._address.pin else "control.not_owned")
        if not self._address.pin:
            raise Refused("control.not_owned")
        return lane.pinned(self._address.pin, token=self._address.token)

    @property
    def address(self) -> str:
        return self._address.address

    @property
    def has_pin(self) -> bool:
        """Whether it may be one of the person's."""
        return bool(self._address.pin)

    async def shown_pin(self, port: int) -> str:
        """Look at the certificate; empty for none in time."""
        with suppress(AltraBitsError, TimeoutError):
            async with asyncio.timeout(LOOK_S):
                return await SecureLane.of(self._address, self._io).at(port).look()
        return ""

    async def _get(self, path: str) -> bytes:
        return await self._fetch.get(
            urljoin(self.base_url, path),
            address=self._address.address,
            is_loopback_allowed=self._address.is_loopback_allowed,
        )


class _AltraBitsConnection:
    """An open streamer; holds no socket between requests but the one of a watch."""

    def __init__(
        self,
        streamer: _Streamer,
        info: InfoMessage,
        *,
        time_limit_s: float,
        in_vain: LooksInVain,
    ) -> None:
        self._streamer = streamer
        self._clock = streamer.clock
        self._id = info.id
        self._time_limit_s = time_limit_s
        self._oldest_revision = self._latest_told = 0
        self._shown_pin = NOTHING_SHOWN
        self._looked_at_s = float("-inf")
        self._is_polled = False
        self._in_vain = in_vain
        self._secure_port: int | None = None
        self._told_revision = 0
        self._known_revisions = frozenset[int]()
        self._may_ask = Allowance(at_once=INFO_AT_ONCE, per_s=1)
        self._facts = ToldFacts()
        self._take(info)

    @property
    def capabilities(self) -> frozenset[Capability]:
        """Give what this streamer says it can."""
        return self._capabilities

    async def read_state(self) -> Reading:
        """Ask what it is and how it is; the time taken is that of the second answer."""
        return await self._read(fresh_s=INFO_FRESH_S)

    async def _read(self, *, fresh_s: float) -> Reading:
        async with time_limit(self._time_limit_s):
            if self._clock.steady_s() - self._told_at_s >= fresh_s:
                self._take(await self._streamer.info())
            asked_at_s = self._clock.steady_s()
            message = decode_state(await self._streamer.state())
            took_s = self._clock.steady_s() - asked_at_s
        self._latest_told = message.revision
        # Apart, with a limit of its own: who was read is not silent, however long this takes.
        await self._look()
        return Reading(
            state_of(message),
            self._facts,
            took_ms=took_s * 1000,
            asked_at_s=asked_at_s,
        )

    async def watch(self) -> AsyncGenerator[News, None]:
        """Give each event as it comes; ask from time to time where there are no events."""
        if Capability.EVENTS in self._capabilities:
            has_begun = False
            try:
                async with aclosing(self._events()) as events:
                    async for news in events:
                        has_begun = True
                        yield news
            except MalformedAnswer:
                # It may have no stream left for us: then it says so at once, by its status.
                if has_begun:
                    raise
            else:
                return
        self._is_polled = True
        fresh_s = INFO_FRESH_S
        while True:
            reading = await self._read(fresh_s=fresh_s)
            yield reading
            is_asleep = reading.state.is_asleep
            fresh_s = ASLEEP_ASKED_WHAT_S if is_asleep else INFO_FRESH_S
            is_moving = reading.state.playback in _MOVING and not is_asleep
            await self._clock.sleep(POLL_S if is_moving else POLL_IDLE_S)

    async def perform(self, command: Command) -> Reading | None:
        """Tell its owner's wish, over the pinned certificate alone; its answer says what it is."""
        # Imported here, as below: most streamers are but read.
        from altrabits_desktop.streamers.drivers.altrabits.commands import (
            capability_for,
            message_of,
        )

        if capability_for(command) not in self._capabilities:
            raise Refused("control.unsupported", command=type(command).__name__)
        message = message_of(command)
        answer = await self._sent("POST", COMMAND_PATH, encode(message))
        after = decode_state(answer.content)
        self._oldest_revision = max(self._oldest_revision, after.revision)
        if after.revision < self._latest_told:
            # Something newer is known already, or it counts anew: asking tells which.
            return None
        self._latest_told = after.revision
        return Reading(state_of(after), self._facts)

    async def tell(self, inquiry: Inquiry) -> Told:
        """Ask over the pinned certificate for what its owner alone is told."""
        from altrabits_desktop.streamers.drivers.altrabits.upkeep import (
            capability_to_tell,
            request_of,
            told_of,
        )

        if capability_to_tell(inquiry) not in self._capabilities:
            raise Refused("control.unsupported", command=type(inquiry).__name__)
        answer = await self._sent(*request_of(inquiry))
        return told_of(inquiry, answer.content)

    async def _sent(self, method: str, path: str, content: bytes) -> SecureAnswer:
        lane = self._streamer.owned_lane(self._secure_port)
        try:
            async with time_limit(self._time_limit_s):
                answer = await lane.send(method, path, content=content)
        except CertificateChanged:
            # What was seen here holds no longer.
            self._forget_look()
            raise
        refuse_failure(answer, known=OF_COMMANDS)
        return answer

    async def _look(self) -> None:
        """Look at the certificate of one that may be the person's, until it is seen.

        Where no stream holds the connection, it is looked at anew from time to time.
        """
        is_seen = bool(self._shown_pin[1])
        if (is_seen and not self._is_polled) or not self._streamer.has_pin:
            return
        if self._secure_port is None:
            # The person's has one. Who has none is another, or would be talked to in the clear.
            self._show_pin("")
            return
        now_s = self._clock.steady_s()
        if now_s - self._looked_at_s < (LOOK_ANEW_S if is_seen else LOOK_AGAIN_S):
            return
        self._looked_at_s = now_s
        address = self._streamer.address
        pin = await self._streamer.shown_pin(self._secure_port)
        if pin:
            self._in_vain.forget(address)
        elif self._in_vain.note(address, now_s=now_s) < LOOKS_IN_VAIN_MOST:
            return
        self._show_pin(pin)

    def _show_pin(self, pin: str) -> None:
        self._shown_pin = (self._streamer.address, pin)
        self._facts = replace(self._facts, shown_pin=self._shown_pin)

    def _forget_look(self) -> None:
        self._shown_pin, self._looked_at_s = NOTHING_SHOWN, float("-inf")
        self._facts = replace(self._facts, shown_pin=NOTHING_SHOWN)

    async def _events(self) -> AsyncGenerator[News, None]:
        reader = EventReader()
        latest: StreamerStateMessage | None = None
        # It may have been started anew since the last stream, and count from anywhere.
        self._oldest_revision = 0
        told_at_s = self._clock.steady_s()
        async with aclosing(self._streamer.event_lines()) as lines:
            async for line in lines:
                taken = reader.take(line)
                if isinstance(taken, Comment) or (taken and taken.name == STATE_EVENT):
                    told_at_s = self._clock.steady_s()
                elif self._clock.steady_s() - told_at_s > TELLS_NOTHING_MOST_S:
                    raise StreamerSilent("streamer.silent", address=self._streamer.address)
                if isinstance(taken, Comment):
                    known = self._facts
                    await self._take_changed()
                    # What was too early to be asked for with the state goes out with it now.
                    if self._facts == known or latest is None or self._is_old(latest):
                        yield StillThere()
                    else:
                        yield Reading(state_of(latest), self._facts)
                elif taken is not None and taken.name == STATE_EVENT:
                    message = latest = decode_state(taken.data)
                    self._told_revision = message.info_revision
                    await self._take_changed()
                    # One that was under way while a command was obeyed tells what was before.
                    is_old = self._is_old(message)
                    self._latest_told = message.revision
                    yield StillThere() if is_old else Reading(state_of(message), self._facts)

    def _is_old(self, message: StreamerStateMessage) -> bool:
        return message.revision < self._oldest_revision

    async def _take_changed(self) -> None:
        """Ask what it is, where its state says that this has changed; not all the time.

        Silence here says nothing: the stream itself tells whether it is there.
        """
        is_known = self._told_revision in self._known_revisions
        if is_known or not self._may_ask.take(self._clock.steady_s()):
            return
        info: InfoMessage | None = None
        with suppress(NotReachable, MalformedAnswer):
            async with time_limit(self._time_limit_s):
                info = await self._streamer.info()
        if info is not None:
            self._take(info)
            # One whose states count otherwise is asked again when they move, and not before.
            self._known_revisions |= {self._told_revision}

    def _take(self, info: InfoMessage) -> None:
        if info.id != self._id:
            raise MalformedAnswer("control_api.another_streamer")
        told = facts_of(info, base_url=self._streamer.base_url)
        if info.secure_port != self._secure_port:
            self._forget_look()
        self._facts = replace(told, shown_pin=self._shown_pin)
        self._capabilities = capabilities_of(info)
        self._known_revisions = frozenset({info.info_revision})
        self._secure_port = info.secure_port
        self._told_at_s = self._clock.steady_s()
