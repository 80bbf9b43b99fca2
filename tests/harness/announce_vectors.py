"""The test vectors of the Announce document, and what is expected of each."""

from __future__ import annotations

import json
import re
from pathlib import Path

DOCUMENT = Path(__file__).parents[2] / "docs" / "protocols" / "announce.md"
EXPECTED = Path(__file__).parents[1] / "data" / "announce_vectors.json"
_ROW = re.compile(r"^\| ([RALH]\d+) \| (.*?) \|", re.MULTILINE)


def payloads() -> dict[str, bytes]:
    """Read every test vector out of the document."""
    found: dict[str, bytes] = {}
    for name, words in _ROW.findall(DOCUMENT.read_text(encoding="utf-8")):
        content = bytes.fromhex(match[1]) if (match := re.search("`([0-9a-f]+)`", words)) else b""
        if match := re.fullmatch(r"(\w+) with (\d+) bytes of 0x(\w\w) after it", words):
            content = found[match[1]] + bytes([int(match[3], 16)]) * int(match[2])
        elif match := re.search(r"and then 0x(\w\w) (\d+) times", words):
            content += bytes([int(match[1], 16)]) * int(match[2])
        found[name] = content
    return found


def vectors() -> dict[str, dict[str, object]]:
    """Give what is expected of each: `request`, `malformed`, or the fields of its `record`."""
    read: dict[str, dict[str, object]] = json.loads(EXPECTED.read_text(encoding="utf-8"))
    return read


PAYLOADS = payloads()
