"""A streamer becomes the person's: claimed for real, kept at a real server, obeyed by its pin."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.app.begun_claims import BegunClaims
from altrabits_desktop.contract.errors import (
    CertificateChanged,
    DecisionNeeded,
    Refused,
    StoreUnusable,
)
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.runtime.clock import SystemClock
from tests.fakes.membership import Ring
from tests.harness.claiming_house import claiming_house

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.sync.outbox import Waiting
    from tests.harness.claiming_house import House


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with claiming_house(tmp_path) as opened:
        yield opened


async def test_c15_a_claimed_streamer_is_the_persons_with_its_certificate(house: House) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()

    adding = await adder.begin(heard)
    owned_id = await adder.confirm(adding, code=house.streamer.claims.shown_code)
    house.registry.own((await adder.book()).of)

    shown = house.registry.streamer(heard)
    recognition = house.registry.recognition(heard)
    assert (adding.needs_code, adding.needs_press) == (True, False)
    assert shown is not None
    assert recognition is not None
    assert (shown.is_owned, shown.owned_id, shown.name) == (
        True,
        owned_id,
        house.streamer.persona.name,
    )
    assert len(recognition.address.pin) == 64
    assert recognition.address.token
    with pytest.raises(Refused, match=r"streamer\.owned"):
        await adder.begin(heard)


async def test_its_name_and_token_are_there_again_after_a_restart(house: House) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()
    owned_id = await adder.confirm(await adder.begin(heard), code=house.streamer.claims.shown_code)
    await Belongings(house.here.person, clock=SystemClock()).name_streamer(owned_id, "Attic radio")

    person = await house.here.start_again()
    await house.here.until(lambda: person.report().waits == 0)
    house.registry.own((await house.adder().book()).of)

    shown, recognition = house.registry.streamer(heard), house.registry.recognition(heard)
    assert shown is not None
    assert recognition is not None
    assert shown.name == "Attic radio"
    assert recognition.address.token
    assert house.here.ring is not None
    assert {name.split()[0] for name in house.here.ring.kept} == {"session", "streamer"}


async def test_without_a_keyring_it_is_still_the_persons_and_locked_after_a_restart(
    house: House,
) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()
    await adder.confirm(await adder.begin(heard), code=house.streamer.claims.shown_code)
    house.registry.own((await adder.book()).of)
    before = house.registry.streamer(heard)
    assert house.here.ring is not None
    house.here.ring.kept.clear()

    house.registry.own((await house.adder().book()).of)

    after = house.registry.streamer(heard)
    assert before is not None
    assert after is not None
    assert (before.is_owned, before.is_locked) == (True, False)
    assert (after.is_owned, after.is_locked) == (True, True)


async def test_a_wrong_code_adds_nothing_and_another_try_may_follow(house: House) -> None:
    await house.here.sign_up()
    adder = house.adder()
    adding = await adder.begin(house.hear())
    right = house.streamer.claims.shown_code

    with pytest.raises(Refused, match=r"claim\.wrong_code"):
        await adder.confirm(adding, code=f"{(int(right) + 1) % 10**6:06}")
    before = house.here.person.view.streamers
    await adder.confirm(adding, code=right)

    assert before == ()
    assert len(house.here.person.view.streamers) == 1


async def test_c09_without_an_account_no_streamer_is_asked_for_its_code(house: House) -> None:
    heard = house.hear()

    with pytest.raises(DecisionNeeded, match=r"gate\.sign_in_needed"):
        await house.adder().begin(heard)

    assert house.streamer.claims.shown_code == ""


async def test_a_streamer_that_takes_no_owner_is_added_as_it_is(house: House) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(control_url=""), house.adder()

    adding = await adder.begin(heard)
    await adder.confirm(adding)
    await adder.cancel(adding)

    [owned] = house.here.person.view.streamers
    assert (adding.offer, owned.pin) == (None, "")
    assert (owned.api_id, owned.udn, owned.mac) == (house.streamer.persona.id, "", "")


async def test_a_streamer_that_is_gone_is_said(house: House) -> None:
    await house.here.sign_up()

    with pytest.raises(Refused, match=r"streamer\.unknown"):
        await house.adder().begin(StreamerId("nobody"))


async def test_beginning_again_ends_what_was_begun_before(house: House) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()
    await adder.begin(heard)

    await adder.confirm(await adder.begin(heard), code=house.streamer.claims.shown_code)

    assert len(house.here.person.view.streamers) == 1


async def test_what_a_window_begins_anew_ends_what_a_console_command_has_begun(
    house: House,
) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()
    claims = BegunClaims(adder, clock=SystemClock())
    ended, _ = await claims.begin(heard)
    former = house.streamer.claims.shown_code
    await adder.begin(heard)

    handle, _ = await claims.begin(heard)
    with pytest.raises(Refused, match=r"claim\.expired"):
        await claims.confirm(ended, former)
    owned_id = await claims.confirm(handle, house.streamer.claims.shown_code)
    await claims.stop()

    [owned] = house.here.person.view.streamers
    assert owned.id == owned_id


async def test_what_was_ended_cannot_be_confirmed(house: House) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()
    ended = await adder.begin(heard)
    await adder.begin(heard)

    with pytest.raises(Refused, match=r"claim\.expired"):
        await adder.confirm(ended, code=house.streamer.claims.shown_code)

    assert house.here.person.view.streamers == ()


async def test_the_end_of_the_program_gives_up_what_is_under_way(house: House) -> None:
    await house.here.sign_up()
    adder = house.adder()
    await adder.begin(house.hear())
    before = house.streamer.claims.shown_code

    await adder.stop()
    await adder.stop()

    assert before
    assert house.streamer.claims.shown_code == ""


class SlowRing(Ring):
    """Keeps a secret only when a test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.get_running_loop()
        self.asked = asyncio.Event()
        self.may_keep = threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.loop.call_soon_threadsafe(self.asked.set)
        self.may_keep.wait(5)
        super().set_password(service, username, password)


