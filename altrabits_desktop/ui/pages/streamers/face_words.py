"""Words on a card, a row and the page of a streamer that say the same everywhere."""

from __future__ import annotations

from altrabits_desktop.runtime.wording import fill, translate


def answers_in(took: str) -> str:
    """Say how long a streamer takes to answer."""
    return fill(translate("streamers", "Answers in {time}"), time=took)


def demo_word() -> str:
    """Mark a streamer of the demo among those of the house."""
    return translate("streamers", "Demo", "a mark on a card or row")


def no_level_words() -> str:
    """Say that there is no volume to be shown."""
    return translate("streamers", "It does not tell its volume")
