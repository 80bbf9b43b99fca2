"""Which of the streamers around is the person's: to name an identity is not enough.

Where the account has the pin of a certificate, the one that shows this certificate is theirs, and
no other, whatever it says. Where it has none, such as of a UPnP renderer, nothing can be proved:
the first with the same firm identity is. Of two that could be it, one is shown as theirs.

Anybody may name an identity of an owned streamer. Who does so and does not prove it is a stranger:
never shown as the person's, and never taken for the streamer that it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.streamers.owned import has_pin, own_nothing

if TYPE_CHECKING:
    from altrabits_desktop.streamers.composing import Known
    from altrabits_desktop.streamers.owned import OwnedStreamer, Owns

STRANGER_AFTER_S = 10.0
"""Who has not shown its certificate for so long is none of the person's."""


class Owning:
    """Settles of each streamer whether it is the person's; owned by the registry."""

    def __init__(self) -> None:
        self.owns: Owns = own_nothing
        """Gives whom an identity names."""
        self._holders: dict[str, Known] = {}

    def settle(self, known: Known, *, now_s: float) -> None:
        """Note whom a streamer names, and whether it is it."""
        named = self.owns(known.identity)
        before, known.named = known.named, named
        if named is None or before is None or _key(before) != _key(named):
            self.forget(known, named=before)
            known.named_s = now_s
        is_proved = named is not None and _is_proved(known, named)
        if named is None or not is_proved:
            self.forget(known, named=named)
            known.owned = None
        else:
            is_holder = self._holders.setdefault(_key(named), known) is known
            known.owned = named if is_holder else None
        known.is_stranger = _is_stranger(known, is_proved=is_proved, now_s=now_s)

    def former_of(self, known: Known) -> Known | None:
        """Give the silent one that a streamer proves to have been; None for none."""
        named = known.named
        if named is None or known.owned is not None or not _is_proved(known, named):
            return None
        holder = self._holders.get(_key(named))
        return holder if holder is not None and holder.is_silent else None

    def forget(self, known: Known, *, named: OwnedStreamer | None = None) -> None:
        """Let another one be the person's: this one went, or is it no longer."""
        named = named or known.named
        if named is not None and self._holders.get(_key(named)) is known:
            del self._holders[_key(named)]


def is_unsettled(known: Known) -> bool:
    """Whether it names a streamer of the person's and may still prove to be it."""
    return has_pin(known.named) and known.owned is None and not known.is_stranger


def _key(owned: OwnedStreamer) -> str:
    return owned.id or owned.pin


def _is_proved(known: Known, named: OwnedStreamer) -> bool:
    if named.pin:
        return known.shown_pin == (known.address, named.pin)
    return named.identity.shares_firm(known.identity) or not named.identity.is_firm


def _is_stranger(known: Known, *, is_proved: bool, now_s: float) -> bool:
    named = known.named
    if named is None or not named.pin or is_proved:
        return False
    shown_at, _ = known.shown_pin
    # A certificate that was seen here is another one.
    return shown_at == known.address or now_s - known.named_s >= STRANGER_AFTER_S
