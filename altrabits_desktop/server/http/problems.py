"""The problem document (RFC 9457) that tells a refusal."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response

from altrabits_desktop.contract.service import PROBLEM_TYPE, ProblemDocument

if TYPE_CHECKING:
    from altrabits_desktop.server.problem import Problem

_encode = msgspec.json.Encoder().encode


def problem_response(problem: Problem) -> Response:
    """Write the problem document."""
    document = ProblemDocument(
        status=problem.status,
        code=problem.code,
        title=HTTPStatus(problem.status).phrase,
        arguments=problem.arguments,
    )
    return Response(
        _encode(document), problem.status, headers=problem.headers, media_type=PROBLEM_TYPE
    )
