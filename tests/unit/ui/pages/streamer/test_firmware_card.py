from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.actions.firmware_course import Progress, Step
from altrabits_desktop.actions.firmware_report import RestReport
from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.runtime.firmware_files import UpdateRecord
from altrabits_desktop.runtime.late import Late, already
from altrabits_desktop.ui.widgets.step_line import StepLine, StepState
from tests.fakes.clock import NOON
from tests.fakes.firmware import manifest_for
from tests.fakes.kept_firmware import NOTHING, READY, KeptUpdating
from tests.harness.streamer_page import OpenPage, button, own_streamer, texts

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage
    from tests.fakes.full_house import FullHouse

CAN = frozenset(Capability)
UPDATED = replace(
    NOTHING,
    version="2.5.0",
    record=UpdateRecord(version="2.5.0", is_installed=True, at=NOON),
    others=(StreamerId("a"), StreamerId("b")),
)
DONE, NOW, LATER = StepState.DONE, StepState.NOW, StepState.LATER


@pytest.fixture
def updating(house: FullHouse) -> KeptUpdating:
    kept = KeptUpdating()
    house.services = replace(house.services, firmware=already(kept))
    return kept


def opened(open_page: OpenPage, house: FullHouse, **known: Any) -> StreamerPage:  # noqa: ANN401 # fields of a streamer
    return open_page(own_streamer(house, **{"capabilities": CAN, **known}))


def tell(house: FullHouse, page: StreamerPage) -> None:
    house.feed.publish(Changes(streamers=frozenset({StreamerId("fireside")})))


def card(page: StreamerPage) -> QWidget:
    found = page.findChild(QWidget, "streamer.firmware")
    assert isinstance(found, QWidget)
    return found


def states(page: StreamerPage) -> list[StepState]:
    found = page.findChild(StepLine)
    assert isinstance(found, StepLine)
    return [step.state for step in found.steps]


def buttons(page: StreamerPage) -> list[str]:
    names = ("install", "install_late", "others", "new", "later", "look")
    return [name for name in names if button(page, f"streamer.firmware.{name}").isVisible()]


def press(page: StreamerPage, name: str) -> None:
    QTest.mouseClick(button(page, f"streamer.firmware.{name}"), Qt.MouseButton.LeftButton)


