"""A farm: many virtual streamers on one loop, each at an address of its own."""

from __future__ import annotations

import asyncio
import logging
import socket
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import AltraBitsError, Refused
from altrabits_desktop.simulator.addresses import (
    FIRST_ADDRESS,
    Endpoint,
    Spots,
    card_of,
    checked_address,
    own_networks,
)
from altrabits_desktop.simulator.announce import ANNOUNCE_PORT
from altrabits_desktop.simulator.announcing import Announcing
from altrabits_desktop.simulator.descriptors import make_room_for
from altrabits_desktop.simulator.faults import NO_FAULTS, Fault, Faults, allot
from altrabits_desktop.simulator.firmware import Moment
from altrabits_desktop.simulator.front import Front, Ports
from altrabits_desktop.simulator.http_door import HttpLimits
from altrabits_desktop.simulator.mdns import MdnsResponder
from altrabits_desktop.simulator.persona import Persona, mac_of, persona
from altrabits_desktop.simulator.standing import Standing
from altrabits_desktop.simulator.streamer import VirtualStreamer

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence

logger = logging.getLogger(__name__)

ANSWER_FIRST_S = 0.1
"""From a command that starts a streamer anew until it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FarmPlan:
    """How a farm stands in its network."""

    first_address: str = FIRST_ADDRESS
    """IPv4 literal of the first streamer; the others count up from it."""
    announce_port: int = ANNOUNCE_PORT
    """0 gives each streamer a free one, for the demo."""
    http_port: int = 80
    """Where it cannot be had, a streamer takes a free one; 0 asks for a free one at once."""
    secure_port: int = 443
    """The same for HTTPS."""
    is_auto_confirm: bool = False
    """Whether a press at once makes every claim good, without a code."""
    has_mdns: bool = True
    announce_to: Endpoint | None = None
    """The demo's listener: everything is said to it alone, by unicast."""
    move_after_s: float = 5.0
    """When a streamer with the fault `new-address` moves."""
    restart_s: float | None = 3.0
    """How long a streamer that is started anew does not answer; None where that cannot be asked."""
    firmware_keys: frozenset[str] = frozenset()
    """Whose signatures of firmware are taken."""
    reboot_after_s: float = 15.0
    """About how long a streamer with the fault `reboots` runs each time."""
    seed: int = 0
    """Of all that broken streamers do by chance: the same from the same seed."""
    limits: HttpLimits = field(default_factory=HttpLimits)


