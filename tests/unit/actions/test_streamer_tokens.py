"""What makes a streamer obey rests with its certificate, or nowhere; and where it rests is said."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, cast

import pytest

from altrabits_desktop.actions import records
from altrabits_desktop.actions.adding import Adder
from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.actions.streamer_tokens import StreamerTokens, name_of
from altrabits_desktop.contract.change_feed import ChangePage, FeedEntry, Noun
from altrabits_desktop.contract.errors import NotReachable, Refused, StoreUnusable
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.keychain import Keychain
from altrabits_desktop.streamers.drivers.altrabits.claiming import ClaimResult
from tests.fakes.discovery import until
from tests.fakes.kept_adding import offer
from tests.fakes.membership import Ring, computer, session_elsewhere
from tests.fakes.served import PASSWORD
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.streamers.drivers.altrabits.claiming import ClaimOffer
    from altrabits_desktop.streamers.drivers.driver import DriverAddress
    from altrabits_desktop.sync.outbox import Waiting
    from tests.fakes.membership import Computer

STREAMER = a_streamer(api_id="kitchen-1")
PIN, TOKEN = "ab" * 32, "t" * 43


class Choosy(Ring):
    """A keyring that keeps sign-ins, and of streamers nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        if username.startswith("streamer"):
            raise PermissionError
        super().set_password(service, username, password)


class House:
    """A streamer that is won at once; keeps what is used of directory and drivers."""

    def __init__(self) -> None:
        self.given_back: list[str] = []
        self.is_silent = False
        self.offer = offer()
        self.refusal: Refused | None = None

    def streamer(self, _streamer_id: StreamerId) -> object:
        return STREAMER

    async def begin(self, _streamer_id: StreamerId, *, client_name: str) -> ClaimOffer:
        assert client_name
        return self.offer

    async def confirm(self, _offer: ClaimOffer, *, code: str) -> ClaimResult:
        assert code == ""
        if self.refusal is not None:
            raise self.refusal
        return ClaimResult(pin=PIN, token=TOKEN, api_id="", is_proved=True)

    async def cancel(self, _offer: ClaimOffer) -> None:
        """Forget nothing."""

    async def give_back(self, _offer: ClaimOffer, won: ClaimResult) -> None:
        self.given_back.append(won.token)
        if self.is_silent:
            raise NotReachable("streamer.silent")

    def held(self, _streamer_id: StreamerId) -> DriverAddress | None:
        return None

    async def release(self, _address: DriverAddress) -> None:
        """Have no owner."""


class Room:
    """One computer, and a house around it."""

    def __init__(self, here: Computer) -> None:
        self.here = here
        self.house = House()
        self.told: list[int] = []
        """How many streamers there were each time that something was to be read again."""
        self.adder = self.new_adder()

    def new_adder(self) -> Adder:
        return Adder(
            self.here.person,
            directory=cast("Directory", self.house),
            claims=self.house,
            keychain=Keychain(lambda: self.here.ring),
            clock=SystemClock(),
            whose=lambda: self.here.person.report().email,
            tell=lambda: self.told.append(len(self.here.person.view.streamers)),
        )

    async def add(self) -> str:
        return await self.adder.confirm(await self.adder.begin(STREAMER.id))

    async def token(self, adder: Adder | None = None) -> str:
        """Give by what the streamer would obey."""
        [owned] = self.here.person.view.streamers
        book = await (adder or self.adder).book()
        [kept] = [one for one in book.all if one.id == owned.id]
        return kept.token

    def kept_names(self) -> set[str]:
        assert self.here.ring is not None
        return {name.split()[0] for name in self.here.ring.kept}


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with computer(tmp_path) as here:
        await here.reach()
        await here.sign_up()
        yield Room(here)


@pytest.mark.parametrize(
    ("needs_code", "over"),
    [(True, "claim.expired"), (False, "claim.not_pressed")],
    ids=["code", "button"],
)
async def test_a_claim_that_ended_is_over_and_says_what_it_waited_for(
    room: Room, needs_code: bool, over: str
) -> None:
    room.house.offer = offer(needs_code=needs_code, needs_press=not needs_code)
    room.house.refusal = Refused(over)
    adding = await room.adder.begin(STREAMER.id)

    with pytest.raises(Refused):
        await room.adder.confirm(adding)
    room.house.refusal = None
    with pytest.raises(Refused) as again:
        await room.adder.confirm(adding)

    assert again.value.code == over
    assert not room.adder.is_open(adding)


async def test_r50_a_token_that_the_keyring_does_not_take_is_held_and_said(room: Room) -> None:
    assert room.here.ring is not None
    choosy = Choosy()
    choosy.kept = room.here.ring.kept
    room.here.ring = choosy

    owned_id = await room.add()

    assert room.here.person.report().is_kept
    assert not room.adder.is_kept(owned_id)
    assert room.told == [1]
    assert await room.token() == TOKEN


async def test_r50_a_token_in_the_keyring_is_kept(room: Room) -> None:
    owned_id = await room.add()

    assert room.adder.is_kept(owned_id)
    assert room.told == []
    assert await room.token(room.new_adder()) == TOKEN
    assert room.new_adder().is_kept(owned_id)


async def test_r50_a_token_is_shown_to_no_other_certificate_than_the_one_it_was_won_by(
    room: Room,
) -> None:
    await room.add()
    assert room.here.ring is not None
    ring = room.here.ring
    ring.kept = {name: kept.replace(PIN, "cd" * 32) for name, kept in ring.kept.items()}

    assert await room.token(room.new_adder()) == ""


