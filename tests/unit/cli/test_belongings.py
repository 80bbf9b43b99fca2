"""`altrabits streamers ignored` says who is ignored, or that nobody is."""

from __future__ import annotations

from altrabits_desktop.cli.home import lines_of

IGNORED: dict[str, object] = {
    "id": "mac-0004a3000002",
    "name": "Fireside",
    "room": None,
    "product": "Cobalt S1",
}


def test_where_nobody_is_ignored_that_is_said_and_nothing_of_an_account() -> None:
    assert lines_of(("streamers", "ignored"), []) == "No streamer is ignored."


def test_whoever_is_ignored_is_listed() -> None:
    shown = lines_of(("streamers", "ignored"), [{**IGNORED, "kept": "account"}])

    assert "Fireside" in shown
    assert "Nobody is signed in" not in shown


def test_without_an_account_it_is_said_how_long_it_holds() -> None:
    shown = lines_of(("streamers", "ignored"), [{**IGNORED, "kept": "run"}])

    assert "until the window is closed" in shown
