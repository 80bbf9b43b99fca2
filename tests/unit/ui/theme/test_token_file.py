from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.ui.theme.token_file import UnreadableTokens, read_token_file

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted((resource_folder() / "tokens").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_token_file_reads_as_the_standard_library_reads_it(path: Path) -> None:
    tables = {name: dict(values) for name, values in read_token_file(path).items()}

    assert tables == _flat(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "line",
    ["half", 'name = "open', "name = 1.5", "name = true", 'name = "a\\"b"', 'name = "', "a = [1]"],
)
def test_rejects_a_line_beyond_what_token_files_use(tmp_path: Path, line: str) -> None:
    path = tmp_path / "some.toml"
    path.write_text(f"[table]\n{line}\n", encoding="utf-8")

    with pytest.raises(UnreadableTokens) as caught:
        read_token_file(path)

    assert caught.value.args == ("some.toml", 2)


def test_rejects_a_name_that_is_there_already(tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_text("[table]\nsize = 1\nsize = 2\n", encoding="utf-8")

    with pytest.raises(UnreadableTokens):
        read_token_file(path)


def _flat(tables: dict[str, object], before: str = "") -> dict[str, dict[str, object]]:
    flat: dict[str, dict[str, object]] = {}
    for name, value in tables.items():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{before}{name}."))
        else:
            plain = tuple(value) if isinstance(value, list) else value
            flat.setdefault(before.rstrip("."), {})[name] = plain
    return flat