class Farm:
    """Opens, changes and closes virtual streamers; all calls on the loop that made it."""

    def __init__(self, plan: FarmPlan | None = None) -> None:
        self.plan = plan or FarmPlan()
        self.mdns_error = ""
        """The system's words, where mDNS is not to be had on the card."""
        self._loop = asyncio.get_running_loop()
        self._spots = _spots_of(self.plan)
        self._announcing = Announcing(
            card=self._spots.card,
            port=self.plan.announce_port,
            announce_to=self.plan.announce_to,
        )
        self._mdns = MdnsResponder(self._spots.card.own_address)
        self._standing = Standing(port=self.plan.announce_port)
        self._fronts: dict[str, Front] = {}
        self._streamers: dict[str, VirtualStreamer] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._rebooting: set[str] = set()
        self._next_place = 0

    @property
    def streamers(self) -> tuple[VirtualStreamer, ...]:
        """Give all streamers, in the order they came."""
        return tuple(self._streamers.values())

    @property
    def _wanted_ports(self) -> Ports:
        return Ports(self.plan.http_port, self.plan.secure_port)

    async def start(
        self, count: int = 3, *, name: str | None = None, faults: Sequence[Fault] = ()
    ) -> None:
        """Open the farm and its first streamers; 250 take about a second.

        Args:
            count: how many.
            name: instead of their own names; with more than one, a number follows it.
            faults: shared out by `faults.allot`.

        Raises:
            PortTaken: `simulate.port_taken`: another program holds the Announce port alone.
            Refused: `simulate.address_missing`: a streamer's address is not this computer's.
            Conflict: `simulate.address_simulated`: a streamer of another farm has it.
            WrongUsage: `simulate.too_many`, `simulate.fault_needs_two`.
        """
        make_room_for(count)
        shares = allot(faults, count=count)
        try:
            await self._announcing.open()
            for place, share in enumerate(shares):
                named = name if name is None or count == 1 else f"{name} {place + 1}"
                await self._stand_up(self._new_persona(named), faults=share)
        except AltraBitsError:
            await self.stop()
            raise
        logger.info("streamers stand: %d", count)
        await self._open_mdns()
        for streamer in self.streamers:
            self._announcing.announce(streamer)

    async def add(self, *, name: str | None = None, faults: Faults = NO_FAULTS) -> VirtualStreamer:
        """Plug in one more streamer, on the next address; raises like `start`."""
        streamer = await self._stand_up(self._new_persona(name), faults=faults)
        self._announcing.announce(streamer)
        await self._mdns.register((streamer,))
        return streamer

    async def remove(self, streamer: VirtualStreamer, *, is_goodbye: bool = False) -> None:
        """Unplug a streamer; a cut cable says nothing, `is_goodbye` speaks by mDNS before."""
        del self._streamers[streamer.persona.id]
        streamer.close()
        self._announcing.leave(streamer)
        await self._mdns.unregister(streamer, is_goodbye=is_goodbye)
        await self._fronts.pop(streamer.persona.id).close()

    async def move(self, streamer: VirtualStreamer, address: str | None = None) -> None:
        """Give a streamer another address; it announces itself there.

        Args:
            streamer: one of the farm.
            address: IPv4 literal; None takes the next of the farm.

        Raises:
            Refused: `simulate.address_missing`; it stays where it was.
            Conflict: `simulate.address_simulated`; it stays too.
        """
        new_address = address or self._spots.address(self._take_place())
        self._take(new_address)
        front = Front(streamer, self.plan.limits)
        ports = await front.open(new_address, wanted=self._wanted_ports)
        try:
            await self._announcing.move(streamer, new_address)
        except AltraBitsError:
            await front.close()
            raise
        await self._fronts[streamer.persona.id].close()
        self._fronts[streamer.persona.id] = front
        streamer.control_port, streamer.secure_port = ports
        logger.info("a streamer moved")
        self._announcing.announce(streamer)
        if streamer.is_on_mdns:
            await self._mdns.update(streamer)

    async def restart(
        self,
        streamer: VirtualStreamer,
        *,
        is_reset: bool = False,
        moment: Moment | None = None,
    ) -> None:
        """Switch a streamer off and on; returns when it answers again, at the same ports.

        Args:
            streamer: one of the farm.
            is_reset: it comes back as from the factory: nobody's, with another certificate.
            moment: of an update at which it loses its power; None for no such loss.
        """
        if streamer.is_away:
            return
        streamer.is_away = True
        identity = streamer.persona.id
        front = self._fronts[identity]
        await self._mdns.unregister(streamer, is_goodbye=False)
        await front.close()
        await asyncio.sleep(self.plan.restart_s or 0.0)
        if identity not in self._streamers:
            return
        streamer.is_away = False
        streamer.be_started(is_reset=is_reset, moment=moment)
        if self._fronts[identity] is front:
            # Where it was moved meanwhile, it stands at its new place already.
            self._fronts[identity] = anew = Front(streamer, self.plan.limits)
            wanted = Ports(streamer.control_port, streamer.secure_port)
            streamer.control_port, streamer.secure_port = await _to_its_end(
                anew.open(streamer.address, wanted=wanted)
            )
        self._announcing.announce(streamer)
        await self._mdns.register((streamer,))

    async def set_faults(self, streamer: VirtualStreamer, faults: Faults) -> None:
        """Break or mend a streamer from now on; it says nothing of it by itself."""
        streamer.faults = faults
        streamer.persona = self._claimed(streamer.persona, faults)
        await self._mdns.unregister(streamer, is_goodbye=False)
        await self._mdns.register((streamer,))
        self._be_broken(streamer)

    def announce_endpoint(self, streamer: VirtualStreamer) -> Endpoint:
        """Give where a streamer takes Announce requests that are meant for it alone."""
        return self._announcing.endpoint(streamer)

    async def stop(self) -> None:
        """Close everything; within half a second, or a second with mDNS."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._announcing.close()
        for streamer in self.streamers:
            streamer.close()
        self._streamers.clear()
        await asyncio.gather(*(front.close() for front in self._fronts.values()))
        self._fronts.clear()
        await self._mdns.close()
        self._standing.leave_all()
        logger.info("the farm is closed")

    def _new_persona(self, name: str | None) -> Persona:
        place = self._next_place
        return persona(self._spots.number(place), order=self._spots.order(place), name=name)

    def _take_place(self) -> int:
        place = self._next_place
        self._next_place += 1
        return place

    async def _stand_up(self, who: Persona, *, faults: Faults) -> VirtualStreamer:
        streamer = VirtualStreamer(
            self._claimed(who, faults),
            address=self._spots.address(self._take_place()),
            steady_s=self._loop.time,
            call_later=self._loop.call_later,
        )
        streamer.faults = faults
        self._take(streamer.address)
        # What is broken by chance is to be the same again.
        streamer.random = Random(f"{self.plan.seed}:{who.number}")  # noqa: S311
        streamer.claims.is_auto_confirm = self.plan.is_auto_confirm
        streamer.renamed = self._tell_name
        streamer.siblings = self._streamers.values
        if self.plan.restart_s is not None:
            streamer.start_anew = self._start_anew
        streamer.firmware.trusted = self.plan.firmware_keys
        front = Front(streamer, self.plan.limits)
        streamer.control_port, streamer.secure_port = await front.open(
            streamer.address, wanted=self._wanted_ports
        )
        self._streamers[who.id] = streamer
        self._fronts[who.id] = front
        await self._announcing.join(streamer)
        self._be_broken(streamer)
        return streamer

    def _be_broken(self, streamer: VirtualStreamer) -> None:
        """Begin what its faults do by themselves."""
        streamer.certificate.is_fickle = Fault.NEW_CERTIFICATE in streamer.faults
        streamer.certificate.be_wrong(is_wrong=Fault.WRONG_CERTIFICATE in streamer.faults)
        if Fault.NEW_ADDRESS in streamer.faults:
            self._launch(self._move_later(streamer))
        if Fault.REBOOTS in streamer.faults and streamer.persona.id not in self._rebooting:
            self._rebooting.add(streamer.persona.id)
            self._launch(self._keep_rebooting(streamer))

    async def _keep_rebooting(self, streamer: VirtualStreamer) -> None:
        try:
            while Fault.REBOOTS in streamer.faults and streamer.persona.id in self._streamers:
                await asyncio.sleep(self.plan.reboot_after_s * (0.5 + streamer.random.random()))
                if Fault.REBOOTS in streamer.faults and streamer.persona.id in self._streamers:
                    await self.restart(streamer)
        finally:
            self._rebooting.discard(streamer.persona.id)

    def _start_anew(
        self, streamer: VirtualStreamer, /, *, is_reset: bool, moment: Moment | None = None
    ) -> None:
        self._launch(self._restart_soon(streamer, is_reset=is_reset, moment=moment))

    async def _restart_soon(
        self, streamer: VirtualStreamer, *, is_reset: bool, moment: Moment | None
    ) -> None:
        if moment in {None, Moment.RESTART}:
            # It has answered before it goes; any other loss of power waits for nobody.
            await asyncio.sleep(ANSWER_FIRST_S)
        if streamer.persona.id in self._streamers:
            await self.restart(streamer, is_reset=is_reset, moment=moment)

    def _tell_name(self, streamer: VirtualStreamer) -> None:
        self._announcing.announce(streamer)
        if streamer.is_on_mdns:
            self._launch(self._mdns.update(streamer))

    def _take(self, address: str) -> None:
        # Where each streamer has ports of its own, as in the demo, they get on beside each other.
        if self.plan.announce_port and not self._spots.is_by_port:
            self._standing.take(address)

    def _claimed(self, who: Persona, faults: Faults) -> Persona:
        """Give who a streamer says that it is."""
        if Fault.DOUBLED_MAC not in faults:
            return replace(who, mac=mac_of(who.number))
        return replace(who, mac=self.streamers[0].persona.mac)

    async def _open_mdns(self) -> None:
        if not self.plan.has_mdns:
            return
        try:
            await self._mdns.open()
        except OSError as error:
            self.mdns_error = error.strerror or str(error)
            logger.info("mdns is not to be had")
            return
        logger.info("mdns is open")
        self._launch(self._mdns.register(self.streamers))

    async def _move_later(self, streamer: VirtualStreamer) -> None:
        await asyncio.sleep(self.plan.move_after_s)
        if streamer.persona.id not in self._streamers:
            return
        try:
            await self.move(streamer)
        except AltraBitsError as error:
            logger.warning("a streamer cannot move: %s", error.code)

    def _launch(self, coroutine: Coroutine[object, object, None]) -> None:
        task = self._loop.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _to_its_end(opening: Coroutine[object, object, Ports]) -> Ports:
    """Wait for ports to be open, also when the farm ends meanwhile: half open ones stay so."""
    task = asyncio.ensure_future(opening)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise


def _spots_of(plan: FarmPlan) -> Spots:
    first = checked_address(plan.first_address)
    card = card_of(first, own=() if first.startswith("127.") else own_networks())
    if can_stand_on(first):
        return Spots(first, card)
    if not card.network.is_loopback:
        raise Refused("simulate.address_missing", address=first)
    return Spots(first, card, is_by_port=True)


def can_stand_on(address: str) -> bool:
    """Tell whether this computer has an address."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((address, 0))
        except OSError:
            return False
    return True
