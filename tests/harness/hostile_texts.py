"""Texts that a hostile neighbour may give as a name, room or product (R3), each with why."""

from __future__ import annotations

import unicodedata

TRAP = "{trap}"
"""Stands for the address of a listener that must never hear anything."""

HOSTILE_TEXTS = {
    "bold": "<b>Bold</b>",
    "picture": f"<img src='{TRAP}/picture'>",
    "picture in quotes": f'"><img src="{TRAP}/quoted" onerror="alert(1)">',
    "frame": f"<iframe src='{TRAP}/frame'></iframe>",
    "script": f"<script src='{TRAP}/script'></script>",
    "link": f"<a href='{TRAP}/link'>Open</a>",
    "style tag": f"<style>*{{background:url({TRAP}/style)}}</style>",
    "style sheet": f"QWidget {{ background: url({TRAP}/sheet); }}",
    "broken tag": "<b",
    "endless table": "<table><tr><td>" * 20,
    "entity": "&lt;b&gt; &#x202e; &amp;",
    "shortcut": "Rock && Roll & &More",
    "markdown picture": f"![x]({TRAP}/markdown)",
    "markdown link": f"[x]({TRAP}/text)",
    "rich text head": "<!DOCTYPE html><html><body>Page</body></html>",
    "resource": "<img src=':/qt-project.org/qmessagebox/images/qtlogo-64.png'>",
    "file": "file:///etc/passwd",
    "path": "../../../../etc/passwd",
    "device path": "C:\\CON\\..\\AUX",
    "shell": "$(touch /tmp/owned); `id` | cat & rm -rf ~",
    "percent format": "%s%s%n%d%x",
    "brace format": "{0.__class__.__mro__} {name}",
    "qt places": "%1 %2 %L1 %n",
    "formula": '=HYPERLINK("http://x","y")',
    "formula by command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "statement": "'; DROP TABLE streamers;--",
    "json": '{"PN":"Other","ID":"other"}',
    "second line": "Den\n2026-01-01T00:00:00Z ERROR forged line",
    "carriage return": "Den\rForged",
    "nul": "Den\x00hidden",
    "bell and backspace": "Den\x07\x08\x08\x08Bad",
    "terminal colour": "\x1b[31mRed\x1b[0m",
    "terminal title": "\x1b]0;Forged\x07",
    "terminal wipe": "\x1b[2J\x1b[H",
    "eight-bit control": "\x9b31mRed\x9d0;x\x9c",
    "right-to-left override": "Den\u202egpj.exe",
    "isolates": "a\u2066b\u2067c\u2068d\u2069",
    "marks of direction": "\u200eDen\u200f\u061c",
    "invisible": "De\u200b\u2060\ufeff\u00adn",
    "line separators": "one\u2028two\u2029three",
    "tags": "Den\U000e0041\U000e0042",
    "private use": "Den\ue000\U0010fffd",
    "no character": "Den\ufffe\uffff",
    "stacked marks": "D" + "\u0489\u0300" * 200,
    "very long": "W" * 900,
    "wide letters": "\ufdfd" * 100,
    "blanks": "Den" + " " * 300 + "End",
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467 Family",
    "Arabic": "\u063a\u0631\u0641\u0629 \u0627\u0644\u0645\u0639\u064a\u0634\u0629",
    "Hebrew and Latin": "\u05d7\u05d3\u05e8 AB 12",
    "Chinese": "\u5ba2\u5385\u64ad\u653e\u5668",
    "nothing visible": "\u200d\u202e\u200b",
}

_JOINERS = "\u200c\u200d"
_ISOLATES = "\u2066\u2067\u2068\u2069\u200e\u200f"


def unclean(text: str, *, may_isolate: bool = False) -> list[str]:
    """List the characters of a shown text that no neighbour may bring; line ends are the reader's.

    Args:
        text: as read from the screen, or one line of a program's output.
        may_isolate: whether the program itself keeps an address from turning round.
    """
    allowed = "\n" + _JOINERS + (_ISOLATES if may_isolate else "")
    return sorted(
        {
            f"U+{ord(character):04X}"
            for character in text
            if character not in allowed
            and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"}
        }
    )
