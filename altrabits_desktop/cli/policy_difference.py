"""What one version of the policy changes against another, for people at the console.

Removed words stand in `[-` and `-]`, added ones in `{+` and `+}`: signs that need no colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.privacy.visible_text import visible
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

_SIGNS = {"added": ("{+", "+}"), "removed": ("[-", "-]")}
_POINT = "- "


def difference_lines(record: Mapping[str, Any]) -> str:
    """Give a comparison for people: summary, legend, then each section that changed."""
    return "\n".join(_lines(record))


def _lines(record: Mapping[str, Any]) -> Iterator[str]:
    yield fill(
        translate("policy", "Version {version} compared with version {earlier}"),
        version=record["to"]["version"],
        earlier=record["from"]["version"],
    )
    yield ""
    words = translate("policy", "What this means for me: {summary}")
    # In one line: what a server says there cannot pass for a line of ours.
    yield fill(words, summary=visible(" ".join(str(record["summary"]).split())))
    if not record["sections"]:
        yield ""
        yield translate("policy", "Not a word differs.")
        return
    yield translate("policy", "Signs: {+added+} and [-removed-]")
    for section in record["sections"]:
        yield ""
        yield from _section(section)


def _section(section: Mapping[str, Any]) -> Iterator[str]:
    lines: Sequence[Mapping[str, Any]] = section["lines"]
    for line in lines:
        text = "".join(_signed(piece) for piece in line["pieces"])
        if line["kind"] == "heading":
            sign = "#" * int(line["level"] or 1)
            is_first = line is lines[0]
            yield f"{sign} {text} ({_count(section)})" if is_first else f"{sign} {text}"
        else:
            yield f"{_POINT}{text}" if line["kind"] == "point" else text


def _count(section: Mapping[str, Any]) -> str:
    return translate("policy", "%n change(s)", "in a section", int(section["changes"]))


def _signed(piece: Mapping[str, Any]) -> str:
    text = visible(str(piece["text"]))
    if piece["mark"] not in _SIGNS:
        return text
    begin, end = _SIGNS[piece["mark"]]
    inner = text.strip(" ")
    before = text[: len(text) - len(text.lstrip(" "))]
    after = text[len(before) + len(inner) :]
    return f"{before}{begin}{inner}{end}{after}"
