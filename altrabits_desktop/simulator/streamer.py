"""One virtual streamer: who it is, where it stands, what it does now and how it is broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.control_api import API_VERSION, InfoMessage, StreamerStateMessage
from altrabits_desktop.contract.firmware_api import FIRMWARE_CAPABILITY
from altrabits_desktop.simulator.claims import Claims
from altrabits_desktop.simulator.faults import NO_FAULTS, Fault, Faults
from altrabits_desktop.simulator.firmware import Firmware
from altrabits_desktop.simulator.opening import Setting, opening_of
from altrabits_desktop.simulator.shown_certificate import ShownCertificate
from altrabits_desktop.simulator.transport import ends_in_s, moved_on, now_playing
from altrabits_desktop.simulator.turns import at_volume, paused, played, stopped

if TYPE_CHECKING:
    from altrabits_desktop.simulator.firmware import Moment
    from altrabits_desktop.simulator.persona import Persona

CAPABILITIES = (
    *("state", "now_playing", "volume", "events"),
    *("control", "play_url", "skip", "seek", "set_volume", "mute", "input"),
    FIRMWARE_CAPABILITY,
)


def _stay(_moment: Moment | None) -> None:
    """Go on: nobody switches it."""


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
        self.firmware = Firmware(persona.firmware, product=persona.product, trusted=frozenset())
        self.restart: Callable[[Moment | None], None] = _stay
        """Switches it off and on, soon, after an answer; by a loss of power where one is named."""
        self._steady_s = steady_s
        self._call_later = call_later
        self._setting = opening_of(persona.order, now_s=steady_s())
        self._revision = 1
        self._listeners: list[Callable[[], None]] = []
        self._next_piece: Timer | None = None
        self._await_next_piece()

    @property
    def is_silent(self) -> bool:
        """Whether it answers nothing at all."""
        return Fault.SILENT in self.faults

    @property
    def has_control_api(self) -> bool:
        """Whether it has more than today's firmware."""
        return Fault.ANNOUNCE_ONLY not in self.faults

    @property
    def control_url(self) -> str | None:
        """Give the base address of the control API; None where it has none."""
        if not self.has_control_api:
            return None
        return f"http://{self.address}:{self.control_port}/api/v{API_VERSION}"

    def info(self) -> InfoMessage:
        """Give what it is."""
        return InfoMessage(
            id=self.persona.id,
            name=self.persona.name,
            product=self.persona.product,
            api_version=API_VERSION,
            mac=self.persona.mac_text,
            room=self.persona.room,
            firmware=self.firmware.memory.version,
            capabilities=CAPABILITIES,
            inputs=self.persona.inputs,
            secure_port=self.secure_port or None,
        )

    def state(self) -> StreamerStateMessage:
        """Give how it is now, the position up to this instant."""
        now_s = self._steady_s()
        setting = self._setting
        transport = moved_on(setting.transport, now_s)
        return StreamerStateMessage(
            playback=transport.playback,
            revision=self._revision,
            now_playing=now_playing(transport, now_s),
            volume=setting.volume,
            volume_maximum=setting.volume_maximum,
            is_muted=setting.is_muted,
            input=setting.input,
            is_asleep=setting.is_asleep,
        )

    def change(self, turn: Callable[[Setting], Setting]) -> None:
        """Change its setting; everybody who listens is told once.

        Args:
            turn: gives the new setting from the present one, whose transport is up to now.
        """
        now_s = self._steady_s()
        present = replace(self._setting, transport=moved_on(self._setting.transport, now_s))
        self._setting = turn(present)
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

    def start_again(self, moment: Moment | None = None) -> None:
        """Be switched on again; after a loss of power where its moment is named."""
        if moment is None:
            self.firmware.restart()
        else:
            self.firmware.lose_power(moment)
        self.claims.restart()
        self._revision = 0
        self.change(stopped)

    def close(self) -> None:
        """Call off what is yet to come."""
        if self._next_piece is not None:
            self._next_piece.cancel()
            self._next_piece = None

    def _tell(self) -> None:
        self._revision += 1
        self._await_next_piece()
        for listener in tuple(self._listeners):
            listener()

    def _await_next_piece(self) -> None:
        self.close()
        rest_s = ends_in_s(self._setting.transport, self._steady_s())
        if rest_s is not None:
            self._next_piece = self._call_later(max(0.0, rest_s), self._begin_next_piece)

    def _begin_next_piece(self) -> None:
        self.change(lambda setting: setting)
