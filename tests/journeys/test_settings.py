from __future__ import annotations

import tomllib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot


async def opened_settings(desktop: Desktop) -> Pilot:
    pilot = await desktop.open("--language", "en")
    pilot.press("navigation.settings")
    # The last of the page.
    await pilot.wait_for("settings.keys.button")
    return pilot


def kept(desktop: Desktop) -> dict[str, Any]:
    """Give what the settings file holds; nothing where it cannot be read."""
    with suppress(OSError, tomllib.TOMLDecodeError):
        return tomllib.loads(desktop.profile.settings_file.read_text(encoding="utf-8"))
    return {}


def background() -> int:
    return QApplication.palette().window().color().lightness()


async def test_another_theme_holds_at_once_and_at_the_next_start(desktop: Desktop) -> None:
    pilot = await opened_settings(desktop)
    pilot.press("settings.theme.light")
    await pilot.wait_until(lambda: background() > 200, wanted="a light window")

    pilot.press("settings.theme.dark")
    await pilot.wait_until(lambda: background() < 60, wanted="a dark window")
    await pilot.wait_until(lambda: kept(desktop).get("theme") == "dark", wanted="the choice kept")
    await desktop.open()

    assert background() < 60


async def test_another_language_holds_at_once_and_at_the_next_start(desktop: Desktop) -> None:
    pilot = await opened_settings(desktop)

    pilot.press("settings.language.de")
    await pilot.wait_for("settings", text="Einstellungen")
    await pilot.wait_until(lambda: kept(desktop).get("language") == "de", wanted="the choice kept")
    pilot = await desktop.open()
    pilot.press("navigation.settings")

    await pilot.wait_for("settings", text="Einstellungen")


async def test_cards_can_be_left_out_and_taken_in_again(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(1)
    pilot = await opened_settings(desktop)
    await pilot.wait_for("navigation", text="1")

    pilot.press("settings.cards.all")
    pilot.press("settings.card.house1")
    await pilot.wait_until(lambda: kept(desktop).get("cards") == ["house0"], wanted="one card")
    pilot.press("settings.cards.all")

    await pilot.wait_until(lambda: kept(desktop).get("cards", []) == [], wanted="all cards")


async def test_nothing_is_written_before_a_choice(desktop: Desktop) -> None:
    await opened_settings(desktop)
    await desktop.close()

    assert not desktop.profile.settings_file.exists()


async def test_a_damaged_settings_file_is_set_aside_and_said(desktop: Desktop) -> None:
    desktop.profile.folder.mkdir(parents=True)
    desktop.profile.settings_file.write_text("theme = [[[", encoding="utf-8")

    pilot = await desktop.open()

    await pilot.wait_for("settings.banner", text="settings.toml.damaged-1")
    set_aside = desktop.profile.folder / "settings.toml.damaged-1"
    assert set_aside.read_text(encoding="utf-8") == "theme = [[["


async def test_r39_a_settings_file_that_cannot_be_read_is_said_and_survives_a_choice(
    desktop: Desktop,
) -> None:
    desktop.profile.settings_file.mkdir(parents=True)

    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("settings.banner", text="settings.toml")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings")
    pilot.press("settings.theme.dark")
    await pilot.wait_until(lambda: kept(desktop).get("theme") == "dark", wanted="the choice kept")

    set_aside = desktop.profile.folder / "settings.toml.damaged-1"
    assert set_aside.is_dir()


async def test_a_choice_that_cannot_be_kept_is_said_where_it_was_made(desktop: Desktop) -> None:
    pilot = await opened_settings(desktop)
    desktop.profile.folder.chmod(0o1777)

    pilot.press("settings.theme.dark")

    await pilot.wait_for("settings.fault", text="This choice is not kept")
    assert background() < 60


async def test_a_saved_card_that_is_missing_is_said(desktop: Desktop) -> None:
    desktop.profile.folder.mkdir(parents=True)
    desktop.profile.settings_file.write_text('cards = ["wlan9"]\n', encoding="utf-8")

    pilot = await desktop.open()

    await pilot.wait_for("error.banner", text="wlan9")


async def test_a_saved_card_that_is_missing_does_not_matter_where_others_are_named(
    desktop: Desktop,
) -> None:
    desktop.profile.folder.mkdir(parents=True)
    desktop.profile.settings_file.write_text('cards = ["wlan9"]\n', encoding="utf-8")

    pilot = await desktop.open("--interface", "house0")
    # Shown after a whole round: by then the saved cards would have been looked at.
    await pilot.wait_for("streamers.empty")

    assert "error.banner" not in pilot.names()


async def test_the_window_opens_as_large_as_it_was_left(desktop: Desktop) -> None:
    pilot = await desktop.open()
    pilot.window.resize(780, 580)
    pilot = await desktop.open()

    size = (pilot.window.width(), pilot.window.height())

    assert size == (780, 580)
    assert kept(desktop)["window"] == {"width": 780, "height": 580}
