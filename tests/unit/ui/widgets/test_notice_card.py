from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.notice_card import NoticeCard
from altrabits_desktop.ui.widgets.push_button import Height, PushButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def notice(theme: Theme, qtbot: QtBot) -> NoticeCard:
    notice = NoticeCard(
        theme,
        icon="error",
        icon_role="bad",
        heading="Port 30303 is taken",
        sentence="Another program listens there. Streamers are still found by mDNS and SSDP.",
        buttons=[PushButton(theme, "Try again", height=Height.SMALL)],
        details_words="Details",
        details="Address already in use: 0.0.0.0:30303",
    )
    qtbot.addWidget(notice)
    return notice


def test_it_says_what_happened_and_what_it_means(notice: NoticeCard) -> None:
    assert notice.accessibleName() == "Port 30303 is taken"
    assert notice.accessibleDescription().startswith("Another program listens there.")


def test_details_are_folded_until_asked_for(notice: NoticeCard) -> None:
    before = notice.are_details_shown
    notice.unfold_button.click()
    unfolded = notice.are_details_shown
    notice.unfold_button.click()

    assert (before, unfolded, notice.are_details_shown) == (False, True, False)


def test_without_details_nothing_can_be_unfolded(notice: NoticeCard) -> None:
    notice.unfold_button.click()

    notice.set_words(heading="Port 30303 is free", sentence="It is ours again.")

    assert notice.unfold_button.isHidden()
    assert not notice.are_details_shown
    assert notice.accessibleName() == "Port 30303 is free"


def test_its_icon_follows_what_it_says(notice: NoticeCard) -> None:
    notice.set_icon("check", role="ok")

    icon = notice.findChild(IconMark)
    assert icon is not None
    assert icon.icon_name == "check"


def test_unfolding_makes_room_for_the_details(notice: NoticeCard, qtbot: QtBot) -> None:
    notice.show()
    before = notice.sizeHint().height()

    notice.unfold_button.click()

    qtbot.waitUntil(lambda: notice.sizeHint().height() > before, timeout=2000)


def test_the_words_of_the_quiet_button_are_16_away(notice: NoticeCard) -> None:
    notice.resize(402, 146)
    notice.show()

    buttons = notice.findChildren(PushButton)
    first, quiet = sorted(buttons, key=lambda each: each.x())

    assert quiet.x() + 13 - (first.x() + first.width()) == 16
