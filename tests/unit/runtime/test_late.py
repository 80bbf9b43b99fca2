from __future__ import annotations

import threading

import pytest

from altrabits_desktop.runtime.late import Late, already


def test_it_is_made_once_and_when_it_is_first_asked_for() -> None:
    made: list[object] = []

    def make() -> object:
        made.append(object())
        return made[-1]

    late = Late(make)
    assert late.made is None
    assert made == []

    first = late.get()

    assert late.get() is first
    assert late.made is first
    assert made == [first]


def test_what_could_not_be_made_is_tried_again() -> None:
    faults = [OSError("first"), None]

    def make() -> str:
        fault = faults.pop(0)
        if fault is not None:
            raise fault
        return "made"

    late = Late(make)
    with pytest.raises(OSError, match="first"):
        late.get()

    assert late.made is None
    assert late.get() == "made"


def test_what_is_there_already_is_known_at_once() -> None:
    assert already("here").made == "here"


async def test_what_it_needs_is_loaded_once_and_off_the_loop() -> None:
    threads: list[int] = []
    late = Late(object, load=lambda: threads.append(threading.get_ident()))

    first = await late.ready()
    again = await late.ready()

    assert first is again is late.made
    assert len(threads) == 1
    assert threads != [threading.get_ident()]


async def test_what_is_made_already_needs_nothing_loaded() -> None:
    late = already("made")

    assert await late.ready() == "made"
