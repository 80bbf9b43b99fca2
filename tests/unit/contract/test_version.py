from __future__ import annotations

import tomllib

from altrabits_desktop.contract.version import LICENCE
from tests.harness.source_tree import ROOT


def test_the_licence_is_the_one_of_the_package() -> None:
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert package["project"]["license"] == LICENCE
