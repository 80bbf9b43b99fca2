from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import HomeReport, ServerState
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.shell.person_line import PersonLine
from altrabits_desktop.ui.shell.standing import person_words
from altrabits_desktop.ui.widgets.avatar import Avatar
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from tests.harness.window_parts import part

if TYPE_CHECKING:
    from altrabits_desktop.ui.shell.window import Window
    from tests.fakes.full_house import FullHouse
    from tests.unit.ui.shell.conftest import OpenWindow

EMAIL = "ada@example.test"
WHERE = "music.example.test/altrabits"


def person(window: Window) -> PersonLine:
    line = part(window, "navigation.person")
    assert isinstance(line, PersonLine)
    return line


@pytest.mark.parametrize(
    ("stands", "spoken", "icon"),
    [
        ((Standing.ANONYMOUS, ""), "Anonymous. Nothing is kept.", "eye-off"),
        ((Standing.SIGNED_IN, EMAIL), f"{EMAIL}. Signed in.", "account"),
        ((Standing.LIMITED, EMAIL), f"{EMAIL}. Limited.", "account"),
        ((Standing.DECLINED, EMAIL), f"{EMAIL}. Policy declined.", "lock"),
        ((Standing.DECLINED, ""), "Anonymous. Policy declined.", "lock"),
    ],
)
def test_the_side_bar_says_how_one_stands(
    open_window: OpenWindow,
    house: FullHouse,
    stands: tuple[Standing, str],
    spoken: str,
    icon: str,
) -> None:
    window = open_window()

    standing, email = stands
    house.home.stand(standing=standing, email=email)

    line = person(window)
    avatar = line.findChild(Avatar)
    assert isinstance(avatar, Avatar)
    assert line.accessibleName() == spoken
    assert line.accessibleDescription()
    assert avatar.icon_name == icon


@pytest.mark.parametrize(
    ("told", "note"),
    [
        ({"server": ServerState.RESTING}, "Nothing is kept"),
        ({"server": ServerState.RESTING, "decision": DecisionKind.ACCEPTED}, "Your yes is kept"),
        ({"server": ServerState.REACHED, "decision": DecisionKind.ACCEPTED}, "Not signed in"),
        ({"server": ServerState.AWAY}, "Not signed in"),
    ],
)
def test_c08_what_is_kept_without_a_sign_in_is_said_as_it_is(
    open_window: OpenWindow, house: FullHouse, told: dict[str, object], note: str
) -> None:
    window = open_window()

    house.home.stand(standing=Standing.ANONYMOUS, email="", **told)

    assert person(window).accessibleName() == f"Anonymous. {note}."


@pytest.mark.parametrize(
    ("has_account_data", "said"),
    [
        (False, "Nothing about you or your streamers is kept"),
        (True, "stays until the next sign-in"),
    ],
)
def test_c08_what_is_left_of_a_session_with_a_server_elsewhere_is_said(
    has_account_data: bool, said: str
) -> None:
    left = HomeReport(
        server=ServerState.REACHED,
        standing=Standing.ANONYMOUS,
        elsewhere="music.example.test",
        has_account_data=has_account_data,
    )

    _, _, meaning, _ = person_words(left)

    assert said in meaning


def test_the_folded_side_bar_says_it_in_a_tool_tip(
    open_window: OpenWindow, house: FullHouse
) -> None:
    window = open_window(760, 560)

    house.home.stand(standing=Standing.SIGNED_IN, email=EMAIL)

    assert EMAIL in person(window).toolTip()


@pytest.mark.parametrize(
    ("stands", "spoken"),
    [
        ((Standing.SIGNED_IN, EMAIL), f"{EMAIL}. {WHERE}."),
        ((Standing.LIMITED, EMAIL), f"{EMAIL}. Limited."),
        ((Standing.ANONYMOUS, ""), f"Anonymous. {WHERE}."),
    ],
)
def test_a_server_elsewhere_is_named_in_the_side_bar(
    open_window: OpenWindow, house: FullHouse, stands: tuple[Standing, str], spoken: str
) -> None:
    window = open_window()

    standing, email = stands
    house.home.stand(standing=standing, email=email, elsewhere="music.example.test/\u202ealtrabits")

    line = person(window)
    assert line.accessibleName() == spoken
    assert line.accessibleDescription().endswith(f"The server is {WHERE}.")


def test_of_a_long_server_elsewhere_the_end_is_seen_too(
    open_window: OpenWindow, house: FullHouse
) -> None:
    window = open_window()

    house.home.stand(
        standing=Standing.SIGNED_IN,
        email=EMAIL,
        elsewhere="music.of.a.house.example.test/altrabits",
    )

    shown = [each.shown_text for each in person(window).findChildren(ElidedLabel)]
    assert any("…" in each and each.endswith("altrabits") for each in shown)
