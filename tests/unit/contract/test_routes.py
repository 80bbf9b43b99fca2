from __future__ import annotations

import re

import msgspec
import pytest

from altrabits_desktop.contract.routes import (
    ROUTES,
    STATUS_OF,
    Access,
    Route,
    Special,
    errors_of,
    route_of,
)

by_name = pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.operation)


def test_operations_and_paths_are_named_once() -> None:
    assert len({route.operation for route in ROUTES}) == len(ROUTES)
    assert len({(route.method, route.path) for route in ROUTES}) == len(ROUTES)


@by_name
def test_every_route_is_found_by_its_operation(route: Route) -> None:
    assert route_of(route.operation) is route


@by_name
def test_every_error_has_a_status(route: Route) -> None:
    assert [code for code in errors_of(route) if code not in STATUS_OF] == []


@by_name
def test_c09_what_needs_a_session_is_asked_about_at_the_gate(route: Route) -> None:
    assert (route.feature is not None) or route.access is Access.PUBLIC


@by_name
def test_r34_every_create_with_a_session_has_a_key(route: Route) -> None:
    creates = route.method == "POST" and route.status == 201 and route.access is Access.SESSION

    assert route.needs_key or not creates


@by_name
def test_r35_every_update_of_an_object_names_its_revision(route: Route) -> None:
    assert route.needs_revision == (route.method == "PUT" and "{" in route.path)


@by_name
def test_bodies_are_strict_about_fields_and_success_is_told(route: Route) -> None:
    assert (route.answer is None) == (route.status == 204)
    if route.request is not None:
        assert msgspec.inspect.type_info(route.request).forbid_unknown_fields  # type: ignore[attr-defined] # a Struct


@by_name
def test_places_in_paths_and_queries_are_words(route: Route) -> None:
    assert re.fullmatch(r"(/[a-z0-9.-]+|/\{[a-z]+\})+", route.path)
    assert all(re.compile(query.pattern) for query in route.query)


def test_special_answers_are_three() -> None:
    special = {route.operation for route in ROUTES if isinstance(route.answer, Special)}

    assert special == {"service.openapi", "changes.events", "firmware.image"}
