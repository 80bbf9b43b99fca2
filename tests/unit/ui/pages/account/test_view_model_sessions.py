"""Sign-ins that end while the page lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.kept_home import session
from tests.harness.account_parts import button, texts

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.account.page import AccountPage
    from tests.fakes.full_house import FullHouse

STUDY = "account.sessions.end.study"

pytestmark = pytest.mark.usefixtures("signed_in")


@pytest.fixture(autouse=True)
def sessions(house: FullHouse) -> None:
    house.home.signed_in = (session("here", is_current=True), session("study"))


@pytest.mark.parametrize(("code", "is_listed"), [("object.unknown", False), ("odd", True)])
def test_a_sign_in_that_has_ended_elsewhere_leaves_the_list(
    page: AccountPage, house: FullHouse, code: str, *, is_listed: bool
) -> None:
    if not is_listed:
        house.home.signed_in = (session("here", is_current=True),)
    house.home.refusals["end_session"] = Refused(code)

    button(page, STUDY).click()

    shown = [found for found in page.findChildren(PushButton, STUDY) if found.isVisible()]
    assert bool(shown) is is_listed
    assert not any("not there any more" in text for text in texts(page))
