from __future__ import annotations

from tests.harness.loopback_fixtures import fetch, server

__all__ = ["fetch", "server"]
