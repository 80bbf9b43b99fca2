from __future__ import annotations

import sys

import pytest

from altrabits_desktop.runtime.lasting_none import keep_none

MANY = 1 << 30


@pytest.mark.parametrize("constant", [None, True, False])
def test_a_constant_has_more_references_than_can_be_lost(constant: object) -> None:
    keep_none()

    assert sys.getrefcount(constant) > MANY


def test_a_python_that_counts_no_constants_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 12, 0))
    monkeypatch.setitem(sys.modules, "ctypes", None)
    monkeypatch.setattr(sys.modules[keep_none.__module__], "_NEVER_USED_UP", MANY // 2)

    keep_none()

    assert sys.getrefcount(None) > MANY
