from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.harness.counting import UNCOUNTED, Counting

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    Hook = Callable[[], Generator[None, object, object]]


def tracer(*_what: object) -> None:
    """Trace nothing."""


@pytest.fixture
def counting() -> Iterator[Counting]:
    before = sys.gettrace()
    sys.settrace(tracer)
    plug_in = Counting()
    traced_within(plug_in.pytest_collection)
    yield plug_in
    sys.settrace(before)


def traced_within(hook: Hook) -> bool:
    """Run a wrapper around nothing, and tell whether it would have been traced."""
    running = hook()
    next(running)
    is_traced = sys.gettrace() is tracer
    with pytest.raises(StopIteration):
        running.send(None)
    return is_traced


def test_nothing_is_counted_between_tests(counting: Counting) -> None:
    assert sys.gettrace() is None


def test_a_test_and_what_it_stands_on_are_counted(
    counting: Counting, request: pytest.FixtureRequest
) -> None:
    item = request.node

    traced = [
        traced_within(lambda: counting.pytest_fixture_setup(request)),
        traced_within(lambda: counting.pytest_pyfunc_call(item)),
        traced_within(lambda: counting.pytest_runtest_teardown(item)),
    ]

    assert traced == [True, True, True]
    assert sys.gettrace() is None


@pytest.mark.uncounted
def test_what_is_marked_is_not_counted(counting: Counting, request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker(UNCOUNTED)
    assert not traced_within(lambda: counting.pytest_pyfunc_call(request.node))


def test_listing_a_module_is_not_counted_but_a_folder_is(
    counting: Counting, request: pytest.FixtureRequest
) -> None:
    module = request.node.getparent(pytest.Module)
    folder = module.parent

    assert not traced_within(lambda: counting.pytest_make_collect_report(module))
    assert traced_within(lambda: counting.pytest_make_collect_report(folder))
