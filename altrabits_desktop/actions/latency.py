"""How long a streamer takes to answer: the middle, and what nearly all keep to. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.contract.streamers import Answer

_MIDDLE, _NEARLY_ALL = 0.5, 0.95


@dataclass(frozen=True, slots=True)
class Latency:
    """Of the answers that are kept, sixty at most; milliseconds."""

    count: int
    latest_ms: float
    p50_ms: float
    """Half of them took no longer."""
    p95_ms: float
    """95 of 100 took no longer."""

    @property
    def limit_ms(self) -> int:
        """The least whole number that nearly all stayed under."""
        return floor(self.p95_ms) + 1


def latency_of(answers: Sequence[Answer]) -> Latency | None:
    """Give how long answers took; None where none was timed.

    Each share is the time of an answer that was really given, none between two.

    Args:
        answers: oldest first.
    """
    if not answers:
        return None
    times = sorted(answer.took_ms for answer in answers)
    return Latency(
        len(times), answers[-1].took_ms, _share(times, _MIDDLE), _share(times, _NEARLY_ALL)
    )


def under_limit(answers: Sequence[Answer], latency: Latency) -> int:
    """Count the answers that stayed under the limit that nearly all stayed under."""
    return sum(answer.took_ms < latency.limit_ms for answer in answers)


def latency_record(answers: Sequence[Answer]) -> dict[str, object] | None:
    """Give the public record of it, as `altrabits streamers show --json` prints it."""
    latency = latency_of(answers)
    if latency is None:
        return None
    return {
        "count": latency.count,
        "latest_ms": round(latency.latest_ms, 1),
        "p50_ms": round(latency.p50_ms, 1),
        "p95_ms": round(latency.p95_ms, 1),
    }


def _share(times: list[float], share: float) -> float:
    return times[ceil(share * len(times)) - 1]
