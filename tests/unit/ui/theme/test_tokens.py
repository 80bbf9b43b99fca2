from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.ui.theme.token_file import UnreadableTokens, read_token_file
from altrabits_desktop.ui.theme.tokens import Shade, Tokens, read_tokens

if TYPE_CHECKING:
    from pathlib import Path

TOKENS = resource_folder() / "tokens"
USED = re.compile(r'\bpx\(\s*"([a-z_.0-9]+)"')
UI = resource_folder().parent / "altrabits_desktop" / "ui"


@pytest.fixture
def light() -> Tokens:
    return read_tokens(TOKENS, Shade.LIGHT)


@pytest.fixture
def own_tokens(tmp_path: Path) -> Path:
    folder = tmp_path / "tokens"
    shutil.copytree(TOKENS, folder)
    return folder


def test_both_themes_have_the_same_roles(light: Tokens) -> None:
    dark = read_tokens(TOKENS, Shade.DARK)

    assert light.colours.keys() == dark.colours.keys()


def test_a_role_has_the_value_of_its_primitive(light: Tokens) -> None:
    assert light.colours["accent"] == "#1F4FD8"
    assert light.colour("accent").name() == "#1f4fd8"
    assert read_tokens(TOKENS, Shade.DARK).colours["accent"] == "#7C9CFF"


def test_every_primitive_is_used_by_a_role() -> None:
    primitives = read_token_file(TOKENS / "primitives.toml")["colour"]
    roles = read_token_file(TOKENS / "roles.toml")

    used = {name for shade in roles.values() for name in shade.values()}

    assert set(primitives) == used


def test_measures_are_found_by_part_and_name(light: Tokens) -> None:
    assert light.px("slider.handle") == 16
    assert light.px("type.title.line") == 34
    assert light.duration_ms("press") == 120
    assert light.share("shadow.card.light") == 0.06


def test_an_unknown_name_is_an_error(light: Tokens) -> None:
    with pytest.raises(KeyError):
        light.px("slider.nose")
    with pytest.raises(KeyError):
        light.colour("mood")


def test_every_measure_that_the_window_asks_for_exists(light: Tokens) -> None:
    asked = {
        name for path in UI.rglob("*.py") for name in USED.findall(path.read_text(encoding="utf-8"))
    }

    assert sorted(name for name in asked if name not in light.measures) == []


def test_rejects_a_measure_that_is_no_number(own_tokens: Path) -> None:
    (own_tokens / "components.toml").write_text('[slider]\nheight = "tall"\n', encoding="utf-8")

    with pytest.raises(UnreadableTokens):
        read_tokens(own_tokens, Shade.LIGHT)


def test_rejects_a_primitive_that_is_no_colour(own_tokens: Path) -> None:
    text = (own_tokens / "primitives.toml").read_text(encoding="utf-8")
    changed = text.replace('white = "#FFFFFF"', "white = 0")
    (own_tokens / "primitives.toml").write_text(changed, encoding="utf-8")

    with pytest.raises(UnreadableTokens):
        read_tokens(own_tokens, Shade.LIGHT)
