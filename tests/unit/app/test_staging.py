from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.staging import Stage, StillClock
from altrabits_desktop.contract.errors import NotReachable, ProfileUnusable, Refused
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.runtime.settings import Settings, ThemeChoice
from tests.fakes.clock import NOON, settled
from tests.fakes.full_house import ETHERNET, SILENT, fireside

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("qapp")


async def test_nothing_that_is_asked_for_changes_the_stage(qapp: QApplication) -> None:
    services = Stage(NOON, streamers=(fireside(),), report=SILENT, cards=(ETHERNET,)).services
    finding = services.finding

    await finding.find_again()
    await finding.try_address("192.168.1.61")
    await finding.use_cards(("eth0",))
    await finding.check(StreamerId("fireside"))

    assert finding.report() == SILENT
    assert finding.available_cards() == (ETHERNET,)
    assert services.directory.streamers() == (fireside(),)


async def test_an_address_may_be_refused() -> None:
    silent = NotReachable("address.silent", address="10.0.0.1")
    finding = Stage(NOON, report=SILENT, address_refusal=silent).services.finding

    with pytest.raises(NotReachable):
        await finding.try_address("10.0.0.1")


async def test_a_round_may_go_on_for_ever() -> None:
    finding = Stage(NOON, report=SILENT, is_asking_long=True).services.finding

    asking = asyncio.create_task(finding.find_again())
    await settled()

    assert finding.report().is_looking
    assert not asking.done()
    asking.cancel()


async def test_the_demo_is_on_or_off() -> None:
    finding = Stage(NOON).services.finding

    await finding.start_demo()
    is_on = finding.is_demo_on
    await finding.stop_demo()

    assert (is_on, finding.is_demo_on) == (True, False)


async def test_settings_hold_although_they_cannot_be_kept() -> None:
    refusal = ProfileUnusable("profile.unwritable", folder="/x", reason="Read-only")
    store = Stage(NOON, refusal=refusal).services.settings

    with pytest.raises(ProfileUnusable):
        await store.change(Settings(theme=ThemeChoice.DARK))

    assert store.get().theme is ThemeChoice.DARK


async def test_its_clock_stands_still() -> None:
    clock = StillClock(NOON)

    asleep = asyncio.create_task(clock.sleep(0.01))
    await settled()

    assert (clock.now(), clock.steady_s()) == (NOON, 0.0)
    assert not asleep.done()
    asleep.cancel()


def test_no_browser_is_opened() -> None:
    stage = Stage(NOON, streamers=(fireside(),))

    address = stage.services.finding.page_of(StreamerId("fireside"))

    assert address == "http://192.168.1.40/"
    with pytest.raises(Refused, match=r"page\.not_opened"):
        stage.services.finding.open_page(StreamerId("fireside"), shown_address=address)
