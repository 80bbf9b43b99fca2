"""What holds for every test: loopback only, no unexpected log record, labs run or are counted.

A test that takes the fixture `caplog` has taken charge of its log records.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from altrabits_desktop.app.collector import collect_what_is_due
from altrabits_desktop.runtime.lasting_none import keep_none
from altrabits_desktop.runtime.wording import speak, spoken
from house.lab import lab_obstacle
from tests.harness.counting import UNCOUNTED, Counting
from tests.harness.log_watch import collected_records
from tests.harness.network_guard import NetworkGuard
from tests.harness.thoroughness import IS_CI, IS_WHOLE, due_in_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

collect_ignore = ["harness/example"]
"""Run as whoever installed the wheel runs it (`packaging/house/plug_in.py`)."""

ROOMS_WITH_QT = ("unit/app", "unit/qa", "unit/ui", "journeys")
FIXTURES_OF_QT = frozenset({"desktop", "qapp", "qtbot"})

_guard = NetworkGuard()

# Two busy cores decide how long an example takes, not the code; a failure tells how to repeat it.
settings.register_profile(
    "house",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=100 if IS_WHOLE else 40,
)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also the full figures (marker: long)")
    parser.addoption(
        "--turn", type=int, metavar="N", help="try some cases of each test, others each turn"
    )
    parser.addoption("--onscreen", action="store_true", help="draw on the screen, not offscreen")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Counting())
    keep_none()
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # Of a job in the background; the programs that tests stop would take it over.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # Objects of Qt must not die on a thread that happens to collect garbage.
    gc.disable()
    os.environ["ALTRABITS_INTERFACE"] = "127.0.0.1"
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if "LAN_LAB" not in os.environ:
        sys.addaudithook(_guard)


@pytest.fixture(scope="session", autouse=True)
def profile_apart_from_the_persons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder: Path = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(folder / name.lower()))
        yield


@pytest.fixture(autouse=True)
def the_same_language_for_every_test() -> Iterator[None]:
    before = spoken()
    yield
    speak(before)


@pytest.fixture(autouse=True)
def nothing_unexpected(request: pytest.FixtureRequest) -> Iterator[None]:
    with collected_records() as records:
        yield
    traffic = _guard.take()
    if traffic:
        pytest.fail(f"traffic beyond loopback: {traffic}", pytrace=False)
    if records and "caplog" not in request.fixturenames:
        pytest.fail("unexpected log records:\n" + "\n".join(records), pytrace=False)


def pytest_asyncio_loop_factories(
    item: pytest.Item,
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    factories = {"plain": asyncio.new_event_loop, "qt": _qt_loop}
    marker = item.get_closest_marker("asyncio")
    if marker is not None and "loop_factories" in marker.kwargs:
        return factories
    name = "qt" if _wants_qt(item) else "plain"
    return {name: factories[name]}


def _wants_qt(item: pytest.Item) -> bool:
    inside = item.path.relative_to(item.config.rootpath / "tests").as_posix()
    fixtures: set[str] = set(getattr(item, "fixturenames", ()))
    return inside.startswith(ROOMS_WITH_QT) or bool(fixtures & FIXTURES_OF_QT)


def _qt_loop() -> asyncio.AbstractEventLoop:
    from altrabits_desktop.qa.loop import make_loop

    return make_loop()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the full figures out unless asked; begin with labs, as they take longest.

    Coverage counts what examples reach, not what chance does: it is the same each time.
    """
    if not config.getoption("--long"):
        left_out = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("long")]
    turn = config.getoption("--turn")
    if turn is not None and not IS_WHOLE:
        due = due_in_turn((item.nodeid for item in items), turn=turn)
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in due])
        items[:] = [item for item in items if item.nodeid in due]
    items.sort(key=lambda item: item.get_closest_marker("lab") is None)
    for item in items:
        if item.get_closest_marker("hypothesis") is not None:
            item.add_marker(UNCOUNTED)
    # Thousands of tests stay until the end; no collection has to look at them again.
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    _delete_what_was_left_to_qt()
    collect_what_is_due()


def _delete_what_was_left_to_qt() -> None:
    """Delete what waits for a loop that no test may ever run: every change of look dresses it."""
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("lab") is None:
        return
    obstacle = lab_obstacle()
    if obstacle and IS_CI:
        pytest.fail(f"in CI the lab must run: {obstacle}", pytrace=False)
    if obstacle:
        pytest.skip(f"no lab here: {obstacle}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [
        report.nodeid
        for report in terminalreporter.getreports("skipped")
        if isinstance(report, pytest.TestReport) and "lab" in report.keywords
    ]
    if skipped:
        terminalreporter.section("lab tests that did not run")
        terminalreporter.write_line(f"{len(skipped)} skipped: {lab_obstacle()}")
        for name in sorted(skipped):
            terminalreporter.write_line(f"  {name}")
