from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.home_server import PASSWORD
from altrabits_desktop.qa.programs import CONSOLE, ask, run

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.pilot import Pilot

COMES_S = 4.0
"""A version takes effect after it is published, and a command takes a second or two to start."""
WORKS_S = 30.0

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


async def test_c42_a_new_version_asks_again_with_what_it_changes(
    desktop: Desktop, tmp_path: Path
) -> None:
    pilot = await first_start(desktop)
    pilot.press("policy.accept")
    await pilot.wait_for("policy.accept", is_gone=True)
    pilot.press("navigation.account")
    await pilot.wait_for("account.create.button", text="Create account")
    pilot.type("account.create.email", "ada@example.test")
    pilot.type("account.create.password", PASSWORD)
    pilot.press("account.create.button")
    await pilot.wait_for("account.facts", within_s=WORKS_S)
    text = tmp_path / "policy.md"
    shown = await asyncio.to_thread(ask, desktop.profile.folder, "policy", "show")
    text.write_text(shown["text"].replace("at most 90 days", "at most 30 days"), encoding="utf-8")
    soon = datetime.now(UTC) + timedelta(seconds=COMES_S)
    words = (
        *("server", "policy", "publish", str(text), "--profile", str(desktop.profile.folder)),
        *("--version", "1.1", "--language", "en", "--effective", soon.isoformat()),
        *("--class", "minor", "--summary", "Ends sooner.", "--contact", "me@example.test"),
    )

    published = await asyncio.to_thread(run, CONSOLE, *words)
    await asyncio.sleep(COMES_S)
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("policy.view.changes")
    await pilot.wait_for("policy.text", text="What this means for me")
    changes = pilot.read("policy.text")
    pilot.press("policy.view.text")
    full = pilot.read("policy.text")
    pilot.press("policy.accept")
    await pilot.wait_for("policy.accept", is_gone=True)
    pilot.press("navigation.privacy")
    await pilot.wait_for("privacy.version.1-1", text="Read")

    assert published.returncode == 0, published.stderr
    assert "Ends sooner." in changes
    assert "How long we keep it" in changes
    assert "What we collect, and when" not in changes
    assert "What we collect, and when" in full
    assert "What this means for me" not in full
