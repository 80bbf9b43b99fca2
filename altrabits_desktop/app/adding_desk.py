"""Carries out what `altrabits streamers` does to streamers that must be heard for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.directory import instant, record_of, sound_of, state_of
from altrabits_desktop.actions.latency import latency_record
from altrabits_desktop.actions.naming import tell_name
from altrabits_desktop.app.belongings_desk import NOT_LOOKED_FOR
from altrabits_desktop.contract.commands import Rename
from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.runtime.keychain import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.actions.adding import Adding
    from altrabits_desktop.actions.controlling import Gate
    from altrabits_desktop.actions.naming import Telling
    from altrabits_desktop.app.begun_claims import BegunClaims
    from altrabits_desktop.app.belongings_desk import BelongingsDesk
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import Streamer, StreamerId

HEARD_LIMIT_S = 3.0
"""How long a streamer of one's own is listened for before it is shown without."""


class Removes(Protocol):
    """What makes streamers nobody's again (`actions.adding.Adder`)."""

    async def release(self, streamer_id: StreamerId) -> None:
        """Tell a streamer that it has no owner any more, and take it off the account."""

    async def forget(self, owned_id: str) -> None:
        """Take one that is not heard off the account."""

    def is_kept(self, owned_id: str) -> bool:
        """Whether what makes it obey outlives the program."""


class AddingDesk:
    """Serves whoever adds a streamer, in two errands where it wants a code or a press.

    Args:
        begun: holds the claim between them.
        seeking: waits for a streamer.
        belongings: shows what the person has.
        closed_by: the gate.
        adder: takes streamers off the account, and tells them so.
        has_keyring: whether a keyring keeps the sign-in, and so what makes a streamer obey.
        controlling: tells streamers their names.
    """

    def __init__(
        self,
        begun: BegunClaims,
        *,
        seeking: Seeking,
        belongings: BelongingsDesk,
        closed_by: Gate,
        adder: Removes,
        has_keyring: Callable[[], bool],
        controlling: Telling,
    ) -> None:
        self._controlling = controlling
        self._has_keyring = has_keyring
        self._begun = begun
        self._adder = adder
        self._seeking = seeking
        self._belongings = belongings
        self._closed_by = closed_by

    def works(self, errand: OwnerErrand) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        given, secrets = errand.operands, errand.secrets
        return {
            ("streamers", "add"): lambda: self._add(given[0]),
            ("streamers", "confirm"): lambda: self._confirm(given[0], secrets[0]),
            ("streamers", "cancel"): lambda: self._cancel(given[0]),
            ("streamers", "name"): lambda: self._name(given[0], given[1]),
            ("streamers", "room"): lambda: self._place(given[0], given[1]),
            ("streamers", "list"): self._list,
            ("streamers", "show"): lambda: self._show(given[0]),
            ("streamers", "release"): lambda: self._release(given[0]),
        }

    async def _add(self, text: str) -> Result:
        code = self._closed_by(Feature.OWN_STREAMERS, is_demo=False)
        if code is not None:
            raise DecisionNeeded(code)
        streamer = await self._seeking.found(text)
        handle, adding = await self._begun.begin(streamer.id)
        if adding.needs_code or adding.needs_press:
            # What is won is not kept yet; the person learns before they do anything for it.
            kept = _kept(is_in_keyring=self._has_keyring())
            return {**_wanted(handle, adding), "kept": kept}
        owned_id = await self._begun.confirm(handle, "")
        if owned_id is None:
            # Nothing is wanted of the person; only keeping it takes its time.
            return {**_wanted(handle, adding), "needs": ["press"]}
        return self._added(owned_id)

    async def _confirm(self, handle: str, code: str) -> Result:
        owned_id = await self._begun.confirm(handle, code)
        if owned_id is None:
            return {"claim": handle, "needs": ["press"]}
        return self._added(owned_id)

    def _added(self, owned_id: str) -> Result:
        kept = _kept(is_in_keyring=self._adder.is_kept(owned_id))
        return {**self._belongings.record(owned_id), "kept": kept}

    async def _cancel(self, handle: str) -> Result:
        await self._begun.cancel(handle)
        return {}

    async def owned(self, text: str) -> Owned:
        """Give the person's streamer that an id means, of the account or as it is heard.

        One that only says to be theirs, as after a reset, stands for the one it names.

        Raises:
            Refused: `streamer.not_found`; `streamer.not_owned` for one that is not theirs.
        """
        try:
            return self._belongings.meant(text)
        except Refused as refusal:
            heard = await self._seeking.heard(text, limit_s=HEARD_LIMIT_S)
            if heard is None:
                raise Refused("streamer.not_found", id=text) from refusal
            named = heard.owned_id or heard.borrowed_id
            if named is None:
                raise Refused("streamer.not_owned", id=heard.id) from refusal
            return self._belongings.meant(named)

    async def _name(self, text: str, name: str) -> Result:
        owned_id = (await self.owned(text)).id
        record = await self._belongings.name(owned_id, name)
        await self._tell(owned_id, Rename(name=self._belongings.meant(owned_id).name))
        return record

    async def _place(self, text: str, room: str) -> Result:
        owned_id = (await self.owned(text)).id
        record = await self._belongings.place(owned_id, room)
        await self._tell(owned_id, Rename(room=self._belongings.meant(owned_id).room))
        return record

    async def _tell(self, owned_id: str, told: Rename) -> None:
        heard = await self._seeking.heard(owned_id, limit_s=HEARD_LIMIT_S)
        await tell_name(heard, told, controlling=self._controlling)

    async def _list(self) -> Result:
        # What is known by now is said; nobody waits until all of them were heard.
        return [
            {**record, **_state_of(self._seeking.now(str(record["id"])))}
            for record in self._belongings.records()
        ]

    async def _show(self, text: str) -> Result:
        owned = await self.owned(text)
        heard = await self._seeking.heard(owned.id, limit_s=HEARD_LIMIT_S)
        record = self._belongings.record(owned.id)
        if heard is None:
            return {**record, "heard": None}
        since = heard.silent_since and instant(heard.silent_since)
        known = {
            **sound_of(heard),
            **record_of(heard),
            "silent_since": since,
            "answers": latency_record(heard.answers),
        }
        return {**record, "heard": known}

    async def _release(self, text: str) -> Result:
        owned = await self.owned(text)
        heard = await self._seeking.heard(owned.id, limit_s=HEARD_LIMIT_S)
        if heard is None:
            await self._adder.forget(owned.id)
        else:
            await self._adder.release(heard.id)
        return await self._belongings.streamers()


def _state_of(streamer: Streamer | None) -> dict[str, object]:
    if streamer is None:
        return {**NOT_LOOKED_FOR}
    return {"state": streamer.presence.value, **state_of(streamer)}


def _kept(*, is_in_keyring: bool) -> str:
    return (Kept.KEYRING if is_in_keyring else Kept.MEMORY).value


def _wanted(handle: str, adding: Adding) -> dict[str, object]:
    needs = [
        *(["code"] if adding.needs_code else []),
        *(["press"] if adding.needs_press else []),
    ]
    return {
        "claim": handle,
        "needs": needs,
        "name": adding.streamer.name,
        "is_hand_over": adding.is_hand_over,
    }
