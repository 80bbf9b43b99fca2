from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.pilot import Pilot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


async def first_start(desktop: Desktop) -> Pilot:
    desktop.is_policy_put_off = False
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("policy.accept")
    return pilot


async def test_a_first_start_shows_the_policy_that_ships(desktop: Desktop) -> None:
    pilot = await first_start(desktop)

    assert "What we collect, and when" in pilot.read("policy.text")
    assert pilot.read("policy.decline") == "Decline"


async def test_a_no_holds_at_the_next_start_and_is_changed_on_page_privacy(
    desktop: Desktop,
) -> None:
    pilot = await first_start(desktop)
    pilot.press("policy.decline")
    await pilot.wait_for("policy.banner", text="You declined the privacy policy.")

    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("policy.banner", text="You declined the privacy policy.")
    pilot.press("policy.banner.open")
    await pilot.wait_for("privacy", text="You declined version")
    pilot.press("privacy.read.button")
    await pilot.wait_for("policy.accept")
    pilot.press("policy.accept")
    await pilot.wait_for("privacy", text="You accepted it on this computer.")

    assert pilot.names("policy.banner") == []


async def test_not_now_leaves_everything_as_it_is(desktop: Desktop) -> None:
    pilot = await first_start(desktop)

    pilot.press("policy.later")
    await pilot.wait_for("policy.later", is_gone=True)

    assert pilot.names("policy.banner") == []
    assert "Anonymous" in pilot.read("navigation.person")
