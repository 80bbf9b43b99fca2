"""The person's choices."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.settings import (
    Settings,
    StreamerOrder,
    StreamerView,
    ThemeChoice,
    load_settings,
    save_settings,
    settings_from,
    settings_text,
)

CHOSEN = Settings(
    theme=ThemeChoice.DARK,
    language="de",
    cards=("eth0", 'odd "card" \\'),
    view=StreamerView.ROWS,
    order=StreamerOrder.STATE,
)

printable = st.text(max_size=64).filter(lambda text: text.isprintable())


def test_without_a_file_the_defaults_hold_and_nothing_is_written(tmp_path: Path) -> None:
    loaded = load_settings(Profile(tmp_path / "none"))

    assert loaded.settings == Settings()
    assert loaded.set_aside is None
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")

    save_settings(profile, CHOSEN)

    assert load_settings(profile).settings == CHOSEN


@pytest.mark.parametrize(
    "content", [b"theme = ", b"\xff\xfe", b"x = 1\n" * 20_000, b"a = " + b"[" * 9000]
)
def test_a_damaged_file_is_set_aside_and_never_deleted(tmp_path: Path, content: bytes) -> None:
    profile = Profile(tmp_path)
    profile.settings_file.write_bytes(content)

    loaded = load_settings(profile)

    assert loaded.settings == Settings()
    assert loaded.set_aside == tmp_path / "settings.toml.damaged-1"
    assert loaded.set_aside.read_bytes() == content


def test_a_second_damaged_file_gets_a_name_of_its_own(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    for _ in range(2):
        profile.settings_file.write_bytes(b"=")
        load_settings(profile)

    names = sorted(path.name for path in tmp_path.iterdir())

    assert names == ["settings.toml.damaged-1", "settings.toml.damaged-2"]


def test_a_damaged_file_that_cannot_be_moved_still_gives_the_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = Profile(tmp_path)
    profile.settings_file.write_bytes(b"=")

    def fails(self: Path, target: Path) -> Path:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "rename", fails)
    loaded = load_settings(profile)

    assert loaded.settings == Settings()
    assert loaded.set_aside is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", 3),
        ("language", "d\x1be"),
        ("language", "x" * 65),
        ("cards", "eth0"),
        ("cards", [1]),
        ("cards", ["eth0"] * 33),
        ("view", []),
        ("order", "size"),
    ],
)
def test_a_value_that_cannot_be_used_costs_only_itself(name: str, value: object) -> None:
    table: dict[str, object] = {"theme": "dark", "language": "de", "unknown": 1, name: value}

    loaded = settings_from(table)

    assert loaded.ignored_keys == (name,)
    assert "dark" in {loaded.settings.theme, "dark" if name == "theme" else ""}


def test_an_unwritable_profile_is_said_and_the_old_choices_stay(tmp_path: Path) -> None:
    place = tmp_path / "profile"
    place.write_text("a file")

    with pytest.raises(ProfileUnusable):
        save_settings(Profile(place), CHOSEN)

    assert place.read_text() == "a file"


def test_a_full_disk_is_said_as_an_unwritable_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("altrabits_desktop.runtime.settings.write_whole", fails)

    with pytest.raises(ProfileUnusable) as refused:
        save_settings(Profile(tmp_path), CHOSEN)

    assert refused.value.arguments["reason"] == "No space left on device"


@given(
    st.builds(
        Settings,
        theme=st.sampled_from(ThemeChoice),
        language=printable,
        cards=st.lists(printable, max_size=32).map(tuple),
        view=st.sampled_from(StreamerView),
        order=st.sampled_from(StreamerOrder),
    )
)
def test_any_settings_come_back_as_they_were(settings: Settings) -> None:
    import tomllib

    loaded = settings_from(tomllib.loads(settings_text(settings)))

    assert loaded.settings == settings
    assert loaded.ignored_keys == ()


def test_a_pipe_in_the_place_of_the_settings_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.toml")

    loaded = load_settings(Profile(tmp_path))

    assert loaded.settings == Settings()
