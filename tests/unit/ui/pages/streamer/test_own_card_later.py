"""What the card says and does once a streamer has another owner, was removed or has no room.

And who else learns what is typed there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace as replace_struct
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import Presence, StreamerId
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.ui.widgets.focus_ring import has_ring
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.streamer_page import OWNED_ID, OpenPage, button, own_streamer, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.ui.pages.streamer.page import StreamerPage

ALL = frozenset(Capability)
STRANGE = fireside(capabilities=ALL)


@pytest.fixture
def own_page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    return open_page(own_streamer(house, capabilities=ALL))


def said_of_room(page: StreamerPage) -> str:
    field = page.findChild(QLineEdit, "streamer.own.room")
    assert isinstance(field, QLineEdit)
    return field.text() or field.placeholderText()


def take_another_owner(house: FullHouse) -> None:
    house.control.others.add(OWNED_ID)
    house.feed.publish(Changes(streamers=frozenset({StreamerId("fireside")})))


def remove_by_key(page: StreamerPage) -> None:
    remove = button(page, "streamer.own.remove")
    remove.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(remove, Qt.Key.Key_Return)
    go = button(page, "streamer.own.remove.go")
    go.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(go, Qt.Key.Key_Return)


def test_one_that_obeys_another_owner_is_not_said_to_obey_this_account(
    own_page: StreamerPage, house: FullHouse
) -> None:
    before = " ".join(texts(own_page))

    take_another_owner(house)
    button(own_page, "streamer.own.remove").click()

    said = " ".join(texts(own_page))
    assert "This account alone controls it" in before
    assert "This account alone controls it" not in said
    assert "This account does not control it any more." in said
    assert f"Press “{button(own_page, 'streamer.own.remove').text()}”, then add it again" in said
    assert "It goes on obeying its new owner." in said
    assert "it obeys nobody" not in said


def test_after_removing_the_keyboard_goes_on_where_it_is_added(
    own_page: StreamerPage, house: FullHouse, activate: Callable[[QWidget], None]
) -> None:
    activate(own_page)
    remove_by_key(own_page)

    house.membership.own()
    house.show(STRANGE)

    assert own_page.focusWidget() is button(own_page, "streamer.add.button")
    assert has_ring(own_page.focusWidget())


def test_after_removing_one_that_is_not_heard_the_keyboard_goes_on_at_the_way_back(
    open_page: OpenPage, house: FullHouse, activate: Callable[[QWidget], None]
) -> None:
    page = open_page(own_streamer(house, is_heard=False))
    activate(page)
    remove_by_key(page)

    house.membership.own()
    at_first = page.focusWidget()
    house.show()

    assert at_first is page.findChild(QWidget, "streamer.back.button")
    assert page.focusWidget() is at_first
    assert has_ring(at_first)


def test_one_that_is_no_longer_listed_leaves_the_keyboard_at_the_way_back(
    own_page: StreamerPage, house: FullHouse, activate: Callable[[QWidget], None]
) -> None:
    activate(own_page)
    remove_by_key(own_page)

    house.show()

    assert own_page.focusWidget() is button(own_page, "streamer.forgotten.back")
    assert has_ring(own_page.focusWidget())


@pytest.mark.parametrize(
    ("room", "announced", "said"),
    [
        ("Den", "Living room", "Den"),
        ("", "Living room", "Living room (from the streamer)"),
        ("", None, "None"),
    ],
)
def test_an_empty_room_says_which_one_is_shown(
    open_page: OpenPage, house: FullHouse, room: str, announced: str | None, said: str
) -> None:
    own_streamer(house)
    owned = replace_struct(house.membership.streamers[OWNED_ID], room=room)
    house.membership.own(owned)

    page = open_page(
        fireside(is_owned=True, owned_id=OWNED_ID, capabilities=ALL, room=room or announced)
    )

    assert said_of_room(page) == said


def test_a_room_that_is_being_emptied_says_that_the_streamers_own_will_be_shown(
    own_page: StreamerPage,
) -> None:
    room = own_page.findChild(QLineEdit, "streamer.own.room")
    assert isinstance(room, QLineEdit)

    room.clear()

    assert said_of_room(own_page) == "As the streamer says"


@pytest.mark.parametrize(
    ("known", "is_told"),
    [({}, True), ({"capabilities": frozenset()}, False), ({"presence": Presence.GONE}, False)],
)
def test_c15_who_else_sees_a_name_is_said_where_it_is_typed(
    open_page: OpenPage, house: FullHouse, known: dict[str, Any], *, is_told: bool
) -> None:
    page = open_page(own_streamer(house, **({"capabilities": ALL} | known)))

    said = [text for text in texts(page) if "whoever is in its network sees them" in text]

    assert len(said) == is_told
