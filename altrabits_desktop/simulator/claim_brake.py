"""How often each address may begin a claim: a short list, small enough for firmware. Pure.

Source: docs/protocols/control-api.md, "Brake".
"""

from __future__ import annotations

from dataclasses import dataclass

ADDRESSES_MOST = 8
"""How many are remembered; a further one takes the place of the one that is braked least."""
CLAIMS_AT_ONCE = 3
CLAIM_AGAIN_S = 600.0
"""After so many seconds an address may begin one more."""
TURNED_OUT_S = 120.0
"""How long an address waits whose claim was ended by a press: the person has that time."""


@dataclass(slots=True)
class _Share:
    """What one address has left."""

    left: float
    counted_at_s: float
    waits_until_s: float = float("-inf")


class ClaimBrake:
    """Counts claims by the address they come from. All seconds are of one steady clock."""

    def __init__(self) -> None:
        self._shares: dict[str, _Share] = {}

    def wait_s(self, source: str, *, now_s: float) -> float:
        """Give how long an address has to wait for its next claim; 0 where it need not."""
        share = self._shares.get(source)
        return 0.0 if share is None else _wait_s(share, now_s)

    def is_counted_out(self, *, now_s: float) -> bool:
        """Tell whether some address waits because it began too many; `forgive` ends that."""
        return any(_left(share, now_s) < 1.0 for share in self._shares.values())

    def take(self, source: str, *, now_s: float) -> None:
        """Count a claim that an address begins."""
        share = self._share_of(source, now_s)
        share.left, share.counted_at_s = _left(share, now_s) - 1, now_s

    def turn_out(self, source: str, *, until_s: float, now_s: float) -> None:
        """Let an address begin nothing until then."""
        self._share_of(source, now_s).waits_until_s = until_s

    def forgive(self) -> None:
        """Forget what was counted; who was turned out stays out."""
        for share in self._shares.values():
            share.left = float(CLAIMS_AT_ONCE)

    def _share_of(self, source: str, now_s: float) -> _Share:
        share = self._shares.get(source)
        if share is not None:
            return share
        if len(self._shares) >= ADDRESSES_MOST:
            # Of those that are braked alike the first in the list goes, which is the oldest.
            least = min(
                self._shares,
                key=lambda each: (
                    _wait_s(self._shares[each], now_s),
                    -_left(self._shares[each], now_s),
                ),
            )
            del self._shares[least]
        share = self._shares[source] = _Share(float(CLAIMS_AT_ONCE), now_s)
        return share


def _left(share: _Share, now_s: float) -> float:
    refilled = share.left + (now_s - share.counted_at_s) / CLAIM_AGAIN_S
    return min(refilled, float(CLAIMS_AT_ONCE))


def _wait_s(share: _Share, now_s: float) -> float:
    left = _left(share, now_s)
    by_count_s = (1.0 - left) * CLAIM_AGAIN_S if left < 1.0 else 0.0
    return max(by_count_s, share.waits_until_s - now_s, 0.0)
