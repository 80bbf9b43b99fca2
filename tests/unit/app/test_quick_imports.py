from __future__ import annotations

import sys
from types import ModuleType

import pytest

from altrabits_desktop.app.quick_imports import spare_source_reading

HOOK = "shibokensupport.feature"
READER = "_mod_uses_pyside"


def test_no_module_is_taken_for_one_with_features(monkeypatch: pytest.MonkeyPatch) -> None:
    feature = sys.modules[HOOK]
    monkeypatch.setattr(feature, READER, getattr(feature, READER))

    is_spared = spare_source_reading()

    assert is_spared
    assert getattr(feature, READER)(ModuleType("any")) is False


@pytest.mark.parametrize("hook", [None, ModuleType("another release")])
def test_another_release_of_qt_is_left_as_it_is(
    hook: ModuleType | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, HOOK, hook)

    assert not spare_source_reading()
