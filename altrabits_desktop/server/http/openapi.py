"""The OpenAPI document, made of the table of routes and the types of the messages."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from altrabits_desktop.contract.routes import (
    ROUTES,
    STATUS_OF,
    Access,
    Route,
    Special,
    errors_of,
)
from altrabits_desktop.contract.service import (
    KEY_HEADER,
    KEY_PATTERN,
    PROBLEM_TYPE,
    ProblemDocument,
)
from altrabits_desktop.contract.version import VERSION

_JSON = "application/json"
_SCHEMAS = "#/components/schemas/{name}"


def openapi_document() -> dict[str, Any]:
    """Give the document as data; pure, the same for every server of this version."""
    types = {route.request for route in ROUTES} | {route.answer for route in ROUTES}
    messages = sorted(
        {ProblemDocument, *(kind for kind in types if isinstance(kind, type))},
        key=lambda kind: kind.__name__,
    )
    _, schemas = msgspec.json.schema_components(messages, ref_template=_SCHEMAS)
    paths: dict[str, dict[str, Any]] = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "AltraBits server module",
            "version": VERSION,
            "description": "Accounts, policies, streamers of one's own and support requests.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"session": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(route: Route) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": route.operation,
        "tags": [route.operation.partition(".")[0]],
        "parameters": _parameters(route),
        "responses": _responses(route),
        "security": [{"session": []}] if route.access is Access.SESSION else [],
    }
    if route.request is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {_JSON: {"schema": _schema(route.request)}},
        }
    return operation


def _parameters(route: Route) -> list[dict[str, Any]]:
    places = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "string", "pattern": r"^[0-9A-Za-z.-]{1,64}$"},
        }
        for name in re.findall(r"\{(\w+)\}", route.path)
    ]
    queries = [
        {
            "name": query.name,
            "in": "query",
            "required": query.is_required,
            "schema": {"type": "string", "pattern": query.pattern},
        }
        for query in route.query
    ]
    headers = []
    if route.needs_key:
        headers.append(_header(KEY_HEADER, KEY_PATTERN))
    if route.needs_revision:
        headers.append(_header("If-Match", r'^"?[0-9]{1,15}"?$'))
    return [*places, *queries, *headers]


def _header(name: str, pattern: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": True,
        "schema": {"type": "string", "pattern": pattern},
    }


def _responses(route: Route) -> dict[str, Any]:
    success: dict[str, Any] = {"description": "Done"}
    if route.answer is Special.EVENTS:
        success["content"] = {Special.EVENTS.value: {"schema": {"type": "string"}}}
    elif route.answer is Special.OPENAPI:
        success["content"] = {_JSON: {"schema": {"type": "object"}}}
    elif route.answer is Special.BYTES:
        success["content"] = {Special.BYTES.value: {"schema": {"type": "string"}}}
    elif isinstance(route.answer, type):
        success["content"] = {_JSON: {"schema": _schema(route.answer)}}
    responses = {str(route.status): success}
    if route.status_untold:
        responses[str(route.status_untold)] = {
            "description": "Taken; a server that many share does not say what came of it"
        }
    for status in sorted({STATUS_OF[code] for code in errors_of(route)}):
        codes = [code for code in errors_of(route) if STATUS_OF[code] == status]
        responses[str(status)] = {
            "description": "Refused: " + ", ".join(codes),
            "content": {PROBLEM_TYPE: {"schema": _schema(ProblemDocument)}},
        }
    return responses


def _schema(kind: type) -> dict[str, str]:
    return {"$ref": _SCHEMAS.format(name=kind.__name__)}
