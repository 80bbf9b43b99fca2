"""The limit of open files."""

from __future__ import annotations

import pytest

from altrabits_desktop.simulator.descriptors import make_room_for

resource = pytest.importorskip("resource")
ENDLESS = resource.RLIM_INFINITY


@pytest.mark.parametrize(
    ("count", "limits", "raised"),
    [
        (250, (1024, 4096), (3756, 4096)),
        (250, (1024, 2048), (2048, 2048)),
        (250, (1024, ENDLESS), (3756, ENDLESS)),
        (250, (20_000, 20_000), None),
        (3, (1024, 4096), None),
        (250, (ENDLESS, ENDLESS), None),
    ],
)
def test_limit_is_raised_where_it_is_too_low_and_may_be(
    count: int,
    limits: tuple[int, int],
    raised: tuple[int, int] | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda _, wanted: asked.append(wanted))

    make_room_for(count)

    assert asked == ([] if raised is None else [raised])


def test_windows_has_no_such_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(resource, "getrlimit", lambda _: pytest.fail("asked"))

    make_room_for(1000)
