#!/usr/bin/env python3
"""The player behind a stream of the lab's Snapcast server, which starts it (`controlscript`).

It plays nothing; it tells what would play, and does what it is told. No libraries: it runs alone.
"""

from __future__ import annotations

import json
import sys

TITLES = ("Grüße & a tone", "Second piece")

_OFFERED = ("canControl", "canGoNext", "canGoPrevious", "canPause", "canPlay", "canSeek")


class Player:
    """Plays two pieces, as far as its words go."""

    def __init__(self) -> None:
        self.piece = 0
        self.playback = "playing"
        self.position_s = 3.5

    def properties(self) -> dict[str, object]:
        metadata = {"title": TITLES[self.piece], "artist": ["The <Lab>"], "duration": 180.5}
        return {
            **dict.fromkeys(_OFFERED, True),
            "playbackStatus": self.playback,
            "position": self.position_s,
            "metadata": metadata,
        }

    def obey(self, command: str, params: dict[str, float]) -> None:
        if command in {"play", "pause", "stop"}:
            self.playback = {"play": "playing", "pause": "paused", "stop": "stopped"}[command]
        elif command in {"next", "previous"}:
            self.piece = (self.piece + 1) % len(TITLES)
        elif command == "setPosition":
            self.position_s = params["position"]


def say(**message: object) -> None:
    print(json.dumps({"jsonrpc": "2.0", **message}), flush=True)


def main() -> None:
    player = Player()
    say(method="Plugin.Stream.Ready")
    say(method="Plugin.Stream.Player.Properties", params=player.properties())
    for line in sys.stdin:
        asked = json.loads(line)
        if asked["method"].endswith("GetProperties"):
            say(id=asked["id"], result=player.properties())
            continue
        if asked["method"].endswith("Control"):
            player.obey(asked["params"]["command"], asked["params"].get("params", {}))
        say(id=asked["id"], result="ok")
        say(method="Plugin.Stream.Player.Properties", params=player.properties())


if __name__ == "__main__":
    main()
