"""What samples say."""

from __future__ import annotations


def rank_z(one: list[float], other: list[float]) -> float:
    """Give how far the ranks of two samples lie apart, in standard deviations."""
    ranks = {value: rank for rank, value in enumerate(sorted(one + other), 1)}
    above = sum(ranks[value] for value in one) - len(one) * (len(one) + 1) / 2
    mean = len(one) * len(other) / 2
    deviation = (len(one) * len(other) * (len(one) + len(other) + 1) / 12) ** 0.5
    return float((above - mean) / deviation)
