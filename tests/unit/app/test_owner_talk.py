"""A console command talks to the owner of a profile, or owns it for as long as it takes."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app import owner_talk
from altrabits_desktop.app.hand_over import Reception
from altrabits_desktop.app.owner_errands import OwnerErrand, Result
from altrabits_desktop.app.owner_talk import talk_to_owner
from altrabits_desktop.app.ownership import Endpoint, claim
from altrabits_desktop.contract.errors import AltraBitsError, ProfileUnusable, Refused
from altrabits_desktop.runtime.paths import Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from altrabits_desktop.app.owner_talk import Ask, Talk

SHOW, NO, LAST = (OwnerErrand((word,)) for word in ("show", "no", "last"))


async def two(ask: Ask) -> Result:
    await ask(SHOW)
    return await ask(LAST)


async def refused(ask: Ask) -> Result:
    return await ask(NO)


async def here(talk: Talk) -> Result:
    async def ask(errand: OwnerErrand) -> Result:
        return {"here": errand.words[0]}

    return await talk(ask)


def answer_to(errand: OwnerErrand) -> Result:
    if errand == NO:
        raise Refused("claim.braked")
    if errand == LAST:
        return {"owner": errand.words[0]}
    return [{"owner": errand.words[0]}]


class Owner:
    """Owns a profile on a thread of its own, as a window does in its process.

    Args:
        profile: of the person.
        answers: what it says to each errand.
    """

    def __init__(
        self, profile: Profile, *, answers: Callable[[OwnerErrand], Result] = answer_to
    ) -> None:
        self._answers = answers
        ownership = claim(profile)
        assert ownership is not None
        self.ownership = ownership
        self._loop = asyncio.new_event_loop()
        self._reception = Reception(
            ownership,
            come_forward=lambda: None,
            is_over=lambda: False,
            carry_out=self._carry_out,
        )
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._run(self._reception.start())

    def fall_silent(self) -> None:
        self._run(self._reception.stop())

    def end(self) -> None:
        self.fall_silent()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self.ownership.release()

    async def _carry_out(self, errand: OwnerErrand) -> Result:
        return self._answers(errand)

    def _run(self, work: object) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)  # type: ignore[arg-type] # a coroutine


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


@pytest.fixture
def owner(profile: Profile) -> Iterator[Owner]:
    owner = Owner(profile)
    yield owner
    owner.end()


def test_without_an_owner_the_command_owns_the_profile_meanwhile(profile: Profile) -> None:
    answer = talk_to_owner(profile, two, here=here)

    again = claim(profile)
    assert answer == {"here": "last"}
    assert again is not None
    again.release()


@pytest.mark.usefixtures("owner")
def test_an_owner_answers_one_errand_after_the_other(profile: Profile) -> None:
    assert talk_to_owner(profile, two, here=here) == {"owner": "last"}

    with pytest.raises(AltraBitsError, match=r"claim\.braked"):
        talk_to_owner(profile, refused, here=here)


def test_an_owner_that_goes_in_the_middle_is_not_begun_with_anew(
    profile: Profile, owner: Owner
) -> None:
    asked = []

    async def left(ask: Ask) -> Result:
        asked.append(await ask(SHOW))
        owner.fall_silent()
        return await ask(LAST)

    with pytest.raises(ProfileUnusable, match=r"profile\.in_use"):
        talk_to_owner(profile, left, here=here)

    assert asked == [[{"owner": "show"}]]


@pytest.mark.parametrize("path", ["", "/nowhere/at/all", "no\ud800where"])
def test_an_owner_that_does_not_listen_is_waited_for_a_while(
    profile: Profile, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner_talk, "OWNER_LIMIT_S", 0.1)
    ownership = claim(profile)
    assert ownership is not None
    if path:
        ownership.announce(Endpoint(path, "word"))

    with pytest.raises(ProfileUnusable, match=r"profile\.in_use"):
        talk_to_owner(profile, two, here=here)

    ownership.release()