@pytest.mark.parametrize("is_silent", [False, True])
async def test_where_the_account_cannot_keep_a_streamer_no_token_of_it_is_left(
    room: Room, monkeypatch: pytest.MonkeyPatch, *, is_silent: bool
) -> None:
    async def full(_waiting: Waiting) -> None:
        raise StoreUnusable("store.full")

    room.house.is_silent = is_silent
    monkeypatch.setattr(room.here.person, "keep", full)

    with pytest.raises(StoreUnusable):
        await room.add()

    assert room.kept_names() == {"session"}
    assert room.house.given_back == [TOKEN]


async def test_one_that_is_removed_while_the_keyring_is_asked_leaves_no_token(room: Room) -> None:
    ring = room.here.ring
    assert ring is not None
    keychain = Keychain(lambda: ring)
    tokens = StreamerTokens(keychain)
    tokens.hold("one", pin=PIN, token=TOKEN)
    keeping = asyncio.ensure_future(tokens.keep("one"))
    await asyncio.sleep(0)

    await tokens.drop("one")
    await keeping

    assert room.kept_names() == {"session"}


async def test_one_that_is_not_heard_leaves_no_token_when_it_is_removed(room: Room) -> None:
    owned_id = await room.add()

    await room.adder.forget(owned_id)

    assert room.here.person.view.streamers == ()
    assert room.kept_names() == {"session"}
    with pytest.raises(Refused, match=r"object\.unknown"):
        await room.adder.forget(owned_id)


async def test_r53_with_the_account_its_streamers_leave_the_keyring(room: Room) -> None:
    await room.add()

    await room.here.person.delete_account(PASSWORD)

    assert room.kept_names() == set()


async def test_whoever_signs_out_and_in_again_finds_the_streamer_obeying(room: Room) -> None:
    owned_id = await room.add()
    await room.here.until(lambda: room.here.person.report().waits == 0)
    await room.here.person.sign_out()
    await room.here.person.sign_in("ada@example.test", PASSWORD)
    await room.here.until(lambda: bool(room.here.person.view.streamers))

    assert Belongings(room.here.person, clock=SystemClock()).streamer(owned_id).pin == PIN
    assert await room.token(room.new_adder()) == TOKEN


async def test_r50_what_made_a_streamer_obey_goes_when_it_is_removed_elsewhere(room: Room) -> None:
    kept, removed = await room.add(), await room.add()
    here, ring = room.here, room.here.ring
    assert ring is not None
    await here.until(lambda: not here.person.view.waiting)
    elsewhere = await session_elsewhere(here)

    await elsewhere.call("streamers.release", type(None), places={"id": removed})
    await elsewhere.aclose()
    await here.until(lambda: len(here.person.view.streamers) == 1)
    await until(lambda: name_of(removed) not in " ".join(ring.kept))

    assert name_of(kept) in " ".join(ring.kept)
    assert [one.id for one in here.person.view.streamers] == [kept]


class Slow(Ring):
    """A keyring that drops nothing before it is told to, and notes when it has."""

    def __init__(self) -> None:
        super().__init__()
        self.may_go = threading.Event()
        self.noted: list[str] = []

    def delete_password(self, service: str, username: str) -> None:
        self.may_go.wait()
        super().delete_password(service, username)
        self.noted.append("dropped")


async def test_r50_an_end_right_after_a_removal_elsewhere_waits_for_the_keyring(
    room: Room,
) -> None:
    removed, here = await room.add(), room.here
    await here.until(lambda: not here.person.view.waiting)
    await here.person._engine.stop()  # noqa: SLF001 # the page is taken by hand, then all ends
    assert here.ring is not None
    slow = Slow()
    slow.kept, here.ring = here.ring.kept, slow
    gone = FeedEntry(noun=Noun.STREAMER, id=removed, revision=9, is_deleted=True)

    await here.replica.take_page(ChangePage(cursor="next", has_more=False, entries=(gone,)))
    asyncio.get_running_loop().call_later(0.1, slow.may_go.set)
    await here.person.stop()
    slow.noted.append("ended")

    assert slow.noted == ["dropped", "ended"]
    assert name_of(removed) not in " ".join(slow.kept)


async def test_an_end_does_not_wait_for_a_keyring_once_for_each_that_was_removed(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "FORGETTING_S", 0.05)
    await room.here.person._engine.stop()  # noqa: SLF001 # the pages are taken by hand, then all ends
    slow, ids = Slow(), ("streamer-1", "streamer-2", "streamer-3")
    room.here.ring, slow.kept = slow, {name_of(one): "secret" for one in ids}
    there = [Owned(id=one, name=one, revision=8, added_at=SystemClock().now()) for one in ids]
    for cursor, entries in {
        "there": [
            FeedEntry(noun=Noun.STREAMER, id=one.id, revision=8, streamer=one) for one in there
        ],
        "gone": [FeedEntry(noun=Noun.STREAMER, id=one, revision=9, is_deleted=True) for one in ids],
    }.items():
        page = ChangePage(cursor=cursor, has_more=False, entries=tuple(entries))
        await room.here.replica.take_page(page)

    async with asyncio.timeout(5):
        await room.here.person.stop()
    noted = tuple(slow.noted)
    slow.may_go.set()

    assert noted == ()


async def test_r50_a_server_that_begins_anew_costs_nothing_that_makes_a_streamer_obey(
    room: Room,
) -> None:
    owned_id = await room.add()
    here, ring = room.here, room.here.ring
    assert ring is not None
    await here.until(lambda: not here.person.view.waiting)

    # It would have told all of them again at once.
    await here.person._engine.stop()  # noqa: SLF001

    await here.replica.begin_anew()
    await asyncio.sleep(0)

    assert here.person.view.streamers == ()
    assert name_of(owned_id) in " ".join(ring.kept)
