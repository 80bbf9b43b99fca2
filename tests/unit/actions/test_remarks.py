"""Names for streamers around and those that are ignored: kept by what a streamer says to be."""

from __future__ import annotations

import asyncio

import pytest

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.remarks import REMARKS_MOST
from altrabits_desktop.runtime.changes import Changes, Topic
from tests.fakes.clock import settled
from tests.fakes.noted import Noting
from tests.fakes.streamers import a_streamer
from tests.harness.hostile_texts import HOSTILE_TEXTS

ANNA = "account-1"
SIGNED = Changes(topics=Topic.HOME)


@pytest.fixture
def signed_in() -> Noting:
    return Noting(ANNA)


async def test_a_name_stays_with_the_streamer_at_another_address(signed_in: Noting) -> None:
    streamer = a_streamer(udn="uuid-1")

    await signed_in.remarks.name(streamer, "Attic")

    moved = a_streamer(udn="uuid-1", address="10.0.0.9", mac=None)
    remark = signed_in.remarks.of(moved)
    assert remark is not None
    assert remark.name == "Attic"


async def test_another_one_at_the_same_address_has_no_name(signed_in: Noting) -> None:
    await signed_in.remarks.name(a_streamer(1, udn="uuid-1"), "Attic")

    other = a_streamer(2, udn="uuid-2", address=a_streamer(1).address)

    assert signed_in.remarks.of(other) is None


async def test_an_empty_name_takes_the_name_back(signed_in: Noting) -> None:
    await signed_in.remarks.name(a_streamer(), "Attic")

    await signed_in.remarks.name(a_streamer(), " ")

    assert signed_in.remarks.of(a_streamer()) is None
    assert signed_in.shelf.kept[ANNA] == ()


async def test_of_several_notes_at_once_none_is_lost(signed_in: Noting) -> None:
    signed_in.shelf.is_slow = True

    await asyncio.gather(
        signed_in.remarks.name(a_streamer(), "Attic"),
        signed_in.remarks.ignore(a_streamer()),
        signed_in.remarks.name(a_streamer(), "Cellar"),
    )

    (kept,) = signed_in.shelf.kept[ANNA]
    assert (kept.name, kept.is_ignored) == ("Cellar", True)


async def test_what_is_ignored_is_listed_and_can_be_taken_back(signed_in: Noting) -> None:
    await signed_in.remarks.ignore(a_streamer())
    (ignored,) = signed_in.remarks.ignored

    await signed_in.remarks.heed(ignored.key)

    assert (ignored.seen_as, ignored.is_ignored) == ("Streamer 1", True)
    assert signed_in.remarks.ignored == ()
    with pytest.raises(Refused) as refusal:
        await signed_in.remarks.heed(ignored.key)
    assert refusal.value.code == "remarks.unknown"


async def test_to_ignore_one_keeps_its_name(signed_in: Noting) -> None:
    await signed_in.remarks.name(a_streamer(), "Attic")
    await signed_in.remarks.ignore(a_streamer())
    (ignored,) = signed_in.remarks.ignored

    await signed_in.remarks.heed(ignored.key)

    remark = signed_in.remarks.of(a_streamer())
    assert remark is not None
    assert remark.name == "Attic"


async def test_to_forget_drops_it_with_what_was_noted(signed_in: Noting) -> None:
    streamer = a_streamer()
    await signed_in.remarks.name(streamer, "Attic")

    await signed_in.remarks.forget(streamer)

    assert signed_in.dropped == [streamer.id]
    assert signed_in.remarks.of(streamer) is None


async def test_c08_of_nobody_it_is_kept_for_this_run_alone() -> None:
    noting = Noting()

    await noting.remarks.name(a_streamer(), "Attic")

    assert not noting.remarks.is_kept
    assert noting.remarks.of(a_streamer()) is not None
    assert noting.shelf.kept == {}


async def test_c08_what_was_noted_goes_with_the_sign_out(signed_in: Noting) -> None:
    await signed_in.remarks.name(a_streamer(), "Attic")

    signed_in.shelf.account = ""
    signed_in.remarks.follow(SIGNED)
    await settled()

    assert signed_in.remarks.of(a_streamer()) is None


async def test_what_was_kept_is_there_at_the_next_start(signed_in: Noting) -> None:
    await signed_in.remarks.ignore(a_streamer())
    later = Noting()
    later.shelf.kept = signed_in.shelf.kept

    later.shelf.account = ANNA
    later.remarks.follow(SIGNED)
    await settled()

    assert len(later.remarks.ignored) == 1
    assert later.published[-1] == Changes(topics=Topic.REMARKS, has_new_set=True)


@pytest.mark.parametrize("act", ["name", "ignore", "forget"])
async def test_one_of_the_persons_is_named_and_removed_in_the_account(
    act: str, signed_in: Noting
) -> None:
    own = a_streamer(owned_id="streamer-1")
    remarks = signed_in.remarks
    acts = {"name": lambda: remarks.name(own, "x"), "ignore": lambda: remarks.ignore(own)}

    with pytest.raises(Refused) as refusal:
        await acts.get(act, lambda: remarks.forget(own))()

    assert refusal.value.code == "streamer.is_own"
    assert remarks.of(own) is None


async def test_one_that_says_nothing_of_itself_cannot_be_known_again(signed_in: Noting) -> None:
    with pytest.raises(Refused) as refusal:
        await signed_in.remarks.ignore(a_streamer(mac=None))

    assert refusal.value.code == "remarks.nameless"


async def test_there_is_room_for_so_many(signed_in: Noting) -> None:
    for number in range(REMARKS_MOST):
        await signed_in.remarks.ignore(a_streamer(number))

    with pytest.raises(Refused) as refusal:
        await signed_in.remarks.ignore(a_streamer(REMARKS_MOST))

    assert refusal.value.code == "remarks.full"
    await signed_in.remarks.name(a_streamer(1), "Attic")


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
async def test_r3_a_name_is_plain_text(text: str, signed_in: Noting) -> None:
    shortened = text[:NAME_CHARACTERS]

    await signed_in.remarks.name(a_streamer(), shortened)

    remark = signed_in.remarks.of(a_streamer())
    assert remark is None or remark.name == plain_text(shortened)
    assert remark is None or len(remark.name) <= NAME_CHARACTERS


async def test_a_name_that_is_too_long_is_not_cut_in_secret(signed_in: Noting) -> None:
    with pytest.raises(Refused) as refusal:
        await signed_in.remarks.name(a_streamer(), "x" * (NAME_CHARACTERS + 1))

    assert refusal.value.code == "streamer.name_long"
