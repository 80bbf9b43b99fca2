"""What makes one's own streamers obey: each token with its certificate, in one keyring entry.

So neither is ever there without the other, and no certificate that the account names later is
shown a token that was won by another one. Where no keyring takes it, it is held until the program
ends, and this can be told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.keychain import Kept

if TYPE_CHECKING:
    from altrabits_desktop.runtime.keychain import Keychain


class StreamerTokens:
    """Belongs to the loop of the keychain.

    Args:
        keychain: where they rest.
    """

    def __init__(self, keychain: Keychain) -> None:
        self._keychain = keychain
        self._known: dict[str, tuple[str, str]] = {}
        self._only_held: set[str] = set()

    def hold(self, owned_id: str, *, pin: str, token: str) -> None:
        """Have a token just won at hand; nothing is kept yet."""
        self._known[owned_id] = (pin, token)

    async def keep(self, owned_id: str) -> None:
        """Put what is held into the keyring; where that is not possible it stays held."""
        kept = await self._keychain.put(name_of(owned_id), " ".join(self._known[owned_id]))
        if owned_id not in self._known:
            # It was dropped while the keyring was asked.
            await self._keychain.drop(name_of(owned_id))
        elif kept is Kept.MEMORY:
            self._only_held.add(owned_id)

    def is_kept(self, owned_id: str) -> bool:
        """Tell whether the token outlives the program, as far as it is on this computer at all."""
        return owned_id not in self._only_held

    async def read(self, owned_id: str, *, pin: str) -> str:
        """Give the token for the holder of a certificate; "" where there is none.

        The keyring is asked once for each.
        """
        if owned_id not in self._known:
            entry = await self._keychain.get(name_of(owned_id)) or ""
            won_by, _, token = entry.partition(" ")
            self._known.setdefault(owned_id, (won_by, token))
        won_by, token = self._known[owned_id]
        return token if won_by == pin else ""

    async def drop(self, owned_id: str) -> None:
        """Let it be nowhere any more."""
        self.let_go(owned_id)
        await self._keychain.drop(name_of(owned_id))

    def let_go(self, owned_id: str) -> None:
        """Hold it no more; for one that was never kept."""
        self._known.pop(owned_id, None)
        self._only_held.discard(owned_id)


def name_of(owned_id: str) -> str:
    """Give by which name the keyring knows a streamer of one's own; pure."""
    return f"streamer {owned_id}"
