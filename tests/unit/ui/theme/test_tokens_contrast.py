from __future__ import annotations

import pytest

from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.ui.theme.token_file import read_token_file
from altrabits_desktop.ui.theme.tokens import Shade, read_tokens

TOKENS = resource_folder() / "tokens"
LEAST = {"text": 4.5, "mark": 3.0}
GROUNDS = {"ground", "side", "card", "dialog", "sunken", "row.hover", "chip"}
PAIRS = [
    (kind, role, ground)
    for kind, roles in read_token_file(TOKENS / "contrast.toml").items()
    for role, grounds in roles.items()
    if isinstance(grounds, tuple)
    for ground in grounds
]


@pytest.mark.parametrize("shade", list(Shade))
def test_allowed_pairs_can_be_told_apart(shade: Shade) -> None:
    colours = read_tokens(TOKENS, shade).colours

    assert [
        (role, ground)
        for kind, role, ground in PAIRS
        if contrast(colours[role], colours[ground]) < LEAST[kind]
    ] == []


def test_the_table_names_every_text_colour_and_every_ground() -> None:
    roles = {role for _, role, _ in PAIRS}
    grounds = {ground for _, _, ground in PAIRS}

    assert {"text", "text.2", "text.3", "accent.text", "ok", "warn", "bad", "field"} <= roles
    assert grounds >= GROUNDS


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def contrast(first: str, second: str) -> float:
    """Give the ratio as WCAG 2 defines it."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
