"""Carries out `altrabits play`, `volume` and the like, and gives how the streamer is then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.actions.controlling import SHOWN_S
from altrabits_desktop.actions.directory import sound_of
from altrabits_desktop.actions.setting_records import settings_of
from altrabits_desktop.actions.wishes import wish_of
from altrabits_desktop.cli.control import CONTROLS
from altrabits_desktop.cli.control_words import (
    FULL,
    Look,
    Turn,
    input_of,
    read_control,
    refuse_beyond,
    turned,
)
from altrabits_desktop.cli.setting_words import read_setting, refuse_unfit
from altrabits_desktop.cli.settings import SETTINGS
from altrabits_desktop.contract.commands import (
    ClearPreset,
    HideInput,
    NameInput,
    SavePreset,
    Seek,
    SelectInput,
)
from altrabits_desktop.contract.errors import DecisionNeeded, Refused, StreamerSilent
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.ids import may_be_id
from altrabits_desktop.contract.streamers import Presence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.actions.controlling import Controlling, Gate
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.cli.control_words import Asked
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamer_settings import Choices
    from altrabits_desktop.contract.streamers import StreamerId


class ControlDesk:
    """Serves whoever tells a streamer something.

    Args:
        controlling: tells it.
        directory: what streamers say of themselves.
        seeking: waits for a streamer.
        closed_by: the gate, asked before a streamer that has not been heard is waited for.
    """

    def __init__(
        self,
        controlling: Controlling,
        *,
        directory: Directory,
        seeking: Seeking,
        closed_by: Gate,
    ) -> None:
        self._controlling = controlling
        self._directory = directory
        self._seeking = seeking
        self._closed_by = closed_by

    def works(self, errand: OwnerErrand) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        verbs = (*CONTROLS, *SETTINGS)
        return {(verb,): partial(self._told, verb, errand.operands) for verb in verbs}

    async def _told(self, verb: str, operands: tuple[str, ...]) -> Result:
        wanted, *rest = operands
        is_setting = verb in SETTINGS
        asked = read_setting(verb, rest) if is_setting else read_control(verb, rest)
        self._see_open(wanted, asked)
        streamer = await self._seeking.found(wanted)
        asked = refuse_unfit(asked, streamer.choices)
        streamer_id = streamer.id
        if isinstance(asked, Look):
            if streamer.presence is Presence.GONE:
                raise StreamerSilent("streamer.silent")
        elif isinstance(asked, Turn):
            await self._perform(streamer_id, self._louder(streamer_id, asked))
        elif isinstance(asked, SelectInput):
            await self._perform(streamer_id, SelectInput(input_of(asked.name, streamer.inputs)))
        elif isinstance(asked, Seek):
            playing = streamer.state.now_playing if streamer.state is not None else None
            refuse_beyond(asked, playing.duration_s if playing is not None else None)
            await self._perform(streamer_id, asked)
        else:
            before = streamer.choices
            await self._perform(streamer_id, asked)
            if isinstance(asked, SavePreset | ClearPreset | NameInput | HideInput):
                # It says so by telling what it is once more.
                await self._seeking.until(
                    lambda: self._choices(streamer_id) != before, limit_s=SHOWN_S
                )
        return self._record(streamer_id, is_setting=is_setting)

    def _see_open(self, wanted: str, asked: Asked) -> None:
        """See to it that nobody waits for a streamer in vain.

        An id of the account says nothing to whoever may not see what the account has, also to
        one who only looks.
        """
        if isinstance(asked, Look) and (not may_be_id(wanted) or self._seeking.is_own(wanted)):
            return
        feature = Feature.OWN_STREAMERS if isinstance(asked, Look) else Feature.CONTROL
        code = self._closed_by(feature, is_demo=False)
        if code is not None and self._seeking.now(wanted) is None:
            raise DecisionNeeded(code)

    def _louder(self, streamer_id: StreamerId, turn: Turn) -> Command:
        # As it soon will be: a second turn goes on from the first.
        streamer = self._controlling.streamer(streamer_id)
        state = streamer.state if streamer is not None else None
        if state is None or state.volume is None:
            raise Refused("control.unsupported")
        most = FULL if state.volume_maximum is None else state.volume_maximum
        return turned(state.volume, turn, most=most)

    async def _perform(self, streamer_id: StreamerId, command: Command) -> None:
        """Tell it, and wait a moment for the streamer to say so itself."""
        await self._controlling.perform(streamer_id, command)
        wish = wish_of(command)

        def is_confirmed() -> bool:
            streamer = self._directory.streamer(streamer_id)
            state = streamer.state if streamer is not None else None
            return wish is None or (state is not None and wish.is_confirmed_by(state))

        await self._seeking.until(is_confirmed, limit_s=SHOWN_S)

    def _choices(self, streamer_id: StreamerId) -> Choices | None:
        streamer = self._directory.streamer(streamer_id)
        return None if streamer is None else streamer.choices

    def _record(self, streamer_id: StreamerId, *, is_setting: bool) -> Result:
        streamer = self._directory.streamer(streamer_id)
        if streamer is None:
            raise Refused("streamer.unknown")
        record = sound_of(streamer)
        return {**record, **settings_of(streamer)} if is_setting else record
