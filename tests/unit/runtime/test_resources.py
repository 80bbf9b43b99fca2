"""Where resources lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime import resources

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert (resources.resource_folder() / "tokens").is_dir()


def test_an_installed_package_has_them_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)

    assert resources.resource_folder() == tmp_path / "resources"
    assert resources.words_folder() == tmp_path / "i18n"
