"""One virtual streamer: who it is, where it stands, what it does now and how it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.control_api import API_VERSION, InfoMessage, StreamerStateMessage
from altrabits_desktop.contract.firmware_api import FIRMWARE_CAPABILITY
from altrabits_desktop.simulator.claims import Claims
from altrabits_desktop.simulator.describing import FactsTold, info_of, state_of
from altrabits_desktop.simulator.faults import NO_FAULTS, Fault, Faults
from altrabits_desktop.simulator.firmware import Firmware
from altrabits_desktop.simulator.log_book import LogBook
from altrabits_desktop.simulator.lying import lied
from altrabits_desktop.simulator.opening import Setting, factory_of, opening_of
from altrabits_desktop.simulator.playing_along import played_along
from altrabits_desktop.simulator.resting import rested, rests_at_s
from altrabits_desktop.simulator.settings_document import document_of, with_document
from altrabits_desktop.simulator.shown_certificate import ShownCertificate
from altrabits_desktop.simulator.transport import ends_in_s, moved_on
from altrabits_desktop.simulator.turns import at_volume, paused, played
from altrabits_desktop.simulator.vitals import health_of, network_of

if TYPE_CHECKING:
    from altrabits_desktop.contract.control_upkeep import (
        HealthMessage,
        NetworkMessage,
        SettingsMessage,
    )
    from altrabits_desktop.simulator.firmware import Moment
    from altrabits_desktop.simulator.persona import Persona

CAPABILITIES = (
    *("state", "now_playing", "volume", "events"),
    *("control", "play_url", "skip", "seek", "set_volume", "mute", "input"),
    "hand_over",
    *("presets", "equaliser", "balance", "sleep_timer", "standby", "auto_standby", "light"),
    *("button_lock", "volume_maximum", "edit_inputs", "rename", "group"),
    *("network", "health", "logs", "settings"),
    FIRMWARE_CAPABILITY,
)
STARTING_ANEW = ("restart", "reset")
"""What a streamer can where somebody starts it anew."""


class StartAnew(Protocol):
    """Switches a streamer off and, after a while, on."""

    def __call__(
        self, streamer: VirtualStreamer, /, *, is_reset: bool, moment: Moment | None = None
    ) -> None:
        """Begin to do so; the answer to whoever asked goes first."""


class Timer(Protocol):
    """A call that is yet to come."""

    def cancel(self) -> None:
        """Call it off."""


CallLater = Callable[[float, Callable[[], None]], Timer]


class VirtualStreamer:
    """Holds the state of one streamer; the farm's loop owns it, no other thread touches it.

    Args:
        persona: who it is.
        address: IPv4 literal that it stands on.
        steady_s: clock that never jumps, in seconds.
        call_later: starts a function after some seconds, such as `loop.call_later`.
    """

    def __init__(
        self,
        persona: Persona,
        *,
        address: str,
        steady_s: Callable[[], float],
        call_later: CallLater,
    ) -> None:
        self.persona = persona
        self.address = address
        self.control_port = 0
        self.secure_port = 0
        self.claims = Claims(steady_s, streamer_id=persona.id)
        self.certificate = ShownCertificate(persona.host_name)
        self.faults: Faults = NO_FAULTS
        self.random = Random(persona.number)  # noqa: S311 # nothing secret comes of it
        """For what a broken one does by chance."""
        self.is_away = False
        """Whether it is starting anew."""
        self.start_anew: StartAnew | None = None
        self.renamed: Callable[[VirtualStreamer], None] | None = None
        """Called when it has another name or room."""
        self.siblings: Callable[[], Iterable[VirtualStreamer]] = tuple
        """Gives all that may play along with each other, itself among them."""
        self.log = LogBook(steady_s)
        self.restarts = 0
        self._born = persona
        self.firmware = Firmware(persona.firmware, product=persona.product, trusted=frozenset())
        self._steady_s = steady_s
        self._call_later = call_later
        self._setting = opening_of(persona.order, now_s=steady_s())
        self._revision = self._info_revision = 1
        self._listeners: list[Callable[[], None]] = []
        self._next: Timer | None = None
        self.log.write("started")
        self._await_next()

    @property
    def is_silent(self) -> bool:
        """Whether it answers nothing at all."""
        return self.is_away or Fault.SILENT in self.faults

    @property
    def first_name(self) -> str:
        """Give the name that it came with, whatever somebody called it since."""
        return self._born.name

    @property
    def has_control_api(self) -> bool:
        """Whether it has more than today's firmware."""
        return Fault.ANNOUNCE_ONLY not in self.faults

    @property
    def is_on_mdns(self) -> bool:
        """Whether it tells of itself by mDNS."""
        return self.has_control_api and not self.is_silent

    @property
    def control_url(self) -> str | None:
        """Give the base address of the control API; None where it has none."""
        if not self.has_control_api:
            return None
        return f"http://{self.address}:{self.control_port}/api/v{API_VERSION}"

    @property
    def capabilities(self) -> tuple[str, ...]:
        """Give what it can."""
        return CAPABILITIES if self.start_anew is None else CAPABILITIES + STARTING_ANEW

    @property
    def setting(self) -> Setting:
        """Give its setting, the transport up to this instant."""
        now_s = self._steady_s()
        return replace(self._setting, transport=moved_on(self._setting.transport, now_s))

    def info(self) -> InfoMessage:
        """Give what it is."""
        told = FactsTold(self.capabilities, self.secure_port, self._info_revision)
        return info_of(self.persona, self._setting.kept, told)

    def state(self) -> StreamerStateMessage:
        """Give how it is now, the position up to this instant."""
        return state_of(
            played_along(self.setting, self._leading()),
            revision=self._revision,
            info_revision=self._info_revision,
            now_s=self._steady_s(),
        )

    def told_state(self) -> StreamerStateMessage:
        """Give how it says that it is."""
        state = self.state()
        return lied(state, self.random) if Fault.LIES_ABOUT_STATE in self.faults else state

    def change(self, turn: Callable[[Setting], Setting]) -> None:
        """Change its setting; everybody who listens is told once.

        Args:
            turn: gives the new setting from the present one, whose transport is up to now.
        """
        before = self.setting
        self._setting = replace(turn(before), idle_since_s=self._steady_s())
        if self._setting.kept != before.kept:
            self._info_revision += 1
        self._tell()

    def rename(self, name: str | None, room: str | None) -> None:
        """Be called and stand otherwise from now on; what is None stays."""
        self.persona = replace(
            self.persona,
            name=self.persona.name if name is None else name,
            room=self.persona.room if room is None else room,
        )
        self._info_revision += 1
        self._tell()
        if self.renamed is not None:
            self.renamed(self)

    def settings(self) -> SettingsMessage:
        """Give all settings in one document."""
        return document_of(self.persona, self._setting)

    def network(self) -> NetworkMessage:
        """Give how it stands in the network."""
        return network_of(self.persona, address=self.address, now_s=self._steady_s())

    def health(self) -> HealthMessage:
        """Give how it is doing."""
        return health_of(
            self.persona,
            uptime_s=self.log.uptime_s,
            restarts=self.restarts,
            is_full=Fault.FULL in self.faults,
        )

    def take_settings(self, document: SettingsMessage) -> None:
        """Take on all of a document.

        Raises:
            Problem: 422 `settings.refused`; nothing was changed.
        """
        self.change(lambda setting: with_document(setting, document))
        if document.name is not None or document.room is not None:
            self.rename(document.name, document.room)

    def be_started(self, *, is_reset: bool, moment: Moment | None = None) -> None:
        """Begin anew, as after the power was off; or as it came from the factory.

        Args:
            is_reset: as it came from the factory.
            moment: of an update at which the power went; None for no such loss.
        """
        if moment is None:
            self.firmware.restart()
        else:
            self.firmware.lose_power(moment)
        self.persona = replace(self.persona, firmware=self.firmware.memory.version)
        self.claims.restart()
        self.restarts += 1
        now_s = self._steady_s()
        if is_reset:
            self.claims.release()
            self.certificate.renew()
            self.log.clear()
            self.restarts = 0
            self.persona = replace(self.persona, name=self._born.name, room=self._born.room)
            self._setting = factory_of(now_s=now_s)
        else:
            self._setting = replace(self.setting, sleep_at_s=None, idle_since_s=now_s)
        self.log.begin_anew("started with factory settings" if is_reset else "started again")
        self._revision, self._info_revision = 0, self._info_revision + 1
        self._tell()

    def play(self) -> None:
        """Go on, or begin, and wake up for it."""
        self.change(played)

    def pause(self) -> None:
        """Stay where it is."""
        self.change(paused)

    def set_volume(self, volume: int) -> None:
        """Set the volume, 0 to 100, within its maximum."""
        self.change(lambda setting: at_volume(setting, volume))

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after each change; the answer ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Call off what is yet to come."""
        if self._next is not None:
            self._next.cancel()
            self._next = None

    def tell_anew(self) -> None:
        """Tell everybody who listens; what it plays along with has changed."""
        self._revision += 1
        for listener in tuple(self._listeners):
            listener()

    def _leading(self) -> Setting | None:
        """Give the setting of the one that it plays along with, where that lets it."""
        mine = self.persona.id
        for each in self.siblings():
            is_led = each.persona.id == self._setting.leader and not each.is_silent
            if is_led and mine in each.setting.members:
                return each.setting
        return None

    def _tell(self) -> None:
        self._await_next()
        self.tell_anew()
        for each in self.siblings():
            if each.setting.leader == self.persona.id:
                each.tell_anew()

    def _await_next(self) -> None:
        self.close()
        now_s = self._steady_s()
        rest_s = ends_in_s(self._setting.transport, now_s)
        rests_s = rests_at_s(self._setting)
        waits = [] if rest_s is None else [rest_s]
        if rests_s is not None:
            waits.append(rests_s - now_s)
        if waits:
            self._next = self._call_later(max(0.0, min(waits)), self._go_on)

    def _go_on(self) -> None:
        """Begin the next piece, or go to standby; nobody has told it to."""
        before = self.setting
        self._setting = rested(before, self._steady_s())
        if self._setting.is_asleep and not before.is_asleep:
            self.log.write("went to standby by itself")
        self._tell()
