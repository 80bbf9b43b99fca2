from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.settings_store import KeptSettings
from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.settings import LoadedSettings, Settings, ThemeChoice, load_settings

if TYPE_CHECKING:
    from pathlib import Path

DARK = Settings(theme=ThemeChoice.DARK)


def store_in(
    folder: Path, *, for_now: Settings | None = None, published: list[Changes] | None = None
) -> KeptSettings:
    loaded = LoadedSettings(Settings())
    return KeptSettings(
        Profile(folder),
        loaded,
        for_now=for_now or loaded.settings,
        publish=(published if published is not None else []).append,
    )


async def test_a_choice_holds_at_once_and_is_kept(tmp_path: Path) -> None:
    published: list[Changes] = []
    store = store_in(tmp_path, published=published)

    await store.change(DARK)

    assert store.get() == DARK
    assert published == [Changes(topics=Topic.SETTINGS)]
    assert load_settings(Profile(tmp_path)).settings == DARK


async def test_what_the_command_line_says_is_not_kept(tmp_path: Path) -> None:
    store = store_in(tmp_path, for_now=DARK)

    await store.change(DARK._replace(language="de"))

    assert store.get().theme is ThemeChoice.DARK
    assert load_settings(Profile(tmp_path)).settings == Settings(language="de")


async def test_a_person_may_change_what_the_command_line_says(tmp_path: Path) -> None:
    store = store_in(tmp_path, for_now=DARK)

    await store.change(Settings(theme=ThemeChoice.LIGHT))

    assert load_settings(Profile(tmp_path)).settings.theme is ThemeChoice.LIGHT


async def test_of_many_choices_the_last_one_is_kept(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    tags = ["de", "en", "de", "en", "fr"]

    await asyncio.gather(*(store.change(Settings(language=tag)) for tag in tags))

    assert load_settings(Profile(tmp_path)).settings.language == "fr"


async def test_a_choice_that_cannot_be_kept_holds_and_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = store_in(tmp_path / "file" / "profile")

    with pytest.raises(ProfileUnusable):
        await store.change(DARK)

    assert store.get() == DARK


def test_nothing_is_written_before_a_choice(tmp_path: Path) -> None:
    store = store_in(tmp_path)

    store.get()

    assert list(tmp_path.iterdir()) == []


def test_tells_where_it_keeps_and_what_the_start_found(tmp_path: Path) -> None:
    store = store_in(tmp_path)

    assert (store.folder, store.loaded) == (tmp_path, LoadedSettings(Settings()))


async def test_r39_a_file_that_could_not_be_read_at_the_start_is_set_aside_before_a_choice(
    tmp_path: Path,
) -> None:
    former = 'language = "de"\n'
    (tmp_path / "settings.toml").write_text(former)
    fault = ProfileUnusable("settings.unreadable", file="settings.toml", reason="busy")
    store = KeptSettings(
        Profile(tmp_path),
        LoadedSettings(Settings(), fault=fault),
        for_now=Settings(),
        publish=lambda _changes: None,
    )

    await store.change(DARK)
    await store.change(Settings())

    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["settings.toml", "settings.toml.damaged-1"]
    assert (tmp_path / "settings.toml.damaged-1").read_text() == former
    assert load_settings(Profile(tmp_path)).settings == Settings()
