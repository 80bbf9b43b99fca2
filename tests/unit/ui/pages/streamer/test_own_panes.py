from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.contract.capabilities import Capability
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.streamer_page import SIGNED_IN, OpenPage, button, is_seen, own_streamer, texts

ALL = frozenset(Capability)


def test_parts_that_nobody_needs_are_not_made(open_page: OpenPage, house: FullHouse) -> None:
    house.home.told = SIGNED_IN
    page = open_page(fireside(capabilities=ALL))
    names = ("add.button", "own.name", "hand_over", "new_owner", "add.closed")

    made = [name for name in names if page.findChild(QWidget, f"streamer.{name}") is not None]

    assert made == ["add.button"]


def test_parts_keep_their_order_whichever_is_made_first(
    open_page: OpenPage, house: FullHouse
) -> None:
    page = open_page(own_streamer(house, capabilities=ALL - {Capability.HAND_OVER}))

    own_streamer(house, capabilities=ALL)
    QApplication.sendPostedEvents()

    heights = [
        part.mapTo(page, QPoint()).y()
        for part in (
            button(page, "streamer.own.save"),
            button(page, "streamer.hand_over.begin"),
            button(page, "streamer.new_owner.begin"),
        )
    ]
    assert heights == sorted(heights)
    assert len(set(heights)) == 3


def test_after_a_sign_out_the_fields_are_gone(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(own_streamer(house, capabilities=ALL))

    house.home.told = HomeReport()
    house.membership.own()
    house.show(fireside(capabilities=ALL))

    assert not is_seen(page, "streamer.own.name")
    assert "Streamers are added to an account." in texts(page)
