"""A shop in memory: its streamers, its kiosk, and a clock that a test moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argon2 import PasswordHasher

from altrabits_desktop.actions.kiosk import Kiosk
from altrabits_desktop.actions.staff_pin import StaffPin
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    Command,
    Pause,
    Play,
    SelectInput,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded
from altrabits_desktop.contract.kiosk import KioskSetup, SetState
from altrabits_desktop.contract.streamers import (
    Origin,
    Playback,
    Streamer,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.runtime.kiosk_files import KioskFiles
from altrabits_desktop.runtime.passwords import Passwords, Strength
from altrabits_desktop.runtime.paths import Profile
from tests.fakes.clock import FakeClock
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from altrabits_desktop.runtime.changes import Changes

WEAK = Strength(memory_mib=1, passes=1, lanes=1)
PIN = "384719"
EVERYTHING = frozenset(Capability)
SET = StreamerState(
    playback=Playback.PAUSED, volume=28, volume_maximum=80, is_muted=False, input_name="Network"
)
_PLAYBACK = {Play: Playback.PLAYING, Pause: Playback.PAUSED, Stop: Playback.STOPPED}


def shop_streamer(number: int, **known: object) -> Streamer:
    """Give a streamer of the shop, as it is to be."""
    plain = a_streamer(
        number,
        is_owned=True,
        owned_id=f"own{number}",
        state=SET,
        capabilities=EVERYTHING,
    )
    return replace(plain, **known)  # type: ignore[arg-type] # any field


def set_state(number: int) -> SetState:
    """Give how such a one is to be."""
    return SetState(
        id=f"own{number}",
        name=f"Streamer {number}",
        volume=28,
        is_muted=False,
        input="Network",
        playback=Playback.PAUSED,
    )


class Shop:
    """Keeps `Directory`, `Telling` and `Demo` of the kiosk, with the kiosk over it."""

    def __init__(self, folder: Path, *numbers: int) -> None:
        self.clock = FakeClock()
        self.known = {one.id: one for one in map(shop_streamer, numbers)}
        self.told: list[tuple[StreamerId, Command]] = []
        self.is_open = True
        self.is_deaf = False
        self.others: set[str] = set()
        self.is_demo_wanted = False
        self.demo_starts = 0
        self.changes: list[Changes] = []
        self.files = KioskFiles(Profile(folder))
        self.kiosk = self.new_kiosk()

    def new_kiosk(self) -> Kiosk:
        """Give the kiosk of another start on the same profile."""
        passwords = Passwords(WEAK)
        return Kiosk(
            files=self.files,
            pin=StaffPin(self.files, passwords=passwords, clock=self.clock),
            directory=self,
            heard=self,
            telling=self,
            has_other_owner=self.others.__contains__,
            is_open=lambda: self.is_open,
            demo=self,
            clock=self.clock,
            publish=self.changes.append,
        )

    def keep_setup(self, *numbers: int) -> None:
        """Let staff have chosen these streamers, and the PIN."""
        hasher = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
        states = tuple(map(set_state, numbers))
        self.files.keep_setup(KioskSetup(pin=hasher.hash(PIN), streamers=states))

    def change(self, number: int, **state: object) -> None:
        """Let a streamer be otherwise."""
        one = next(one for one in self.known.values() if one.owned_id == f"own{number}")
        assert one.state is not None
        self.known[one.id] = replace(one, state=replace(one.state, **state))  # type: ignore[arg-type] # any field

    def state(self, number: int) -> StreamerState:
        """Give how a streamer of the shop is."""
        one = next(one for one in self.known.values() if one.owned_id == f"own{number}")
        assert one.state is not None
        return one.state

    def streamers(self) -> tuple[Streamer, ...]:
        return tuple(self.known.values())

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        return self.known.get(streamer_id)

    async def perform(
        self,
        streamer_id: StreamerId,
        command: Command,
        *,
        check: Callable[[], None] | None = None,
    ) -> None:
        if check is not None:
            check()
        self.told.append((streamer_id, command))
        one = self.known[streamer_id]
        if not self.is_open and one.origin is not Origin.DEMO:
            raise DecisionNeeded("gate.declined")
        if self.is_deaf:
            raise AltraBitsError("streamer.silent")
        assert one.state is not None
        self.known[streamer_id] = replace(one, state=_after(one.state, command))

    async def start_demo(self) -> None:
        self.is_demo_wanted = True
        self.demo_starts += 1
        demo = a_streamer(900, origin=Origin.DEMO, state=SET, capabilities=EVERYTHING)
        self.known[demo.id] = demo

    async def stop_demo(self) -> None:
        self.is_demo_wanted = False
        self.known = {k: one for k, one in self.known.items() if one.origin is not Origin.DEMO}


def _after(state: StreamerState, command: Command) -> StreamerState:
    match command:
        case SetVolume(volume):
            return replace(state, volume=volume)
        case SetMute(is_muted):
            return replace(state, is_muted=is_muted)
        case SelectInput(name):
            # Another input begins to play by itself, as some do.
            return replace(state, input_name=name, playback=Playback.PLAYING)
        case Play() | Pause() | Stop():
            return replace(state, playback=_PLAYBACK[type(command)])
    return state
