"""Simulated streamers for tests: they come, go, move and break when a test says so."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, TypeVar

from altrabits_desktop.qa.apart import APART
from altrabits_desktop.simulator.farm import FarmPlan
from altrabits_desktop.simulator.faults import NO_FAULTS, Fault
from altrabits_desktop.simulator.http_door import HttpLimits
from altrabits_desktop.simulator.thread import FarmThread

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from altrabits_desktop.contract.control_api import StreamerStateMessage
    from altrabits_desktop.simulator.farm import Farm
    from altrabits_desktop.simulator.streamer import VirtualStreamer

FAULTS = {
    Fault.SILENT: "answers nothing; connections are taken and left hanging",
    Fault.SLOW: "answers HTTP after two seconds",
    Fault.GARBAGE: "says malformed things: datagrams, JSON, events",
    Fault.DOUBLED_MAC: "has the MAC of the first streamer, and an id of its own",
    Fault.NEW_ADDRESS: "moves to another address some seconds after it started",
    Fault.NEW_CERTIFICATE: "shows another certificate to each secure connection",
    Fault.WRONG_CERTIFICATE: "shows one certificate that is not its own, always the same",
    Fault.HALF_ANSWER: "ends each connection in the middle of the answer",
    Fault.REFUSES: "says no to every command and to settings",
    Fault.REBOOTS: "starts anew from time to time, and is away for three seconds each time",
    Fault.FULL: "has no stream of events left, and no room for a preset or settings",
    Fault.LIES_ABOUT_STATE: "says that it plays, sounds and counts otherwise than it does",
    Fault.ANNOUNCE_ONLY: "has only what today's firmware has: Announce, and a page",
    Fault.NO_UPDATE: "refuses every update",
    Fault.NO_SPACE: "has no room for an update",
    Fault.BAD_MEMORY: "keeps another image than it was given",
    Fault.ON_BATTERY: "runs on its battery, and installs no update meanwhile",
    Fault.UNSTEADY_POWER: "has a supply that drops now and then, and installs no update meanwhile",
    Fault.POWER_AT_BEGIN: "loses its power once, as an update begins",
    Fault.POWER_AT_UPLOAD: "loses its power once, in the middle of an upload",
    Fault.POWER_AT_VERIFY: "loses its power once, while it verifies an image",
    Fault.POWER_AT_INSTALL: "loses its power once, as an update is to be installed",
    Fault.POWER_AT_RESTART: "loses its power once, in the first start of new firmware",
}
"""Every way in which a streamer of a farm may be broken, by name."""

SCRIPT_STEPS = {
    "fault NAME": "it breaks in this way, beside others",
    "mend NAME": "it is broken in this way no longer",
    "move": "it gets the next address of the farm",
    "restart": "its power is cut for a moment",
    "reset": "it becomes as it came from the factory",
    "press": "somebody presses its button",
    "play": "somebody lets it play",
    "pause": "somebody lets it pause",
    "sleep": "it goes to standby",
    "volume N": "somebody sets its volume, 0 to 100",
    "name TEXT": "somebody gives it another name",
}
"""Every step of a script of `altrabits simulate`, with its value."""

FIRST_ADDRESS = "127.30.0.2"
"""Not where `altrabits simulate` begins, so that one may run beside the tests: a streamer is also
knocked at on port 80, which a farm of a test leaves alone."""

SLOW_S = 2.0
"""How long a slow streamer thinks: the window holds what it was told for 5 s, and where three of
them share two cores the rest is to be enough for all that comes after."""

Result = TypeVar("Result")


class StreamerFarm:
    """Streamers on loopback, on a thread and an Announce port of their own.

    Nothing that runs beside the test hears them, and they disturb nothing: no port of the real
    protocol is used, and no mDNS. Every method blocks until it is done (some milliseconds).

    A streamer that the app gave another name is meant by its new one and, while no other has it,
    by the one it came with: when the app tells it so is not the test's to know.

    Args:
        first_address: of the first streamer; the others count up.
    """

    def __init__(self, first_address: str = FIRST_ADDRESS) -> None:
        self.announce_port = free_port()
        self._plan = FarmPlan(
            first_address=first_address,
            announce_port=self.announce_port,
            http_port=0,
            secure_port=0,
            has_mdns=False,
            restart_s=0.5,
            limits=HttpLimits(slow_s=SLOW_S),
        )
        self._thread: FarmThread | None = None

    @property
    def names(self) -> list[str]:
        """Give the names of all streamers, in the order they came."""
        return [streamer.persona.name for streamer in self._streamers()]

    def start(self, count: int = 3, *, faults: Iterable[str] = ()) -> None:
        """Start so many streamers, which know their names, rooms and music.

        Args:
            count: 1 or more.
            faults: shared out from the last streamer backwards; by the names of `FAULTS`.

        Raises:
            ValueError: a fault that there is not.
            RuntimeError: it runs already.
        """
        if self._thread is not None:
            message = "the farm runs already; `add` plugs in one more"
            raise RuntimeError(message)
        broken = _read_faults(faults)
        self._thread = FarmThread(self._plan, count=count, faults=broken, name=f"{APART} farm")

    def add(self, name: str, *, faults: Iterable[str] = ()) -> None:
        """Plug in one more, called anything at all."""
        broken = frozenset(_read_faults(faults))
        self._do(lambda farm: farm.add(name=name, faults=broken))

    def id_of(self, name: str) -> str:
        """Give the id under which a streamer is listed, as `altrabits discover` prints it."""
        return f"mac-{self._named(name).persona.mac.hex()}"

    def address_of(self, name: str) -> str:
        """Give where a streamer stands."""
        return self._named(name).address

    def port_of(self, name: str) -> int:
        """Give the TCP port where a streamer's control API and its own page are."""
        return self._named(name).control_port

    def fall_silent(self, name: str) -> None:
        """Let a streamer answer nothing any more, as without power."""
        streamer = self._named(name)
        self._do(lambda farm: farm.set_faults(streamer, frozenset({Fault.SILENT})))

    def come_back(self, name: str, *, is_moved: bool = False) -> None:
        """Let a silent streamer answer again, at the same address or at a new one."""
        streamer = self._named(name)
        self._do(lambda farm: farm.set_faults(streamer, NO_FAULTS))
        if is_moved:
            self._do(lambda farm: farm.move(streamer))

    def set_faults(self, name: str, faults: Iterable[str]) -> None:
        """Break a streamer from now on in these ways and in no other; mend it with none.

        Args:
            name: of the streamer.
            faults: as for `start`.
        """
        streamer, broken = self._named(name), frozenset(_read_faults(faults))
        self._do(lambda farm: farm.set_faults(streamer, broken))

    def state_of(self, name: str) -> StreamerStateMessage:
        """Give how a streamer is by its own word, past any window: its `volume` and the rest."""
        streamer = self._named(name)

        async def look(_farm: Farm) -> StreamerStateMessage:
            return streamer.state()

        return self._do(look)

    def set_volume(self, name: str, volume: int) -> None:
        """Turn a streamer's volume, as by its own knob."""
        streamer = self._named(name)

        async def turn(_farm: Farm) -> None:
            streamer.set_volume(volume)

        self._do(turn)

    def code_of(self, name: str) -> str:
        """Give the code that a streamer shows while somebody claims it; empty when none is."""
        streamer = self._named(name)

        async def look(_farm: Farm) -> str:
            return streamer.claims.shown_code

        return self._do(look)

    def ask_nothing(self, name: str) -> None:
        """Let a streamer be claimed without a code, as if its button were pressed each time."""
        streamer = self._named(name)

        async def change(_farm: Farm) -> None:
            streamer.claims.is_auto_confirm = True

        self._do(change)

    def press(self, name: str) -> None:
        """Press the button on a streamer."""
        streamer = self._named(name)

        async def press(_farm: Farm) -> None:
            streamer.claims.press()

        self._do(press)

    def certificate_of(self, name: str) -> str:
        """Give the SHA-256 of the certificate that a streamer shows, in hex."""
        return self._named(name).certificate.fingerprint

    def show_another_certificate(self, name: str) -> None:
        """Let a streamer show another certificate from now on, as an impostor would."""
        streamer = self._named(name)

        async def renew(_farm: Farm) -> None:
            streamer.certificate.renew()

        self._do(renew)

    def give_up_secure_port(self, name: str) -> None:
        """Let a streamer say that it has no secure port any more, as an impostor might."""
        streamer = self._named(name)

        async def give_up(_farm: Farm) -> None:
            streamer.secure_port = 0

        self._do(give_up)

    def trust_firmware(self, key: str) -> None:
        """Let all streamers take firmware that the holder of a key has signed.

        Args:
            key: public, as `altrabits server firmware key` prints it.
        """

        async def trust(farm: Farm) -> None:
            for streamer in farm.streamers:
                streamer.firmware.trusted = frozenset({key})

        self._do(trust)

    def firmware_of(self, name: str) -> str:
        """Give the version of the firmware that a streamer runs."""
        streamer = self._named(name)

        async def look(_farm: Farm) -> str:
            return streamer.firmware.memory.version

        return self._do(look)

    def switch_off_and_on(self, name: str) -> None:
        """Cut the power of a streamer for a moment: no claim is under way after that."""
        streamer = self._named(name)

        async def restart(_farm: Farm) -> None:
            streamer.claims.restart()

        self._do(restart)

    def start_anew(self, name: str, *, is_reset: bool = False) -> None:
        """Switch a streamer off and on, or reset it: it is away for half a second."""
        streamer = self._named(name)
        self._do(lambda farm: farm.restart(streamer, is_reset=is_reset))

    def stop(self) -> None:
        """End all streamers."""
        if self._thread is not None:
            self._thread.stop()
            self._thread = None

    def _named(self, name: str) -> VirtualStreamer:
        streamers = self._streamers()
        called = [one for one in streamers if one.persona.name == name]
        came_as = [one for one in streamers if one.first_name == name]
        found = next(iter(called + came_as), None)
        if found is None:
            names = ", ".join(one.persona.name for one in streamers)
            message = f"there is no streamer {name}; there are {names}"
            raise LookupError(message)
        return found

    def _streamers(self) -> tuple[VirtualStreamer, ...]:
        async def streamers(farm: Farm) -> tuple[VirtualStreamer, ...]:
            return farm.streamers

        return self._do(streamers)

    def _do(self, action: Callable[[Farm], Awaitable[Result]]) -> Result:
        if self._thread is None:
            message = "the farm was not started"
            raise RuntimeError(message)
        return self._thread.call(action)


def _read_faults(names: Iterable[str]) -> list[Fault]:
    """Read faults by their names.

    Raises:
        ValueError: there is none of a name.
    """
    asked = list(names)
    for name in asked:
        if name not in FAULTS:
            message = f"there is no fault {name}; there are {', '.join(FAULTS)}"
            raise ValueError(message)
    return [Fault(name) for name in asked]


def free_port() -> int:
    """Give a UDP port that nobody holds at this moment."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
