"""Lets coverage count the product's work and not pytest's own.

While anything is traced, Python 3.11 runs every instruction slowly, whosever it is: collecting
thousands of tests and going from one to the next took as long again. So the main thread is traced
only where a module is imported, a fixture made or ended, and a test run. Other threads are left
alone: theirs is the product's work.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import Any

UNCOUNTED = "uncounted"
"""Marks a test that goes over the same lines very often; nothing of it is counted."""


class Counting:
    """The plug-in; does nothing where nobody counts."""

    def __init__(self) -> None:
        self._tracer: Any = None

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection(self) -> Generator[None, object, object]:
        """Count no more by itself from here on."""
        self._tracer = sys.gettrace()
        sys.settrace(None)
        return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, object, object]:
        """Count what a module imports, not how its tests are listed; a folder has a conftest."""
        if isinstance(collector, pytest.Module):
            # Collecting tries again and tells what is wrong.
            with self._counted(), contextlib.suppress(collector.CollectError):
                _ = collector.obj
            return (yield)
        if isinstance(collector, pytest.Class):
            return (yield)
        with self._counted():
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, request: pytest.FixtureRequest
    ) -> Generator[None, object, object]:
        """Count what makes a fixture."""
        with self._counted(request.node):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, object, object]:
        """Count the test."""
        with self._counted(pyfuncitem):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None, object, object]:
        """Count what ends a fixture."""
        with self._counted(item):
            return (yield)

    @contextlib.contextmanager
    def _counted(self, node: pytest.Item | pytest.Collector | None = None) -> Iterator[None]:
        if node is not None and node.get_closest_marker(UNCOUNTED) is not None:
            yield
            return
        before = sys.gettrace()
        sys.settrace(self._tracer)
        try:
            yield
        finally:
            sys.settrace(before)