async def test_what_was_won_is_kept_although_nobody_waits_for_it_any_more(house: House) -> None:
    await house.here.sign_up()
    ring = SlowRing()
    adder = house.adder(ring)
    adding = await adder.begin(house.hear())
    code = house.streamer.claims.shown_code
    confirming = asyncio.create_task(adder.confirm(adding, code=code))
    await ring.asked.wait()

    confirming.cancel()
    ring.may_keep.set()
    await adder.stop()

    assert len(house.here.person.view.streamers) == 1
    assert len(ring.kept) == 1


async def test_what_the_account_cannot_keep_is_given_back_to_the_streamer(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(_waiting: Waiting) -> None:
        raise StoreUnusable("store.full")

    await house.here.sign_up()
    adder = house.adder()
    adding = await adder.begin(house.hear())
    monkeypatch.setattr(house.here.person, "keep", full)

    with pytest.raises(StoreUnusable):
        await adder.confirm(adding, code=house.streamer.claims.shown_code)

    assert not house.streamer.claims.is_owned


async def test_c15_a_streamer_that_is_removed_obeys_nobody_and_can_be_added_by_its_code(
    house: House,
) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()
    await adder.confirm(await adder.begin(heard), code=house.streamer.claims.shown_code)
    house.registry.own((await adder.book()).of)

    await adder.release(heard)
    house.registry.own((await adder.book()).of)
    again = await adder.begin(heard)

    assert house.here.person.view.streamers == ()
    assert not house.streamer.claims.is_owned
    assert (again.needs_code, again.needs_press) == (True, False)
    assert house.here.ring is not None
    assert {name.split()[0] for name in house.here.ring.kept} == {"session"}


async def test_a_streamer_that_does_not_hear_it_is_removed_all_the_same(house: House) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()
    await adder.confirm(await adder.begin(heard), code=house.streamer.claims.shown_code)
    house.registry.own((await adder.book()).of)
    house.streamer.certificate.renew()

    await adder.release(heard)

    assert house.here.person.view.streamers == ()
    assert house.streamer.claims.is_owned


async def test_what_is_not_the_persons_cannot_be_removed(house: House) -> None:
    await house.here.sign_up()

    with pytest.raises(Refused, match=r"object\.unknown"):
        await house.adder().release(house.hear())


async def test_removing_what_takes_no_owner_asks_nobody(house: House) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(control_url=""), house.adder()
    await adder.confirm(await adder.begin(heard))
    house.registry.own((await adder.book()).of)

    await adder.release(heard)

    assert house.here.person.view.streamers == ()


async def test_r5_the_account_knows_a_claimed_streamer_by_what_its_certificate_said_alone(
    house: House,
) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(udn="0a1b2c3d-0000-4000-8000-00a0de112233"), house.adder()

    await adder.confirm(await adder.begin(heard), code=house.streamer.claims.shown_code)

    [owned] = house.here.person.view.streamers
    assert (owned.api_id, owned.udn, owned.mac) == (house.streamer.persona.id, "", "")


async def test_r5_one_that_borrows_the_id_of_an_owned_streamer_is_neither_shown_nor_claimed(
    house: House,
) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()
    await adder.confirm(await adder.begin(heard), code=house.streamer.claims.shown_code)
    house.streamer.certificate.renew()
    book = (await adder.book()).of
    house.registry.forget([heard])
    house.registry.own(book)

    impostor = house.hear()
    with pytest.raises(CertificateChanged, match=r"streamer\.certificate_changed"):
        await adder.begin(impostor)

    shown = house.registry.streamer(impostor)
    assert shown is not None
    assert (shown.is_owned, shown.owned_id) == (False, None)


@pytest.mark.parametrize("said", [{"control_url": ""}, {"control_url": "", "address": "127.0.0.9"}])
async def test_r27_one_that_names_an_owned_streamer_and_shows_no_certificate_is_not_added(
    house: House, said: dict[str, str]
) -> None:
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()
    await adder.confirm(await adder.begin(heard), code=house.streamer.claims.shown_code)
    house.registry.forget([heard])
    house.registry.own((await adder.book()).of)

    impostor = house.hear(**said)
    with pytest.raises(Refused, match=r"streamer\.borrowed"):
        await adder.begin(impostor)

    [owned] = house.here.person.view.streamers
    assert len(owned.pin) == 64
