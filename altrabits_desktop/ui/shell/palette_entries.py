"""What the command palette lists: streamers, what can be done, where one can go, by what is typed.

Every word that is typed has to stand somewhere in an entry, in any order; what begins with it comes
first. Pure, but for the spoken language.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from altrabits_desktop.actions.directory import name_order
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.pages.streamers.state_words import state_words
from altrabits_desktop.ui.shell.streamer_commands import listed_for
from altrabits_desktop.ui.shell.window_command import Group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.commands import Commands
    from altrabits_desktop.ui.shell.window_command import Shell

MOST_STREAMERS = 50
MOST_UNASKED = 5
"""Streamers that are listed while nothing is typed."""
MOST_TOLD = 12
"""Streamers whose own commands are listed."""
WORDS_CHARACTERS = 200
"""Of what is typed: longer words are no name of anything."""
_KEPT = 4096
"""Texts that are not looked through anew with each letter that is typed."""
_name_order = lru_cache(_KEPT)(name_order)


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One line that can be chosen."""

    key: str
    """Stays the same while the list is renewed."""
    command: Command
    group: Group
    icon: str
    title: str
    does: Callable[[Shell], object]
    detail: str = ""
    keys: tuple[str, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    """Begin and length of what was typed, in the title, in order."""


def entries_for(
    typed: str, streamers: Sequence[Streamer], report: HomeReport, commands: Commands
) -> tuple[PaletteEntry, ...]:
    """Give what fits, group by group, the best first.

    Cost is linear in the number of streamers, and small for each that does not fit.

    Args:
        typed: what is searched for; all streamers' own commands are left out while it is empty.
        streamers: all of them.
        report: how the person stands.
        commands: what the window can be told now.
    """
    words = _folded(typed[:WORDS_CHARACTERS]).split()
    found = [
        *_streamers(words, streamers, commands),
        *_fitting(words, _told(words, streamers, report, commands)),
        *_fitting(words, _of_the_window(words, commands)),
    ]
    order = list(Group)
    return tuple(sorted(found, key=lambda entry: order.index(entry.group)))


def marks_in(title: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Give where words that were typed stand in a title: at the beginning of a word if they can."""
    folded, places = _folded_with_places(title)
    taken: set[int] = set()
    for word in words:
        begin = _begin_of(folded, word)
        if begin >= 0:
            taken.update(places[begin : begin + len(word)])
    return _runs(sorted(taken))


def _streamers(
    words: list[str], streamers: Sequence[Streamer], commands: Commands
) -> list[PaletteEntry]:
    if not commands.may(Command.SHOW_STREAMER):
        return []
    if not words:
        # What plays is most likely meant; all others are found by name.
        playing = sorted(streamers, key=lambda each: not _is_playing(each))
        return [_entry_of(each, words) for each in playing[:MOST_UNASKED]]
    fitting = [each for each in streamers if _fits(words, _text_of(each))]
    fitting.sort(key=lambda each: _order_of(each, words))
    return [_entry_of(each, words) for each in fitting[:MOST_STREAMERS]]


def _entry_of(streamer: Streamer, words: list[str]) -> PaletteEntry:
    return PaletteEntry(
        key=f"{Command.SHOW_STREAMER.value} {streamer.key}",
        command=Command.SHOW_STREAMER,
        group=Group.STREAMERS,
        icon="streamer",
        title=streamer.name,
        does=lambda shell: shell.show_streamer(streamer.id),
        detail=_detail_of(streamer),
        marks=marks_in(streamer.name, words),
    )


def _detail_of(streamer: Streamer) -> str:
    state = state_words(streamer).word
    if not streamer.room:
        return state
    return f"{streamer.room} · {state}"


def _told(
    words: list[str], streamers: Sequence[Streamer], report: HomeReport, commands: Commands
) -> list[PaletteEntry]:
    """Give the commands of the streamers whose names were typed, else of the first few."""
    if not words:
        return []
    named = [each for each in streamers if any(word in _folded(each.name) for word in words)]
    named.sort(key=lambda each: _order_of(each, words))
    return [
        PaletteEntry(
            key=f"{told.command.value} {streamer.key} {told.title}",
            command=told.command,
            group=Group.DO,
            icon=told.icon,
            title=told.title,
            does=told.does,
            detail=told.detail,
            keys=told.keys,
        )
        for streamer in (named or streamers)[:MOST_TOLD]
        for told in listed_for(streamer, report, commands)
    ]


def _of_the_window(words: list[str], commands: Commands) -> list[PaletteEntry]:
    told = commands.listed()
    if not words:
        # All others are found by name.
        several = [each for each in told if each.of][:MOST_UNASKED]
        told = (*several, *(each for each in told if not each.of))
    return [
        PaletteEntry(
            key=each.key,
            command=each.command,
            group=each.group,
            icon=each.icon,
            title=each.title(),
            does=each.does,
            detail=each.detail() if each.detail is not None else "",
            keys=each.keys,
        )
        for each in told
    ]


def _fitting(words: list[str], entries: Iterable[PaletteEntry]) -> list[PaletteEntry]:
    """Give the entries that fit, marked; those of equal rank as they stood."""
    fitting = [each for each in entries if _fits(words, f"{each.title} {each.detail}")]
    fitting.sort(key=lambda each: _rank(words, each.title))
    return [_marked(each, words) for each in fitting]


def _marked(entry: PaletteEntry, words: list[str]) -> PaletteEntry:
    return replace(entry, marks=marks_in(entry.title, words)) if words else entry


def _is_playing(streamer: Streamer) -> bool:
    state = streamer.state
    return streamer.is_here and state is not None and state.playback is Playback.PLAYING


def _order_of(streamer: Streamer, words: list[str]) -> tuple[object, ...]:
    return (_rank(words, streamer.name), *_name_order(streamer.name, streamer.key))


def _text_of(streamer: Streamer) -> str:
    return f"{streamer.name} {streamer.room or ''} {streamer.product or ''}"


def _fits(words: list[str], text: str) -> bool:
    folded = _folded(text)
    return all(word in folded for word in words)


def _rank(words: list[str], title: str) -> int:
    """Give how far a title is from what was typed: begins with it, has a word of it, or neither."""
    if not words:
        return 0
    folded = _folded(title)
    if folded.startswith(words[0]):
        return 0
    return 1 if f" {words[0]}" in folded else 2


def _begin_of(folded: str, word: str) -> int:
    if folded.startswith(word):
        return 0
    at_word = folded.find(f" {word}")
    return at_word + 1 if at_word >= 0 else folded.find(word)


def _runs(places: list[int]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return tuple(runs)


def _folded(text: str) -> str:
    return _folded_with_places(text)[0]


@lru_cache(_KEPT)
def _folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Give a text without case and accents, and from which letter each of its letters came."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for part in unicodedata.normalize("NFKD", letter.casefold()):
            if not unicodedata.combining(part):
                letters.append(part)
                places.append(place)
    return "".join(letters), places
