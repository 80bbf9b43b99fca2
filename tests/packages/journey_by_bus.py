"""The first journey at the installed program, as a screen reader sees it; tells JSON.

Runs in the fresh system, on its own Python, with nothing of this project but the program: the
window is read and pressed over the accessibility bus, by the object names of docs/qa.md.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Protocol, TypeVar

import gi  # type: ignore[import-not-found] # it is the fresh system's

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found] # noqa: E402 # as said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Found = TypeVar("Found")
LIMIT_S = 60.0
LOOK_EVERY_S = 0.2
DEEPEST = 16


class Node(Protocol):
    """What of a part of a window is looked at; `Atspi.Accessible` has no types."""

    def get_name(self) -> str | None: ...
    def get_accessible_id(self) -> str | None: ...
    def get_role_name(self) -> str: ...
    def get_state_set(self) -> States: ...
    def get_child_count(self) -> int: ...
    def get_child_at_index(self, index: int, /) -> Node | None: ...


class States(Protocol):
    """How a part is."""

    def contains(self, state: object, /) -> bool: ...


def main(window: str, profile: str) -> int:
    """Start the window, travel, end it, and tell what was seen."""
    process = subprocess.Popen([window, "--demo", "--language", "en", "--profile", profile])
    try:
        told = travel()
        # As the system does it when somebody presses such an address anywhere.
        second = [window, "--profile", profile, "altrabits://settings"]
        told["second"] = subprocess.run(second, check=False).returncode
        told["led_to"] = awaited(lambda: one("settings.theme.dark")).get_name()
        process.send_signal(signal.SIGTERM)
        told["status"] = process.wait(LIMIT_S)
    finally:
        process.kill()
    print(json.dumps(told))
    return 0


def travel() -> dict[str, object]:
    """Look at three streamers, open one, go back, search for one."""
    cards = awaited(lambda: found if len(found := shown("streamers.card.")) == 3 else None)
    names = sorted(cards)
    count = awaited(lambda: one("navigation.streamers", text="3"))
    press(next(cards[name] for name in names if name.startswith("Window seat")))
    back = awaited(lambda: one("streamer.back.button"))
    page = sorted(filter(None, (node.get_name() for node in nodes() if is_shown(node))))
    press(back)
    field = awaited(lambda: one("streamers.search.field"))
    Atspi.EditableText.set_text_contents(field, "bedroom")
    left = awaited(lambda: found if len(found := shown("streamers.card.")) == 1 else None)
    return {"cards": names, "count": count.get_name(), "page": page, "searched": sorted(left)}


def shown(prefix: str) -> dict[str, Node]:
    """Give what is shown and has an object name that begins so and ends there, by its own name."""
    return {
        node.get_name() or "": node
        for node in nodes()
        if is_shown(node) and is_called(node, prefix) and node.get_role_name() == "push button"
    }


def is_called(node: Node, prefix: str) -> bool:
    """Tell whether the last object name of a path begins so: they hold dots themselves."""
    path: str = node.get_accessible_id() or ""
    start = path.rfind(prefix)
    rest = path[start + len(prefix) :]
    return start >= 0 and rest.startswith(("id-", "mac-")) and "." not in rest


def one(name: str, *, text: str = "") -> Node | None:
    """Give what has an object name and, where asked for, a text in its own; None without."""
    for node in nodes():
        is_it = (node.get_accessible_id() or "").endswith(f".{name}")
        if is_it and text in (node.get_name() or ""):
            return node if is_shown(node) else None
    return None


def is_shown(node: Node) -> bool:
    """Tell whether it can be seen."""
    return bool(node.get_state_set().contains(Atspi.StateType.SHOWING))


def press(node: Node) -> None:
    """Do what a press does."""
    for index in range(Atspi.Action.get_n_actions(node)):
        if Atspi.Action.get_action_name(node, index) == "Press":
            Atspi.Action.do_action(node, index)
            return
    raise AssertionError(node.get_name())


def nodes() -> Iterator[Node]:
    """Walk over everything in every window."""
    Atspi.get_desktop(0).clear_cache()
    waiting: list[tuple[Node, int]] = [(Atspi.get_desktop(0), 0)]
    while waiting:
        node, depth = waiting.pop()
        yield node
        children = node.get_child_count() if depth < DEEPEST else 0
        # What went in between is gone.
        inner = [node.get_child_at_index(index) for index in range(children)]
        waiting += [(child, depth + 1) for child in reversed(inner) if child is not None]


def awaited(look: Callable[[], Found | None]) -> Found:
    """Give what a look finds, as soon as it finds something."""
    ends_at_s = time.monotonic() + LIMIT_S
    while time.monotonic() < ends_at_s:
        try:
            found = look()
        except gi.repository.GLib.Error:
            # It was just being replaced.
            found = None
        if found is not None:
            return found
        time.sleep(LOOK_EVERY_S)
    seen = [node.get_name() for node in nodes() if is_shown(node)]
    raise AssertionError(seen)


if __name__ == "__main__":
    os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    sys.exit(main(*sys.argv[1:]))