def test_what_is_ready_is_said_with_the_version_it_has_now(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    page = opened(open_page, house)

    assert {"Firmware", "2.4.1 now"} <= set(texts(card(page)))
    assert "2.5.0 is ready. Music stops for about 2 min." in texts(card(page))
    assert states(page) == [DONE, LATER, LATER, LATER, LATER]
    assert buttons(page) == ["install", "new", "later"]
    assert button(page, "streamer.firmware.install").text() == "Install 2.5.0"
    assert updating.asked == ["check"]


def test_it_looks_once_and_loads_nothing_by_itself(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    page = opened(open_page, house)
    tell(house, page)
    tell(house, page)

    assert updating.asked == ["check"]


@pytest.mark.parametrize(
    ("name", "asked"),
    [("install", "install"), ("later", "later")],
)
def test_a_press_is_a_wish(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating, name: str, asked: str
) -> None:
    page = opened(open_page, house)
    press(page, name)

    assert updating.asked == ["check", asked]


def test_what_plays_is_stopped_only_by_who_was_told_so(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    updating.told = replace(READY, is_playing=True)
    page = opened(open_page, house)
    said = texts(card(page))
    press(page, "install")

    assert "It plays now, and installing stops that." in said
    assert updating.asked == ["check", "stop and install"]


def test_what_is_against_it_is_said_before_it_is_installed(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    updating.told = replace(READY, against="firmware.on_battery")
    page = opened(open_page, house)

    assert "The streamer runs on its battery. Plug it in, then try again." in texts(card(page))
    assert buttons(page) == ["install", "new", "later"]


def test_what_is_new_is_shown_and_put_away(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    page = opened(open_page, house)
    before = texts(card(page))
    press(page, "new")
    shown = texts(card(page))
    press(page, "new")

    assert "Quieter fans." not in before
    assert "Quieter fans." in shown
    assert texts(card(page)) == before


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (Progress(Step.LOAD, 40, 100), ("Loading from the server: 40 %", 1)),
        (Progress(Step.VERIFY), ("Verifying that it is whole and signed", 2)),
        (
            Progress(Step.INSTALL, 1, 2),
            ("Goes to the streamer: 50 %. It plays and obeys meanwhile.", 3),
        ),
        (
            Progress(Step.INSTALL, is_away=True),
            ("The streamer does not answer just now. It goes on when it is back.", 3),
        ),
        (Progress(Step.RESTART), ("Starts with the new firmware. Leave it plugged in.", 4)),
    ],
)
def test_how_far_it_is_is_said_and_drawn(
    open_page: OpenPage,
    house: FullHouse,
    updating: KeptUpdating,
    progress: Progress,
    said: tuple[str, int],
) -> None:
    sentence, expected = said
    updating.told = replace(READY, progress=progress)
    page = opened(open_page, house)

    assert sentence in texts(card(page))
    assert states(page) == [*[DONE] * expected, NOW, *[LATER] * (4 - expected)]
    assert buttons(page) == []
    assert updating.asked == []


def test_why_the_old_one_was_kept_is_said_and_it_can_be_tried_again(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    updating.told = replace(READY, fault=Refused("firmware.kept_power"))
    page = opened(open_page, house)

    said = "The streamer lost its power during the update. It goes on with the old firmware."
    assert any(text.startswith(said) for text in texts(card(page)))
    assert button(page, "streamer.firmware.install").text() == "Try again"
    assert buttons(page) == ["install", "new", "later"]


def test_what_was_put_off_is_no_longer_urged(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    updating.told = replace(READY, record=UpdateRecord(later="2.5.0"))
    page = opened(open_page, house)
    press(page, "install_late")

    assert "2.5.0 can be installed whenever you like." in texts(card(page))
    assert buttons(page) == ["install_late", "new"]
    assert updating.asked == ["check", "install"]


def test_after_one_the_others_are_offered(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    updating.told = UPDATED
    page = opened(open_page, house)
    press(page, "others")

    assert any(text.startswith("2.5.0 was installed on ") for text in texts(card(page)))
    assert button(page, "streamer.firmware.others").text() == "Update 2 others"
    assert updating.asked == ["check", "others"]


def test_whose_turn_it_is_is_said_and_nobody_begins_it_twice(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    updating.told = replace(UPDATED, rest=RestReport(now="Study"))
    page = opened(open_page, house)

    assert "Study is being updated; the others follow one by one." in texts(card(page))
    assert buttons(page) == []


def test_which_of_the_others_did_not_go_well_is_said(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    rest = RestReport(failed="Study", fault=Refused("firmware.on_battery"))
    updating.told = replace(UPDATED, rest=rest)
    page = opened(open_page, house)

    said = "Study was not updated, so the others wait. The streamer runs on its battery."
    assert any(text.startswith(said) for text in texts(card(page)))
    assert buttons(page) == ["others", "look"]


def test_who_was_left_out_of_the_rest_is_said(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    updating.told = replace(UPDATED, rest=RestReport(left_out=("Study", "Attic")))
    page = opened(open_page, house)

    assert "Left out, as they play or do not answer: Study, Attic." in texts(card(page))


def test_what_became_of_the_last_update_stays(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    record = UpdateRecord(version="2.5.0", code="firmware.damaged", at=NOON)
    updating.told = replace(NOTHING, record=record)
    page = opened(open_page, house)

    assert "Nothing newer is offered." in texts(card(page))
    assert any(text.startswith("2.5.0 was not installed on") for text in texts(card(page)))
    press(page, "look")
    assert updating.asked == ["check", "check"]


def test_a_key_for_trying_is_told(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    updating.told = replace(READY, is_of_maker=False)
    page = opened(open_page, house)

    assert any("not by AltraBits" in text for text in texts(card(page)))


def test_a_server_that_is_away_is_said_in_the_card_alone(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    updating.refusal = Refused("server.away")
    updating.told = replace(NOTHING, has_checked=False, fault=updating.refusal)
    page = opened(open_page, house)

    assert any("The server does not answer" in text for text in texts(card(page)))
    assert buttons(page) == ["look"]


def test_before_the_look_has_come_to_its_end_it_says_so(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    updating.told = replace(NOTHING, has_checked=False, is_checking=True, version=None)
    page = opened(open_page, house)

    assert "Looking for newer firmware" in texts(card(page))
    assert buttons(page) == []


@pytest.mark.parametrize(
    "known",
    [{"capabilities": CAN - {Capability.FIRMWARE}}, {"is_owned": False}, {"owned_id": None}],
)
def test_a_streamer_that_takes_no_updates_from_here_has_no_card(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating, known: dict[str, Any]
) -> None:
    streamer: Streamer = own_streamer(house, capabilities=CAN)
    page = open_page(replace(streamer, **known))

    assert not card(page).isVisible()
    assert updating.asked == []


def test_whoever_declined_sees_nothing_of_it(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    streamer = own_streamer(house, capabilities=CAN)
    house.home.told = HomeReport(standing=Standing.DECLINED, email="maple@example.net")
    page = open_page(streamer)

    assert not card(page).isVisible()


def test_without_updates_there_is_no_card(open_page: OpenPage, house: FullHouse) -> None:
    page = opened(open_page, house)

    assert not card(page).isVisible()


def test_the_keyboard_is_led_on_when_its_button_goes(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    page = opened(open_page, house)
    button(page, "streamer.firmware.later").setFocus()
    updating.told = replace(READY, record=UpdateRecord(later="2.5.0"))
    tell(house, page)

    assert page.window().focusWidget() is button(page, "streamer.firmware.install_late")


def test_a_newer_manifest_in_another_language_is_read_in_the_persons(
    open_page: OpenPage, house: FullHouse, updating: KeptUpdating
) -> None:
    updating.told = replace(READY, ready=manifest_for(version="2.6.0"))
    page = opened(open_page, house)
    press(page, "new")

    assert "Quieter fans." in texts(card(page))
    assert "2.6.0 is ready. Music stops for about 2 min." in texts(card(page))


def test_what_updates_is_made_for_the_first_streamer_that_can_be(
    open_page: OpenPage, house: FullHouse
) -> None:
    kept = KeptUpdating()
    late = Late(lambda: kept)
    house.services = replace(house.services, firmware=late)
    house.launcher.is_holding = True
    page = opened(open_page, house)
    tell(house, page)
    before = card(page).isVisible()
    house.launcher.let_run()

    assert not before
    assert card(page).isVisible()
    assert kept.asked == ["check"]
